"""Which white space before lines is an indent.

Such as goes beyond the page's margin, which may slant, but not that of lines that go on, as below a first line that hangs out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from paperclean.scripts import SENTENCE_ENDS

__all__ = ["indents"]

# Lines before and after in which one begins at the margin. The share of lines at a margin of blanks that come after no
# sentence's end, at least: in a text of paragraphs on one line each, all indented, hardly any does.
NEAR = 8
LEAST_INSIDE = 0.5
# Share of the lines as far in as each other that open with a small letter, at most, where that is an indent, and no blank as
# exports put now and then.
MOST_SMALL = 0.2
LEAST_HANGING = 3  # first lines that hang out
WIDE = "\u3000"  # an ideographic space


def indents(texts: list[str], lasts: str, blanks: list[str]) -> list[bool]:
    """Which of the lines *texts*, with their last characters and the *blanks* before them, open a paragraph as their indent tells.

    >>> texts = ["BAKER wanted;", "must be able", "to rise early.", "COOK, plain;", "no washing.", "LAD for the", "shop."]
    >>> indents(texts, ";e.;.e.", ["", "  ", "  ", "", "  ", "", "  "])
    [True, False, False, True, False, True, False]
    """
    depths = [len(blank.expandtabs()) + blank.count(WIDE) if blank else 0 for blank in blanks]
    small = [text[0].islower() for text in texts]
    if not any(WIDE in blank for blank in blanks):  # those are printed
        depths = _beyond_margin(depths, lasts)
    within = {*_set_in(depths, small)}
    found = [depth > 0 and i not in within for i, depth in enumerate(depths)]
    hanging = [i for i in range(len(texts) - 1) if not depths[i] and i + 1 in within]
    if len(hanging) >= LEAST_HANGING:
        for i in (*hanging, *(i + 1 for i in within)):
            if i < len(texts) and not depths[i]:
                found[i] = True
    return found


def _beyond_margin(depths: list[int], lasts: str) -> list[int]:
    """By how much the lines begin further in than the margin, if one of blanks is before the lines that go on too."""
    size = len(depths)
    margins = [min(depths[max(0, i - NEAR) : i + NEAR + 1]) for i in range(size)]
    behind = [i for i in range(1, size) if depths[i] == margins[i] > 0]
    if sum([lasts[i - 1] not in SENTENCE_ENDS for i in behind]) <= LEAST_INSIDE * len(behind):
        return depths
    return [depth - margin for depth, margin in zip(depths, margins, strict=True)]


def _set_in(depths: list[int], small: list[bool]) -> Iterator[int]:
    """The lines further in than the margin that go on as those around them do, below a first line that hangs out or in a quotation."""
    by_depth: dict[int, tuple[list[int], list[int]]] = {}
    for depth, run in groupby(range(len(depths)), depths.__getitem__):
        if depth:
            numbers = [*run]
            goes_on = sum([small[i] for i in numbers]) > MOST_SMALL * len(numbers)
            by_depth.setdefault(depth, ([], []))[goes_on].extend(numbers)
    for others, going_on in by_depth.values():
        yield from going_on
        most_small = max(1, MOST_SMALL * len(others))
        if MOST_SMALL * len(going_on) >= len(others) or sum([small[i] for i in others]) > most_small:
            yield from others
