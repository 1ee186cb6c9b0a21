"""How well a headline's words fit the articles that may begin at each paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from paperclean.article.affinity import Term

__all__ = ["Fitting"]

# The share of a headline's words in the article's opening, part by part, less those just before it.
LEAD = 11.0
LEAD_PARTS = (20, 12, 8, 6, 6, 4, 4, 4, 4, 4)  # twentieths; whole, so that no sum hangs on its order
DOUBT = 1  # word of every headline, as rare as a word can be, that no text holds: a single word in common says less
BEFORE = 6.0
BEFORE_PARTS = 2
LATER_PARTS = 3  # what a part after these gives, while the article surely goes on
MOST_PARTS = 30


class Fitting:
    """The paragraphs of a page by the words of its headlines.

    *words* are the paragraphs', *sure* says which of them surely begin an article (the first one does),
    *rarity* what a word weighs that none, one, two … of them hold, *headlines* are the words of each display
    line. What no headline says is not looked at again.
    """

    def __init__(
        self,
        words: Sequence[set[Term]],
        sure: Sequence[bool],
        rarity: Sequence[int],
        headlines: Iterable[set[Term]],
    ) -> None:
        self._sure = sure
        self._last_sure = list(accumulate((j if is_sure else 0 for j, is_sure in enumerate(sure)), max))
        # For each paragraph the next one that begins another article.
        self.next_sure = [len(sure)] * len(sure)
        for j in range(len(sure) - 2, -1, -1):
            self.next_sure[j] = j + 1 if sure[j + 1] else self.next_sure[j + 1]
        self._rarity = rarity
        said: set[Term] = set().union(*headlines)
        held: dict[Term, list[int]] = {word: [] for word in said}
        for k, terms in enumerate(words):
            for word in said & terms:
                held[word].append(k)
        self._holders = {word: tuple(holders) for word, holders in held.items()}

    def fits(self, words: set[Term], low: int, high: int) -> list[float]:
        """For each paragraph from *low* up to *high* how well *words* fit an article that begins there."""
        together: dict[tuple[int, ...], int] = {}  # the weight of the words that the same paragraphs hold
        for holders in map(self._holders.__getitem__, words):
            together[holders] = together.get(holders, 0) + self._rarity[len(holders)]
        whole = sum(together.values())
        lead, away = [0] * (high - low), [0] * (high - low)
        first, end = low - BEFORE_PARTS, high + MOST_PARTS
        last_sure, parts = self._last_sure, len(LEAD_PARTS)
        for holders, weight in together.items():
            before = -1 - BEFORE_PARTS  # where they stood last
            for k in holders[bisect_left(holders, first) : bisect_left(holders, end)]:
                # The articles whose part it may be, and that do not say the words earlier.
                sure = last_sure[k]
                for j in range(max(before + 1, sure, k - parts + 1, low), min(k + 1, high)):
                    lead[j - low] += weight * LEAD_PARTS[k - j]
                if before < sure and k - MOST_PARTS < sure <= k - parts and low <= sure < high:
                    lead[sure - low] += weight * LATER_PARTS
                # Those that it stands before.
                for j in range(max(before + BEFORE_PARTS, k) + 1, k + BEFORE_PARTS + 1):
                    if low <= j < high and not self._sure[j]:
                        away[j - low] += weight
                before = k
        if whole <= 0:
            return [0.0] * (high - low)
        whole += DOUBT * self._rarity[1]
        return [(LEAD / LEAD_PARTS[0] * a - BEFORE * b) / whole for a, b in zip(lead, away, strict=True)]
