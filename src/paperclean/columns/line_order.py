"""The order in which lines are to be read that stand as columns take turns: which stretches may be of columns, and each taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from paperclean.columns.doubts import doubtful_stretches, loose_stretches
from paperclean.columns.links import Links, links
from paperclean.columns.parting import are_full, columns_of, core, gain_a_line, parted
from paperclean.columns.turns import FEWEST, SURE, Stretch, confidence_of, stretches_taking_turns
from paperclean.survey import Survey

__all__ = ["Loose", "Order", "loose_columns", "reading_order"]

WIDEST, WIDEST_HAN = 250, 60  # characters; no line of a column is as wide
LEAST_GAIN = 0.4  # nats a line by which columns must explain the text better than one column does
# Lines that go on after each other, on average: of 90 pages of columns one shows fewer than 8.5, and none fewer than this; of manuals and
# mark-up, whose lines are no column's, most do.
LEAST_GOING_ON = 5.5
MOSTLY_CUT = 1.3  # pieces a row, of those of a table and of columns all on a level


class Loose(NamedTuple):
    """Lines from *start* up to *end* that may be of columns, in *stretches* of which neighbours do not plainly fit."""

    start: int
    end: int
    stretches: list[tuple[int, int]]


class Order(NamedTuple):
    """A new order of lines; for each of them the reason to be moved, or an empty one, how sure it is, and whether it *opens* a block."""

    lines: list[int]
    reasons: list[str]
    confidences: list[float]
    opens: list[bool]


def reading_order(
    lines: Sequence[str], loose: Sequence[Loose], language: str | None, rows: Sequence[int] = ()
) -> Order | None:
    """The order in which *lines* (none empty) are to be read, or None if that is how they stand, as all do but *loose* ones.

    *rows*, if given, are the numbers of the rows that the lines are pieces of.
    """
    if not loose:
        return None
    language = language or Survey("\n".join(lines)).language
    doubtful = [
        (first + start, first + end)
        for first, last, found in loose
        for start, end in doubtful_stretches(lines[first:last], found, language)
    ]
    order = Order(list(range(len(lines))), [""] * len(lines), [1.0] * len(lines), [False] * len(lines))
    moved = False
    for start, end in doubtful:
        page = links(lines[start:end], language)
        for stretch in stretches_taking_turns(page, end - start):
            if (
                rows
                and stretch.evidence < SURE
                and _are_cut(rows[start + stretch.start : start + stretch.end])
            ):
                continue
            first, new, reason = columns_apart(
                page,
                stretch,
                open_start=start + stretch.start > 0,
                open_end=start + stretch.end < len(lines),
                rows=rows[start:end],
            )
            if not new:
                continue
            moved = True
            confidence = confidence_of(stretch.evidence)
            place = slice(start + first, start + first + len(new))
            order.lines[place] = [start + line for line in new]
            order.reasons[place] = [reason] * len(new)
            order.confidences[place] = [confidence] * len(new)
    return order if moved else None


def loose_columns(lines: Sequence[str], *, han: bool) -> list[Loose]:
    """Start and end of what may be of columns, and the stretches in it whose neighbours do not plainly fit, where any are."""
    return [
        Loose(start, end, found)
        for start, end in _of_columns(lines, WIDEST_HAN if han else WIDEST)
        if (found := loose_stretches(lines[start:end], han=han))
    ]


def _are_cut(rows: Sequence[int]) -> bool:
    """Whether most lines are pieces of *rows*, as a table's cells would be."""
    return len(rows) >= MOSTLY_CUT * len(set(rows))


def _of_columns(lines: Sequence[str], widest: int) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of *lines* that may be of columns: between those *widest* or wider, paragraphs on one line."""
    wide: list[int] = []
    if max(map(len, lines), default=0) > widest:
        wide = [i for i, line in enumerate(lines) if len(line) > widest]
    start = 0
    for end in (*wide, len(lines)):
        if end - start >= FEWEST:
            yield start, end
        start = end + 1


def columns_apart(
    page: Links, stretch: Stretch, *, open_start: bool, open_end: bool, rows: Sequence[int] = ()
) -> tuple[int, list[int], str]:
    """The first line that moves, the lines from there on in their new order, and the reason; or no lines.

    *open_start*, *open_end*: whether other text stands above, below; *rows*: those that lines are pieces of, if any are.
    """
    if not page.is_running(stretch.start, stretch.end):
        return 0, [], ""
    before = parted(page, stretch.start, stretch.end, rows)
    start, end = core(before, open_start=open_start, open_end=open_end)
    first = stretch.start + start
    before = [last - start if last >= start else -1 for last in before[start:end]]
    if not before:
        return 0, [], ""
    columns = columns_of(before)
    gain = gain_a_line(page, first, before)
    new = [first + line for column in columns for line in column]
    if (
        gain < LEAST_GAIN
        or len(before) < LEAST_GOING_ON * len(columns)
        or not are_full(columns, page.remembered(first, first + len(before)))
        or new == list(range(first, first + len(before)))
    ):
        return 0, [], ""
    return first, new, f"{len(columns)} columns take turns, {gain:.1f} nats gained a line"
