"""What widths tell of a break: those of columns, and in Chinese those of lines that are no column's."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from paperclean.lines.chinese import CLOSING, COLON, COMMA, NO_MARK
from paperclean.lines.column_widths import Column
from paperclean.lines.habits import ENDS_SENTENCE
from paperclean.lines.measures import Measures

__all__ = ["weigh_widths"]

WIDTH_CHANGES = 1.0  # for a break where the column's width changes, beyond its rates in `Habits`
SLIGHT = 0.1  # share of the width up to which a change may as well be the unevenness of lines, of which the rates tell nothing
WIDER = 2.0  # ems by which a line is wider than any column around
NARROW = 0.75  # share of the widest column's width; a line below it is narrow
CAPTION_GOES_ON = 5.0  # against a break after a wide line, if the next closes a caption
PHOTOGRAPHED = ("摄", "攝", "摄）", "攝）", "摄影", "攝影")
HEADING_GOES_ON = 4.0  # after a narrow line that ends in a comma, before one without a mark
# For a break before a line that ends no sentence and falls short of a column by more than this many ems: of 580 such lines behind the
# end of a sentence four go on from it.
SHORT, OPENS_SHORT = 0.8, 3.0
# Share of the widest column's width below which a line without a mark, before one that is not narrow, is a headline: of 571 such lines on pages of
# today, less than half as wide, 558 are.
FAR_NARROWER, HEADS = 0.6, 2.0
# The same in the 1920s, before such a line and behind it: of 32 behind a wider line with any mark 31 open a block, all 13 above a wide one stand alone. Behind a
# line without one a third goes on.
OPENS_FAR_NARROWER, HEADS_WIDE = 5.0, 3.0
AS_WIDE = 0.6  # ems that the lines of a pair differ by, less than that
# Against a break between two narrow lines as wide as each other, where hardly a mark stands; for one between two that are not.
AS_WIDE_OF_ONE, UNEVEN = 4.0, 1.0


def weigh_widths(m: Measures, columns: list[Column], openers: list[int], behind: list[float]) -> None:
    """Add to the evidence of a break *behind* lines what their widths and those of their *columns* tell.

    *openers* are the lines after one that ends a sentence.
    """
    h = m.habits
    at_change = h.switch_closed - h.switch_open
    for former, column in pairwise(columns):
        change = abs(column.full - former.full)
        if change > h.same_width:
            behind[column.start - 1] += WIDTH_CHANGES + (at_change if change > SLIGHT * column.full else 0.0)
    if not h.han:
        return
    if h.whole_marks:
        _weigh_short_openers(m, columns, openers, behind)
    else:
        _weigh_headings(m, columns, behind)
    ends, widths = m.ends, m.widths[:-1]
    for start, end, _, widest in columns:
        narrow, wide = widest * NARROW, widest + WIDER
        for i in [i for i, width in enumerate(widths[start:end], start) if width < narrow or width > wide]:
            if ends[i] > COLON:
                behind[i] += _behind_wide(m, i) if widths[i] > wide else _behind_narrow(m, i, narrow)


def _weigh_short_openers(m: Measures, columns: list[Column], openers: list[int], behind: list[float]) -> None:
    """Add evidence of a break before those *openers* that no column ended, nor a sentence: headlines, and first lines that lost an indent."""
    ends, widths, overhang = m.ends, m.widths, [*m.overhang, 0.0]
    for start, end, full, _ in columns:
        for i in openers[bisect_left(openers, start) : bisect_left(openers, end)]:
            if ends[i] > CLOSING and full - widths[i] - overhang[i + 1] > SHORT:
                behind[i - 1] += OPENS_SHORT


def _weigh_headings(m: Measures, columns: list[Column], behind: list[float]) -> None:
    """Add evidence of breaks around lines far narrower than their column that have no mark, behind wider ones that have any."""
    ends, widths = m.ends, m.widths
    for start, end, full, _ in columns:
        for i in range(max(1, start), end):
            narrow = min(FAR_NARROWER * full, widths[i - 1] - AS_WIDE)
            if widths[i] < narrow and ends[i] == NO_MARK and ends[i - 1] <= COMMA:
                behind[i - 1] += OPENS_FAR_NARROWER
                if i + 1 < len(widths) and widths[i + 1] >= NARROW * full:
                    behind[i] += HEADS_WIDE


def _behind_wide(m: Measures, i: int) -> float:
    """Evidence of a break behind line number *i*, wider than any column: a caption may go on in a shorter line."""
    following = i + 1
    goes_on = (
        m.ends[i] == NO_MARK
        and m.widths[following] <= m.widths[i]
        and (m.ends[following] <= ENDS_SENTENCE or m.lines.texts[following].endswith(PHOTOGRAPHED))
    )
    return -CAPTION_GOES_ON if goes_on else 0.0


def _behind_narrow(m: Measures, i: int, narrow: float) -> float:
    """Evidence of a break behind line number *i*, a narrow one: by whether the next is as wide and ends no sentence, if that is *narrow* too.

    A line of little more than half a column's width and without a mark is a headline above a wider one.
    """
    h = m.habits
    missing = m.widths[i] - m.widths[i + 1]
    if m.widths[i + 1] >= narrow:
        is_heading = h.whole_marks and m.ends[i] == NO_MARK and m.widths[i] < narrow / NARROW * FAR_NARROWER
        return HEADS if is_heading else 0.0
    if h.whole_marks and m.ends[i] == COMMA and m.ends[i + 1] == NO_MARK:
        return -HEADING_GOES_ON
    may_be_one = -AS_WIDE < missing < AS_WIDE and m.ends[i + 1] > ENDS_SENTENCE
    if may_be_one:
        return 0.0 if h.whole_marks else -AS_WIDE_OF_ONE
    return UNEVEN
