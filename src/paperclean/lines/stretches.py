"""Where lines may be wrapped at all: stretches of short lines that are no code, table or mark-up."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from paperclean.lines.measures import Line

__all__ = ["stretches"]

WIDEST_HAN = 48  # characters; a longer line is no line of a column but already a paragraph
WIDEST_LATIN = 125
NOT_HAN = "\u2e80"

# A line of a table or of a listing: cells apart by tabs, bars or wide spaces, leaders, a row of figures.
ROW = regex.compile(r"\S(?:\t| {3,}|\u3000{2,})\S|^\||\|$|\.{4,}|…{3,}|(?:[-=_*~+]{3,}|[─━═]{2,})$")
# A line that only source code or mark-up has.
SOURCE = regex.compile(
    r"^(?:#{1,6} \S|```|~~~|\s*(?:[-*+]|\d+[.)]) \S|> |\| |<[/!a-zA-Z]|@\w+|#include\b|//|/\*|\* )|[;{}]$|^\s*[)}\]]+[;,]?$"
    r"|^(?:def|class|import|from|return|if|for|while|elif|else|try|except|with|function|const|let|var|public|private)\b.*[:;{(]$"
    r"|^(?:import|from) [\w.]+(?: import .*)?$|^\w+(?:\.\w+)* = \S"
)
LEAST_SOURCE = 0.12  # share of such lines from which a text is left alone
LEAST_SOURCE_LINES = 2


def stretches(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """The runs of lines, as half-open ranges, that a column may have broken."""
    start = -1
    for i, line in enumerate(lines):
        text = line.text
        size = len(text)
        if size > WIDEST_HAN and (
            size > WIDEST_LATIN or text[size // 2] >= NOT_HAN or text[size // 3] >= NOT_HAN
        ):
            if start >= 0 and i - start > 1:
                yield start, i
            start = -1
        elif start < 0:
            start = i
    if start >= 0 and len(lines) - start > 1:
        yield start, len(lines)
