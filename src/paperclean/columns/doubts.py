"""Where neighbouring lines may not go on after each other: a cheap look before the lag test.

Nearly all text stands in order, and its neighbouring lines show it. After a hyphen comes a small letter, after a full
stop a capital; one Chinese character calls for the next. A window of lines whose neighbours fit that well holds no
columns that take turns, whatever lines further apart do; only the other windows are worth a test.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from operator import getitem, itemgetter

from paperclean.columns.links import links
from paperclean.scripts import upper_bytes
from paperclean.statistics.han import han_association
from paperclean.statistics.words import HYPHENS

__all__ = ["doubtful_stretches", "is_han", "loose_stretches"]

BLOCK = 24  # lines; a window is two blocks, and the next begins one block on
AROUND = 24  # lines taken in on both sides of a doubtful window
# The mean association of neighbours, in nats, from which on a window is in order. Of the windows of real pages whose
# columns take turns 1.6 % lie above the first and none above the second; of the same German pages in order 6 to 9 %
# lie below the first and 0 to 6 % below the second. Of Chinese windows in order 1 % lie below the third. Of every other
# line of a Chinese window a little more is asked; nine pages in ten have it, and are looked at no further.
CLEAR_EDGES, CLEAR_WORDS, CLEAR_HAN, CLEAR_HAN_HALF = 0.1, 0.2, 0.5, 0.7
# How much likelier, in nats, a capital or a small letter opens the next line than by chance, by what a line ends in;
# counted on German, French and English pages.
AFTER_HYPHEN, AFTER_SENTENCE, AFTER_OTHER = (-2.1, 0.5), (0.7, -2.2), (-0.15, 0.12)
AFTER = dict.fromkeys('.!?:"”»“', AFTER_SENTENCE) | dict.fromkeys(HYPHENS, AFTER_HYPHEN)
SAMPLE = 60  # lines, evenly spaced, that show whether a text is Chinese

# Rows of 256 signs before Chinese and Japanese ones, and the second halves of signs beyond U+FFFF.
NO_HAN_ROWS = bytes((*range(0x2E), *range(0xDC, 0xE0)))

first_sign, last_sign = itemgetter(0), itemgetter(-1)


def is_han(lines: Sequence[str]) -> bool:
    """Whether most of the lines, none empty, open with a sign of Chinese or Japanese."""
    lines = lines[:: 1 + len(lines) // SAMPLE]
    signs = upper_bytes("".join(map(first_sign, lines)))
    return 2 * len(signs.translate(None, NO_HAN_ROWS)) > len(lines)


def loose_stretches(lines: Sequence[str], *, han: bool) -> list[tuple[int, int]]:
    """Start and end of each stretch of *lines* (none empty) whose neighbours do not plainly fit, by their edges.

    *han*: whether they are Chinese.
    """
    if han:
        associated = han_association().along
        half = associated(map(last_sign, lines[::2]), map(first_sign, lines[1::2]))
        if not _below(half, CLEAR_HAN_HALF, BLOCK // 2):
            return []
        return _below(associated(map(last_sign, lines), map(first_sign, lines[1:])), CLEAR_HAN)
    kinds = map(AFTER.get, map(last_sign, lines), repeat(AFTER_OTHER))
    small = map(str.islower, map(first_sign, lines[1:]))
    return _below(list(map(getitem, kinds, small)), CLEAR_EDGES)


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
    return _joined([(max(0, start - AROUND), min(len(lines), end + AROUND)) for start, end in loose])


def _below(values: list[float], clear: float, block: int = BLOCK) -> list[tuple[int, int]]:
    """Start and end of each stretch of lines with a mean below *clear*; *values* are those of line and next line."""
    found = []
    for start in range(0, max(1, len(values) - block), block):
        window = values[start : start + 2 * block]
        if sum(window) < clear * len(window):
            found.append((start, start + len(window) + 1))
    return _joined(found)


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """*stretches*, in order of their starts, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
