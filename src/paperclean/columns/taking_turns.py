"""Columns that take turns, a text line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from paperclean.columns.doubts import doubtful_stretches, is_han, loose_stretches
from paperclean.columns.links import Links, links
from paperclean.columns.parting import are_full, columns_of, core, gain_a_line, parted
from paperclean.columns.pieces import are_rows, hold_rows, pieces_of, pieces_of_wide, row_numbers
from paperclean.columns.row_blocks import RowBlock, may_hold_row_blocks, row_blocks
from paperclean.columns.turns import FEWEST, SURE, Stretch, confidence_of, stretches_taking_turns
from paperclean.edits import Span
from paperclean.languages import refuse_unknown
from paperclean.lines.printed import printed_lines
from paperclean.lines.source_code import is_source
from paperclean.steps import reorder
from paperclean.survey import Survey

__all__ = ["deinterleave_columns"]

WIDEST, WIDEST_HAN = 250, 60  # characters; no line of a column is as wide
LEAST_GAIN = 0.4  # nats a line by which columns must explain the text better than one column does
# Lines that go on after each other, on average: of 90 pages of columns one shows fewer than 8.5, and none fewer than this; of manuals and
# mark-up, whose lines are no column's, most do.
LEAST_GOING_ON = 5.5
MOSTLY_CUT = 1.3  # pieces a row, of those of a table and of columns all on a level
ROUNDS = 4  # what a second look still moves is moved, or nothing is


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
    if (
        han
        and hold_rows(text, len(lines))
        and may_hold_row_blocks(text)
        and (blocks := row_blocks(text, spans_of(raw_lines)))
    ):
        pieces = [piece for block in blocks for piece in block.pieces]
        moved = list(_moved(text, pieces, order_in_blocks(blocks), language))
        after = "".join(piece if isinstance(piece, str) else text[piece.start : piece.end] for piece in moved)
        # What would be parted again holds more than columns of a block each.
        if moved and deinterleave_columns(after, language=language) == after:
            yield from moved
            return
    pieces, rows, order = _at_first(text, raw_lines, lines, language, han=han)
    if order is not None:
        yield from _moved(text, pieces or spans_of(raw_lines), order, language, rows)


def _moved(
    text: str, spans: list[tuple[int, int]], order: Order, language: str | None, rows: Sequence[int] = ()
) -> Iterator[Span | str]:
    """The lines at *spans* in *order*, settled; nothing where they do not come to rest, or are source code."""
    if is_source(printed_lines(text)):
        return
    settled = _settled([text[start:end].lstrip() for start, end in spans], order, language, rows)
    if settled is not None:
        yield from _pieces(text, spans, settled)


def _at_first(
    text: str, raw_lines: list[str], lines: list[str], language: str | None, *, han: bool
) -> tuple[list[tuple[int, int]], list[int], Order | None]:
    """The pieces that *lines* are cut into, if they are, and the numbers of their rows; and the order of the lines or pieces."""
    pieces = pieces_of(text, spans_of(raw_lines)) if han and are_rows(text, len(lines)) else []
    loose = [] if pieces else loose_columns(lines, han=han)
    if han and loose and hold_rows(text, len(lines)):
        pieces = pieces_of_wide(text, spans_of(raw_lines))
    if not pieces:
        return [], [], reading_order(lines, loose, language)
    lines = [text[start:end] for start, end in pieces]
    rows = row_numbers(text, pieces)
    return pieces, rows, reading_order(lines, loose_columns(lines, han=han), language, rows)


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


def order_in_blocks(blocks: Sequence[RowBlock]) -> Order:
    """The order of the pieces of all *blocks*, each block read before the next."""
    whole = Order([], [], [], [])
    for pieces, order, gain, evidence in blocks:
        first, size = len(whole.lines), len(pieces)
        whole.lines.extend(first + line for line in order or range(size))
        reason = f"columns of a block take turns, {gain:.1f} nats gained a line" if order else ""
        whole.reasons.extend([reason] * size)
        whole.confidences.extend([confidence_of(evidence) if order else 1.0] * size)
        whole.opens.extend([first > 0, *[False] * (size - 1)])
    return whole


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
