"""Hyphens at line ends that a text lost altogether: `entertain` before `ing`, page after page.

Some exports leave out the hyphens that divide words (an ALTO file keeps them in elements of their own). Such a text
hardly has a hyphen at a line end, and many a line end inside a known word.
"""

from __future__ import annotations

import re

from paperclean.lines.misread_hyphens import is_divided_word
from paperclean.lines.own_words import LONGEST_PART, OwnWords, plain
from paperclean.statistics.vocabulary import RARE, vocabulary, words_in
from paperclean.statistics.words import HYPHENS

__all__ = ["LINE_END_IN_LETTERS", "has_lost_hyphens", "is_ending"]

LINE_END_IN_LETTERS = re.compile(
    r"\n(?=(?P<after_letters>[a-zß-öø-ÿœſ]{2,40})(?![^\W\d_]))(?:(?<=[^\W\d_]{2}\n)|(?<=[^\W\d_]{2}[ \r]\n))"
)
COMMON_HYPHEN = "-\n"
# Rarer ones, after which a blank may stand; lines with words put together end in spaces, and count so that a second look says the same
OTHER_HYPHENS = re.compile(rf"\n(?:(?<=[{HYPHENS[1:]}]\n)|(?<=[{HYPHENS}][ \r]\n)|(?<=  \n))")
# Of 1,936 lines without their hyphens one in 170 still ends in one; of lines with them, one in 9 to 25
MOST_HYPHENS = 1 / 20  # of all line ends
# Of the same 1,936 line ends 142 are inside a known word; of word pairs inside lines of clean text, one in 9,000 to 16,000 makes one
FEWEST_WORDS = 2
LEAST_WORDS = 1 / 200  # of all line ends
# Letters that are no word, or a rare one, and end so many known words, are the rest of a divided one.
# Of 10,000 divided words in four languages 477 end so that are none of the list (3,674 are), and 10 of 16,700 lines that go on.
SHORTEST_ENDING, LEAST_ENDED, LEAST_ENDED_BY_RARE = 3, 20, 200


def has_lost_hyphens(text: str, own: OwnWords) -> bool:
    """Whether *text* has line ends inside known words, more than it has hyphens at line ends."""
    if LINE_END_IN_LETTERS.search(text) is None:
        return False
    lines, hyphens = text.count("\n"), text.count(COMMON_HYPHEN)
    most = MOST_HYPHENS * lines
    if hyphens > most:
        return False
    hyphens += sum(1 for _ in OTHER_HYPHENS.finditer(text))
    if hyphens > most:
        return False
    found, needed = 0, max(FEWEST_WORDS, LEAST_WORDS * lines, hyphens + 1)
    for match in LINE_END_IN_LETTERS.finditer(text):
        end = match.start()
        if is_divided_word(text[max(0, end - LONGEST_PART) : end].rstrip(), match["after_letters"], own):
            found += 1
            if found >= needed:
                return True
    return False


def is_ending(rest: str, own: OwnWords) -> bool:
    """Whether *rest* is how many words end and no word itself: `ment`, `tion`, `lich`."""
    rest = plain(rest)
    known = vocabulary(own.language).get(rest, 0)
    least = LEAST_ENDED_BY_RARE if known else LEAST_ENDED
    return len(rest) >= SHORTEST_ENDING and known <= RARE and words_in(rest, own.language) >= least
