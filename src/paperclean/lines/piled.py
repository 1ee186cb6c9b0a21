"""Headlines below one another, as extraction piles them up at a page's end, that are as wide as each other by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperclean.lines.association import discontinuity
from paperclean.lines.chinese import CLAUSE_MARK, NO_MARK
from paperclean.lines.measures import Measures

__all__ = ["piled"]

LEAST_LINES = 3  # two may be one headline
# Lines without a mark at their ends that go on, 1, and the one that does not, 0, behind a line that does not: 0, 2
BLOCK = re.compile(b"(?<![\x01\x03])\x01{%d,}\x00" % (LEAST_LINES - 1))
BY_CHANCE = 0.4  # how ill characters go on that stand together no oftener than by chance


def piled(m: Measures, goes_on: list[float]) -> Iterator[int]:
    """The lines of headlines that *go on* in the next one's: ill, in a block without a mark of a clause or sentence that fills no column.

    Of 77,753 paragraphs of news none of 25 characters lacks all of them. Two lines may be one headline.
    """
    if not (m.habits.han and m.habits.whole_marks):
        return
    texts = m.lines.texts
    marks = [(end != NO_MARK) * 2 + (sure > 0.0) for end, sure in zip(m.ends, goes_on, strict=True)]
    for block in BLOCK.finditer(bytes(marks)):
        start, end = block.span()
        if not (CLAUSE_MARK.search("".join(texts[start:end])) or m.fills_column(start, end)):
            lines = [*range(start, end - 1)]
            for i, apart in zip(lines, discontinuity(m, lines), strict=True):
                if apart > BY_CHANCE:
                    yield i
