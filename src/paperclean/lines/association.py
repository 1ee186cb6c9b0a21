"""How ill the characters on either side of a Chinese line end go together, and whether the second opens headlines and paragraphs."""

from __future__ import annotations

from functools import cache

from paperclean.lines.chinese import NO_MARK, QUOTED_END
from paperclean.lines.measures import Measures
from paperclean.statistics.han import UNASSOCIATED, han_association

__all__ = ["discontinuity", "dissociation"]

MOST_APART, MOST_TOGETHER = 4.0, 6.0  # evidence of association before it is weighed
MOST_APART_AFTER_END, MOST_TOGETHER_AFTER_END = 1.5, 3.0
# How much rarer (log) than within a sentence the next line's first character opens a headline or a paragraph, beyond what
# newspapers differ by, before it is weighed: 的 and 了 open none.
DIFFERENCE, MOST_RARE = 1.0, 3.0


def dissociation(m: Measures, lines: list[int]) -> list[float]:
    """How ill each of *lines*, by number, is gone on in the next: by its last two characters and that one's first."""
    return _apart(m, lines, _evidence_of_opening(0.0))


def discontinuity(m: Measures, lines: list[int]) -> list[float]:
    """The same, and where no mark ends the line also against one, if that first character hardly opens headlines and paragraphs.

    Headlines below one another open as they do, so it tells of no list.
    """
    return _apart(m, lines, _evidence_of_opening(m.habits.opening))


def _apart(m: Measures, lines: list[int], opening: list[float]) -> list[float]:
    association = han_association()
    row, size = association.index.get, association.size
    table = association.table
    inside, after_end = _evidence_of_association(m.habits.association, m.habits.association_offset)
    digits = row("1", 0)
    texts, firsts, lasts, ends = m.lines.texts, m.lines.firsts, m.lines.lasts, m.ends
    found = []
    for i in lines:
        first, end = row(firsts[i + 1], 0), ends[i]
        byte = 2 * table[row(lasts[i], 0) * size + first] + table[row(texts[i][-2:-1], 0) * size + first]
        if first == digits and byte < 3 * UNASSOCIATED:
            byte = 3 * UNASSOCIATED  # numbers open paragraphs as well
        if end == NO_MARK:
            found.append(inside[byte] + opening[first])
        else:
            found.append((inside if end > QUOTED_END else after_end)[byte])
    return found


@cache
def _evidence_of_association(weight: float, offset: float) -> tuple[list[float], list[float]]:
    """The evidence of a break by association, inside a sentence and after its end.

    Its index is twice the table's byte for the last character and once that for the one before it.
    """
    together = [(byte / 2 - 1.5 * UNASSOCIATED) / 16 for byte in range(3 * 256)]
    return (
        [offset - weight * max(-MOST_APART, min(MOST_TOGETHER, x)) for x in together],
        [-weight * max(-MOST_APART_AFTER_END, min(MOST_TOGETHER_AFTER_END, x)) for x in together],
    )


@cache
def _evidence_of_opening(weight: float) -> list[float]:
    """The evidence of a break by the row of the character that opens the next line."""
    return [weight * max(-MOST_RARE, min(0.0, x + DIFFERENCE)) for x in han_association().opening]
