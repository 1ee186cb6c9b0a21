"""Where the articles of a page may begin: what says so apart from the words of the headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paperclean.article.affinity import Rarity
from paperclean.article.display import Group
from paperclean.article.measures import Measured
from paperclean.article.signs import dateline

__all__ = ["BY_TOPIC", "beginnings", "weigh_topics"]

HAN = re.compile(r"[\u3400-\u9fff]")
SAMPLE = 60  # characters that tell the script

# An article begins at this paragraph. Log odds.
BEGINS = -3.5  # before anything is known
AT_PAGE_TOP = 50.0
BY_BYLINE = 9.0
BY_HAN_DATELINE = 5.0
BY_LATIN_DATELINE = 1.0
BY_END = 4.0  # of the article before: its closing byline, its jump line
BY_CAPTION = 1.0
BY_HEADLINE = (-1.0, 5.0)  # at least and at most, by how much the display lines before it look like one
BY_WIDTH = (1.4, 2.4, 1.2, 5.0)  # em of change that begin to count and count in full, and what they give
LATIN_CHANGE = 0.3  # of the column, which in Latin script begins to count
FEW_LINES = 4  # which do not tell a Latin column
SAME_COLUMN = -1.0
BY_TOPIC = 3.0  # between what the sharpest change of topic gives and what none takes


def beginnings(
    blocks: Sequence[Measured],
    paragraphs: Sequence[int],
    gaps: Sequence[int],
    groups: Sequence[Group],
    opening: set[int],
) -> list[float]:
    """For each paragraph the log odds that an article begins with it, words aside."""
    odds = [BEGINS] * len(paragraphs)
    odds[0] = AT_PAGE_TOP
    _by_signs(blocks, paragraphs, gaps, opening, odds)
    least, most = BY_HEADLINE
    for group in groups:
        if group.gap < len(paragraphs):
            odds[group.gap] += max(least, min(group.prior, most))
    _by_width(blocks, paragraphs, odds)
    return odds


def weigh_topics(odds: list[float], rarity: Rarity) -> None:
    """Add to the *odds* of each paragraph what a change of topic there says."""
    for j, cohesion in enumerate(_cohesion(rarity), 1):
        odds[j] += BY_TOPIC * (0.5 - cohesion)


def _by_signs(
    blocks: Sequence[Measured],
    paragraphs: Sequence[int],
    gaps: Sequence[int],
    opening: set[int],
    odds: list[float],
) -> None:
    gives = {"jump": BY_END, "caption": BY_CAPTION}
    for at, block in enumerate(blocks):
        if gaps[at] == len(paragraphs):
            break
        if block.kind == "byline":
            odds[gaps[at]] += BY_BYLINE if at in opening else BY_END
        else:
            odds[gaps[at]] += gives.get(block.kind, 0.0)
    for j in range(1, len(paragraphs)):
        here, before = blocks[paragraphs[j]], blocks[paragraphs[j - 1]]
        if found := dateline(here.text):
            odds[j] += BY_LATIN_DATELINE if found[0].isascii() else BY_HAN_DATELINE
        if here.came or before.goes:
            odds[j] += BY_END


def _by_width(blocks: Sequence[Measured], paragraphs: Sequence[int], odds: list[float]) -> None:
    low, high, little, much = BY_WIDTH
    above = None
    for j, at in enumerate(paragraphs):
        block = blocks[at]
        latin = not HAN.search(block.text, 0, SAMPLE)
        below = above if latin and len(block.widths) < FEW_LINES else block.column or above
        if j and above is not None and below is not None:
            # Letters differ in width, and so do lines of a Latin column.
            much_wider = (LATIN_CHANGE * min(above, below) / low) if latin else 1.0
            change = abs(above - below) / much_wider
            if change > low:
                odds[j] += little + (much - little) * min(1.0, (change - low) / (high - low))
            elif at == paragraphs[j - 1] + 1:  # nothing between, and the same column goes on
                odds[j] += SAME_COLUMN
        above = below


def _cohesion(rarity: Rarity) -> list[float]:
    """Between each two neighbouring paragraphs, how far their surroundings share words; 0.5 is usual."""
    # What one paragraph alone holds is never shared; it only weighs.
    shared, alone, weight = rarity.shared, rarity.alone, rarity.weights.__getitem__
    # What the three paragraphs before j hold; those from j on are the ones before j + 3.
    around = [set().union(*shared[max(0, j - 3) : j]) for j in range(len(shared) + 3)]
    weights = [sum(map(weight, held)) + sum(alone[max(0, j - 3) : j]) for j, held in enumerate(around)]
    shares: list[float] = []
    for j in range(1, len(shared)):
        less = min(weights[j], weights[j + 3])
        shares.append(sum(map(weight, around[j] & around[j + 3])) / less if less > 0 else 0.0)
    usual = sorted(shares)[len(shares) // 2] if shares else 0.0
    if usual <= 0:  # too little text to tell
        return [0.5] * len(shares)
    return [min(1.0, 0.5 * share / usual) for share in shares]
