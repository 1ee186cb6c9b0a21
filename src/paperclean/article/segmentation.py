"""Where the articles of a page may begin: what says so apart from the words of the headlines."""

from __future__ import annotations

from collections.abc import Sequence

from paperclean.article.affinity import Rarity
from paperclean.article.display import Group
from paperclean.article.measures import Measured
from paperclean.article.signs import dateline
from paperclean.scripts import IS_HAN

__all__ = ["BY_TOPIC", "beginnings", "weigh_topics"]

SAMPLE = 60  # characters that tell the script

# An article begins at this paragraph. Log odds.
BEGINS = -3.5  # before anything is known
AT_PAGE_TOP = 50.0
BY_BYLINE = 9.0
BY_HAN_DATELINE = 5.0
BY_LATIN_DATELINE = 1.0
BY_END = 5.0  # of the article before: its closing byline, its jump line
BY_HEADLINE = (-1.0, 5.0)  # at least and at most, by how much the display lines before it look like one
BY_WIDTH = (1.4, 2.4, 1.2, 5.0)  # em of change that begin to count and count in full, and what they give
LATIN_CHANGE = 0.3  # of the column, which in Latin script begins to count
FEW_LINES = 4  # which do not tell a Latin column
SAME_COLUMN = -1.0
LONG_AGO = 6  # paragraphs; what was said so long ago is in no two stretches of three that meet
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
    for at, block in enumerate(blocks):
        if gaps[at] == len(paragraphs):
            break
        if block.kind == "byline":
            odds[gaps[at]] += BY_BYLINE if at in opening else BY_END
        elif block.kind == "jump":
            odds[gaps[at]] += BY_END
    for j in range(1, len(paragraphs)):
        here, before = blocks[paragraphs[j]], blocks[paragraphs[j - 1]]
        found = dateline(here.text)
        if found:
            odds[j] += BY_LATIN_DATELINE if found[0].isascii() else BY_HAN_DATELINE
        if here.came or before.goes or before.closes:
            odds[j] += BY_END


def _by_width(blocks: Sequence[Measured], paragraphs: Sequence[int], odds: list[float]) -> None:
    low, high, little, much = BY_WIDTH
    above = None
    for j, at in enumerate(paragraphs):
        block = blocks[at]
        latin = not IS_HAN.search(block.text, 0, SAMPLE)
        below = block.column or above
        if latin and len(block.widths) < FEW_LINES:  # the first of an article leaves its column open
            below = above if j and at == paragraphs[j - 1] + 1 else None
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
    """Between each two neighbouring paragraphs, how far the three before share words with the three after; 0.5 is usual."""
    size = len(rarity.alone)
    # What each paragraph holds, by how many paragraphs ago it was said last; what one alone holds is never shared.
    said: list[list[int]] = [[0] * size for _ in range(LONG_AGO)]
    said[-1] = long_ago = rarity.alone[:]
    for holders in rarity.holders.values():
        weight, before = rarity.by_count[len(holders)], -LONG_AGO
        for number in holders:
            ago = number - before
            if ago < LONG_AGO:
                said[ago - 1][number] += weight
            else:
                long_ago[number] += weight
            before = number
    # What the three before the j-th hold, and what of it the three from the j-th on hold too.
    holds, common = [0] * (size + 3), [0] * (size + 2)
    for j, (one, two, three, four, five, longer) in enumerate(zip(*said, strict=True)):
        new = three + four + five + longer
        holds[j + 1] += new
        holds[j + 2] += new + two
        holds[j + 3] += new + two + one
        common[j] += one + two + three
        common[j - 1] += two + three + four  # of the first paragraphs, at the end, where nobody looks
        common[j - 2] += three + four + five
    shares: list[float] = []
    for j in range(1, size):
        less = min(holds[j], holds[j + 3])
        shares.append(common[j] / less if less > 0 else 0.0)
    usual = sorted(shares)[len(shares) // 2] if shares else 0.0
    if usual <= 0:  # too little text to tell
        return [0.5] * len(shares)
    return [min(1.0, 0.5 * share / usual) for share in shares]
