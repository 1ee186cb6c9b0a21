"""The width of the column that each line was set in."""

from __future__ import annotations

from collections.abc import Iterator
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


class Block(NamedTuple):
    """`Habits.block` lines from number *start* on: the *widths* that a column may have there, and *rows* of how likely each
    line is in each of them.
    """

    start: int
    widths: list[int]
    rows: list[list[float]]


# A path through the lines to some line: where its last column starts, that one's width in steps of `Habits.quantum`, and
# the path before, or None. The best of all, with its score; None before the first line.
Path: TypeAlias = tuple[int, int, Any]
Best: TypeAlias = tuple[float, Path | None]


def columns_of(m: Measures) -> list[Column]:
    """The columns that the lines were set in, one after another, cut where a block of `Habits.block` lines ends.

    Around each block a few widths are found that a column may have there. The likeliest path through them keeps to one
    as long as the lines allow, and rather leaves it where a paragraph may end: after a sentence, or a short line. Lines
    are looked at one by one only in blocks where leaving it can pay.
    """
    h = m.habits
    blocks = _blocks(m)
    same = int(h.same_width / h.quantum)
    scores: list[float] = []  # of the best path for each width of the block
    paths: list[Path] = []
    best: Best = (0.0, None)
    for block, is_settled in zip(blocks, _settled(blocks, same), strict=True):
        former = [*zip(scores, paths, strict=True)]
        taken = _taken_on(block, former, (best[0] + h.switch_open, best[1]), same)
        scores, paths = map(list, zip(*taken, strict=True))
        if is_settled:
            scores = [score + sum(row) for score, row in zip(scores, block.rows, strict=True)]
            most = max(scores)
            best = most, paths[scores.index(most)]
        else:
            best = _line_by_line(m, block, scores, paths, best)
    return _columns(best[1], len(m.quanta), h, [max(block.widths) for block in blocks])


def _blocks(m: Measures) -> list[Block]:
    h, steps = m.habits, m.quanta
    around = h.block // 2 + 2
    kinds = zip(steps, m.ends, m.display, strict=True)
    found = []
    for start in range(0, len(steps), h.block):
        widths = full_widths(steps[max(0, start - around) : start + h.block + around], h)
        here = [*islice(kinds, h.block)]
        rows = [[*map(likelihoods(h, width).__getitem__, here)] for width in widths]
        found.append(Block(start, widths, rows))
    return found


def _settled(blocks: list[Block], same: int) -> list[bool]:
    """For each of *blocks* whether all its lines, by their likelihoods for each width, are of one column, as those around are."""
    totals_of = [[*map(sum, block.rows)] for block in blocks]
    bests = [*map(max, totals_of)]
    widths = [
        block.widths[totals.index(best)] for block, totals, best in zip(blocks, totals_of, bests, strict=True)
    ]
    stays = [-same <= b - a <= same for a, b in pairwise(widths)]
    return [
        before and after and (len(rows) == 1 or sum(map(max, *rows)) - best < LEAST_GAIN)
        for (_, _, rows), best, before, after in zip(
            blocks, bests, [True, *stays], [*stays, True], strict=True
        )
    ]


def _taken_on(
    block: Block, former: list[tuple[float, Path]], over: Best, same: int
) -> Iterator[tuple[float, Path]]:
    """The scored paths to the first line of *block* for each of its widths: one of the *same* width as before, or come *over*."""
    start, widths, _ = block
    for width in widths:
        score, path = over
        for former_score, former_path in former:
            if -same <= former_path[1] - width <= same and former_score > score:
                score, path = former_score, former_path
        yield score, path if path and path[1] == width else (start, width, path)


def _line_by_line(m: Measures, block: Block, scores: list[float], paths: list[Path], best: Best) -> Best:
    """Take the *paths* and their *scores* through *block*, from the *best* one over to another width where that pays; the best at its end."""
    h, ends, steps = m.habits, m.ends, m.quanta
    start, widths, rows = block
    most, best_path = best
    share = log(len(widths))
    if_closed, if_open = h.switch_closed - share, h.switch_open - share
    short = SHORT * widths[0]
    closed = ends[start - 1] <= ENDS_SENTENCE or steps[start - 1] < short
    for i, row in enumerate(zip(*rows, strict=True), start):
        over = most + (if_closed if closed else if_open)
        over_path = best_path
        most = NEVER
        for j, likelihood in enumerate(row):
            score = scores[j]
            if score < over:
                score = over
                paths[j] = (i, widths[j], over_path)
            scores[j] = score = score + likelihood
            if score > most:
                most, best_path = score, paths[j]
        closed = ends[i] <= ENDS_SENTENCE or steps[i] < short
    return most, best_path


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
