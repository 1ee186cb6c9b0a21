"""How well lines fit a column, as numbers that are the same for all lines alike, so that each kind is weighed once."""

from __future__ import annotations

from functools import lru_cache
from math import exp, log, sqrt
from typing import TypeAlias

from paperclean.lines.chinese import NO_MARK
from paperclean.lines.habits import INDENT_SHARES, Habits

__all__ = ["HUNG", "STEP", "Fit", "fits", "likelihoods"]

MOST_COLUMNS = 400  # widths of columns whose fits are kept
SPREAD = 40  # units of deviation from the full width that the floor is spread over

# By how much a line is rather the last of its paragraph than one alone, a middle one than the first, the first than
# one alone: differences of log likelihoods.
Fit: TypeAlias = tuple[float, float, float]
# What it depends on: the line's width in steps; by how much the piece that opens the next line exceeds one unit (where that did
# not fit, the line may be short by it); the class of its end mark; evidence that it is display.
Kind: TypeAlias = tuple[int, float, int, float]
# Ems of a mark that hangs out of its column, as in Chinese of today: such a line is full, and no headline wider than the column
HUNG = 1.0
STEP = 0.5  # units between two widths that are told apart


class Fits(dict[Kind, Fit]):
    """How lines of each kind fit a column *full* units wide whose lost indents are number *indents* of `INDENT_SHARES`."""

    def __init__(self, habits: Habits, full: float, indents: int) -> None:
        self.habits, self.full, self.share = habits, full, INDENT_SHARES[indents]

    def __missing__(self, kind: Kind) -> Fit:
        h = self.habits
        width, excess, end, shown = kind
        middle, first, last, single, display = h.by_end[end]
        missing = self.full - width * STEP
        if h.han and h.whole_marks and missing <= -h.overfull_by and end < NO_MARK:
            missing += HUNG
        short = _scaled(h, missing, self.full)
        if excess and short > 0:
            middle += _short_inside(h, max(short - excess, 0.0))
            if_first = _short_first(h, short, self.share)
            if short > 2:
                if_first = max(if_first, _short_first(h, max(missing - excess, 2.0), self.share))
            first += if_first
        else:
            middle += _short_inside(h, short)
            first += _short_first(h, short, self.share)
        any_width = _of_any_width(h, missing, self.full)
        if width * STEP >= h.display_below * self.full:
            shown = 0.0  # only a line that is not too wide for the column can be one of display
        alone = max(single + any_width, display + shown)
        found = self[kind] = (last + any_width - alone, middle - first, first - alone)
        return found


class Likelihoods(dict[tuple[int, int, float], float]):
    """How likely lines of each width and class of end mark are in a column *full* wide, whatever their role.

    As logarithms. Widths are in steps of `Habits.quantum`.
    """

    def __init__(self, habits: Habits, full: int) -> None:
        self.habits, self.full = habits, full * habits.quantum

    def __missing__(self, kind: tuple[int, int, float]) -> float:
        h = self.habits
        width, end, shown = kind
        missing = self.full - width * h.quantum
        short = _scaled(h, missing, self.full)
        any_width = exp(_of_any_width(h, missing, self.full))
        first = 1 - h.single - h.display
        going_on = first / h.last
        found = self[kind] = log(
            h.end_inside[end]
            * (
                going_on * (1 - h.last) * exp(_short_inside(h, short))
                + first * exp(_short_first(h, short, INDENT_SHARES[2]))
            )
            + (h.single + first) * h.end_last[end] * any_width
            + h.display * exp(shown) * h.end_display[end] * h.display_density
        )
        return found


@lru_cache(MOST_COLUMNS)
def fits(habits: Habits, full: float, indents: int) -> Fits:
    """The fits of lines in such a column."""
    return Fits(habits, full, indents)


@lru_cache(MOST_COLUMNS)
def likelihoods(habits: Habits, full: int) -> Likelihoods:
    """The likelihoods of lines in such a column."""
    return Likelihoods(habits, full)


def _scaled(habits: Habits, missing: float, full: float) -> float:
    """By how much a line is short, for a column of `Habits.scale` units."""
    return missing * sqrt(habits.scale / full) if habits.scale else missing


def _short_inside(habits: Habits, short: float) -> float:
    """Log density of a middle line that is *short* of the full width."""
    return log(_spread(habits, short, 0.0, habits.core_scale))


def _short_first(habits: Habits, short: float, share: float) -> float:
    """Log density of a first line that is *short* of the full width, where a *share* of them lost an indent."""
    lost = _spread(habits, short, habits.indent, habits.indent_scale)
    kept = _spread(habits, short, 0.0, habits.core_scale)
    return log(share * lost + (1 - share) * kept)


def _of_any_width(habits: Habits, missing: float, full: float) -> float:
    """Log density of a line that may end anywhere in the column, and seldom beyond it."""
    beyond = missing <= -habits.overfull_by
    return log(habits.overfull / full) if beyond else -log(full)


def _spread(habits: Habits, short: float, centre: float, scale: float) -> float:
    return (
        habits.core * _laplace(short - centre, scale)
        + habits.shoulder * _laplace(short - centre, habits.shoulder_scale)
        + habits.floor / SPREAD
    )


def _laplace(x: float, scale: float) -> float:
    return exp(-abs(x) / scale) / (2 * scale)
