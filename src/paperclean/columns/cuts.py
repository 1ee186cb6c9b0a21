"""Which words of a row belong to which column: the cheapest way to cut it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from paperclean.columns.costs import FullLine, farthest, full_line, misfit
from paperclean.columns.gaps import SWALLOWED_GAP, TOUCH, Gaps
from paperclean.columns.measure import Column
from paperclean.columns.rows import Row

__all__ = ["Around", "Cut", "Cutter", "Piece", "Sequel"]

DIVIDED = 3.5  # gained by cutting after a divided word
SWALLOWED_HYPHEN = 1.0  # to go on after a divided word
# To cut where no blank parts two words: of marks that end before an edge one in three hangs out of its column.
HUNG = 7.0
CROWDED = 2.0  # to go on over one to where, from the column's edge, the words before it have no room
SWALLOWED_EDGE = 3.0  # to go on over a gap that ends at another column's edge
EASY = 1.0  # a row that costs no more cut at its gaps alone is cut there
LIKELY = 4.0  # eight rows in ten cost less, so that dearer ways are looked at only if there is none
# How much more a way may cost than before the words around were heard: at first, at most.
SLACK, MOST_SLACK = 1.0, 4.0
HOPE = 1.0  # what these may gain at one cut
BEHIND = 5.0  # how much more a way may cost than another up to the same word
LINK = 0.5  # weight of the association of words
DUE = 0.5  # of the line due in a column that has none


class Piece(NamedTuple):
    """Words *first* up to *last* of a row, in the column of that number; whether it touches its neighbours."""

    column: int
    first: int
    last: int
    touches_left: bool
    touches_right: bool


class Cut(NamedTuple):
    """A row cut into *pieces*, left to right, and what that costs."""

    cost: float
    pieces: list[Piece]


class Sequel(NamedTuple):
    """How well a word *follows* another from line to line, and how well *across* a row that holds the two side by side."""

    follows: Callable[[str, str], float]
    across: Callable[[str, str], float]


class Around(NamedTuple):
    """What stands around a row: its own words, the last word above and the first below by column.

    And how well words go on in each other, and how far a line is *due* in each column.
    """

    words: list[str]
    above: dict[int, str]
    below: dict[int, str]
    sequel: Sequel
    due: list[float]


class Cutter:
    """Cuts one row into lines of columns: several times, as the length of full lines becomes known and then the words around."""

    def __init__(self, row: Row, columns: Sequence[Column]) -> None:
        self.row = row
        self.gaps = Gaps(row, columns)
        # What it costs to cut behind each word, besides.
        self.behind = [
            -DIVIDED if hyphen else 0.0 if gap else HUNG
            for hyphen, gap in zip(row.hyphen, [*row.gap[1:], 1], strict=True)
        ]

    def cut(self, columns: Sequence[Column], around: Around | None = None, before: float = inf) -> Cut:
        """The cheapest way to cut the row into lines of *columns*; *before* what is *around* was heard it cost so much."""
        if around:
            bounds = before + SLACK, before + MOST_SLACK
        else:
            whole = self.at_gaps(columns)
            if whole.cost <= EASY:
                return whole
            bounds = min(LIKELY, whole.cost), whole.cost
        for bound in bounds:
            found = _Search(self, columns, around, bound).cheapest()
            if found and found.cost <= bound:
                return found
        if found is None:  # the row is odd
            return self.at_gaps(columns)
        # Cheaper ways may have been given up on account of the words around.
        return self.cut(columns, around, found.cost) if around else found

    def at_gaps(self, columns: Sequence[Column]) -> Cut:
        """Cut the row at every wide gap that starts a further column, and nowhere else."""
        row = self.row
        pieces: list[Piece] = []
        total = 0.0
        column = -1
        for begin, end in pairwise([0, *self.gaps.stops]):
            choices = [
                (cost, number) for number, cost in enumerate(self.gaps.starts[begin]) if number > column
            ]
            cost, found = min(choices, default=(inf, column))
            swallow = SWALLOWED_GAP + SWALLOWED_EDGE if begin else inf
            if cost <= swallow:
                total += cost
                column = found
                pieces.append(Piece(found, begin, end, touches_left=False, touches_right=False))
            else:
                total += swallow
                pieces[-1] = pieces[-1]._replace(last=end)
        divided = self.gaps.divided
        for column, first, last, _, _ in pieces:
            full = full_line(columns, column, row.left[first] - columns[column].edge)
            blank = sum(gap - 1 for gap in row.gap[first + 1 : last] if gap >= 2)
            total += full.cost(
                row.finish[last - 1] - row.begin[first],
                blank,
                row.right[last - 1],
                row.hyphen[last - 1],
            )
            total += SWALLOWED_HYPHEN * (divided[last - 1] - divided[first])
        return Cut(total, pieces)


class _Line(NamedTuple):
    """A line of *column* from the word *first* on; whether it *touches* the line before it, and how long it is if *full*."""

    first: int
    column: int
    touches: bool
    full: FullLine


class _Search:
    """The cheapest way to cut a row that costs no more than *bound*, a line at a time from the left.

    Of all ways up to a word after which a line of the same column comes next the cheapest is kept.
    """

    def __init__(
        self, cutter: Cutter, columns: Sequence[Column], around: Around | None, bound: float
    ) -> None:
        self.row, self.gaps, self.behind, self.columns = cutter.row, cutter.gaps, cutter.behind, columns
        self.count, self.size = len(columns), len(cutter.row.left)
        self.full = [full_line(columns, column) for column in range(self.count)]
        self.missed = [0.0] * (self.count + 1)  # by the columns before each, that none of them has a line
        self.words: list[str] = []
        self.above: dict[int, str] = {}
        self.below: dict[int, str] = {}
        self.hope = 0.0
        if around:
            self.words, self.above, self.below, (self.follows, self.across), due = around
            self.missed = [0.0, *accumulate(DUE * max(0.0, line) for line in due)]
            self.hope = HOPE
        self.bound = bound + 0.01
        # By the word and the column of the next line: the cost so far, the first word of the line before, its column.
        self.best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(self.size)]
        for column, cost in enumerate(self.gaps.starts[0]):
            self.best[0][column] = (self.missed[column] + cost, -1, -1)
        self.final = (inf, -1, -1)

    def cheapest(self) -> Cut | None:
        for first, ways in enumerate(self.best):
            if ways:
                most = self._most(first)
                enough = min(most, min(ways.values())[0] + BEHIND)
                for column, (cost, _, _) in ways.items():
                    if cost <= enough:
                        self._add_line(first, column, cost, most)
        cost, first, column = self.final
        if first < 0:
            return None
        gap, pieces, last = self.row.gap, [], self.size
        while first >= 0:
            pieces.append(
                Piece(column, first, last, first > 0 and gap[first] < 2, last < self.size and gap[last] < 2)
            )
            last = first
            _, first, column = self.best[first][column]
        return Cut(cost, pieces[::-1])

    def _most(self, word: int) -> float:
        """What a way up to *word* may cost: each divided word still to come may gain something in return."""
        gainful = self.gaps.gainful
        return self.bound + (DIVIDED - TOUCH) * (gainful[-1] - gainful[word])

    def _add_line(self, first: int, column: int, cost: float, most: float) -> None:
        """Go on from a way that costs so much, up to *most*, with every line of *column* from the word *first* on."""
        row, stops, divided = self.row, self.gaps.stops, self.gaps.divided
        line = self._line(first, column)
        start, finish, full = row.begin[first], row.finish, line.full
        if column in self.above:
            cost -= LINK * self.follows(self.above[column], self.words[first])
        begin, blank = first, 0
        for run in range(bisect_right(stops, first), len(stops)):
            end = stops[run]
            if begin > first:
                cost += self._cost_over(begin, line, first_gap=not blank)
                blank += row.gap[begin] - 1
            if cost > most:
                return
            if column + 1 < self.count and end - begin > 1:
                self._cut_touching(line, (begin, end, blank), cost + self.gaps.touch[run])
            last = end - 1
            here = cost + full.cost(finish[last] - start, blank, row.right[last], row.hyphen[last])
            here += SWALLOWED_HYPHEN * (divided[last] - divided[first])
            if column in self.below:
                here -= LINK * self.follows(self.words[last], self.below[column])
            here -= self.missed[column + 1]
            if end == self.size:
                self._finish(line, here + self.missed[-1])
            elif here <= self._most(end):
                self._start_after_gap(end, line, here)
            begin = end

    def _line(self, first: int, column: int) -> _Line:
        """The line of *column* that begins with the word *first*; one that touches the line before it is not indented."""
        indent = self.row.left[first] - self.columns[column].edge
        touches = first > 0 and self.row.gap[first] < 2
        full = self.full[column] if touches or indent <= 0 else full_line(self.columns, column, indent)
        return _Line(first, column, touches, full)

    def _cost_over(self, word: int, line: _Line, *, first_gap: bool) -> float:
        """What it costs to go on, in *line*, over the gap before *word*."""
        gaps, row = self.gaps, self.row
        cost = gaps.gone_over[word]
        if gaps.at_edge[word] > line.column:
            cost += SWALLOWED_EDGE
        if first_gap and line.touches:
            edge, _, hidden = self.columns[line.column]
            if not hidden and row.left[word] - edge < row.right[word - 1] - row.left[line.first]:
                cost += CROWDED
        return cost

    def _cut_touching(self, line: _Line, run: tuple[int, int, int], cost: float) -> None:
        """End *line* inside a run of touching words, after so many *blank* cells: the next column's begins there."""
        first, column, _, (length, spread, room) = line
        begin, end, blank = run
        row, divided, behind = self.row, self.gaps.divided, self.behind
        finish, hyphen = row.finish, row.hyphen
        gainful = self.gaps.gainful
        most = self._most(begin) + self.hope
        worth = most - cost + DIVIDED * (gainful[end - 1] > gainful[begin])
        if worth < 0:
            return
        # Words that end further off cost more than that, or are another line's.
        off = spread * farthest(worth)
        ideal = row.begin[first] + length
        low = bisect_left(finish, ideal - min(off, 0.5 * length + 4), begin, end - 1)
        high = bisect_right(finish, ideal + blank + min(off, 0.5 * length + 8), low, end - 1)
        cost -= SWALLOWED_HYPHEN * divided[first]
        after = column + 1
        for word in range(low, high):
            excess = (finish[word] - ideal) / spread
            if blank and excess > 0 and row.right[word] <= room:
                excess = max(0.0, excess - blank / spread)
            value = cost + misfit(excess) + SWALLOWED_HYPHEN * divided[word] + behind[word]
            if value > most:
                continue
            if self.words:
                if column in self.below:
                    value -= LINK * self.follows(self.words[word], self.below[column])
                if not hyphen[word]:
                    value += LINK * self.across(self.words[word], self.words[word + 1])
            ways = self.best[word + 1]
            if after not in ways or value < ways[after][0]:
                ways[after] = (value, first, column)

    def _start_after_gap(self, word: int, line: _Line, cost: float) -> None:
        """*line* ends before a gap: one of any further column begins at *word*."""
        first, column = line.first, line.column
        ways, starts, missed = self.best[word], self.gaps.starts[word], self.missed
        for after in range(column + 1, self.count):
            value = cost + missed[after] + starts[after]
            if after not in ways or value < ways[after][0]:
                ways[after] = (value, first, column)

    def _finish(self, line: _Line, cost: float) -> None:
        """*line* is the row's last."""
        if cost < self.final[0]:
            self.final = (cost, line.first, line.column)
            if not self.words and cost < self.bound:
                self.bound = cost + 0.01
