"""Two partitions of the same lines into columns, made one: where they differ, the better of the two.

A search from the top of a page knows nothing yet of the columns it begins, and one from the foot nothing of those it
ends on. Wherever both have the same lines follow each other across a place, either may be taken on each side of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from paperclean.columns.chains import BIRTH, END, Line, lateness

__all__ = ["better_of_both"]

COHESION, MOST_SHARED = 0.5, 6  # nats for a rare word on both sides of a link, in the whole column
LATE = 2.7  # nats for a line out of turn, at a strictness of 1
SURER = 0.5  # nats by which the other must be better
AFTER = 6  # lines after a difference whose turns it may upset


def better_of_both(
    one: list[int],
    other: list[int],
    lines: Sequence[Line],
    link: Callable[[int, int], float],
    strictness: float,
) -> list[int]:
    """For each line the line before it, taken from *one* or from *other*."""
    count = len(lines)
    crossing = [0] * (count + 1)  # links that only one of them has, opened less closed
    for here, there in ((one, other), (other, one)):
        goes_there = following(there)
        goes_here = following(here)
        for line in range(count):
            if here[line] != there[line]:
                first = max(0, here[line])
                crossing[first if here[line] >= 0 else line] += 1
                crossing[line + 1] -= 1
            if goes_here[line] < 0 <= goes_there[line]:
                crossing[line] += 1
                crossing[line + 1] -= 1
    values = [_values(partition, lines, link, strictness) for partition in (one, other)]
    merged = list(one)
    open_links = start = 0
    for line in range(count + 1):
        was = open_links
        open_links += crossing[line]
        if not was and open_links:
            start = line
        elif was and not open_links:
            until = min(count, line + AFTER)
            ours, theirs = (sum(own[start:line]) + sum(late[start:until]) for own, late in values)
            if theirs > ours + SURER:
                merged[start:line] = other[start:line]
    return merged


def following(before: Sequence[int]) -> list[int]:
    """For each line the line after it in its chain, or -1."""
    after = [-1] * len(before)
    for line, last in enumerate(before):
        if last >= 0:
            after[last] = line
    return after


def _values(
    before: list[int], lines: Sequence[Line], link: Callable[[int, int], float], strictness: float
) -> tuple[list[float], list[float]]:
    """What each line's link is worth, and what it costs where it is out of turn."""
    after = following(before)
    heads = [line.topics for line in lines]
    tails = list(heads)
    for line, last in enumerate(before):
        if last >= 0:
            heads[line] |= heads[last]
    for line in range(len(lines) - 1, -1, -1):
        if after[line] >= 0:
            tails[line] |= tails[after[line]]
    own = []
    for line, last in enumerate(before):
        value = END if after[line] < 0 else 0.0
        if last < 0:
            value += BIRTH
        else:
            shared = (heads[last] & tails[line]).bit_count()
            value += link(last, line) + COHESION * min(MOST_SHARED, shared)
        own.append(value)
    return own, [-LATE * strictness if late else 0.0 for late in lateness(before)]
