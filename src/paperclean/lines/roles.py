"""Which role each printed line has in its paragraph, decided for all lines of a stretch together.

The model: before and after each line the paragraph is open or closed, and the column has one of a few widths
found among the lines around. From closed to open a line is the *first* of its paragraph, from open to open a
*middle* one, from open to closed the *last*; from closed to closed it stands alone: a paragraph of one line, or
a line of *display* (headline, subhead, byline, caption). Each role expects its own width (a middle line is full,
a first one may have lost its indent, a last one is any), its own end marks, and openings of the line after it. The most
likely path through all lines is found by dynamic programming in time linear in the lines.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import log
from typing import NamedTuple, TypeAlias

from paperclean.lines.chinese import COLON, COMMA, NO_MARK, OPENING_DASH
from paperclean.lines.habits import ENDS_SENTENCE, INDENT_SHARES, Fit, Fits, Habits
from paperclean.lines.measures import Measures
from paperclean.lines.widths import full_widths, in_steps

__all__ = ["Decision", "decide"]

NEVER = -1e9
TEXT_STOPS = 8.0  # evidence against a text that ends inside a paragraph
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


def _indents_lost(m: Measures, full: float, start: int, end: int) -> int:
    """How many indents are lost, as a number in `INDENT_SHARES`, by what the lines from *start* to *end* show."""
    h = m.habits
    widths, ends = m.widths, m.ends
    lost, none = h.indent_prior
    tolerance = h.indent_tolerance
    short = full * 0.8
    for i in range(start, end):
        if ends[i - 1] <= ENDS_SENTENCE and widths[i - 1] < short:
            missing = full - widths[i]
            if m.indented[i] or -tolerance < missing - h.indent < tolerance:
                lost += 1
            elif -tolerance < missing < tolerance:
                none += 1
    share = lost / (lost + none)
    return sum(share >= (a + b) / 2 for a, b in pairwise(INDENT_SHARES))


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
    """Evidence of a break between Chinese lines of which the first ends in no mark, or one that goes on."""
    if width > wide:
        return (
            -CAPTION_GOES_ON if end == NO_MARK and next_end <= ENDS_SENTENCE and next_width <= width else 0.0
        )
    if width >= narrow:
        return 0.0
    if h.whole_marks and end == NO_MARK and opening == OPENING_DASH:
        return SUBTITLE_DASH
    if next_width >= narrow:
        return 0.0
    if h.whole_marks and end == COMMA and next_end == NO_MARK:
        return -COMMA_GOES_ON
    return h.equal_pair if -0.6 < width - next_width < 0.6 else h.unequal_pair


def _breaks_behind(m: Measures) -> list[float]:
    """For each line, what speaks for a break behind it: how the next line goes on, opens, and is indented."""
    h = m.habits
    by_end = [h.opening_after_end] * 2 + [h.opening_inside] * 6
    found = [
        evidence + by_end[end][opening]
        for evidence, end, opening in zip(m.breaks[1:], m.ends, m.openings[1:], strict=False)
    ]
    if any(m.indented):
        before = [0, *accumulate(m.indented)]
        size = len(found)
        for i, is_indented in enumerate(m.indented[1:]):
            if is_indented:
                found[i] += INDENT_SEEN
            elif before[-1] > 2 and before[min(size + 1, i + 12)] - before[max(0, i - 10)] >= 2:
                found[i] -= INDENT_MISSED
    found.append(0.0)
    return found


# Of one width after a line: the scores of the paths that end closed and open there, and for either by how much it is
# better to come from an open paragraph than from a closed one.
Cell: TypeAlias = tuple[float, float, float, float]
DEAD: Cell = (NEVER, NEVER, 0.0, 0.0)


# What the way back needs of a line: its cells as they were before it and after it, the best scores to end closed and
# open before it, and, where the widths were measured anew, for each of them the number it had before (-1: none).
Step: TypeAlias = tuple[list[Cell], list[Cell], tuple[float, float], list[int] | None]


def decide(m: Measures) -> Decision:  # noqa: C901, PLR0912, PLR0915  # one pass over the lines, kept whole for speed
    """Find the most likely roles of all lines together."""
    h = m.habits
    widths, ends, openings, indented, display = m.widths, m.ends, m.openings, m.indented, m.display
    size = len(widths)
    block, han, by_end = h.block, h.han, h.by_end
    behind = _breaks_behind(m)
    steps = widths if han else in_steps(widths, h.quantum)
    keys = [*zip(widths if han else in_steps(widths, 0.5), [*m.overhang[1:], 0.0], strict=True)]
    last_line = size - 1
    to_closed = to_open = narrow = wide = below = 0.0
    modes: list[float] = []
    fits: list[Fits] = []
    seen: dict[tuple[float, float], list[Fit]] = {}
    cells: list[Cell] = []
    best_closed, best_open = 0.0, NEVER
    history: list[Step] = []
    for i in range(size):
        width, end = widths[i], ends[i]
        origins = None
        if i % block == 0:
            former = modes
            modes = full_widths(steps[max(0, i - block // 2 - 2) : i + block + block // 2 + 2], h)
            indent = _indents_lost(m, modes[0], max(1, i - 8), min(size, i + block + 8))
            fits = [h.fits(mode, indent) for mode in modes]
            seen = {}
            share = log(len(modes))
            to_closed, to_open = h.switch_closed - share, h.switch_open - share
            narrow, wide, below = max(modes) * 0.75, max(modes) + 2.0, h.display_below * modes[0]
            if former:
                origins = _origins(former, modes, 0.6 if han else 1.6)
                cells = [cells[j] if j >= 0 else DEAD for j in origins]
            else:
                cells = [(-share, NEVER, 0.0, 0.0)] * len(modes)
        middle, first, last, single, shown = by_end[end]
        for_break = behind[i]
        if (width < narrow or width > wide) and end > COLON and han and i != last_line:
            for_break += _display_evidence(
                h, end, width, widths[i + 1], ends[i + 1], openings[i + 1], narrow, wide
            )
        if display[i] and width < below:
            shown += display[i]
        if indented[i]:
            middle -= INDENT_INSIDE
            last -= INDENT_INSIDE
            first += 1.0
        if i == last_line:
            middle -= TEXT_STOPS
            first -= TEXT_STOPS
        last += for_break
        single += for_break
        shown += for_break
        from_closed, from_open = best_closed + to_closed, best_open + to_open
        best = (best_closed, best_open)
        best_closed = best_open = NEVER
        key = keys[i]
        fit = seen.get(key)
        if fit is None:
            fit = seen[key] = [each[key] for each in fits]
        after: list[Cell] = []
        for (if_middle, if_first, any_width, fits_ill), (c, o, _, _) in zip(fit, cells, strict=True):
            if c < from_closed:
                # no better than to come over from another width next time
                if fits_ill and o < from_open and origins is None:
                    after.append(DEAD)
                    continue
                c = from_closed
            if o < from_open:  # noqa: PLR1730  # a call costs more than the rest of the cell
                o = from_open
            if_middle += o + middle
            if_first += c + first
            o += last + any_width
            alone = single + any_width
            c += alone if alone > shown else shown  # noqa: FURB136
            closed_by = o - c
            open_by = if_middle - if_first
            if closed_by > 0:
                c = o
            if open_by <= 0:
                if_middle = if_first
            if c > best_closed:  # noqa: PLR1730  # as above
                best_closed = c
            if if_middle > best_open:  # noqa: PLR1730
                best_open = if_middle
            after.append((c, if_middle, closed_by, open_by))
        history.append((cells, after, best, origins))
        cells = after
    return _way_back(m, history)


def _origins(before: list[float], modes: list[float], same: float) -> list[int]:
    """For each width the number of the one *before* that is the *same*, or -1."""
    found = []
    for mode in modes:
        apart = [abs(width - mode) for width in before]
        nearest = min(apart)
        found.append(apart.index(nearest) if nearest <= same else -1)
    return found


def _way_back(m: Measures, history: list[Step]) -> Decision:
    """Follow the best path from the last line to the first."""
    h = m.habits
    size = len(m.widths)
    breaks, shown, margins = [False] * size, [False] * size, [0.0] * size
    switches = (h.switch_closed, h.switch_open)
    margins[-1] = TEXT_STOPS
    cells = history[-1][1]
    closed, open_ = max(cell[0] for cell in cells), max(cell[1] for cell in cells)
    is_open = int(closed < open_ - TEXT_STOPS)  # 0 or 1: the place in a cell as well
    score = open_ if is_open else closed
    at = next(j for j, cell in enumerate(cells) if cell[is_open] == score)
    for i in range(size - 1, -1, -1):
        before, cells, best, origins = history[i]
        breaks[i] = not is_open
        by = cells[at][2 + is_open]
        was_open = int(by > 0)
        if not (is_open or was_open):
            _, _, _, single, display = h.by_end[m.ends[i]]
            shown[i] = display + m.display[i] - single > -log(20)
        if not i:
            break
        margins[i - 1] = abs(by)
        is_open = was_open
        if before[at][is_open] < best[is_open] + switches[is_open] - log(len(cells)):
            # it came over from another width
            former = history[i - 1][1]
            at = next(j for j, cell in enumerate(former) if cell[is_open] == best[is_open])
        elif origins:
            at = origins[at]
    return Decision(breaks, margins, shown)
