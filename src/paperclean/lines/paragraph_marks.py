"""What marks the paragraphs of a page, and what tells a mark that is missing: blank lines, indents, spaces at line ends, room for the next word."""

from __future__ import annotations

from itertools import compress
from math import log
from operator import or_
from typing import NamedTuple

from paperclean.lines import latin
from paperclean.lines.habits import ENDS_SENTENCE
from paperclean.lines.measures import MOST_DIVIDED, Measures
from paperclean.lines.page_numbers import page_numbers, running_heads
from paperclean.lines.printed import Lines
from paperclean.lines.together import are_put_together
from paperclean.statistics.words import HYPHENS

__all__ = ["APART", "PageMarks", "page_marks", "weigh_marks"]

# For a break at a blank line that parts blocks, where a poem stands, before a page number or a running head, and after it: where a
# page ends inside a paragraph it would get one.
APART = 20.0
# Blank lines, at least, and the share of them before a small letter, at most, where they part the blocks of a page.
LEAST_BLANKS, MOST_SMALL = 2, 0.05

# For a break at a blank line between a sentence's end and a small letter, as another column's block opens with, or one whose large initial was
# lost, and between a divided word and a capital: of 57 such places on real pages that were joined four are one sentence.
TORN = {(latin.SENTENCE_END, latin.LOWER_CASE), *((latin.HYPHEN, opening) for opening in latin.CAPITALS)}
BY_TORN = 8.0

# Spaces at line ends go on in the next line where a paragraph does, as programs that lay out pages write them and PyMuPDF hands on: lines that
# show it, of those that go on in a small letter and of short ones that end a sentence; the share of the former that have a space, at least, and
# of the latter, at most; what it tells.
LEAST_GOING_ON, LEAST_ENDS, MOST_UNSPACED, MOST_SPACED = 10, 2, 0.06, 0.25
SPACED = 30.0
GOES_ON = latin.LOWER.union(HYPHENS, ",")  # what a line ends with that ends inside a sentence
NO_SPACE_BEHIND = latin.DASHES.union(HYPHENS, "/")  # where a line may end inside what no space parts

# Share of the width below which a line that ends a sentence is a paragraph's last, of ragged lines too, and above which one is full.
SHORT, FULL = 0.7, 0.9
# As many joints of each kind are added to those counted, half of the breaks and a tenth of the others blank; and as many short lines,
# half of them without a mark behind them.
BLANKS_UNSEEN, ENDS_UNSEEN = 2.0, 0.5
# Share of the lines that go on, at most, with room for the next word, where room tells of breaks: .004 of made-up ragged lines of English
# news; and of those that end a paragraph, .88 of them there, fewer where paragraphs are even. Without indents or blank lines it tells
# .76 of the paragraphs, without room .64.
MOST_ROOM, ROOM_AT_END = 0.03, 0.75


class PageMarks(NamedTuple):
    """What marks the paragraphs of a page in Latin script: whether *blanks_part* them, and *spaces_go_on* at line ends inside them.

    And whether some of its lines were *put_together*.
    """

    blanks_part: bool
    spaces_go_on: bool
    put_together: bool


def page_marks(lines: Lines) -> PageMarks:
    """What marks the paragraphs of the page of *lines*, if they are of Latin script."""
    return PageMarks(_blank_lines_part(lines), _spaces_go_on(lines), are_put_together(lines))


def _blank_lines_part(lines: Lines) -> bool:
    """Whether blank lines part the blocks of a page in Latin script: hardly a small letter stands below one."""
    blanks = sum(lines.apart[1:])
    if blanks < LEAST_BLANKS:
        return False
    above_and_below = compress(zip(lines.lasts, lines.texts[1:], strict=False), lines.apart[1:])
    small = sum(
        last in GOES_ON and text[0] in latin.LOWER and " " in text  # a word alone may be a speck, or www.
        for last, text in above_and_below
    )
    return small <= MOST_SMALL * blanks


def _spaces_go_on(lines: Lines) -> bool:
    """Whether a space stands at the end of each line in Latin script that goes on in the next, and of hardly any paragraph's last one."""
    texts, spaces = lines.texts, lines.spaces
    if spaces.count(1) < LEAST_GOING_ON:
        return False
    inside = [
        space > 0
        for last, first, space in zip(lines.lasts, lines.firsts[1:], spaces, strict=False)
        if first in latin.LOWER and (last in latin.LOWER or last == ",")
    ]
    ends = [
        spaces[i] > 0
        for i in range(1, len(texts))
        if lines.lasts[i] in latin.STOPS and len(texts[i]) < SHORT * len(texts[i - 1])
    ]
    return (
        len(inside) >= LEAST_GOING_ON
        and len(ends) >= LEAST_ENDS
        and inside.count(False) <= MOST_UNSPACED * len(inside)
        and sum(ends) <= MOST_SPACED * len(ends)
    )


def weigh_marks(m: Measures, page: PageMarks) -> None:
    """Add to the evidence of a break before each line what a mark of a paragraph tells that stands there, or that is missing.

    *page*: what marks the paragraphs of its page.
    """
    lines = m.lines
    if m.habits.han or not page.blanks_part:
        _weigh_blank_lines(m, lines.apart)
    else:
        for i in compress(range(len(lines)), lines.apart):
            m.breaks[i] += APART
    if not m.habits.han:
        for i in compress(range(1, len(lines)), lines.apart[1:]):
            if (m.ends[i - 1], m.openings[i]) in TORN:
                m.breaks[i] += BY_TORN
        if page.spaces_go_on:
            _weigh_spaces(m)
        _weigh_room(m)
        # Within blocks that blank lines part indents may mark paragraphs all the same.
        _weigh_missing(m, [*map(or_, lines.apart, lines.indented)] if page.blanks_part else lines.indented)
    for i in (*page_numbers(lines), *running_heads(lines)):
        m.breaks[i] += APART
        if i + 1 < len(lines):
            m.breaks[i + 1] += APART


def _weigh_blank_lines(m: Measures, apart: list[bool]) -> None:
    """Add to the evidence of a break what a blank line, or none, tells on this page.

    Some texts have a blank line after each paragraph, some after every line, some now and then. Which it is
    shows where there is no doubt: after full lines that end in no mark (in Latin script, before a small letter: headlines are
    as full), and after short ones that end a sentence.
    """
    blanks = sum(apart[1:])
    if not blanks or blanks == len(apart) - 1:
        return
    full = m.full_width
    inside = inside_blank = after = after_blank = 0
    for i in range(len(apart) - 1):
        if m.ends[i] <= ENDS_SENTENCE:
            if m.widths[i] < SHORT * full:
                after += 1
                after_blank += apart[i + 1]
        elif m.widths[i] > FULL * full and (m.habits.han or m.openings[i + 1] == latin.LOWER_CASE):
            inside += 1
            inside_blank += apart[i + 1]
    if_inside = (inside_blank + 0.1 * BLANKS_UNSEEN) / (inside + BLANKS_UNSEEN)
    if_break = (after_blank + 0.5 * BLANKS_UNSEEN) / (after + BLANKS_UNSEEN)
    blank, none = log(if_break / if_inside), log((1 - if_break) / (1 - if_inside))
    for i in range(1, len(apart)):
        m.breaks[i] += blank if apart[i] else none


def _weigh_spaces(m: Measures) -> None:
    """Add to the evidence of a break behind each line what a space at its end tells, or none; none behind lines of a headline tells nothing."""
    spaces = m.lines.spaces
    for i, end in enumerate(m.ends[:-1]):
        if spaces[i]:
            m.breaks[i + 1] -= SPACED
        elif m.lines.lasts[i] not in NO_SPACE_BEHIND and (end <= ENDS_SENTENCE or spaces[i + 1]):
            m.breaks[i + 1] += SPACED


def _weigh_room(m: Measures) -> None:
    """Add to the evidence of a break behind each line what it tells that the line had room for the next word, or none.

    Where no word is divided, a line that goes on has none. A sentence that fills its line as well tells of no paragraph's end.
    """
    texts = m.lines.texts
    if sum(map(m.lines.lasts.count, HYPHENS)) > MOST_DIVIDED * len(texts):
        return
    full = max(map(len, texts))
    needed = [len(text.partition(" ")[0]) + 1 for text in texts[1:]]
    has_room = [len(text) + more <= full for text, more in zip(texts, needed, strict=False)]
    inside = [room for room, end in zip(has_room, m.ends, strict=False) if end > ENDS_SENTENCE]
    share = (sum(inside) + 0.5) / (len(inside) + 1)
    if share > MOST_ROOM:
        return
    if_room, if_none = log(ROOM_AT_END / share), log((1 - ROOM_AT_END) / (1 - share))
    for i, room in enumerate(has_room):
        if room:
            m.breaks[i + 1] += if_room
        elif m.ends[i] <= ENDS_SENTENCE and m.breaks[i + 1] <= 0:
            m.breaks[i + 1] += if_none


def _weigh_missing(m: Measures, marks: list[bool]) -> None:
    """Add to the evidence of a break behind a sentence's end what it tells that no blank line or indent *marks* a paragraph there.

    The fewer paragraphs of the page are marked so, told by what follows short lines that end a sentence, the less it tells.
    """
    if True not in marks:
        return
    short = SHORT * m.full_width
    behind = [i for i, end in enumerate(m.ends[:-1], 1) if end <= ENDS_SENTENCE]
    after_short = [marks[i] for i in behind if m.widths[i - 1] < short]
    none = log((after_short.count(False) + 0.5 * ENDS_UNSEEN) / (len(after_short) + ENDS_UNSEEN))
    for i in behind:
        if not marks[i]:
            m.breaks[i] += none
