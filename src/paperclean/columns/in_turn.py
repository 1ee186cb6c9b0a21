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

BEAM = 16
MARGIN = 10.0  # nats below the best at which a state is given up
BIRTH = -3.0  # nats for a column that begins, the first row's as well;
MISS = -3.0  # for one that misses its turn, as at its end;
STILL_MISSING = -0.5  # for the next turn it misses;
RETURN = -4.0  # and where it goes on after all
GONE = 3  # turns missed after which a chain has ended


class State(NamedTuple):
    """The chains in the ring, the next one first: their last lines, themselves, how many turns each has missed."""

    score: float
    lasts: tuple[int, ...]
    ring: tuple[Chain, ...]
    missed: tuple[int, ...]
    path: Path


def chains_in_turn(sheet: Sheet, beam: int = BEAM) -> list[int]:  # noqa: C901, PLR0912  # one pass, kept whole for speed
    """For each line of *sheet* the line before it in its chain, or -1; *beam* partitions are kept at each line."""
    lines, link, begins, ends = sheet
    states = [State(0.0, (), (), (), None)]
    for number, line in enumerate(lines):
        new: dict[tuple[int, ...], tuple[float, State, int]] = {}
        get = new.get
        linked: dict[int, float] = {}
        top = floor = -math.inf
        birth = BIRTH + begins[number]
        added = (number,)
        for state in states:
            score, lasts, ring, missed, _ = state
            if score + PROMISE < floor:
                break
            value = score + birth
            if value > floor:
                known = get(key := lasts + added)
                if known is None or known[0] < value:
                    new[key] = (value, state, -1)
                    if value > top:
                        top, floor = value, value - MARGIN
            for q, last in enumerate(lasts):
                gain = linked.get(last)
                if gain is None:
                    gain = linked[last] = link(last, number)
                value = score + gain + RETURN if missed[q] else score + gain
                if value + MOST_FIT > floor:
                    value += fit(ring[q], line)
                    if value > floor:
                        known = get(key := lasts[q + 1 :] + lasts[:q] + added)
                        if known is None or known[0] < value:
                            new[key] = (value, state, q)
                            if value > top:
                                top, floor = value, value - MARGIN
                score += STILL_MISSING if missed[q] else MISS + ends[last]
                if score + PROMISE + MOST_FIT < floor:
                    break
        best = sorted(new.values(), key=itemgetter(0), reverse=True)[:beam]
        states = [_grown(state, value, q, number, line) for value, state, q in best]
    return path_lines(states[0].path)


def _grown(state: State, score: float, q: int, number: int, line: Line) -> State:
    """*state* with *line* in its chain *q*, or in a new one (-1)."""
    _, lasts, ring, missed, path = state
    if q < 0:
        added, last = begun(line), -1
        start = 1 if len(lasts) >= MOST_CHAINS else 0
        lasts, ring, missed = lasts[start:], ring[start:], missed[start:]
    else:
        added, last = gone_on(ring[q], line), lasts[q]
        passed = [at for at in range(q) if missed[at] + 1 < GONE]
        lasts = (*lasts[q + 1 :], *[lasts[at] for at in passed])
        ring = (*ring[q + 1 :], *[ring[at] for at in passed])
        missed = (*missed[q + 1 :], *[missed[at] + 1 for at in passed])
    return State(score, (*lasts, number), (*ring, added), (*missed, 0), (path, last))


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
