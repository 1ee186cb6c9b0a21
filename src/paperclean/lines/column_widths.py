"""The width of the column that each line was set in."""

from __future__ import annotations

from itertools import islice, pairwise
from math import log
from operator import add
from typing import NamedTuple

from paperclean.lines.fits import likelihoods
from paperclean.lines.habits import ENDS_SENTENCE
from paperclean.lines.measures import Measures
from paperclean.lines.widths import full_widths

__all__ = ["Column", "columns_of"]

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
    """The lines from number *start* on that are looked at together, and the widths *modes* that their column may have.

    *former* tells for each width which one of the block before it goes on from, *likeliest* which of those is the likeliest.
    For each line *passed* holds the scores of the widths before it, and what one has that is changed to there; for a settled
    block it holds none.
    """

    start: int
    modes: list[int]
    former: list[int]
    likeliest: int
    passed: list[tuple[list[float], float]]


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
    same = int(h.same_width / h.quantum)
    settled = _settled(modes_of, rows_of, same)
    before = [*zip([0, *ends[:-1]], [0, *steps[:-1]], strict=True)]
    blocks: list[Block] = []
    scores: list[float] = []
    best = 0.0
    for start, modes, rows, is_settled in zip(starts, modes_of, rows_of, settled, strict=True):
        likeliest = scores.index(best) if scores else 0
        over = best + h.switch_open
        widths = blocks[-1].modes if blocks else []
        former = [_former(mode, widths, scores, over, same) for mode in modes]
        scores = [over if number < 0 else scores[number] for number in former]
        passed: list[tuple[list[float], float]] = []
        blocks.append(Block(start, modes, former, likeliest, passed))
        if is_settled:
            scores = [*map(add, scores, map(sum, rows))]
            best = max(scores)
            continue
        share = log(len(modes))
        if_closed, if_open = h.switch_closed - share, h.switch_open - share
        short = SHORT * modes[0]
        changes = [
            if_closed if end <= ENDS_SENTENCE or step < short else if_open
            for end, step in before[start : start + block]
        ]
        for change, row in zip(changes, zip(*rows, strict=True), strict=True):
            over = best + change
            passed.append((scores, over))
            scores = [
                (over if score < over else score) + likelihood  # noqa: FURB136  # quicker
                for score, likelihood in zip(scores, row, strict=True)
            ]
            best = max(scores)
    return _columns(blocks, scores.index(best), size, h.quantum)


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


def _former(mode: int, widths: list[int], scores: list[float], over: float, same: int) -> int:
    """The number of the likeliest of *widths* that is the *same* as *mode*, with a score above *over*; -1 if none is."""
    found = -1
    for number, (width, score) in enumerate(zip(widths, scores, strict=True)):
        if score > over and -same <= width - mode <= same:
            found, over = number, score
    return found


def _columns(blocks: list[Block], mode: int, end: int, step: float) -> list[Column]:
    """The columns of lines up to number *end*, found from the last one, whose width is number *mode* of its block."""
    found = []
    for start, modes, former, likeliest, passed in reversed(blocks):
        widest = max(modes) * step
        is_changed = False
        for i in range(start + len(passed) - 1, start - 1, -1):
            scores, over = passed[i - start]
            is_changed = scores[mode] < over
            if is_changed and i > start:
                found.append(Column(i, end, modes[mode] * step, widest))
                end, mode = i, scores.index(max(scores))
        found.append(Column(start, end, modes[mode] * step, widest))
        end = start
        mode = likeliest if is_changed or former[mode] < 0 else former[mode]
    return found[::-1]
