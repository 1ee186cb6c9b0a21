"""The grid that the columns of a page are aligned on: cells of a terminal, or characters."""

from __future__ import annotations

from typing import NamedTuple

from paperclean.columns.evidence import coherence
from paperclean.columns.rows import Row, is_wide, rows_of

__all__ = ["Grid", "grid_of"]

LEAST_GAP = 3  # cells between words that part columns
LEAST_GAP_IN_HAN = 2


class Grid(NamedTuple):
    """The *rows* of a page on the grid where starts after gaps cohere best, and how well (see `coherence`)."""

    rows: list[Row]
    coherence: float
    by_character: bool


def grid_of(text: str) -> Grid:
    r"""The grid of *text*: wide characters take two cells on it, or, *by_character*, each character as many as any other.

    A scan's text is laid out by what a line is wide in print. Programs that extract the text of a PDF in its layout
    (pdfplumber, pypdf) count characters, so that Chinese columns are aligned in an editor only where it sets
    Latin letters as wide as Chinese ones.

    >>> grid_of("2025年开工    海关加快清\n程重大水利      关查验速度").by_character
    True
    """
    rows = rows_of(text)
    if not is_wide(text):
        return Grid(rows, coherence(rows, LEAST_GAP), by_character=False)
    grids = [
        Grid(rows, coherence(rows, LEAST_GAP_IN_HAN), by_character=by_character)
        for by_character, rows in ((False, rows), (True, rows_of(text, by_character=True)))
    ]
    # Rows that hold a line of a further column alone tell as well, but headlines stand there, too.
    grid = max(grids, key=lambda grid: grid.coherence + coherence(grid.rows, LEAST_GAP_IN_HAN, after=0))
    with_single = coherence(grid.rows, least=1)
    if with_single <= grid.coherence:
        return grid
    # Where single blanks are gutters, too, they part columns as surely as wide ones.
    return Grid([_with_wide_gutters(row) for row in grid.rows], with_single, grid.by_character)


def _with_wide_gutters(row: Row) -> Row:
    """The same *row*, with a gap of LEAST_GAP_IN_HAN in place of each single blank."""
    return row._replace(gap=[row.gap[0], *(LEAST_GAP_IN_HAN if gap == 1 else gap for gap in row.gap[1:])])
