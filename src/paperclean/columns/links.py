"""How well one line of a page goes on after another: what decides which lines are of one column."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from operator import getitem
from typing import Protocol

import regex

from paperclean.columns.chains import Line
from paperclean.statistics.han import NATS, han_association
from paperclean.statistics.words import (
    HYPHENATED,
    HYPHENS,
    OLD_LETTERS,
    STOPS,
    WRAPPING,
    joint_letters,
    word_association,
)
from paperclean.survey import HAN_RUN

__all__ = ["HanLinks", "LatinLinks", "Links", "links"]

LAG_CLIP = 4.0  # nats; one odd pair must not decide a test of means


class Links(Protocol):
    """The lines of a text and how well each goes on after each other."""

    def lag(self, lag: int) -> list[float]:
        """For each line its association with the line *lag* lines below, from text alone."""

    def link(self, first: int, second: int) -> float:
        """The log odds that line *second* goes on after line *first*, widths and roles considered."""

    def is_running(self, start: int, end: int) -> bool:
        """Whether the lines from *start* up to *end* are broken prose, not the rows of a list."""

    def remembered(self, start: int, end: int) -> list[Line]:
        """What a chain remembers of each of the lines from *start* up to *end*."""


def links(lines: Sequence[str], language: str | None) -> Links:
    """The links of *lines* (none empty) in *language*."""
    return HanLinks(lines) if language == "zh" else LatinLinks(lines, language)


def topics(features: Sequence[set[str]]) -> list[int]:
    """For each line the features it shares with a few others, a bit a feature."""
    counted = Counter(feature for line in features for feature in line)
    most = max(3, min(MOST_MENTIONS, round(COMMON_SHARE * len(features))))
    shared = (feature for feature, n in counted.items() if 2 <= n <= most)
    bits = {feature: 1 << i % TOPIC_BITS for i, feature in enumerate(shared)}
    out = []
    for line in features:
        topic = 0
        for feature in line:
            topic |= bits.get(feature, 0)
        out.append(topic)
    return out


COMMON_SHARE = 0.04  # a word on more of the lines says nothing of their subject
MOST_MENTIONS = 24
TOPIC_BITS = 2_048  # of a longer text several words share a bit

# ---- Latin script

VOCABULARY_WORD = regex.compile(r"\p{L}{3,}")
TOPIC_WORD = regex.compile(r"\p{L}{5,}")
ENDS_SENTENCE = regex.compile(r"[.!?:][\"”»]*$")
NUMBERED = regex.compile(r"\d\S*$")  # results, prices, entries of a list
# Weights fitted to real pages as a choice among the chains that are going on, in nats.
KNOWN_WORD, UNKNOWN_WORD = 2.4, -0.3  # nats for a word made whole that stands elsewhere on the page, or not
WIDTH_WEIGHT = 0.8
LEAST_SMALL = 0.15  # share of the lines of prose that open with a small letter
BOTH_NUMBERED, ONE_NUMBERED = 0.7, -0.5


class LatinLinks:
    """Links by the association of the last word with the next line's first, and by line width."""

    def __init__(self, lines: Sequence[str], language: str | None) -> None:
        self.table = table = word_association(language)
        self.last = [line.rsplit(None, 1)[-1] for line in lines]
        self.first = [line.split(None, 1)[0] for line in lines]
        self.left = [table.left_class(word) for word in self.last]
        self.right = [table.right_class(word) for word in self.first]
        self.following = [table.following(left) for left in self.left]
        self.hyphenated = [left[1] == HYPHENATED for left in self.left]
        self.stumps = [
            (i, joint_letters(last, ""))
            for i, (last, divided) in enumerate(zip(self.last, self.hyphenated, strict=True))
            if divided
        ]
        self.rests = [joint_letters("", first) for first in self.first] if self.stumps else []
        self._lines = lines

    def lag(self, lag: int) -> list[float]:
        values = list(map(getitem, self.following, self.right[lag:]))
        joints, unseen = self.table.joints.get, self.table.joint("")
        rests, size = self.rests, len(values)
        for i, stump in self.stumps:
            if i >= size:
                break
            value = values[i] + joints(stump + rests[i + lag], unseen)
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
            value += 0.7 * self.table.joint(joint_letters(stump, rest))
            whole = stump.strip(WRAPPING).rstrip(HYPHENS) + rest.strip(WRAPPING + STOPS + HYPHENS)
            known = whole.translate(OLD_LETTERS).lower() in self.vocabulary
            value += KNOWN_WORD if known else UNKNOWN_WORD
        one, other = self.widths[first], self.widths[second]
        value -= WIDTH_WEIGHT * min(2.0, 2 * abs(one - other) / max(20, one + other))
        if self.numbered[second]:
            value += BOTH_NUMBERED if self.numbered[first] else ONE_NUMBERED
        elif self.numbered[first]:
            value += ONE_NUMBERED
        return value


# ---- Chinese

HALF_WIDE = regex.compile(r"[\p{ASCII}，。、；：！？“”‘’（）《》〈〉【】「」『』]")
SENTENCE_END = regex.compile(r"[。！？；…][”’）」』》]*$|^[^，、：]{0,6}$")
FULL_SLACK = 1.1  # em by which a full line may be narrower than its column
SHORT_SLACK = 2.6
MOST_ENDED = 0.7  # share of the lines of prose that end a sentence or are very short
INDENT = 2  # em lost before the first line of a paragraph
PARAGRAPH_END = {  # probability that a line ends its paragraph, by (ends a sentence, is short)
    (True, True): 0.985,
    (True, False): 0.30,
    (False, True): 0.10,
    (False, False): 0.01,
}
INDENTED, FULL, OTHER = 0, 1, 2
AS_FIRST = (0.80, 0.04, 0.016)  # how likely a paragraph's first line has this width
AS_NEXT = (0.06, 0.68, 0.026)  # and any other line
FIRST_SHARE = 0.2


class HanLinks:
    """Links by the association of the characters on both sides of the break, paragraph ends and widths."""

    def __init__(self, lines: Sequence[str]) -> None:
        association = han_association()
        index, size = association.index, association.size
        self.table = association.table
        self.ends = [index.get(line[-1], 0) * size for line in lines]
        self.starts = [index.get(line[0], 0) for line in lines]
        self.stop = index.get("。", 0) * size
        self._lines = lines
        self.widths: list[float] = []

    def lag(self, lag: int) -> list[float]:
        table = self.table
        return [NATS[table[end + start]] for end, start in zip(self.ends, self.starts[lag:], strict=False)]

    def remembered(self, start: int, end: int) -> list[Line]:
        self._measure()
        lines = self._lines[start:end]
        pairs = [
            {pair for run in HAN_RUN.findall(line) for pair in map("".join, pairwise(run))} for line in lines
        ]
        return [
            Line(topic, width, ends is not None)
            for topic, width, ends in zip(
                topics(pairs), self.widths[start:end], map(SENTENCE_END.search, lines), strict=True
            )
        ]

    def is_running(self, start: int, end: int) -> bool:
        """Lines of prose rarely end where a sentence ends."""
        ended = sum(SENTENCE_END.search(line) is not None for line in self._lines[start:end])
        return ended <= MOST_ENDED * (end - start)

    def _measure(self) -> None:
        if self.widths:
            return
        self.widths = [len(line) - 0.5 * len(HALF_WIDE.findall(line)) for line in self._lines]
        columns = column_widths(self.widths)
        self.paragraph_end: list[float] = []
        self.as_first: list[float] = []
        self.as_next: list[float] = []
        self.column: list[float] = []
        for line, width in zip(self._lines, self.widths, strict=True):
            full = next((w for w in columns if width < w + FULL_SLACK), columns[-1])
            ended = SENTENCE_END.search(line) is not None
            self.paragraph_end.append(PARAGRAPH_END[ended, width < full - SHORT_SLACK])
            kind = (
                FULL if abs(width - full) <= 0.6 else INDENTED if abs(width - full + INDENT) <= 0.6 else OTHER
            )
            mixed = FIRST_SHARE * AS_FIRST[kind] + (1 - FIRST_SHARE) * AS_NEXT[kind]
            self.as_first.append(AS_FIRST[kind] / mixed)
            self.as_next.append(AS_NEXT[kind] / mixed)
            self.column.append(full)

    def link(self, first: int, second: int) -> float:
        table, start = self.table, self.starts[second]
        joined = math.exp(NATS[table[self.ends[first] + start]])
        opened = math.exp(NATS[table[self.stop + start]])
        end = self.paragraph_end[first]
        return math.log(
            end * opened * self.as_first[second] + (1 - end) * joined * self.as_next[second] + 1e-6
        )


def column_widths(widths: Sequence[float]) -> list[float]:
    """The widths that many lines share, narrow ones first: those of the columns."""
    counted = Counter(round(2 * w) / 2 for w in widths)
    near = {w: n + 0.6 * (counted.get(w - 0.5, 0) + counted.get(w + 0.5, 0)) for w, n in counted.items()}
    most = max(near.values())
    return sorted(w for w, n in near.items() if n >= 0.999 * most) or [0.0]
