"""What stands between two lines of a paragraph: a picture's caption in its column, or a headline over several columns that heads one of them.

The line before breaks off inside a sentence, which goes on below. Such a line is short, with white over it, and is no beginning
of what follows: that opens with a small letter, or in Chinese goes on without an indent. Where the lines of neighbouring columns
touch, as in the layout of a scan, white in a column is chance, and nothing is moved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from statistics import median

from paperclean.columns.layout import Layout
from paperclean.columns.order import Block, Line
from paperclean.columns.rows import Row
from paperclean.scripts import FIRST_HAN, SENTENCE_ENDS
from paperclean.statistics.words import HYPHENS

__all__ = ["without_interruptions"]

# Share of the lines of columns that touch the next, at most: .02 in what programs extract of a PDF, but for one page in twenty,
# and .05 to .5 in half of the layouts of scans.
MOST_TOUCHING = 0.05
MOST_LINES = 3  # of a headline or a caption
WHITE, PICTURE = 1, 3  # rows more than usual over such lines and under them; over a caption without
SHORT, FULL = 0.85, 0.8  # of its column's full lines, by a line that interrupts, and by those that go on
INDENT = 2  # cells, of a paragraph's first line
LEVEL = 2  # rows by which a headline may stand lower than the first line of its article
# Nats by which Chinese goes on better past what ends a sentence than in it and behind it, and by which it goes on at all.
LEAST_GAIN, LEAST_PAST = 3.0, 1.0

Follows = Callable[[Line, Line], float]


def without_interruptions(text: str, layout: Layout, blocks: list[Block], follows: Follows) -> list[Block]:
    """The *blocks*, lines that interrupt a sentence as blocks of their own: a headline before its article, else behind the paragraph's end.

    *follows* tells how well one line goes on in another.
    """
    pieces = [piece.touches_right for found in layout.pieces for piece in found]
    if sum(pieces) > MOST_TOUCHING * len(pieces):
        return blocks
    page = _Page(text, layout.rows, follows)
    moved: list[Line] = []
    at = 0
    while at < len(blocks):
        if any(blocks[at].lines[0] is line for line in moved) or (found := page.first(blocks, at)) is None:
            at += 1
            continue
        start, end = found
        moved.append(blocks[at].lines[start])
        blocks = page.moved(blocks, at, start, end)
    return blocks


class _Page:
    """The rows of a page, and how well a line there *follows* another."""

    def __init__(self, text: str, rows: list[Row], follows: Follows) -> None:
        self.text, self.rows, self.follows = text, rows, follows

    def first(self, blocks: list[Block], at: int) -> tuple[int, int] | None:
        """The first lines of block number *at* that interrupt a sentence, if any do."""
        lines = blocks[at].lines
        over = blocks[at - 1].lines[-2:] if at else []
        under = blocks[at + 1].lines[:1] if at + 1 < len(blocks) else []
        flow = [*over, *lines, *under]
        steps = [self.rows[after.row].line - self.rows[line.row].line for line, after in pairwise(lines)]
        usual = median(steps) if steps else 1
        white = [WHITE, *(step - usual for step in steps), WHITE]
        for start in [i for i in range(len(lines)) if white[i] >= WHITE]:
            place = start + len(over)
            if place < 2 or not self._breaks_off(flow[place - 2 : place]):
                continue
            for end in range(start + 1, min(start + MOST_LINES, len(lines)) + 1):
                last = lines[end - 1]
                if last.length > SHORT * last.full or end + len(over) == len(flow):
                    break
                is_apart = white[end] >= WHITE or (end == start + 1 and white[start] >= PICTURE)
                if is_apart and self._goes_on(flow[place - 1], lines[start:end], flow[end + len(over)]):
                    return start, end
                if self._last(last) in SENTENCE_ENDS:
                    break
        return None

    def _breaks_off(self, lines: list[Line]) -> bool:
        """Whether two *lines* fill their column and the second ends no sentence."""
        is_full = all(line.length >= FULL * line.full and not line.spans for line in lines)
        return is_full and self._last(lines[-1]) not in SENTENCE_ENDS

    def _goes_on(self, before: Line, between: list[Line], after: Line) -> bool:
        """Whether the line *before* goes on in the one *after*, and not in those *between*."""
        ends = self._last(between[-1])
        if ends in HYPHENS or after.indent >= INDENT:
            return False
        if after.length < FULL * after.full and self._last(after) not in SENTENCE_ENDS:
            return False
        first, opening = self._first(after), self._first(between[0])
        if first < FIRST_HAN and opening < FIRST_HAN:
            return first.islower() and not opening.islower()
        past = self.follows(before, after)
        gain = past - self.follows(before, between[0]) - self.follows(between[-1], after)
        return gain > LEAST_GAIN and past > LEAST_PAST if ends in SENTENCE_ENDS else gain > 0

    def moved(self, blocks: list[Block], at: int, start: int, end: int) -> list[Block]:
        """The *blocks*, with the lines from *start* up to *end* of number *at* where they interrupt nothing."""
        block = blocks[at]
        lines = replace(block, lines=block.lines[start:end])
        rest = replace(block, lines=[*block.lines[:start], *block.lines[end:]])
        others = [*blocks[:at], *([rest] if rest.lines else []), *blocks[at + 1 :]]
        if start == 0 and (line := self._headed(blocks[at - 1].lines, lines.lines[0])) is not None:
            article = blocks[at - 1]
            above = [replace(article, lines=article.lines[:line])] if line else []
            article = replace(article, lines=article.lines[line:])
            return [*others[: at - 1], *above, lines, article, *others[at:]]
        number = at
        while number < len(others) - 1 and self._last(others[number].lines[-1]) not in SENTENCE_ENDS:
            number += 1
        return [*others[: number + 1], lines, *others[number + 1 :]]

    def _headed(self, lines: list[Line], headline: Line) -> int | None:
        """The number of the first of *lines*, of the column before, that the *headline* stands over; none where it stands lower or another article there."""
        number = next((i for i, line in enumerate(lines) if line.row + LEVEL >= headline.row), None)
        if not number:
            return number
        line, above = lines[number], lines[number - 1]
        is_apart = self.rows[line.row].line - self.rows[above.row].line > WHITE
        return number if is_apart or self._last(above) in SENTENCE_ENDS else None

    def _first(self, line: Line) -> str:
        return self.text[self.rows[line.row].start[line.first]]

    def _last(self, line: Line) -> str:
        return self.text[self.rows[line.row].end[line.last - 1] - 1]
