"""Hyphens at line ends that OCR read as another sign, told by the words: `gewor.` before `den` is `geworden`."""

from __future__ import annotations

import re

import regex

from paperclean.lines.own_words import LONGEST_PART, OwnWords, plain
from paperclean.statistics.vocabulary import COMMON, COMMONEST, RARE, vocabulary

__all__ = ["are_words", "is_divided_word", "make_word", "parts", "rest_in", "signs_in_word"]

# What engines make of a hyphen: another sign, a sign and a hyphen, or a hyphen that stands apart
SIGNS = frozenset("-‐–—−.,;:*>|■•·'\"“^~_=»«")
BEFORE_HYPHEN = SIGNS | {" "}
SHORTEST_PART = 2
# What ends an abbreviation, and its letters at most; of 19 signs that divide words on real pages one stands before a common word, behind five
AFTER_ABBREVIATIONS, LONGEST_ABBREVIATION = frozenset([".", ","]), 4
# What an ending stands behind that is no part of a divided word: 14th, aujourd'hui; not l'enga|gement
BEFORE_ENDING = regex.compile(r"(?r)(?:\d|[^\W\d_]{3}['’])")
# Parts of words that the list has as names and as what apostrophes leave; none of 289,000 short words of news is one in small letters
FIRSTS = {"en": frozenset(["ap", "ex", "im", "pre", "re", "un"])}
ENDINGS = {"en": frozenset(["ed"])}
NONE: frozenset[str] = frozenset()
REST = re.compile(r"[a-zß-öø-ÿœſ]{2,40}(?![^\W\d_])")


def rest_in(text: str, head: int) -> str:
    """The word in small letters that a line begins with at *head*; none where it begins with anything else."""
    rest = REST.match(text, head)
    return rest.group() if rest else ""


def signs_in_word(before: str, rest: str, own: OwnWords) -> int:
    """How many signs stand at the end of the line *before* inside a word that is known; 0 if none do.

    The next line begins with *rest*, as `rest_in` tells. One of the parts must be rare, and the word more common: two words that happen to
    stand beside each other, *war, um* or *oben, auf*, are each as common as the one they would make, or it is none.
    """
    signs, left, right = parts(before, rest)
    return signs if signs and make_word(left, right, own, before[-1]) else 0


def is_divided_word(before: str, rest: str, own: OwnWords, sign: str = "") -> bool:
    """Whether the line *before*, which ended in *sign* or in none, ends inside a word that is known; the rest is as of `signs_in_word`."""
    start = _last_letters(before, len(before))
    if len(before) - start < SHORTEST_PART:
        return False
    if sign == "" and before[start].isupper():  # as a stop that was lost: Richmond, Va | in the
        sign = "."
    return make_word(plain(before[start:]), plain(rest), own, sign)


def make_word(left: str, right: str, own: OwnWords, sign: str) -> bool:
    """Whether the parts beside *sign* make a word that is known, and one of them is rare and rarer than it.

    What may be an abbreviation before a common word is none: 50 Pf. before und, Atlanta, Ga. before in, the 12th inst. before all.
    """
    words = vocabulary(own.language)
    if (whole := words.get(left + right, 0)) == 0:
        return False
    second = words.get(right, 0)
    if sign in AFTER_ABBREVIATIONS and second >= COMMON and len(left) <= LONGEST_ABBREVIATION:
        return False
    language = own.language or ""
    if left in FIRSTS.get(language, NONE) or right in ENDINGS.get(language, NONE):
        return True
    least = min(words.get(left, 0), second)
    return least <= RARE and least < whole


def are_words(before: str, rest: str, own: OwnWords) -> bool:
    """Whether the parts beside a sign at the line end are no word that is known, but two words.

    Two common ones, or any before one of the commonest: 13 in a thousand German words that are divided seem so as well.
    """
    _, left, right = parts(before, rest)
    words = vocabulary(own.language)
    second = words.get(right, 0)
    return (second == COMMONEST or min(words.get(left, 0), second) >= COMMON) and left + right not in words


def parts(before: str, rest: str) -> tuple[int, str, str]:
    """The number of signs at the line end, and the parts of a word before them and after, as `plain` writes them.

    0 and no parts where there are no signs, or no parts.
    """
    if not rest or before[-1:] not in SIGNS:
        return 0, "", ""
    signs = 2 if before[-1] == "-" and before[-2:-1] in BEFORE_HYPHEN else 1
    end = len(before) - signs
    start = _last_letters(before, end)
    return (signs, plain(before[start:end]), plain(rest)) if end - start >= SHORTEST_PART else (0, "", "")


def _last_letters(before: str, end: int) -> int:
    """Where the letters that end at *end* start: at *end* if they are an ending themselves."""
    start, least = end, max(0, end - LONGEST_PART)
    while start > least and before[start - 1].isalpha():
        start -= 1
    return end if BEFORE_ENDING.match(before, 0, start) else start
