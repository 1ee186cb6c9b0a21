"""Where lines may be wrapped at all: stretches of short lines that are no code, table or mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperclean.lines.latin import HYPHENS, LOWER
from paperclean.scripts import FIRST_HAN

__all__ = ["is_source", "stretches"]

WIDEST_HAN = 44  # characters; a longer line is no line of a column but already a paragraph
WIDEST_LATIN = 125
WIDEST_CUT = 160  # of a line that ends inside a sentence
CUT_ENDS = LOWER | HYPHENS | {","}

# A row of a table: cells apart by tabs, bars or wide spaces, or leaders, which lead to a number or are longer than
# an ellipsis.
ROW = re.compile(r"\S(?:\t| {3,}|\u3000{2,})\S|^\||\|$|\.{7,}|\.{4,} ?\d")
PARTS = ("\t", "|", "   ", "....", "\u3000\u3000")  # one of which every such row holds
# Lines that only source code or mark-up has.
SOURCE = re.compile(
    r"""\#|```|~~~|[-*+]\ \S|>\ |\||<[/!a-zA-Z]|@\w+|//|/\*|\*\ |\"""|'{3}|\.\.\ \w|:\w+:|[)}\]]+[;,:]*$|[-=_*~+^]{3,}$
    |(?:def|class|return|if|for|while|elif|else|try|except|with|function|const|let|var|public|private)\b.*[:;{(]$
    |(?:import|from)\ [\w.]+(?:\ import\ .*)?$|[\w.\-"]+\ ?[=:]\ ?[\["'({\d]|\w[\w.]*\ ?=\ ?\S|\[[^\]]+\]$
    |[\w.]+\(.*\)[:;,]?$|"[^"]*",?$
    """,
    flags=re.VERBOSE | re.ASCII,
)
SOURCE_ENDS = frozenset("{}")
LEAST_SOURCE = 0.12  # share of such lines from which a text is left alone
LOOKED_AT = 40  # lines


def is_source(texts: list[str]) -> bool:
    """Whether the lines *texts* are source code, configuration or mark-up, whose line ends mean something."""
    some = texts[:: max(1, len(texts) // LOOKED_AT)]
    match = SOURCE.match
    found = sum(1 for text in some if text[-1] in SOURCE_ENDS or match(text))
    return found >= max(2, LEAST_SOURCE * len(some))


def stretches(texts: list[str]) -> Iterator[tuple[int, int]]:
    """The runs of lines, as half-open ranges, that a column may have broken."""
    start = 0
    for i in _whole(texts):
        if i - start > 1:
            yield start, i
        start = i + 1
    if len(texts) - start > 1:
        yield start, len(texts)


def _whole(texts: list[str]) -> list[int]:
    """The lines that are paragraphs, or rows of a table, rather than lines of a column."""
    page = "\n".join(texts)
    found = [i for i, text in enumerate(texts) if len(text) > WIDEST_HAN and _is_paragraph(text)]
    cut = {i for i in found if _is_cut(texts, i)}
    if cut:
        found = [i for i in found if i not in cut and i - 1 not in cut]
    if any(part in page for part in PARTS):
        rows = [i for i, text in enumerate(texts) if ROW.search(text)]
        found = sorted({*found, *rows})
    return found


def _is_paragraph(text: str) -> bool:
    size = len(text)
    return size > WIDEST_LATIN or text[size // 2] >= FIRST_HAN or text[size // 3] >= FIRST_HAN


def _is_cut(texts: list[str], i: int) -> bool:
    """Whether long line number *i* ends after a small letter or a comma and before a small letter, as no paragraph does."""
    here, following = texts[i], texts[i + 1] if i + 1 < len(texts) else ""
    return max(len(here), len(following)) <= WIDEST_CUT and here[-1] in CUT_ENDS and following[:1] in LOWER
