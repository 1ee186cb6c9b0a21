"""Round-ups: many short items under one headline, each with a title of its own in the type of the body.

Its headline says what it is (`国际快讯`, `News in Brief`); which of the page's bodies is meant is told by the items: a
title no wider than the column, a paragraph or three, and again, in one column and without a byline between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from paperclean.article.affinity import Term
from paperclean.article.measures import Measured
from paperclean.article.neighbours import FILLS
from paperclean.article.signs import is_round_up
from paperclean.scripts import IS_HAN

__all__ = ["RoundUp", "find_round_ups"]

SUBHEAD = 8.5  # em; the title of an item tells what happened and is longer
REST = 5.0  # em of the rest of a title on a line of its own; a subhead is longer
SAME_WIDTH = 1.3  # em by which two paragraphs of one column may differ
SAME_SHORT = 1.6  # and of few lines
FEW_LINES = 5
MOST_IN_ITEM = 3  # paragraphs
MOST_AT_EDGE = 2  # in the first item or the last; more are an article beside the round-up
ELSEWHERE = 0.25  # share of a title's words in a paragraph outside, from which it is that one's headline
REACH = 500  # paragraphs on either side of which one may be; a page has up to 300
BESIDE_LABEL = 1.0  # items that standing beside the round-up's headline is worth
AFTER_OTHERS = 1.0  # and that text before the first title costs
ENOUGH = 1.5  # items


class RoundUp(NamedTuple):
    """The body of a round-up: its first block and its last, its column in em and the last item's title."""

    first: int
    last: int
    column: float
    last_title: int


def find_round_ups(blocks: Sequence[Measured]) -> list[RoundUp]:
    """The bodies of as many round-ups as the page has headlines of such; their titles become paragraphs."""
    labels = [at for at, block in enumerate(blocks) if block.kind == "display" and is_round_up(block.text)]
    if not labels:
        return []
    outside = [(at, block.words) for at, block in enumerate(blocks) if block.kind == "paragraph"]
    scored: list[tuple[float, RoundUp]] = []
    for first, last in _columns(blocks):
        if found := _items(blocks, first, last, outside):
            score, run = found
            after = bisect_left(labels, run.first)
            below = after > 0 and _beside(blocks, labels[after - 1], run)
            if not below and not IS_HAN.search(blocks[first].text):  # Latin print has each below its headline
                continue
            beside = below or any(_beside(blocks, label, run) for label in labels[after : after + 1])
            if score + BESIDE_LABEL * beside >= ENOUGH:
                scored.append((score + BESIDE_LABEL * beside, run))
    best = sorted(scored, key=lambda one: (-one[0], one[1]))[: len(labels)]
    runs = sorted(run for _, run in best)
    for run in runs:
        _name_titles(blocks, run)
    return runs


def _columns(blocks: Sequence[Measured]) -> list[tuple[int, int]]:
    """Stretches of blocks in one column, with no byline, jump line or wide headline inside."""
    out: list[tuple[int, int]] = []
    first = 0
    column: float | None = None
    last_text = -1  # the last paragraph that tells the column

    def close(end: int) -> None:
        if end > first:
            out.append((first, end - 1))

    for at, block in enumerate(blocks):
        if block.kind in {"byline", "jump"} or (block.kind == "display" and is_round_up(block.text)):
            close(at)
            first, column = at + 1, None
        elif block.kind == "paragraph" and not block.unended and block.column is not None:
            short = len(block.widths) < FEW_LINES
            if column is not None and abs(block.column - column) > (SAME_SHORT if short else SAME_WIDTH):
                # Titles between the two columns go to either; they are weighed by their words.
                between = range(last_text + 1, at)
                split = next((i for i in between if blocks[i].kind == "display" or blocks[i].unended), at)
                close(at)
                first, column = split, None
            if column is None or not short:
                column = block.column
            last_text = at
    close(len(blocks))
    return out


def _items(
    blocks: Sequence[Measured], first: int, last: int, words: Sequence[tuple[int, set[Term]]]
) -> tuple[float, RoundUp] | None:
    """The items in a stretch and how many there are, or None."""
    column = _column_of(blocks[first : last + 1])
    if column is None:
        return None
    titles = [at for at in range(first, last + 1) if _is_title(blocks[at], column)]
    items: list[int] = []  # titles with text of their own
    lone: list[int] = []
    sizes: list[int] = []

    end = last
    for place, at in enumerate(titles):
        following = titles[place + 1] if place + 1 < len(titles) else last + 1
        texts = sum(_is_text(blocks[i]) for i in range(at + 1, following))
        if texts:
            items.append(at)
            sizes.append(texts)
        else:
            lone.append(at)
    while sizes and sizes[0] > MOST_AT_EDGE:
        del items[0], sizes[0]
    while sizes and sizes[-1] > MOST_AT_EDGE:
        end = items.pop() - 1
        del sizes[-1]
    if not items:
        return None
    start = items[0]
    score = sum(1.0 if size <= MOST_IN_ITEM else 0.5 for size in sizes)
    for at in lone:
        strays = _belongs_elsewhere(blocks[at], words, start, last)
        if at > items[-1] and strays:
            end = min(end, at - 1)
        elif start < at <= end and not strays:
            score += 0.5
    score -= AFTER_OTHERS * any(_is_text(blocks[i]) for i in range(first, start))
    return score, RoundUp(start, end, column, max(at for at in titles if at <= end))


def _column_of(blocks: Sequence[Measured]) -> float | None:
    """The width of the column that *blocks* are set in; None where no paragraph tells it."""
    texts = [block for block in blocks if block.kind == "paragraph"]
    known = [block.column for block in texts if len(block.widths) > 1 and block.column is not None]
    if not known:  # of lines that were not joined
        known = [block.width for block in texts if not block.unended]
    return median(known) if known else None


def _is_title(block: Measured, column: float) -> bool:
    return (
        (block.kind == "display" or (block.kind == "paragraph" and block.unended))
        and SUBHEAD < block.width <= 2.2 * column
        and block.text[0] not in "(（"
    )


def _is_text(block: Measured) -> bool:
    return block.kind == "paragraph" and not block.unended


def _belongs_elsewhere(
    title: Measured, words: Sequence[tuple[int, set[Term]]], first: int, last: int
) -> bool:
    own = title.words
    least = max(1.0, ELSEWHERE * len(own))
    before = bisect_left(words, (first,))
    after = bisect_left(words, (last + 1,))
    near = (*words[max(0, before - REACH) : before], *words[after : after + REACH])
    return any(len(own & found) >= least for _, found in near)


def _beside(blocks: Sequence[Measured], label: int, run: RoundUp) -> bool:
    between = range(label + 1, run.first) if label < run.first else range(run.last + 1, label)
    return all(blocks[i].kind in {"byline", "furniture", "credit", "caption"} for i in between)


def _name_titles(blocks: Sequence[Measured], run: RoundUp) -> None:
    """Make paragraphs of a round-up's titles, and of what is left of one on a line of its own."""
    full = False
    for block in blocks[run.first : run.last + 1]:
        title = _is_title(block, run.column)
        if block.kind == "display" and (title or (full and block.width < REST)):
            block.kind = "paragraph"
        full = title and len(block.widths) == 1 and block.width >= run.column - FILLS
