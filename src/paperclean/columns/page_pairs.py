"""How strongly one word calls for the next on a page, by the words inside its lines.

A page repeats itself: names, titles, prices, the phrases of its subject. What stands side by side inside one line goes
on from one line to the next elsewhere, in any language, and words that are common on the page and never neighbours
in a line hardly are across lines.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["PagePairs"]

IMAGINED = 0.3  # pairs, seen and expected, so that a pair of rare words says little


class PagePairs:
    """The words of some lines and the pairs of them that stand side by side in a line."""

    def __init__(self, lines: Sequence[str]) -> None:
        rows = list(map(str.split, lines))
        self.words = Counter(word for row in rows for word in row)
        self.pairs = Counter(pair for row in rows for pair in pairwise(row))
        self.total = self.words.total()

    def association(self, first: str, second: str) -> float:
        """The log odds that *second* follows *first*, two words of the page, as against standing there by chance.

        >>> page = PagePairs(["Das Amt Das Haus", "ein Haus Das Amt", "ein Amt"])
        >>> page.association("Das", "Amt") > 0 > page.association("Amt", "Amt")
        True
        """
        expected = self.words[first] * self.words[second] / self.total
        return math.log((self.pairs[first, second] + IMAGINED) / (expected + IMAGINED))
