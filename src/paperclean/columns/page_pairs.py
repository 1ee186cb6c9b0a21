"""How strongly one word calls for the next on a page, by the words inside its lines.

A page repeats itself: names, titles, prices, the phrases of its subject. What stands side by side inside one line goes
on from one line to the next elsewhere, in any language, and words that are common on the page and never neighbours
in a line hardly are across lines.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

__all__ = ["PagePairs"]

IMAGINED = 0.3  # pairs, seen and expected, so that a pair of rare words says little
PHRASE = 1.0  # nats for a triple seen, on either side


class PagePairs:
    """The words of some lines and the pairs and triples of them that stand side by side in a line."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.rows = rows = list(map(str.split, lines))
        self.words = Counter(word for row in rows for word in row)
        self.pairs = Counter(pair for row in rows for pair in pairwise(row))
        self.total = self.words.total()

    @cached_property
    def triples(self) -> set[tuple[str, str, str]]:
        return {triple for row in self.rows for triple in zip(row, row[1:], row[2:], strict=False)}

    def calls(self, last: str, opening: str, *, own: int = 0) -> float:
        """The log odds that *opening* follows *last*, by all the pairs seen but *own* of these."""
        expected = self.words[last] * self.words[opening] / self.total
        return math.log(
            (max(0, self.pairs.get((last, opening), own) - own) + IMAGINED) / (expected + IMAGINED)
        )

    def association(self, first: int, second: int) -> float:
        """The log odds that line *second* follows line *first*, by the words on both sides of the break.

        >>> page = PagePairs(["Das Amt Das Haus", "ein Haus Das Amt", "ein Amt", "Amt und Das"])
        >>> page.association(3, 2) < 0 < page.association(3, 3)
        True
        """
        above, below = self.rows[first], self.rows[second]
        last, opening = above[-1], below[0]
        value = self.calls(last, opening)
        if self.pairs[last, opening]:
            value += PHRASE * ((*above[-2:], opening) in self.triples) + PHRASE * (
                (last, *below[:2]) in self.triples
            )
        return value
