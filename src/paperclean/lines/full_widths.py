"""The widths of the columns that lines may have been set in: those that many of them fill."""

from __future__ import annotations

from paperclean.lines.habits import Habits

__all__ = ["full_widths", "in_steps"]

CLEAR = 4  # Chinese lines of one width, beside which a width that only one line has is none of a column


def full_widths(steps: list[int], habits: Habits, most: int = 3) -> list[int]:
    """The likeliest widths of the columns that lines were set in, likeliest first.

    All widths are in steps of `Habits.quantum`.
    """
    support = _supported(steps, habits)
    if not support:
        return [max(1, *steps)]  # a bracket alone is no unit wide
    enough = max(support)[0] * habits.least_support
    ranked = sorted([pair for pair in support if pair[0] >= enough], reverse=True)
    apart = int(habits.peak_apart / habits.quantum)
    peaks: list[int] = []
    for _, k in ranked:
        for other in peaks:
            if -apart <= k - other <= apart:
                break
        else:
            peaks.append(k)
            if len(peaks) == most:
                break
    return peaks


def _supported(steps: list[int], habits: Habits) -> list[tuple[float, int]]:
    """The widths that a column may have, each behind the number of lines that speak for it: those as wide, and less those near it.

    Of Chinese, whose characters are all of one width, lines that lack an indent speak for the width with it.
    """
    least = int(habits.least_width / habits.quantum)
    indent = int(habits.indent / habits.quantum)
    counts = [0] * (max(steps) + indent + 4)
    for width in steps:
        counts[width] += 1
    if not habits.han:
        return [
            (
                counts[k]
                + 0.9 * (counts[k - 1] + counts[k + 1])
                + 0.6 * (counts[k - 2] + counts[k + 2])
                + 0.3 * (counts[k - 3] + counts[k + 3]),
                k,
            )
            for k in {*steps}
            if k >= least
        ]
    fewest = 2 if max(counts) >= CLEAR else 1
    often = [width for width in {*steps} if counts[width] >= fewest]
    return [
        (
            counts[k]
            + 0.6 * (counts[k - 1] + counts[k + 1])
            + 0.35 * counts[k - indent]
            + 0.1 * counts[k - 2],
            k,
        )
        for k in {*often, *[width + indent for width in often]}
        if k >= least
    ]


def in_steps(widths: list[float], step: float) -> list[int]:
    """*widths* as numbers of whole steps."""
    per_unit = 1 / step
    return [int(width * per_unit + 0.5) for width in widths]
