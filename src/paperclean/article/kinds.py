"""What each block of a page is, as far as it and its neighbours alone can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from paperclean.article.furniture import LONGEST, is_furniture, is_sentence
from paperclean.article.headings import name_headings
from paperclean.article.latin_authors import name_authors
from paperclean.article.latin_headings import LONGEST_DISPLAY, is_row_of_figures, is_set_in_capitals
from paperclean.article.latin_heads import LOWER
from paperclean.article.measures import Measured
from paperclean.article.neighbours import FILLS, OVER, Columns, columns_beside
from paperclean.article.no_headings import name_no_headings
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
from paperclean.scripts import IS_HAN

__all__ = ["name_kinds"]

LONGEST_ACROSS = 90.0  # em, of one printed line wider than the columns
LONG_FIGURE = re.compile(r"\d{4,}$")  # ends a line of addresses, not a headline
ENDS_SENTENCE = regex.compile(
    r"[。！？][（(][^（()）。]{1,16}[）)]$|[。；;：:，,、…][”’」』）)\"'»]*$|[.!?！？][”“’‘」』）)\"'»]*$"
)
END_MARKS = frozenset("。；;：:，,、….!?！？")  # which stand last
LONGEST_END = 24  # characters: a mark, a note in brackets, marks that close
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
    if any(IS_HAN.match(block.text) for block in blocks):
        name_no_headings(blocks)
    name_headings(blocks, beside)
    name_authors(blocks)
    round_ups = find_round_ups(blocks)
    for at, block in enumerate(blocks):
        if block.kind == "paragraph" and _is_set_apart_caption(blocks, at, beside[at]):
            block.kind = "caption"
    return round_ups


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
        if not is_sentence(text):
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


def is_display(block: Measured, columns: Columns) -> bool:
    """Whether a block is set as a headline or a subhead is: short, without the end of a sentence, apart."""
    known = [column for column in columns if column is not None]
    across = len(block.widths) == 1 and known and block.width > max(known) + OVER
    if block.width > (LONGEST_ACROSS if across else LONGEST_DISPLAY) or LONG_FIGURE.search(block.text[-4:]):
        return False
    if len(block.text) < SPECK and not IS_HAN.search(block.text):
        return False
    if is_instalment(block.text):
        return True
    if block.goes or IN_BRACKETS.fullmatch(block.text) or dateline(block.text):
        return False
    if not IS_HAN.search(block.text) and not _names_something(block.text):
        return False
    end = sentence_end(block.text)
    if end and not _is_exclaimed(block, end):
        return False
    if (
        len(block.widths) == 1
        or not known
        or (not IS_HAN.search(block.text) and is_set_in_capitals(block.text))
    ):
        return True
    # A line that fills the column is body text; display type wraps before, or runs across.
    first = block.widths[0]
    return all(not (column - FILLS <= first <= column + OVER) for column in known)


def _names_something(text: str) -> bool:
    """Whether a line of Latin letters is neither speech, nor prices, nor a row of figures."""
    if SPEECH.match(text) or len(PRICE.findall(text)) > 1 or is_row_of_figures(text):
        return False
    return any(map(str.isalpha, text))


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
    if end[0] in ".:" and not IS_HAN.search(block.text):
        letters = sum(map(str.isalpha, block.text))
        lower = len(LOWER.findall(block.text))
        if letters - lower >= CAPITALS_SHARE * letters and letters > 3:
            return True
    return False


def _is_set_apart_caption(blocks: Sequence[Measured], at: int, columns: Columns) -> bool:
    """Whether a block is a picture's: alone between other things, set wider than the columns near it."""
    block = blocks[at]
    if len(block.widths) > CAPTION_LINES or at == 0:
        return False
    if any(blocks[i].kind == "paragraph" for i in (at - 1, at + 1) if i < len(blocks)):
        return False
    own = block.widths[0]
    known = [column for column in columns if column is not None]
    return bool(known) and all(own > column + CAPTION_WIDER for column in known)
