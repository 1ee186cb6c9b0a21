"""Columns whose lines are on a level, parted by a beam search over partitions in which they keep their turns.

In each row of such a page every column that is going on has a line, from left to right. So the chains stand in a
ring, and the next line is the next chain's. A chain that misses its turn has most likely ended; another may begin
anywhere between two. Both are rare, so that few partitions are ever worth a look.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from paperclean.columns.chains import (
    MOST_CHAINS,
    MOST_FIT,
    PROMISE,
    Chain,
    Line,
    Path,
    Sheet,
    begun,
    fit,
    following,
    gone_on,
    path_lines,
)

__all__ = ["chains_in_turn", "share_out_of_turn"]

BEAM = 12
MARGIN = 12.0  # nats below the best at which a state is given up
BIRTH = -3.0  # nats for a column that begins, the first row's as well;
MISS = -3.0  # for one that misses its turn, as at its end;
STILL_MISSING = -0.5  # for the next turn it misses;
RETURN = -4.0  # and where it goes on after all
GONE = 3  # turns missed after which a chain has ended


class Member(NamedTuple):
    """A chain in the ring, and how many turns it has missed."""

    chain: Chain
    missed: int


class State(NamedTuple):
    score: float
    ring: tuple[Member, ...]
    path: Path


def chains_in_turn(sheet: Sheet) -> list[int]:  # noqa: C901  # one pass, kept whole for speed
    """For each line of *sheet* the line before it in its chain, or -1."""
    lines, link, begins, ends = sheet
    states = [State(0.0, (), None)]
    for number, line in enumerate(lines):
        new: dict[tuple[int, ...], tuple[float, State, int, tuple[Member, ...]]] = {}
        linked: dict[int, float] = {}
        floor = -math.inf
        birth = BIRTH + begins[number]
        for state in states:
            score, ring, _ = state
            if score + PROMISE < floor:
                break
            options = [(score + birth, -1, ring)] if score + birth > floor else []
            passing = score
            for q, (chain, missed) in enumerate(ring[:MOST_CHAINS]):
                last = chain.last
                gain = linked.get(last)
                if gain is None:
                    gain = linked[last] = link(last, number)
                value = passing + gain + (RETURN if missed else 0.0)
                if value + MOST_FIT > floor:
                    value += fit(chain, line)
                    if value > floor:
                        options.append((value, q, _turned(ring, q)))
                passing += STILL_MISSING if missed else MISS + ends[last]
                if passing + PROMISE + MOST_FIT < floor:
                    break
            for value, q, rest in options:
                key = (*[member.chain.last for member in rest], number)
                known = new.get(key)
                if known is None or known[0] < value:
                    new[key] = (value, state, q, rest)
                    floor = max(floor, value - MARGIN)
        best = sorted(new.values(), key=itemgetter(0), reverse=True)[:BEAM]
        states = [State(value, *_grown(state, q, rest, number, line)) for value, state, q, rest in best]
    return path_lines(states[0].path)


def _turned(ring: tuple[Member, ...], q: int) -> tuple[Member, ...]:
    """The *ring* without member *q*, from the one after it on."""
    if not q:
        return ring[1:]
    passed = [Member(chain, missed + 1) for chain, missed in ring[:q] if missed + 1 < GONE]
    return (*ring[q + 1 :], *passed)


def _grown(
    state: State, q: int, rest: tuple[Member, ...], number: int, line: Line
) -> tuple[tuple[Member, ...], Path]:
    """The ring and the path of *state* with *line* in its chain *q*, or in a new one (-1); *rest* is the ring else."""
    if q < 0:
        return (*rest, Member(begun(number, line), 0)), (state.path, -1)
    chain = state.ring[q].chain
    return (*rest, Member(gone_on(chain, number, line), 0)), (state.path, chain.last)


def share_out_of_turn(before: Sequence[int]) -> float:
    """How many of the lines begin a chain in the place of another that has ended, columns one after the other apart.

    Columns on a level begin together and end one by one.
    """
    after = following(before)
    live = most = replaced = 0
    for line, last in enumerate(before):
        if last < 0:
            replaced += live < most
            live += 1
            most = max(most, live)
        if after[line] < 0:
            live -= 1
            if live <= 1:
                most = live
    return replaced / len(before)
