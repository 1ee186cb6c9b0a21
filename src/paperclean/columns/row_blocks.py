"""Blocks of a Chinese text in which rows of several columns stand on one line, a blank between them, among lines of one column.

`pdftotext` without options writes text out block by block, a blank line between. Where it cannot tell columns apart, a block
holds several: a line for each that stands alone at its height, and a row for those that stand at one. The pieces of a block
are lines that take turns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from paperclean.columns.line_order import Order
from paperclean.columns.links import Links, links
from paperclean.columns.parting import columns_of, gain_a_line, parted
from paperclean.columns.pieces import cut_at_gutters, is_of_text, row_numbers
from paperclean.columns.turns import confidence_of

__all__ = ["RowBlock", "may_hold_row_blocks", "order_in_blocks", "row_blocks"]

LONGEST = 200_000  # characters; no page is longer
FEWEST_ROWS, LEAST_ROWS = 3, 0.1  # of a block, that hold several columns
NARROWEST = 6  # em; no column is narrower
FULL = 1.5  # em by which a full line may be wider than its column
WIDER = 1.4  # times as wide as a column is a row of two
LEAST_GAIN = 0.4  # nats a line
LEAST_GOING_ON = 3  # lines of a column, on average
# By how many nats a line, times the root of their number, the lines of a column must go on better downwards than upwards. Of
# blocks of made-up pages four in five do; of 400 tables whose cells are cut out of running text 33, of 1,400 other tables,
# lists, verse and speeches 2.
DOWNWARDS = 5.0


class RowBlock(NamedTuple):
    """The *pieces* of a block, and the *order* in which they are to be read: a place in *pieces* for each, or nothing where they stay."""

    pieces: list[tuple[int, int]]
    order: list[int]
    gain: float
    evidence: float


def may_hold_row_blocks(text: str) -> bool:
    """Whether there are blocks, and in one of them lines and blanks enough; asked of every Chinese text."""
    blank_lines = text.count("\n\n")
    within_blocks = text.count("\n") - 2 * blank_lines
    if not blank_lines or within_blocks < FEWEST_ROWS - 1 or len(text) > LONGEST:
        return False
    return any(
        block.count(" ") >= FEWEST_ROWS and block.count("\n") >= FEWEST_ROWS - 1
        for block in text.strip("\n").split("\n\n")
    )


def row_blocks(text: str, spans: Sequence[tuple[int, int]]) -> list[RowBlock]:
    """The blocks of lines, at *spans* of *text*, between blank lines; none where nothing is to be moved."""
    blocks = [*_blocks(text, spans)]
    found = [_row_block(text, block) for block in blocks] if len(blocks) > 1 else []
    return found if any(block.order for block in found) else []


def _blocks(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    block: list[tuple[int, int]] = []
    for span in spans:
        if block and text.count("\n", block[-1][1], span[0]) > 1:
            yield block
            block = []
        block.append(span)
    if block:
        yield block


def _row_block(text: str, block: list[tuple[int, int]]) -> RowBlock:
    stays = RowBlock(block, [], 0.0, 0.0)
    pieces = _cut(text, block)
    if not pieces:
        return stays
    lines = [text[start:end] for start, end in pieces]
    rows = row_numbers(text, pieces)
    page = links(lines, "zh")
    if not page.is_running(0, len(lines)):
        return stays
    before, gain = _gain(page, rows)
    columns = columns_of(before)
    if gain < LEAST_GAIN or len(lines) < LEAST_GOING_ON * len(columns):
        return stays
    _, gain_upwards = _gain(links(lines[::-1], "zh"), [rows[-1] - row for row in reversed(rows)])
    evidence = (gain - gain_upwards) * sqrt(len(lines))
    if evidence < DOWNWARDS:
        return stays
    return RowBlock(pieces, [line for column in columns for line in column], gain, evidence)


def _gain(page: Links, rows: Sequence[int]) -> tuple[list[int], float]:
    before = parted(page, 0, len(rows), rows)
    return before, gain_a_line(page, 0, before)


def _cut(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of *block*, those cut at their gutters that are wider than its columns; none where few are rows of several."""
    if sum(" " in text[start:end] for start, end in block) < FEWEST_ROWS:
        return []
    cut = [[*cut_at_gutters(text, start, end)] for start, end in block]
    column = _usual_width(text, cut)
    several = 0
    pieces = []
    for line, parts in zip(block, cut, strict=True):
        width = _width(text, line)
        if len(parts) > 1 and width > column + FULL:
            several += width > WIDER * column and sum(is_of_text(text, *part) for part in parts) > 1
            pieces += parts
        else:
            pieces.append(line)
    return pieces if several >= max(FEWEST_ROWS, LEAST_ROWS * len(block)) else []


def _width(text: str, span: tuple[int, int]) -> float:
    """In em; Latin letters and figures are half as wide."""
    return span[1] - span[0] - 0.5 * sum(map(str.isascii, text[slice(*span)]))


def _usual_width(text: str, cut: list[list[tuple[int, int]]]) -> float:
    """The commonest width of pieces, less and more by half an em."""
    counts = Counter(round(2 * _width(text, piece)) for parts in cut for piece in parts)
    wide = [width for width in counts if width >= 2 * NARROWEST]
    near = {width: counts[width] + 0.7 * (counts[width - 1] + counts[width + 1]) for width in wide}
    return max(wide, key=lambda width: (near[width], width), default=2 * NARROWEST) / 2


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
