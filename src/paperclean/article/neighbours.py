"""What stands beside a block: the columns of body text above and below it, and the next block that is not a picture's."""

from __future__ import annotations

from collections.abc import Sequence

from paperclean.article.measures import Measured

__all__ = ["FILLS", "OVER", "Columns", "columns_beside", "kind_beside", "neighbour"]

Columns = tuple[float | None, float | None]  # widths in em above and below, None where no body text stands

OVER = 1.6  # em over the column that no line of body text has
FILLS = 3.2  # em that a line full of body text may lack of the column: its indent and its rag
PASSED_OVER = frozenset({"furniture", "caption", "credit"})


def columns_beside(blocks: Sequence[Measured]) -> list[Columns]:
    """For each block the widths of the columns of the nearest body text above and below it."""
    below = _columns_above(blocks[::-1])
    return list(zip(_columns_above(blocks), reversed(below), strict=True))


def _columns_above(blocks: Sequence[Measured]) -> list[float | None]:
    above: list[float | None] = []
    column = None
    for block in blocks:
        above.append(column)
        if block.kind == "paragraph" and block.column is not None and len(block.widths) > 2:
            column = block.column
    return above


def neighbour(blocks: Sequence[Measured], at: int, step: int) -> Measured | None:
    """The next block before (*step* -1) or behind (1) the one of number *at* that is neither a picture's nor the page's."""
    at += step
    while 0 <= at < len(blocks):
        if blocks[at].kind not in PASSED_OVER:
            return blocks[at]
        at += step
    return None


def kind_beside(blocks: Sequence[Measured], at: int, step: int) -> str | None:
    """The kind of that block."""
    found = neighbour(blocks, at, step)
    return found.kind if found else None
