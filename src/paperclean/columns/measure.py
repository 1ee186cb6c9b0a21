"""Where columns lie and how long their full lines are, also where lines touch across the gutter.

A line that touches its right neighbour starts the neighbour where it ends itself, so many columns show no
left edge. Then the length of full lines tells: words divided by a hyphen stand at multiples of it.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from math import exp, log, pi, sqrt
from statistics import median
from typing import NamedTuple

from paperclean.columns.edges import STRIDE, Edge, edges_of
from paperclean.columns.rows import Row

__all__ = ["Column", "Run", "Usual", "columns_in", "columns_of", "full_length", "runs"]

REACH = 20  # rows above and below whose lines tell the length of a full line
ABOUT = 8  # rows above and below that show how far the page's print reaches
ROOM = 0.5  # of a full line, before the first edge, in which lines make a column though they share no edge
SLACK = 9  # cells right of an edge at which a line of its column may still start
MOST = 8  # columns between two edges
PITCH_SPREAD = 0.10  # s.d. of log(distance between edges): a page's columns are of one width
LENGTH_SPREAD = 0.06  # s.d. of a full line's length, relative
NEARBY = 0.07  # of a length, by which others may differ that are much the same
SHORT_LINE, SHORT_HAN_LINE = 20, 15  # cells; shorter runs are no full lines
RUN_END = 0.5  # weight of a run's end beside that of a divided word
NARROWEST = 11  # cells
ROOT = sqrt(2 * pi)
UNBROKEN = 0.2  # nats, which each line costs that runs over a supposed gutter without a gap
# For each stretch of Chinese without any blank that does and is so much longer than the column; figures may be set in half the
# cells they take in the text.
UNBROKEN_HAN, FAR_ACROSS = 8.0, 1.4
REACHES = 4  # cells beyond it
MISFIT = 4.0  # the most that the odd width of one column tells against an edge
TELLS = 2.0  # what each start tells for it
SURE, SURE_OF_RUNS = 0.9, 0.5  # of the divided words and of the runs that end where a full line does
SHORTEST = 0.3  # of a column's width, by a run that may end there
TIGHT, TIGHTER = 0.93, 0.86  # of the room from edge to edge, by a full line


class Column(NamedTuple):
    """The left *edge* of a column, the length of its *full* lines in cells, and whether it was only inferred."""

    edge: int
    full: float
    hidden: bool


class Run(NamedTuple):
    """Words that no wide gap parts: where they start and end, where *divided* ones end, and each *unbroken* one of Chinese."""

    left: int
    right: int
    divided: list[int]
    unbroken: list[tuple[int, int]]


class Usual(NamedTuple):
    """The commonest length of *full* lines on a page, and the *pitch* of its columns, from edge to edge."""

    full: float
    pitch: float

    def strain(self, share: float) -> float:
        """How unlikely columns of *share* cells are, from edge to edge, as a negative log likelihood."""
        return 0.5 * (log(share / self.pitch) / PITCH_SPREAD) ** 2

    def misfit(self, width: int) -> float:
        """The same for the likeliest number of columns in *width* cells; columns of any width are possible."""
        counts = range(1, max(2, min(MOST, width // NARROWEST) + 1))
        return min(MISFIT, *(self.strain(width / count) for count in counts))


def runs(row: Row) -> Iterator[tuple[int, int]]:
    """The row's words from first up to last that no gap of two blanks or more parts."""
    size, first = len(row.left), 0
    while first < size:
        last = first + 1
        while last < size and row.gap[last] < 2:
            last += 1
        yield first, last
        first = last


def full_length(rows: list[Row]) -> float | None:
    """The commonest length of full lines, in cells; of several the shortest column's."""
    lengths: dict[int, float] = defaultdict(float)
    for row in rows:
        for first, last in runs(row):
            for word in range(first, last):
                if row.hyphen[word]:
                    lengths[row.right[word] - row.left[first]] += 1.0
                    break
            if last < len(row.left):
                length = row.right[last - 1] - row.left[first]
                if length >= (SHORT_LINE if row.blanks else SHORT_HAN_LINE):
                    lengths[length] += 0.35
    smooth = {x: _density(lengths, x) for x in list(lengths) if 15 <= x <= 130}
    if not smooth:
        return None
    high = [x for x, w in smooth.items() if w >= 0.5 * max(smooth.values())]
    shortest = min(high)
    return max((x for x in high if x <= 1.3 * shortest), key=lambda x: smooth[x])


def _density(lengths: dict[int, float], x: int) -> float:
    """What lengths near *x* weigh, less the further off; long lines differ more than short ones."""
    reach = NEARBY * x
    return sum(lengths.get(x + d, 0.0) * (1 - abs(d) / reach) for d in range(-int(reach), int(reach) + 1))


def columns_of(rows: list[Row], full: float) -> list[list[Column]]:
    """For every fourth row the columns about it, those with an edge and those only inferred."""
    candidates = edges_of(rows)
    steps = [b.cell - a.cell for found in candidates for a, b in itertools.pairwise(found)]
    pitch = max(median([s for s in steps if 0.75 * full <= s <= 1.5 * full] or [1.1 * full + 1]), full + 1)
    usual = Usual(full, pitch)
    misfit = cache(usual.misfit)
    edges = [_well_spaced(found, misfit) for found in candidates]
    lines = [_measured_lines(row) for row in rows]
    begins, ends = [row.left[0] for row in rows], [row.right[-1] for row in rows]
    out: list[list[Column]] = []
    for block, found in enumerate(edges):
        middle = block * STRIDE
        near = sorted(line for at in lines[max(0, middle - REACH) : middle + REACH + STRIDE] for line in at)
        about = slice(max(0, middle - ABOUT), middle + ABOUT + STRIDE)
        left, right = min(begins[about]), max(ends[about])
        if left < found[0] - ROOM * full:
            found.insert(0, left)
        columns: list[Column] = []
        for number, edge in enumerate(found):
            last = number + 1 == len(found)
            width = max(12, right - edge + 2) if last else found[number + 1] - edge
            count, length = columns_in(edge, width, near, usual, last=last)
            if count == 1:
                length = min(width - 1, length)
            columns += [Column(edge + round(part * width / count), length, part > 0) for part in range(count)]
        out.append(columns)
    return out


def _well_spaced(edges: list[Edge], misfit: Callable[[int], float]) -> list[int]:
    """The cells of the edges that together weigh most beside how badly the columns between them fit the page.

    A heading in the middle of a column, or an indent, shows up as an edge that parts a column in two odd ones. Nothing
    is asked of the last column, which ends where its lines happen to.
    """
    best: list[tuple[float, int]] = []  # up to each edge; which edge comes before
    for cell, weight in edges:
        before = [(total - misfit(cell - edges[other].cell), other) for other, (total, _) in enumerate(best)]
        total, other = max(before, default=(0.0, -1))
        best.append((total + TELLS * weight, other))
    chosen = []
    at = max(range(len(best)), key=best.__getitem__)
    while at >= 0:
        chosen.append(edges[at].cell)
        at = best[at][1]
    return chosen[::-1]


def _measured_lines(row: Row) -> list[Run]:
    """Each run of words that may be a line or several."""
    out: list[Run] = []
    for first, last in runs(row):
        if row.right[last - 1] - row.left[first] >= 12:
            divided = [row.right[word] for word in range(first, last) if row.hyphen[word]]
            unbroken = [] if row.blanks else [(row.left[at], row.right[at]) for at in range(first, last)]
            out.append(Run(row.left[first], row.right[last - 1], divided, unbroken))
    return out


class _Ends(NamedTuple):
    """Where lines end in so many cells: each end's *weight*, its place, the share of them that full lines have, the least place."""

    width: int
    ends: list[tuple[float, int, float, float]]

    def ceiling(self, count: int, full: float) -> float:
        """More than the log likelihood of the ends can be if full lines of *count* columns are *full* cells long or longer."""
        width, ends = self
        share = width / count
        density = 1 / (count * ROOT * (LENGTH_SPREAD * full + 1))
        most = {sure: log(sure * density + (1 - sure) / width) for sure in (SURE, SURE_OF_RUNS)}
        return sum([weight * most[sure] for weight, at, sure, shortest in ends if at >= shortest * share])

    def likelihood(self, count: int, full: float, score: float, least: float) -> float:
        """*score* with the likelihood of the ends if full lines of *count* columns are *full* cells long.

        No end makes a length likelier, so that where the sum is not above *least* it is given up.
        """
        width, ends = self
        share, step = width / count, full + 1
        spreads = [LENGTH_SPREAD * full * sqrt(multiple) + 1 for multiple in range(count + 1)]
        for weight, at, sure, shortest in ends:
            if at < shortest * share:
                continue
            multiple = round((at + 1) / step) or 1
            multiple = min(multiple, count)
            spread = spreads[multiple]
            z = (at + 1 - multiple * step) / spread
            density = exp(-0.5 * z * z) / (ROOT * spread * count) if z * z < 60 else 0.0
            score += weight * log(sure * density + (1 - sure) / width)
            if score <= least:
                break
        return score


def columns_in(edge: int, width: int, near: list[Run], usual: Usual, *, last: bool) -> tuple[int, float]:
    """How many columns fill *width* cells from *edge*, and their full length; *near* are the runs about, from left to right."""
    hyphens, run_ends, words = _ends_from(edge, width, near)
    ends = [(float(times), at, SURE, 0.0) for at, times in hyphens.items()]
    ends += [(RUN_END * times, at, SURE_OF_RUNS, SHORTEST) for at, times in run_ends.items()]
    found = _Ends(width, sorted(ends, reverse=True))
    counts = range(1, max(2, min(MOST, width // NARROWEST) + 1))
    best = (-1e9, 1, float(width - 1))
    for strain, count in sorted((usual.strain(width / count), count) for count in counts):
        if -strain <= best[0]:
            break
        prior = -strain - _unbroken(count, width, run_ends, words)
        share = width / count
        lengths = [share, TIGHT * share, TIGHTER * share][: 3 if count > 1 or last else 2]
        # A line takes fewer cells than its column where the print is set close.
        if usual.full < TIGHTER * share:
            lengths += [usual.full + 1, (usual.full + TIGHTER * share) / 2]
        if prior + found.ceiling(count, min(lengths)) <= best[0]:
            continue
        for full in lengths:
            score = found.likelihood(count, full, prior, best[0])
            if score > best[0]:
                best = (score, count, full)
    return best[1], best[2]


def _ends_from(edge: int, width: int, near: list[Run]) -> tuple[Counter[int], Counter[int], list[int]]:
    """How far from *edge* divided words end, and runs of words, that begin there; how long Chinese words are that do."""
    hyphens: Counter[int] = Counter()
    run_ends: Counter[int] = Counter()
    words: list[int] = []
    behind = bisect_left(near, (edge + SLACK + 1,))
    for _, right, divided, _ in near[bisect_left(near, (edge - 2,)) : behind]:
        for at in divided:
            if 8 <= at - edge <= width + 6:
                hyphens[at - edge] += 1
        if right - edge <= width + 6:
            run_ends[right - edge] += 1
    for run in near[:behind]:
        if run.unbroken:
            words += [end - start for start, end in run.unbroken if -2 <= start - edge <= SLACK]
    return hyphens, run_ends, words


def _unbroken(count: int, width: int, run_ends: Counter[int], words: list[int]) -> float:
    """What the runs and words that no gap parts tell against so many columns."""
    if count == 1:
        return 0.0
    share = width / count
    over = sum(
        [min(count - 1, int((at - REACHES) / share)) * times for at, times in run_ends.items() if at > share]
    )
    across = sum([word > FAR_ACROSS * share for word in words])
    return UNBROKEN * over + UNBROKEN_HAN * across
