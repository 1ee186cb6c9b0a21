"""Lines of several columns that take turns, parted into one chain of lines a column.

A beam search over partitions that keep the lines' order. A state is the last line of each chain, the one whose turn
came longest ago in front. A chain may miss a turn, begin anywhere and end anywhere: it is then only less and less
likely to go on. What a chain has been about so far, how wide it is and how high on the page, are carried along.

The lines of a column are equally far apart, and the text is sorted by height. So each chain is given a height in
lines of its column: the chain goes on whose next line is due at the height that has been reached.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

__all__ = ["BIRTH", "END", "Line", "chains", "lateness", "regularity"]

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
NEIGHBOUR = 1.25  # the chain that came next after this neighbour in the last turn
PASSED_OVER = -0.47  # each chain before it in the queue that is due and has not missed its turn
AT_ONCE = -0.7  # a chain twice in succession
LOOSE, LATE = 1.4, -1.6  # strictness above which a chain that is late has ended; for each 1 above
DEEPEST = 40  # tenths of a line
MISSED = -0.5  # the height due, from the height reached, below which a chain has missed its turn
YIELDING = 0.3  # share of the way by which a line that comes early was due earlier than thought
BIRTH = -3.5
END = -4.5
TOPIC, RECENT_TOPIC, MOST_SHARED = 0.6, 0.6, 3
RECENT = 8  # lines
FULL, SHORT, SHORT_OPEN, WIDE = 0.3, -0.1, -0.6, -0.4  # a line as wide as its chain; narrower; wider
WIDE_SLOPE = -1.0
MOST_FIT = 4.0  # more than a line can gain by what it is about and its width
MOST_CHAINS = 11
LEAST_FIT = -2.0  # nats by which a chain goes on from another that has ended
SILENT = 40  # lines after which a chain has ended
MARGIN = 8.0  # nats below the best, times the strictness, at which a state is given up
PROMISE = 5.0  # the most that one line may gain
KEPT, DONE = 400, 1_600  # lines of history kept when the oldest are settled, and when that happens


class Line(NamedTuple):
    """What a chain remembers of a line: its rare words, a bit a word; its width; whether it ends a sentence."""

    topics: int
    width: float
    ends: bool


class Chain(NamedTuple):
    """A chain so far: its last line; topics of all, of the recent and the older lines; their count; width; height."""

    last: int
    every: int
    recent: int
    older: int
    length: int
    width: float
    height: float


class State(NamedTuple):
    score: float
    lasts: tuple[int, ...]
    chains: tuple[Chain, ...]


def chains(  # noqa: C901  # one pass, kept whole for speed
    lines: Sequence[Line], link: Callable[[int, int], float], *, strictness: float, beam: int
) -> list[int]:
    """For each of *lines* the line before it in its chain, or -1, by what *link* says of a line going on after another.

    *strictness* multiplies the rhythm: 1 for pages as printed, more where columns take turns like clockwork.
    """
    states = [State(0.0, (), ())]
    history: list[list[tuple[int, int]]] = []  # of each state its parent's place and the line before
    before = [-1] * len(lines)
    settled = 0
    rhythm = Rhythm(strictness)
    margin = MARGIN * max(1.0, strictness)
    for number, line in enumerate(lines):
        new: dict[tuple[int, ...], tuple[float, int, int]] = {}
        get = new.get
        linked: dict[int, float] = {}
        floor = -math.inf
        for place, (score, lasts, open_chains) in enumerate(states):
            if score + PROMISE < floor:
                break
            value = score + BIRTH
            if value > floor:
                known = get(key := (*lasts, number))
                if known is None or known[0] < value:
                    new[key] = (value, place, -1)
                    floor = max(floor, value - margin)
            if not lasts:
                continue
            turns = rhythm.turns(open_chains, history[-1][place][1] + 1)
            for q, last in enumerate(lasts):
                gain = linked.get(last)
                if gain is None:
                    gain = linked[last] = link(last, number)
                value = score + gain + turns[q]
                if value + MOST_FIT < floor:
                    continue
                value += _fit(open_chains[q], line)
                if value > floor:
                    known = get(key := (*lasts[:q], *lasts[q + 1 :], number))
                    if known is None or known[0] < value:
                        new[key] = (value, place, q)
                        floor = max(floor, value - margin)
        best = sorted(new.values(), key=itemgetter(0), reverse=True)[:beam]
        history.append([(place, states[place].lasts[q] if q >= 0 else -1) for _, place, q in best])
        states = [_grown(states[place], score, q, number, line) for score, place, q in best]
        if len(history) >= DONE:
            _trace(history, settled, len(history) - KEPT, before)
            del history[: len(history) - KEPT]
            settled = number + 1 - KEPT
    _trace(history, settled, len(history), before)
    _heal(before, link)
    return before


class Rhythm:
    """How likely each of several chains is to go on, by their heights."""

    def __init__(self, strictness: float) -> None:
        bins = [i / 10 for i in range(-DEEPEST, 11)]
        weights = [next(weight for most, weight in DUE if due <= most + 1e-9) for due in bins]
        self.due = [
            math.exp(strictness * weight + (LATE * max(0.0, strictness - LOOSE) if due < 0 else 0.0))
            for due, weight in zip(bins, weights, strict=True)
        ]
        self.neighbour = math.exp(strictness * NEIGHBOUR)
        self.passed_over = math.exp(strictness * PASSED_OVER)
        self.at_once = math.exp(strictness * AT_ONCE)

    def turns(self, chains: tuple[Chain, ...], follows: int) -> list[float]:
        """The log probability of each of *chains* to go on; *follows* is the line that came next in the last turn."""
        due_odds = self.due
        next_line = 1 - chains[-1].height
        odds = []
        passing = 1.0
        for chain in chains:
            due = chain.height + next_line
            place = int(10 * due + DEEPEST + 0.5)
            odd = due_odds[max(0, place)] * passing
            if chain.last == follows:
                odd *= self.neighbour
            if due > MISSED:
                passing *= self.passed_over
            odds.append(odd)
        if len(odds) > 1:
            odds[-1] *= self.at_once
        total = math.log(sum(odds))
        return [math.log(odd) - total for odd in odds]


def _height(chains: tuple[Chain, ...], q: int) -> float:
    """The height of the next line of chain *q*: where it was due, or a little above where it comes early."""
    reached = chains[-1].height
    height = chains[q].height + 1
    if height - reached > MISSED:
        first = next(chain.height for chain in chains if chain.height + 1 - reached > MISSED) + 1
        height -= YIELDING * (height - first)
    return max(reached, height)


def _fit(chain: Chain, line: Line) -> float:
    """How well a line fits what the chain has been about and its width."""
    value = 0.0
    topics, width, ends = line
    if topics & chain.every:
        value += TOPIC * min(MOST_SHARED, (topics & chain.every).bit_count())
        value += RECENT_TOPIC * min(MOST_SHARED, (topics & (chain.recent | chain.older)).bit_count())
    if width > 1.13 * chain.width:
        return value + WIDE + WIDE_SLOPE * min(1.0, width / chain.width - 1.13)
    if width > 0.86 * chain.width:
        return value + FULL
    return value + (SHORT if ends else SHORT + SHORT_OPEN)


def _grown(state: State, score: float, q: int, number: int, line: Line) -> State:
    """*state* with *line* added to its chain *q*, or as a new one (-1)."""
    topics, width, _ = line
    lasts, open_chains = state.lasts, state.chains
    if q < 0:
        reached = open_chains[-1].height if open_chains else 0.0
        added = Chain(number, topics, topics, 0, 1, max(1.0, width), reached)
        start = 1 if len(lasts) >= MOST_CHAINS else 0
        lasts, open_chains = lasts[start:], open_chains[start:]
    else:
        _, every, recent, older, count, measure, _ = open_chains[q]
        if abs(width - measure) < 0.15 * measure:
            measure = 0.7 * measure + 0.3 * width
        elif width > measure:
            measure = width
        else:
            measure = max(1.0, 0.97 * measure)
        if count % RECENT == 0:
            older, recent = recent, 0
        added = Chain(
            number, every | topics, recent | topics, older, count + 1, measure, _height(open_chains, q)
        )
        lasts, open_chains = lasts[:q] + lasts[q + 1 :], open_chains[:q] + open_chains[q + 1 :]
    silent = 0
    while silent < len(lasts) and lasts[silent] < number - SILENT:
        silent += 1
    return State(score, (*lasts[silent:], number), (*open_chains[silent:], added))


def _heal(before: list[int], link: Callable[[int, int], float]) -> None:
    """Let a chain that begins go on from one that ended shortly before, where the two fit: a column after a gap."""
    ended = set(range(len(before))).difference(before)
    dead: list[int] = []
    for line, last in enumerate(before):
        if last < 0:
            dead = [end for end in dead if end >= line - SILENT]
            fits = [(link(end, line), end) for end in dead]
            if fits and max(fits)[0] > LEAST_FIT:
                last = before[line] = max(fits)[1]
                dead.remove(last)
        if line in ended:
            dead.append(line)


def lateness(before: Sequence[int]) -> list[bool]:
    """For each line whether its chain was neither the oldest nor the next after its neighbour."""
    goes_on = set(before)
    turns: dict[int, None] = {}
    late = []
    for line, last in enumerate(before):
        if last < 0:
            late.append(False)
        else:
            late.append(next(iter(turns)) != last and not (line and before[line - 1] == last - 1))
            del turns[last]
        if line in goes_on:
            turns[line] = None
    return late


def regularity(before: Sequence[int]) -> float:
    """The share of lines that come when they are due, among those that go on after another."""
    going_on = sum(last >= 0 for last in before)
    return 1 - sum(lateness(before)) / going_on if going_on else 0.0


def _trace(history: list[list[tuple[int, int]]], start: int, number: int, before: list[int]) -> None:
    """Follow the best state back and write the first *number* lines of *history* into *before*."""
    place = 0
    for at in range(len(history) - 1, -1, -1):
        place, last = history[at][place]
        if at < number:
            before[start + at] = last
