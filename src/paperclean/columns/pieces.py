"""Rows of Chinese columns that a blank or two part, wherever they stand: their pieces are lines that take turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

__all__ = [
    "are_rows",
    "cut_at_gutters",
    "hold_rows",
    "is_of_text",
    "pieces_of",
    "pieces_of_wide",
    "row_numbers",
]

WIDE = "\u2014\u2018-\u201d\u2026\u2e80-\uffef"
GUTTER = re.compile(rf"(?<=[{WIDE}])[ \t]{{1,2}}(?=\S)|(?<=[^\s{WIDE}])[ \t]{{1,2}}(?=[{WIDE}])")
SIGN = re.compile(f"[{WIDE}]")
LEAST_PIECE = 6  # characters on both sides of a gutter: names and the parts of most headlines are shorter
# Characters from blank to blank; rows of columns have one after 10 to 40, paragraphs hardly any.
MOST_APART = 100
LEAST_ROWS = 0.3  # share of the rows with such a gutter; of Chinese in one column hardly any has
# Of lines that `pdftotext` writes some are rows whose columns it could not tell apart: so many, and so much wider than four in
# five of those without a blank. Headlines of two parts are no wider than a column.
FEWEST_WIDE, LEAST_WIDE, WIDER, FULL = 3, 0.02, 1.4, 0.8


def are_rows(text: str, lines: int) -> bool:
    """Whether so many *lines* of a Chinese *text* hold enough blanks to be cut."""
    return text.count(" ") >= max(LEAST_ROWS * lines, len(text) / MOST_APART)


def hold_rows(text: str, lines: int) -> bool:
    """Whether enough of them may hold a blank for the wide ones to be cut."""
    return text.count(" ") >= max(FEWEST_WIDE, LEAST_WIDE * lines)


def pieces_of(text: str, rows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of the *rows* of *text*, each cut at its gutters; none where few rows have one.

    >>> row = "海关加快清关查验 消费需求进一步 工程建设"
    >>> [row[start:end] for start, end in pieces_of(row, [(0, len(row))])]
    ['海关加快清关查验', '消费需求进一步', '工程建设']
    """
    cut = [[*cut_at_gutters(text, start, end)] for start, end in rows]
    return [piece for row in cut for piece in row] if _parted(text, cut) >= LEAST_ROWS * len(rows) else []


def pieces_of_wide(text: str, rows: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of the *rows* of *text*, those cut that are wider than a column; none where few are."""
    whole = sorted(end - start for start, end in rows if text.find(" ", start, end) < 0)
    if not whole:
        return []
    widest = WIDER * whole[int(FULL * len(whole))]
    cut = [
        [*cut_at_gutters(text, start, end)] if end - start > widest else [(start, end)] for start, end in rows
    ]
    return [piece for row in cut for piece in row] if _parted(text, cut) >= LEAST_WIDE * len(rows) else []


def _parted(text: str, cut: Sequence[Sequence[tuple[int, int]]]) -> int:
    """How many rows have a gutter with text enough on both sides."""
    return sum(len(row) > 1 and sum(is_of_text(text, *piece) for piece in row) > 1 for row in cut)


def is_of_text(text: str, start: int, end: int) -> bool:
    """Whether a piece is long and mostly Chinese, as lines of columns are; cells of a table are short or figures."""
    return end - start >= LEAST_PIECE and 2 * len(SIGN.findall(text, start, end)) >= end - start


def row_numbers(text: str, pieces: Sequence[tuple[int, int]]) -> list[int]:
    """For each of the *pieces* of *text* a number of its row: pieces of one row have no line end between them."""
    ends = [end for _, end in pieces[:-1]]
    starts = [start for start, _ in pieces[1:]]
    return [
        *accumulate(("\n" in text[end:start] for end, start in zip(ends, starts, strict=True)), initial=0)
    ]


def cut_at_gutters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gutter in GUTTER.finditer(text, start, end):
        yield start, gutter.start()
        start = gutter.end()
    yield start, end
