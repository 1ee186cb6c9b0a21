"""Articles set in rectangles of several columns, one above the other: the white between them, found by what is read on.

Where two neighbouring columns have white side by side, either each goes on below it, or an article ends there in both of
them and the next begins. It is told by how lines go on and which words are shared: down each column, or across to the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import log
from statistics import median
from typing import NamedTuple

import regex

from paperclean.columns.layout import Layout
from paperclean.columns.order import SAME, Block, Line, Rule
from paperclean.survey import HAN_RUN

__all__ = ["rules_of"]

# Cells from a column's edge; what is indented more is a headline or a signature, part of the white.
HEADED = 8
WHITE = 2  # lines more than from one line of a column to the next
ABREAST = 2  # lines over which white in two columns overlaps
AROUND = 12  # rows in which the next column has a line
FARTHEST = 1.8  # of a full line, from a column to the next
REACH = 30  # lines above and below the white that are compared
FEWEST = 2
RARE = 5  # times on the page, by what tells of a subject
PREFIX = 6  # letters of a word that stand for it
IMAGINED = 5  # words of a subject, beside those of few lines
# Fitted to 1,450 such places of real and made-up pages. The same number of places part articles whether a page has few
# or many of them, so that the logarithm of their number counts against each, by a fitted weight of 0.92 to 1.03.
WORDS = 0.16  # for each nat by which lines go on better
SUBJECTS = 3.4  # for words in common, as shares of the words that might be
LEVEL = 1.2  # where both columns end on one row
TALL, TALLEST = 0.27, 8  # for each line of the lower white
LEAST = 0.5
WORD = regex.compile(r"[^\W\d_]{5,}")

Follows = Callable[[Line, Line], float]


class White(NamedTuple):
    """What lies between two lines of a column, *height* lines of the text apart; *number* is that of the upper one."""

    number: int
    above: Line
    below: Line
    height: int


class Track(NamedTuple):
    """A column's *lines* but for its headlines, their *rows*, and the *whites* between them."""

    lines: list[Line]
    rows: list[int]
    whites: list[White]

    def over(self, at: int) -> list[Line]:
        """The lines above a white, up to the next white that is as high."""
        number, _, _, height = self.whites[at]
        start = next((white.number + 1 for white in self.whites[:at][::-1] if white.height >= height), 0)
        return self.lines[max(start, number + 1 - REACH) : number + 1]

    def under(self, at: int) -> list[Line]:
        """The lines below it."""
        number, _, _, height = self.whites[at]
        last = len(self.lines) - 1
        end = next((white.number for white in self.whites[at + 1 :] if white.height >= height), last)
        return self.lines[number + 1 : min(end, number + REACH) + 1]


class Place(NamedTuple):
    """White in two neighbouring columns: what stands over and under it in the first and in the *next*."""

    white: White
    white_next: White
    over: list[Line]
    under: list[Line]
    over_next: list[Line]
    under_next: list[Line]

    def rule(self) -> Rule:
        above, other = self.white.above, self.white_next.above
        return Rule(max(above.row, other.row), min(above.edge, other.edge), max(above.right, other.right))


def rules_of(
    text: str, layout: Layout, blocks: list[Block], follows: Follows, *, right_to_left: bool = False
) -> list[Rule]:
    """Where articles end in two columns, as if a rule were printed; *follows* tells how well one line goes on in another."""
    numbers = [row.line for row in layout.rows]
    tracks = [track for block in blocks if (track := _track(block, numbers)).whites]
    places = list(_places(tracks, numbers, -1 if right_to_left else 1))
    if not places:
        return []
    subjects = _subjects(text, layout, blocks)
    least = LEAST + log(len(places))
    found = []
    for place in places:
        read = _read_across(place, follows, subjects)
        if read > 0 and read + _seen(place) > least:
            found.append(place.rule())
    return sorted(found)


def _track(block: Block, numbers: list[int]) -> Track:
    lines = [line for line in block.lines if line.indent <= HEADED and not line.spans]
    steps = [numbers[after.row] - numbers[line.row] for line, after in pairwise(lines)]
    if not steps:
        return Track([], [], [])
    least = median(steps) + WHITE
    apart = [True, *(step >= least for step in steps), True]
    lines = [line for line, ends in zip(lines, pairwise(apart), strict=True) if not all(ends)]
    whites = [
        White(number, line, after, step)
        for number, (line, after) in enumerate(pairwise(lines))
        if (step := numbers[after.row] - numbers[line.row]) >= least
    ]
    return Track(lines, [line.row for line in lines], whites)


def _places(tracks: list[Track], numbers: list[int], way: int) -> Iterator[Place]:
    for track in tracks:
        for at, white in enumerate(track.whites):
            other = _beside(tracks, white.above, way)
            if other is None:
                continue
            for number, next_white in enumerate(other.whites):
                top = max(white.above.row, next_white.above.row)
                foot = min(white.below.row, next_white.below.row)
                if numbers[foot] - numbers[top] >= ABREAST:
                    found = track.over(at), track.under(at), other.over(number), other.under(number)
                    if min(map(len, found)) >= FEWEST:
                        yield Place(white, next_white, *found)


def _beside(tracks: list[Track], line: Line, way: int) -> Track | None:
    """The next column to the right of *line* (*way* 1) or to its left (-1)."""
    found, least = None, FARTHEST * line.full
    for track in tracks:
        at = bisect_left(track.rows, line.row - AROUND)
        if at < len(track.rows) and track.rows[at] <= line.row + AROUND:
            off = (track.lines[at].edge - line.edge) * way
            if SAME < off < least:
                found, least = track, off
    return found


def _read_across(place: Place, follows: Follows, subjects: Callable[[list[Line]], set[str]]) -> float:
    """How much likelier what is printed goes on across, above the white and below it, than down over it."""
    _, _, over, under, over_next, under_next = place
    words = (
        follows(over[-1], over_next[0])
        + follows(under[-1], under_next[0])
        - follows(over[-1], under[0])
        - follows(over_next[-1], under_next[0])
        - follows(under[-1], over_next[0])
    )
    a, b, c, d = map(subjects, (over, under, over_next, under_next))
    shared = _alike(a, c) + _alike(b, d) - _alike(a, b) - _alike(c, d) - _alike(b, c)
    return WORDS * words + SUBJECTS * shared


def _seen(place: Place) -> float:
    """What the white itself tells, which a picture leaves as well."""
    white, white_next, *_ = place
    level = white.above.row == white_next.above.row
    return LEVEL * level + TALL * min(TALLEST, white.height, white_next.height)


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) + IMAGINED)


def _subjects(text: str, layout: Layout, blocks: list[Block]) -> Callable[[list[Line]], set[str]]:
    """What lines are about: words, of Chinese pairs of characters, that stand on few other lines."""
    found: dict[tuple[int, int], set[str]] = {}
    for block in blocks:
        for line in block.lines:
            row = layout.rows[line.row]
            printed = text[row.start[line.first] : row.end[line.last - 1]]
            words = {word[:PREFIX].lower() for word in WORD.findall(printed)}
            for run in HAN_RUN.findall(printed):
                words.update(map("".join, pairwise(run)))
            found[line.row, line.first] = words
    counted = Counter(word for words in found.values() for word in words)

    def subjects(lines: list[Line]) -> set[str]:
        every = set[str]().union(*(found[line.row, line.first] for line in lines))
        return {word for word in every if 2 <= counted[word] <= RARE}

    return subjects
