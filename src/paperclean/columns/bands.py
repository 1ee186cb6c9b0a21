"""Blank lines that part the whole page into bands, each read column by column before the next.

A rule across the page, as above the feuilleton or under the head, leaves blank lines in the text, and so does chance where
a paragraph ends in every column. Many blank lines are a rule's; of few it is told by how lines go on: down each column
past the blank lines, or from the foot of a column above them to the head of the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from paperclean.columns.layout import Layout
from paperclean.columns.order import SAME, Line
from paperclean.columns.rows import usual_step

__all__ = ["bands_of"]

GAIN = (3.0, 0.0)  # nats by which columns must end at a blank line, at two; three part bands in any case
ABUTTING = 0.5  # of the columns that end at one line, by those that go on under it
NEAR = 8  # rows from a blank line, in which the lines next to it are sought


def bands_of(
    layout: Layout,
    lines: list[list[Line]],
    follows: Callable[[Line, Line], float],
    *,
    right_to_left: bool = False,
) -> list[int]:
    """The rows with which bands begin, but for the first; *follows* tells how well one line goes on in another."""
    way = -1 if right_to_left else 1
    steps = [after.line - row.line for row, after in pairwise(layout.rows)]
    usual = usual_step([row.line for row in layout.rows])
    blank = [at for at, step in enumerate(steps, 1) if step > usual]
    found = []
    for top, at, end in zip([0, *blank], blank, [*blank[1:], len(lines)], strict=False):
        more = int(steps[at - 1] - usual)
        if (
            more > len(GAIN)
            or _gain(lines[top:at], lines[at:end], follows, way=way, all_end=more == 1) > GAIN[more - 1]
        ):
            found.append(at)
    return found


def _gain(
    above: list[list[Line]],
    below: list[list[Line]],
    follows: Callable[[Line, Line], float],
    *,
    way: int,
    all_end: bool,
) -> float:
    """How much better the lines go on if the columns *above* end before those *below* begin."""
    heads, feet = _next_to(above[:NEAR]), _next_to(above[: -NEAR - 1 : -1])
    heads_below, feet_below = _next_to(below[:NEAR]), _next_to(below[: -NEAR - 1 : -1])
    under = [(foot, head) for foot in feet if (head := _at(heads_below, foot.edge))]
    if all_end and len(under) < ABUTTING * len(feet):
        return 0.0
    gain = 0.0
    for foot, head in under:
        if after := _next(heads, foot.edge, way):
            gain += follows(foot, after) - follows(foot, head)
    for foot in feet_below:
        if (after := _next(heads_below, foot.edge, way)) and (top := _next(heads, foot.edge, way)):
            gain += follows(foot, after) - follows(foot, top)
    return gain


def _next_to(rows: Iterable[list[Line]]) -> list[Line]:
    """The first line of each column in *rows*, from left to right."""
    found: list[Line] = []
    for lines in rows:
        found += [line for line in lines if _at(found, line.edge) is None]
    return sorted(found, key=lambda line: line.edge)


def _at(lines: list[Line], edge: int) -> Line | None:
    return next((line for line in lines if abs(line.edge - edge) <= SAME), None)


def _next(lines: list[Line], edge: int, way: int) -> Line | None:
    """The line of the next column, to the right of *edge* (*way* 1) or to its left (-1)."""
    return min(
        (line for line in lines if (line.edge - edge) * way > SAME),
        key=lambda line: line.edge * way,
        default=None,
    )
