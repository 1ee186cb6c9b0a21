"""How deep the indents were that the first lines of Latin paragraphs lost: an em, or what old German columns have."""

from __future__ import annotations

from functools import cache

from paperclean.lines.column_widths import Column
from paperclean.lines.fits import STEP, scaled, short_first
from paperclean.lines.habits import LATIN, LATIN_OF_EMS, Habits
from paperclean.lines.latin import LOWER_CASE
from paperclean.lines.measures import Measures

__all__ = ["habits_of_indents"]

SHORT = 0.8  # of the column's width; what follows a line shorter than this opens a paragraph, if it is no shorter itself
LOST = 0.75  # share of such lines that lost an indent, where any did
DEEPEST = 7.0  # units that a line is short by; more is no indent
# Evidence that must speak for an em. With less, German pages are taken for such by a few lines: paragraphs exactly right .794 with
# 2, .800 with 4, .796 without.
LEAST = 4.0


def habits_of_indents(m: Measures, columns: list[Column]) -> Habits:
    """The habits of a text of Latin script whose indents are as deep as those that *columns* have lost."""
    widths, openings = m.widths, m.openings
    evidence = 0.0
    for start, end, full, _ in columns:
        short = SHORT * full
        first = max(1, start)
        for i, before in enumerate(widths[first - 1 : end - 1], first):
            if before < short < widths[i] and openings[i] != LOWER_CASE:
                evidence += _evidence_of_em(int(scaled(LATIN, full - widths[i], full) / STEP + 0.5))
    return LATIN_OF_EMS if evidence > LEAST else LATIN


@cache
def _evidence_of_em(steps: int) -> float:
    """Evidence that the indents are an em deep, by a first line that is *steps* of half a unit short."""
    short = steps * STEP
    if short >= DEEPEST:
        return 0.0
    return short_first(LATIN_OF_EMS, short, LOST) - short_first(LATIN, short, LOST)
