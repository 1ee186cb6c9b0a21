"""An article put together of its blocks: its headline, its byline and its text, and what belongs to the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from paperclean.article.affinity import belong_together
from paperclean.article.measures import Measured
from paperclean.article.model import Article, Block
from paperclean.article.signs import byline_form, dateline, is_dateline
from paperclean.lines.jump_lines import Jump
from paperclean.scripts import IS_HAN
from paperclean.survey import Survey
from paperclean.tracing import Trace

__all__ = ["Composition", "Part"]

SAMPLE = 400  # characters that tell an article's language
SAMPLE_OF_HAN = 60  # and whether it is in Chinese
HAN_SHARE = 0.3
MAY_JUMP = frozenset({"paragraph", "jump"})  # kinds of blocks whose jump lines count


class Part(NamedTuple):
    """The block of number *at* as a part of an article: its *place* there, what *kind* it is, how *sure* that is."""

    place: int
    at: int
    kind: str
    sure: float


@dataclass(frozen=True)
class Composition:
    """Makes articles of the *blocks* of a *page*; *is_alone*: one article is all of it."""

    page: Trace
    blocks: Sequence[Measured]
    is_alone: bool

    def article(self, parts: Sequence[Part], own: Collection[int]) -> Article:
        """The article of *parts*, in their order; *own* are the blocks that head it, by number."""
        printed: list[Block] = []
        furniture: list[Block] = []
        text: list[str] = []
        last: Measured | None = None
        said: dict[str, list[str]] = {}
        for _, at, kind, sure in parts:
            measured = self.blocks[at]
            if kind == "byline" and is_dateline(measured.text) and not byline_form(measured.text):
                kind = "dateline"  # it stands where bylines do
            if kind in {"byline", "dateline"} or at in own:
                said.setdefault(kind, []).append(measured.text)
            pieces = self._pieces(measured, kind, sure)
            furniture += [piece for piece in pieces if piece.kind == "furniture"]
            pieces = [piece for piece in pieces if piece.kind != "furniture"]
            if not pieces:
                continue
            printed += pieces
            if last is not None:
                between = self.page.clean[last.end : measured.start]
                text.append(between if between.isspace() else "\n\n")
            text += [piece.text for piece in pieces]
            last = measured
        body = [block.text for block in printed if block.kind == "paragraph"]
        byline = _joined(said.get("byline"))
        language, script = self._tongue(_beginning(body, "\n") or _beginning(text, ""))
        named = [self.blocks[part.at] for part in parts if part.kind in MAY_JUMP]
        jumping = [block for block in named if block.goes or block.came]
        return Article(
            blocks=(*printed, *furniture),
            text="".join(text),
            headline=_joined(said.get("headline")),
            deck=_joined(said.get("deck")),
            byline=byline,
            dateline=(dateline(body[0]) if body else None)
            or _dateline_before(byline)
            or _joined(said.get("dateline")),
            language=language,
            script=script,
            confidence=min((part.sure for part in parts if part.at in own), default=1.0),
            continued_to=_page_of([goes for block in jumping if (goes := _goes(block))]),
            continued_from=_page_of([block.came for block in jumping if block.came]),
        )

    def _tongue(self, text: str) -> tuple[str | None, str | None]:
        """The language and the script of an article, told by its beginning; a page in Chinese is of one script, which a short article may not tell."""
        page = self._survey
        if self.is_alone:
            return page.language, page.script
        if page.language == "zh":
            han = len(IS_HAN.findall(text, 0, SAMPLE_OF_HAN))
            if han > HAN_SHARE * min(len(text), SAMPLE_OF_HAN):
                return page.language, page.script
        own = Survey(text)
        return own.language or (page.language if own.script == page.script else None), own.script

    @cached_property
    def _survey(self) -> Survey:
        return Survey(self.page.clean)

    def _pieces(self, measured: Measured, kind: str, sure: float) -> list[Block]:
        """A block, less the jump lines that it ends or begins with, which become furniture."""
        text, came, goes = measured.text, measured.came, _goes(measured)
        if not (came or goes) or kind not in MAY_JUMP:
            return [Block("headline" if kind == "stray" else kind, text, measured.source, sure)]
        if kind == "jump":
            return [Block("furniture", text, measured.source, sure)]
        first, last = came.end if came else 0, goes.start if goes else len(text)
        cuts = [(0, first, "furniture"), (first, last, "paragraph"), (last, len(text), "furniture")]
        out = []
        for a, b, name in cuts:
            if piece := text[a:b].strip():
                at = measured.start + a + text[a:b].index(piece[0])
                out.append(Block(name, piece, tuple(self.page.source(at, at + len(piece))), sure))
        return out


def _beginning(parts: Sequence[str], between: str) -> str:
    """The sample of a text in *parts*."""
    first = parts[0][:SAMPLE] if parts else ""
    return first if len(first) == SAMPLE else between.join(parts)[:SAMPLE]


def _goes(block: Measured) -> Jump | None:
    """The jump line that *block* ends with, unless it begins with the same."""
    goes, came = block.goes, block.came
    return goes if goes and goes.start >= (came.end if came else 0) else None


def _page_of(jumps: Sequence[Jump]) -> str | None:
    """The page that the last of *jumps* names; empty where it names none, None where there is none."""
    return (jumps[-1].page or "") if jumps else None


def _dateline_before(byline: str | None) -> str | None:
    """The dateline that a byline on a line of its own opens with (`本报北京11月6日电 （记者张洋）`)."""
    found = dateline(byline) if byline else None
    return found if found != byline else None


def _joined(parts: Sequence[str] | None) -> str | None:
    """Lines of one headline as one; a word that was broken between them is whole again."""
    if not parts:
        return None
    between = [
        ""
        if IS_HAN.match(one, len(one) - 1) and IS_HAN.match(other) and belong_together(one[-1], other[0])
        else " "
        for one, other in pairwise(parts)
    ]
    return "".join(chain.from_iterable(zip(parts, [*between, ""], strict=True)))
