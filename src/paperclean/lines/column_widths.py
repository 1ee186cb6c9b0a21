"""The width of the column that each line was set in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log
from typing import NamedTuple, TypeAlias

from paperclean.lines.fits import likelihoods
from paperclean.lines.habits import ENDS_SENTENCE
from paperclean.lines.measures import Measures
from paperclean.lines.widths import full_widths, in_steps

__all__ = ["Column", "columns_of"]

NEVER = -1e9
SHORT = 0.8  # of the width; after a line shorter than this a column may end


class Column(NamedTuple):
    """The lines from number *start* up to *end*, all set in a column *full* units wide.

    *widest* is the width of the widest column that there may be around.
    """

    start: int
    end: int
    full: float
    widest: float


# A path through the lines to some line: where its last column starts, that one's width, and the path before.
Path: TypeAlias = "tuple[int, float, Path | None]"


def columns_of(m: Measures) -> list[Column]:
    """The columns that the lines were set in, one after another, cut where a block of `Habits.block` lines ends.

    Around each block a few widths are found that a column may have there. The likeliest path through them keeps to one
    as long as the lines allow, and rather leaves it where a paragraph may end: after a sentence, or a short line.
    """
    h = m.habits
    ends = m.ends
    steps = m.widths if h.han else in_steps(m.widths, h.quantum)  # ems come in steps
    size, block = len(steps), h.block
    around = block // 2 + 2
    scores: list[float] = []
    paths: list[Path] = []
    best = 0.0
    best_path: Path | None = None
    widest: list[float] = []
    for start in range(0, size, block):
        end = min(size, start + block)
        modes = full_widths(steps[max(0, start - around) : end + around], h)
        widest.append(max(modes))
        former = [*zip(scores, paths, strict=True)]
        taken = _taken_on(modes, start, former, (best + h.switch_open, best_path), h.same_width)
        scores, paths = map(list, zip(*taken, strict=True))
        kinds = [*zip(steps[start:end], ends[start:end], m.display[start:end], strict=True)]
        likely = [map(likelihoods(h, mode).__getitem__, kinds) for mode in modes]
        share = log(len(modes))
        if_closed, if_open = h.switch_closed - share, h.switch_open - share
        short = SHORT * modes[0]
        closed = ends[start - 1] <= ENDS_SENTENCE or steps[start - 1] < short
        for i, row in enumerate(zip(*likely, strict=True), start):
            over = best + (if_closed if closed else if_open)
            over_path = best_path
            best = NEVER
            for j, likelihood in enumerate(row):
                score = scores[j]
                if score < over:
                    score = over
                    paths[j] = (i, modes[j], over_path)
                scores[j] = score = score + likelihood
                if score > best:
                    best, best_path = score, paths[j]
            closed = ends[i] <= ENDS_SENTENCE or steps[i] < short
    return _columns(best_path, size, block, widest)


def _taken_on(
    modes: list[float],
    start: int,
    former: Iterable[tuple[float, Path]],
    over: tuple[float, Path | None],
    same: float,
) -> Iterator[tuple[float, Path]]:
    """The scored paths to line *start* for widths *modes*: one of the *same* width as before, or come *over*."""
    for mode in modes:
        score, path = over
        for former_score, former_path in former:
            if -same <= former_path[1] - mode <= same and former_score > score:
                score, path = former_score, former_path
        yield score, path if path and path[1] == mode else (start, mode, path)


def _columns(path: Path | None, size: int, block: int, widest: list[float]) -> list[Column]:
    """The columns along a *path*, cut where a block ends."""
    found = []
    end = size
    while path:
        start, full, path = path
        while end > start:
            number = (end - 1) // block
            cut = max(start, number * block)
            found.append(Column(cut, end, full, widest[number]))
            end = cut
    return found[::-1]
