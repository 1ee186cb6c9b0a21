"""Columns that take turns, a text line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from paperclean.columns.doubts import is_han
from paperclean.columns.line_order import Order, loose_columns, reading_order
from paperclean.columns.pieces import are_rows, hold_rows, pieces_of, pieces_of_wide, row_numbers
from paperclean.columns.row_blocks import may_hold_row_blocks, order_in_blocks, row_blocks
from paperclean.edits import Span
from paperclean.languages import refuse_unknown
from paperclean.lines.printed import printed_lines
from paperclean.lines.source_code import is_source
from paperclean.steps import reorder

__all__ = ["deinterleave_columns"]

ROUNDS = 4  # what a second look still moves is moved, or nothing is


@reorder
def deinterleave_columns(text: str, *, language: str | None = None) -> Iterator[Span | str]:
    r"""Put lines of columns that take turns, a text line each, into the order of reading: column after column.

    Extraction that sorts a page's lines by height writes `A1 B1 C1 A2 B2 C2 …`; or, of a Chinese page, in rows, a
    blank between them, `A1 B1 C1⏎A2 B2 C2` (so does pdfplumber; `pdftotext` writes some blocks so, between blank lines).
    Lines of one column go on after each other: a word is cut and made whole, a preposition finds its noun, one Chinese
    character calls for the next. Where lines two or more apart fit together better than neighbours do, over the text or a
    stretch of it, the lines are parted into as many columns as explain them best, and each column is written out whole.
    Blank lines between them are dropped.
    Otherwise nothing moves, and nothing in source code.

    *language* (`zh`, `en`, `de`, `fr`, `nl`; `None`: told by the words) chooses the table of associations; `ValueError`
    for another.

    >>> page = ["消费需求进一步释", "本报北京电记者王", "放，市场活力持续", "丰报道，全国人大", "增强，经济发展稳",
    ...         "常委会会议昨日在", "中向好，企业生产", "京举行，会议听取", "经营状况继续改", "了国务院关于今年",
    ...         "善，就业形势总体", "以来经济工作的报", "稳定，物价水平基", "告，并对有关问题", "本平稳。", "进行审议。"]
    >>> print(deinterleave_columns("\n".join(page)))
    消费需求进一步释
    放，市场活力持续
    增强，经济发展稳
    中向好，企业生产
    经营状况继续改
    善，就业形势总体
    稳定，物价水平基
    本平稳。
    本报北京电记者王
    丰报道，全国人大
    常委会会议昨日在
    京举行，会议听取
    了国务院关于今年
    以来经济工作的报
    告，并对有关问题
    进行审议。

    A column that is whole stays as it is:

    >>> column = "\n".join(page[::2])
    >>> deinterleave_columns(column) == column
    True

    Method: a lag test, then a beam search over partitions that keep the order, as measured for this library.
    """
    refuse_unknown(language)
    raw_lines = text.split("\n")
    lines = list(filter(None, map(str.strip, raw_lines)))
    han = is_han(lines)
    loose = loose_columns(lines, han=han)
    if han and hold_rows(text, len(lines)):
        if moved := _block_by_block(text, raw_lines, language):
            yield from moved
            return
        if pieces := _pieces_of_rows(text, raw_lines, len(lines), are_loose=bool(loose)):
            lines = [text[start:end] for start, end in pieces]
            rows = row_numbers(text, pieces)
            order = reading_order(lines, loose_columns(lines, han=True), language, rows)
            yield from _moved(text, pieces, order, language, rows)
            return
    order = reading_order(lines, loose, language)
    if order is not None:
        yield from _moved(text, spans_of(raw_lines), order, language)


def _block_by_block(text: str, raw_lines: Sequence[str], language: str | None) -> list[Span | str]:
    """A Chinese text whose blocks hold rows of several columns, each block in its order; nothing where that leaves columns in turns."""
    if not may_hold_row_blocks(text) or not (blocks := row_blocks(text, spans_of(raw_lines))):
        return []
    pieces = [piece for block in blocks for piece in block.pieces]
    moved = list(_moved(text, pieces, order_in_blocks(blocks), language))
    after = "".join(piece if isinstance(piece, str) else text[piece.start : piece.end] for piece in moved)
    return moved if deinterleave_columns(after, language=language) == after else []


def _pieces_of_rows(
    text: str, raw_lines: Sequence[str], count: int, *, are_loose: bool
) -> list[tuple[int, int]]:
    """The pieces that the *count* lines of a Chinese text are cut into: most of them, or of loose ones the wide; none if they are no rows."""
    if are_rows(text, count) and (pieces := pieces_of(text, spans_of(raw_lines))):
        return pieces
    return pieces_of_wide(text, spans_of(raw_lines)) if are_loose else []


def _moved(
    text: str,
    spans: list[tuple[int, int]],
    order: Order | None,
    language: str | None,
    rows: Sequence[int] = (),
) -> Iterator[Span | str]:
    """The lines at *spans* in *order*, settled; nothing without one, where they do not come to rest, or in source code."""
    if order is None or is_source(printed_lines(text)):
        return
    settled = _settled([text[start:end].lstrip() for start, end in spans], order, language, rows)
    if settled is not None:
        yield from _pieces(text, spans, settled)


def _settled(lines: Sequence[str], order: Order, language: str | None, rows: Sequence[int]) -> Order | None:
    """The *order* of *lines* after as many further looks as move any; None where they do not come to rest."""
    han = is_han(lines)
    for _ in range(ROUNDS):
        now = [lines[i] for i in order.lines]
        rows_now = [rows[i] for i in order.lines] if rows else []
        again = reading_order(now, loose_columns(now, han=han), language, rows_now)
        if again is None:
            return order
        order = Order(
            [order.lines[i] for i in again.lines],
            [order.reasons[i] or again.reasons[i] for i in again.lines],
            [min(order.confidences[i], again.confidences[i]) for i in again.lines],
            [order.opens[i] for i in again.lines],
        )
    return None


def spans_of(raw_lines: Sequence[str]) -> list[tuple[int, int]]:
    """Start and end of each line that is not blank, the blanks at its end left out."""
    ends = accumulate(len(raw) + 1 for raw in raw_lines)
    stripped = ((end - len(raw) - 1, len(raw.rstrip())) for raw, end in zip(raw_lines, ends, strict=True))
    return [(start, start + length) for start, length in stripped if length]


def _pieces(text: str, spans: list[tuple[int, int]], order: Order) -> Iterator[Span | str]:
    """Spans and separators: lines that stay together are one span, with the blank lines between them."""
    at = 0
    last = -2
    while at < len(order.lines):
        first = order.lines[at]
        until = at + 1
        if not order.reasons[at]:
            while (
                until < len(order.lines)
                and order.lines[until] == order.lines[until - 1] + 1
                and not order.reasons[until]
                and not order.opens[until]
            ):
                until += 1
        start, end = spans[first][0], spans[order.lines[until - 1]][1]
        if at:
            stayed = first == last + 1 and not order.reasons[at]
            yield text[spans[last][1] : start] if stayed else "\n\n" if order.opens[at] else "\n"
        yield Span(start, end, order.reasons[at], order.confidences[at])
        last = order.lines[until - 1]
        at = until
