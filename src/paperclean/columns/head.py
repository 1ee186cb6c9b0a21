"""The head of a page: the rows above its columns, told by full lines none of which ends in a divided word.

The columns below reach up into the rows of the head, whose prices and addresses would be cut at the length of a full
line. Of the full lines of running text three in ten end in a divided word, of lines cut out of something else none does.
"""

from __future__ import annotations

from math import log

from paperclean.columns.cuts import Piece
from paperclean.columns.edges import STRIDE
from paperclean.columns.measure import Column
from paperclean.columns.rows import Row, usual_step

__all__ = ["head_of"]

LEAST_DIVIDED = 0.05  # of a page's full lines, for those without to tell anything
BY_CHANCE = 0.04  # of the lines in a head end as if divided
MOST = 0.25  # of the rows
MOST_SINGLE = 2  # rows of one line each
ABOUT = 0.1  # of a full line's length, by which one may be longer or shorter


def head_of(rows: list[Row], columns: list[list[Column]], pieces: list[list[Piece]]) -> int:
    """How many rows come before the columns: up to the last blank line above which no column is likelier than one.

    Or a row or two above a blank line that hold one line each, as a running head.
    """
    step = usual_step([row.line for row in rows])
    full: list[int] = []
    divided: list[int] = []
    for at, (row, found) in enumerate(zip(rows, pieces, strict=True)):
        ends = [
            row.hyphen[piece.last - 1]
            for piece in found
            if piece.touches_right or _is_full(row, piece, columns[at // STRIDE][piece.column].full)
        ]
        full.append(len(ends))
        divided.append(sum(ends))
    share = sum(divided) / (sum(full) + 1)  # below 1, even if all are divided
    if share < LEAST_DIVIDED:
        return _single_lines(rows, pieces, step)
    with_one, without = log(BY_CHANCE / share), log((1 - BY_CHANCE) / (1 - share))
    head = 0
    odds = 0.0  # that the rows before are a head, as a logarithm
    for at in range(int(MOST * len(rows)) + 1):
        if odds > 0 and rows[at].line > rows[at - 1].line + step:
            head = at
        odds += divided[at] * with_one + (full[at] - divided[at]) * without
    return head or _single_lines(rows, pieces, step)


def _single_lines(rows: list[Row], pieces: list[list[Piece]], step: float) -> int:
    """How many rows of one line each stand above the first blank line, if hardly any do."""
    for at in range(1, min(MOST_SINGLE, len(rows) - 1) + 1):
        if len(pieces[at - 1]) > 1:
            return 0
        if rows[at].line > rows[at - 1].line + step:
            return at
    return 0


def _is_full(row: Row, piece: Piece, full: float) -> bool:
    length = row.finish[piece.last - 1] - row.begin[piece.first]
    return abs(length - full) <= ABOUT * full
