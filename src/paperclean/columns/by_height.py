"""Columns whose lines are not on a level, parted by a beam search over partitions that keep the lines' order.

A state is the last line of each chain, the one whose turn came longest ago in front. A chain may miss a turn, begin
anywhere and end anywhere: it is then only less and less likely to go on.

The lines of a column are equally far apart, and the text is sorted by height. So each chain is given a height in
lines of its column: the chain goes on whose next line is due at the height that has been reached.
"""

from __future__ import annotations

import math
from operator import itemgetter
from typing import NamedTuple

from paperclean.columns.chains import (
    MOST_CHAINS,
    PROMISE,
    SILENT,
    Chain,
    Line,
    Path,
    Sheet,
    begun,
    fit,
    gone_on,
    most_fit,
    path_lines,
)

__all__ = ["BIRTH", "chains_by_height"]

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
BEAM = 20
MARGIN = 8.0  # nats below the best, times the strictness, at which a state is given up
PLACE_DUE = DEEPEST + 10.5  # in the table of odds, where tenths are rounded: of a line that is due now,
PLACE_MISSED = int(DEEPEST + 10 * MISSED + 0.5)  # and of one that has missed its turn
NOTHING = (-1, -1)  # no chain has such lines


class State(NamedTuple):
    score: float
    lasts: tuple[int, ...]
    chains: tuple[Chain, ...]
    follows: tuple[int, int]
    path: Path


def chains_by_height(sheet: Sheet, *, strictness: float) -> list[int]:  # noqa: C901  # one pass, kept whole for speed
    """For each line of *sheet* the line before it in its chain, or -1.

    *strictness* multiplies the rhythm: 1 for pages as printed, more where columns take turns regularly.
    """
    lines, link, log = sheet.lines, sheet.link, math.log
    states = [State(0.0, (), (), NOTHING, None)]
    rhythm = Rhythm(strictness)
    margin = MARGIN * max(1.0, strictness)
    for number, line in enumerate(lines):
        new: dict[tuple[int, ...], tuple[float, State, int]] = {}
        get = new.get
        linked: dict[int, float] = {}
        floor = -math.inf
        most = most_fit(line)
        for state in states:
            score, lasts, open_chains, follows, _ = state
            if score + PROMISE < floor:
                break
            value = score + BIRTH
            if value > floor:
                known = get(key := (*lasts, number))
                if known is None or known[0] < value:
                    new[key] = (value, state, -1)
                    floor = max(floor, value - margin)
            if not lasts:
                continue
            odds = rhythm.odds(open_chains, follows)
            score -= log(sum(odds))
            for q, last in enumerate(lasts):
                gain = linked.get(last)
                if gain is None:
                    gain = linked[last] = TRUST * link(last, number)
                value = score + gain + log(odds[q])
                if value + most < floor:
                    continue
                value += fit(open_chains[q], line)
                if value > floor:
                    known = get(key := (*lasts[:q], *lasts[q + 1 :], number))
                    if known is None or known[0] < value:
                        new[key] = (value, state, q)
                        floor = max(floor, value - margin)
        best = sorted(new.values(), key=itemgetter(0), reverse=True)[:BEAM]
        states = [_grown(state, score, q, number, line) for score, state, q in best]
    return path_lines(states[0].path)


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

    def odds(self, chains: tuple[Chain, ...], follows: tuple[int, int]) -> list[float]:
        """The odds of each of *chains* to go on; *follows*: the lines that came next one and two turns ago."""
        next_before, next_long_before = follows
        due_odds, passed_over = self.due, self.passed_over
        next_line = PLACE_DUE - 10 * chains[-1].height
        odds = []
        passing = 1.0
        for last, before, _, _, _, _, _, height in chains:
            place = int(10 * height + next_line)
            odd = due_odds[place] * passing if place > 0 else due_odds[0] * passing
            if last == next_before:
                odd *= self.neighbour
            if before == next_long_before:
                odd *= self.neighbour_before
            if place > PLACE_MISSED:
                passing *= passed_over
            odds.append(odd)
        if len(odds) > 1:
            odds[-1] *= self.at_once
        return odds


def _height(chains: tuple[Chain, ...], q: int) -> float:
    """The height of the next line of chain *q*: where it was due, or a little above where it comes early."""
    reached = chains[-1].height
    height = chains[q].height + 1
    if height - reached > MISSED:
        first = next(chain.height for chain in chains if chain.height + 1 - reached > MISSED) + 1
        height -= YIELDING * (height - first)
    return max(reached, height)


def _grown(state: State, score: float, q: int, number: int, line: Line) -> State:
    """*state* with *line* added to its chain *q*, or as a new one (-1)."""
    lasts, open_chains = state.lasts, state.chains
    if q < 0:
        last, follows = -1, NOTHING
        added = begun(number, line, open_chains[-1].height if open_chains else 0.0)
        start = 1 if len(lasts) >= MOST_CHAINS else 0
        lasts, open_chains = lasts[start:], open_chains[start:]
    else:
        last = lasts[q]
        follows = last + 1, open_chains[q].before + 1
        added = gone_on(open_chains[q], number, line, _height(open_chains, q))
        lasts, open_chains = lasts[:q] + lasts[q + 1 :], open_chains[:q] + open_chains[q + 1 :]
    silent = 0
    while silent < len(lasts) and lasts[silent] < number - SILENT:
        silent += 1
    return State(
        score, (*lasts[silent:], number), (*open_chains[silent:], added), follows, (state.path, last)
    )
