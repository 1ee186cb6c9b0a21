"""All that a beam search has seen: how each partition it kept was reached, and what each link would have cost.

A search from the top of a page knows nothing yet of the columns it begins, and one from the foot nothing of those it
ends on. Each by itself errs in other places. What a link costs in both, against the best partition of each, tells
more than either of these.
"""

from __future__ import annotations

__all__ = ["DEAREST", "Lattice", "Way", "partition", "shortfalls"]

DEAREST = 3.0  # nats that a link can cost; in the German papers 2 to 6 do as well

# A score; the place of the partition it comes from; the line gone on after, or -1.
Way = tuple[float, int, int]
# For each line the partitions kept, best first; for each of them the ways to it.
Lattice = list[list[list[Way]]]


def partition(lattice: Lattice) -> list[int]:
    """For each line the line before it in the best partition, or -1."""
    before = []
    at = 0
    for kept in reversed(lattice):
        _, at, last = max(kept[at])
        before.append(last)
    return before[::-1]


def shortfalls(lattice: Lattice) -> list[dict[int, float]]:
    """For each line, by the line before it: by how much the best partition with that link falls short of the best.

    Links that would cost `DEAREST` or more are left out.

    >>> shortfalls([[[(0.0, 0, -1)]], [[(2.0, 0, 0)], [(1.0, 0, -1)]], [[(5.0, 0, 1), (4.5, 1, 0)]]])
    [{-1: 0.0}, {0: 0.0, -1: 0.5}, {1: 0.0, 0: 0.5}]
    """
    found: list[dict[int, float]] = []
    if not lattice:
        return found
    best = max(lattice[-1][0])[0]
    short_after = [best - max(ways)[0] for ways in lattice[-1]]
    for number in range(len(lattice) - 1, -1, -1):
        short_before = [DEAREST] * (len(lattice[number - 1]) if number else 1)
        links: dict[int, float] = {}
        for ways, after in zip(lattice[number], short_after, strict=True):
            if after >= DEAREST:
                continue
            score = max(ways)[0]
            for way, place, last in ways:
                short = after + score - way
                short_before[place] = min(short_before[place], short)
                if short < links.get(last, DEAREST):
                    links[last] = short
        found.append(links)
        short_after = short_before
    return found[::-1]
