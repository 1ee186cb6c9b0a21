"""Which words of a row belong to which column: the cheapest way to cut it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from paperclean.columns.measure import Column
from paperclean.columns.rows import Row

__all__ = ["Around", "Piece", "Sequel", "cut_at_gaps", "cut_row"]

LENGTH_SPREAD = 0.10  # s.d. of a full line's length, relative
CAP = 8.0  # the most that the odd length of one line costs
SHORT = 1.0  # the most that a line costs which ends early: a paragraph's last, a headline
SHORT_DIVIDED = 6.0  # the same after a divided word, which only a full line has
OVERLONG = 2.0  # for each further line's length that an uncut row swallows
TOUCH = 2.0  # to cut where one blank parts two words
DIVIDED = 3.5  # gained by cutting after a divided word
HEADLINE = 8.0  # to cut what stands alone and starts at no edge
BESIDE = 2.5  # to cut what starts at no edge beside other lines
HEADED = 8  # cells from an edge
SWALLOWED_HYPHEN = 1.0  # to go on after a divided word
SWALLOWED_GAP = 0.4  # to go on over a gap;
SWALLOWED_BLANK = 3.0  # of Chinese, which sets no blanks inside a line: of such pages laid out by pdftotext 1.2 % fewer lines are lost
SWALLOWED_WIDE = 1.2  # over one of WIDE cells, which may part a number from a headline
WIDE = 6
CROWDED = 2.0  # to go on over one to where, from the column's edge, the words before it have no room
SWALLOWED_EDGE = 3.0  # to go on over a gap that ends at another column's edge
EASY = 1.0  # a row that costs no more cut at its gaps alone is cut there
FARTHEST = 14  # cells before its column's edge, where a line packed against its neighbour may start
BEFORE = 0.1  # for each cell more: of columns that all begin far to the right, the nearest
SLACK = 4.0  # how much more a way may cost before the words around are heard
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


def cut_row(  # noqa: C901, PLR0912, PLR0915  # one pass over the words, kept whole for speed
    row: Row, columns: list[Column], around: Around | None = None, bound: float = 1e9
) -> tuple[float, list[Piece]]:
    """Cut *row* into pieces of *columns*, left to right; with what that costs. *bound* is known to be enough."""
    left, gap, hyphen, begins, ends_at = row.left, row.gap, row.hyphen, row.begin, row.finish
    size, count = len(left), len(columns)
    swallowed, swallowed_wide = (SWALLOWED_GAP, SWALLOWED_WIDE) if row.blanks else (SWALLOWED_BLANK,) * 2
    wide = _wide_gaps(row)
    if around:
        words, above, below, (follows, across), due = around
        bound += SLACK
        missed = [0.0, *accumulate(DUE * max(0.0, line) for line in due)]
    else:
        missed = [0.0] * (count + 1)
        whole = _by_gaps(row, columns, wide)
        if whole[0] <= EASY:
            return whole
        bound = min(bound, whole[0])
    # What starts at no edge is a headline, which is no two lines that touch.
    headline = TOUCH + (BESIDE if wide else HEADLINE)
    touching = [
        TOUCH if any(-2 <= left[run] - edge <= HEADED for edge, _, _ in columns) else headline
        for run in (0, *wide)
    ]
    # What it costs to start each column after a wide gap, and the last column whose edge is just there.
    starts = {word: [_start_cost(left[word], column, columns) for column in range(count)] for word in wide}
    at_edge = {
        word: max(
            (c for c, (edge, _, hidden) in enumerate(columns) if not hidden and -1 <= left[word] - edge <= 1),
            default=-1,
        )
        for word in wide
    }
    wide.append(size)
    divided = [0]  # before each word
    for ends in hyphen:
        divided.append(divided[-1] + ends)
    bound += (DIVIDED - TOUCH) * divided[-1] + 0.01
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(size + 1)]
    for column in range(count):
        best[0][column] = (missed[column] + _start_cost(left[0], column, columns), -1, -1)
    final = (1e9, -1, -1)
    at_wide = 0
    for first in range(size):
        states = best[first]
        while wide[at_wide] <= first:
            at_wide += 1
        if not states:
            continue
        touches = first > 0 and gap[first] < 2
        x0 = left[first]
        b0 = begins[first]
        to_come = bound - (DIVIDED - TOUCH) * divided[first]
        enough = min(to_come, min(state[0] for state in states.values()) + BEHIND)
        for column, (cost, _, _) in states.items():
            if cost > enough:
                continue
            edge, full, hidden = columns[column]
            expected = max(5.0, full if touches else full - max(0, min(8, x0 - edge)))
            spread = LENGTH_SPREAD * expected + 0.5
            inner = cost
            if around and column in above:
                inner -= LINK * follows(above[column], words[first])
            begin = first
            blank = 0
            room = _room(column, columns)
            for end, touch in zip(wide[at_wide:], touching[at_wide:], strict=True):
                if begin > first:  # over a wide gap
                    blank += gap[begin] - 1
                    inner += swallowed if gap[begin] < WIDE else swallowed_wide
                    if at_edge[begin] > column:
                        inner += SWALLOWED_EDGE
                    if (
                        touches
                        and not hidden
                        and blank == gap[begin] - 1
                        and left[begin] - edge < row.right[begin - 1] - x0
                    ):
                        inner += CROWDED
                if inner > to_come:
                    break
                if column + 1 < count:
                    low = bisect_left(ends_at, b0 + 0.5 * expected - 4, begin, end)
                    high = (
                        bisect_right(ends_at, b0 + 1.5 * expected + 8 + blank, low, end - 1)
                        if low < end - 1
                        else low
                    )
                    for word in range(low, high):
                        z = (ends_at[word] - b0 - expected) / spread
                        if blank and z > 0 and row.right[word] <= room:
                            z = max(0.0, z - blank / spread)
                        value = inner + touch + (CAP if z * z > 2 * CAP else 0.5 * z * z)
                        value += SWALLOWED_HYPHEN * (divided[word] - divided[first])
                        if value > to_come + DIVIDED:
                            continue
                        if hyphen[word]:
                            value -= DIVIDED
                        if around:
                            if column in below:
                                value -= LINK * follows(words[word], below[column])
                            if not hyphen[word]:
                                value += LINK * max(-1.5, across(words[word], words[word + 1]))
                        target = best[word + 1]
                        if column + 1 not in target or value < target[column + 1][0]:
                            target[column + 1] = (value, first, column)
                z = (ends_at[end - 1] - b0 - expected) / spread
                if blank and z > 0 and row.right[end - 1] <= room:
                    z = max(0.0, z - blank / spread)
                if z > 0:
                    here = inner + (0.5 * z * z if z * z < 2 * CAP else _capped(z, spread, expected))
                else:
                    here = inner + min(0.5 * z * z, SHORT_DIVIDED if hyphen[end - 1] else SHORT)
                here += SWALLOWED_HYPHEN * (divided[end - 1] - divided[first])
                if around and column in below:
                    here -= LINK * follows(words[end - 1], below[column])
                here -= missed[column + 1]
                if end == size:
                    here += missed[count]
                    if here < final[0]:
                        final = (here, first, column)
                        if not around and here < bound:
                            bound = here + (DIVIDED - TOUCH) * divided[-1] + 0.01
                    break
                begin = end
                if here > bound - (DIVIDED - TOUCH) * divided[end]:
                    continue
                target = best[end]
                costs = starts[end]
                for after in range(column + 1, count):
                    value = here + missed[after] + costs[after]
                    if after not in target or value < target[after][0]:
                        target[after] = (value, first, column)
    if around and final[0] > bound:  # cheaper ways were given up on account of the words around
        return cut_row(row, columns, around, final[0])
    if final[1] < 0:  # no way is cheap enough: an odd row is cut at its gaps
        return _by_gaps(row, columns, wide[:-1])
    cost, first, column = final
    pieces: list[Piece] = []
    last = size
    while first >= 0:
        pieces.append(Piece(column, first, last, first > 0 and gap[first] < 2, last < size and gap[last] < 2))
        last = first
        _, first, column = best[first][column]
    return cost, pieces[::-1]


def cut_at_gaps(row: Row, columns: list[Column]) -> list[Piece]:
    """Cut *row* into pieces of *columns* at wide gaps only."""
    return _by_gaps(row, columns, _wide_gaps(row))[1]


def _wide_gaps(row: Row) -> list[int]:
    return [word for word in range(1, len(row.left)) if row.gap[word] >= 2]


def _by_gaps(row: Row, columns: list[Column], wide: list[int]) -> tuple[float, list[Piece]]:
    """Cut *row* at every wide gap that starts a further column, and nowhere else."""
    pieces: list[Piece] = []
    total = 0.0
    column = -1
    bounds = [0, *wide, len(row.left)]
    for begin, end in pairwise(bounds):
        choices = [(_start_cost(row.left[begin], c, columns), c) for c in range(column + 1, len(columns))]
        cost, found = min(choices, default=(1e9, column))
        swallow = SWALLOWED_GAP + SWALLOWED_EDGE if begin else 1e9
        if cost <= swallow:
            total += cost
            column = found
            pieces.append(Piece(found, begin, end, touches_left=False, touches_right=False))
        else:
            total += swallow
            pieces[-1] = pieces[-1]._replace(last=end)
    for piece in pieces:
        edge, full, _ = columns[piece.column]
        expected = max(5.0, full - max(0, min(8, row.left[piece.first] - edge)))
        spread = LENGTH_SPREAD * expected + 0.5
        z = (row.finish[piece.last - 1] - row.begin[piece.first] - expected) / spread
        if z > 0:
            blank = sum(g - 1 for g in row.gap[piece.first + 1 : piece.last] if g >= 2)
            if blank and row.right[piece.last - 1] <= _room(piece.column, columns):
                z = max(0.0, z - blank / spread)
        if z > 0:
            total += 0.5 * z * z if z * z < 2 * CAP else _capped(z, spread, expected)
        else:
            total += min(0.5 * z * z, SHORT_DIVIDED if row.hyphen[piece.last - 1] else SHORT)
        total += SWALLOWED_HYPHEN * sum(row.hyphen[piece.first : piece.last - 1])
    return total, pieces


def _room(column: int, columns: list[Column]) -> float:
    """Up to which cell a line of *column* may reach whose blanks are wide; it may be full though its letters are few."""
    return columns[column + 1].edge if column + 1 < len(columns) else inf


def _capped(z: float, spread: float, expected: float) -> float:
    """What a line costs that is too long by *z* times *spread*, more than any one line may be."""
    return CAP + OVERLONG * max(0.0, z * spread / expected - 1)


def _start_cost(x: int, column: int, columns: list[Column]) -> float:
    """What it costs to start a line of *column* at *x* after a wide gap."""
    edge, _, hidden = columns[column]
    off = x - edge
    soft = 0.5 if hidden else 1.0
    if off < -2:
        return soft * min(6.0, 0.3 - 0.5 * (off + 2)) + BEFORE * max(0, -FARTHEST - off)
    if off <= 1:
        return 0.0
    if off <= 8:
        return 0.4 * soft
    if column + 1 >= len(columns) or x < columns[column + 1].edge - 2:
        return 1.0
    return 3 + 0.5 * (x - columns[column + 1].edge + 2)
