"""The commonest words of a language, in bands by how common they are."""

from __future__ import annotations

import lzma
from bisect import bisect_left
from functools import cache
from importlib.resources import files

from paperclean.languages import LANGUAGES

__all__ = ["COMMON", "COMMONEST", "RARE", "are_two_words", "vocabulary", "words_in"]

BANDS = COMMONEST = 4  # the band of words seen once in two thousand or more; Zipf frequency 5.7
COMMON = 3  # the band of words seen once in ten thousand or more; Zipf frequency 5
RARE = 1  # the band of words seen less than once in fifty thousand; below 4.3


@cache
def vocabulary(language: str | None) -> dict[str, int]:
    """The words of *language* in small letters, each with its band: 1 for known words to 4 for the commonest.

    Read from the package on first use; empty for a language without a list.

    >>> german = vocabulary("de")
    >>> german["und"], german["mutter"], "ter" in german
    (4, 3, True)
    """
    if language not in LANGUAGES:
        return {}
    packed = files("paperclean.data").joinpath(f"vocabulary_{language}.txt.xz").read_bytes()
    lines = lzma.decompress(packed).decode("utf-8").split("\n")
    return {word: BANDS - i for i, line in enumerate(lines) for word in line.split(" ")}


def are_two_words(left: str, right: str, language: str | None) -> bool:
    """Whether *left* and *right*, in small letters, are words that are known, and none together.

    >>> are_two_words("long", "term", "en"), are_two_words("mem", "bers", "en"), are_two_words("after", "noon", "en")
    (True, False, False)
    """
    words = vocabulary(language)
    return left in words and right in words and left + right not in words


def words_in(ending: str, language: str | None) -> int:
    """How many known words of *language*, in small letters, end in *ending*, itself among them.

    >>> words_in("tion", "en") > 100 > words_in("harbour", "en")
    True
    """
    backwards, reversed_words = ending[::-1], _reversed_words(language)
    return bisect_left(reversed_words, backwards + chr(0x10FFFF)) - bisect_left(reversed_words, backwards)


@cache
def _reversed_words(language: str | None) -> list[str]:
    return sorted(word[::-1] for word in vocabulary(language))
