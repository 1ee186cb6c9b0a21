"""Which article a byline belongs to: the one it stands before, or the one it closes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

import regex

from paperclean.article.measures import Measured
from paperclean.article.neighbours import kind_beside
from paperclean.article.signs import byline_form

__all__ = ["byline_owners", "opening_bylines"]

# What speaks for a byline's standing before its article: less than one that has no article behind it takes away.
VOTES = {"bracketed": -0.5, "role": 0.2, "plain": 1.2, "marked": 1.2}
ROLE = regex.compile(r"[记記]者|通[讯訊][员員]")
# How sure a byline's article is, and that of one which its place would make another article's second byline.
SURE, IN_DOUBT = 0.95, 0.6


def opening_bylines(blocks: Sequence[Measured]) -> set[int]:
    """The bylines that stand before their article. Where the place leaves it open, the page's habit decides."""
    opening: set[int] = set()
    in_doubt: list[int] = []
    shown: dict[str, float] = dict.fromkeys(VOTES, 0.0)
    forms = {at: _form(block.text) for at, block in enumerate(blocks) if block.kind == "byline"}
    # A name and what its bearer is may stand on a line each.
    firsts = [at for at, form in forms.items() if forms.get(at - 1) != form]
    lasts = [at for at, form in forms.items() if forms.get(at + 1) != form]
    places = dict(zip(firsts, lasts, strict=True))
    for at, last in places.items():
        form = forms[at]
        before, after = kind_beside(blocks, at, -1), kind_beside(blocks, last, 1)
        if after == "paragraph" and before != "paragraph":
            opening.add(at)
            shown[form] += 1.0
        elif before == "paragraph" and after != "paragraph":
            shown[form] -= 1.0
        else:
            in_doubt.append(at)
    for at in in_doubt:
        place = bisect_left(firsts, at)
        named = place > 0 and firsts[place - 1] in opening  # the article before has its byline
        if (
            named
            or kind_beside(blocks, at, -1) != "paragraph"
            or VOTES[forms[at]] + shown[forms[at]] + sum(shown.values()) > 0
        ):
            opening.add(at)
    return {at for first in opening for at in range(first, places[first] + 1)}


def _form(byline: str) -> str:
    """The form of a byline; one in brackets that names a role (`（记者 王丰）`) has a habit of its own."""
    form = byline_form(byline) or "plain"
    return "role" if form == "bracketed" and ROLE.search(byline) else form


def byline_owners(
    blocks: Sequence[Measured], opening: set[int], gaps: Sequence[int], article_of: Callable[[int], int]
) -> dict[int, tuple[int, float]]:
    """For each byline its article and how sure that is; *article_of* tells which one has a paragraph, by its number.

    One that stands behind an article with a byline before it is no second one of that article: it is the next one's, whose
    headline or picture stands between.
    """
    bylines = [at for at, block in enumerate(blocks) if block.kind == "byline"]
    owners = {at: article_of(gaps[at] if at in opening else gaps[at] - 1) for at in bylines}
    named = set(owners.values())
    opened = {owners[at] for at in opening}
    found: dict[int, tuple[int, float]] = {}
    for at, number in owners.items():
        following = article_of(gaps[at])
        moves = at not in opening and number in opened and following not in named
        found[at] = (following, IN_DOUBT) if moves else (number, SURE)
    return found
