"""Where the lines of a text take turns: the lag test.

In a column each line goes on after the line before it. Where *k* columns take turns, a line goes on after the line
*k* above it instead. So the mean association of neighbouring lines is compared with that of lines two and more
apart, over the whole text and over windows of it.

Where lines drop out, or columns lie at other heights, a line goes on now two lines below, now five. Then the best of the
lines near by is compared with the best of as many lines far off.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from paperclean.columns.links import Links

__all__ = ["FEWEST", "SURE", "Stretch", "confidence_of", "standard_errors", "stretches_taking_turns"]

FEWEST = 12  # lines that can tell anything
MOST_COLUMNS = 10
FEW = 36  # lines of which more evidence is asked
WINDOW = 48
STEP = 24
# Standard errors of which no more are looked for. So many are asked of rows cut at single blanks: pages set in columns show 4.4
# and more, rows whose cells hold clauses 3.6 at most.
SURE = 4.0
WHOLE = 2.2  # standard errors by which another lag must win over a whole text,
ANY_WINDOW = 2.8  # and in a window, of which there are many
AROUND = 24  # lines taken in on both sides of a window
NEAR = 6  # lines, after the neighbour, among which a column's next line is in most rows
FAR = 20  # lines; what is so far off is another row's


class Stretch(NamedTuple):
    """Lines from *start* up to *end* that seem to take turns; *evidence* in standard errors."""

    start: int
    end: int
    evidence: float


def stretches_taking_turns(links: Links, count: int) -> list[Stretch]:
    """The stretches of *count* lines in which a line goes on after one further up than its neighbour."""
    if count < FEWEST:
        return []
    most = min(MOST_COLUMNS, count // 3)
    lags = [links.lag(lag) for lag in range(1, most + 1)]
    whole = _strongest(lags, 0, count)
    if count >= FEW and whole.evidence < SURE:
        whole = whole._replace(evidence=max(whole.evidence, _evidence_near_by(links, lags, count)))
    if whole.evidence > (WHOLE if count >= FEW else ANY_WINDOW):
        return [whole]
    if count <= WINDOW:
        return []
    found: list[Stretch] = []
    for start in range(0, count - STEP, STEP):
        window = _strongest(lags, start, min(count, start + WINDOW))
        if window.evidence <= ANY_WINDOW:
            continue
        wide = window._replace(start=max(0, start - AROUND), end=min(count, window.end + AROUND))
        if found and wide.start <= found[-1].end:
            last = found.pop()
            best = max(last, wide, key=lambda stretch: stretch.evidence)
            wide = best._replace(start=last.start, end=wide.end)
        found.append(wide)
    return found


def _varied(gains: list[float]) -> list[float]:
    """*gains* with each value at most a few times: a list that repeats its rows is one piece of evidence, not many."""
    most = max(3, len(gains) // 20)
    return [gain for gain, times in Counter(gains).items() for _ in range(min(times, most))]


def _strongest(lags: Sequence[Sequence[float]], start: int, end: int) -> Stretch:
    """The lag whose associations exceed the neighbours' most surely, if any does."""
    neighbours = lags[0][start : end - 1]
    total = sum(neighbours)
    best = Stretch(start, end, 0.0)
    for lag, values in enumerate(lags[1:], start=2):
        apart = values[start : end - lag]
        number = len(apart)
        if number < FEWEST // 2 or sum(apart) * len(neighbours) <= total * number:
            continue
        evidence = standard_errors([b - a for a, b in zip(neighbours, apart, strict=False)])
        if evidence > best.evidence:
            best = Stretch(start, end, evidence)
    return best


def _evidence_near_by(links: Links, lags: Sequence[Sequence[float]], count: int) -> float:
    """How surely the best of the lines 2 to 7 below each line fits it better than the best of as many far below."""
    far = min(FAR, count // 2)
    near_by = map(max, *lags[1 : 1 + NEAR])
    far_off = map(max, *(links.lag(lag) for lag in range(far, far + NEAR)))
    return standard_errors([near - other for near, other in zip(near_by, far_off, strict=False)])


def confidence_of(evidence: float) -> float:
    """How sure so many standard errors make that columns are told apart rightly; half, of two."""
    return round(evidence**2 / (evidence**2 + 4), 2)


def standard_errors(gains: list[float]) -> float:
    """By how many standard errors the mean of *gains* is above 0."""
    if not gains:
        return 0.0
    gains = _varied(gains)
    mean = sum(gains) / len(gains)
    variance = sum((gain - mean) ** 2 for gain in gains) / len(gains)
    return mean / math.sqrt(variance / len(gains) + 0.001)
