"""Columns that prove to be none: what is read goes on across their edge, not down on either side of it.

Lines wider than the page's other columns, under a headline or in an advertisement, are cut at the length of full lines
into two that touch in every row. How the words around each such touch go together tells which they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from paperclean.columns.cuts import Cutter
from paperclean.columns.edges import STRIDE
from paperclean.columns.layout import Layout, around
from paperclean.columns.measure import Column
from paperclean.columns.order import SAME
from paperclean.columns.rhythm import rhythm_of

__all__ = ["widened"]

# Nats for lines of one column at each touch, and for each by which the words go on better across than downwards: fitted
# to 2,063 touches of two columns and 291 inside a line of one, in seven newspapers; on either half of them much the same.
TOUCHING, WORDS = 0.7, 0.9
GAP = 2.5  # nats for two columns where a gap parts them
LEAST = 8.0  # nats, in all; of real columns a few rows together tell up to 7 the other way


def widened(text: str, page: Layout) -> Layout:
    """*page* without the columns that are none, their cells part of the column before; itself where all are columns."""
    none: dict[int, set[int]] = {}
    for stretch in _stretches(page.columns):
        told = [sum(_told(page, at, number) for at in _rows_of(page, block)) for block, number in stretch]
        for first, last in _heaviest(told):
            for block, number in stretch[first:last]:
                none.setdefault(block, set()).add(number)
    if not none:
        return page
    columns = [_without(found, none.get(block, set())) for block, found in enumerate(page.columns)]
    pieces = list(page.pieces)
    new = replace(page, columns=columns, pieces=pieces)
    cutters = {at: Cutter(page.rows[at], columns[block]) for block in none for at in _rows_of(page, block)}
    costs: dict[int, float] = {}
    for at, cutter in cutters.items():
        costs[at], pieces[at] = cutter.cut(columns[at // STRIDE])
    rhythm = rhythm_of(page.rows, columns, pieces)
    sequel = next(iter(page.heard.values())).sequel
    for at, cost in costs.items():
        now = around(text, new, at, sequel, rhythm)
        pieces[at] = cutters[at].cut(columns[at // STRIDE], now, cost).pieces
    return new


def _rows_of(page: Layout, block: int) -> range:
    return range(max(page.head, block * STRIDE), min(len(page.rows), (block + 1) * STRIDE))


def _stretches(columns: list[list[Column]]) -> Iterator[list[tuple[int, int]]]:
    """Each column but the leftmost, from its first measurement to its last: the measurements and its number in them."""
    live: list[tuple[int, list[tuple[int, int]]]] = []  # with the edge last measured
    for block, found in enumerate(columns):
        before, live = live, []
        for number, column in enumerate(found[1:], 1):
            near = [(abs(edge - column.edge), at) for at, (edge, _) in enumerate(before)]
            off, at = min(near, default=(SAME + 1, -1))
            stretch = before.pop(at)[1] if off <= SAME else []
            stretch.append((block, number))
            live.append((column.edge, stretch))
        for _, stretch in before:
            yield stretch
    for _, stretch in live:
        yield stretch


def _told(page: Layout, at: int, number: int) -> float:
    """How much likelier the words of the row *at* make it that the column of that *number* is none."""
    for piece, after in pairwise(page.pieces[at]):
        if after.column == number:
            value = -GAP if page.rows[at].gap[after.first] >= 2 else TOUCHING
            if at not in page.heard:  # the row is plain
                return value
            words, above, below, (follows, across), _ = page.heard[at]
            last, first = words[piece.last - 1], words[after.first]
            gain = across(last, first)
            if piece.column in below:
                gain -= follows(last, below[piece.column])
            if number in above:
                gain -= follows(above[number], first)
            return value + WORDS * gain
    return 0.0


def _heaviest(told: list[float]) -> Iterator[tuple[int, int]]:
    """First and last (excluded) of each run whose sum is LEAST and more, and no stretch of it is as far below."""
    first = last = 0
    total = most = 0.0
    for at, value in enumerate([*told, float("-inf")]):
        total += value
        if total > most:
            most, last = total, at + 1
        elif total <= max(0.0, most - LEAST):
            if most > LEAST:
                yield first, last
            first, total, most = at + 1, 0.0, 0.0


def _without(columns: list[Column], numbers: set[int]) -> list[Column]:
    found: list[Column] = []
    for number, column in enumerate(columns):
        if number in numbers:
            found[-1] = found[-1]._replace(full=found[-1].full + 1 + column.full)
        else:
            found.append(column)
    return found
