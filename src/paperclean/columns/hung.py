"""Marks that hang out over the edge of a Chinese column: they fill its gutter, so that the next column follows without a blank."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from paperclean.columns.measure import Column
from paperclean.columns.rows import WIDE_IN_HAN, Row

__all__ = ["with_hung_marks"]

MARKS = "，。、；：？！”’）》〉」』】"  # those that may hang out
HUNG = regex.compile(f"[{MARKS}](?=[^{MARKS}])")
# Cells behind a column's edge and before it, at which its line may start after such a mark: pdfplumber and pypdf set no blank for
# a gutter that is filled, so that what follows comes to stand before its edge.
BEHIND, BEFORE = 1, 8


def with_hung_marks(text: str, row: Row, columns: Sequence[Column]) -> Row:
    """*row* with two words for one, no cell between them, where a mark ends just before an edge of *columns* that is seen."""
    if row.blanks:
        return row
    edges = [column.edge for column in columns if not column.hidden]
    parted = row
    for word in range(len(row.left) - 1, -1, -1):
        for at, cell in reversed([*_behind_marks(text, row, word)]):
            near = bisect_left(edges, cell - BEHIND)
            if near < len(edges) and row.left[word] + BEFORE < edges[near] <= cell + BEFORE:
                parted = _parted(parted, word, at, cell)
    return parted


def _behind_marks(text: str, row: Row, word: int) -> Iterator[tuple[int, int]]:
    """Where something follows such a mark inside a word: the offset in *text*, and the cell."""
    start, end, left = row.start[word], row.end[word], row.left[word]
    by_character = row.right[word] - left == 2 * (end - start)
    for mark in HUNG.finditer(text, start, end):
        at = mark.end()
        wide = at - start if by_character else len(WIDE_IN_HAN.findall(text, start, at))
        yield at, left + at - start + wide


def _parted(row: Row, word: int, at: int, cell: int) -> Row:
    left = [*row.left[: word + 1], cell, *row.left[word + 1 :]]
    right = [*row.right[:word], cell, *row.right[word:]]
    return row._replace(
        left=left,
        right=right,
        start=[*row.start[: word + 1], at, *row.start[word + 1 :]],
        end=[*row.end[:word], at, *row.end[word:]],
        gap=[*row.gap[: word + 1], 0, *row.gap[word + 1 :]],
        hyphen=[*row.hyphen[:word], False, *row.hyphen[word:]],
        begin=left,
        finish=right,
    )
