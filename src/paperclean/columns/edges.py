"""Left edges of columns: places where lines keep starting, row after row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from paperclean.columns.rows import Row

__all__ = ["STRIDE", "Edge", "edges_of", "starting_cells"]

STRIDE = 4  # rows that share one measurement
REACH = 12  # rows above and below that count, less the further off
FAR = 32  # a column goes on: starts so far off help to find its edge, though they weigh nothing for it
LASTING = 0.2  # of a near start
SEEN = 2.0  # weight of starts that makes an edge: one in the row itself and two not far off
FAINT = 0.5  # weight of a start after two blanks, which may be a wide word space
MIDDLING = 0.75  # after three
STRETCHED = 0.25  # of that, where the gaps before and after are wide too: a Latin line stretched to its width
APART = 9  # cells; a column is wider, a paragraph's indent narrower
INDENT = 0.35  # share of an edge's starts that a flush left start before it must have to be the edge


class Edge(NamedTuple):
    """A *cell* at which columns start, and the *weight* of the starts there in the rows near by."""

    cell: int
    weight: float


def edges_of(rows: list[Row]) -> list[list[Edge]]:
    """For every fourth row the cells at which columns start about it."""
    starts = [_starts(row) for row in rows]
    out: list[list[Edge]] = []
    for middle in range(0, len(rows), STRIDE):
        near: dict[int, float] = defaultdict(float)
        all_: dict[int, float] = defaultdict(float)
        for at in range(max(0, middle - FAR), min(len(rows), middle + FAR + STRIDE)):
            off = abs(at - middle - 1.5)
            close = 1 - off / (REACH + STRIDE)
            weight = max(close, LASTING * (1 - off / (FAR + STRIDE)))
            for x, clear in starts[at]:
                all_[x] += weight * clear
                if close > 0:
                    near[x] += close * clear
        cells = _peaks(all_)
        out.append([Edge(x, _smooth(near, x)) for x in cells] or [Edge(min(all_, default=0), 0.0)])
    return out


def starting_cells(rows: Iterable[Row]) -> list[int]:
    """The cells at which columns start in *rows*, however far apart these are."""
    weights: dict[int, float] = defaultdict(float)
    for row in rows:
        for x, clear in _starts(row):
            weights[x] += clear
    return _peaks(weights)


def _starts(row: Row) -> list[tuple[int, float]]:
    """The cells at which words start after a wide gap, each with its weight."""
    gaps = row.gap
    out = [(row.left[0], 1.0)]
    for x, gap, before, after in zip(row.left[1:], gaps[1:], (0, *gaps[1:]), (*gaps[2:], 0), strict=False):
        if gap >= 2:
            clear = FAINT if gap == 2 else MIDDLING if gap == 3 else 1.0
            out.append((x, STRETCHED * clear if row.blanks and before >= 2 and after >= 2 else clear))
    return out


def _smooth(weights: dict[int, float], x: int) -> float:
    """What starts at *x* weigh with those next to it."""
    get = weights.get
    return get(x, 0.0) + 0.8 * (get(x - 1, 0.0) + get(x + 1, 0.0)) + 0.5 * (get(x - 2, 0.0) + get(x + 2, 0.0))


def _peaks(weights: dict[int, float]) -> list[int]:
    """The cells where starts pile up, apart from each other, each moved to the flush start before it."""
    smooth = {x: _smooth(weights, x) for x in weights}
    edges: list[int] = []
    for x in sorted(smooth, key=lambda x: -smooth[x]):
        top = smooth[x]
        if top < SEEN:
            break
        if all(abs(x - edge) >= APART for edge in edges):
            flush = [y for y in range(x - APART + 1, x) if smooth.get(y, 0) >= max(SEEN, INDENT * top)]
            if flush and all(abs(flush[0] - edge) >= APART for edge in edges):
                best = max(range(flush[0], flush[0] + 3), key=lambda y: smooth.get(y, 0.0))
                edges.append(min(best, x))
            else:
                edges.append(x)
    return sorted(edges)
