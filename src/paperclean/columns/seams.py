"""Two partitions of the same lines into columns, made one: where they differ, the better of the two.

A search from the top of a page knows nothing yet of the columns it begins, and one from the foot nothing of those it
ends on. Wherever both have the same lines follow each other across a place, either may be taken on each side of it.
"""

from __future__ import annotations

from paperclean.columns.chains import Sheet, following

__all__ = ["better_of_both"]

BIRTH, END = -3.5, -4.5  # nats for a column that begins, that ends
COHESION, MOST_SHARED = 0.5, 6  # nats for a rare word on both sides of a link, in the whole column
SURER = 0.5  # nats by which the other must be better


def better_of_both(one: list[int], other: list[int], sheet: Sheet) -> list[int]:
    """For each line of *sheet* the line before it, taken from *one* or from *other*."""
    count = len(one)
    crossing = [0] * (count + 1)  # links that only one of them has, opened less closed
    for here, there in ((one, other), (other, one)):
        goes_there = following(there)
        goes_here = following(here)
        for line in range(count):
            if here[line] != there[line]:
                crossing[here[line] if here[line] >= 0 else line] += 1
                crossing[line + 1] -= 1
            if goes_here[line] < 0 <= goes_there[line]:
                crossing[line] += 1
                crossing[line + 1] -= 1
    ours, theirs = (_values(partition, sheet) for partition in (one, other))
    merged = list(one)
    open_links = start = 0
    for line in range(count + 1):
        was = open_links
        open_links += crossing[line]
        if not was and open_links:
            start = line
        elif was and not open_links and sum(theirs[start:line]) > sum(ours[start:line]) + SURER:
            merged[start:line] = other[start:line]
    return merged


def _values(before: list[int], sheet: Sheet) -> list[float]:
    """What each line's link is worth, or that it begins or ends a column."""
    lines, link, begins, ends = sheet
    after = following(before)
    heads = [line.topics for line in lines]
    tails = list(heads)
    for line, last in enumerate(before):
        if last >= 0:
            heads[line] |= heads[last]
    for line in range(len(lines) - 1, -1, -1):
        if after[line] >= 0:
            tails[line] |= tails[after[line]]
    values = []
    for line, last in enumerate(before):
        value = END + ends[line] if after[line] < 0 else 0.0
        if last < 0:
            value += BIRTH + begins[line]
        else:
            shared = (heads[last] & tails[line]).bit_count()
            value += link(last, line) + COHESION * min(MOST_SHARED, shared)
        values.append(value)
    return values
