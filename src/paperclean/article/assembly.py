"""A page taken apart into its articles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import exp

from paperclean.article.affinity import Term
from paperclean.article.bylines import byline_owners
from paperclean.article.composition import Composition, Part
from paperclean.article.display import Group, head_kinds
from paperclean.article.kinds import name_kinds
from paperclean.article.layout import Layout, gaps_of, lay_out
from paperclean.article.measures import Measured, measured_blocks
from paperclean.article.model import Article
from paperclean.plans import Style, refuse_no_style, trace
from paperclean.tracing import Trace

__all__ = ["articles"]

NEAR_CAPTION = 0.12  # of a caption's words, what standing beside an article counts for
REACH = 40  # articles on either side of a caption, of which one may be its own

# Where a block stands in its article; among those of one place as on the page.
HEAD, PICTURE, FURNITURE = -1, 1, 2


def articles(text: str, *, style: Style | None = None) -> list[Article]:
    r"""Take a page apart into its articles, each with its own headline; the order is that of their bodies.

    The page is cleaned first, as `clean` does it. Bodies are parted at bylines, datelines, jump lines and
    changes of the column's width or of the topic; headlines, decks and captions, which extraction often leaves
    behind their article or at the end of the page, go to the article whose rare words they share, weighed for
    the whole page at once. Every character of the cleaned page is in exactly one block of one article; what
    belongs to the page and to no article is in blocks of kind `furniture`, with the article it stood beside.

    >>> page = '''■ 彭训文
    ...
    ... 全球新冠肺炎疫情持续，跨境电商行业迎来大考。
    ...
    ... ■ 周文林
    ...
    ... 在当前电视市场遭遇瓶颈之际，行业期待新的突破点。
    ...
    ... 电视企业争当智能生活领跑者
    ...
    ... 跨境电商主动化“危”为“机”'''
    >>> [(article.headline, article.byline) for article in articles(page)]
    [('跨境电商主动化“危”为“机”', '■ 彭训文'), ('电视企业争当智能生活领跑者', '■ 周文林')]

    A text without bylines and headlines is one article:

    >>> [article.text for article in articles("疫情持续。\n消费需求进一步释放。")]
    ['疫情持续。\n消费需求进一步释放。']

    *style* settles matters of taste. Raises `TypeError` if *text* is not a `str` or *style* no `Style`.
    """
    refuse_no_style(style)
    keeping = replace(style or Style(), furniture="keep")  # set apart, not dropped
    return assemble(trace(text, style=keeping))


def assemble(page: Trace) -> list[Article]:
    """The articles of a page that has been cleaned."""
    blocks = measured_blocks(page)
    if not blocks:
        return []
    layout = lay_out(blocks, name_kinds(blocks))
    drafts = _Drafts(page, blocks, layout)
    return drafts.articles()


@dataclass
class _Draft:
    """An article in the making: blocks by index with what they are to it."""

    parts: list[Part] = field(default_factory=list)
    head: Group | None = None

    def add(self, at: int, kind: str, confidence: float, place: int = 0) -> None:
        self.parts.append(Part(place, at, kind, confidence))


class _Drafts:
    def __init__(self, page: Trace, blocks: Sequence[Measured], layout: Layout) -> None:
        self.page, self.blocks, self.layout = page, blocks, layout
        self.drafts = [_Draft() for _ in layout.starts] or [_Draft()]
        self.gap_of = gaps_of(blocks)

    def articles(self) -> list[Article]:
        ends = [*self.layout.starts[1:], len(self.layout.paragraphs)]
        for draft, first, end in zip(self.drafts, self.layout.starts, ends, strict=False):
            draft.parts += [Part(0, at, "paragraph", 1.0) for at in self.layout.paragraphs[first:end]]
        grouped = self._place_groups()
        owners = byline_owners(self.blocks, self.layout.opening, self.gap_of, self._number_of)
        caption_of: _Draft | None = None
        for at, block in enumerate(self.blocks):
            gap = self.gap_of[at]
            if block.kind == "caption":
                caption_of, confidence = self._pictured(at, gap)
                caption_of.add(at, "caption", confidence, PICTURE)
                continue
            if block.kind == "credit":
                (caption_of or self._with_paragraph(gap - 1)).add(at, "credit", 0.7, PICTURE)
            elif block.kind == "byline":
                number, confidence = owners[at]
                self.drafts[number].add(at, "byline", confidence)
            elif block.kind == "jump":
                self._with_paragraph(gap if block.came else gap - 1).add(at, "jump", 1.0)
            elif block.kind == "furniture":
                self._with_paragraph(gap - 1).add(at, "furniture", 1.0, FURNITURE)
            elif block.kind == "display" and at not in grouped:
                self._add_stray(at, gap)
            caption_of = None
        composition = Composition(self.page, self.blocks, is_alone=len(self.drafts) == 1)
        return [composition.article(sorted(draft.parts), self._own(draft)) for draft in self.drafts]

    def _own(self, draft: _Draft) -> set[int]:
        """The blocks that head an article; without paragraphs, all headlines do."""
        if not self.layout.paragraphs:
            return {part.at for part in draft.parts if part.kind == "headline"}
        return {*draft.head.kicker, *draft.head.blocks} if draft.head else set()

    def _with_paragraph(self, k: int) -> _Draft:
        """The draft that has the k-th paragraph of the page, or the nearest one."""
        return self.drafts[self._number_of(k)]

    def _number_of(self, k: int) -> int:
        return max(0, bisect_right(self.layout.starts, k) - 1)

    def _place_groups(self) -> set[int]:
        """Give each group of display lines to its article; return the blocks that found one."""
        placed: set[int] = set()
        starts = set(self.layout.starts)
        for group in self.layout.groups:
            if group.start is not None:
                draft = self._with_paragraph(group.start)
                draft.head = group
                confidence = 1 / (1 + exp(-max(-30.0, min(30.0, group.confidence))))
                for i in group.kicker:
                    draft.add(i, "deck", confidence, HEAD)
                for i, kind in zip(group.blocks, self._kinds(group, group.start), strict=True):
                    draft.add(i, kind, confidence, HEAD)
            elif not self.layout.paragraphs or (
                0 < group.gap < len(self.layout.paragraphs) and group.gap not in starts
            ):
                kind = "subhead" if self.layout.paragraphs else "headline"
                for i in group.blocks:
                    self._with_paragraph(group.gap).add(i, kind, 0.9)
            else:
                continue
            placed.update(group.blocks, group.kicker)
        return placed

    def _kinds(self, group: Group, k: int) -> list[str]:
        """What each line of a head is, above the k-th paragraph."""
        if len(group.blocks) == 1:
            return ["headline"]
        return head_kinds([self.blocks[i] for i in group.blocks], self._said_below(k))

    def _said_below(self, k: int) -> set[Term]:
        """The words of the article that has the k-th paragraph, from there on."""
        end = bisect_right(self.layout.starts, k)
        last = self.layout.starts[end] if end < len(self.layout.starts) else len(self.layout.paragraphs)
        return set().union(*(self.blocks[i].words for i in self.layout.paragraphs[k:last]))

    def _add_stray(self, at: int, gap: int) -> None:
        """Give a display line that heads no article to the one it stands above, or else to the one before it."""
        begins = bisect_left(self.layout.starts, gap)
        if self.layout.in_order and self.layout.starts[begins : begins + 1] == [gap]:
            self._with_paragraph(gap).add(at, "stray", 0.5, HEAD)
        else:
            self._with_paragraph(gap - 1).add(at, "stray", 0.5)

    def _pictured(self, at: int, gap: int) -> tuple[_Draft, float]:
        """The article that a caption belongs to: by shared rare words, else the one it stands beside."""
        rarity = self.layout.rarity
        here = self._number_of(gap)
        spoken_of: set[Term] = set()  # what no article speaks of says nothing
        shares: dict[int, int] = {}
        for word in self.blocks[at].words:
            if holders := self._speakers.get(word):
                spoken_of.add(word)
                gives = rarity.weight([word])
                for number in holders[
                    bisect_left(holders, here - REACH) : bisect_right(holders, here + REACH)
                ]:
                    shares[number] = shares.get(number, 0) + gives
        whole = rarity.weight(spoken_of)
        scores = {number: share / whole for number, share in shares.items()} if whole > 0 else {}
        for number in {self._number_of(gap - 1), here}:
            scores[number] = scores.get(number, 0.0) + NEAR_CAPTION
        best = max(scores, key=lambda number: (scores[number], -number))
        others = [score for number, score in scores.items() if number != best]
        lead = scores[best] - max(others, default=0.0) if len(self.drafts) > 1 else 1.0
        return self.drafts[best], min(0.98, 0.5 + 2 * lead)

    @cached_property
    def _speakers(self) -> dict[Term, list[int]]:
        """For each word of a caption the articles that hold it."""
        said: set[Term] = set().union(*(block.words for block in self.blocks if block.kind == "caption"))
        held: dict[Term, list[int]] = {}
        for k, at in enumerate(self.layout.paragraphs):
            number = self._number_of(k)
            for word in said & self.blocks[at].words:
                holders = held.setdefault(word, [])
                if not holders or holders[-1] != number:
                    holders.append(number)
        return held
