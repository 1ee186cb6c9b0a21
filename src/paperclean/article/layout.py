"""Where each article of a page begins, and which headline heads it.

Both questions are one: a headline is known by the article that it fits, and an article that bears no byline is
known to begin by the headline that fits its opening. So each display line is weighed as the headline of an
article that might begin at any paragraph, and the best set of such pairs is taken for the page as a whole.

The figures are log odds, so that they add up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from paperclean.article.affinity import Rarity, Term
from paperclean.article.assignment import assign
from paperclean.article.bylines import opening_bylines
from paperclean.article.display import Group, display_groups, weigh_display
from paperclean.article.fitting import Fitting
from paperclean.article.latin_heads import is_deck_below
from paperclean.article.measures import Measured
from paperclean.article.round_ups import RoundUp
from paperclean.article.segmentation import BY_TOPIC, beginnings, weigh_topics

__all__ = ["Layout", "gaps_of", "lay_out"]

HEADLESS = -1.0  # an article may lack a headline, but most have one
SURE = 4.0  # log odds from which an article begins there whatever the headlines say
NO_HEADLINE = -5.0  # a display line as unlikely as this is a subhead, whatever its words
SURELY_HEADLINE = 1.0  # what even the surest headline gives to the pair

# The headline stands right before its article, or right behind it. A page whose first article has no headline
# above it was not extracted in reading order.
CLOSE = (3.0, 0.0)
CLOSE_IN_DISORDER = (1.5, 1.5)
# A Latin headline in order heads a text elsewhere only if it says its words.
FITS_ELSEWHERE, NO_GAIN = 4.0, -99.0
FITS_BY_ITSELF = 3.0  # the second of two lines that may be one headline
MAKESHIFT = -4.0  # a headline that would fit so much better where another one stands heads nothing

ITEMS = 6.0  # what it gives a round-up's headline, and costs another one, that items begin here
ROUND_UP_BEGINS = 6.0
INSIDE_ROUND_UP = -15.0

# A text of many pages is settled in stretches.
MOST_GROUPS = 40
MOST_PARAGRAPHS = 400
REACH = 40  # paragraphs on either side of a stretch


@dataclass
class Layout:
    """The page's paragraphs (as indices of blocks), the ones that articles begin with, and the headlines.

    *opening* are the bylines that stand before their article.
    """

    blocks: Sequence[Measured]
    paragraphs: list[int]
    starts: list[int] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    opening: set[int] = field(default_factory=set)

    @cached_property
    def words(self) -> list[set[Term]]:
        """The words of each paragraph."""
        return [self.blocks[i].words for i in self.paragraphs]

    @property
    def in_order(self) -> bool:
        """Whether headlines stand before their articles: the page's first one has one above it, or in Latin script its last one none below.

        A page that goes on from the one before begins with text.
        """
        gaps = {group.gap for group in self.groups}
        is_latin = any(group.case is not None for group in self.groups)
        return 0 in gaps or (is_latin and len(self.paragraphs) not in gaps)

    @cached_property
    def rarity(self) -> Rarity:
        return Rarity(self.words)


def lay_out(blocks: Sequence[Measured], round_ups: Sequence[RoundUp]) -> Layout:
    """Say where the articles of a page begin and which display lines are their headlines."""
    paragraphs = [i for i, block in enumerate(blocks) if block.kind == "paragraph"]
    layout = Layout(blocks, paragraphs)
    gaps = gaps_of(blocks)
    layout.groups = display_groups(blocks, gaps)
    layout.opening = opening_bylines(blocks)
    if paragraphs:
        weigh_display(blocks, layout.groups, layout.opening)
        odds = beginnings(blocks, paragraphs, gaps, layout.groups, layout.opening)
        # Words say which headline is whose, and whether an article begins where that is in doubt.
        if layout.groups or any(abs(b + HEADLESS) <= BY_TOPIC / 2 for b in odds):
            weigh_topics(odds, layout.rarity)
        items = _hold_together(layout, round_ups, odds)
        _settle(layout, odds, items)
    return layout


def gaps_of(blocks: Sequence[Measured]) -> list[int]:
    """For each block how many paragraphs stand before it: the number of the gap between them that it stands in."""
    out, seen = [], 0
    for block in blocks:
        out.append(seen)
        seen += block.kind == "paragraph"
    return out


def _hold_together(layout: Layout, round_ups: Sequence[RoundUp], odds: list[float]) -> set[int]:
    """Let a round-up begin with its first item and nowhere else; return the paragraphs they begin with."""
    begin: set[int] = set()
    for run in round_ups:
        first, end = bisect_left(layout.paragraphs, run.first), bisect_left(layout.paragraphs, run.last + 1)
        begin.add(first)
        odds[first] = max(odds[first], ROUND_UP_BEGINS)
        sure = min(end, bisect_left(layout.paragraphs, run.last_title + 1) + 1)
        odds[first + 1 : sure] = [INSIDE_ROUND_UP] * (sure - first - 1)
    firsts = [run.first for run in round_ups]
    for group in layout.groups if round_ups else ():
        at = bisect_right(firsts, group.blocks[0]) - 1
        if at >= 0 and group.blocks[0] <= round_ups[at].last:
            group.prior = min(group.prior, NO_HEADLINE)
    return begin


def _settle(layout: Layout, begins: Sequence[float], items: set[int]) -> None:
    """Pair headlines with beginnings, so that the odds of all pairs together are best."""
    alone = [max(0.0, b + HEADLESS) for b in begins]
    layout.starts = [j for j, gain in enumerate(alone) if gain > 0]
    if not layout.groups:
        return
    paragraphs = len(begins)
    sure = [b > SURE for b in begins]
    fitting = Fitting(layout.words, sure, layout.rarity.by_count, [group.words for group in layout.groups])
    page = _Page(
        fitting, begins, alone, layout.in_order, _stand_in_turn(layout.groups, layout.in_order, sure), items
    )
    settled: list[Group] = []
    taken: set[int] = set()
    for groups, low, high in _stretches(layout.groups, paragraphs):
        groups = _with_kickers(groups, page, low, high)
        free = [j for j in range(low, high) if j not in taken]
        likely = [group for group in groups if group.prior > NO_HEADLINE]
        gains = [page.gains(group, free) for group in likely]
        # A beginning that no headline would gain by is no choice; to head none at all is one for each.
        open_to = [at for at, gained in enumerate(zip(*gains, strict=True)) if max(gained) > 0]
        choices = [[row[at] for at in open_to] + [0.0] * len(likely) for row in gains]
        for group, row, goes_to in zip(likely, choices, assign(choices), strict=True):
            if goes_to >= len(open_to) or row[goes_to] <= 0:
                continue
            lead = row[goes_to] - max(gain for i, gain in enumerate(row) if i != goes_to)
            if lead > MAKESHIFT:
                group.start = free[open_to[goes_to]]
                group.confidence = lead
                taken.add(group.start)
        settled += groups
    layout.groups = _with_strays(settled, layout.blocks)
    layout.starts = sorted({*layout.starts, *taken})


def _with_strays(groups: Sequence[Group], blocks: Sequence[Measured]) -> list[Group]:
    """Give Chinese lines that head nothing to the headline right above them, whose rest they are, or right below, whose kicker."""
    out: list[Group] = []
    for group in groups:
        last = out[-1] if out else None
        if (
            last is not None
            and last.blocks[-1] + 1 == group.blocks[0]
            and (last.start is None) != (group.start is None)
            and last.case is group.case is None
            and not (last.is_round_up or group.is_round_up)
        ):
            if group.start is None:
                blocks[group.blocks[0]].wrapped = True
                last.join(group)
            else:
                group.kicker = last.blocks
                out[-1] = group
            continue
        out.append(group)
    return out


def _stand_in_turn(groups: Sequence[Group], in_order: bool, sure: Sequence[bool]) -> bool:
    """Whether most of the articles that surely begin have a head right above them, the first one among them."""
    others = [j for j, is_sure in enumerate(sure) if is_sure and j]
    gaps = {group.gap for group in groups}
    return in_order and 2 * sum(j in gaps for j in others) >= len(others)


def _stretches(groups: list[Group], paragraphs: int) -> Iterator[tuple[list[Group], int, int]]:
    """The whole page, or a long text's headlines some at a time, with the paragraphs they may reach."""
    if len(groups) <= MOST_GROUPS and paragraphs <= MOST_PARAGRAPHS:
        yield groups, 0, paragraphs
        return
    first = 0
    while first < len(groups):
        last = first + 1
        while (
            last < len(groups)
            and last - first < MOST_GROUPS
            and groups[last].gap - groups[first].gap < MOST_PARAGRAPHS - 2 * REACH
        ):
            last += 1
        stretch = groups[first:last]
        yield stretch, max(0, stretch[0].gap - REACH), min(paragraphs, stretch[-1].gap + REACH)
        first = last


@dataclass
class _Page:
    fitting: Fitting
    begins: Sequence[float]
    alone: Sequence[float]
    in_order: bool
    in_turn: bool  # each head stands before its article, not all of them before the first one
    items: set[int]  # paragraphs that a round-up's items begin with

    @cached_property
    def _begins(self) -> list[float]:
        """For each paragraph what it gives any headline's article to begin there."""
        return [
            min(begins, 12.0) - min(alone, 12.0 + HEADLESS)
            for begins, alone in zip(self.begins, self.alone, strict=True)
        ]

    def gains(self, group: Group, free: Sequence[int]) -> list[float]:
        """For each paragraph what it gains that the group heads an article beginning there."""
        likely = min(group.prior, SURELY_HEADLINE)
        before, behind = CLOSE if self.in_order else CLOSE_IN_DISORDER
        gap, begins, next_sure = group.gap, self._begins, self.fitting.next_sure
        low = free[0] if free else 0
        fits = self.fitting.fits(group.words, low, free[-1] + 1) if free else []
        gains = [fits[j - low] + begins[j] + likely for j in free]
        if self.in_order and group.case is not None and gap < len(next_sure):
            gains = [
                gain if gap <= j <= next_sure[gap] or fits[j - low] >= FITS_ELSEWHERE else NO_GAIN
                for j, gain in zip(free, gains, strict=True)
            ]
        if behind:
            gains = [
                gain + (behind if next_sure[j] == gap else 0.0) for j, gain in zip(free, gains, strict=True)
            ]
        at = bisect_left(free, gap)
        if at < len(free) and free[at] == gap:
            gains[at] += before - (behind if next_sure[gap] == gap else 0.0)
        if self.items:
            sign = ITEMS if group.is_round_up else -ITEMS
            gains = [gain + (sign if j in self.items else 0.0) for j, gain in zip(free, gains, strict=True)]
        return gains


def _with_kickers(groups: Sequence[Group], page: _Page, low: int, high: int) -> list[Group]:
    """Put neighbouring display lines together where they share words and fit the same opening best."""

    def best(group: Group) -> tuple[int, float]:
        fits = page.fitting.fits(group.words, low, high)
        most = max(fits, default=0.0)
        return (low + fits.index(most), most) if most > 0 else (low, 0.0)

    out: list[Group] = []
    for group in groups:
        last = out[-1] if out else None
        if last and last.gap == group.gap and last.blocks[-1] == group.blocks[0] - 1:
            if group.case is not None and (page.in_turn or is_deck_below(last.case or "", group.case)):
                last.join(group)
                continue
            common = last.words & group.words
            if group.is_wrapped or common:
                (one, fit), (other, its_fit) = best(last), best(group)
                apart = one != other and min(fit, its_fit) > FITS_BY_ITSELF
                if not apart if group.is_wrapped else one == other:
                    last.join(group)
                    continue
            elif page.in_order and group.case is None and _fits_here(last, page.fitting, low, high):
                last.prior = NO_HEADLINE  # its words say of no other article: the kicker of the one below
                if len(out) > 1 and out[-2].prior == NO_HEADLINE and out[-2].blocks[-1] + 1 == last.blocks[0]:
                    out[-2].join(out.pop())
        out.append(group)
    return out


def _fits_here(group: Group, fitting: Fitting, low: int, high: int) -> bool:
    """Whether the words of *group* fit the paragraph behind it no worse than any other from *low* up to *high*."""
    fits = fitting.fits(group.words, low, high)
    return low <= group.gap < high and max(fits) <= fits[group.gap - low]
