"""The languages of Latin-script newspapers that the library knows, told apart by their function words.

The words are the commonest of each language that none of the others shares with a like frequency; spellings
of before 1901 (German *seyn*, French *étoit*, Dutch *zoo*) are among them.
"""

from __future__ import annotations

import regex

__all__ = ["LANGUAGES", "language_scores"]

FUNCTION_WORDS = {
    "en": "the of and to that was with for which from by this had have were are been his their will he it as at on be has who would",
    "de": "der die das und den dem des ein eine einer eines einem ist nicht mit von zu auf für sich auch im am zum zur wurde werden hat daß dass bei nach aus über durch noch sind wird seyn",
    "fr": "le la les des et du que qui dans une est pour par sur ce pas au aux avec plus son sa ses cette il ont été était étoit leur nous vous sont",
    "nl": "het een van en de dat niet met zijn op voor aan te is werd door bij ook naar uit heeft wordt deze tot dit worden der zoo over",
}
LANGUAGES = tuple(FUNCTION_WORDS)

WORD = regex.compile(r"\p{Latin}+")
_SETS = {language: frozenset(words.split()) for language, words in FUNCTION_WORDS.items()}


def language_scores(text: str) -> dict[str, float]:
    """For each language the share of the words of *text* that are its function words.

    >>> scores = language_scores("Le roi est dans la ville avec les soldats")
    >>> max(scores, key=scores.get)
    'fr'
    """
    words = WORD.findall(text.lower())
    return {
        language: sum(word in known for word in words) / len(words) if words else 0.0
        for language, known in _SETS.items()
    }
