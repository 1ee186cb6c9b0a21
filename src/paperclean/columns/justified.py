"""Lines filled up with blanks to be flush right: on a page of one column, or in columns with wider gutters between them."""

from __future__ import annotations

from paperclean.columns.evidence import FEWEST_ROWS, coherence
from paperclean.columns.rows import Row, is_wide

__all__ = ["gutters_alone", "padded"]

EXACTLY_TWO = 0.35  # of the inner gaps: more are blanks that pad justified lines, or a table's
EVEN = 0.5  # of the rows have gaps of one size: 2% where columns lie side by side, else all
NARROWEST, WIDEST = 4, 10  # blanks, of the least gutter that is looked for between such columns
LEAST_ROWS = 0.5  # of the rows have one: of 20 pages .7 and more; of prose with tables, where two blanks stand behind sentences, .1
COHERENT = 0.8  # see `coherence`; gutters of such pages show .86 to .95, gaps inside lines .3 at most


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


def gutters_alone(rows: list[Row]) -> list[Row] | None:
    r"""The same *rows*, with gaps narrower than the gutters taken for one blank; None where no gutters stand out.

    Programs that lay out a PDF by the places of its words (pypdf) fill up justified lines with blanks, in every column.

    >>> from paperclean.columns.rows import rows_of
    >>> page = "der  Kaiser  ist         in  die   Stadt\nund  auf   das         Schloss  gekommen\n" * 4
    >>> gutters_alone(rows_of(page))[0].gap
    [0, 1, 1, 9, 1, 1]
    """
    for least in range(NARROWEST, WIDEST + 1):
        if coherence(rows, least) >= COHERENT:
            break
    else:
        return None
    if sum(max(row.gap[1:], default=0) >= least for row in rows) < LEAST_ROWS * len(rows):
        return None
    return [
        row._replace(gap=[*row.gap[:1], *(gap if gap >= least else 1 for gap in row.gap[1:])]) for row in rows
    ]
