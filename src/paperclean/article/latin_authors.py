"""Names alone as bylines of Latin print: `JOHN SMITH`, `Jean Dupont, à Rome`. Subheads and lines of headlines look like them.

What they are is told by their place, between a headline and its text or behind the text, and by the page, which says the
words of its headlines and seldom the names of those who wrote it: one of the words at least where names stand in most places, else none.
"""

from __future__ import annotations

from collections.abc import Sequence

from paperclean.article.affinity import Term, terms
from paperclean.article.latin_heads import goes_on_in
from paperclean.article.measures import Measured
from paperclean.lines.latin_bylines import is_role, name_alone
from paperclean.scripts import FIRST_HAN

__all__ = ["name_authors"]

BESIDE = frozenset({"display", "paragraph"})
HABIT = 0.5  # share of the headlines that stand above a text, below which names stand
PASSED_OVER = frozenset({"furniture", "caption", "credit", "jump"})


def name_authors(blocks: Sequence[Measured]) -> None:
    """Make bylines of displays that are names alone."""
    names = {
        at: name
        for at, block in enumerate(blocks)
        if block.kind == "display" and block.text < FIRST_HAN and (name := name_alone(block.text))
    }
    for at in names:
        if at + 1 < len(blocks) and is_role(blocks[at + 1].text):
            blocks[at].kind = "byline"
    places = {at: place for at in names if blocks[at].kind == "display" and (place := _place(blocks, at))}
    if not places:
        return
    said: set[Term] = set().union(
        *(block.words for at, block in enumerate(blocks) if at not in places and block.kind in BESIDE)
    )
    unsaid = {at: terms(names[at]) - said for at in places}
    for place in ("above", "behind"):
        there = [at for at in places if places[at] == place and unsaid[at]]
        sure = [at for at in there if said.isdisjoint(terms(names[at]))]
        habit = len(sure) > 1 and len(sure) >= HABIT * sum(
            1 for at, block in enumerate(blocks) if block.kind == "display" and _place(blocks, at) == place
        )
        for at in there if habit else sure:
            if habit or (place == "above" and not goes_on_in(blocks[at - 1], blocks[at])):
                blocks[at].kind = "byline"


def _place(blocks: Sequence[Measured], at: int) -> str:
    """Where a display line stands: `above` a text and below its headline, `behind` a text and before a headline, or neither."""
    before = _beside(blocks, at, -1)
    after = _beside(blocks, at, 1)
    if before == "display" and after == "paragraph":
        return "above"
    return "behind" if before == "paragraph" and after in {"display", ""} else ""


def _beside(blocks: Sequence[Measured], at: int, step: int) -> str:
    """The kind of the next block that is neither a picture's nor the page's; nothing at its edge."""
    at += step
    while 0 <= at < len(blocks) and blocks[at].kind in PASSED_OVER:
        at += step
    return blocks[at].kind if 0 <= at < len(blocks) else ""
