"""Where each article of a page begins, and which headline heads it.

Both questions are one: a headline is known by the article that it fits, and an article that bears no byline is
known to begin by the headline that fits its opening. So each display line is weighed as the headline of an
article that might begin at any paragraph, and the best set of such pairs is taken for the page as a whole.

The figures are log odds, so that they add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from paperclean.article.affinity import Rarity, terms
from paperclean.article.assignment import assign
from paperclean.article.kinds import FILLS, OVER, columns_beside
from paperclean.article.measures import Measured
from paperclean.article.signs import byline_form, dateline, jump_from, jump_to

__all__ = ["Group", "Layout", "lay_out"]

# An article begins at this paragraph:
BEGINS = -3.5  # before anything is known
BY_BYLINE = 9.0
BY_HAN_DATELINE = 5.0
BY_LATIN_DATELINE = 1.0
BY_END = 4.0  # of the article before: its closing byline, its jump line
BY_CAPTION = 1.0
BY_WIDTH = (1.4, 2.4, 1.2, 5.0)  # em of change that begin to count and count in full, and what they give
BY_TOPIC = 3.0
HEADLESS = -1.0  # an article may lack a headline, but most have one

# A display line is a headline, not a subhead:
IS_HEADLINE = -1.0
# The headline's words in the article's opening, less those just before it:
LEAD = 14.0
BEFORE = 6.0
LEAD_PARTS = (1.0, 0.6, 0.4, 0.3, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2)
CLOSE_BEFORE = 3.0
CLOSE_AFTER = 1.5

SURE = 4.0  # log odds from which an article begins there whatever the headlines say
SURELY_HEADLINE = 1.0

MARGIN = 1.0  # below it, a headline stays where it was
MOST_EXACT = 60_000  # cells of the whole page's assignment; a larger one is dealt with piece by piece


@dataclass
class Group:
    """Display lines that belong together: a headline with its kicker or deck, or a subhead."""

    blocks: list[int]
    gap: int  # the number of paragraphs before it
    words: set[str]
    prior: float = 0.0
    start: int | None = None  # the paragraph that its article begins with; None where it heads none
    confidence: float = 1.0


@dataclass
class Layout:
    """The page's paragraphs (as indices of blocks), the ones that articles begin with, and the headlines."""

    paragraphs: list[int]
    starts: list[int] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    opening: set[int] = field(default_factory=set)  # bylines (as indices of blocks) before their article
    rarity: Rarity = field(default_factory=lambda: Rarity([]))


def lay_out(blocks: Sequence[Measured]) -> Layout:
    """Say where the articles of a page begin and which display lines are their headlines."""
    paragraphs = [i for i, block in enumerate(blocks) if block.kind == "paragraph"]
    for block in blocks:
        if block.kind in {"paragraph", "display", "caption"}:
            block.words = terms(block.text)
    layout = Layout(paragraphs, rarity=Rarity([blocks[i].words for i in paragraphs]))
    if not paragraphs:
        return layout
    gaps = _gaps(blocks)
    layout.opening = _opening_bylines(blocks)
    layout.groups = _display_groups(blocks, gaps)
    _weigh_display(blocks, layout)
    begins = _begins(blocks, layout, gaps)
    _settle(blocks, layout, begins)
    return layout


def _gaps(blocks: Sequence[Measured]) -> list[int]:
    out, seen = [], 0
    for block in blocks:
        out.append(seen)
        seen += block.kind == "paragraph"
    return out


def _neighbour(blocks: Sequence[Measured], at: int, step: int) -> str | None:
    """The kind of the next block that is neither furniture nor a picture's."""
    at += step
    while 0 <= at < len(blocks) and blocks[at].kind in {"furniture", "caption", "credit"}:
        at += step
    return blocks[at].kind if 0 <= at < len(blocks) else None


def _opening_bylines(blocks: Sequence[Measured]) -> set[int]:
    """The bylines that stand before their article. Where the place leaves it open, the page's habit decides."""
    opening: set[int] = set()
    open_to_doubt: list[int] = []
    votes: dict[str, float] = {"bracketed": -0.5, "plain": 1.5, "marked": 2.0}
    for at, block in enumerate(blocks):
        if block.kind != "byline":
            continue
        form = byline_form(block.text) or "plain"
        before, after = _neighbour(blocks, at, -1), _neighbour(blocks, at, 1)
        if after == "paragraph" and before != "paragraph":
            opening.add(at)
            votes[form] += 1.0
        elif before == "paragraph" and after != "paragraph":
            votes[form] -= 1.0
        else:
            open_to_doubt.append(at)
    for at in open_to_doubt:
        if votes[byline_form(blocks[at].text) or "plain"] > 0 or _neighbour(blocks, at, -1) != "paragraph":
            opening.add(at)
    return opening


def _display_groups(blocks: Sequence[Measured], gaps: Sequence[int]) -> list[Group]:
    groups: list[Group] = []
    for at, block in enumerate(blocks):
        if block.kind != "display":
            continue
        last = groups[-1].blocks[-1] if groups else -2
        if last == at - 1 and (block.stacked or is_deck(block.text)):
            groups[-1].blocks.append(at)
            groups[-1].words = groups[-1].words | block.words
        else:
            groups.append(Group([at], gaps[at], block.words))
    return groups


def is_deck(text: str) -> bool:
    """Whether a display line says that it is a subtitle: it opens with a dash."""
    return text.startswith(("——", "—", "──", "--"))


def _weigh_display(blocks: Sequence[Measured], layout: Layout) -> None:
    """How much each group looks like a headline rather than a subhead, words aside."""
    beside = columns_beside(blocks)
    final = len(layout.paragraphs)
    alone_in_gap: dict[int, int] = {}
    for group in layout.groups:
        alone_in_gap[group.gap] = alone_in_gap.get(group.gap, 0) + 1
    for group in layout.groups:
        first, last = group.blocks[0], group.blocks[-1]
        prior = IS_HEADLINE
        above, below = beside[first][0], beside[last][1]
        widest = max(max(blocks[i].widths) for i in group.blocks)
        whole = max(blocks[i].width for i in group.blocks)
        if group.gap == 0:
            prior += 5.0
        if group.gap == final:
            prior += 6.0
        if len(group.blocks) > 1:
            prior += 3.0
        if alone_in_gap[group.gap] > 1:
            prior += 2.0
        before, after = _neighbour(blocks, first, -1), _neighbour(blocks, last, 1)
        if after == "byline" and last + 1 in layout.opening:
            prior += 4.0
        if before == "byline":
            prior += 4.0
        if any(0 <= i < len(blocks) and blocks[i].kind == "caption" for i in (first - 1, last + 1)):
            prior += 2.0
        known = [column for column in (above, below) if column is not None]
        if known and widest > max(known) + OVER:
            prior += 4.0
        elif known and widest < min(known) - FILLS:
            prior -= 1.0
            if whole <= 8.5:
                prior -= 1.0
        if whole > 16:
            prior += 1.5
        if above is not None and below is not None:
            prior += 1.5 if abs(above - below) > 2 else -1.0
            if before == after == "paragraph" and alone_in_gap[group.gap] == 1 and widest < min(known) - FILLS:
                prior -= 2.0
        group.prior = prior


def _begins(blocks: Sequence[Measured], layout: Layout, gaps: Sequence[int]) -> list[float]:
    """For each paragraph the log odds that an article begins with it, headlines' words aside."""
    paragraphs = layout.paragraphs
    begins = [BEGINS] * len(paragraphs)
    begins[0] = 50.0
    for at, block in enumerate(blocks):
        gap = gaps[at]
        if gap == len(paragraphs):
            break
        if block.kind == "byline":
            begins[gap] += BY_BYLINE if at in layout.opening else BY_END
        elif block.kind == "jump":
            begins[gap] += BY_END
        elif block.kind == "caption":
            begins[gap] += BY_CAPTION
    for group in layout.groups:
        if group.gap < len(paragraphs):
            begins[group.gap] += max(-1.0, min(group.prior, 5.0))
    low, high, little, much = BY_WIDTH
    for j in range(1, len(paragraphs)):
        here, before = blocks[paragraphs[j]], blocks[paragraphs[j - 1]]
        if found := dateline(here.text):
            begins[j] += BY_LATIN_DATELINE if found[0].isascii() else BY_HAN_DATELINE
        if jump_from(here.text) or jump_to(before.text):
            begins[j] += BY_END
    columns = _columns(blocks, paragraphs)
    for j in range(1, len(paragraphs)):
        above, below = columns[j - 1], columns[j]
        if above is not None and below is not None:
            change = abs(above - below)
            if change > low:
                begins[j] += little + (much - little) * min(1.0, (change - low) / (high - low))
            elif gaps[paragraphs[j]] == j and paragraphs[j] == paragraphs[j - 1] + 1:
                begins[j] -= 1.0  # nothing between, and the same column goes on
    for j, cohesion in enumerate(_cohesion(blocks, layout), 1):
        begins[j] += BY_TOPIC * (0.5 - cohesion)
    return begins


def _columns(blocks: Sequence[Measured], paragraphs: Sequence[int]) -> list[float | None]:
    """For each paragraph its column; that of the paragraph before it where it has too few lines to tell."""
    out: list[float | None] = []
    for i in paragraphs:
        block = blocks[i]
        out.append(block.column if block.column is not None else (out[-1] if out else None))
    return out


def _cohesion(blocks: Sequence[Measured], layout: Layout) -> list[float]:
    """Between each two neighbouring paragraphs, how far their surroundings share words; 0.5 is usual."""
    words = [blocks[i].words for i in layout.paragraphs]
    shares: list[float] = []
    for j in range(1, len(words)):
        above = set().union(*words[max(0, j - 3) : j])
        below = set().union(*words[j : j + 3])
        common = layout.rarity.weight(above & below)
        less = min(layout.rarity.weight(above), layout.rarity.weight(below))
        shares.append(common / less if less > 0 else 0.0)
    if not shares:
        return []
    usual = sorted(shares)[len(shares) // 2] or 1e-9
    return [min(1.0, 0.5 * share / usual) for share in shares]


def _settle(blocks: Sequence[Measured], layout: Layout, begins: Sequence[float]) -> None:
    paragraphs, groups = layout.paragraphs, layout.groups
    alone = [max(0.0, b + HEADLESS) for b in begins]
    words = [blocks[i].words for i in paragraphs]
    sure = [b > SURE for b in begins]
    groups = layout.groups = _with_kickers(groups, words, sure, layout.rarity)
    gains: list[list[float]] = []
    for group in groups:
        fits = _fits(group, words, sure, layout.rarity)
        row = []
        # A headline away from its article yet stands between articles, not inside one.
        strays = max(-6.0, min(0.0, begins[group.gap])) if group.gap < len(begins) else 0.0
        for j, fit in enumerate(fits):
            near = CLOSE_BEFORE if group.gap == j else strays
            row.append(fit + near + min(begins[j], 12.0) + min(group.prior, SURELY_HEADLINE) - min(alone[j], 12.0 + HEADLESS))
        gains.append(row + [0.0] * len(groups))
    for group, row, goes_to in zip(groups, gains, assign(gains), strict=True):
        if goes_to < len(paragraphs) and row[goes_to] > 0:
            group.start = goes_to
            others = [gain for j, gain in enumerate(row) if j != goes_to]
            group.confidence = row[goes_to] - max(others)
    taken = {group.start for group in groups}
    layout.starts = [j for j in range(len(paragraphs)) if j in taken or alone[j] > 0]


def _with_kickers(
    groups: Sequence[Group], words: Sequence[set[str]], sure: Sequence[bool], rarity: Rarity
) -> list[Group]:
    """Put neighbouring display lines together where they share words and fit the same opening best."""
    out: list[Group] = []
    best_before = -1
    for group in groups:
        last = out[-1] if out else None
        if last and last.gap == group.gap and last.blocks[-1] == group.blocks[0] - 1 and last.words & group.words:
            if best_before < 0:
                best_before = _best(last, words, sure, rarity)
            if best_before == (best := _best(group, words, sure, rarity)):
                last.blocks += group.blocks
                last.words = last.words | group.words
                continue
            best_before = best
        else:
            best_before = -1
        out.append(group)
    return out


def _best(group: Group, words: Sequence[set[str]], sure: Sequence[bool], rarity: Rarity) -> int:
    fits = _fits(group, words, sure, rarity)
    return max(range(len(fits)), key=fits.__getitem__)


def _fits(group: Group, words: Sequence[set[str]], sure: Sequence[bool], rarity: Rarity) -> list[float]:
    """For each paragraph how well the group heads an article that begins with it."""
    whole = rarity.weight(group.words)
    if whole <= 0:
        return [0.0] * len(words)
    held = [group.words & block for block in words]
    fits = []
    for j in range(len(words)):
        seen: set[str] = set()
        lead = 0.0
        for k, part in enumerate(LEAD_PARTS[: len(held) - j], j):
            if k > j and sure[k]:
                break
            new = held[k] - seen
            if new:
                lead += part * rarity.weight(new)
                seen |= new
        before: set[str] = set()
        if j and not sure[j]:
            before = held[j - 1] | held[j - 2] if j > 1 else held[j - 1]
        fits.append((LEAD * lead - BEFORE * rarity.weight(before)) / whole)
    return fits
