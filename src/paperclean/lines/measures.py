"""What is measured of a text's lines before their roles are decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from paperclean.lines import chinese, chinese_evidence, latin, latin_evidence
from paperclean.lines.divided_widths import as_divided, as_printed
from paperclean.lines.fits import STEP
from paperclean.lines.full_widths import full_widths, in_steps
from paperclean.lines.habits import CHINESE, CHINESE_1920S, LATIN, Habits
from paperclean.lines.printed import Lines
from paperclean.lines.together import full_around, last_parts, may_be_apart, words_apart
from paperclean.lines.typefaces import typeface
from paperclean.scripts import FIRST_HAN, IS_HAN

__all__ = ["MOST_DIVIDED", "Measures", "has_full_stops", "measured"]

LOOKED_AT = 25  # lines, for such characters
FULL_STOPS = "。！？!?．｡"
COMMAS = "，、,"
FULL_STOP_OF_LATIN = re.compile(rf"\.(?<=[{FIRST_HAN}-\uffef]\.)")  # for a Chinese one
LEAST_STOPS = 0.006  # of the characters of Chinese that uses full stops; less in newspapers of the 1920s

# Lines between the first and the last of a block, at least, and the share of them that fill the column, to an em, from which the
# column cut them: notices without a mark on pages that have marks elsewhere. Of 110 blocks of headlines so long 5 do, of 810 of
# such notices 750.
LEAST_MIDDLE, FULL, ABOUT = 2, 0.75, 1.0

INSIDE_A_WORD = 9.0  # evidence against a break there
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

    @cached_property
    def full_width(self) -> float:
        """The likeliest width of the columns that the lines were set in."""
        return full_widths(self.quanta, self.habits, 1)[0] * self.habits.quantum

    def fills_column(self, start: int, end: int) -> bool:
        """Whether lines from number *start* up to *end* are as wide as the column, as headlines below one another are not.

        The first and the last may be narrower.
        """
        middle = self.widths[start + 1 : end - 1]
        full = sum([abs(width - self.full_width) < ABOUT for width in middle])
        return len(middle) >= LEAST_MIDDLE and full >= FULL * len(middle)


def measured(
    lines: Lines,
    divided: Sequence[bool] = (),
    *,
    is_of_today: bool | None = None,
    put_together: bool = False,
) -> Measures:
    """Measure *lines* as Chinese ones if more than half of them hold a Han character, else as Latin ones.

    *divided* tells for each whether it ended in a divided word (see `divided_ends`), *is_of_today* of Chinese whether
    their page has full stops as those of today; poems and headlines by themselves have none.
    """
    texts = lines.texts
    some = texts[:: max(1, len(texts) // LOOKED_AT)]
    if 2 * sum(1 for text in some if IS_HAN.search(text)) > len(some):
        return _measured_chinese(lines, is_of_today)
    spaces = [count if is_divided else 0 for count, is_divided in zip(lines.spaces, divided, strict=False)]
    return _measured_latin(lines, spaces, put_together=put_together)


def _measured_chinese(lines: Lines, is_of_today: bool | None) -> Measures:
    texts = lines.texts
    page = "\n" + "\n".join(texts)
    if is_of_today is None:
        is_of_today = has_full_stops(page)
    habits = CHINESE if is_of_today else CHINESE_1920S
    steps = chinese.half_ems(texts)
    widths = [STEP * width for width in steps]
    ends = chinese.end_classes(lines)
    openings = chinese.opening_classes(lines, page, ends)
    display = chinese_evidence.display_evidence(texts, widths, ends)
    breaks = chinese_evidence.break_evidence(lines, page, ends, openings)
    overhang = chinese.overhangs(texts, page)
    return Measures(habits, lines, widths, steps, steps, ends, openings, overhang, display, breaks)


def has_full_stops(page: str) -> bool:
    """Whether a *page* of Chinese has as many full stops as those of today."""
    return _full_stops(page) >= LEAST_STOPS * len(page)


def _full_stops(page: str) -> int:
    """How many full stops a *page* of Chinese has; points behind characters are specks where they outnumber the commas."""
    stops = sum(map(page.count, FULL_STOPS))
    points = len(FULL_STOP_OF_LATIN.findall(page)) if "." in page else 0
    return stops + points if points <= sum(map(page.count, COMMAS)) else stops


def _measured_latin(lines: Lines, spaces: list[int], *, put_together: bool) -> Measures:
    texts = lines.texts
    face, widths = typeface(texts)
    ends = latin.end_classes(texts)
    openings = latin.opening_classes(texts)
    display = latin_evidence.display_evidence(texts, ends, openings)
    breaks = latin_evidence.break_evidence(lines, widths, ends, openings)
    nothing = [0.0] * len(texts)
    fulls = full_around(widths, LATIN) if put_together or may_be_apart(texts) else []
    if put_together:
        widths = last_parts(widths, fulls, face[ord("-")] / 100)
    apart = words_apart(texts, widths, fulls, face[ord(" ")] / 100) if fulls else []
    if any(spaces):
        widths, moved = as_printed(texts, widths, spaces, LATIN, face)
        for i in moved:
            ends[i], display[i], breaks[i + 1] = latin.HYPHEN, 0.0, -INSIDE_A_WORD
    elif not put_together and ends.count(latin.HYPHEN) < MOST_DIVIDED * len(ends):
        widths, ends = as_divided(texts, widths, ends, LATIN)
    if apart:
        widths = widths[:]
    for words in apart:
        for i in words:
            widths[i] = fulls[i]
        for i in words[:-1]:
            ends[i], display[i], breaks[i + 1] = latin.HYPHEN, 0.0, -INSIDE_A_WORD
    steps, quanta = in_steps(widths, STEP), in_steps(widths, LATIN.quantum)
    return Measures(LATIN, lines, widths, steps, quanta, ends, openings, nothing, display, breaks)
