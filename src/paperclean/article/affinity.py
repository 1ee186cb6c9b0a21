"""How much a headline and a stretch of body text have in common: rare words, weighted.

Chinese has no word breaks; two characters beside each other stand in for words. Latin words are cut to six
letters, so that most inflections fall together. What is rare is counted on the page itself.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import compress
from math import log
from typing import TypeAlias

from paperclean.statistics.han import han_association

__all__ = ["Rarity", "Term", "Terms", "belong_together", "terms"]

Term: TypeAlias = str | int  # a word, or the number of a pair of Han characters

# Han characters by the upper byte of their code; the two of a pair are looked up by one number.
HAN_ROW = bytes(0x34 <= row <= 0x9F for row in range(0x100))
LATIN = r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\ufb00-\ufb06"
DIGIT = "0-9０-９"  # a class like \d takes twice as long
FIGURE = rf"(?<=[{DIGIT}])(?<![{LATIN}{DIGIT}][{DIGIT}])[{DIGIT}.,]*[{DIGIT}%]"
WORD = re.compile(rf"[{LATIN}{DIGIT}](?:(?<![{DIGIT}])[{LATIN}{DIGIT}]+|{FIGURE})")
LONG_WORD = re.compile(rf"[{LATIN}{DIGIT}](?:(?<![{DIGIT}])[{LATIN}{DIGIT}]{{3,}}|{FIGURE})")
STEM = 6  # letters
PAGE = 10_000  # characters; a page has up to so many on either side of a line
BEYOND = re.compile("[\U00010000-\U0010ffff]")
# Nats by which two Han characters stand together oftener than by chance: of those on either side of a blank in headlines of
# news, one pair in thirty does, of those inside their clauses half.
TOGETHER = 2.0
UNIT = 1 << 32  # weights are whole numbers, so that their sum is the same in whatever order


class Terms:
    """The terms of any stretch of *text*, which is encoded when the first one is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _pairs(self) -> tuple[list[int], bytes]:
        """At each character the number of the pair that begins there, and whether both are Han characters; nothing where none are."""
        text = self._text
        units = text.encode("utf-16-le", "surrogatepass")
        if len(units) > 2 * len(text):  # a character beyond U+FFFF takes two units, and is in no pair
            units = BEYOND.sub("\ufffd", text).encode("utf-16-le", "surrogatepass")
        low, high = units[::2], units[1::2]
        size = len(text)
        is_han = high.translate(HAN_ROW)
        both = int.from_bytes(is_han, "little") & int.from_bytes(is_han[1:], "little")
        if not both:
            return [], b""
        numbers = bytearray(4 * size)
        # The lower bytes first: sets look at the end of a number, where that of one character alone is the same for many pairs.
        numbers[::4], numbers[2::4] = low, high
        numbers[1:-4:4], numbers[3:-4:4] = low[1:], high[1:]
        return array("I", numbers).tolist(), both.to_bytes(size, "little")

    def within(self, start: int, end: int) -> set[Term]:
        """The terms of `text[start:end]`: pairs of neighbouring Han characters, cut Latin words, figures.

        >>> len(Terms("西北油田").within(0, 4)), sorted(Terms("97% of oilfields").within(0, 16))
        (3, ['97%', 'oilfie'])
        """
        text = self._text[start:end]
        if text.isascii():
            return {word[:STEM] for word in LONG_WORD.findall(text.lower())}
        numbers, both = self._pairs
        found: set[Term] = set(compress(numbers[start : end - 1], both[start : end - 1]))
        if words := (WORD if found else LONG_WORD).findall(text):
            found.update([word[:STEM].lower() for word in words])
        return found

    def says(self, words: str, near: int) -> bool:
        """Whether *words* stand together somewhere on the page of which *near* is a place."""
        return self._text.find(words, max(0, near - PAGE), near + PAGE) >= 0

    def repeats(self, line: str, near: int) -> bool:
        """Whether *line* stands on a line of its own more than once on the page of which *near* is a place."""
        return self._text.count(f"\n{line}\n", max(0, near - PAGE), near + PAGE) > 1


def belong_together(last: str, first: str) -> bool:
    """Whether two Han characters make a word rather than meet where one clause ends and the next begins.

    >>> belong_together("支", "持"), belong_together("型", "助")
    (True, False)
    """
    return han_association().pmi(last, first) > TOGETHER


def terms(text: str) -> set[Term]:
    """The terms of the whole of *text*."""
    return Terms(text).within(0, len(text))


class Rarity:
    """How few of a page's paragraphs hold each term, of which *held* are the sets: the logarithm is its weight.

    *by_count* is what a term weighs that none, one, two … of them hold. *holders* are, of each term that several
    hold, their numbers; *alone* the weight of all the others that each paragraph holds.
    """

    def __init__(self, held: Sequence[set[Term]]) -> None:
        found: set[Term] = set()
        repeated: set[Term] = set()
        for terms in held:
            repeated |= found & terms
            found |= terms
        size = len(held)
        self.by_count = [round(UNIT * log((size + 1) / (n + 0.5))) for n in range(max(2, size + 1))]
        once = self.by_count[1]
        self.holders: dict[Term, list[int]] = {term: [] for term in repeated}
        self.alone: list[int] = []
        holders = self.holders
        for number, terms in enumerate(held):
            shared = repeated & terms
            self.alone.append(once * (len(terms) - len(shared)))
            for term in shared:
                holders[term].append(number)

    def weight(self, terms: Iterable[Term]) -> int:
        """The sum of the weights of *terms*, each of which a paragraph holds."""
        holders, by_count = self.holders, self.by_count
        return sum([by_count[len(holders[term]) if term in holders else 1] for term in terms])

    def share(self, terms: set[Term], block: set[Term]) -> float:
        """The share of the weight of *terms* that *block* holds, from 0 to 1."""
        whole = self.weight(terms)
        return self.weight(terms & block) / whole if whole > 0 else 0.0
