"""How much a headline and a stretch of body text have in common: rare words, weighted.

Chinese has no word breaks; two characters beside each other stand in for words. Latin words are cut to six
letters, so that most inflections fall together. What is rare is counted on the page itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import log
from operator import add

import regex

__all__ = ["Rarity", "terms"]

HAN_RUN = regex.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
LATIN_WORD = regex.compile(r"[\p{Latin}][\p{Latin}\d]+|\d[\d.,]*[\d%]")
STEM = 6  # letters


def terms(text: str) -> set[str]:
    """The pairs of neighbouring Han characters, the cut Latin words and the figures of *text*.

    >>> sorted(terms("西北油田 97%")), sorted(terms("of oilfields"))
    (['97%', '北油', '油田', '西北'], ['oilfie'])
    """
    found: set[str] = set()
    for run in HAN_RUN.findall(text):
        found.update(map(add, run, run[1:]))
    if not text.isascii() and found:
        found.update(word[:STEM].lower() for word in LATIN_WORD.findall(text) if len(word) > 1)
    else:
        found.update(
            word[:STEM].lower() for word in LATIN_WORD.findall(text) if len(word) > 3 or word[0].isdigit()
        )
    return found


class Rarity:
    """The weight of each term of a page: the logarithm of how few of its blocks hold it."""

    def __init__(self, blocks: Sequence[set[str]]) -> None:
        count = Counter(chain.from_iterable(blocks))
        whole = len(blocks) + 1
        most = max(count.values(), default=0)
        by_count = [log(whole / (n + 0.5)) for n in range(most + 1)]
        self._weights = _Weights({word: by_count[n] for word, n in count.items()})
        self._weights.unseen = by_count[0]

    def weight(self, words: Iterable[str]) -> float:
        """The sum of the weights of *words*."""
        return sum(map(self._weights.__getitem__, words))

    def share(self, words: set[str], block: set[str]) -> float:
        """The share of the weight of *words* that *block* holds, from 0 to 1."""
        whole = self.weight(words)
        return self.weight(words & block) / whole if whole > 0 else 0.0


class _Weights(dict[str, float]):
    unseen = 0.0

    def __missing__(self, word: str) -> float:
        return self.unseen
