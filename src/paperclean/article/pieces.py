"""The blocks of a cleaned page and the lines that each was printed in, parted where two things were joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from paperclean.article.ems import widths_in_em
from paperclean.article.furniture import is_furniture
from paperclean.article.signs import byline_form, is_round_up
from paperclean.scripts import IS_HAN
from paperclean.tracing import Trace

__all__ = ["FULL_CLAUSE", "Piece", "Pieces"]

FULL_CLAUSE = 10.0  # em of a line that says something by itself
MOST_OF_KICKER = 60  # characters of a kicker and its headline together
MOST_CUTS = 3  # of one block
FEW_LINES = 4  # among which a byline may have been joined
SENTENCE_ENDS = frozenset("。；，：！？.;,:!?）)")
FULL_STOP = regex.compile(r"[。！？][”’」』）]?$")
SUBHEAD = regex.compile(r"\p{Han}{4,8}")
HEADLINES = regex.compile(r"(?=.*\p{Han})[^。，；,;]+(?<!\d{4})")
LINE_END = re.compile(r"\n[\n\t ]*")


class Piece(NamedTuple):
    """A block of the cleaned page, `clean[start:end]`: its *source*, the *lines* it was printed in, and *how* it
    follows the piece before it: `stacked` close below it, `wrapped` as one display may, or neither.
    """

    start: int
    end: int
    source: tuple[tuple[int, int], ...]
    lines: list[str]
    how: str


@dataclass(frozen=True)
class Pieces:
    """The pieces of a *trace*d page; a line end parts them, and so do bylines, headlines and page furniture."""

    trace: Trace

    @cached_property
    def is_spaced(self) -> bool:
        """Whether lines are commonly set apart by a blank line, so that two joined ones without are one display."""
        ends = LINE_END.findall(self.trace.raw)
        return len(ends) > 1 and 2 * ends.count("\n") < len(ends)

    @cached_property
    def _page(self) -> tuple[int, int]:
        """Where the page's text begins and ends."""
        return self._trimmed(0, len(self.trace.clean))

    def __iter__(self) -> Iterator[Piece]:
        start = 0
        for line in self.trace.clean.splitlines(keepends=True):
            if text := line.strip():
                first = start + line.index(text[0])
                whole = self._piece(first, first + len(text))
                if len(whole.lines) < 2 or len(whole.source) != 1:
                    yield whole
                else:
                    yield from self._printed_apart(whole, MOST_CUTS)
            start += len(line)

    def _piece(self, start: int, end: int, how: str = "") -> Piece:
        source = self.trace.source(start, end)
        printed = "\n".join([self.trace.raw[first:last] for first, last in source])
        return Piece(start, end, tuple(source), [*filter(None, map(str.strip, printed.splitlines()))], how)

    def _printed_apart(self, whole: Piece, cuts: int) -> list[Piece]:
        """The block itself, or, where several things were joined, each of them.

        A byline is a line by itself. A headline is broken because its large type does not fit; two close lines of
        a good length, with no end of a sentence, are a kicker and a headline, or two headlines. A short line
        without an end, after one that ends a sentence, is a subhead.
        """
        start, end, _, lines, _ = whole
        if len(lines) < 2 or len(whole.source) != 1:
            return [whole]
        edge = _byline_edge(lines) or self._furniture_edge(whole) if cuts else 0
        if edge and (cut := self._line_begins(whole, edge)):
            parts = (self._trimmed(start, cut), self._trimmed(cut, end))
            return [piece for part in parts for piece in self._printed_apart(self._piece(*part), cuts - 1)]
        if self.trace.clean[end - 1] in SENTENCE_ENDS:
            return [whole]
        (first, last), one, other = whole.source[0], lines[-2], lines[-1]
        printed = self.trace.raw[first:last]
        subhead = SUBHEAD.fullmatch(other) and FULL_STOP.search(one)
        if not subhead and (len(lines) > 2 or not self._are_two_headlines(one, other, printed)):
            return [whole]
        cut = self._line_begins(whole, len(lines) - 1)
        if not cut:
            return [whole]
        how = "stacked" if self.is_spaced and printed.count("\n") == 1 else "wrapped"
        if subhead or is_round_up(one) != is_round_up(other):
            how = ""
        return [self._piece(*self._trimmed(start, cut)), self._piece(*self._trimmed(cut, end), how)]

    def _are_two_headlines(self, one: str, other: str, printed: str) -> bool:
        if len(printed.strip()) > MOST_OF_KICKER:
            return False
        if is_round_up(one) != is_round_up(other):
            return True
        if min(widths_in_em([one, other])) < FULL_CLAUSE:
            return False
        return HEADLINES.fullmatch(one + other) is not None

    def _furniture_edge(self, block: Piece) -> int:
        """As for bylines: the head or foot line of the page that was joined with its first block, or its last."""
        first, last = self._page
        if block.start == first and is_furniture(block.lines[0]):
            return 1
        return len(block.lines) - 1 if block.end == last and is_furniture(block.lines[-1]) else 0

    def _line_begins(self, block: Piece, number: int) -> int | None:
        """Where a printed line of a block begins in the cleaned page; None if nothing of the block is before it."""
        at, last = block.source[0]
        for line in block.lines[:number]:
            at = self.trace.raw.index(line, at, last) + len(line)
        place = self.trace.raw.index(block.lines[number], at, last)
        found = self.trace.target(place, place + len(block.lines[number]))
        return found[0][0] if found and block.start < found[0][0] < block.end else None

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without the white space around it."""
        inner = self.trace.clean[start:end]
        return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _byline_edge(lines: Sequence[str]) -> int:
    """The line that is a byline, or stands behind one, joined with what stands beside it; 0 if there is none."""
    if IS_HAN.match(lines[0]) and len(lines) > FEW_LINES:
        return 0
    places = (*range(min(FEW_LINES, len(lines) - 1)), len(lines) - 1)
    # One that begins with a small letter (`von Caprivi.`) may be words of a sentence.
    return next((at or 1 for at in places if not lines[at][0].islower() and byline_form(lines[at])), 0)
