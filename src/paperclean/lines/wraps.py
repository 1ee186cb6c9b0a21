"""Lines that end only because the column did."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import NamedTuple

import regex

from paperclean.edits import Edit
from paperclean.lines import chinese, latin
from paperclean.lines.habits import CHINESE, CHINESE_1920S, LATIN, Habits
from paperclean.lines.measures import Line, Measures, printed_lines
from paperclean.lines.roles import decide
from paperclean.pipeline import rewrite

__all__ = ["LineRole", "join_wrapped_lines", "line_roles"]

HAN = regex.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
FULL_STOP = regex.compile("[。！？]")
LEAST_STOPS = 0.006  # of the characters of Chinese that uses full stops; less in newspapers of the 1920s


class LineRole(NamedTuple):
    """A printed line from *start* to *end* of the text, and its *role* there.

    `first`, `middle` and `last` lines make a paragraph, `single` is a paragraph of one line, `display` a line of
    a headline, subhead, byline or caption. *confidence* is how sure it is, from 0 to 1, that the line is, or is
    not, the end of its block.
    """

    start: int
    end: int
    role: str
    confidence: float


@rewrite
def join_wrapped_lines(text: str) -> Iterator[Edit]:
    r"""Join lines that were broken only because the column ended; a paragraph becomes one line.

    >>> print(join_wrapped_lines(WRAPPED))
    """
    yield from _edits(text)


def _edits(text: str) -> list[Edit]:
    lines = printed_lines(text)
    if len(lines) < 2:
        return []
    breaks, margins, _ = decide(_measured(lines))
    blanks_wrap = 2 * sum(line.blank_before for line in lines[1:]) > len(lines)
    edits = []
    for i in range(len(lines) - 1):
        here, following = lines[i], lines[i + 1]
        if not breaks[i]:
            edits.append(Edit(here.end, following.start, joint(here.text, following.text), "wrapped", _confidence(margins[i])))
        elif blanks_wrap and not following.blank_before:
            at = text.index("\n", here.end) + 1
            edits.append(Edit(at, at, "\n", "blank line between blocks", _confidence(margins[i])))
    return edits


def joint(before: str, after: str) -> str:
    """What belongs between two lines that are joined: a space between Latin words, else nothing."""
    a, b = before[-1], after[0]
    if a > "\u2e7f" or b > "\u2e7f":
        return ""
    return " "


def _confidence(margin: float) -> float:
    return round(1 / (1 + exp(-min(margin, 30.0))), 3)


def line_roles(text: str) -> list[LineRole]:
    """The role of each printed line of *text* in its paragraph."""
    lines = printed_lines(text)
    if not lines:
        return []
    breaks, margins, shown = decide(_measured(lines))
    roles = []
    was_closed = True
    for line, closed, margin, is_shown in zip(lines, breaks, margins, shown, strict=True):
        if was_closed:
            role = ("display" if is_shown else "single") if closed else "first"
        else:
            role = "last" if closed else "middle"
        roles.append(LineRole(line.start, line.end, role, _confidence(margin)))
        was_closed = closed
    return roles


def _measured(lines: list[Line]) -> Measures:
    texts = [line.text for line in lines]
    search = HAN.search
    han = sum(1 for line in texts if search(line)) * 2 > len(texts)
    return (measured_chinese if han else measured_latin)(lines, texts)


def measured_chinese(lines: list[Line], texts: list[str]) -> Measures:
    stops = sum(len(FULL_STOP.findall(line)) for line in texts)
    habits: Habits = CHINESE if stops >= LEAST_STOPS * sum(map(len, texts)) else CHINESE_1920S
    widths = [chinese.width(line) for line in texts]
    ends = [chinese.end_class(line) for line in texts]
    openings = [
        chinese.opening_class(line, after) for line, after in zip(texts, [chinese.SENTENCE_END, *ends], strict=False)
    ]
    overhang = [chinese.overhang(line) for line in texts]
    display = [
        chinese.display_evidence(line, opening, end, width)
        for line, opening, end, width in zip(texts, openings, ends, widths, strict=True)
    ]
    return Measures(
        habits, widths, ends, openings, overhang, display, [0.0] * len(texts), [line.indented for line in lines]
    )


def measured_latin(lines: list[Line], texts: list[str]) -> Measures:
    widths = [latin.width(line) for line in texts]
    ends = [latin.end_class(line) for line in texts]
    openings = [latin.opening_class(line) for line in texts]
    following = [*openings[1:], latin.LOWER_CASE]
    display = [latin.display_evidence(end, opening) for end, opening in zip(ends, following, strict=True)]
    nothing = [0.0] * len(texts)
    return Measures(
        LATIN, widths, ends, openings, nothing, display, nothing, [line.indented for line in lines]
    )
