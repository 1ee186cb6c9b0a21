"""Lines of a page as words in cells: the grid on which columns lie side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

from paperclean.columns.tabs import TAB, Stops, stops_of
from paperclean.statistics.words import HYPHENS

__all__ = ["Row", "is_wide", "rows_of", "usual_step"]

WORD = regex.compile(r"\S+")
# East Asian Width W and F; the quotation marks, dashes and dots of class A are as wide in Han text.
WIDE = regex.compile(
    r"[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3"
    r"\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001f64f\U00020000-\U0003fffd"
    r"\u3000]"
)
WIDE_IN_HAN = regex.compile(WIDE.pattern[:-1] + r"‘’“”—…―○●◎△▲□■◇◆★☆※→←↑↓①-⑳Ⅰ-Ⅻ]")
SAMPLE = 3_000  # characters that show whether a page is Chinese


class Row(NamedTuple):
    """One printed row: its words, each with its cells and its offsets in the text.

    *gap* is the number of blank cells before a word (for the first: from the margin), *hyphen* whether it
    ends like a divided word. Between *begin* and *finish* it lies where every letter has its own width in print, in
    cells of the page's mean letter; elsewhere each letter is a cell. *blanks* tells whether its script sets blanks inside a line.
    """

    line: int
    left: list[int]
    right: list[int]
    start: list[int]
    end: list[int]
    gap: list[int]
    hyphen: list[bool]
    begin: Sequence[float]
    finish: Sequence[float]
    blanks: bool


def usual_step(lines: Sequence[int]) -> float:
    """How many lines of the text a row mostly lies below the one before it: 2 where a blank line follows each.

    >>> usual_step([0, 2, 4, 7, 9])
    2.0
    """
    return float(median([after - line for line, after in pairwise(lines)])) if len(lines) > 1 else 1.0


def is_wide(text: str) -> bool:
    """Whether most of the text is of wide characters."""
    sample = "".join(text[:SAMPLE].split())
    return len(WIDE.findall(sample)) > 0.4 * len(sample)


def rows_of(text: str, *, by_character: bool = False) -> list[Row]:
    """The rows of *text* that print something. A wide character takes two cells; *by_character* each one does.

    >>> row = rows_of("  das Haus-   海关")[0]
    >>> row.left, row.right, row.gap, row.hyphen
    ([2, 6, 14], [5, 11, 18], [2, 1, 3], [False, True, False])
    """
    pattern = WIDE_IN_HAN if not by_character and WIDE.search(text) else None
    out: list[Row] = []
    blanks = not is_wide(text)
    stops = stops_of(text, partial(_width, by_character=by_character))
    offset = 0
    for number, line in enumerate(text.split("\n")):
        spans = [match.span() for match in WORD.finditer(line)]
        if spans:
            start = [a for a, _ in spans]
            end = [b for _, b in spans]
            if by_character and "\t" not in line:
                left, right = [2 * a for a in start], [2 * b for b in end]
            elif "\t" in line:
                cells = _cells(line, stops, by_character=by_character)
                left, right = [cells[a] for a in start], [cells[b] for b in end]
            elif pattern is not None and (broad := [m.start() for m in pattern.finditer(line)]):
                left = [a + bisect_right(broad, a - 1) for a in start]
                right = [b + bisect_right(broad, b - 1) for b in end]
            else:
                left, right = start, end
            gap = [left[0], *(a - b for a, b in zip(left[1:], right, strict=False))]
            hyphen = [line[b - 1] in HYPHENS and any(c not in HYPHENS for c in line[a:b]) for a, b in spans]
            out.append(
                Row(
                    number,
                    left,
                    right,
                    [offset + a for a in start],
                    [offset + b for b in end],
                    gap,
                    hyphen,
                    left,
                    right,
                    blanks,
                )
            )
        offset += len(line) + 1
    return out


def _width(field: str, *, by_character: bool) -> int:
    return 2 * len(field) if by_character else len(field) + len(WIDE_IN_HAN.findall(field))


def _cells(line: str, stops: Stops, *, by_character: bool) -> list[int]:
    """The cell at which each character of *line*, and its end, lies."""
    cells = [0]
    at = tabs = 0
    tab = 2 * TAB if by_character else TAB
    for character in line:
        if character == "\t":
            at = stops.after(tabs, at, tab=tab)
            tabs += 1
        else:
            at += 2 if by_character or WIDE_IN_HAN.match(character) else 1
        cells.append(at)
    return cells
