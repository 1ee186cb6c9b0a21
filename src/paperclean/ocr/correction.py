"""Words that OCR misread, put right where a page shows many: `tbe` is `the`."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import regex

from paperclean.edits import Edit
from paperclean.languages import LANGUAGES, refuse_unknown
from paperclean.ocr.readings import Reading, reading
from paperclean.statistics.lexicon import lexicon
from paperclean.steps import rewrite
from paperclean.survey import Survey

if TYPE_CHECKING:
    from regex import Match

__all__ = ["correct_ocr"]

# A run of letters and digits, but neither part of a divided or joined word nor what an apostrophe cuts short
WORD = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}\-¬\xad⸗‐‑=]|[\-¬\xad⸗‐‑=]\n)[\p{L}\p{M}\p{N}]{2,24}+(?![\p{L}\p{M}\p{N}\-¬\xad⸗‐‑='’])"
)
# Figures, ordinals and Roman numbers; what has signs of its own for letters, or capitals inside, as names have; short words that a point abbreviates
NO_WORD = regex.compile(r"[ivxlcdmIVXLCDM]+|\d.{0,3}|.*\d|.*\d.*\d.*|.*[ſ\p{M}].*|.*\p{Ll}\p{Lu}.*")
APOSTROPHES = ("'", "’")  # in a language without elision a misread letter: I'itls is Pitts
ABBREVIATED = 4  # letters at most
# The letters that a space parts from a word, before it and after it
LETTERS_BEFORE = regex.compile(r"(?r)(?<![\p{L}\p{M}\p{N}])(\p{L}{2,24}) ")
LETTERS_AFTER = regex.compile(r" (\p{Ll}{2,24})(?![\p{L}\p{M}\p{N}])")
DIVIDED = 6  # letters at least of a word in two parts; two short misread words make a rare one now and then
SENTENCE_BEGINS = regex.compile(r"(?:^|[.!?:\n])[^\p{L}\p{N}]*\Z")
BEFORE = 4  # characters in which a sentence's end is looked for
CHAIN = 3  # words, each the likeliest reading of the one before
# The share of running text of some 500 words, half of it together, whose misreadings tell of a page
KNOWN_BY_SIGHT = math.log(2e-4)
USUAL = 0.03  # of the words of a page, misread where the odds need no correction
DOUBTED = 0.5, 50  # misread words and words that every page is given, so that a few words tell little
SURE = 3.0  # nats: one in twenty of what is that likely would be wrong
NAME = 3.0  # nats more for what is written like a name; names are seldom known and often near a word
FEWEST = 0.003  # words put right, each counted once, of a page's words; a page with fewer was not read by a machine


@rewrite
def correct_ocr(text: str, *, language: str | None = None) -> Iterator[Edit]:
    """Put right words that OCR misread, where one known word is by far the likeliest.

    An engine takes letters for others of their shape: `aud` for `and`, `tlie` for `the`, in Fraktur `fich` for `sich`. A word that is not
    common is read again: as what each of its letters may have been printed as, and two of them if it is none of the 60,000 words of the language.
    The known word that is likeliest, by how common it is and how often such letters are taken for each other, is weighed against the other
    ones and against what the page says: a rare word, or an unknown one that its letters may well make, as they make names. How badly the page
    is read is told by the commonest words on it.

    *language* (`en`, `de`, `fr`, `nl`; of `zh` nothing is changed) is found from the text unless it is given; `ValueError` for another. An
    edit's `reason` names both words, its `confidence` is how likely the change is by the word alone: where the print is known 85 in a hundred
    changes are right, and 13 make another word of one that was misread.

    >>> correct_ocr("Tlie council met on Tuesday aud beard tbat the rivor had risen.")
    'The council met on Tuesday and beard that the river had risen.'
    >>> correct_ocr("Die Stadt hat fich nicht ergeben, und es wird uoch gekämpft.")
    'Die Stadt hat sich nicht ergeben, und es wird noch gekämpft.'

    Left alone: words that are not rare, though wrong here (`beard`); what may be two words; names, old spellings,
    abbreviations, figures; parts of divided words, so join these first; words with `ſ`; and a page that shows hardly a misread word.

    >>> correct_ocr("Mr. Hoskin of Tenterfield was heard, and the council met on Tuesday.")
    'Mr. Hoskin of Tenterfield was heard, and the council met on Tuesday.'

    It is not part of `clean`, since it goes by what is likely and not by what is there. `pc.Pipeline(pc.newspaper, pc.correct_ocr)` has it
    last, when words are whole.

    The noisy channel of M. D. Kernighan, K. W. Church and W. A. Gale, "A spelling correction program based on a noisy channel
    model" (1990), with an open vocabulary. Word lists: wordfreq (CC BY-SA 4.0).
    """
    refuse_unknown(language)
    language = language or Survey(text).language
    if language not in LANGUAGES:
        return
    doubtful, words, dirt = _doubtful(text, language)
    sure = []
    for match, found in doubtful:
        odds = found.odds(dirt)
        least = SURE + NAME * (language != "de" and _is_written_like_a_name(text, match))
        if odds >= least and not _is_part(text, match, language):
            sure.append((match, _at_last(found, dirt, language).word, odds))
    if len({word for _, word, _ in sure}) < FEWEST * words:
        return
    for match, word, odds in sure:
        yield _smallest(match.start(), match[0], word, 1 / (1 + math.exp(-odds)))


def _doubtful(text: str, language: str) -> tuple[list[tuple[Match[str], Reading]], int, float]:
    """The words of *text* that may be misread, with what they are then; how many words it has; and its `dirt`, as `Reading.odds` takes it."""
    share = lexicon(language).log_share
    doubtful: list[tuple[Match[str], Reading]] = []
    words = known = 0
    misread = 0.0
    for match in WORD.finditer(text):
        word = match[0]
        if NO_WORD.fullmatch(word) or (language != "fr" and text.endswith(APOSTROPHES, 0, match.start())):
            continue
        words += 1
        own = share.get(word.lower())
        if own is not None and own >= KNOWN_BY_SIGHT:
            known += 1
        elif len(word) <= ABBREVIATED and text.startswith(".", match.end()):
            continue
        elif found := reading(word, language):
            if own is None and share[found.word.lower()] >= KNOWN_BY_SIGHT:
                misread += 1 / (1 + math.exp(-found.odds(0.0)))
            doubtful.append((match, found))
    more, among = DOUBTED
    return doubtful, words, math.log((misread + more) / (known + misread + among) / USUAL)


def _is_part(text: str, match: Match[str], language: str) -> bool:
    """Whether what is no word is one with the letters before it or after it: `regu lations`, whose hyphen went with its line end."""
    share = lexicon(language).log_share
    if match[0].lower() in share:
        return False
    before = LETTERS_BEFORE.match(text, 0, match.start())
    after = LETTERS_AFTER.match(text, match.end())
    wholes = (before[1] + match[0] if before else "", match[0] + after[1] if after else "")
    return any(len(whole) >= DIVIDED and whole.lower() in share for whole in wholes)


def _at_last(found: Reading, dirt: float, language: str) -> Reading:
    """What *found* would be read as by the next run, and the one after it: `tlio` is `tho`, and `tho` is `the`."""
    share = lexicon(language).log_share
    for _ in range(CHAIN):
        if share[found.word.lower()] >= KNOWN_BY_SIGHT:
            break
        further = reading(found.word, language)
        if further is None or further.odds(dirt) < SURE:
            break
        found = further
    return found


def _is_written_like_a_name(text: str, match: Match[str]) -> bool:
    """Whether a word has a capital that no beginning of a sentence asks for, and is not set in capitals, or is as short as an acronym."""
    word, start = match[0], match.start()
    return (
        word[0].isupper()
        and (len(word) <= ABBREVIATED or not word.isupper())
        and not SENTENCE_BEGINS.search(text, max(0, start - BEFORE), start)
    )


def _smallest(start: int, before: str, after: str, confidence: float) -> Edit:
    """The edit that makes *after* of *before*, without the letters that both begin and end with."""
    size = min(len(before), len(after))
    head = next((i for i in range(size) if before[i] != after[i]), size)
    tail = next((i for i in range(size - head) if before[-1 - i] != after[-1 - i]), size - head)
    return Edit(
        start + head,
        start + len(before) - tail,
        after[head : len(after) - tail],
        f"misread: {before} for {after}",
        confidence,
    )
