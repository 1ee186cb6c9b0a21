"""A block of a cleaned page together with the printed lines it was made of.

Cleaning joins the lines of a paragraph, and with them the column's width goes; the trace still knows it. A line
of larger type holds fewer characters than the column, a headline over several columns more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from paperclean.article.affinity import Term, terms
from paperclean.article.signs import Jump, is_round_up, jump_from, jump_to
from paperclean.tracing import Trace

__all__ = ["FULL_CLAUSE", "Measured", "measured_blocks"]

# Half an em each; a line end has no width.
NARROW = re.compile(r"[\x00-\x09\x0b-\xff\u2010-\u2027，。、；：？！（）《》〈〉「」『』]+")
INDENT = 2.0  # em; a Chinese paragraph's, and about a Latin one's
MOST_LINES = 12  # tell the column
FULL_CLAUSE = 10.0  # em of a line that says something by itself
MOST_OF_KICKER = 60  # characters of a kicker and its headline together
SENTENCE_ENDS = frozenset("。；，：！？.;,:!?）)")
FULL_STOP = regex.compile(r"[。！？][”’」』）]?$")
SUBHEAD = regex.compile(r"\p{Han}{4,8}")
HEADLINES = regex.compile(r"(?=.*\p{Han})[^。，；,;]+(?<!\d{4})")
LINE_END = re.compile(r"\n[\n\t ]*")
LINE = regex.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


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
    stacked: bool = False
    wrapped: bool = False
    kind: str = "paragraph"
    unended: bool = False
    width: float = field(init=False)
    column: float | None = field(init=False)
    came: Jump | None = field(init=False)
    goes: Jump | None = field(init=False)
    _words: list[Term] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.came, self.goes = jump_from(self.text), jump_to(self.text)
        widths = self.widths
        self.width = sum(widths)
        if len(widths) > 2:
            inner = sorted(widths[1:-1])
            self.column = (inner[(len(inner) - 1) // 2] + inner[len(inner) // 2]) / 2
        else:
            self.column = widths[0] + INDENT if len(widths) > 1 else None

    @property
    def words(self) -> list[Term]:
        """What is weighed of its text, each as often as it stands there; read when first asked for."""
        if self._words is None:
            self._words = terms(self.text)
        return self._words


def width(line: str) -> float:
    return (len(line) + len(NARROW.sub("", line))) / 2


def measured_blocks(trace: Trace) -> list[Measured]:
    """The blocks of the cleaned page, in order; a blank line or a line end parts them."""
    clean, raw = trace.clean, trace.raw
    ends = LINE_END.findall(raw)
    # Where lines are commonly set apart by a blank line, two close together are a display of several lines.
    spaced = len(ends) > 1 and 2 * sum(len(end) > 1 for end in ends) > len(ends)
    blocks: list[Measured] = []
    at = 0
    for line in clean.splitlines(keepends=True):
        text = line.strip()
        if text:
            start = at + len(line) - len(line.lstrip())
            for first, last, source, how in _printed_apart(trace, start, start + len(text), spaced=spaced):
                stacked = how == "stacked"
                if spaced and not stacked and blocks:
                    a, b = blocks[-1].source[-1][1], source[0][0]
                    stacked = a < b and raw.count("\n", a, b) == 1
                widths = _widths(raw, source)
                blocks.append(
                    Measured(clean[first:last], first, last, source, widths, stacked, how == "wrapped")
                )
        at += len(line)
    return blocks


def _widths(raw: str, source: Iterable[tuple[int, int]]) -> list[float]:
    """Of the printed lines that a block was made of, enough of them to tell the column."""
    lines: list[str] = []
    for start, end in source:
        lines += filter(None, map(str.strip, raw[start:end].splitlines()))
        if len(lines) >= MOST_LINES:
            del lines[MOST_LINES:]
            break
    if not lines:
        return [0.0]
    wide = NARROW.sub("", "\n".join(lines)).split("\n")
    return [(len(line) + len(rest)) / 2 for line, rest in zip(lines, wide, strict=True)]


class _Piece(NamedTuple):
    start: int
    end: int
    source: tuple[tuple[int, int], ...]
    how: str


def _printed_apart(trace: Trace, start: int, end: int, *, spaced: bool) -> list[_Piece]:
    """The block itself, or, where two things were joined, the two of them, and how the second follows.

    A headline is broken because its large type does not fit; two close lines of a good length, with no end
    of a sentence, are a kicker and a headline, or two headlines. A short line without an end, after one that
    ends a sentence, is a subhead.
    """
    source = tuple(trace.source(start, end))
    whole = [_Piece(start, end, source, "")]
    if len(source) != 1 or trace.clean[end - 1] in SENTENCE_ENDS:
        return whole
    first, last = source[0]
    if trace.raw.find("\n", first, last) < 0:
        return whole
    lines = [found for found in LINE.finditer(trace.raw, first, last) if found.group().strip()]
    if len(lines) < 2:
        return whole
    before, after = lines[-2].group().strip(), lines[-1].group().strip()
    subhead = FULL_STOP.search(before) and SUBHEAD.fullmatch(after)
    if not subhead and (
        len(lines) != 2 or not _two_headlines(before, after, trace.raw[first:last], spaced=spaced)
    ):
        return whole
    head = trace.target(lines[-1].start(), lines[-1].end())
    if not head or not start < head[0][0] < end:
        return whole
    second = end - len(trace.clean[head[0][0] : end].lstrip())
    first_end = start + len(trace.clean[start : head[0][0]].rstrip())
    how = "stacked" if spaced and trace.raw.count("\n", first, last) == 1 else "wrapped"
    if subhead or is_round_up(before) != is_round_up(after):
        how = ""
    return [
        _Piece(start, first_end, tuple(trace.source(start, first_end)), ""),
        _Piece(second, end, tuple(trace.source(second, end)), how),
    ]


def _two_headlines(one: str, other: str, printed: str, *, spaced: bool) -> bool:
    if len(printed.strip()) > MOST_OF_KICKER:
        return False
    if is_round_up(one) != is_round_up(other):
        return True
    if min(width(one), width(other)) < FULL_CLAUSE:
        return False
    return (spaced and printed.count("\n") == 1) or bool(HEADLINES.fullmatch(one + other))
