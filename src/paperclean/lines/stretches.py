"""Where lines may be wrapped at all: stretches of short lines that are no code, table or mark-up."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from paperclean.lines.measures import Line

__all__ = ["is_source", "stretches"]

WIDEST_HAN = 44  # characters; a longer line is no line of a column but already a paragraph
WIDEST_LATIN = 125
NOT_HAN = "\u2e80"

# A row of a table: cells apart by tabs, bars or wide spaces, or leaders.
ROW = regex.compile(r"\S(?:\t| {3,}|\u3000{2,})\S|^\||\|$|\.{4,}")
# Lines that only source code or mark-up has.
SOURCE = regex.compile(
    r"""\#|```|~~~|[-*+]\ \S|>\ |\||<[/!a-zA-Z]|@\w+|//|/\*|\*\ |\"""|'{3}|\.\.\ \w|:\w+:|[)}\]]+[;,:]*$|[-=_*~+^]{3,}$
    |(?:def|class|return|if|for|while|elif|else|try|except|with|function|const|let|var|public|private)\b.*[:;{(]$
    |(?:import|from)\ [\w.]+(?:\ import\ .*)?$|[\w.\-"]+\ ?[=:]\ ?[\["'({\d]|\w[\w.]*\ ?=\ ?\S|\[[^\]]+\]$
    |[\w.]+\(.*\)[:;,]?$|"[^"]*",?$
    """,
    flags=regex.VERBOSE | regex.ASCII,
)
SOURCE_ENDS = frozenset("{}")
LEAST_SOURCE = 0.12  # share of such lines from which a text is left alone
LOOKED_AT = 100  # lines


def is_source(lines: list[Line]) -> bool:
    """Whether *lines* are source code, configuration or mark-up, whose line ends mean something."""
    some = lines[:: max(1, len(lines) // LOOKED_AT)]
    match = SOURCE.match
    found = sum(1 for line in some if line.text[-1] in SOURCE_ENDS or match(line.text))
    return found >= max(2, LEAST_SOURCE * len(some))


def stretches(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """The runs of lines, as half-open ranges, that a column may have broken."""
    start = -1
    for i, line in enumerate(lines):
        text = line.text
        if _is_whole(text):
            if start >= 0 and i - start > 1:
                yield start, i
            start = -1
        elif start < 0:
            start = i
    if start >= 0 and len(lines) - start > 1:
        yield start, len(lines)


def _is_whole(text: str) -> bool:
    """Whether a line is a paragraph, or a row of a table, rather than a line of a column."""
    size = len(text)
    if size > WIDEST_HAN and (
        size > WIDEST_LATIN or text[size // 2] >= NOT_HAN or text[size // 3] >= NOT_HAN
    ):
        return True
    if "   " in text or "\t" in text or "|" in text or "...." in text or "\u3000\u3000" in text:
        return ROW.search(text) is not None
    return False
