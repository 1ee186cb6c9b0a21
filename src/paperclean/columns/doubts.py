"""Where neighbouring lines may not go on after each other: a cheap look before the lag test.

Nearly all text stands in order, and its neighbouring lines show it. After a hyphen comes a small letter, after a full
stop a capital; one Chinese character calls for the next. A window of lines whose neighbours fit that well holds no
columns that take turns, whatever lines further apart do; only the other windows are worth a test.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import add, itemgetter

from paperclean.columns.links import links
from paperclean.scripts import FIRST_HAN
from paperclean.statistics.han import han_association
from paperclean.statistics.words import HYPHENS

__all__ = ["doubtful_stretches", "is_han", "loose_stretches"]

BLOCK = 24  # lines; a window is two blocks, and the next begins one block on
AROUND = 24  # lines taken in on both sides of a doubtful window
MOST = 0.5  # share of the lines in doubt above which the text is looked at as a whole
# The mean association of neighbours, in nats, from which on a window is in order. Of the windows of real pages whose
# columns take turns 1.6 % lie above the first and none above the second; of the same German pages in order 6 to 9 %
# lie below the first and 0 to 6 % below the second. Of Chinese windows in order 1 % lie below the third.
CLEAR_EDGES, CLEAR_WORDS, CLEAR_HAN = 0.1, 0.2, 0.5

first_sign, last_sign = itemgetter(0), itemgetter(-1)


def is_han(lines: Sequence[str]) -> bool:
    """Whether most of the lines, none empty, open with a sign of Chinese or Japanese."""
    return _mostly_han(list(map(first_sign, lines)))


def _mostly_han(signs: Sequence[str]) -> bool:
    return 2 * sum(map(FIRST_HAN.__le__, signs)) > len(signs)


def loose_stretches(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Start and end of each stretch of *lines* (none empty) whose neighbours do not plainly fit, by their edges."""
    firsts = list(map(first_sign, lines))
    lasts = map(last_sign, lines)
    if _mostly_han(firsts):
        return _below(han_association().along(lasts, firsts[1:]), CLEAR_HAN)
    return _below(list(map(fit, map(add, lasts, firsts[1:]))), CLEAR_EDGES)


def doubtful_stretches(
    lines: Sequence[str], loose: Sequence[tuple[int, int]], language: str | None
) -> list[tuple[int, int]]:
    """The *loose* stretches whose neighbours do not fit by their words either, with the lines around them."""
    if language != "zh":
        loose = [
            (start + a, start + b)
            for start, end in loose
            for a, b in _below(links(lines[start:end], language).lag(1), CLEAR_WORDS)
        ]
    if sum(end - start for start, end in loose) > MOST * len(lines):
        return [(0, len(lines))]
    return _joined([(max(0, start - AROUND), min(len(lines), end + AROUND)) for start, end in loose])


def _below(values: list[float], clear: float) -> list[tuple[int, int]]:
    """Start and end of each stretch of lines with a mean below *clear*; *values* are those of line and next line."""
    last = max(1, len(values) - BLOCK)
    sums = [sum(values[at : at + 2 * BLOCK]) for at in range(0, last, BLOCK)]
    windows = [(at, min(at + 2 * BLOCK, len(values))) for at in range(0, last, BLOCK)]
    return _joined(
        [
            (start, end + 1)
            for (start, end), total in zip(windows, sums, strict=True)
            if total < clear * (end - start)
        ]
    )


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """*stretches*, in order of their starts, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@lru_cache(maxsize=1 << 14)
def fit(edge: str) -> float:
    """How much likelier, in nats, the second sign opens the next line after the first ended one than by chance."""
    last, small = edge[0], edge[1].islower()
    if last in HYPHENS:
        return AFTER_HYPHEN[small]
    if last in SENTENCE_ENDS:
        return AFTER_SENTENCE[small]
    return AFTER_OTHER[small]


# By whether the next line opens with a small letter; counted on German, French and English pages.
SENTENCE_ENDS = '.!?:"”»“'
AFTER_HYPHEN, AFTER_SENTENCE, AFTER_OTHER = (-2.1, 0.5), (0.7, -2.2), (-0.15, 0.12)
