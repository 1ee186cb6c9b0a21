"""What it costs, in nats, that a line begins where it does and is as long as it is."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf, log, sqrt
from typing import NamedTuple

from paperclean.columns.measure import Column

__all__ = ["HEADED", "FullLine", "farthest", "full_line", "misfit", "start_costs"]

# How far the length of a full line is off, relative, is told by Student's t: most are off by little, some by much, of which a part
# was not read or whose words are set wide.
LENGTH_SPREAD = 0.07
TAIL = 3.0  # half of its degrees of freedom and one
SHORTEST = 5.0  # cells, of a full line
INDENT = 8  # cells; an indent up to so deep is missing from a full line
CAP = 8.0  # the most that the odd length of one line costs
SHORT = 1.0  # the most that a line costs which ends early: a paragraph's last, a headline
SHORT_DIVIDED = 6.0  # the same after a divided word, which only a full line has
OVERLONG = 2.0  # for each further line's length that an uncut row swallows
HEADED = 8  # cells from an edge, up to which a line of its column may well start
FARTHEST = 14  # cells before its column's edge, where a line packed against its neighbour may start
BEFORE = 0.1  # for each cell more: of columns that all begin far to the right, the nearest


def misfit(excess: float) -> float:
    """What a full line costs whose length is so many spreads off."""
    return min(CAP, TAIL * log(1 + excess * excess / (2 * TAIL)))


def farthest(worth: float) -> float:
    """How many spreads off a full line may be that costs no more: the inverse of `misfit`."""
    return sqrt(2 * TAIL * (exp(worth / TAIL) - 1)) if worth < CAP else inf


class FullLine(NamedTuple):
    """A full line from some word on: its *length*, give or take *spread*, and the cell it may reach by wide blanks."""

    length: float
    spread: float
    room: float

    def excess(self, length: float, blank: int, right: int) -> float:
        """By how many spreads a line of *length* that ends at the cell *right* is too long, or below 0 too short.

        One whose blanks are wide, by *blank* cells in all, may be full though its letters are few.
        """
        excess = (length - self.length) / self.spread
        if blank and excess > 0 and right <= self.room:
            return max(0.0, excess - blank / self.spread)
        return excess

    # Asked for each line of each way, so that all is given by place.
    def cost(self, length: float, blank: int, right: int, divided: bool) -> float:
        """What such a line costs that a gap ends; *divided* tells whether a divided word does."""
        excess = self.excess(length, blank, right)
        cost = misfit(excess)
        if excess > 0:
            return cost if cost < CAP else CAP + OVERLONG * max(0.0, excess * self.spread / self.length - 1)
        return min(SHORT_DIVIDED if divided else SHORT, cost)


def full_line(columns: Sequence[Column], column: int, indent: int = 0) -> FullLine:
    """The full line of *column* with so many cells of *indent*, or less than none."""
    length = columns[column].full
    if indent > 0:
        length -= min(INDENT, indent)
    length = max(SHORTEST, length)
    room = columns[column + 1].edge if column + 1 < len(columns) else inf
    return FullLine(length, LENGTH_SPREAD * length + 0.5, room)


def start_costs(columns: Sequence[Column], x: int) -> list[float]:
    """What it costs to start a line of each column at the cell *x* after a wide gap."""
    costs: list[float] = []
    for (edge, _, hidden), following in zip(columns, [*columns[1:], None], strict=True):
        off = x - edge
        soft = 0.5 if hidden else 1.0
        if off < -2:
            cost = soft * min(6.0, 0.3 - 0.5 * (off + 2)) + BEFORE * max(0, -FARTHEST - off)
        elif off <= 1:
            cost = 0.0
        elif off <= HEADED:
            cost = 0.4 * soft
        elif following is None or x < following.edge - 2:
            cost = 1.0
        else:
            cost = 3 + 0.5 * (x - following.edge + 2)
        costs.append(cost)
    return costs
