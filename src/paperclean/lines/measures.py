"""What is measured of a text's lines before their roles are decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from math import log
from operator import or_

from paperclean.lines import chinese, chinese_evidence, latin, latin_evidence
from paperclean.lines.divided_widths import as_divided, as_printed
from paperclean.lines.fits import STEP
from paperclean.lines.full_widths import full_widths, in_steps
from paperclean.lines.habits import CHINESE, CHINESE_1920S, ENDS_SENTENCE, LATIN, Habits
from paperclean.lines.page_numbers import page_numbers
from paperclean.lines.printed import Lines
from paperclean.lines.typefaces import typeface
from paperclean.scripts import FIRST_HAN

__all__ = ["Measures", "blank_lines_part", "measured"]

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
LOOKED_AT = 25  # lines, for such characters
FULL_STOPS = "。！？!?．｡"
FULL_STOP_OF_LATIN = re.compile(rf"\.(?<=[{FIRST_HAN}-\uffef]\.)")  # for a Chinese one
LEAST_STOPS = 0.006  # of the characters of Chinese that uses full stops; less in newspapers of the 1920s

BLANKS_UNSEEN = 2.0  # as many joints of each kind are added to those counted, half of the breaks and a tenth of the others blank
MOST_FOR_BLANK = 7.0

# Blank lines, at least, and the share of them before a small letter, at most, where they part the blocks of a page.
LEAST_BLANKS, MOST_SMALL = 2, 0.05
# Share of the width below which a line that ends a sentence is a paragraph's last, of ragged lines too; as many of those as if
# seen before, half of them without a blank line behind them.
# Share of the lines that go on, at most, with room for the next word, where room tells of breaks; and of those that end a
# paragraph. Of made-up pages of ragged English news without indents or blank lines it tells .76 of the paragraphs, without it .64.
MOST_ROOM, ROOM_AT_END = 0.03, 0.75
SHORT, ENDS_UNSEEN = 0.7, 0.5

INSIDE_A_WORD = 9.0  # evidence against a break there
# For a break at a blank line that parts blocks, before a page number, and after it: where a page ends inside a paragraph it would get one.
APART = 20.0

MOST_DIVIDED = 0.03  # share of lines with a divided word in a text whose words have been put together


@dataclass(frozen=True, eq=False)
class Measures:
    """The *lines* of one stretch of text as numbers, a list each, in order.

    *widths* are in units, *steps* the same in steps of `STEP`, *quanta* in steps of `Habits.quantum`;
    *ends* and *openings* are classes of end marks and first words (see `chinese`, `latin`); *overhang* is how
    far the piece that may not be divided at the start of a line exceeds one unit; *display* and *breaks* are
    evidence, in natural logarithms, that the line is one of display, and that a break precedes it.
    """

    habits: Habits
    lines: Lines
    widths: list[float]
    steps: list[int]
    quanta: list[int]
    ends: list[int]
    openings: list[int]
    overhang: list[float]
    display: list[float]
    breaks: list[float]


def blank_lines_part(lines: Lines) -> bool:
    """Whether blank lines stand between the blocks of a page in Latin script alone: some lines have none before, and no small letter hardly ever follows one."""
    blanks = sum(lines.apart[1:])
    if blanks < LEAST_BLANKS or blanks == len(lines) - 1:
        return False
    small = sum(text[0] in latin.LOWER for text in compress(lines.texts[1:], lines.apart[1:]))
    return small <= MOST_SMALL * blanks


def measured(lines: Lines, divided: Sequence[bool] = (), *, blanks_part: bool = False) -> Measures:
    """Measure *lines* as Chinese ones if more than half of them hold a Han character, else as Latin ones.

    *divided* tells for each whether it ended in a divided word (see `divided_ends`), *blanks_part* whether blank lines part the blocks of its page.
    """
    texts = lines.texts
    some = texts[:: max(1, len(texts) // LOOKED_AT)]
    if 2 * sum(1 for text in some if HAN.search(text)) > len(some):
        found = _measured_chinese(lines)
    else:
        spaces = [
            count if is_divided else 0 for count, is_divided in zip(lines.spaces, divided, strict=False)
        ]
        found = _measured_latin(lines, spaces)
    parts = lines.apart if blanks_part and not found.habits.han else []
    if parts:
        for i in compress(range(len(texts)), parts):
            found.breaks[i] += APART
    else:
        _weigh_blank_lines(found, lines.apart)
    if not found.habits.han:
        _weigh_room(found)
        _weigh_lines_that_open_nothing(found, [*map(or_, parts, lines.indented)] if parts else lines.indented)
    for i in page_numbers(lines):
        found.breaks[i] += APART
        if i + 1 < len(texts):
            found.breaks[i + 1] += APART
    return found


def _weigh_room(m: Measures) -> None:
    """Add to the evidence of a break behind each line what it tells that the line had room for the next word, or none.

    Where no word is divided, a line that goes on has none. A sentence that fills its line as well tells of no paragraph's end.
    """
    texts = m.lines.texts
    if sum(map(m.lines.lasts.count, latin.HYPHENS)) > MOST_DIVIDED * len(texts):
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


def _weigh_lines_that_open_nothing(m: Measures, opens: list[bool]) -> None:
    """Add to the evidence of a break behind a sentence's end what it tells that no blank line nor indent *opens* a block there.

    The fewer blocks of the page open so, told by what follows short lines that end a sentence, the less it tells.
    """
    if True not in opens:
        return
    short = SHORT * full_widths(m.quanta, m.habits)[0] * m.habits.quantum
    behind = [i for i, end in enumerate(m.ends[:-1], 1) if end <= ENDS_SENTENCE]
    after_short = [opens[i] for i in behind if m.widths[i - 1] < short]
    none = log((after_short.count(False) + 0.5 * ENDS_UNSEEN) / (len(after_short) + ENDS_UNSEEN))
    for i in behind:
        if not opens[i]:
            m.breaks[i] += none


def _weigh_blank_lines(m: Measures, apart: list[bool]) -> None:
    """Add to the evidence of a break what a blank line, or none, tells on this page.

    Some texts have a blank line after each paragraph, some after every line, some now and then. Which it is
    shows where there is no doubt: after full lines that end in no mark (in Latin script, before a small letter: headlines are
    as full), and after short ones that end a sentence.
    """
    blanks = sum(apart[1:])
    if not blanks or blanks == len(apart) - 1:
        return
    quantum = m.habits.quantum
    full = full_widths(m.quanta, m.habits)[0] * quantum
    inside = inside_blank = after = after_blank = 0
    for i in range(len(apart) - 1):
        if m.ends[i] <= ENDS_SENTENCE:
            if m.widths[i] < 0.85 * full:
                after += 1
                after_blank += apart[i + 1]
        elif m.widths[i] > 0.9 * full and (m.habits.han or m.openings[i + 1] == latin.LOWER_CASE):
            inside += 1
            inside_blank += apart[i + 1]
    if_inside = (inside_blank + 0.1 * BLANKS_UNSEEN) / (inside + BLANKS_UNSEEN)
    if_break = (after_blank + 0.5 * BLANKS_UNSEEN) / (after + BLANKS_UNSEEN)
    blank = max(-MOST_FOR_BLANK, min(MOST_FOR_BLANK, log(if_break / if_inside)))
    none = max(-MOST_FOR_BLANK, min(MOST_FOR_BLANK, log((1 - if_break) / (1 - if_inside))))
    for i in range(1, len(apart)):
        m.breaks[i] += blank if apart[i] else none


def _measured_chinese(lines: Lines) -> Measures:
    texts = lines.texts
    page = "\n" + "\n".join(texts)
    stops = sum(map(page.count, FULL_STOPS)) + ("." in page and len(FULL_STOP_OF_LATIN.findall(page)))
    habits = CHINESE if stops >= LEAST_STOPS * len(page) else CHINESE_1920S
    steps = chinese.half_ems(texts)
    widths = [STEP * width for width in steps]
    ends = chinese.end_classes(lines)
    openings = chinese.opening_classes(lines, page, ends)
    display = chinese_evidence.display_evidence(lines, ends, widths)
    breaks = chinese_evidence.break_evidence(lines, page, ends, openings)
    overhang = chinese.overhangs(texts, page)
    return Measures(habits, lines, widths, steps, steps, ends, openings, overhang, display, breaks)


def _measured_latin(lines: Lines, spaces: list[int]) -> Measures:
    texts = lines.texts
    face, widths = typeface(texts)
    ends = latin.end_classes(texts)
    openings = latin.opening_classes(texts)
    display = latin_evidence.display_evidence(texts, ends, openings)
    breaks = latin_evidence.break_evidence(lines, widths, ends, openings)
    nothing = [0.0] * len(texts)
    if any(spaces):
        widths, moved = as_printed(texts, widths, spaces, LATIN, face)
        for i in moved:
            ends[i], display[i], breaks[i + 1] = latin.HYPHEN, 0.0, -INSIDE_A_WORD
    elif ends.count(latin.HYPHEN) < MOST_DIVIDED * len(ends):
        widths, ends = as_divided(texts, widths, ends, LATIN)
    steps, quanta = in_steps(widths, STEP), in_steps(widths, LATIN.quantum)
    return Measures(LATIN, lines, widths, steps, quanta, ends, openings, nothing, display, breaks)
