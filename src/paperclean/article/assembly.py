"""A page taken apart into its articles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import exp

from paperclean.article.affinity import Term
from paperclean.article.bylines import byline_owners
from paperclean.article.display import Group, head_kinds
from paperclean.article.kinds import name_kinds
from paperclean.article.layout import Layout, gaps_of, lay_out
from paperclean.article.measures import Measured, measured_blocks
from paperclean.article.model import Article, Block
from paperclean.article.signs import dateline
from paperclean.plans import Style, refuse_no_style, trace
from paperclean.survey import Survey
from paperclean.tracing import Trace

__all__ = ["articles"]

HAN = re.compile(r"[\u3400-\u9fff]+")
NEAR_CAPTION = 0.12  # of a caption's words, what standing beside an article counts for
REACH = 40  # articles on either side of a caption, of which one may be its own
SAMPLE = 400  # characters that tell an article's language
SAMPLE_OF_HAN = 60  # and whether it is in Chinese
HAN_SHARE = 0.3

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

    parts: list[tuple[int, int, str, float]] = field(default_factory=list)  # place, block, kind, confidence
    head: Group | None = None

    def add(self, at: int, kind: str, confidence: float, place: int = 0) -> None:
        self.parts.append((place, at, kind, confidence))


class _Drafts:
    def __init__(self, page: Trace, blocks: Sequence[Measured], layout: Layout) -> None:
        self.page, self.blocks, self.layout = page, blocks, layout
        self.drafts = [_Draft() for _ in layout.starts] or [_Draft()]
        self.gap_of = gaps_of(blocks)

    def articles(self) -> list[Article]:
        for k, at in enumerate(self.layout.paragraphs):
            self._with_paragraph(k).add(at, "paragraph", 1.0)
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
        return [self._article(draft) for draft in self.drafts]

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
                kinds = head_kinds([self.blocks[i] for i in group.blocks])
                for i, kind in zip(group.blocks, kinds, strict=True):
                    draft.add(i, kind, confidence, HEAD)
            elif not self.layout.paragraphs or (
                0 < group.gap < len(self.layout.paragraphs) and group.gap not in starts
            ):
                kind = "subhead" if self.layout.paragraphs else "headline"
                for i in group.blocks:
                    self._with_paragraph(group.gap).add(i, kind, 0.9)
            else:
                continue
            placed.update(group.blocks)
        return placed

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

    def _article(self, draft: _Draft) -> Article:
        blocks: list[Block] = []
        furniture: list[Block] = []
        text: list[str] = []
        last: Measured | None = None
        said: dict[str, list[str]] = {}
        jumps: dict[str, str | None] = {"to": None, "from": None}
        confidence = 1.0
        own = set(draft.head.blocks) if draft.head else set()
        if not self.layout.paragraphs:
            own = {i for _, i, kind, _ in draft.parts if kind == "headline"}
        for _, at, kind, sure in sorted(draft.parts):
            measured = self.blocks[at]
            pieces = self._pieces(measured, kind, sure, jumps)
            furniture += [piece for piece in pieces if piece.kind == "furniture"]
            printed = [piece for piece in pieces if piece.kind != "furniture"]
            if not printed:
                continue
            blocks += printed
            if last is not None:
                between = self.page.clean[last.end : measured.start]
                text.append(between if between.isspace() else "\n\n")
            text += [piece.text for piece in printed]
            last = measured
            if at in own:
                confidence = min(confidence, sure)
            if kind == "byline" or at in own:
                said.setdefault(kind, []).append(measured.text)
        body = [block.text for block in blocks if block.kind == "paragraph"]
        byline = _joined(said.get("byline"))
        language, script = self._tongue("\n".join(body) or "".join(text))
        return Article(
            blocks=(*blocks, *furniture),
            text="".join(text),
            headline=_joined(said.get("headline")),
            deck=_joined(said.get("deck")),
            byline=byline,
            dateline=(dateline(body[0]) if body else None) or _dateline_before(byline),
            language=language,
            script=script,
            confidence=confidence,
            continued_to=jumps["to"],
            continued_from=jumps["from"],
        )

    def _tongue(self, text: str) -> tuple[str | None, str | None]:
        """The language and the script of an article; a page in Chinese is of one script, which a short article may not tell."""
        page = self._survey
        if len(self.drafts) == 1:
            return page.language, page.script
        if page.language == "zh":
            han = sum(map(len, HAN.findall(text, 0, SAMPLE_OF_HAN)))
            if han > HAN_SHARE * min(len(text), SAMPLE_OF_HAN):
                return page.language, page.script
        own = Survey(text[:SAMPLE])
        return own.language or (page.language if own.script == page.script else None), own.script

    @cached_property
    def _survey(self) -> Survey:
        return Survey(self.page.clean)

    def _pieces(
        self, measured: Measured, kind: str, sure: float, jumps: dict[str, str | None]
    ) -> list[Block]:
        """A block, less the jump lines that it ends or begins with, which become furniture."""
        text = measured.text
        if not (measured.came or measured.goes) or kind not in {"paragraph", "jump"}:
            return [Block("headline" if kind == "stray" else kind, text, measured.source, sure)]
        first, last = 0, len(text)
        if came := measured.came:
            first = came.end
            jumps["from"] = came.page or ""
        if (goes := measured.goes) and goes.start >= first:
            last = goes.start
            jumps["to"] = goes.page or ""
        if kind == "jump":
            return [Block("furniture", text, measured.source, sure)]
        cuts = [(0, first, "furniture"), (first, last, "paragraph"), (last, len(text), "furniture")]
        out = []
        for a, b, name in cuts:
            if piece := text[a:b].strip():
                at = measured.start + a + text[a:b].index(piece[0])
                out.append(Block(name, piece, tuple(self.page.source(at, at + len(piece))), sure))
        return out


def _dateline_before(byline: str | None) -> str | None:
    """The dateline that a byline on a line of its own opens with (`本报北京11月6日电 （记者张洋）`)."""
    found = dateline(byline) if byline else None
    return found if found != byline else None


def _joined(parts: Sequence[str] | None) -> str | None:
    return " ".join(parts) if parts else None
