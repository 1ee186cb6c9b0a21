"""Source code, configuration, mark-up and tables of values between commas, whose line ends mean something."""

from __future__ import annotations

import re

from paperclean.lines.chinese import HAN_STOPS
from paperclean.lines.latin import LOWER, STOPS
from paperclean.lines.printed import Lines
from paperclean.scripts import FIRST_HAN

__all__ = ["is_source"]

# Lines that only source code or mark-up has; in a novel a line may be a speech: "Nothing."
SOURCE = re.compile(
    r"""\#|```|~~~|[-*+]\ \S|>\ |\|.*\||<[/!a-zA-Z]|@\w+|//|/\*|\*\ |\"""|'{3}|\.\.\ \w|:\w+:|[)}\]]+[;,:]*$|[-=_*~+^]{3,}$
    |(?:def|class|return|if|for|while|elif|else|try|except|with|function|const|let|var|public|private)\b.*[:;{(]$
    |(?:import|from)\ [\w.]+(?:\ import\ .*)?$|\w[\w.]*\ ?=\ ?\S|\[[^\]]+\]$
    |[\w.\-"]+\ ?=\ ?[\["'({\d]|(?!\d+\ ?:)[\w.\-"]+\ ?:\ ?(?:[\[({](?:.*[\])}])?|(["']).*\1|[\d.]+)[,;]?$
    |[^\s,;，。]+(?:[,;][^\s,;，。]*){2,}$|[\w.]+\(.*\)[:;,]?$|"[^"]*",$|"[^"]*[^".,!?—–…-]"$
    """,
    flags=re.VERBOSE | re.ASCII,
)
SOURCE_ENDS = frozenset("{}")
LEAST_SOURCE = 0.12  # share of such lines from which a text is left alone
LOOKED_AT = 40  # lines
ITEMS = frozenset(["- ", "* "])
LEAST_SPEECHES = 0.8  # of the lines that open with a dash, in a story of which some are speeches
FULL = 0.9  # of the widest line


def is_source(lines: Lines) -> bool:
    """Whether *lines* are source code, configuration or mark-up, whose line ends mean something."""
    texts = lines.texts
    step = max(1, len(texts) // LOOKED_AT)
    some = range(0, len(texts), step)
    match = SOURCE.match
    found = [
        i
        for i, first, last in zip(some, lines.firsts[::step], lines.lasts[::step], strict=True)
        if last in SOURCE_ENDS or (first < "\x80" and match(texts[i]))
    ]
    least = max(2, LEAST_SOURCE * len(some))
    if len(found) < least:
        return False
    dashes = [i for i in found if texts[i][:2] in ITEMS]
    return len(found) - len(dashes) >= least or not _are_speeches(lines, dashes)


def _are_speeches(lines: Lines, dashes: list[int]) -> bool:
    """Whether the lines that open with *dashes* are speeches or items set in a column, not ones of Markdown.

    They are sentences, or another follows, or they go on in a line that is neither indented nor set apart; some do so
    in a small letter, or from a full line of Chinese in the next.
    """
    texts = lines.texts
    last = len(texts) - 1
    ending = [i for i in dashes if i < last and texts[i + 1][:2] not in ITEMS]
    going_on = [i for i in ending if not (lines.indented[i + 1] or lines.blank_before[i + 1])]
    whole = sum(texts[i][-1] in STOPS for i in {*ending}.difference(going_on))
    full = FULL * max(map(len, texts))
    some = [
        i
        for i in going_on
        if texts[i + 1][0] in LOWER
        or (texts[i + 1][0] >= FIRST_HAN and texts[i][-1] not in HAN_STOPS and len(texts[i]) >= full)
    ]
    return bool(some) and len(going_on) + whole >= LEAST_SPEECHES * len(ending)
