"""The widths of the columns that lines were set in."""

from __future__ import annotations

from paperclean.lines.habits import Habits

__all__ = ["full_widths"]


def full_widths(widths: list[float], habits: Habits, most: int = 5) -> list[float]:
    """The likeliest widths of the columns that lines of these *widths* were set in, likeliest first."""
    counts: dict[int, int] = {}
    per_unit = 1 / habits.quantum
    for width in widths:
        key = int(width * per_unit + 0.5)
        counts[key] = counts.get(key, 0) + 1
    get = counts.get
    indent = int(habits.indent * per_unit + 0.5)
    least = habits.least_width * per_unit
    candidates = set(counts)
    candidates.update([key + indent for key in counts])
    if habits.han:
        ranked = [
            (
                get(k, 0)
                + 0.6 * (get(k - 1, 0) + get(k + 1, 0))
                + 0.35 * get(k - indent, 0)
                + 0.1 * get(k - 2, 0),
                k,
            )
            for k in candidates
            if k >= least
        ]
    else:
        ranked = [
            (
                get(k, 0)
                + 0.9 * (get(k - 1, 0) + get(k + 1, 0))
                + 0.6 * (get(k - 2, 0) + get(k + 2, 0))
                + 0.3 * (get(k - 3, 0) + get(k + 3, 0)),
                k,
            )
            for k in candidates
            if k >= least
        ]
    ranked.sort(reverse=True)
    apart = habits.peak_apart * per_unit
    peaks: list[int] = []
    for _, k in ranked:
        for other in peaks:
            if -apart <= k - other <= apart:
                break
        else:
            peaks.append(k)
            if len(peaks) == most:
                break
    return [k / per_unit for k in peaks] or [max(widths)]
