"""An article and its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple

import regex

__all__ = ["Article", "Block"]

# What starts something else than a paragraph in Markdown, or sets type inside one.
MARKDOWN = regex.compile(r"(?m)^(?=[#>+=|-]|\d+[.)](?=\s))|(?=[\\`*_<\[])")


class Block(NamedTuple):
    """A piece of an article as it was printed.

    *kind* is `headline`, `deck` (kicker or subtitle), `byline`, `dateline`, `paragraph`, `subhead`, `caption`,
    `credit` (who took the picture) or `furniture` (what belongs to the page, jump lines among it). *text* is
    the cleaned text, *spans* are where it came from in the raw page, *page* the page's number in an issue,
    from 0. *confidence*, from 0 to 1, says how sure it is that the block belongs to this article.
    """

    kind: str
    text: str
    spans: tuple[tuple[int, int], ...]
    confidence: float = 1.0
    page: int = 0


@dataclass(frozen=True)
class Article:
    """One article of a page: its parts as strings, and all of it as *blocks*.

    The blocks stand in reading order: headline and decks, then the rest as printed, then captions, then
    furniture. A block of kind `headline` that is not the article's own *headline* stood there on the page and
    fitted no article well enough. *text* is all but the furniture. *confidence* is that of the headline.
    *continued_to* and *continued_from* are the pages that jump lines name, an empty string where they name
    none, and None where there is no jump line.
    """

    blocks: tuple[Block, ...]
    text: str = ""
    headline: str | None = None
    deck: str | None = None
    byline: str | None = None
    dateline: str | None = None
    language: str | None = None
    script: str | None = None
    confidence: float = 1.0
    continued_to: str | None = None
    continued_from: str | None = None

    @property
    def identifier(self) -> str:
        """Twenty hexadecimal digits made from the text alone: the same article has the same one in every run.

        >>> Article((), text="消费 需求").identifier == Article((), text="消费需求").identifier
        True
        """
        return sha256(_squeezed(self.text).encode("utf-8", "surrogatepass")).hexdigest()[:20]

    def to_dict(self) -> dict[str, Any]:
        """The article in plain lists, strings and numbers, ready for JSON."""
        return {
            "id": self.identifier,
            "headline": self.headline,
            "deck": self.deck,
            "byline": self.byline,
            "dateline": self.dateline,
            "language": self.language,
            "script": self.script,
            "confidence": round(self.confidence, 3),
            "continued_to": self.continued_to,
            "continued_from": self.continued_from,
            "blocks": [
                {
                    "kind": block.kind,
                    "text": block.text,
                    "spans": [list(span) for span in block.spans],
                    "confidence": round(block.confidence, 3),
                    "page": block.page,
                }
                for block in self.blocks
            ],
        }

    def to_markdown(self) -> str:
        r"""The article as Markdown, without the furniture; a headline of several lines is one.

        >>> print(Article((Block("headline", "永康变“轻”了", ((0, 7),)), Block("paragraph", "春下江南。", ((8, 13),)))).to_markdown())
        # 永康变“轻”了
        <BLANKLINE>
        春下江南。
        """
        forms = {
            "headline": "# {}",
            "deck": "*{}*",
            "byline": "*{}*",
            "dateline": "*{}*",
            "subhead": "## {}",
            "caption": "> {}",
            "credit": "> {}",
        }
        printed = [block for block in self.blocks if block.kind != "furniture"]
        parts: list[str] = []
        for kind, run in groupby(printed, key=lambda block: block.kind):
            texts = [block.text for block in run]
            if kind == "headline" and self.headline and _squeezed("".join(texts)) == _squeezed(self.headline):
                texts = [self.headline]
            parts += [forms.get(kind, "{}").format(MARKDOWN.sub(r"\\", text)) for text in texts]
        return "\n\n".join(parts)


def _squeezed(text: str) -> str:
    return "".join(text.split())
