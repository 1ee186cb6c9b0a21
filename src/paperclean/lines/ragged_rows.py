"""Rows that no column broke, as of results, prices and what goes into a dish: the first word of the next would often have fitted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import log

from paperclean.lines.latin import CAPITALS, DIGIT, LOWER_CASE, NO_MARK, NUMBERED, OTHER
from paperclean.lines.printed import Lines

__all__ = ["BY_ROW", "ragged_rows"]

BY_ROW = 20.0  # evidence of a break before each row but the first

# How much likelier it is of rows than of lines that a column broke, as logarithms: that a line without a mark comes before a capital (in German
# columns one line in seven does) or a figure, before a small letter;
BY_OPENING = {
    **dict.fromkeys((*CAPITALS, DIGIT, NUMBERED, OTHER), log(0.6 / 0.15)),
    LOWER_CASE: log(0.1 / 0.5),
}
# that the first word of the next would have fitted behind it (first if so, then if not);
FITS, FITS_NOT = log(0.6 / 0.1), log(0.4 / 0.9)
# that it ends in a figure; that one clause or sentence ends within it.
NUMBER_END, OTHER_END = log(0.4 / 0.04), log(0.6 / 0.96)
CLAUSES, NO_CLAUSE = log(0.1 / 0.35), log(0.9 / 0.65)
CLAUSE, FIGURES = re.compile(r"(?<![A-Z])[,;.] "), frozenset("0123456789%°½¼¾")
LEAST_ROWS, SURE = 4, 8.0


def ragged_rows(printed: Lines, ends: list[int], openings: list[int]) -> Iterator[int]:
    r"""The numbers of those of the lines *printed* that are rows, but for the first of a run.

    Four and more without a mark at their ends, of which many are too short, or end in a figure; before a small letter all are too short.

    >>> from paperclean.lines.latin import end_classes, opening_classes
    >>> from paperclean.lines.printed import printed_lines
    >>> dish = ["Bake slowly, with much love", "500g floury potatoes", "3 large leeks", "50g butter", "300ml milk", "Wash all the leeks and then"]
    >>> [*ragged_rows(printed_lines("\n".join(dish)), end_classes(dish), opening_classes(dish))]
    [2, 3, 4, 5]
    """
    lines, spaces, apart = printed.texts, printed.spaces, printed.apart
    start = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and not apart[i] and i - start > 2 and apart[i - 1] and apart[i - 2]:
            # Blank lines between the rows and none here: what a headline or a byline stands above is no row
            if i - 1 - start >= LEAST_ROWS:
                yield from _surest(lines, openings, start, i - 1)
            start = i - 1
        is_divided = spaces[i - 1] > 1  # letters of a word that was put together moved across the line end
        if i == len(lines) or is_divided or ends[i - 1] != NO_MARK or openings[i] not in BY_OPENING:
            if i - start >= LEAST_ROWS:
                yield from _surest(lines, openings, start, i)
            start = i


def _surest(lines: list[str], openings: list[int], start: int, end: int) -> range:
    """The lines from *start* up to *end* that are most surely rows, but for the first of them."""
    full = sorted(map(len, lines[start:end]))[-2]  # one may be a heading wider than the column
    found, most = range(0), SURE
    score = told = 0.0
    first = start + 1
    for i, (line, following) in enumerate(pairwise(lines[start:end]), start + 1):
        fits = len(line) + 1 + len(following.partition(" ")[0]) <= full
        if openings[i] == LOWER_CASE and not fits:
            score = 0.0
            continue
        if score <= 0:
            score, told, first = 0.0, 0.0, i
        by_end = (FITS if fits else FITS_NOT) + (NUMBER_END if line[-1] in FIGURES else OTHER_END)
        told += by_end
        score += by_end + BY_OPENING[openings[i]] + (CLAUSES if CLAUSE.search(line) else NO_CLAUSE)
        if score > most and told > 0 and by_end > 0 and i + 2 - first >= LEAST_ROWS:
            found, most = range(first, i + 1), score
    return found
