"""Lines of several columns that take turns, parted into one chain of lines a column.

A beam search over partitions that keep the lines' order. A state is the last line of each chain, the chain that
is due next in front: columns are met from left to right, turn after turn, so the chain whose line was printed
longest ago is likeliest to go on. A chain may miss a turn, begin anywhere and end anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

__all__ = ["Partition", "chains"]

DUE = 0.7  # probability that the chain goes on whose turn it is
LATER = 0.55  # of those after it, each is less likely than the one before by this factor
BIRTH = -5.0
END = -3.0
COHESION = 0.5  # nats for a rare word that the chain has had before
MOST_SHARED = 8
MOST_CHAINS = 11
SILENT = 40  # lines after which a chain has ended
BEAM = 100
MARGIN = 14.0  # nats below the best at which a state is given up
KEPT, DONE = 400, 1_600  # lines of history kept when the oldest are settled, and when that happens

State = tuple[int, ...]


class Partition(NamedTuple):
    """For each line the line before it in its chain, or -1; and the log probability of it all."""

    before: list[int]
    score: float
    due: float


def chains(  # noqa: C901, PLR0912, PLR0915  # one pass, kept whole for speed
    topics: Sequence[int],
    link: Callable[[int, int], float],
    *,
    due: float = DUE,
    beam: int = BEAM,
) -> Partition:
    """Part lines into chains by what *link* says of a line going on after another.

    *topics* holds for each line the rare words in it, a bit a word; *due* is the probability that a chain goes on
    when its turn has come.
    """
    rank = [math.log(due)]
    rank += [math.log((1 - due) * (1 - LATER) * LATER**q) for q in range(MOST_CHAINS)]
    on_time = rank[0]
    states: dict[State, float] = {(): 0.0}
    subjects: dict[State, tuple[int, ...]] = {(): ()}
    history: list[dict[State, tuple[float, State, int]]] = []
    before = [-1] * len(topics)
    settled = 0
    for line, topic in enumerate(topics):
        new: dict[State, tuple[float, State, int]] = {}
        get = new.get
        linked: dict[int, float] = {}
        oldest = line - SILENT
        floor = -math.inf
        for state, score in sorted(states.items(), key=lambda item: -item[1]):
            if score + 6 < floor:
                break
            chain, about = state, subjects[state]
            if state and min(state) < oldest:
                about = tuple(a for a, x in zip(about, state, strict=True) if x >= oldest)
                chain = tuple(x for x in state if x >= oldest)
            number = len(chain)
            if number < MOST_CHAINS:
                value = score + BIRTH
                if value > floor:
                    key = (*chain, line)
                    known = get(key)
                    if known is None or known[0] < value:
                        new[key] = (value, state, -1)
            for q in range(min(number, 8)):
                last = chain[q]
                gain = linked.get(last)
                if gain is None:
                    gain = linked[last] = link(last, line)
                base = score + gain
                if topic:
                    shared = topic & about[q]
                    if shared:
                        base += COHESION * min(MOST_SHARED, shared.bit_count())
                value = base + rank[q]
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
                        value = base + END + rank[q - 1]
                        if value > floor:  # one of them has
                            for gone in range(q):
                                key = (*chain[q + 1 :], *chain[:gone], *chain[gone + 1 : q], line)
                                known = get(key)
                                if known is None or known[0] < value:
                                    new[key] = (value, state, last)
        kept = sorted(new.items(), key=lambda item: -item[1][0])[:beam]
        held = {}
        for key, (_, state, last) in kept:
            known_subjects = dict(zip(state, subjects[state], strict=True))
            held[key] = (*(known_subjects[x] for x in key[:-1]), known_subjects.get(last, 0) | topic)
        subjects = held
        new = dict(kept)
        history.append(new)
        states = {state: step[0] for state, step in kept}
        if len(history) >= DONE:
            _trace(history, settled, len(history) - KEPT, before)
            del history[: len(history) - KEPT]
            settled = line + 1 - KEPT
    _trace(history, settled, len(history), before)
    return Partition(before, max(states.values()), _regularity(before))


def _regularity(before: list[int]) -> float:
    """How often the chain went on whose turn it was: the one whose last line came longest ago."""
    goes_on = set(before)
    turns: dict[int, None] = {}
    on_time = late = 0
    for line, last in enumerate(before):
        if last >= 0:
            if next(iter(turns)) == last:
                on_time += 1
            else:
                late += 1
            del turns[last]
        if line in goes_on:
            turns[line] = None
    return on_time / max(1, on_time + late)


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
