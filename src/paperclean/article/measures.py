"""A block of a cleaned page together with the printed lines it was made of.

Cleaning joins the lines of a paragraph, and with them the column's width goes; the trace still knows it. A line
of larger type holds fewer characters than the column, a headline over several columns more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

import regex

from paperclean.tracing import Trace

__all__ = ["FULL_CLAUSE", "Measured", "measured_blocks"]

NARROW = regex.compile(r"[\x00-\xff\u2010-\u2027，。、；：？！（）《》〈〉「」『』]+")  # half an em each
INDENT = 2.0  # em; a Chinese paragraph's, and about a Latin one's
FULL_CLAUSE = 10.0  # em of a line that says something by itself
MOST_OF_KICKER = 60  # characters of a kicker and its headline together
SENTENCE_ENDS = frozenset("。；，：！？.;,:!?）)")
LINE_END = regex.compile(r"\n[\n\t ]*")
LINE = regex.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass
class Measured:
    """One line of the cleaned page, `clean[start:end]`, without the white space around it.

    *widths* are those of its printed lines in em, *stacked* whether it was printed close under the block before
    it although lines of the page are commonly set apart by a blank line, *unended* whether it is a paragraph
    without the end of a sentence.
    """

    text: str
    start: int
    end: int
    source: tuple[tuple[int, int], ...]
    widths: list[float]
    stacked: bool = False
    kind: str = "paragraph"
    unended: bool = False
    words: set[str] = field(default_factory=set)

    @property
    def width(self) -> float:
        """Of all its characters in one line, in em."""
        return sum(self.widths)

    @property
    def column(self) -> float | None:
        """The width of the column it was set in, or None where it has too few lines to tell."""
        if len(self.widths) > 2:
            return median(self.widths[1:-1])
        return self.widths[0] + INDENT if len(self.widths) > 1 else None


def width(line: str) -> float:
    return len(line) - 0.5 * sum(map(len, NARROW.findall(line)))


def measured_blocks(trace: Trace) -> list[Measured]:
    """The blocks of the cleaned page, in order; a blank line or a line end parts them."""
    clean, raw = trace.clean, trace.raw
    ends = LINE_END.findall(raw)
    # Where lines are commonly set apart by a blank line, two close together are a display of several lines.
    spaced = len(ends) > 1 and 2 * sum(len(end) > 1 for end in ends) > len(ends)
    blocks: list[Measured] = []
    for match in LINE.finditer(clean):
        text = match.group().strip()
        if not text:
            continue
        start = match.start() + match.group().index(text[0])
        for first, last, stacked in _printed_apart(trace, start, start + len(text), spaced=spaced):
            source = tuple(trace.source(first, last))
            printed = "".join(raw[a:b] for a, b in source)
            widths = [width(line) for piece in LINE.findall(printed) if (line := piece.strip())]
            if spaced and not stacked and blocks:
                a, b = blocks[-1].source[-1][1], source[0][0]
                stacked = a < b and raw.count("\n", a, b) == 1
            blocks.append(Measured(clean[first:last], first, last, source, widths or [0.0], stacked))
    return blocks


def _printed_apart(trace: Trace, start: int, end: int, *, spaced: bool) -> list[tuple[int, int, bool]]:
    """The block itself, or, where a kicker and its headline were joined, the two of them.

    A headline is broken because its large type does not fit; two close lines of a good length, with no end
    of a sentence, are a kicker and a headline.
    """
    whole = [(start, end, False)]
    if not spaced or end - start > MOST_OF_KICKER or trace.clean[end - 1] in SENTENCE_ENDS:
        return whole
    (first, last), *more = trace.source(start, end)
    lines = [found for found in LINE.finditer(trace.raw, first, last) if found.group().strip()]
    if more or len(lines) != 2 or trace.raw.count("\n", first, last) != 1:
        return whole
    if min(width(line.group().strip()) for line in lines) < FULL_CLAUSE:
        return whole
    head = trace.target(lines[0].start(), lines[0].end())
    cut = head[-1][1]
    if len(head) != 1 or not start < cut < end or not trace.clean[cut:end].strip():
        return whole
    second = cut + len(trace.clean[cut:end]) - len(trace.clean[cut:end].lstrip())
    first_end = start + len(trace.clean[start:cut].rstrip())
    return [(start, first_end, False), (second, end, True)]
