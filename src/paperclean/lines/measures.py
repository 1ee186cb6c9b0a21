"""What is measured of a text's lines before their roles are decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

import regex

from paperclean.lines import chinese, latin, typefaces
from paperclean.lines.habits import CHINESE, CHINESE_1920S, LATIN, Habits
from paperclean.lines.typefaces import typeface
from paperclean.lines.widths import as_divided, as_printed, full_widths
from paperclean.statistics.han import han_association

__all__ = ["Line", "Measures", "divided_ends", "measured", "printed_lines"]

HAN = regex.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
FULL_STOP = regex.compile("[。！？]")
LEAST_STOPS = 0.006  # of the characters of Chinese that uses full stops; less in newspapers of the 1920s

MOST_APART, MOST_TOGETHER = 4.0, 6.0  # evidence of association before it is weighed
MOST_APART_AFTER_END, MOST_TOGETHER_AFTER_END = 1.5, 3.0

BLANKS_UNSEEN = 2.0  # as many joints of unknown kind are added to those counted
MOST_FOR_BLANK = 5.0

MOST_DIVIDED_ENDS = 0.6  # share of lines with a divided word
LEAST_OF_WORDS = 0.8  # share of runs of spaces that can stand for a part of a word
INSIDE_A_WORD = 9.0  # evidence against a break there
INSIDE_A_NUMBER = 20.0  # the same; against that of brackets, which mark lines of display

MOST_DIVIDED = 0.03  # share of lines with a divided word in a text whose words have been put together


class Line(NamedTuple):
    """A line that prints something: its place in the text without the white space around it, and that text.

    *indented*: it began with white space. *blank_before*: a line of nothing but white space stood before it.
    *spaces*: how many stand before its line end.
    """

    start: int
    end: int
    text: str
    indented: bool
    blank_before: bool
    spaces: int = 0


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
                found.append(
                    Line(start, start + size, line, start > at, blank, len(raw) - len(raw.rstrip(" ")))
                )
            blank = False
        else:
            blank = True
        at += len(raw) + 1
    return found


def measured(lines: list[Line], divided: Sequence[bool] = ()) -> Measures:
    """Measure *lines* as Chinese ones if more than half of them hold a Han character, else as Latin ones.

    *divided* tells for each whether it ended in a divided word (see `divided_ends`).
    """
    texts = [line.text for line in lines]
    indented = [line.indented for line in lines]
    search = HAN.search
    if 2 * sum(1 for text in texts if search(text)) > len(texts):
        found = _measured_chinese(texts, indented)
    else:
        found = _measured_latin(
            texts,
            indented,
            [line.spaces if is_divided else 0 for line, is_divided in zip(lines, divided, strict=False)],
        )
    _weigh_blank_lines(found, [line.blank_before for line in lines])
    return found


def divided_ends(lines: list[Line]) -> set[int]:
    """The lines at whose end a divided word was put together, as the spaces tell that stand there.

    `join_hyphenated_words` leaves as many as letters changed lines. None where most lines have them, or more
    than a part of a word has letters: then they pad the lines.
    """
    marked = [i for i, line in enumerate(lines[:-1]) if line.spaces > 1]
    if not marked or len(marked) > MOST_DIVIDED_ENDS * len(lines):
        return set()
    found = {i for i in marked if _is_of_a_word(lines[i].spaces, lines[i].text, lines[i + 1].text)}
    return found if len(found) >= LEAST_OF_WORDS * len(marked) else set()


def _is_of_a_word(count: int, before: str, after: str) -> bool:
    """Whether *count* letters came up to the end of *before*, or went down to the line *after*, one word."""
    return count < len(before) - before.rfind(" ") or (" " not in after and count < len(after))


def _weigh_blank_lines(m: Measures, blank_before: list[bool]) -> None:
    """Add to the evidence of a break what a blank line, or none, tells on this page.

    Some texts have a blank line after each paragraph, some after every line, some now and then. Which it is
    shows where there is no doubt: after full lines that end in no mark, and after short ones that end a sentence.
    """
    blanks = sum(blank_before[1:])
    if not blanks or blanks == len(blank_before) - 1:
        return
    full = full_widths(m.widths, m.habits)[0]
    inside = inside_blank = after = after_blank = 0
    for i in range(len(blank_before) - 1):
        if m.ends[i] <= 1:
            if m.widths[i] < 0.85 * full:
                after += 1
                after_blank += blank_before[i + 1]
        elif m.widths[i] > 0.9 * full:
            inside += 1
            inside_blank += blank_before[i + 1]
    if_inside = (inside_blank + 0.3 * BLANKS_UNSEEN) / (inside + BLANKS_UNSEEN)
    if_break = (after_blank + 0.5 * BLANKS_UNSEEN) / (after + BLANKS_UNSEEN)
    blank = max(-MOST_FOR_BLANK, min(MOST_FOR_BLANK, log(if_break / if_inside)))
    none = max(-MOST_FOR_BLANK, min(MOST_FOR_BLANK, log((1 - if_break) / (1 - if_inside))))
    for i in range(1, len(blank_before)):
        m.breaks[i] += blank if blank_before[i] else none


def _measured_chinese(texts: list[str], indented: list[bool]) -> Measures:
    stops = sum(len(FULL_STOP.findall(line)) for line in texts)
    habits: Habits = CHINESE if stops >= LEAST_STOPS * sum(map(len, texts)) else CHINESE_1920S
    widths = chinese.widths(texts)
    ends = [chinese.end_class(line) for line in texts]
    openings = [
        chinese.opening_class(line, after)
        for line, after in zip(texts, [chinese.SENTENCE_END, *ends], strict=False)
    ]
    overhang = [chinese.overhang(line) for line in texts]
    display = [
        chinese.display_evidence(line, opening, end, width)
        for line, opening, end, width in zip(texts, openings, ends, widths, strict=True)
    ]
    breaks = _dissociation(texts, ends, habits)
    for i, opening in enumerate(openings):
        if opening == chinese.BRACKET and i and chinese.goes_on_below(texts[i - 1], texts[i]):
            breaks[i] = -INSIDE_A_NUMBER
    return Measures(habits, widths, ends, openings, overhang, display, breaks, indented)


def _dissociation(texts: list[str], ends: list[int], habits: Habits) -> list[float]:
    """How ill each line goes on from the one before it, by its first character and that one's last two."""
    association = han_association()
    row = association.index.get
    table, size = association.table, association.size
    weight, offset = habits.association, habits.association_offset
    digits = row("1", 0)  # what a number follows tells nothing: numbers open paragraphs as well
    found = [0.0]
    last = texts[0]
    for i in range(1, len(texts)):
        line = texts[i]
        b = row(line[0], 0)
        together = table[row(last[-1], 0) * size + b] - 128.0
        if len(last) > 1:
            together += 0.5 * (table[row(last[-2], 0) * size + b] - 128)
        together /= 16
        if b == digits:
            together = max(0.0, together)
        if ends[i - 1] > chinese.QUOTED_END:
            found.append(offset - weight * max(-MOST_APART, min(MOST_TOGETHER, together)))
        else:
            found.append(-weight * max(-MOST_APART_AFTER_END, min(MOST_TOGETHER_AFTER_END, together)))
        last = line
    return found


def _measured_latin(texts: list[str], indented: list[bool], spaces: list[int]) -> Measures:
    face = typeface(texts)
    widths = typefaces.widths(texts, face)
    ends = [latin.end_class(line) for line in texts]
    openings = [latin.opening_class(line) for line in texts]
    following = [*openings[1:], latin.LOWER_CASE]
    display = [latin.display_evidence(end, opening) for end, opening in zip(ends, following, strict=True)]
    nothing, breaks = [0.0] * len(texts), [0.0] * len(texts)
    if any(spaces):
        widths, moved = as_printed(texts, widths, spaces, LATIN, face)
        for i in moved:
            ends[i], display[i], breaks[i + 1] = latin.HYPHEN, 0.0, -INSIDE_A_WORD
    elif ends.count(latin.HYPHEN) < MOST_DIVIDED * len(ends):
        widths, ends = as_divided(texts, widths, ends, LATIN)
    return Measures(LATIN, widths, ends, openings, nothing, display, breaks, indented)
