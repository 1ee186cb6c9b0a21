"""Columns printed side by side on one text line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from paperclean.columns.bands import bands_of
from paperclean.columns.evidence import (
    FEWEST_ROWS,
    has_inner_gaps,
    linked,
    reads_down,
    share_of_running_columns,
)
from paperclean.columns.grid import Grid, grid_of
from paperclean.columns.inferred import widened
from paperclean.columns.interruptions import without_interruptions
from paperclean.columns.justified import gutters_alone, padded
from paperclean.columns.layout import Layout, layout_of
from paperclean.columns.measure import full_length
from paperclean.columns.modules import rules_of
from paperclean.columns.order import Block, Line, blocks_of, in_reading_order
from paperclean.columns.rows import Row
from paperclean.columns.sequels import sequels
from paperclean.columns.tables import with_whole_tables
from paperclean.edits import Span
from paperclean.languages import refuse_unknown
from paperclean.scripts import SENTENCE_ENDS
from paperclean.statistics.words import word_association
from paperclean.steps import as_text, reorder
from paperclean.survey import Survey

__all__ = ["PrintedColumn", "columns_in_order", "find_columns", "split_columns"]

COHERENT = 0.1
RUNNING = 0.05  # of the rows show two columns of running text
WIDEST = 2_000  # cells; no page is wider
FULL = 0.7  # of its column's full lines, by a line that goes on in the next column, and by one that opens there with a capital inside a sentence
LEAST_INDENT, DEEPEST_INDENT = 2, 8  # cells; a column's lines start a cell off its edge by chance


class PrintedColumn(NamedTuple):
    """A column, or a headline over several: its lines (*top* up to *foot*, from 0) and its cells on them.

    A wide character takes two cells, as in a terminal; one where the page *by_character* is aligned so.
    """

    top: int
    foot: int
    left: int
    right: int
    spans: bool
    by_character: bool = False


class _Page(NamedTuple):
    layout: Layout
    blocks: list[Block]
    share: float
    by_character: bool
    filled_up: bool


def find_columns(
    text: str, *, right_to_left: bool = False, language: str | None = None
) -> list[PrintedColumn]:
    r"""Where `split_columns` finds columns, in reading order; nothing where it leaves the text alone.

    The gutters lie between the columns' cells; a column that *spans* others parts the page into bands. Options as for `split_columns`.

    >>> find_columns("prose of a single column\nhas no gutter")
    []
    """
    page = _page(as_text(text), right_to_left=right_to_left, language=language)
    if page is None:
        return []
    rows = page.layout.rows
    cells = 2 if page.by_character else 1  # of the grid, to one of the text
    return [
        PrintedColumn(
            rows[block.lines[0].row].line,
            rows[block.lines[-1].row].line + 1,
            block.left // cells,
            max(rows[line.row].right[line.last - 1] for line in block.lines) // cells,
            block.lines[0].spans,
            page.by_character,
        )
        for block in page.blocks
    ]


@reorder
def split_columns(
    text: str, *, right_to_left: bool = False, language: str | None = None
) -> Iterator[Span | str]:
    r"""Put columns that lie side by side on one text line under each other, in reading order.

    Extraction that keeps the layout of a page prints its columns side by side, parted by a gutter of blanks, or
    touching where a line is full. Text comes in as lines (East Asian wide characters take two cells, or one where
    columns are aligned so, as by PDF extractors) and goes out one column after the other, band by band; blank lines
    part the blocks. With *right_to_left* the columns of a band are read from the right, as on old Chinese pages.
    Indents stay, relative to the column. *language* (`zh`, `en`, `de`, `fr`, `nl`; `None`: told by the words) chooses
    the table of associations; `ValueError` for another.

    >>> page = '''
    ... The figures confounded hopes   Imagine a system that also
    ... of a small expansion in the    presents a virtual body of a
    ... fourth quarter in Europe's     person on a screen who can
    ... biggest economy, and said      react to what you do, and
    ... growth for the whole of the    perhaps even alert you to
    ... year was down.                 new messages.
    ... '''
    >>> print(split_columns(page), end="")
    The figures confounded hopes
    of a small expansion in the
    fourth quarter in Europe's
    biggest economy, and said
    growth for the whole of the
    year was down.
    <BLANKLINE>
    Imagine a system that also
    presents a virtual body of a
    person on a screen who can
    react to what you do, and
    perhaps even alert you to
    new messages.

    A table's cells do not run on from line to line; it stays:

    >>> split_columns("Zürich     7.12   Bern     8.40\n" * 9) == "Zürich     7.12   Bern     8.40\n" * 9
    True

    Left edges come from starts of lines that repeat from row to row; columns without one, whose lines always
    touch their left neighbours, from the length of full lines (divided words stand at multiples of it); each
    row is then cut by dynamic programming.
    """
    yield from columns_in_order(text, right_to_left=right_to_left, language=language)


def columns_in_order(text: str, *, right_to_left: bool, language: str | None) -> list[Span | str]:
    """The spans of *text* and what goes between them, column after column; none where no columns lie side by side."""
    page = _page(text, right_to_left=right_to_left, language=language)
    if page is None:
        return []
    pieces = list(_pieces(text, page))
    after = "".join(p if isinstance(p, str) else text[p.start : p.end] for p in pieces)
    # What would be split again is no page of columns.
    return pieces if _page(after, right_to_left=right_to_left, language=language) is None else []


def _pieces(text: str, page: _Page) -> Iterator[Span | str]:
    rows = page.layout.rows
    found = (
        f"{len(page.blocks)} columns and headlines; {page.share:.0%} of rows show running text side by side"
    )
    confidence = round(min(1.0, 0.5 + page.share), 3)
    before: Line | None = None
    for block in page.blocks:
        for line in block.lines:
            if before is not None:
                inside = line is not block.lines[0]
                below_head = before.row < page.layout.head <= line.row
                yield "\n" if inside or (not below_head and _goes_on(text, rows, before, line)) else "\n\n"
            if LEAST_INDENT <= line.indent <= DEEPEST_INDENT:
                yield _indent(text, rows[line.row].start[line.first], line.indent)
            yield from _spans(rows[line.row], line, found, confidence, filled_up=page.filled_up)
            found, before = "", line
    if text.endswith("\n"):
        yield "\n"


def _indent(text: str, start: int, cells: int) -> str:
    """Blanks of the kind that stand before *start*, ideographic or not, over so many cells."""
    return "\u3000" * (cells // 2) if cells > 1 and text[start - 1] == "\u3000" else " " * cells


def _spans(row: Row, line: Line, reason: str, confidence: float, *, filled_up: bool) -> Iterator[Span | str]:
    """The words of *line*; a wide gap inside it shrinks to two blanks, so that it is not taken for a gutter again, or if *filled_up* to one."""
    first = line.first
    for word in range(line.first + 1, line.last):
        if row.gap[word] > 2 or (filled_up and row.start[word] - row.end[word - 1] > 1):
            yield Span(row.start[first], row.end[word - 1], reason, confidence)
            yield " " if filled_up else "  "
            first, reason = word, ""
    yield Span(row.start[first], row.end[line.last - 1], reason, confidence)


def _goes_on(text: str, rows: list[Row], foot: Line, head: Line) -> bool:
    """Whether a paragraph runs on from the foot of a column to the head of the next."""
    if head.indent or head.spans or foot.spans or foot.length < FULL * foot.full:
        return False
    last = text[rows[foot.row].end[foot.last - 1] - 1]
    first = text[rows[head.row].start[head.first]]
    return last not in SENTENCE_ENDS and (not first.isupper() or head.length >= FULL * head.full)


def _page(text: str, *, right_to_left: bool, language: str | None) -> _Page | None:
    refuse_unknown(language)
    if not has_inner_gaps(text):
        return None
    grid = grid_of(text)
    if max(row.right[-1] for row in grid.rows) > WIDEST:
        return None
    rows, filled_up = _rows(text, grid)
    if not rows:
        return None
    language = language or Survey(text).language
    layout = layout_of(text, rows, sequels(language))
    if layout is None:
        return None
    pmi = word_association(language).pmi
    blocks = blocks_of(layout.lines()[layout.head :])
    share, apart = share_of_running_columns(text, layout, blocks)
    if share <= RUNNING or apart < FEWEST_ROWS or not reads_down(text, layout.rows, blocks, pmi):
        return None
    layout = widened(text, layout)
    blocks = _in_order(text, layout, pmi, right_to_left=right_to_left)
    return _Page(layout, blocks, share, grid.by_character, filled_up)


def _rows(text: str, grid: Grid) -> tuple[list[Row], bool]:
    """The rows to be cut, those of tables whole, and whether their lines are filled up with blanks; none where nothing tells gutters."""
    full = full_length(grid.rows)
    rows = grid.rows if full is None else with_whole_tables(text, grid.rows, full)
    if padded(text, rows):
        return gutters_alone(rows), True
    return rows if grid.coherence > COHERENT else [], False


def _in_order(
    text: str, layout: Layout, pmi: Callable[[str, str], float], *, right_to_left: bool
) -> list[Block]:
    """The blocks of *layout* in reading order: band by band, within each article that is set in a rectangle."""
    lines = layout.parted().lines()

    def goes_on(line: Line, after: Line) -> float:
        return linked(text, layout.rows, line, after, pmi)

    begins = bands_of(layout, lines, goes_on, right_to_left=right_to_left)
    columns = blocks_of([[line for line in found if not line.spans] for found in lines])
    rules = rules_of(text, layout, columns, goes_on, right_to_left=right_to_left)
    bounds = sorted({0, layout.head, *begins, len(lines)})
    blocks = [
        block
        for top, foot in pairwise(bounds)
        for block in in_reading_order(
            blocks_of(lines[top:foot], [rule for rule in rules if top <= rule.row < foot - 1]),
            right_to_left=right_to_left,
        )
    ]
    return without_interruptions(text, layout, blocks, goes_on)
