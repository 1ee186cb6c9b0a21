"""Wide blanks within lines: those between the cells of a table, and those that fill up a line of running text here and there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperclean.lines.latin import LOWER
from paperclean.statistics.words import HYPHENS

__all__ = ["GOES_ON", "rows_with_gaps"]

WIDE_BLANK = re.compile(r"[ \u3000]{3,}")
# Cells below each other begin at the same place, within a character; so do most of those of a table, or of columns that were not parted.
SAME_PLACE, MOST_ALIGNED = 1, 0.5
# Where they do not, and a fifth of several lines opens with a small letter, as hardly a row of a table does, all are running text.
SEVERAL, LEAST_SMALL = 5, 0.2
GOES_ON = LOWER.union(HYPHENS, ",")  # what a line ends with that ends inside a sentence


def rows_with_gaps(texts: list[str], start: int, end: int) -> Iterator[int]:
    """The numbers of those of the lines *texts*, from *start* up to *end*, that are rows of a table, whose cells stand wide blanks apart.

    >>> [*rows_with_gaps(["Oats   33s.", "Rye    27s.", "was   bought", "and the"], 0, 4)]
    [0, 1, 2]
    >>> [*rows_with_gaps(["The board   met", "and heard it,", "which   was read", "by   all of", "them"], 0, 5)]
    []
    """
    gaps = {
        i: [match.end() for match in WIDE_BLANK.finditer(texts[i])]
        for i in range(start, end)
        if "   " in texts[i] or "\u3000" in texts[i]
    }
    gaps = {i: places for i, places in gaps.items() if places}
    aligned = [i for i in gaps if any(_meet(gaps[i], gaps.get(j, [])) for j in (i - 1, i + 1))]
    small = [i for i in gaps if texts[i][0] in LOWER]
    if len(aligned) > MOST_ALIGNED * len(gaps):
        yield from gaps
    elif len(gaps) < SEVERAL or len(small) < LEAST_SMALL * len(gaps):
        for i in gaps:
            goes_on = texts[i][-1] in GOES_ON and i + 1 < end and texts[i + 1][0] in LOWER
            if not (goes_on or (i > start and i in small and texts[i - 1][-1] in GOES_ON)):
                yield i


def _meet(places: list[int], others: list[int]) -> bool:
    """Whether one of the *places* is one of the *others*, or beside it."""
    return any(abs(place - other) <= SAME_PLACE for place in places for other in others)
