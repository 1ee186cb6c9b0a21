"""Which role each printed line has in its paragraph, decided for all lines of a stretch together.

The model: before and after each line the paragraph is open or closed, and the column has one of a few widths
found among the lines around. From closed to open a line is the *first* of its paragraph, from open to open a
*middle* one, from open to closed the *last*; from closed to closed it stands alone: a paragraph of one line, or
a line of *display* (headline, subhead, byline, caption). Each role expects its own width (a middle line is full,
a first one may have lost its indent, a last one is any), its own end marks, and openings of the line after it. The most
likely path through all lines is found by dynamic programming in time linear in the lines.
"""

from __future__ import annotations

from itertools import pairwise
from math import log
from typing import NamedTuple

from paperclean.lines.habits import INDENT_SHARES, SPREAD, Habits
from paperclean.lines.measures import Measures
from paperclean.lines.widths import full_widths

__all__ = ["Decision", "decide"]

NEVER = -1e9
ZERO = 2 * SPREAD  # index of a line of full width in the tables of `Habits`
DISPLAY_PAIR = (
    1.5  # evidence against a break between two narrow lines as wide as each other, for one otherwise
)
TEXT_STOPS = 8.0  # against a text that ends inside a paragraph
CAPTION_GOES_ON = 2.5  # against a break after a line wider than the column, if the next ends a sentence
COMMA_GOES_ON = 4.0  # against a break after a narrow line that ends in a comma, before one without a mark
SUBTITLE_DASH = 3.0  # for a break between a narrow line without a mark and one that opens with a dash
INDENT_SEEN = 3.5  # for a break before an indented line
INDENT_MISSED = 2.5  # against one before a line without, where others are indented
INDENT_INSIDE = 3.0  # against an indented line inside a paragraph


class Decision(NamedTuple):
    """For each line: whether a break follows it, how sure that is (log odds), whether it is one of display."""

    breaks: list[bool]
    margins: list[float]
    display: list[bool]


def _opening_table(m: Measures, full: float, start: int, end: int) -> list[float]:
    """The widths of first lines, by the share of indents lost that the lines from *start* to *end* show."""
    h = m.habits
    widths, ends = m.widths, m.ends
    lost, none = h.indent_prior
    tolerance = h.indent_tolerance
    short = full * 0.8
    for i in range(start, end):
        if ends[i - 1] <= 1 and widths[i - 1] < short:
            missing = full - widths[i]
            if m.indented[i] or -tolerance < missing - h.indent < tolerance:
                lost += 1
            elif -tolerance < missing < tolerance:
                none += 1
    share = lost / (lost + none)
    return h.opening[sum(share >= (a + b) / 2 for a, b in pairwise(INDENT_SHARES))]


def _display_evidence(  # noqa: PLR0913, PLR0917  # called in the loop, so plain numbers
    h: Habits,
    end: int,
    width: float,
    next_width: float,
    next_end: int,
    opening: int,
    narrow: float,
    wide: float,
) -> float:
    """Evidence of a break between lines of which the first ends in no mark, or one that goes on."""
    if width > wide:
        return -CAPTION_GOES_ON if end == 7 and next_end <= 1 and next_width <= width else 0.0
    if width >= narrow:
        return 0.0
    if h.whole_marks and end == 7 and opening == 4:
        return SUBTITLE_DASH
    if next_width >= narrow:
        return 0.0
    if h.whole_marks and end == 5 and next_end == 7:
        return -COMMA_GOES_ON
    return h.equal_pair if -0.6 < width - next_width < 0.6 else h.unequal_pair


def decide(m: Measures) -> Decision:  # noqa: C901, PLR0912, PLR0915  # one pass over the lines, kept whole for speed
    """Find the most likely roles of all lines together."""
    h = m.habits
    widths, ends, openings, overhangs = m.widths, m.ends, m.openings, m.overhang
    display, evidence, indented = m.display, m.breaks, m.indented
    size = len(widths)
    inside = h.inside
    middles, firsts, lasts = h.middle_by_end, h.first_by_end, h.last_by_end
    singles, displays = h.single_by_end, h.display_by_end
    after_end, after_other = h.opening_after_end, h.opening_inside
    block, han = h.block, h.han
    stay_closed, stay_open = log(1 - h.new_width_at_break), log(1 - h.new_width_inside)
    move_closed, move_open = log(h.new_width_at_break), log(h.new_width_inside)
    overfull = log(h.overfull)
    overfull_from = -h.overfull_by
    top = 2 * ZERO
    indents = [0]
    for is_indented in indented:
        indents.append(indents[-1] + is_indented)
    any_indents = indents[-1]
    same = 0.6 if han else 1.6

    modes: list[float] = []
    cells: list[tuple[float, float, float]] = []
    opening: list[float] = []
    to_closed = to_open = narrow = wide = 0.0
    closed: list[float] = []
    open_: list[float] = []
    # what the way back needs: scores before each line (by its own cells), differences between ways in, kinds
    history: list[tuple[list[float], list[float], list[float], list[float], list[int] | None, float]] = []
    for i in range(size):
        origin: list[int] | None = None
        if i % block == 0:
            before = modes
            near = widths[max(0, i - block // 2 - 2) : i + block + block // 2 + 2]
            modes = full_widths(near, h)
            opening = _opening_table(m, modes[0], max(1, i - 8), min(size, i + block + 8))
            share = log(len(modes))
            to_closed, to_open = move_closed - share, move_open - share
            narrow = max(modes) * 0.75
            wide = max(modes) + 2.0
            cells = [(mode, 2.0 * h.scale / mode if h.scale else 2.0, -log(mode)) for mode in modes]
            if i == 0:
                closed = [-share] * len(modes)
                open_ = [NEVER] * len(modes)
            else:
                origin = []
                for mode in modes:
                    nearest = min(range(len(before)), key=lambda x: abs(before[x] - mode))
                    origin.append(nearest if abs(before[nearest] - mode) <= same else -1)
        width, end = widths[i], ends[i]
        for_break = excess = 0.0
        if i + 1 < size:
            for_break = evidence[i + 1] + (after_end if end < 2 else after_other)[openings[i + 1]]
            excess = overhangs[i + 1]
            if any_indents:
                if indented[i + 1]:
                    for_break += INDENT_SEEN
                elif any_indents > 2 and indents[min(size, i + 12)] - indents[max(0, i - 10)] >= 2:
                    for_break -= INDENT_MISSED
            if han and end > 4:
                for_break += _display_evidence(
                    h, end, width, widths[i + 1], ends[i + 1], openings[i + 1], narrow, wide
                )
            middle, first = middles[end], firsts[end]
        else:
            middle, first = middles[end] - TEXT_STOPS, firsts[end] - TEXT_STOPS
        last = lasts[end] + for_break
        single = singles[end] + for_break
        shown = displays[end] + for_break
        if width < h.display_below * modes[0]:
            shown += display[i]
        if indented[i]:
            middle -= INDENT_INSIDE
            last -= INDENT_INSIDE
            first += 1.0
        best_closed, best_open = max(closed) + to_closed, max(open_) + to_open
        if origin is None:
            from_closed, from_open = closed, open_
        else:
            from_closed = [closed[j] if j >= 0 else NEVER for j in origin]
            from_open = [open_[j] if j >= 0 else NEVER for j in origin]
        next_open: list[float] = []
        next_closed: list[float] = []
        open_by: list[float] = []
        closed_by: list[float] = []
        for (mode, scale, any_width), c, o in zip(cells, from_closed, from_open, strict=True):
            c += stay_closed
            o += stay_open
            if c < best_closed:  # noqa: PLR1730  # a call costs more than the rest of the cell
                c = best_closed
            if o < best_open:  # noqa: PLR1730
                o = best_open
            missing = mode - width
            short = missing * scale
            at = short + ZERO + 0.5
            index = int(at) if 0 < at < top else (0 if at <= 0 else top)
            if_first = opening[index]
            if excess and short > 0:
                # the next piece did not fit: the line may be short by it
                less = at - 2 * excess
                if_middle = inside[int(less) if less > ZERO else ZERO] if less < top else inside[top]
                if short > 4:
                    less = (missing - excess if missing - excess > 2 else 2.0) * 2 + ZERO + 0.5
                    other = opening[int(less) if less < top else top]
                    if_first = max(if_first, other)
            else:
                if_middle = inside[index]
            if missing <= overfull_from and (han or short <= 2 * overfull_from):
                any_width += overfull
            o_open = o + middle + if_middle
            c_open = c + first + if_first
            by = o_open - c_open
            open_by.append(by)
            next_open.append(o_open if by > 0 else c_open)
            o_closed = o + last + any_width
            alone = single + any_width
            c_closed = c + (alone if alone > shown else shown)  # noqa: FURB136
            by = o_closed - c_closed
            closed_by.append(by)
            next_closed.append(o_closed if by > 0 else c_closed)
        history.append((closed, open_, open_by, closed_by, origin, shown - single))
        closed, open_ = next_closed, next_open
    return _way_back(m, history, closed, open_)


def _way_back(
    m: Measures,
    history: list[tuple[list[float], list[float], list[float], list[float], list[int] | None, float]],
    closed: list[float],
    open_: list[float],
) -> Decision:
    """Follow the best path from the last line to the first."""
    h = m.habits
    stay = (log(1 - h.new_width_inside), log(1 - h.new_width_at_break))
    move = (log(h.new_width_inside), log(h.new_width_at_break))
    size = len(history)
    breaks, shown, margins = [False] * size, [False] * size, [0.0] * size
    ends_closed = max(closed) >= max(open_) - TEXT_STOPS
    cell = closed.index(max(closed)) if ends_closed else open_.index(max(open_))
    state = int(ends_closed)
    margins[-1] = TEXT_STOPS
    for i in range(size - 1, -1, -1):
        was_closed, was_open, open_by, closed_by, origin, display_by = history[i]
        breaks[i] = bool(state)
        by = (closed_by if state else open_by)[cell]
        came_from = int(by < 0)
        if state and came_from:
            shown[i] = display_by > -log(20)
        if i:
            margins[i - 1] = abs(by)
        scores = was_closed if came_from else was_open
        best = max(scores)
        before = cell if origin is None else origin[cell]
        kinds = len(open_by)
        if before < 0 or scores[before] + stay[came_from] < best + move[came_from] - log(kinds):
            before = scores.index(best)
        cell = before
        state = came_from
    return Decision(breaks, margins, shown)
