"""A block of a cleaned page together with the printed lines it was made of.

Cleaning joins the lines of a paragraph, and with them the column's width goes; the trace still knows it. A line
of larger type holds fewer characters than the column, a headline over several columns more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

import regex

from paperclean.tracing import Trace

__all__ = ["Measured", "measured_blocks"]

NARROW = regex.compile(r"[\x00-\xff\u2010-\u2027，。、；：？！（）《》〈〉「」『』]+")  # half an em each
INDENT = 2.0  # em; a Chinese paragraph's, and about a Latin one's
LINE = regex.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass
class Measured:
    """One line of the cleaned page, `clean[start:end]`, without the white space around it.

    *widths* are those of its printed lines in em, *stacked* whether it stands close under the block before it
    although lines of the page are commonly set apart by a blank line.
    """

    text: str
    start: int
    end: int
    source: tuple[tuple[int, int], ...]
    widths: list[float]
    stacked: bool = False
    kind: str = "paragraph"
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
    blocks: list[Measured] = []
    blank_lines = 0
    ended = -1
    for match in LINE.finditer(clean):
        text = match.group().strip()
        if not text:
            continue
        start = match.start() + match.group().index(text[0])
        end = start + len(text)
        source = tuple(trace.source(start, end))
        printed = "".join(raw[a:b] for a, b in source)
        widths = [width(line) for piece in LINE.findall(printed) if (line := piece.strip())]
        stacked = ended >= 0 and clean.count("\n", ended, start) == 1
        blank_lines += not stacked
        blocks.append(Measured(text, start, end, source, widths or [0.0], stacked))
        ended = end
    if blank_lines < 0.7 * len(blocks):  # lines close together are nothing special on this page
        for block in blocks:
            block.stacked = False
    return blocks
