"""Where rows are cut in which the lines of several columns follow one another, the gutters lost: a beam search from the top.

A state is what each column last held. A row is shared out to the columns from the left, by dynamic programming: a column's
line goes on after its last one, fills the width or ends a sentence, and does not go on in the words of the next column.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from paperclean.columns.costs import misfit
from paperclean.columns.fused_words import BLANK, FusedWords

__all__ = ["Shares", "shared_out"]

# How full lines differ from the width that they are set to, relative: what is wider hardly fits, what is narrower was
# filled up by its blanks.
WIDER, NARROWER, LEAST_SPREAD = 0.01, 0.1, 100
EACH_WIDER = 0.5  # more for each such spread
FULL = 0.2  # of the width, by which a line is narrower that may still be full at the end of a sentence
SHORT = 1.5  # nats for a line that ends early at the end of a sentence,
SHORT_OPEN = 7.0  # and for one that ends so elsewhere: a headline, a byline
DEAREST = 9.0  # of lines that are looked at
WOULD_HAVE_FITTED = 2.5  # its first word, into the room that the column's line above left
# For a column without a line in a row: where the one before ended a sentence, or did not; where it had none before; and to come back.
ENDS, BREAKS_OFF, STAYS_AWAY, COMES_BACK = 1.7, 2.5, 0.2, 2.0
EACH_COLUMN = 4.0  # for each column that is supposed
LONGEST_AWAY = 20  # rows after which nothing is known of a column
LOST = 25.0  # for a row that cannot be shared out
# For a row that is none of the columns', a running head or a headline: above them, or among them.
HEAD, SPANS = 6.0, 10.0
ROOM = 1.1  # of their width by which lines may at most be wider, so that a row can still be shared out
MARGIN = 10.0  # nats below the best at which a partition is given up
BEST = 2  # ways kept to share out the words up to one to the columns up to one

# The first word of each column's line in a row, and the one behind its last; the same where it has none.
Shares: TypeAlias = list[tuple[int, int]]


class _Last(NamedTuple):
    """The last word of a column's last line, and how much room the line left, in print."""

    word: int
    room: float


class _State(NamedTuple):
    score: float
    lasts: tuple[_Last | None, ...]
    away: tuple[int, ...]  # rows since each column had a line; -1 for none yet


class _Line(NamedTuple):
    """A line that may begin at some word: the word behind its last, what it costs, the room it leaves."""

    end: int
    cost: float
    room: float


_score = itemgetter(0)
# The way to the columns before; a line's first word, the one behind its last, the room it leaves.
_Way: TypeAlias = "tuple[_Way | None, int, int, float]"
_Ways: TypeAlias = "list[tuple[float, _Way | None]]"


def shared_out(
    words: FusedWords, rows: Sequence[range], columns: int, width: float, beam: int = 1
) -> tuple[list[Shares], float]:
    """How *rows* are best shared out to so many *columns* of *width*, and how likely that is, in nats.

    *beam*: the partitions kept at each row. With one, for a first look, no row is taken for a headline over the columns. A
    row that is one, or cannot be shared out, has no shares.
    """
    search = _Search(words, width, BEST if beam > 1 else 1)
    states = [_State(0.0, (None,) * columns, (-1,) * columns)]
    # For each row the states: the one each came from, and the shares of the row.
    kept: list[list[tuple[int, Shares]]] = []
    for row in rows:
        lines = search.lines(row)
        reached: dict[tuple[_Last | None, ...], tuple[float, int, _State, Shares]] = {}
        top = -math.inf
        for place, state in enumerate(states):
            found: list[tuple[_State, Shares]] = [
                _after(state, score, way)
                for score, way in search.ways(row, lines, state)
                if score >= top - MARGIN
            ]
            if beam > 1:
                none = SPANS if any(state.lasts) else HEAD
                found.append((state._replace(score=state.score - none), []))
            for after, shares in found:
                score = after.score
                if score >= top - MARGIN and (after.lasts not in reached or reached[after.lasts][0] < score):
                    reached[after.lasts] = (score, place, after, shares)
                    top = max(top, score)
        if reached:
            first = sorted(reached.values(), key=_score, reverse=True)[:beam]
            kept.append([(place, shares) for _, place, _, shares in first])
            states = [after for _, _, after, _ in first]
        else:
            kept.append([(place, []) for place in range(len(states))])
            states = [state._replace(score=state.score - LOST) for state in states]
    found_shares: list[Shares] = []
    at = 0
    for ways in reversed(kept):
        at, shares = ways[at]
        found_shares.append(shares)
    return found_shares[::-1], states[0].score - EACH_COLUMN * columns


class _Search:
    """What may begin where in a row, for columns of a *width*; of the ways to share it out the *best* are kept at each word."""

    def __init__(self, words: FusedWords, width: float, best: int) -> None:
        self.words = words
        self.width = width
        self.best = best

    def lines(self, row: range) -> list[list[_Line]]:
        """For each word of *row* the lines that may begin there."""
        words, width = self.words, self.width
        over, under = WIDER * width + LEAST_SPREAD, NARROWER * width + LEAST_SPREAD
        across = [0.0, *(words.link(word - 1, word) for word in row[1:]), 0.0]
        found = []
        for first in row:
            lines = []
            for last in range(first, row.stop):
                excess = words.at[last] + words.widths[last] - words.at[first] - width
                if excess > 0:
                    cost = misfit(excess / over) + EACH_WIDER * excess / over
                    if cost > DEAREST and last > first:
                        break
                else:
                    cost = min(misfit(excess / under), SHORT if words.ends[last] else SHORT_OPEN)
                cost += across[last + 1 - row.start]
                if cost < DEAREST:
                    is_full = -excess < FULL * width or not words.ends[last]
                    lines.append(_Line(last + 1, cost, -excess if is_full else 0.0))
            found.append(lines)
        return found

    def ways(self, row: range, lines: list[list[_Line]], state: _State) -> _Ways:
        """The best ways to share out *row* after *state*: their scores, and the lines of the columns from the last to the first."""
        at, whole = self.words.at, self.words.width(row)
        here: dict[int, _Ways] = {row.start: [(state.score, None)]}
        for left, last, away in zip(range(len(state.lasts))[::-1], state.lasts, state.away, strict=True):
            room = ROOM * left * (self.width + BLANK)  # in the columns behind it
            leaves = self._leaves(last, away)
            reached: dict[int, _Ways] = {}
            for first, ways in here.items():
                if first == row.stop or whole - at[first] <= room:
                    reached.setdefault(first, []).extend(
                        [(score - leaves, (way, first, first, 0.0)) for score, way in ways]
                    )
                if first == row.stop:
                    continue
                gain = self._gain(last, away, first)
                for end, cost, rest in lines[first - row.start]:
                    if end == row.stop or whole - at[end] <= room:
                        reached.setdefault(end, []).extend(
                            [(score + gain - cost, (way, first, end, rest)) for score, way in ways]
                        )
            for found in reached.values():
                if len(found) > self.best:
                    found.sort(key=_score, reverse=True)
                    del found[self.best :]
            here = reached
        return here.get(row.stop, [])

    def _leaves(self, last: _Last | None, away: int) -> float:
        """What it costs a column to have no line."""
        if last is None or away:
            return STAYS_AWAY
        return ENDS if self.words.ends[last.word] else BREAKS_OFF

    def _gain(self, last: _Last | None, away: int, first: int) -> float:
        """What a column gains by going on with the word *first*."""
        if last is None:
            return 0.0
        gain = self.words.link(last.word, first) - (COMES_BACK if away > 0 else 0.0)
        if last.room > self.words.widths[first] + BLANK:
            gain -= WOULD_HAVE_FITTED
        return gain


def _after(state: _State, score: float, way: _Way | None) -> tuple[_State, Shares]:
    """The state after a row, and the shares of the row."""
    lines: list[tuple[int, int, float]] = []
    while way is not None:
        way, first, end, room = way
        lines.append((first, end, room))
    shares: Shares = []
    lasts: list[_Last | None] = []
    aways: list[int] = []
    for (first, end, room), last, away in zip(reversed(lines), state.lasts, state.away, strict=True):
        shares.append((first, end))
        if end > first:
            lasts.append(_Last(end - 1, room))
            aways.append(0)
        else:
            lasts.append(last if away < LONGEST_AWAY else None)
            aways.append(away + 1 if away >= 0 else -1)
    return _State(score, tuple(lasts), tuple(aways)), shares
