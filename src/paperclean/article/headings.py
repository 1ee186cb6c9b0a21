"""Headings that only their neighbours tell: in Chinese those of several lines as wide as their column, and lines that are none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from paperclean.article.latin_headings import HEADLINE_LINES, LONGEST_DISPLAY, name_latin_headings
from paperclean.article.latin_heads import LOWER
from paperclean.article.measures import Measured
from paperclean.article.neighbours import FILLS, OVER, Columns, neighbour
from paperclean.article.signs import dateline
from paperclean.lines.chinese import CLAUSE_MARK
from paperclean.scripts import IS_HAN

__all__ = ["name_headings"]

SAME_WIDTH = 1.1  # em by which two paragraphs of one column may differ


def name_headings(blocks: Sequence[Measured], beside: Sequence[Columns]) -> None:
    """Make displays of paragraphs, and paragraphs of displays, that only their neighbours tell."""
    for at, block in enumerate(blocks):
        if block.unended and IS_HAN.search(block.text) and _is_broken_headline(blocks, at, beside[at]):
            block.kind = "display"
            block.unended = False
    name_latin_headings(blocks, beside)
    for block, after in pairwise(blocks):
        if after.kind == "display" and block.kind == "paragraph" and _announces(block):
            block.kind = "display"
            after.wrapped = after.stacked = True
    for at, block in enumerate(blocks):
        if block.kind == "display" and _runs_in_the_column(blocks, at, beside[at]):
            block.kind = "paragraph"
            block.unended = True


def _is_broken_headline(blocks: Sequence[Measured], at: int, columns: Columns) -> bool:
    """Whether a few lines as wide as the column, without the end of a sentence, stand between whole paragraphs.

    Or before others of their kind: Chinese ones of which the last is no full line, as that of a text which breaks off would be.
    """
    block = blocks[at]
    if not 1 < len(block.widths) <= HEADLINE_LINES or block.width > LONGEST_DISPLAY:
        return False
    if (at and blocks[at - 1].unended) or dateline(block.text):
        return False
    after = neighbour(blocks, at, 1)
    if after is not None and (
        after.kind == "byline"
        or (after.kind == "paragraph" and not after.unended and not LOWER.match(after.text))
    ):
        return True
    if not IS_HAN.match(block.text):
        return False
    if after is not None and after.kind == "display":
        return True
    if any(column and block.widths[-1] > column - OVER for column in columns):
        return False
    return after is None or (after.unended and after.width <= LONGEST_DISPLAY)


def _announces(block: Measured) -> bool:
    """Whether a line that ends in a colon is the first of a headline, as it is above one: `福建坦洋村：`, `发展茶产业`."""
    text = block.text
    return len(block.widths) == 1 and text[-1] == "：" and not CLAUSE_MARK.search(text)


def _runs_in_the_column(blocks: Sequence[Measured], at: int, columns: Columns) -> bool:
    """Whether a line without the end of a sentence fills the one column it stands in, as a brief's title does."""
    if not 0 < at < len(blocks) - 1:
        return False
    if not IS_HAN.search(blocks[at].text) and (
        len(blocks[at].widths) > 1 or (blocks[at].parted and blocks[at + 1].parted)
    ):
        return False
    if blocks[at].wrapped and blocks[at - 1].unended:
        return True
    above, below = columns
    if above is None or below is None or abs(above - below) > SAME_WIDTH:
        return False
    after = at + 2 if at + 2 < len(blocks) and blocks[at + 1].wrapped else at + 1
    if blocks[at - 1].kind != "paragraph" or blocks[after].kind != "paragraph":
        return False
    return below - FILLS <= blocks[at].widths[0] <= below + 0.6
