"""The widths of the columns that lines may have been set in: those that many of them fill."""

from __future__ import annotations

from paperclean.lines.habits import Habits

__all__ = ["full_widths", "in_steps"]

CLEAR = 4  # Chinese lines of one width, beside which a width that only one line has is none of a column


def full_widths(steps: list[int], habits: Habits, most: int = 3) -> list[int]:
    """The likeliest widths of the columns that lines were set in, likeliest first.

    All widths are in steps of `Habits.quantum`.
    """
    least = int(habits.least_width / habits.quantum)
    indent = int(habits.indent / habits.quantum)
    counts = [0] * (max(steps) + indent + 4)
    for width in steps:
        counts[width] += 1
    if habits.han:
        fewest = 2 if max(counts) >= CLEAR else 1
        often = [width for width in {*steps} if counts[width] >= fewest]
        candidates = [width for width in {*often, *[width + indent for width in often]} if width >= least]
        support = [
            counts[k]
            + 0.6 * (counts[k - 1] + counts[k + 1])
            + 0.35 * counts[k - indent]
            + 0.1 * counts[k - 2]
            for k in candidates
        ]
    else:
        candidates = [width for width in {*steps} if width >= least]
        support = [
            counts[k]
            + 0.9 * (counts[k - 1] + counts[k + 1])
            + 0.6 * (counts[k - 2] + counts[k + 2])
            + 0.3 * (counts[k - 3] + counts[k + 3])
            for k in candidates
        ]
    if not candidates:
        return [max(1, *steps)]  # a bracket alone is no unit wide
    enough = max(support) * habits.least_support
    ranked = sorted(
        [pair for pair in zip(support, candidates, strict=True) if pair[0] >= enough], reverse=True
    )
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


def in_steps(widths: list[float], step: float) -> list[int]:
    """*widths* as numbers of whole steps."""
    per_unit = 1 / step
    return [int(width * per_unit + 0.5) for width in widths]
