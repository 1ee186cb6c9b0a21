"""Rows of Latin script in which the lines of several columns follow one another, the gutters lost: where the columns lie.

How many columns there are, and how wide, is told by what shares the rows out best: pages are tried whose widest rows hold two
to ten full lines, then widths and numbers near the best of them. The page is laid out again with gutters, and read as any such page is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from paperclean.columns.fused_search import Shares, shared_out
from paperclean.columns.fused_words import BLANK, FusedWords
from paperclean.columns.letters import USUAL
from paperclean.columns.side_by_side import columns_in_order
from paperclean.columns.turns import confidence_of, standard_errors
from paperclean.edits import Span
from paperclean.lines.printed import printed_lines
from paperclean.lines.source_code import is_source
from paperclean.survey import Survey

__all__ = ["columns_apart"]

MOST_COLUMNS = 10
NARROWEST = 16 * USUAL  # in print
SAMPLE = 72  # rows by which columns are counted and measured
LONG_ROWS = 0.99, 0.95, 0.9  # of the rows are no longer than one that may hold a line of each column
UNDER = 1.02  # times their mean, a little more than what full lines are set to
STEP = 0.03  # of the width, between two that are tried
BEAM = 6
GUTTER = 4  # cells, of the page as it is laid out again
WIDEST, MOST_ROWS = 1_000, 1_000  # characters of a row, and rows, of a page
# Nats by which rows go on in each other, on average, of which none may hold two columns: of 121 pages of columns two show more, of
# 1,548 texts of a single one 1,430 do.
GO_ON = -0.1
WIDE = 0.6  # of the longest rows; a narrower one may hold the line of a single column, where the others have ended
LEAST_SCORE = -4.5  # nats a row; what is explained worse is cut wrong
LEAST_SURE = 3.0  # standard errors by which lines go on better in their columns than across the cuts


class Fit(NamedTuple):
    """Rows shared out to so many *columns* of *width*, in print; *score*: nats a row."""

    score: float
    columns: int
    width: float
    shares: list[Shares]


def columns_apart(text: str, rows: Sequence[Span], language: str | None) -> list[Span | str]:
    """The columns of *rows*, in reading order; nothing where they hold a single column."""
    if len(rows) > MOST_ROWS or max(row.end - row.start for row in rows) > WIDEST:
        return []
    lines = [text[row.start : row.end] for row in rows]
    language = language or Survey("\n".join(lines)).language
    words = FusedWords(text, rows, language)
    if _go_on(words):
        return []
    fit = fitted(words)
    if fit is None or fit.score < LEAST_SCORE:
        return []
    cuts = gains(words, fit.shares)
    sure = standard_errors(cuts)
    if sure < LEAST_SURE or is_source(printed_lines("\n".join(lines))):
        return []
    reason = f"{fit.columns} columns share the rows, {sum(cuts) / len(cuts):.1f} nats gained a cut"
    confidence = confidence_of(sure)
    page, places = laid_out(words, fit)
    starts = dict(zip(places, words.spans, strict=True))
    ends = {
        place + len(word): span for place, word, span in zip(places, words.words, words.spans, strict=True)
    }
    return [
        piece
        if isinstance(piece, str)
        else Span(starts[piece.start][0], ends[piece.end][1], reason if piece.reason else "", confidence)
        for piece in columns_in_order(page, right_to_left=False, language=language)
    ]


def _go_on(words: FusedWords) -> bool:
    """Whether the wider rows go on in those below them, as the lines of a single column do."""
    widths = list(map(words.width, words.rows))
    least = WIDE * sorted(widths)[int(LONG_ROWS[1] * (len(widths) - 1))]
    links = [
        words.link(row[-1], below[0])
        for (row, below), width in zip(pairwise(words.rows), widths, strict=False)
        if width >= least
    ]
    return sum(links) > GO_ON * len(links)


def fitted(words: FusedWords) -> Fit | None:
    """The columns that explain the rows of *words* best, or None where the rows are too short for two."""
    sample = _sample(words.rows)
    known: dict[tuple[int, int], float] = {}

    def score(tried: tuple[int, int]) -> float:
        if tried not in known:
            columns, steps = tried
            known[tried] = shared_out(words, sample, columns, math.exp(STEP * steps))[1]
        return known[tried]

    lengths = sorted(map(words.width, words.rows))
    longest = {lengths[int(share * (len(lengths) - 1))] for share in LONG_ROWS}
    tried = {
        (columns, round(math.log(UNDER * width) / STEP))
        for length in longest
        for columns in range(2, MOST_COLUMNS + 1)
        if (width := (length + BLANK) / columns - BLANK) >= NARROWEST
    }
    if not tried:
        return None
    best = max(sorted(tried), key=score)
    while True:
        columns, steps = best
        near = [best, (columns, steps - 1), (columns, steps + 1), (columns + 1, steps), (columns - 1, steps)]
        better = max([one for one in near if 2 <= one[0] <= MOST_COLUMNS], key=score)
        if better == best:
            break
        best = better
    columns, width = best[0], math.exp(STEP * best[1])
    shares, total = shared_out(words, words.rows, columns, width, BEAM)
    return Fit(total / len(words.rows), columns, width, shares)


def _sample(rows: Sequence[range]) -> Sequence[range]:
    """The rows next to each other that hold the most words."""
    if len(rows) <= SAMPLE:
        return rows
    held = most = sum(map(len, rows[:SAMPLE]))
    first = 0
    for number, (gone, new) in enumerate(zip(rows, rows[SAMPLE:], strict=False), start=1):
        held += len(new) - len(gone)
        if held > most:
            first, most = number, held
    return rows[first : first + SAMPLE]


def gains(words: FusedWords, shares: Sequence[Shares]) -> list[float]:
    """By how much each line that is cut off goes on better in the next line of its column than across the cut."""
    found = []
    for row, below in pairwise(shares):
        for (first, end), (first_below, end_below), (following, _) in zip(row, below, row[1:], strict=False):
            if end > first and end_below > first_below and following == end:
                found.append(words.link(end - 1, first_below) - words.link(end - 1, end))
    return found


def laid_out(words: FusedWords, fit: Fit) -> tuple[str, list[int]]:
    """The page with gutters between its columns, and where each word stands on it."""
    every = [
        [range(first, end) for first, end in shares] or [row]
        for row, shares in zip(words.rows, fit.shares, strict=True)
    ]
    pitch = GUTTER + max(
        [
            sum(len(words.words[word]) + 1 for word in line)
            for lines in every
            if len(lines) > 1
            for line in lines
        ],
        default=0,
    )
    out: list[str] = []
    places: list[int] = []
    at = 0
    for lines in every:
        begins = at
        for column, line in enumerate(lines):
            if line:
                blanks = begins + column * pitch - at
                out.append(" " * blanks)
                at += blanks
            for word in line:
                places.append(at)
                out.append(words.words[word] + " ")
                at += len(words.words[word]) + 1
        out.append("\n")
        at += 1
    return "".join(out[:-1]), places  # as a page ends that has no line end behind its last row
