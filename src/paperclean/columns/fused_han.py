"""Rows of Chinese in which the lines of two columns touch, the gutter lost: where to cut them."""

from __future__ import annotations

from itertools import pairwise

from paperclean.edits import Span
from paperclean.statistics.han import HanAssociation, han_association

__all__ = ["columns_apart"]

LONGEST = 200  # characters of a row
WANDER = 4  # characters by which lines of one column differ in length
NO_START = frozenset("，。、；：！？”’）》〉】』」…—％·")
NO_END = frozenset("“‘（《〈【『「")
AWAY = 0.8  # cost of a character more or less than the column's width
ODD = 4.0  # cost of a line that starts or ends with a sign that no line may start or end with
# Nats a row that cuts must gain over rows that go on in each other uncut: of 160 pages of two columns all but three gain more, of 698
# single columns, most of the 1920s, five do.
GAIN = 2.0


def columns_apart(text: str, rows: list[Span]) -> list[list[Span]]:
    """The lines of the left column of *rows*, and those of the right one; nothing where they hold a single column."""
    lines = [text[row.start : row.end] for row in rows]
    cuts = _cuts(lines)
    if not cuts:
        return []
    left = [Span(row.start, row.start + cut) for row, cut in zip(rows, cuts, strict=True)]
    right = [
        Span(row.start + cut, row.end)
        for row, cut in zip(rows, cuts, strict=True)
        if row.start + cut < row.end
    ]
    left[0] = left[0]._replace(reason=f"{len(right)} rows hold lines of two columns")
    return [left, right]


def _cuts(lines: list[str]) -> list[int]:
    """Where to cut each line, in characters from its start; nothing where they hold one column."""
    lengths = sorted(map(len, lines))
    longest = lengths[int(0.85 * (len(lengths) - 1))]
    if longest > LONGEST:
        return []
    table = han_association()
    gains = [_gains(table, lines, number) for number in range(len(lines))]
    uncut = sum(table.pmi(line[-1], below[0]) for line, below in pairwise(lines))
    best: tuple[float, list[int]] = (GAIN * len(lines) + uncut, [])
    for width in range(longest // 3, longest - longest // 3 + 1):
        total, cuts = 0.0, []
        for gain, line in zip(gains, lines, strict=True):
            near = range(max(1, width - WANDER), min(len(line) - 1, width + WANDER) + 1)
            value, cut = max(((gain[c] - AWAY * abs(c - width), c) for c in near), default=(0.0, len(line)))
            total += value
            cuts.append(cut)
        if total > best[0]:
            best = (total, cuts)
    return best[1]


def _gains(table: HanAssociation, lines: list[str], number: int) -> list[float]:
    """What a cut before each character of a line gains: what then stands below each other belongs together, what is cut does not."""
    line = lines[number]
    above = lines[number - 1][-1] if number else ""
    below = lines[number + 1][0] if number + 1 < len(lines) else ""
    out = [0.0]
    for cut in range(1, len(line)):
        last, first = line[cut - 1], line[cut]
        gain = -table.pmi(last, first)
        if below:
            gain += table.pmi(last, below)
        if above:
            gain += table.pmi(above, first)
        if first in NO_START or last in NO_END:
            gain -= ODD
        out.append(gain)
    return out
