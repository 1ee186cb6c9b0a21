"""Tables among columns of running text: each of their rows is one line, however wide its gaps are.

Cells of a table start under each other as the lines of columns do. Taken for columns they would part the running text
above and below as well, line by line, and come apart themselves. Two things tell them: figures stand in cell beside cell,
of a table over the page or inside a column; or rows over the page are mostly white and start where no column does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

import regex

from paperclean.columns.edges import starting_cells
from paperclean.columns.rows import Row

__all__ = ["with_whole_tables"]

GAP = 3  # blank cells between two cells of a table
FEWEST_ROWS = 3
FEWEST_FIGURES = 2  # cells of figures beside each other;
# where there is one, as in a list of prices, it may be a time or a number before what follows, and more rows must tell.
FEWEST_ROWS_OF_ONE, MOSTLY = 5, 0.8
MOST_BESIDE = 20  # tables; no page holds more, and each is held against each of the row before
MOST_LETTERS = 2  # of a unit, in a cell of figures
BETWEEN = 2  # rows from one of a table to the next: a line of a column beside it may stand between
LABEL = 0.6  # of a full line, by what may stand in a cell and is no running text of a column beside the table
SPARSE, FEWEST_CELLS = 0.5, 3  # of a row over the page, by what is printed of it
# Of the cells of such rows, by those that start or end with others': of made-up tables all, of short lines of columns .7 at most.
ALIGNED, OFF = 0.85, 1
AROUND = 32  # rows above and below that show where columns start
AT_COLUMNS, SAME = 0.5, 3  # of a table's cells, by those that start where a column does
T = TypeVar("T")
DIGIT, LETTER = regex.compile(r"\d"), regex.compile(r"\p{L}")


class _Figures(NamedTuple):
    """So many *cells* of figures in a *row*, the words *first* up to *last*.

    The cell before them begins with the word *label* (*first*, if there is none), the one behind them ends before *after*.
    """

    row: int
    label: int
    first: int
    last: int
    after: int
    cells: int


def with_whole_tables(text: str, rows: list[Row], full: float) -> list[Row]:
    """*rows*, in which what belongs to one row of a table is one word; lines of running text are *full* cells long."""
    whole: dict[int, list[tuple[int, int]]] = defaultdict(list)
    longest = LABEL * full
    for table in _tables_of_figures(text, rows):
        labelled = [_has_label(rows[figures.row], figures, longest) for figures in table]
        if _are_rows_of_one(table) and not _are_prices(rows, table, labelled, longest):
            continue
        for figures, has_label in zip(table, labelled, strict=True):
            first = figures.label if has_label and sum(labelled) > len(table) / 2 else figures.first
            whole[figures.row].append((first, figures.last))
    for at in _rows_of_sparse_tables(rows, longest):
        whole[at] = [(0, len(rows[at].left))]
    found = list(rows)
    for at, parts in whole.items():
        for first, last in sorted(parts, reverse=True):
            found[at] = _as_one_word(found[at], first, last)
    return found


def _tables_of_figures(text: str, rows: list[Row]) -> Iterator[list[_Figures]]:
    """Cells of figures that stand beside and under each other."""
    live: list[list[_Figures]] = []
    for at, row in enumerate(rows):
        ended = [table for table in live if table[-1].row < at - BETWEEN]
        live = [table for table in live if table[-1].row >= at - BETWEEN]
        yield from (table for table in ended if len(table) >= FEWEST_ROWS)
        here = list(_figures(text, at, row))
        for figures in here if len(here) <= MOST_BESIDE else ():
            above = (table for table in live if _stands_under(rows, figures, table[-1]))
            table = next(above, None)
            if table is None:
                live.append([figures])
            else:
                table.append(figures)
    yield from (table for table in live if len(table) >= FEWEST_ROWS)


def _figures(text: str, at: int, row: Row) -> Iterator[_Figures]:
    firsts = [*_cells(row), len(row.left)]
    of_figures = [_is_figure(text[row.start[first] : row.end[last - 1]]) for first, last in pairwise(firsts)]
    begin = 0
    for cell, inside in enumerate([*of_figures, False]):
        if not inside:
            if cell > begin:
                after = firsts[min(cell + 1, len(firsts) - 1)]
                yield _Figures(
                    at, firsts[max(0, begin - 1)], firsts[begin], firsts[cell], after, cell - begin
                )
            begin = cell + 1


def _is_figure(cell: str) -> bool:
    return DIGIT.search(cell) is not None and len(LETTER.findall(cell)) <= MOST_LETTERS


def _stands_under(rows: list[Row], figures: _Figures, above: _Figures) -> bool:
    if figures.row == above.row:
        return False
    row, other = rows[figures.row], rows[above.row]
    return (
        row.left[figures.first] < other.right[above.last - 1]
        and other.left[above.first] < row.right[figures.last - 1]
    )


def _has_label(row: Row, figures: _Figures, longest: float) -> bool:
    """Whether a cell stands before *figures* that is no line of running text in the column beside the table."""
    return figures.label < figures.first and row.right[figures.first - 1] - row.left[figures.label] < longest


def _are_rows_of_one(table: list[_Figures]) -> bool:
    return sum(figures.cells < FEWEST_FIGURES for figures in table) > len(table) / 2


def _are_prices(rows: list[Row], table: list[_Figures], labelled: list[bool], longest: float) -> bool:
    """Whether each figure ends a line: a label before it, behind it nothing or the next column's running text."""
    if len(table) < FEWEST_ROWS_OF_ONE:
        return False
    spans = [[(rows[at].left[first], rows[at].right[last - 1])] for at, _, first, last, _, _ in table]
    ending = [
        has_label
        and aligned
        and (last == after or rows[at].right[after - 1] - rows[at].left[last] >= longest)
        for (at, _, _, last, after, _), has_label, aligned in zip(
            table, labelled, _aligned(spans), strict=True
        )
    ]
    return sum(ending) >= MOSTLY * len(ending)


def _rows_of_sparse_tables(rows: list[Row], longest: float) -> Iterator[int]:
    """The rows that are mostly white, three and more together, whose cells start under each other and where no column does."""
    sparse = [_is_sparse(row, longest) for row in rows]
    begin = 0
    for at, inside in enumerate([*sparse, False]):
        if inside:
            continue
        if at - begin >= FEWEST_ROWS and _are_aligned(table := rows[begin:at]):
            around = range(max(0, begin - AROUND), min(len(rows), at + AROUND))
            edges = starting_cells(rows[other] for other in around if not sparse[other])
            starts = [left for row in table for left, _ in _spans(row)[1:]]
            if sum(any(abs(x - edge) <= SAME for edge in edges) for x in starts) < AT_COLUMNS * len(starts):
                yield from range(begin, at)
        begin = at + 1


def _is_sparse(row: Row, longest: float) -> bool:
    cells = _spans(row)
    printed = sum(right - left for left, right in cells)
    return (
        len(cells) >= FEWEST_CELLS
        and printed < SPARSE * (row.right[-1] - row.left[0])
        and all(right - left < longest for left, right in cells)
    )


def _are_aligned(rows: list[Row]) -> bool:
    """Whether the cells of *rows* but their first ones start or end where those of other rows do."""
    aligned = _aligned([_spans(row)[1:] for row in rows])
    return sum(aligned) >= ALIGNED * len(aligned)


def _aligned(rows: Sequence[Sequence[tuple[int, int]]]) -> list[bool]:
    """Of each cell in *rows* whether it starts or ends where one of another row does."""
    starts: Counter[int] = Counter()  # how many rows have a cell that starts about there
    ends: Counter[int] = Counter()
    for row in rows:
        starts.update({left + off for left, _ in row for off in range(-OFF, OFF + 1)})
        ends.update({right + off for _, right in row for off in range(-OFF, OFF + 1)})
    return [starts[left] > 1 or ends[right] > 1 for row in rows for left, right in row]


def _cells(row: Row) -> list[int]:
    """The words with which cells begin."""
    return [0, *[word for word in range(1, len(row.left)) if row.gap[word] >= GAP]]


def _spans(row: Row) -> list[tuple[int, int]]:
    """Where cells lie on the page."""
    return [(row.left[first], row.right[last - 1]) for first, last in pairwise([*_cells(row), len(row.left)])]


def _as_one_word(row: Row, first: int, last: int) -> Row:
    def without(of: Sequence[T], kept: int) -> list[T]:
        return [*of[:first], of[kept], *of[last:]]

    left, right = without(row.left, first), without(row.right, last - 1)
    return row._replace(
        left=left,
        right=right,
        start=without(row.start, first),
        end=without(row.end, last - 1),
        gap=without(row.gap, first),
        hyphen=without(row.hyphen, last - 1),
        begin=left,
        finish=right,
    )
