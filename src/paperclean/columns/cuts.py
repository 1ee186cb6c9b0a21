"""Which words of a row belong to which column: the cheapest way to cut it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from paperclean.columns.measure import Column
from paperclean.columns.rows import Row

__all__ = ["Around", "Piece", "cut_row"]

LENGTH_SPREAD = 0.10  # s.d. of a full line's length, relative
CAP = 8.0  # the most that an odd length costs
TOUCH = 2.0  # to cut where one blank parts two words
DIVIDED = 3.5  # gained by cutting after a divided word
SWALLOWED_HYPHEN = 1.0  # to go on after a divided word
SWALLOWED_GAP = 0.4  # to go on over a wide gap
SWALLOWED_EDGE = 3.0  # to go on over a gap that ends at another column's edge
LINK = 0.6  # weight of the association of words


class Piece(NamedTuple):
    """Words *first* up to *last* of a row, in the column of that number; whether it touches its neighbours."""

    column: int
    first: int
    last: int
    touches_left: bool
    touches_right: bool


class Around(NamedTuple):
    """What stands around a row: its own words, the last word above and the first below by column, and how words follow."""

    words: list[str]
    above: dict[int, str]
    below: dict[int, str]
    follows: Callable[[str, str], float]


def cut_row(  # noqa: C901, PLR0912, PLR0915  # one pass over the words, kept whole for speed
    row: Row, columns: list[Column], around: Around | None = None
) -> list[Piece]:
    """Cut *row* into pieces of *columns*, left to right."""
    size, count = len(row.left), len(columns)
    left, right, gap, hyphen = row.left, row.right, row.gap, row.hyphen
    if around:
        words, above, below, follows = around
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(size + 1)]
    for column in range(count):
        best[0][column] = (_start_cost(left[0], column, columns), -1, -1)
    final = (1e9, -1, -1)
    for first in range(size):
        states = best[first]
        if not states:
            continue
        floor = min(cost for cost, _, _ in states.values()) + 12.0
        touches = first > 0 and gap[first] < 2
        x0 = left[first]
        for column, (cost, _, _) in states.items():
            if cost > floor:
                continue
            edge, full, _ = columns[column]
            expected = full if touches else full - max(0, min(8, x0 - edge))
            spread = LENGTH_SPREAD * expected + 0.5 if expected > 5 else 1.0
            longest, shortest = 1.5 * expected + 8, 0.5 * expected - 4
            inner = cost
            if around and column in above:
                inner -= LINK * follows(above[column], words[first])
            limit = inner + 12.0
            for last in range(first + 1, size + 1):
                word = last - 1
                if word > first and gap[word] >= 2:
                    inner += SWALLOWED_GAP if gap[word] < 6 else 1 + 0.1 * (gap[word] - 6)
                    x = left[word]
                    for other in columns[column + 1 :]:
                        if -1 <= x - other.edge <= 1 and not other.hidden:
                            inner += SWALLOWED_EDGE
                            break
                if inner > limit:
                    break
                length = right[word] - x0
                wide = last == size or gap[last] >= 2
                if wide or shortest <= length <= longest:
                    z = (length - expected) / spread
                    over = min(CAP, 0.5 * z * z) if z > 0 else 0.0
                    here = inner
                    if around and column in below:
                        here -= LINK * follows(words[word], below[column])
                    if last == size:
                        if here + over < final[0]:
                            final = (here + over, first, column)
                    elif wide:
                        target = best[last]
                        for after in range(column + 1, count):
                            value = here + over + _start_cost(left[last], after, columns)
                            if after not in target or value < target[after][0]:
                                target[after] = (value, first, column)
                    elif column + 1 < count:
                        value = here + min(CAP, 0.5 * z * z) + TOUCH - (DIVIDED if hyphen[word] else 0.0)
                        if around and not hyphen[word]:
                            value += LINK * max(-1.5, follows(words[word], words[last]))
                        target = best[last]
                        if column + 1 not in target or value < target[column + 1][0]:
                            target[column + 1] = (value, first, column)
                if hyphen[word] and last < size:
                    inner += SWALLOWED_HYPHEN
    if final[1] < 0:  # no way is cheap enough: an odd row stays whole
        return [Piece(0, 0, size, touches_left=False, touches_right=False)]
    pieces: list[Piece] = []
    _, first, column = final
    last = size
    while first >= 0:
        pieces.append(Piece(column, first, last, first > 0 and gap[first] < 2, last < size and gap[last] < 2))
        last = first
        _, first, column = best[first][column]
    return pieces[::-1]


def _start_cost(x: int, column: int, columns: list[Column]) -> float:
    """What it costs to start a line of *column* at *x* after a wide gap."""
    edge, _, hidden = columns[column]
    off = x - edge
    soft = 0.5 if hidden else 1.0
    if off < -2:
        return soft * min(6.0, 0.3 - 0.5 * (off + 2))
    if off <= 1:
        return 0.0
    if off <= 8:
        return 0.4 * soft
    if column + 1 >= len(columns) or x < columns[column + 1].edge - 2:
        return 1.0
    return 3 + 0.5 * (x - columns[column + 1].edge + 2)
