"""What is measured of a text's lines before their roles are decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from paperclean.lines.habits import Habits

__all__ = ["Line", "Measures", "printed_lines"]


class Line(NamedTuple):
    """A line that prints something: its place in the text without the white space around it, and that text.

    *indented*: it began with white space. *blank_before*: a line of nothing but white space stood before it.
    """

    start: int
    end: int
    text: str
    indented: bool
    blank_before: bool


@dataclass(frozen=True, eq=False)
class Measures:
    """The lines of one stretch of text as numbers, a list each, in order.

    *ends* and *openings* are classes of end marks and first words (see `chinese`, `latin`); *overhang* is how
    far the piece that may not be divided at the start of a line exceeds one unit; *display* and *breaks* are
    evidence, in natural logarithms, that the line is one of display, and that a break precedes it.
    """

    habits: Habits
    widths: list[float]
    ends: list[int]
    openings: list[int]
    overhang: list[float]
    display: list[float]
    breaks: list[float]
    indented: list[bool]


def printed_lines(text: str) -> list[Line]:
    r"""The lines of *text* that print something.

    >>> [line.text for line in printed_lines("海关\n\n  加快\r\n")]
    ['海关', '加快']
    """
    found: list[Line] = []
    at = 0
    blank = False
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            size = len(line)
            if size == len(raw):
                found.append(Line(at, at + size, line, False, blank))
            else:
                start = at + len(raw) - len(raw.lstrip())
                found.append(Line(start, start + size, line, start > at, blank))
            blank = False
        else:
            blank = True
        at += len(raw) + 1
    return found
