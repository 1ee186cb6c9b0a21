"""Lines of a page that go on after each other, a chain a column: what a chain remembers, and what fits it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

__all__ = [
    "ARTICLES",
    "MOST_CHAINS",
    "MOST_FIT",
    "PROMISE",
    "SILENT",
    "Chain",
    "Line",
    "Link",
    "Path",
    "Sheet",
    "begun",
    "fit",
    "following",
    "gone_on",
    "most_fit",
    "path_lines",
    "upright",
]

TOPIC, RECENT_TOPIC, MOST_SHARED = 0.6, 0.6, 3
RECENT = 8  # lines
FULL, SHORT, SHORT_OPEN, WIDE = 0.3, -0.1, -0.6, -0.4  # a line as wide as its chain; narrower; wider
WIDE_SLOPE = -1.0
MOST_FIT = 4.0  # more than a line can gain by what it is about and its width
PROMISE = 5.0  # the most that one line may gain
MOST_CHAINS = 11
ARTICLES = 0.8  # of columns begin with an article, end with one
SILENT = 40  # lines after which a chain has ended

Link = Callable[[int, int], float]  # the log odds that the second line goes on after the first
Path = tuple["Path", int] | None  # the lines that those so far go on after, the last one first


class Line(NamedTuple):
    """What a chain remembers of a line: its rare words, a bit a word; its width; whether it ends a sentence."""

    topics: int
    width: float
    ends: bool


class Sheet(NamedTuple):
    """The lines to be parted, how well one goes on after another, and where columns may begin and end.

    *begins*, *ends*: the log odds that a column begins, ends with each line, given that one does somewhere.
    """

    lines: Sequence[Line]
    link: Link
    begins: Sequence[float]
    ends: Sequence[float]

    def upside_down(self) -> Sheet:
        """The same sheet read from the last line to the first."""
        last, link = len(self.lines) - 1, self.link
        return Sheet(
            self.lines[::-1],
            lambda later, line: link(last - line, last - later),
            self.ends[::-1],
            self.begins[::-1],
        )

    def head(self, count: int) -> Sheet:
        """The first *count* lines of it."""
        return Sheet(self.lines[:count], self.link, self.begins[:count], self.ends[:count])


class Chain(NamedTuple):
    """What the lines of a chain have been so far: topics of all, of the recent and the older ones; their count; width."""

    every: int
    recent: int
    older: int
    length: int
    width: float


def begun(line: Line) -> Chain:
    """A chain that begins with *line*."""
    return Chain(line.topics, line.topics, 0, 1, max(1.0, line.width))


def gone_on(chain: Chain, line: Line) -> Chain:
    """*chain* with *line* added to it."""
    topics, width, _ = line
    every, recent, older, count, measure = chain
    if abs(width - measure) < 0.15 * measure:
        measure = 0.7 * measure + 0.3 * width
    elif width > measure:
        measure = width
    else:
        measure = max(1.0, 0.97 * measure)
    if count % RECENT == 0:
        older, recent = recent, 0
    return Chain(every | topics, recent | topics, older, count + 1, measure)


def fit(chain: Chain, line: Line) -> float:
    """How well a line fits what the chain has been about and its width."""
    value = 0.0
    topics, width, ends = line
    if topics & chain.every:
        value += TOPIC * min(MOST_SHARED, (topics & chain.every).bit_count())
        value += RECENT_TOPIC * min(MOST_SHARED, (topics & (chain.recent | chain.older)).bit_count())
    if width > 1.13 * chain.width:
        return value + WIDE + WIDE_SLOPE * min(1.0, width / chain.width - 1.13)
    if width > 0.86 * chain.width:
        return value + FULL
    return value + (SHORT if ends else SHORT + SHORT_OPEN)


def most_fit(line: Line) -> float:
    """The most that `fit` can give *line*."""
    return FULL + (TOPIC + RECENT_TOPIC) * min(MOST_SHARED, line.topics.bit_count())


def path_lines(path: Path) -> list[int]:
    """For each line so far the line before it in its chain, or -1."""
    before = []
    while path:
        path, last = path
        before.append(last)
    return before[::-1]


def following(before: Sequence[int]) -> list[int]:
    """For each line the line after it in its chain, or -1."""
    after = [-1] * len(before)
    for line, last in enumerate(before):
        if last >= 0:
            after[last] = line
    return after


def upright(before: Sequence[int]) -> list[int]:
    """For each line of a sheet the line before it, from the partition of the sheet upside down."""
    last = len(before) - 1
    return [last - line if line >= 0 else -1 for line in reversed(following(before))]
