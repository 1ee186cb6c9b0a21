"""Lines filled up with blanks to be flush right: on a page of one column, or in columns with gutters between them."""

from __future__ import annotations

from paperclean.columns.evidence import FEWEST_ROWS
from paperclean.columns.rows import Row, is_wide

__all__ = ["gutters_alone", "padded"]

EXACTLY_TWO = 0.35  # of the inner gaps: more are blanks that pad justified lines, or a table's
EVEN = 0.5  # of the rows have gaps of one size: 2% where columns lie side by side, else all
REACH = 5  # rows above and below, in which hardly a word lies over a gutter
# Of them, with text on either side of it, at least; with a word over it, at most
LEAST_BESIDE, MOST_OVER = 6, 2
LEAST_ROWS = 0.3  # of the rows have one: of 38 of 40 pages of columns, of none of 60 of prose filled up with blanks, .21 at most there
FILLING = 0.95  # of the gaps inside lines are no wider than those that fill lines up


def padded(text: str, rows: list[Row]) -> bool:
    """Whether the inner gaps are those of lines filled up to be flush right: mostly of two blanks, or even in a row."""
    if is_wide(text):
        return False  # Chinese is not filled up with blanks
    gapped = [row.gap[1:] for row in rows if max(row.gap[1:], default=0) >= 2]
    gaps = [gap for row in gapped for gap in row if gap >= 2]
    several = [max(row) - min(row) <= 1 for row in gapped if len(row) >= 3]
    return gaps.count(2) >= EXACTLY_TWO * max(1, len(gaps)) or (
        len(several) >= FEWEST_ROWS and sum(several) >= EVEN * len(several)
    )


def gutters_alone(rows: list[Row]) -> list[Row]:
    """The same *rows*, with blanks that fill up lines taken for one; none where hardly a row has a gutter.

    Programs that lay out a PDF by the places of its words (pdfplumber, pypdf) fill up justified lines with blanks in every column.
    But as each word is in its place, a gutter is a strip of blanks from row to row, down to one cell wide.
    """
    gutters = _gutters(rows)
    if sum(any(are[1:]) for are in gutters) < max(FEWEST_ROWS, LEAST_ROWS * len(rows)):
        return []
    marked = [[*zip(row.gap, are, strict=True)] for row, are in zip(rows, gutters, strict=True)]
    inside = sorted(gap for gaps in marked for gap, is_gutter in gaps if not is_gutter)
    filling = inside[int(FILLING * (len(inside) - 1))] if inside else 1
    return [
        row._replace(gap=[gap if is_gutter or gap > filling else 1 for gap, is_gutter in gaps])
        for row, gaps in zip(rows, marked, strict=True)
    ]


def _gutters(rows: list[Row]) -> list[list[bool]]:
    """For each of *rows*, whether each gap before a word lies in a strip of blanks, as the margin does."""
    covered = [_covered(row) for row in rows]
    found = []
    for at, row in enumerate(rows):
        near = range(max(0, at - REACH), min(len(rows), at + REACH + 1))
        over = [-1] + [0] * (MOST_OVER + 1)  # the cells that so many words and more lie over
        for number in near:
            for count in range(MOST_OVER + 1, 0, -1):
                over[count] |= over[count - 1] & covered[number]
        found.append(
            [
                True,
                *(
                    any(
                        not over[-1] >> cell & 1 and _beside(rows, near, cell) >= LEAST_BESIDE
                        for cell in range(right, left)
                    )
                    for right, left in zip(row.right, row.left[1:], strict=False)
                ),
            ]
        )
    return found


def _covered(row: Row) -> int:
    """The cells of *row* that words lie over, a bit each."""
    return sum((1 << right) - (1 << left) for left, right in zip(row.left, row.right, strict=True))


def _beside(rows: list[Row], numbers: range, cell: int) -> int:
    """How many of these rows have text on either side of *cell*."""
    return sum(rows[number].left[0] < cell < rows[number].right[-1] for number in numbers)
