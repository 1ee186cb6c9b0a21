"""The languages of Latin-script newspapers that the library knows, told apart by their words and letters.

Function words decide; what letters are common in a language helps where a text is short, a list of names, or
badly read. Spellings of before 1901 (German *seyn*, French *étoit*, Dutch *zoo*) are among the words, and words
that two languages share count for both, so that French *en* and *de* make no Dutch.
"""

from __future__ import annotations

import math
import re
from itertools import islice

__all__ = ["KNOWN", "LANGUAGES", "clearly", "language_scores", "likeliest", "refuse_unknown"]

FUNCTION_WORDS = {
    "en": "the of and to that with for which from by this had have were are been his her they their will would he it at as "
    "be has who not or but its our my she him upon there when what shall you your more said than them one no if may "
    "mr was is on in an all so do we i",
    "de": "der die das und den dem des ein eine einer eines einem einen ist nicht mit von zu auf für sich auch im am zum zur "
    "wurde werden hat haben daß dass bei nach aus über durch noch sind wird sein seyn bey ſich iſt nicht ſind daſs als "
    "es er sie ich wie war so an in vom oder aber nur wir ihre ihr seine diese dieser unter vor bis um kann wenn man was",
    "fr": "le la les des et du que qui dans une un est pour par sur ce pas au aux avec plus son sa ses cette il ont été était "
    "étoit leur leurs nous vous sont en de à ne se on elle mais ou où comme tout même fait si dont "
    "deux sans ces mme mlle",
    "nl": "het een van en de dat niet met zijn op voor aan te is werd door bij ook naar uit heeft hebben wordt worden deze tot "
    "dit der den zoo over om als er die was hij zij haar hunne ten ter in men nog maar of wij meer onder geen zich",
}
LANGUAGES = tuple(FUNCTION_WORDS)
KNOWN = ("zh", *LANGUAGES)  # by the name that a caller may give

# Runs of letters that are common in one language and rare in the others; each counts a fraction of a word.
LETTERS = {
    "en": ("th", "wh", "ould", "ing ", "ly ", "ay ", "ed ", "sh", "ee", "ew", "ough", "tion"),
    "de": ("ä", "ö", "ü", "ß", "ſ", "ung", "lich", "keit", "cht", "sch", "ein", "tz", "ei"),
    "fr": ("é", "è", "ê", "à", "ç", "eux", "ux ", "ement ", "ité", "que", "l'", "d'", "l’", "d’", "oi", "ai"),
    "nl": ("ij", "aa", "oo", "uu", "lijk", "sch", "ver", "ee", "oe", "eer", "vr", "zee"),
}
LETTERS_WEIGHT = 0.15
LETTERS_SAMPLE = 1_500  # characters in which they are counted
LEAST = 0.02  # function words a word; below, the text is of no language that is known here
LEAST_WORDS = 0.4  # and in all, at the beginning
BEGINNING = 400  # characters
# Of a language that function words alone tell: of 6,384 texts all but 378, and none other than by letters too
CLEAR, LEAST_CLEAR = 0.1, 4  # function words a word, and in all
DOUBT = 0.5  # of them, that another language may have

WORD = re.compile(r"[^\W\d_]+")
# Letters as they are, all else a blank, in the characters that most texts are written in: words are found so in a third of
# the time
LETTERS_ALONE = bytes(
    code if bytes([code]).decode("cp1252", "replace").isalpha() else 32 for code in range(256)
)


def refuse_unknown(language: str | None) -> None:
    """Raise `ValueError` for a *language* that is none of those known; `None` is for one to be found.

    >>> refuse_unknown("it")
    Traceback (most recent call last):
    ValueError: language must be one of zh, en, de, fr, nl, or None to be told by the words, not 'it'
    """
    if language is not None and language not in KNOWN:
        raise ValueError(
            f"language must be one of {', '.join(KNOWN)}, or None to be told by the words, not {language!r}"
        )


def _weights() -> dict[str, tuple[float, ...]]:
    """For each function word its weight in each language: 1 in every one that has it."""
    known = [frozenset(words.split()) for words in FUNCTION_WORDS.values()]
    return {word: tuple(float(word in words) for words in known) for word in frozenset().union(*known)}


WEIGHTS = _weights()


def language_scores(text: str) -> dict[str, float]:
    """For each language how much of *text* speaks for it, per word: about 0.4 for running text.

    >>> scores = language_scores("Le roi est dans la ville avec les soldats")
    >>> max(scores, key=scores.get)
    'fr'
    """
    lower = text.lower()
    words = _words(lower)
    if not words:
        return dict.fromkeys(LANGUAGES, 0.0)
    letters = lower[:LETTERS_SAMPLE]
    weight = LETTERS_WEIGHT * len(lower) / len(letters)
    return {
        language: (function_words + weight * sum(map(letters.count, LETTERS[language]))) / len(words)
        for language, function_words in zip(LANGUAGES, _function_words(words), strict=True)
    }


def clearly(text: str) -> str | None:
    """The language of *text* if its function words are many, and more than twice those of any other; else None.

    >>> clearly("Le roi est dans la ville avec les soldats")
    'fr'
    >>> clearly("Fire in Berlin") is None
    True
    """
    words = _words(text.lower())
    counts = _function_words(words)
    best = max(counts)
    if best < LEAST_CLEAR or best < CLEAR * len(words) or sorted(counts)[-2] > DOUBT * best:
        return None
    return LANGUAGES[counts.index(best)]


def likeliest(text: str) -> str | None:
    """The language of *text*, or None where it does not tell: too short, or a list of names.

    >>> likeliest("Die Feinde haben die Stadt nicht erreicht.")
    'de'
    >>> likeliest("XHY1-1-1") is None
    True
    """
    scores = language_scores(text)
    best = max(LANGUAGES, key=scores.__getitem__)
    if scores[best] < LEAST:
        return None
    enough = math.ceil(LEAST_WORDS / scores[best])
    return best if sum(1 for _ in islice(WORD.finditer(text, 0, BEGINNING), enough)) == enough else None


def _words(lower: str) -> list[str]:
    """The runs of letters in *lower*, a text in small letters."""
    try:
        return lower.encode("cp1252").translate(LETTERS_ALONE).decode("cp1252").split()
    except UnicodeEncodeError:
        return WORD.findall(lower)


def _function_words(words: list[str]) -> tuple[float, float, float, float]:
    """How many of *words* are function words of each language."""
    en = de = fr = nl = 0.0
    for in_en, in_de, in_fr, in_nl in filter(None, map(WEIGHTS.get, words)):
        en += in_en
        de += in_de
        fr += in_fr
        nl += in_nl
    return en, de, fr, nl
