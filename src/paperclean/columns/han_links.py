"""How well one line goes on after another in Chinese: by characters, paragraph ends and widths."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import regex

from paperclean.columns.chains import ARTICLES, Line
from paperclean.columns.topics import topics
from paperclean.statistics.han import NATS, han_association
from paperclean.survey import HAN_RUN

__all__ = ["CLAUSE_END", "LEAST_MARKED", "HanLinks"]

HALF_WIDE = regex.compile(r"[\p{ASCII}，。、；：！？“”‘’（）《》〈〉【】「」『』]")
SENTENCE_END = regex.compile(r"[。！？；…][”’）」』》]*$|^[^，、：]{0,6}$")
SLACK = 2.6  # em by which a line that is not short may differ from its column
MOST_ENDED = 0.7  # share of the lines of prose that end a sentence or are very short
CLAUSE_END = regex.compile(r"[，。、；]")
LEAST_MARKED = 0.25  # share of the lines; 0.7 of those of columns hold such a mark, of headlines 0.08 at most
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

    def column_begins(self, start: int, end: int) -> list[float]:
        self._measure()
        table, stop = self.table, self.stop
        return [
            math.log(1 - ARTICLES + ARTICLES * first * math.exp(NATS[table[stop + sign]]))
            for first, sign in zip(self.as_first[start:end], self.starts[start:end], strict=True)
        ]

    def column_ends(self, start: int, end: int) -> list[float]:
        self._measure()
        ended = self.paragraph_end[start:end]
        mean = sum(ended) / len(ended)
        return [math.log(1 - ARTICLES + ARTICLES * end / mean) for end in ended]

    def is_running(self, start: int, end: int) -> bool:
        """Lines of prose rarely end where a sentence ends, and most hold a mark; headlines and fixtures hold none."""
        lines = self._lines[start:end]
        ended = sum(SENTENCE_END.search(line) is not None for line in lines)
        marked = sum(CLAUSE_END.search(line) is not None for line in lines)
        return ended <= MOST_ENDED * len(lines) and marked >= LEAST_MARKED * len(lines)

    def _measure(self) -> None:
        if self.widths:
            return
        self.widths = [len(line) - 0.5 * len(HALF_WIDE.findall(line)) for line in self._lines]
        columns = _column_widths(self.widths)
        self.paragraph_end: list[float] = []
        self.as_first: list[float] = []
        self.as_next: list[float] = []
        self.column: list[float] = []
        for line, width in zip(self._lines, self.widths, strict=True):
            full = next((w for w in columns if width < w + SLACK), columns[-1])
            ended = SENTENCE_END.search(line) is not None
            self.paragraph_end.append(PARAGRAPH_END[ended, width < full - SLACK])
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


def _column_widths(widths: Sequence[float]) -> list[float]:
    """The width that most lines share, those off by half an em counted for less, or several such, narrow ones first: those of the columns."""
    counted = Counter(round(2 * width) / 2 for width in widths)
    near = {
        width: 5 * count + 3 * (counted[width - 0.5] + counted[width + 0.5])
        for width, count in counted.items()
    }
    most = max(near.values())
    return sorted(width for width, count in near.items() if count == most)
