"""The width of the column that each line was set in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from math import log
from typing import Any, NamedTuple, TypeAlias

from paperclean.lines.fits import likelihoods
from paperclean.lines.full_widths import full_widths
from paperclean.lines.habits import ENDS_SENTENCE, Habits
from paperclean.lines.measures import Measures

__all__ = ["Column", "columns_of"]

NEVER = -1e9
SHORT = 0.8  # of the width; after a line shorter than this a column may end
# By how much a block's lines must be likelier, each in the width it fits best, than all in one, for a change of column to pay
# there: about what one costs after a sentence. Two of 1,958 texts come out otherwise than without it.
LEAST_GAIN = 4.0


class Column(NamedTuple):
    """The lines from number *start* up to *end*, all set in a column *full* units wide.

    *widest* is the width of the widest column that there may be around.
    """

    start: int
    end: int
    full: float
    widest: float


# A path through the lines to some line: where its last column starts, that one's width in steps of `Habits.quantum`, and
# the path before, or None.
Path: TypeAlias = tuple[int, int, Any]


def columns_of(m: Measures) -> list[Column]:
    """The columns that the lines were set in, one after another, cut where a block of `Habits.block` lines ends.

    Around each block a few widths are found that a column may have there. The likeliest path through them keeps to one
    as long as the lines allow, and rather leaves it where a paragraph may end: after a sentence, or a short line. Lines
    are looked at one by one only in blocks where leaving it can pay.
    """
    h = m.habits
    ends = m.ends
    steps = m.quanta
    size, block = len(steps), h.block
    around = block // 2 + 2
    starts = range(0, size, block)
    modes_of = [full_widths(steps[max(0, start - around) : start + block + around], h) for start in starts]
    kinds = zip(steps, ends, m.display, strict=True)
    kinds_of = [[*islice(kinds, block)] for _ in starts]
    rows_of = [
        [[*map(likelihoods(h, mode).__getitem__, kinds)] for mode in modes]
        for kinds, modes in zip(kinds_of, modes_of, strict=True)
    ]
    scores: list[float] = []
    paths: list[Path] = []
    best = 0.0
    best_path: Path | None = None
    same = int(h.same_width / h.quantum)
    settled = _settled(modes_of, rows_of, same)
    for start, modes, rows, is_settled in zip(starts, modes_of, rows_of, settled, strict=True):
        former = [*zip(scores, paths, strict=True)]
        taken = _taken_on(modes, start, former, (best + h.switch_open, best_path), same)
        scores, paths = map(list, zip(*taken, strict=True))
        if is_settled:
            scores = [score + sum(row) for score, row in zip(scores, rows, strict=True)]
            best = max(scores)
            best_path = paths[scores.index(best)]
            continue
        share = log(len(modes))
        if_closed, if_open = h.switch_closed - share, h.switch_open - share
        short = SHORT * modes[0]
        closed = ends[start - 1] <= ENDS_SENTENCE or steps[start - 1] < short
        for i, row in enumerate(zip(*rows, strict=True), start):
            over = best + (if_closed if closed else if_open)
            over_path = best_path
            best = NEVER
            for j, likelihood in enumerate(row):
                score = scores[j]
                if score < over:
                    score = over
                    paths[j] = (i, modes[j], over_path)
                scores[j] = score = score + likelihood
                if score > best:
                    best, best_path = score, paths[j]
            closed = ends[i] <= ENDS_SENTENCE or steps[i] < short
    return _columns(best_path, size, h, [*map(max, modes_of)])


def _settled(modes_of: list[list[int]], rows_of: list[list[list[float]]], same: int) -> list[bool]:
    """For each block whether all its lines, by their likelihoods for each width, are of one column, as those around are."""
    totals_of = [[*map(sum, rows)] for rows in rows_of]
    bests = [*map(max, totals_of)]
    widths = [
        modes[totals.index(best)] for modes, totals, best in zip(modes_of, totals_of, bests, strict=True)
    ]
    stays = [-same <= b - a <= same for a, b in pairwise(widths)]
    return [
        before and after and (len(rows) == 1 or sum(map(max, *rows)) - best < LEAST_GAIN)
        for rows, best, before, after in zip(rows_of, bests, [True, *stays], [*stays, True], strict=True)
    ]


def _taken_on(
    modes: list[int],
    start: int,
    former: Iterable[tuple[float, Path]],
    over: tuple[float, Path | None],
    same: int,
) -> Iterator[tuple[float, Path]]:
    """The scored paths to line *start* for widths *modes*: one of the *same* width as before, or come *over*."""
    for mode in modes:
        score, path = over
        for former_score, former_path in former:
            if -same <= former_path[1] - mode <= same and former_score > score:
                score, path = former_score, former_path
        yield score, path if path and path[1] == mode else (start, mode, path)


def _columns(path: Path | None, size: int, habits: Habits, widest: list[int]) -> list[Column]:
    """The columns along a *path*, cut where a block ends."""
    found = []
    block, step = habits.block, habits.quantum
    end = size
    while path:
        start, full, path = path
        while end > start:
            number = (end - 1) // block
            cut = max(start, number * block)
            found.append(Column(cut, end, full * step, widest[number] * step))
            end = cut
    return found[::-1]
