"""How well one line goes on after another in Latin script: by words, hyphens and widths."""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from functools import cached_property, lru_cache
from itertools import repeat
from operator import getitem

import regex

from paperclean.columns.chains import ARTICLES, Line
from paperclean.columns.page_pairs import PagePairs
from paperclean.columns.topics import topics
from paperclean.statistics.vocabulary import vocabulary
from paperclean.statistics.words import (
    HYPHENATED,
    HYPHENS,
    OLD_LETTERS,
    STOPS,
    WRAPPING,
    WordAssociation,
    joint_letters,
    left_classes,
    right_classes,
    whole_word,
    word_association,
)

__all__ = ["ENDS_SENTENCE", "LatinLinks", "divided_word"]

LAG_CLIP = 4.0  # nats; one odd pair must not decide a test of means
VOCABULARY_WORD = regex.compile(r"\p{L}{3,}")
TOPIC_WORD = regex.compile(r"\p{L}{5,}")
ENDS_SENTENCE = regex.compile(r"[.!?:][\"”»'’)]*$")
NUMBERED = regex.compile(r"\d\S*$")  # results, prices, entries of a list
# Weights fitted to real pages as a choice among the chains that are going on, in nats.
# A cut word made whole is on the page, in the vocabulary or in neither.
PAGE_WORD, KNOWN_WORD, UNKNOWN_WORD = 2.8, 1.8, -1.4
JOINT = 0.7  # of the letters on both sides of its hyphen
REMNANT = 0.8  # more where it ends with a small word that is in no vocabulary
WIDTH_WEIGHT = 0.8
LEAST_SMALL = 0.15  # share of the lines of prose that open with a small letter
ENDED, NOT_ENDED = 0.7, -0.5  # nats for the end of a column after a full stop
BOTH_NUMBERED, ONE_NUMBERED = 0.7, -0.5


@lru_cache(maxsize=1 << 12)
def opening_letters(two: str) -> str:
    """The two letters after a hyphen, from the first *two* signs of a word."""
    return joint_letters("", two)


def divided_word(
    stump: str, rest: str, table: WordAssociation, of_page: Container[str], known: Container[str]
) -> float:
    """How likely *stump* with its hyphen and *rest* are one word, in nats: one *of_page*, or one *known* in its language."""
    value = JOINT * table.joint(joint_letters(stump, rest))
    whole = whole_word(stump, rest)
    if whole in of_page:
        return value + PAGE_WORD
    if whole in known:
        return value + KNOWN_WORD
    return value + UNKNOWN_WORD if rest[0].islower() else value


class LatinLinks:
    """Links by the association of the last word with the next line's first, and by line width."""

    def __init__(self, lines: Sequence[str], language: str | None) -> None:
        self.table = table = word_association(language)
        self.last = [line.rsplit(None, 1)[-1] for line in lines]
        self.first = [line.split(None, 1)[0] for line in lines]
        self.left = list(map(left_classes, self.last, repeat(table.common)))
        self.right = list(map(right_classes, self.first, repeat(table.common)))
        self.following = [table.following(left) for left in self.left]
        self.hyphenated = [left[1] == HYPHENATED for left in self.left]
        self.stumps = [
            (i, joint_letters(last, ""))
            for i, (last, divided) in enumerate(zip(self.last, self.hyphenated, strict=True))
            if divided
        ]
        self._lines = lines
        self._words = vocabulary(language)

    def lag(self, lag: int) -> list[float]:
        values = list(map(getitem, self.following, self.right[lag:]))
        joints, unseen = self.table.joints.get, self.table.joint("")
        first, size = self.first, len(values)
        for i, stump in self.stumps:
            if i >= size:
                break
            value = values[i] + joints(stump + opening_letters(first[i + lag][:2]), unseen)
            values[i] = LAG_CLIP if value > LAG_CLIP else max(value, -LAG_CLIP)
        return values

    def remembered(self, start: int, end: int) -> list[Line]:
        lines = self._lines[start:end]
        words = [{word[:6] for word in TOPIC_WORD.findall(line.lower())} for line in lines]
        return [
            Line(topic, width, ends is not None)
            for topic, width, ends in zip(
                topics(words), self.widths[start:end], map(ENDS_SENTENCE.search, lines), strict=True
            )
        ]

    def column_begins(self, start: int, end: int) -> list[float]:
        after_stop = self.table.following(self.table.left_class("Ende."))
        return [
            math.log(1 - ARTICLES + ARTICLES * math.exp(after_stop[right])) for right in self.right[start:end]
        ]

    def column_ends(self, start: int, end: int) -> list[float]:
        return [ENDED if ENDS_SENTENCE.search(line) else NOT_ENDED for line in self._lines[start:end]]

    def is_running(self, start: int, end: int) -> bool:
        """Rows and verses open with capitals and numbers, the lines of prose mostly inside a sentence."""
        small = sum(word[0].islower() for word in self.first[start:end])
        return small >= LEAST_SMALL * (end - start)

    @cached_property
    def vocabulary(self) -> set[str]:
        """The words of the lines."""
        return {
            word
            for line in self._lines
            for word in VOCABULARY_WORD.findall(line.translate(OLD_LETTERS).lower())
        }

    @cached_property
    def page_pairs(self) -> PagePairs:
        return PagePairs(self._lines)

    @cached_property
    def remnant(self) -> list[bool]:
        """Whether each line opens with small letters that are no known word."""
        if not self._words:
            return [False] * len(self.first)
        bare = (word.strip(WRAPPING + STOPS + HYPHENS).translate(OLD_LETTERS) for word in self.first)
        return [word[:1].islower() and word.lower() not in self._words for word in bare]

    @cached_property
    def widths(self) -> list[int]:
        return list(map(len, self._lines))

    @cached_property
    def numbered(self) -> list[bool]:
        """Whether each line ends in a number."""
        return [NUMBERED.search(line) is not None for line in self._lines]

    def link(self, first: int, second: int) -> float:
        value = self.table.between(self.left[first], self.right[second])
        if self.hyphenated[first]:
            stump, rest = self.last[first], self.first[second]
            value += divided_word(stump, rest, self.table, self.vocabulary, self._words)
            if self.remnant[second]:
                value += REMNANT
        else:
            value += self.page_pairs.association(first, second)
        one, other = self.widths[first], self.widths[second]
        value -= WIDTH_WEIGHT * min(2.0, 2 * abs(one - other) / max(20, one + other))
        if self.numbered[second]:
            value += BOTH_NUMBERED if self.numbered[first] else ONE_NUMBERED
        elif self.numbered[first]:
            value += ONE_NUMBERED
        return value
