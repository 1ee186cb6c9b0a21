"""What each block of a page is, as far as it and its neighbours alone can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import regex

from paperclean.article.furniture import LONGEST, is_furniture
from paperclean.article.headings import (
    FILLS,
    HEADLINE_LINES,
    LONGEST_DISPLAY,
    PICTURES,
    is_set_in_capitals,
    name_latin_headings,
)
from paperclean.article.latin_authors import name_authors
from paperclean.article.measures import Measured
from paperclean.article.round_ups import RoundUp, find_round_ups
from paperclean.article.signs import (
    ITEM_MARKS,
    byline_form,
    dateline,
    is_caption,
    is_credit,
    is_dateline,
    is_instalment,
)
from paperclean.lines.chinese import CLAUSE_MARK

__all__ = ["OVER", "columns_beside", "name_kinds"]

LONGEST_ACROSS = 90.0  # em, of one printed line wider than the columns
LONG_FIGURE = re.compile(r"\d{4,}$")  # ends a line of addresses, not a headline
SAME_WIDTH = 1.1  # em by which two paragraphs of one column may differ
OVER = 1.6  # em over the column that no line of body text has
ENDS_SENTENCE = regex.compile(
    r"[。！？][（(][^（()）。]{1,16}[）)]$|[。；;：:，,、…][”’」』）)\"'»]*$|[.!?！？][”“’‘」』）)\"'»]*$"
)
END_MARKS = frozenset("。；;：:，,、….!?！？")  # which stand last
LONGEST_END = 24  # characters: a mark, a note in brackets, marks that close
HAN = re.compile(r"[\u3400-\u9fff]")
LOWER = regex.compile(r"\p{Ll}")
IN_BRACKETS = regex.compile(r"[（(〔\[][^（(）)〕\]]*[）)〕\]]")  # a note, not a headline
SPEECH = re.compile('[„“”«»"].*[.!?,][“”«»"]$')
PRICE = re.compile(r"\d[.,]\d\d\b|\d\.?[—–-](?!\w)|(?:Fr|Mk|Pf|Rp|Cts?|Thlr|Rthlr|fl|s|d)\. ?\d|[£$]\s?\d")
BROKEN_LINES = 3  # lines of one paragraph that were not joined
BROKEN_LINE = 12.0  # em
SAME_LINE = 2.0  # em by which they differ
SPECK = 3  # characters; less is dirt read as letters
CAPITALS_SHARE = 0.6
CAPTION_LINES = 3
CAPTION_WIDER = 4.0  # em


def name_kinds(blocks: Sequence[Measured]) -> list[RoundUp]:
    """Give each block its *kind*: furniture, jump, byline (or dateline), credit, caption, display or paragraph.

    Return the round-ups, of which the kinds of their titles depend.
    """
    for at, block in enumerate(blocks):
        block.kind = _by_itself(block, edge=at in {0, len(blocks) - 1})
    _name_items(blocks)
    beside = columns_beside(blocks)
    for block, columns in zip(blocks, beside, strict=True):
        if block.kind == "paragraph" and is_display(block, columns):
            block.kind = "display"
        block.unended = block.kind == "paragraph" and not sentence_end(block.text)
    _name_broken_paragraphs(blocks)
    _name_headings(blocks, beside)
    name_authors(blocks)
    round_ups = find_round_ups(blocks)
    for at, block in enumerate(blocks):
        if block.kind == "paragraph" and _is_set_apart_caption(blocks, at, beside[at]):
            block.kind = "caption"
    return round_ups


def _name_headings(blocks: Sequence[Measured], beside: Sequence[tuple[float | None, float | None]]) -> None:
    """Make displays of paragraphs, and paragraphs of displays, that only their neighbours tell."""
    for at, block in enumerate(blocks):
        if block.unended and HAN.search(block.text) and _is_broken_headline(blocks, at, beside[at]):
            block.kind = "display"
            block.unended = False
    name_latin_headings(blocks, beside)
    for block, after in pairwise(blocks):
        if after.kind == "display" and block.kind == "paragraph" and _announces(block):
            block.kind = "display"
            after.wrapped = after.stacked = True
    for at, block in enumerate(blocks):
        if block.kind == "display" and (
            _runs_in_the_column(blocks, at, beside[at]) or _closes_a_bracket(blocks, at)
        ):
            block.kind = "paragraph"
            block.unended = True


def _announces(block: Measured) -> bool:
    """Whether a line that ends in a colon is the first of a headline, as it is above one: `福建坦洋村：`, `发展茶产业`."""
    text = block.text
    return len(block.widths) == 1 and text[-1] == "：" and not CLAUSE_MARK.search(text)


def sentence_end(text: str) -> str:
    """The mark that ends the last sentence of *text* with all that stands behind it, or nothing."""
    last = text[-1]
    if last in END_MARKS:
        return last
    if last.isalnum():
        return ""
    found = ENDS_SENTENCE.search(text, max(0, len(text) - LONGEST_END))
    return found.group() if found else ""


def _by_itself(block: Measured, *, edge: bool) -> str:
    text = block.text
    if len(text) <= LONGEST:
        if (block.goes and block.goes.is_all_of(text)) or (block.came and block.came.is_all_of(text)):
            return "jump"
        if is_furniture(text, edge=edge):
            return "furniture"
        if byline_form(text) or is_dateline(text):
            return "byline"
        if is_credit(text):
            return "credit"
    return "caption" if len(block.widths) <= CAPTION_LINES + 2 and is_caption(text) else "paragraph"


def _name_items(blocks: Sequence[Measured]) -> None:
    """Make paragraphs of captions by their mark alone, where the same mark stands before the block beside."""
    marks = [block.text[0] if block.text[0] in ITEM_MARKS else "" for block in blocks]
    for at, mark in enumerate(marks):
        if (
            mark
            and blocks[at].kind == "caption"
            and mark in marks[max(0, at - 1) : at] + marks[at + 1 : at + 2]
        ):
            blocks[at].kind = "paragraph"


def columns_beside(blocks: Sequence[Measured]) -> list[tuple[float | None, float | None]]:
    """For each block the widths of the columns of the nearest body text above and below it."""
    above: list[float | None] = []
    column = None
    for block in blocks:
        above.append(column)
        if block.kind == "paragraph" and block.column is not None and len(block.widths) > 2:
            column = block.column
    below: list[float | None] = []
    column = None
    for block in reversed(blocks):
        below.append(column)
        if block.kind == "paragraph" and block.column is not None and len(block.widths) > 2:
            column = block.column
    return list(zip(above, reversed(below), strict=True))


def is_display(block: Measured, columns: tuple[float | None, float | None]) -> bool:
    """Whether a block is set as a headline or a subhead is: short, without the end of a sentence, apart."""
    known = [column for column in columns if column is not None]
    across = len(block.widths) == 1 and known and block.width > max(known) + OVER
    if block.width > (LONGEST_ACROSS if across else LONGEST_DISPLAY) or LONG_FIGURE.search(block.text[-4:]):
        return False
    if len(block.text) < SPECK and not HAN.search(block.text):
        return False
    if is_instalment(block.text):
        return True
    if block.goes or IN_BRACKETS.fullmatch(block.text) or dateline(block.text):
        return False
    if not HAN.search(block.text) and not _names_something(block.text):
        return False
    end = sentence_end(block.text)
    if end and not _is_exclaimed(block, end):
        return False
    if len(block.widths) == 1 or not known or (not HAN.search(block.text) and is_set_in_capitals(block.text)):
        return True
    # A line that fills the column is body text; display type wraps before, or runs across.
    first = block.widths[0]
    return all(not (column - FILLS <= first <= column + OVER) for column in known)


def _names_something(text: str) -> bool:
    """Whether a line of Latin letters is neither speech, nor prices, nor figures alone."""
    if SPEECH.match(text) or len(PRICE.findall(text)) > 1:
        return False
    return any(map(str.isalpha, text))


def _runs_in_the_column(
    blocks: Sequence[Measured], at: int, columns: tuple[float | None, float | None]
) -> bool:
    """Whether a line without the end of a sentence fills the one column it stands in, as a brief's title does."""
    if not 0 < at < len(blocks) - 1:
        return False
    if not HAN.search(blocks[at].text) and (
        len(blocks[at].widths) > 1
        or (blocks[at].parted and blocks[at + 1].parted)
        or dateline(blocks[at + 1].text)
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


def _is_broken_headline(
    blocks: Sequence[Measured], at: int, columns: tuple[float | None, float | None]
) -> bool:
    """Whether a few lines as wide as the column, without the end of a sentence, stand between whole paragraphs.

    Or before others of their kind: Chinese ones of which the last is no full line, as that of a text which breaks off would be.
    """
    block = blocks[at]
    if (
        not 1 < len(block.widths) <= HEADLINE_LINES
        or block.width > LONGEST_DISPLAY
        or block.goes
        or block.came
    ):
        return False
    if (at and blocks[at - 1].unended) or dateline(block.text):
        return False
    after = next((blocks[i] for i in range(at + 1, len(blocks)) if blocks[i].kind not in PICTURES), None)
    if after is not None and (
        after.kind == "byline"
        or (after.kind == "paragraph" and not after.unended and not LOWER.match(after.text))
    ):
        return True
    if not HAN.match(block.text):
        return False
    if after is not None and after.kind == "display":
        return True
    if any(column and block.widths[-1] > column - OVER for column in columns):
        return False
    return after is None or (after.unended and after.width <= LONGEST_DISPLAY)


def _closes_a_bracket(blocks: Sequence[Measured], at: int) -> bool:
    """Whether a block ends what the block before it opened."""
    if not at or blocks[at].text[-1] not in ")）〕" or any(mark in blocks[at].text for mark in "(（〔"):
        return False
    before = blocks[at - 1].text
    return max(map(before.rfind, "(（〔")) > max(map(before.rfind, ")）〕"))


def _name_broken_paragraphs(blocks: Sequence[Measured]) -> None:
    """Make paragraphs of lines that are all of one width, and the last of which ends a sentence."""
    first = 0
    for at, block in enumerate(blocks):
        if block.kind == "display" and len(block.widths) == 1 and block.width > BROKEN_LINE:
            if at > first and abs(block.width - blocks[at - 1].width) > SAME_LINE:
                first = at
            continue
        if at - first >= BROKEN_LINES and block.kind in {"paragraph", "caption"} and not block.unended:
            for line in blocks[first : at + 1]:
                line.kind = "paragraph"
                line.unended = False
        first = at + 1


def _is_exclaimed(block: Measured, end: str) -> bool:
    """Whether a block that ends in a mark may yet be a headline: `谁来监督？`, `DREADFUL ACCIDENT.`"""
    if end[0] in "!?！？" and len(end) < 4:
        return block.width <= 25 and len(block.widths) <= 2
    if end[0] in ".:" and not HAN.search(block.text):
        letters = sum(map(str.isalpha, block.text))
        lower = len(LOWER.findall(block.text))
        if letters - lower >= CAPITALS_SHARE * letters and letters > 3:
            return True
    return False


def _is_set_apart_caption(
    blocks: Sequence[Measured], at: int, columns: tuple[float | None, float | None]
) -> bool:
    """Whether a block is a picture's: alone between other things, set wider than the columns near it."""
    block = blocks[at]
    if len(block.widths) > CAPTION_LINES or at == 0:
        return False
    if any(blocks[i].kind == "paragraph" for i in (at - 1, at + 1) if i < len(blocks)):
        return False
    own = block.widths[0]
    known = [column for column in columns if column is not None]
    return bool(known) and all(own > column + CAPTION_WIDER for column in known)
