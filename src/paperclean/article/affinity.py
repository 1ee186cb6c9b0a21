"""How much a headline and a stretch of body text have in common: rare words, weighted.

Chinese has no word breaks; two characters beside each other stand in for words. Latin words are cut to six
letters, so that most inflections fall together. What is rare is counted on the page itself.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, compress
from math import log
from typing import TypeAlias

__all__ = ["Rarity", "Term", "terms"]

Term: TypeAlias = str | int  # a word, or the number of a pair of Han characters

# Han characters by the upper byte of their code; the two of a pair are looked up by one number.
HAN_ROW = bytes(0x34 <= row <= 0x9F for row in range(0x100))
LATIN = r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\ufb00-\ufb06"
FIGURE = rf"(?<=\d)(?<![{LATIN}\d]\d)[\d.,]*[\d%]"
WORD = re.compile(rf"[{LATIN}\d](?:(?<!\d)[{LATIN}\d]+|{FIGURE})")
LONG_WORD = re.compile(rf"[{LATIN}\d](?:(?<!\d)[{LATIN}\d]{{3,}}|{FIGURE})")
STEM = 6  # letters
UNIT = 1 << 32  # weights are whole numbers, so that their sum is the same in whatever order


def terms(text: str) -> list[Term]:
    """The pairs of neighbouring Han characters, the cut Latin words and the figures of *text*, each as often as it stands there.

    >>> len(terms("西北油田")), terms("97% of oilfields")
    (3, ['97%', 'oilfie'])
    """
    if text.isascii():
        return [word[:STEM] for word in LONG_WORD.findall(text.lower())]
    found = _han_pairs(text)
    found += [word[:STEM].lower() for word in (WORD if found else LONG_WORD).findall(text)]
    return found


def _han_pairs(text: str) -> list[Term]:
    """Each pair of neighbouring Han characters, first those that begin at an even place."""
    units = text.encode("utf-16-le", "surrogatepass")
    is_han = units[1::2].translate(HAN_ROW)
    size = len(is_han)
    # A byte for each character, 1 where it and the next one are Han.
    both = (int.from_bytes(is_han, "little") & int.from_bytes(is_han[1:], "little")).to_bytes(size, "little")
    even, odd = array("I", units[: size // 2 * 4]), array("I", units[2 : (size + 1) // 2 * 4 - 2])
    return [*compress(even, both[::2]), *compress(odd, both[1::2])]


class Rarity:
    """The weight of each term of a page: the logarithm of how few of its paragraphs hold it.

    *weights* are those of single terms; *shared* are for each paragraph the terms that another one holds too, *alone* the weight of all its others.
    """

    def __init__(self, paragraphs: Sequence[Sequence[Term]]) -> None:
        held = [set(terms) for terms in paragraphs]
        found: set[Term] = set()
        repeated: set[Term] = set()
        for terms in held:
            repeated |= found & terms
            found |= terms
        self.shared = [repeated & terms for terms in held]
        count = Counter(chain.from_iterable(self.shared))
        by_count = [round(UNIT * log((len(held) + 1) / (n + 0.5))) for n in range(len(held) + 2)]
        self.weights = _Weights(found, by_count[1], by_count[0])
        self.weights.update({term: by_count[n] for term, n in count.items()})
        self.alone = [
            by_count[1] * (len(terms) - len(shared)) for terms, shared in zip(held, self.shared, strict=True)
        ]

    def weight(self, terms: Iterable[Term]) -> int:
        """The sum of the weights of *terms*."""
        return sum(map(self.weights.__getitem__, terms))

    def share(self, terms: set[Term], block: set[Term]) -> float:
        """The share of the weight of *terms* that *block* holds, from 0 to 1."""
        whole = self.weight(terms)
        return self.weight(terms & block) / whole if whole > 0 else 0.0


class _Weights(dict[Term, int]):
    """Of terms that several paragraphs hold; any other term weighs as one that one paragraph holds, or none."""

    def __init__(self, found: set[Term], once: int, unseen: int) -> None:
        super().__init__()
        self._found, self._once, self._unseen = found, once, unseen

    def __missing__(self, term: Term) -> int:
        weight = self[term] = self._once if term in self._found else self._unseen
        return weight
