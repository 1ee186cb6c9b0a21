"""How far apart the lines of a column lie, and what it tells of a row in which the column would have none."""

from __future__ import annotations

from math import log

from paperclean.columns.cuts import Piece
from paperclean.columns.edges import STRIDE
from paperclean.columns.measure import Column
from paperclean.columns.order import SAME
from paperclean.columns.rows import Row

__all__ = ["Rhythm", "rhythm_of"]

FURTHEST = 12  # lines; what is as far apart or further counts alike


class Rhythm:
    """The steps, in lines of the text, from one line of a column to the next, as they are shared out on a page."""

    def __init__(self, steps: list[int]) -> None:
        counts = [1] * (FURTHEST + 1)
        for step in steps:
            counts[min(step, FURTHEST)] += 1
        self._share = [log(count / max(1, len(steps))) for count in counts]  # a page may have no steps

    def due(self, above: int, below: int) -> float:
        """How much likelier two steps are than one over both: a line between is due where it is above 0."""
        share = self._share
        return share[min(above, FURTHEST)] + share[min(below, FURTHEST)] - share[min(above + below, FURTHEST)]


def rhythm_of(rows: list[Row], columns: list[list[Column]], pieces: list[list[Piece]]) -> Rhythm:
    """The rhythm of a page, from its rows cut into *pieces* of *columns*."""
    steps: list[int] = []
    live: list[tuple[int, int]] = []  # each column's edge and the line of the text where it last had one
    for at, (row, found) in enumerate(zip(rows, pieces, strict=True)):
        for piece in found:
            edge = columns[at // STRIDE][piece.column].edge
            for number, (other, line) in enumerate(live):
                if -SAME <= other - edge <= SAME:
                    steps.append(row.line - line)
                    live[number] = (edge, row.line)
                    break
            else:
                live.append((edge, row.line))
    return Rhythm(steps)
