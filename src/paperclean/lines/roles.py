"""Which role each printed line has in its paragraph, decided for all lines of a stretch together.

The model: before and after each line the paragraph is open or closed. From closed to open a line is the *first* of
its paragraph, from open to open a *middle* one, from open to closed the *last*; from closed to closed it stands alone:
a paragraph of one line, or a line of *display* (headline, subhead, byline, caption). Each role expects its own width
in the column (a middle line is full, a first one may have lost its indent, a last one is any), its own end marks, and
openings of the line after it. The most likely path through all lines is found by dynamic programming.

As there are two states only, all that a path needs to know of the lines before is by how much it is better there to be
open than closed; so a line costs a few additions.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import compress, islice, pairwise
from math import log

from paperclean.lines.association import discontinuity
from paperclean.lines.column_widths import Column, columns_of
from paperclean.lines.fits import Fit, fits
from paperclean.lines.habits import ENDS_SENTENCE, INDENT_SHARES
from paperclean.lines.latin import LOWER_CASE
from paperclean.lines.measures import Measures
from paperclean.lines.sentence_ends import evidence_of_share
from paperclean.lines.width_evidence import weigh_widths

__all__ = ["decide", "display_lines"]

NEVER = -1e9
# Against the last paragraph's going on beyond the text, where a page or an excerpt was cut. Near the ends of 1,400 texts cut inside a paragraph
# 129 line ends are parted wrongly and 34 joined, 148 and 35 where none may go on; with 1.0 short entries at the ends of lists are joined.
CUT_OFF = 3.0
BETWEEN_SHARES = [(share + more) / 2 for share, more in pairwise(INDENT_SHARES)]
INDENT_SEEN = 7.0  # for a break before an indented line
AROUND = 8  # lines before and after those of a column that tell of its indents as well
DOUBT = 8.0  # log odds; where it is less sure than this, how well the characters go together is asked too
# By how much a line may be less likely one of display than a paragraph, to be called one.
IS_DISPLAY = -log(20)


def decide(m: Measures) -> list[float]:
    """How much likelier each line goes on in the next than a break follows it (log odds), all roles decided together."""
    h = m.habits
    columns = columns_of(m)
    behind = _breaks_behind(m)
    openers = [i for i, end in enumerate(m.ends[:-1], 1) if end <= ENDS_SENTENCE]
    weigh_widths(m, columns, openers, behind)
    kinds = zip(m.steps, [*m.overhang[1:], 0.0], m.ends, m.display, strict=True)
    found: list[Fit] = []
    if not h.han:
        columns = _without_headings(m, columns)
    for start, end, full, _ in columns:
        near = openers[bisect_left(openers, start - AROUND) : bisect_left(openers, end + AROUND)]
        found += map(fits(h, full, _indents_lost(m, full, near)).__getitem__, islice(kinds, end - start))
    if h.association:
        doubtful = _doubtful(found, behind)
        for i, evidence in zip(doubtful, discontinuity(m, doubtful), strict=True):
            behind[i] += evidence
    else:
        _weigh_sentence_ends(m, found, behind)
    return _likeliest(found, behind)


def _without_headings(m: Measures, columns: list[Column]) -> list[Column]:
    """The *columns*, but for headings of a line that was taken for one: each stands in a column beside it that is wider."""
    size = len(columns)
    found = []
    for i, column in enumerate(columns):
        if column.end - column.start == 1 and m.display[column.start] > 0:
            beside = max(columns[max(0, i - 1)].full, columns[min(size - 1, i + 1)].full)
            if column.full < m.habits.display_below * beside:
                column = column._replace(full=beside)
        found.append(column)
    return found


def _weigh_sentence_ends(m: Measures, found: list[Fit], behind: list[float]) -> None:
    """Add to the evidence of a break *behind* lines that end a sentence what all of them together tell."""
    closing = [i for i, end in enumerate(m.ends[:-1]) if end <= ENDS_SENTENCE]
    odds = _odds_of_breaks(found, behind)
    evidence = evidence_of_share([odds[i] for i in closing])
    for i in closing:
        behind[i] += evidence


def _doubtful(found: list[Fit], behind: list[float]) -> list[int]:
    """The lines of which it is in doubt, by them and the next one alone, whether a paragraph goes on there."""
    return [i for i, odds in enumerate(_odds_of_breaks(found, behind)) if -DOUBT < odds < DOUBT]


def _odds_of_breaks(found: list[Fit], behind: list[float]) -> list[float]:
    """How much likelier (log) a break follows each line but the last than none does, by it and the next one alone."""
    following = [middle for _, middle, _ in found[1:]]
    return [
        evidence + last - middle - first - next_middle
        for (last, middle, first), next_middle, evidence in zip(found, following, behind, strict=False)
    ]


def _likeliest(fits_of: list[Fit], behind: list[float]) -> list[float]:
    """How much likelier each line goes on than not, on the likeliest path through all of them.

    By how well they fit their columns in each role, and what speaks for breaks *behind* them.
    """
    before = []
    openness = NEVER  # by how much it is likelier that the paragraph is open before the line
    for (last, middle, first), evidence in zip(fits_of, behind, strict=True):
        before.append(openness)
        if_closed, if_open = openness + last, openness + middle
        openness = first - evidence
        if if_open > 0:
            openness += if_open
        if if_closed > 0:
            openness -= if_closed
    found = []
    goes_on = openness - CUT_OFF
    for (last, middle, _), openness in zip(reversed(fits_of), reversed(before), strict=True):
        found.append(goes_on)
        goes_on = openness + (middle if goes_on > 0 else last)
    return [*found[:0:-1], NEVER]


def display_lines(m: Measures, goes_on: list[float]) -> list[bool]:
    """Whether each line is one of display, by whether each *goes on*: alone in its block, and likelier so."""
    rates = [m.habits.by_end[end] for end in m.ends]
    return [
        before <= 0 and after <= 0 and shown + display - single > IS_DISPLAY
        for before, after, shown, (_, _, _, single, display) in zip(
            [0.0, *goes_on], goes_on, m.display, rates, strict=False
        )
    ]


def _breaks_behind(m: Measures) -> list[float]:
    """For each line, what speaks for a break behind it: how the next line goes on, opens, and is indented."""
    after_end, inside = m.habits.opening_after_end, m.habits.opening_inside
    found = [
        evidence + (after_end if end <= ENDS_SENTENCE else inside)[opening]
        for evidence, end, opening in zip(m.breaks[1:], m.ends, m.openings[1:], strict=False)
    ]
    for i in compress(range(len(found)), m.lines.indented[1:]):
        if m.habits.han or m.openings[i + 1] != LOWER_CASE or m.ends[i] <= ENDS_SENTENCE:
            found[i] += INDENT_SEEN
    found.append(0.0)
    return found


def _indents_lost(m: Measures, full: float, openers: list[int]) -> int:
    """How many indents are lost, as a number in `INDENT_SHARES`, by what the lines *openers* show.

    They come after a line that ends a sentence; those count that come after a short one.
    """
    h, widths = m.habits, m.widths
    lost, none = h.indent_prior
    tolerance = h.indent_tolerance
    short = full * 0.8
    for i in openers:
        if widths[i - 1] < short:
            missing = full - widths[i]
            if m.lines.indented[i] or -tolerance < missing - h.indent < tolerance:
                lost += 1
            elif -tolerance < missing < tolerance:
                none += 1
    share = lost / (lost + none)
    return bisect_right(BETWEEN_SHARES, share)
