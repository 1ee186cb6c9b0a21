"""Spaces inside words, in a text that lost its hyphens with its line ends: `the edu cation of the poor`."""

from __future__ import annotations

import re

from paperclean.lines.compounds import completes_compound
from paperclean.lines.lost_line_ends import LONG
from paperclean.lines.misread_hyphens import is_divided_word
from paperclean.lines.own_words import LONGEST_PART, OwnWords, plain
from paperclean.statistics.vocabulary import vocabulary

__all__ = ["spaces_within_words"]

HYPHEN_LEFT = re.compile(r"-(?<=[^\W\d_]{2}-)[ ,.;:]")
ENDINGS_LEFT = (" ed ", " gen ", " ing ", " ment ", " tion ")  # that hardly any other text has
SPACE_IN_LETTERS = re.compile(r" (?<=[^\W\d_]{2} )(?=(?P<apart>[a-zß-öø-ÿœſ]{2,40})(?![^\W\d_]))")
LETTERS_APART = re.compile(r"(?P<left>[^\W\d_]{2,40}) (?=(?P<apart>[a-zß-öø-ÿœſ]{2,40})(?![^\W\d_]))")
SAMPLE = 6000  # characters from the middle
# Of the spaces between letters in such texts one in 20 to 100 stands inside a known word, but one in 14,000 of English news
# and one in 8,000 of German and Dutch lines
FEWEST_SPACES, LEAST_SPACES = 3, 1 / 200


def spaces_within_words(text: str, own: OwnWords) -> list[re.Match[str]]:
    """The spaces inside known words of a text that has many: its hyphens went with its line ends, or its engine broke words.

    Asked of texts that kept a hyphen before a space or a speck, as nearly all whole pages do, or have a common ending by itself.
    """
    if len(text) < LONG * text.count("\n"):  # the line ends are there, and with them the hyphens
        return []
    start = max(0, (len(text) - SAMPLE) // 2)
    middle = text[start : start + SAMPLE]
    if ("-" not in text or HYPHEN_LEFT.search(text) is None) and not any(
        ending in middle for ending in ENDINGS_LEFT
    ):
        return []
    words = vocabulary(own.language)
    found = [
        plain(match["left"] + match["apart"]) in words
        and _is_inside(text, match.end() - 1, match["apart"], own)
        for match in LETTERS_APART.finditer(text, start, start + SAMPLE)
    ]
    if sum(found) < max(FEWEST_SPACES, LEAST_SPACES * len(found)):
        return []
    return [
        match
        for match in SPACE_IN_LETTERS.finditer(text)
        if _is_inside(text, match.start(), match["apart"], own)
    ]


def _is_inside(text: str, at: int, rest: str, own: OwnWords) -> bool:
    """Whether the space *at* some letters, before *rest*, stands inside a known word."""
    before = text[max(0, at - LONGEST_PART) : at]
    return not completes_compound(rest, own.language) and is_divided_word(before, rest, own)  # werkt en
