"""How well a headline's words fit the articles that may begin at each paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from paperclean.article.affinity import Rarity, Term

__all__ = ["Fitting"]

# The share of a headline's words in the article's opening, part by part, less those just before it.
LEAD = 11.0
LEAD_PARTS = (1.0, 0.6, 0.4, 0.3, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2)
BEFORE = 6.0
BEFORE_PARTS = 2
LATER_PARTS = 0.15  # what a part after these gives, while the article surely goes on
MOST_PARTS = 30


class Fitting:
    """The paragraphs of a page by the words of its headlines.

    *words* are the paragraphs', *sure* says which of them surely begin an article, *headlines* are the words of
    each display line. What no headline says is not looked at again.
    """

    def __init__(
        self,
        words: Sequence[Sequence[Term]],
        sure: Sequence[bool],
        rarity: Rarity,
        headlines: Iterable[set[Term]],
    ) -> None:
        self.rarity, self.sure = rarity, sure
        self._last_sure = list(accumulate((j if is_sure else 0 for j, is_sure in enumerate(sure)), max))
        # For each paragraph the next one that begins another article.
        self.next_sure = [len(sure)] * len(sure)
        for j in range(len(sure) - 2, -1, -1):
            self.next_sure[j] = j + 1 if sure[j + 1] else self.next_sure[j + 1]
        said: set[Term] = set().union(*headlines)
        self._holders: dict[Term, list[int]] = {}
        for k, held in enumerate(words):
            for word in said.intersection(held):
                self._holders.setdefault(word, []).append(k)

    def fits(self, words: set[Term], low: int, high: int) -> dict[int, float]:
        """For the paragraphs from *low* up to *high* how well *words* fit an article that begins there, if at all."""
        whole = self.rarity.weight(words)
        if whole <= 0:
            return {}
        weights = _BitWeights()
        held: dict[int, int] = {}  # which of the words a paragraph has, as the bits of a number
        bit = 1
        first, end = low - BEFORE_PARTS, high + MOST_PARTS
        for word in words & self._holders.keys():
            holders = self._holders[word]
            weights[bit] = self.rarity.weights[word]
            if holders[0] < first or holders[-1] >= end:
                holders = holders[bisect_left(holders, first) : bisect_left(holders, end)]
            for k in holders:
                held[k] = held.get(k, 0) | bit
            bit <<= 1
        hits = sorted(held)
        fits: dict[int, float] = {}
        for j in self._reached(hits, low, high):
            lead = away = 0.0
            sure = self.sure[j]
            end = min(j + (MOST_PARTS if sure else len(LEAD_PARTS)), self.next_sure[j])
            seen = 0
            for at in range(bisect_left(hits, j), len(hits)):
                k = hits[at]
                if k >= end:
                    break
                if new := held[k] & ~seen:
                    lead += weights[new] * (LEAD_PARTS[k - j] if k - j < len(LEAD_PARTS) else LATER_PARTS)
                    seen |= new
            if not sure and (above := held.get(j - 1, 0) | held.get(j - 2, 0)):
                away = weights[above]
            fits[j] = (LEAD * lead - BEFORE * away) / whole
        return fits

    def _reached(self, hits: Iterable[int], low: int, high: int) -> set[int]:
        """The paragraphs of whose articles a hit may be a part, or before which it stands."""
        reached: set[int] = set()
        for k in hits:
            sure = self._last_sure[k]
            reached.update(range(max(sure, k - len(LEAD_PARTS) + 1), k + BEFORE_PARTS + 1))
            if sure > k - MOST_PARTS:
                reached.add(sure)
        return {j for j in reached if low <= j < high}


class _BitWeights(dict[int, int]):
    """The weight of any of some words together, each a bit; it begins with those of single ones."""

    def __missing__(self, words: int) -> int:
        rest, weight = words, 0
        while rest:
            bit = rest & -rest
            weight += self[bit]
            rest ^= bit
        self[words] = weight
        return weight
