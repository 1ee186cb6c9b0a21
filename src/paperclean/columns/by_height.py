"""Columns whose lines are not on a level, parted by a beam search over partitions that keep the lines' order.

A state is the last line of each chain, the one whose turn came longest ago in front. A chain may miss a turn, begin
anywhere and end anywhere: it is then only less and less likely to go on.

The lines of a column are equally far apart, and the text is sorted by height. So each chain is given a height in
lines of its column: the chain goes on whose next line is due at the height that has been reached.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import NamedTuple

from paperclean.columns.chains import (
    MOST_CHAINS,
    PROMISE,
    SILENT,
    Chain,
    Line,
    Sheet,
    begun,
    fit,
    gone_on,
    most_fit,
)
from paperclean.columns.lattice import Lattice, Way

__all__ = ["BIRTH", "TRUST", "lattice_by_height"]

# The rhythm, in natural logarithms before they are made to sum to 1: fitted to real pages as a choice among the
# chains that are going on.
DUE = (  # by the height of a chain's next line above the height reached: up to so much, so likely
    (-3.0, -3.6),
    (-2.0, -1.9),
    (-1.2, 0.1),
    (-0.5, 1.5),
    (-0.2, 1.15),
    (-0.02, 1.35),
    (0.1, 0.9),
    (0.3, 0.75),
    (0.6, 0.55),
    (0.97, -0.1),
    (math.inf, -0.8),
)
NEIGHBOUR = 1.0  # the chain that came next after this neighbour in the last turn
NEIGHBOUR_BEFORE = 1.75  # and in the turn before that: where rows hold part of a line, turns repeat in twos
PASSED_OVER = -0.3  # each chain before it in the queue that is due and has not missed its turn
AT_ONCE = -0.6  # a chain twice in succession
DEEPEST = 40  # tenths of a line
MISSED = -0.5  # the height due, from the height reached, below which a chain has missed its turn
YIELDING = 0.3  # share of the way by which a line that comes early was due earlier than thought
BIRTH = -4.0  # nats for a column that begins
TRUST = 1.5  # in words and widths against the rhythm and the births of columns
BEAM = 12
MARGIN = 8.0  # nats below the best, times the strictness, at which a state is given up
PLACE_DUE = DEEPEST + 10.5  # in the table of odds, where tenths are rounded: of a line that is due now,
PLACE_MISSED = int(DEEPEST + 10 * MISSED + 0.5)  # and of one that has missed its turn
NONE = -2  # in place of a line before the first; the next is none either
NOTHING = (-1, -1)  # no chain has such lines


class State(NamedTuple):
    """The chains of a partition: the last line of each, the line before that, its height, and what it has been.

    *follows*: the lines that came after this one's neighbour one and two turns ago.
    """

    score: float
    lasts: tuple[int, ...]
    befores: tuple[int, ...]
    heights: tuple[float, ...]
    chains: tuple[Chain, ...]
    follows: tuple[int, int]


def lattice_by_height(sheet: Sheet, *, strictness: float, beam: int = BEAM) -> Lattice:  # noqa: C901, PLR0912  # one pass, kept whole for speed
    """The partitions of *sheet* worth a look, *beam* of them at each line.

    *strictness* multiplies the rhythm: 1 for pages as printed, more where columns take turns regularly.
    """
    lines, link, log = sheet.lines, sheet.link, math.log
    states = [State(0.0, (), (), (), (), NOTHING)]
    rhythm = Rhythm(strictness)
    margin = MARGIN * max(1.0, strictness)
    lattice: Lattice = []
    for number, line in enumerate(lines):
        reached: dict[tuple[int, ...], list[Way]] = {}
        linked: dict[int, float] = {}
        fits: dict[int, float] = {}  # by chain
        most = most_fit(line)
        added = (number,)
        top = floor = -math.inf
        for place, (score, lasts, befores, heights, chains, follows) in enumerate(states):
            if score + PROMISE < floor:
                break
            value = score + BIRTH
            if value > floor:
                reached.setdefault(lasts + added, []).append((value, place, -1))
                if value > top:
                    top, floor = value, value - margin
            if not lasts:
                continue
            odds = rhythm.odds(lasts, befores, heights, follows)
            score -= log(sum(odds))
            for q, last in enumerate(lasts):
                gain = linked.get(last)
                if gain is None:
                    gain = linked[last] = TRUST * link(last, number)
                value = score + gain
                if value + most < floor:
                    continue
                value += log(odds[q])
                if value + most < floor:
                    continue
                chain = chains[q]
                fitting = fits.get(id(chain))
                if fitting is None:
                    fitting = fits[id(chain)] = fit(chain, line)
                value += fitting
                if value > floor:
                    ways = reached.get(key := lasts[:q] + lasts[q + 1 :] + added)
                    if ways is None:
                        reached[key] = [(value, place, last)]
                    else:
                        ways.append((value, place, last))
                    if value > top:
                        top, floor = value, value - margin
        best = sorted(reached.values(), key=max, reverse=True)[:beam]
        lattice.append(best)
        grown: dict[int, Chain] = {}
        states = [_grown(states, max(ways), number, line, grown) for ways in best]
    return lattice


class Rhythm:
    """How likely each of several chains is to go on, by their heights."""

    def __init__(self, strictness: float) -> None:
        bins = [i / 10 for i in range(-DEEPEST, 11)]
        weights = [next(weight for most, weight in DUE if due <= most + 1e-9) for due in bins]
        self.due = [math.exp(strictness * weight) for weight in weights]
        self.neighbour = math.exp(strictness * NEIGHBOUR)
        self.neighbour_before = math.exp(strictness * NEIGHBOUR_BEFORE)
        self.passed_over = math.exp(strictness * PASSED_OVER)
        self.at_once = math.exp(strictness * AT_ONCE)

    def odds(
        self,
        lasts: tuple[int, ...],
        befores: tuple[int, ...],
        heights: tuple[float, ...],
        follows: tuple[int, int],
    ) -> list[float]:
        """The odds of each chain to go on; *follows*: the lines that came next one and two turns ago."""
        next_before, next_long_before = follows
        due, passed_over = self.due, self.passed_over
        next_line = PLACE_DUE - 10 * heights[-1]
        odds = []
        passing = 1.0
        for height in heights:
            place = int(10 * height + next_line)
            if place > PLACE_MISSED:
                odds.append(due[place] * passing)
                passing *= passed_over
            else:
                odds.append(due[max(0, place)] * passing)
        if next_before in lasts:
            odds[lasts.index(next_before)] *= self.neighbour
        if next_long_before in befores:
            odds[befores.index(next_long_before)] *= self.neighbour_before
        if len(odds) > 1:
            odds[-1] *= self.at_once
        return odds


def _height(heights: tuple[float, ...], q: int) -> float:
    """The height of the next line of chain *q*: where it was due, or a little above where it comes early."""
    reached, before = heights[-1], heights[q]
    missed = reached + MISSED - 1
    for first in heights:
        if first > missed:
            break
    return max(reached, before + 1 - YIELDING * (before - first))


def _grown(states: list[State], way: Way, number: int, line: Line, grown: dict[int, Chain]) -> State:
    """The state that *way* leads to with *line*; *grown*: the chains that have been grown with it already."""
    score, place, last = way
    _, lasts, befores, heights, chains, _ = states[place]
    if last < 0:
        before, follows = NONE, NOTHING
        height = heights[-1] if heights else 0.0
        added = begun(line)
        kept = slice(1 if len(lasts) >= MOST_CHAINS else 0, None)
        lasts, befores, heights, chains = lasts[kept], befores[kept], heights[kept], chains[kept]
    else:
        q = lasts.index(last)
        before, follows = last, (last + 1, befores[q] + 1)
        height = _height(heights, q)
        chain = chains[q]
        known = grown.get(id(chain))
        if known is None:
            known = grown[id(chain)] = gone_on(chain, line)
        added = known
        lasts, befores = lasts[:q] + lasts[q + 1 :], befores[:q] + befores[q + 1 :]
        heights, chains = heights[:q] + heights[q + 1 :], chains[:q] + chains[q + 1 :]
    if lasts and lasts[0] < number - SILENT:
        going_on = bisect_left(lasts, number - SILENT)
        lasts, befores = lasts[going_on:], befores[going_on:]
        heights, chains = heights[going_on:], chains[going_on:]
    return State(score, (*lasts, number), (*befores, before), (*heights, height), (*chains, added), follows)
