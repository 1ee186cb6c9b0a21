"""How much a headline and a stretch of body text have in common: rare words, weighted.

Chinese has no word breaks; two characters beside each other stand in for words. Latin words are cut to six
letters, so that most inflections fall together. What is rare is counted on the page itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import fsum, log
from operator import add

__all__ = ["Rarity", "terms"]

HAN_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
LATIN = r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\ufb00-\ufb06"
LATIN_WORD = re.compile(rf"[{LATIN}\d](?:(?<=\d)[\d.,]*[\d%]|(?<!\d)[{LATIN}\d]+)")
STEM = 6  # letters


def terms(text: str) -> set[str]:
    """The pairs of neighbouring Han characters, the cut Latin words and the figures of *text*.

    >>> sorted(terms("西北油田 97%")), sorted(terms("of oilfields"))
    (['97%', '北油', '油田', '西北'], ['oilfie'])
    """
    found: set[str] = set()
    if not text.isascii():
        found.update(*[map(add, run, run[1:]) for run in HAN_RUN.findall(text)])
    if found:
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
        by_count = [log(whole / (n + 0.5)) for n in range(max(count.values(), default=0) + 2)]
        self.once = by_count[1]  # the weight of a word that one block holds
        self.repeated = {word for word, n in count.items() if n > 1}
        self._weights = _Weights(by_count[0])
        self._weights.update(dict.fromkeys(count, self.once))
        self._weights.update({word: by_count[count[word]] for word in self.repeated})

    def weight(self, words: Iterable[str]) -> float:
        """The sum of the weights of *words*, whatever order they come in: a set has another in every run."""
        return fsum(map(self._weights.__getitem__, words))

    def share(self, words: set[str], block: set[str]) -> float:
        """The share of the weight of *words* that *block* holds, from 0 to 1."""
        whole = self.weight(words)
        return self.weight(words & block) / whole if whole > 0 else 0.0


class _Weights(dict[str, float]):
    def __init__(self, unseen: float) -> None:
        super().__init__()
        self._unseen = unseen

    def __missing__(self, word: str) -> float:
        return self._unseen
