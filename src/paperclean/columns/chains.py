"""Lines of several columns that take turns, parted into one chain of lines a column.

A beam search over partitions that keep the lines' order. A state is the last line of each chain, the one whose turn
came longest ago in front. Columns are met from left to right, turn after turn: so the chain goes on whose line is
the oldest, or the one that came after this neighbour in the last turn. A chain may miss a turn, begin anywhere and
end anywhere. What a chain has been about so far, and how wide it is, are carried along.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

__all__ = ["BIRTH", "END", "Line", "Partition", "chains", "lateness", "regularity"]

# The rhythm, in natural logarithms before they are made to sum to 1: fitted to real pages as a choice among the
# chains that are going on.
OLDEST, PASSED_OVER = 1.04, -0.44  # the chain whose line is oldest; each chain passed over
NEIGHBOUR, BOTH = 1.16, 0.46  # the chain that came next in the last turn; it is the oldest too
AT_ONCE = -1.35  # a chain twice in succession
BIRTH = -3.5
END = -4.5
TOPIC, RECENT_TOPIC, MOST_SHARED = 0.6, 0.6, 3
RECENT = 8  # lines
FULL, SHORT, SHORT_OPEN, WIDE = 0.3, -0.1, -0.6, -0.4  # a line as wide as its chain; narrower; wider
WIDE_SLOPE = -1.0
MOST_CHAINS = 11
MOST_PASSED = 8
LEAST_FIT = -2.0  # nats by which a chain goes on from another that has ended
SILENT = 40  # lines after which a chain has ended
MARGIN = 14.0  # nats below the best at which a state is given up
PROMISE = 5.0  # the most that one line may gain
KEPT, DONE = 400, 1_600  # lines of history kept when the oldest are settled, and when that happens
State = tuple[int, ...]
Profile = tuple[int, int, int, int, float]  # topics of all, the recent, the older lines; count; width


class Partition(NamedTuple):
    """For each line the line before it in its chain, or -1; and the score of it all."""

    before: list[int]
    score: float


class Line(NamedTuple):
    """What a chain remembers of a line: its rare words, a bit a word; its width; whether it ends a sentence."""

    topics: int
    width: float
    ends: bool


@cache
def rhythm(number: int, neighbour: int, strictness: float) -> tuple[float, ...]:
    """The log probability of each of *number* chains to go on, the oldest first, *neighbour* due by its place."""
    weights = [
        strictness
        * (
            (OLDEST if q == 0 else PASSED_OVER * (q - 1))
            + (NEIGHBOUR if q == neighbour else 0.0)
            + (BOTH if q == 0 == neighbour else 0.0)
            + (AT_ONCE if q == number - 1 and number > 1 else 0.0)
        )
        for q in range(number)
    ]
    total = math.log(sum(map(math.exp, weights)) or 1.0)
    return tuple(weight - total for weight in weights)


def chains(  # noqa: C901, PLR0912, PLR0915  # one pass, kept whole for speed
    lines: Sequence[Line], link: Callable[[int, int], float], *, strictness: float, beam: int
) -> Partition:
    """Part *lines* into chains by what *link* says of a line going on after another.

    *strictness* multiplies the rhythm: 1 for pages as printed, more where columns take turns like clockwork.
    """
    states: dict[State, tuple[float, State, int]] = {(): (0.0, (), -1)}
    profiles: dict[State, tuple[Profile, ...]] = {(): ()}
    history: list[dict[State, tuple[float, State, int]]] = []
    before = [-1] * len(lines)
    settled = 0
    for number_of_line, (topics, width, ends) in enumerate(lines):
        line = number_of_line
        new: dict[State, tuple[float, State, int]] = {}
        get = new.get
        linked: dict[int, float] = {}
        held: dict[State, tuple[Profile, ...]] = {}
        oldest = line - SILENT
        floor = -math.inf
        for state, (score, parent, pred) in states.items():
            if score + PROMISE < floor:
                break
            profile = held[state] = _profile(state, parent, pred, profiles, lines) if line else ()
            chain = state
            if state and min(state) < oldest:
                profile = tuple(p for p, x in zip(profile, state, strict=True) if x >= oldest)
                chain = tuple(x for x in state if x >= oldest)
            number = len(chain)
            if number < MOST_CHAINS:
                value = score + BIRTH
                if value > floor:
                    key = (*chain, line)
                    known = get(key)
                    if known is None or known[0] < value:
                        new[key] = (value, state, -1)
                        floor = max(floor, value - MARGIN)
            due = pred + 1 if pred >= 0 else -2
            place = chain.index(due) if due in chain else -1
            turn = rhythm(number, place, strictness)
            on_time = rhythm(number, 0, strictness)[0] if number else 0.0
            for q in range(min(number, MOST_PASSED)):
                last = chain[q]
                gain = linked.get(last)
                if gain is None:
                    gain = linked[last] = link(last, line)
                base = score + gain
                every, recent, older, _, measure = profile[q]
                if topics & every:
                    base += TOPIC * min(MOST_SHARED, (topics & every).bit_count())
                    base += RECENT_TOPIC * min(MOST_SHARED, (topics & (recent | older)).bit_count())
                if width > 1.13 * measure:
                    base += WIDE + WIDE_SLOPE * min(1.0, width / measure - 1.13)
                elif width > 0.86 * measure:
                    base += FULL
                else:
                    base += SHORT if ends else SHORT + SHORT_OPEN
                value = base + turn[q]
                if value > floor:
                    key = (*chain[q + 1 :], *chain[:q], line)
                    known = get(key)
                    if known is None or known[0] < value:
                        new[key] = (value, state, last)
                        floor = max(floor, value - MARGIN)
                if q:
                    value = base + on_time + END * q
                    if value > floor:  # the chains passed over have ended
                        key = (*chain[q + 1 :], line)
                        known = get(key)
                        if known is None or known[0] < value:
                            new[key] = (value, state, last)
                    if q > 1:
                        value = base + END + turn[q - 1]
                        if value > floor:  # one of them has
                            for gone in range(q):
                                key = (*chain[q + 1 :], *chain[:gone], *chain[gone + 1 : q], line)
                                known = get(key)
                                if known is None or known[0] < value:
                                    new[key] = (value, state, last)
        states = dict(sorted(new.items(), key=lambda item: -item[1][0])[:beam])
        profiles = held
        history.append(states)
        if len(history) >= DONE:
            _trace(history, settled, len(history) - KEPT, before)
            del history[: len(history) - KEPT]
            settled = line + 1 - KEPT
    _trace(history, settled, len(history), before)
    _heal(before, link)
    return Partition(before, max(step[0] for step in states.values()))


def _profile(
    state: State,
    parent: State,
    pred: int,
    profiles: dict[State, tuple[Profile, ...]],
    lines: Sequence[Line],
) -> tuple[Profile, ...]:
    """What each chain of *state* has been about: as in its parent, with the newest line added."""
    line = state[-1]
    topics, width, _ = lines[line]
    known = dict(zip(parent, profiles[parent], strict=True))
    if pred < 0:
        added = (topics, topics, 0, 1, max(1.0, width))
    else:
        every, recent, older, count, measure = known[pred]
        if abs(width - measure) < 0.15 * measure:
            measure = 0.7 * measure + 0.3 * width
        elif width > measure:
            measure = width
        else:
            measure = max(1.0, 0.97 * measure)
        if count % RECENT == 0:
            added = (every | topics, topics, recent, count + 1, measure)
        else:
            added = (every | topics, recent | topics, older, count + 1, measure)
    return (*(known[x] for x in state[:-1]), added)


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


def _trace(
    history: list[dict[State, tuple[float, State, int]]], start: int, number: int, before: list[int]
) -> None:
    """Follow the best state back and write the first *number* lines of *history* into *before*."""
    if not history:
        return
    state = max(history[-1], key=lambda key: history[-1][key][0])
    for at in range(len(history) - 1, -1, -1):
        _, earlier, last = history[at][state]
        if at < number:
            before[start + at] = last
        state = earlier
