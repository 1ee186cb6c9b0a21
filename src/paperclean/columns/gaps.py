"""The gaps of a row and the edges of columns: what it costs to start a line at each gap, to go on over it, or to cut between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from paperclean.columns.costs import HEADED, start_costs
from paperclean.columns.measure import Column
from paperclean.columns.rows import Row

__all__ = ["SWALLOWED_GAP", "TOUCH", "Gaps"]

TOUCH = 2.0  # to cut where one blank parts two words
TOUCH_HAN = 0.5  # of Chinese, which sets no blanks inside a line
HEADLINE = 8.0  # to cut what stands alone and starts at no edge
BESIDE = 2.5  # to cut what starts at no edge beside other lines
SWALLOWED_GAP = 0.4  # to go on over a gap;
SWALLOWED_BLANK = 3.0  # of Chinese, which sets no blanks inside a line: of such pages laid out by pdftotext 1.2 % fewer lines are lost
SWALLOWED_WIDE = 1.2  # over one of WIDE cells, which may part a number from a headline
WIDE = 6


class Gaps:
    """What depends on a *row* and the edges of its *columns* alone, not on how long full lines are.

    Costs are in nats. *starts*: by the word behind a wide gap (or the row's first) of starting a line of each column there;
    *gone_over*: of going on over that gap; *at_edge*: the last column whose edge is just behind it, or -1. *stops*: the words
    before which a run of touching words ends; *touch*: for each run, of a cut inside it. *divided*: before each word, how
    many divided ones; *gainful*: how many of these touch the next word, where a cut gains.
    """

    def __init__(self, row: Row, columns: Sequence[Column]) -> None:
        size = len(row.left)
        wide = [word for word in range(1, size) if row.gap[word] >= 2]
        edges = [column.edge for column in columns]
        # What starts at no edge is a headline, which is no two lines that touch.
        least = TOUCH if row.blanks else TOUCH_HAN
        headline = least + (BESIDE if wide else HEADLINE)
        swallowed, swallowed_wide = (
            (SWALLOWED_GAP, SWALLOWED_WIDE) if row.blanks else (SWALLOWED_BLANK, SWALLOWED_BLANK)
        )
        self.stops = [*wide, size]
        self.touch: list[float] = []
        self.starts: dict[int, list[float]] = {}
        self.gone_over: dict[int, float] = {}
        self.at_edge: dict[int, int] = {}
        for word in (0, *wide):
            x = row.left[word]
            near = bisect_left(edges, x - HEADED) < bisect_right(edges, x + 2)
            self.touch.append(least if near else headline)
            self.starts[word] = start_costs(columns, x)
            self.gone_over[word] = swallowed if row.gap[word] < WIDE else swallowed_wide
            behind = range(bisect_left(edges, x - 1), bisect_right(edges, x + 1))
            self.at_edge[word] = max((at for at in behind if not columns[at].hidden), default=-1)
        touches = [*(gap < 2 for gap in row.gap[1:]), False]
        self.divided = [0, *accumulate(row.hyphen)]
        self.gainful = [
            0,
            *accumulate(hyphen and touch for hyphen, touch in zip(row.hyphen, touches, strict=True)),
        ]
