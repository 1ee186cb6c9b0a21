"""A block of a cleaned page together with the printed lines it was made of.

Cleaning joins the lines of a paragraph, and with them the column's width goes; the trace still knows it. A line
of larger type holds fewer characters than the column, a headline over several columns more.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import NamedTuple

import regex

from paperclean.article.affinity import Term, Terms
from paperclean.article.jump_lines import JUMP_WORD, Jump, jump_from, jump_to
from paperclean.article.signs import is_round_up
from paperclean.tracing import Trace

__all__ = ["FULL_CLAUSE", "Measured", "measured_blocks"]

# Half an em wide. Controls, which no page prints, are left out: there is room for two hundred and fifty-six, and the line
# end keeps its own number.
NARROW = codecs.charmap_build(
    "".join(map(chr, (*range(0x0B), *range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2028))))
    + "，。、；：？！（）《》〈〉「」『』"
)
MISREAD = re.compile("[\x80-\x9f]")  # letters read with the wrong codec
INDENT = 2.0  # em; a Chinese paragraph's, and about a Latin one's
MOST_LINES = 12  # tell the column
FULL_CLAUSE = 10.0  # em of a line that says something by itself
MOST_OF_KICKER = 60  # characters of a kicker and its headline together
SENTENCE_ENDS = frozenset("。；，：！？.;,:!?）)")
FULL_STOP = regex.compile(r"[。！？][”’」』）]?$")
SUBHEAD = regex.compile(r"\p{Han}{4,8}")
HEADLINES = regex.compile(r"(?=.*\p{Han})[^。，；,;]+(?<!\d{4})")
LINE_END = re.compile(r"\n[\n\t ]*")


@dataclass(slots=True)
class Measured:
    """One line of the cleaned page, `clean[start:end]`, without the white space around it.

    *widths* are those of its printed lines in em, *stacked* whether it was printed close under the block before
    it although lines of the page are commonly set apart by a blank line, *wrapped* whether it may be the
    second line of the display line before it, *unended* whether it is a paragraph without the end of a
    sentence, *width* that of all its characters in one line, *column* that of the column it was set in, None
    where it has too few lines to tell, *came* and *goes* the jump lines that it begins and ends with.
    """

    text: str
    start: int
    end: int
    source: tuple[tuple[int, int], ...]
    widths: list[float]
    page: Terms
    stacked: bool = False
    wrapped: bool = False
    kind: str = "paragraph"
    unended: bool = False
    came: Jump | None = None
    goes: Jump | None = None
    width: float = field(init=False)
    column: float | None = field(init=False)
    _words: set[Term] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        widths = self.widths
        self.width = sum(widths)
        if len(widths) > 2:
            inner = sorted(widths[1:-1])
            self.column = (inner[(len(inner) - 1) // 2] + inner[len(inner) // 2]) / 2
        else:
            self.column = widths[0] + INDENT if len(widths) > 1 else None

    @property
    def words(self) -> set[Term]:
        """What is weighed of its text; read when first asked for."""
        if self._words is None:
            self._words = self.page.within(self.start, self.end)
        return self._words


def measured_blocks(trace: Trace) -> list[Measured]:
    """The blocks of the cleaned page, in order; a blank line or a line end parts them."""
    clean, raw = trace.clean, trace.raw
    ends = LINE_END.findall(raw)
    # Where lines are commonly set apart by a blank line, two joined ones without are a display of several lines.
    spaced = len(ends) > 1 and 2 * ends.count("\n") < len(ends)
    pieces: list[_Piece] = []
    start = 0
    for line in clean.splitlines(keepends=True):
        if text := line.strip():
            first = start + line.index(text[0])
            pieces += _printed_apart(trace, first, first + len(text), spaced=spaced)
        start += len(line)
    widths = _widths([*chain.from_iterable([piece.lines[:MOST_LINES] for piece in pieces])])
    terms = Terms(clean)
    may_jump = bool(JUMP_WORD.search(clean))
    blocks: list[Measured] = []
    at = 0
    gaps = [raw.count("\n", a.source[-1][1], b.source[0][0]) for a, b in pairwise(pieces)]
    # Where blocks are commonly set apart by a blank line, two close together are a display of several lines.
    apart = 2 * sum(gap > 1 for gap in gaps) > len(gaps)
    for (start, end, source, lines, how), gap in zip(pieces, (0, *gaps), strict=False):
        stacked = how == "stacked" or (apart and gap == 1)
        own = widths[at : at + min(len(lines), MOST_LINES)] or [0.0]
        at += min(len(lines), MOST_LINES)
        block = Measured(clean[start:end], start, end, source, own, terms, stacked, how == "wrapped")
        if may_jump:
            block.came, block.goes = jump_from(block.text), jump_to(block.text)
        blocks.append(block)
    return blocks


def _widths(lines: Sequence[str]) -> list[float]:
    """The widths of *lines* in em."""
    # All of them at once, as bytes: a pattern takes twice as long.
    text = MISREAD.sub("\xff", "\n".join(lines))
    narrow = codecs.charmap_encode(text, "ignore", NARROW)[0].split(b"\n")
    return [size - 0.5 * half for size, half in zip(map(len, lines), map(len, narrow), strict=False)]


class _Piece(NamedTuple):
    start: int
    end: int
    source: tuple[tuple[int, int], ...]
    lines: list[str]  # that it was printed in
    how: str


def _piece(trace: Trace, start: int, end: int, how: str = "") -> _Piece:
    source = trace.source(start, end)
    lines = [line for first, last in source for line in trace.raw[first:last].splitlines()]
    return _Piece(start, end, tuple(source), [*filter(None, map(str.strip, lines))], how)


def _printed_apart(trace: Trace, start: int, end: int, *, spaced: bool) -> list[_Piece]:
    """The block itself, or, where two things were joined, the two of them, and how the second follows.

    A headline is broken because its large type does not fit; two close lines of a good length, with no end
    of a sentence, are a kicker and a headline, or two headlines. A short line without an end, after one that
    ends a sentence, is a subhead.
    """
    clean, raw = trace.clean, trace.raw
    whole = _piece(trace, start, end)
    if len(whole.lines) < 2 or clean[end - 1] in SENTENCE_ENDS or len(whole.source) != 1:
        return [whole]
    (first, last), before, after = whole.source[0], whole.lines[-2], whole.lines[-1]
    subhead = SUBHEAD.fullmatch(after) and FULL_STOP.search(before)
    if not subhead and (
        len(whole.lines) > 2 or not _two_headlines(before, after, raw[first:last], spaced=spaced)
    ):
        return [whole]
    place = raw.rindex(after, first, last)
    head = trace.target(place, place + len(after))
    if not head or not start < head[0][0] < end:
        return [whole]
    second = end - len(clean[head[0][0] : end].lstrip())
    first_end = start + len(clean[start : head[0][0]].rstrip())
    how = "stacked" if spaced and raw.count("\n", first, last) == 1 else "wrapped"
    if subhead or is_round_up(before) != is_round_up(after):
        how = ""
    return [_piece(trace, start, first_end), _piece(trace, second, end, how)]


def _two_headlines(one: str, other: str, printed: str, *, spaced: bool) -> bool:
    if len(printed.strip()) > MOST_OF_KICKER:
        return False
    if is_round_up(one) != is_round_up(other):
        return True
    if min(_widths([one, other])) < FULL_CLAUSE:
        return False
    return (spaced and printed.count("\n") == 1) or bool(HEADLINES.fullmatch(one + other))
