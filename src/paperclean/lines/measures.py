"""What is measured of a text's lines before their roles are decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from paperclean.lines import chinese, evidence, latin
from paperclean.lines.fits import STEP
from paperclean.lines.habits import CHINESE, CHINESE_1920S, ENDS_SENTENCE, LATIN, Habits
from paperclean.lines.han_set_apart import SetApart, han_lines_set_apart
from paperclean.lines.printed import Lines
from paperclean.lines.series import han_lines_in_series
from paperclean.lines.typefaces import typeface
from paperclean.lines.widths import as_divided, as_printed, full_widths, in_steps
from paperclean.scripts import FIRST_HAN
from paperclean.statistics.han import UNASSOCIATED, han_association

__all__ = ["Measures", "dissociation", "measured"]

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
LOOKED_AT = 25  # lines, for such characters
FULL_STOPS = "。！？!?．｡"
FULL_STOP_OF_LATIN = re.compile(rf"\.(?<=[{FIRST_HAN}-\uffef]\.)")  # for a Chinese one
LEAST_STOPS = 0.006  # of the characters of Chinese that uses full stops; less in newspapers of the 1920s

MOST_APART, MOST_TOGETHER = 4.0, 6.0  # evidence of association before it is weighed
MOST_APART_AFTER_END, MOST_TOGETHER_AFTER_END = 1.5, 3.0

BLANKS_UNSEEN = 2.0  # as many joints of each kind are added to those counted, half of the breaks and a tenth of the others blank
MOST_FOR_BLANK = 7.0

INSIDE_A_WORD = 9.0  # evidence against a break there
INSIDE_MARKS = 6.0  # against a break between a mark that opens and the one that closes it: of 1,100 line ends 3 are breaks
# Evidence of breaks before and behind a byline, as in Latin script, and that it is a line of display.
BY_WORDS, IS_ALONE = 7.0, 4.0
# For a break before a rubric or the name of who speaks: of 700 such names behind a sentence's end in news 3 open no
# paragraph, of 1,960 rubrics 37.
BY_LABEL = 4.0
INSIDE_A_NUMBER = 20.0  # the same; against that of brackets, which mark lines of display

# A line that is a page number and nothing else; it stands among lines that it has nothing to do with
PAGE_NUMBER = re.compile(
    r"""[-–—·•*(\[（［]{0,2}[ ]?(?:第?[ ]?\d{1,4}[ ]?[页頁版]?|\d{1,4}[ ]?/[ ]?\d{1,4}
    |(?=[IVXLC]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})
    |(?i:page|seite|pagina|pag\.|blz\.|p\.|s\.)[ ]?\d{1,4})[ ]?[-–—·•*)\]）］]{0,2}""",
    re.VERBOSE,
)
LONGEST_PAGE_NUMBER = 16
SUBSCRIPT = re.compile("[A-Za-z]$")  # before a number on a line of its own, in Chinese: M|2, PM|10
APART_FROM_NUMBER = 20.0  # evidence of a break before and after one

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


def measured(lines: Lines, divided: Sequence[bool] = ()) -> Measures:
    """Measure *lines* as Chinese ones if more than half of them hold a Han character, else as Latin ones.

    *divided* tells for each whether it ended in a divided word (see `divided_ends`).
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
    _weigh_blank_lines(found, lines.blank_before)
    _part_page_numbers(found)
    return found


def _part_page_numbers(m: Measures) -> None:
    """Add to the evidence of a break what page numbers tell, on lines of their own: where a page ends inside a paragraph, it would get one."""
    texts, breaks = m.lines.texts, m.breaks
    short = [i for i, size in enumerate(map(len, texts)) if size <= LONGEST_PAGE_NUMBER]
    for i in [i for i in short if PAGE_NUMBER.fullmatch(texts[i])]:
        if m.habits.han and i and SUBSCRIPT.search(texts[i - 1]):
            continue
        breaks[i] += APART_FROM_NUMBER
        if i + 1 < len(breaks):
            breaks[i + 1] += APART_FROM_NUMBER


def _weigh_blank_lines(m: Measures, blank_before: list[bool]) -> None:
    """Add to the evidence of a break what a blank line, or none, tells on this page.

    Some texts have a blank line after each paragraph, some after every line, some now and then. Which it is
    shows where there is no doubt: after full lines that end in no mark (in Latin script, before a small letter: headlines are
    as full), and after short ones that end a sentence.
    """
    blanks = sum(blank_before[1:])
    if not blanks or blanks == len(blank_before) - 1:
        return
    quantum = m.habits.quantum
    full = full_widths(m.quanta, m.habits)[0] * quantum
    inside = inside_blank = after = after_blank = 0
    for i in range(len(blank_before) - 1):
        if m.ends[i] <= ENDS_SENTENCE:
            if m.widths[i] < 0.85 * full:
                after += 1
                after_blank += blank_before[i + 1]
        elif m.widths[i] > 0.9 * full and (m.habits.han or m.openings[i + 1] == latin.LOWER_CASE):
            inside += 1
            inside_blank += blank_before[i + 1]
    if_inside = (inside_blank + 0.1 * BLANKS_UNSEEN) / (inside + BLANKS_UNSEEN)
    if_break = (after_blank + 0.5 * BLANKS_UNSEEN) / (after + BLANKS_UNSEEN)
    blank = max(-MOST_FOR_BLANK, min(MOST_FOR_BLANK, log(if_break / if_inside)))
    none = max(-MOST_FOR_BLANK, min(MOST_FOR_BLANK, log((1 - if_break) / (1 - if_inside))))
    for i in range(1, len(blank_before)):
        m.breaks[i] += blank if blank_before[i] else none


def _measured_chinese(lines: Lines) -> Measures:
    texts = lines.texts
    page = "\n" + "\n".join(texts)
    stops = sum(map(page.count, FULL_STOPS)) + ("." in page and len(FULL_STOP_OF_LATIN.findall(page)))
    habits = CHINESE if stops >= LEAST_STOPS * len(page) else CHINESE_1920S
    steps = chinese.half_ems(texts)
    widths = [STEP * width for width in steps]
    ends = chinese.end_classes(lines)
    openings = chinese.opening_classes(lines, page, ends)
    breaks = [0.0] * len(texts)
    if chinese.BRACKET in openings:
        for i in range(1, len(texts)):
            if openings[i] == chinese.BRACKET and chinese.goes_on_below(texts[i - 1], texts[i]):
                breaks[i] = -INSIDE_A_NUMBER
    for i in chinese.inside_marks(page):
        breaks[i] -= INSIDE_MARKS
    for i in chinese.labelled(lines, page, ends):
        breaks[i] += BY_LABEL
    for i in han_lines_in_series(lines):
        breaks[i] += evidence.BY_SERIES
    apart = han_lines_set_apart(lines, page, ends)
    _weigh_words(breaks, apart)
    display = chinese.display_evidence(lines, ends, widths)
    for i in apart.alone:
        display[i] += IS_ALONE
    overhang = chinese.overhangs(texts, page)
    return Measures(habits, lines, widths, steps, steps, ends, openings, overhang, display, breaks)


def dissociation(m: Measures, lines: list[int]) -> list[float]:
    """How ill each of *lines*, by number, is gone on in the next: by its last two characters and that one's first."""
    association = han_association()
    row, size = association.index.get, association.size
    table = association.table
    inside, after_end = _evidence_of_association(m.habits.association, m.habits.association_offset)
    digits = row("1", 0)
    texts, firsts, lasts, ends = m.lines.texts, m.lines.firsts, m.lines.lasts, m.ends
    found = []
    for i in lines:
        first = row(firsts[i + 1], 0)
        byte = 2 * table[row(lasts[i], 0) * size + first] + table[row(texts[i][-2:-1], 0) * size + first]
        if first == digits and byte < 3 * UNASSOCIATED:
            byte = 3 * UNASSOCIATED  # numbers open paragraphs as well
        found.append((inside if ends[i] > chinese.QUOTED_END else after_end)[byte])
    return found


@cache
def _evidence_of_association(weight: float, offset: float) -> tuple[list[float], list[float]]:
    """The evidence of a break by association, inside a sentence and after its end.

    Its index is twice the table's byte for the last character and once that for the one before it.
    """
    together = [(byte / 2 - 1.5 * UNASSOCIATED) / 16 for byte in range(3 * 256)]
    return (
        [offset - weight * max(-MOST_APART, min(MOST_TOGETHER, x)) for x in together],
        [-weight * max(-MOST_APART_AFTER_END, min(MOST_TOGETHER_AFTER_END, x)) for x in together],
    )


def _weigh_words(breaks: list[float], apart: SetApart) -> None:
    """Add to the evidence of a break what lines tell that stand alone, or open or close a block, by what they say."""
    for i in (*apart.alone, *apart.open):
        breaks[i] += BY_WORDS
    for i in (*apart.alone, *apart.close):
        if i + 1 < len(breaks):
            breaks[i + 1] += BY_WORDS


def _measured_latin(lines: Lines, spaces: list[int]) -> Measures:
    texts = lines.texts
    face, widths = typeface(texts)
    ends = latin.end_classes(texts)
    openings = latin.opening_classes(texts)
    display = evidence.display_evidence(texts, ends, openings)
    breaks = evidence.break_evidence(lines, widths, ends, openings)
    nothing = [0.0] * len(texts)
    if any(spaces):
        widths, moved = as_printed(texts, widths, spaces, LATIN, face)
        for i in moved:
            ends[i], display[i], breaks[i + 1] = latin.HYPHEN, 0.0, -INSIDE_A_WORD
    elif ends.count(latin.HYPHEN) < MOST_DIVIDED * len(ends):
        widths, ends = as_divided(texts, widths, ends, LATIN)
    steps, quanta = in_steps(widths, STEP), in_steps(widths, LATIN.quantum)
    return Measures(LATIN, lines, widths, steps, quanta, ends, openings, nothing, display, breaks)
