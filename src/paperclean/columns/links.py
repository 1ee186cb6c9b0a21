"""How well one line of a page goes on after another: what decides which lines are of one column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from paperclean.columns.chains import Line
from paperclean.columns.han_links import HanLinks
from paperclean.columns.latin_links import LatinLinks

__all__ = ["Links", "links"]


class Links(Protocol):
    """The lines of a text and how well each goes on after each other."""

    def lag(self, lag: int) -> list[float]:
        """For each line its association with the line *lag* lines below, from text alone."""

    def link(self, first: int, second: int) -> float:
        """The log odds that line *second* goes on after line *first*, widths and roles considered."""

    def is_running(self, start: int, end: int) -> bool:
        """Whether the lines from *start* up to *end* are broken prose, not the rows of a list."""

    def remembered(self, start: int, end: int) -> list[Line]:
        """What a chain remembers of each of the lines from *start* up to *end*."""

    def column_begins(self, start: int, end: int) -> list[float]:
        """The log odds that a column begins with each of these lines, given that one does somewhere."""

    def column_ends(self, start: int, end: int) -> list[float]:
        """The log odds that a column ends with each of these lines, given that one does somewhere."""


def links(lines: Sequence[str], language: str | None) -> Links:
    """The links of *lines* (none empty) in *language*."""
    return HanLinks(lines) if language == "zh" else LatinLinks(lines, language)
