"""Two Chinese columns on one line with the gutter lost: a step for pages known to be so damaged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import regex

from paperclean.edits import Span
from paperclean.statistics.han import HanAssociation, han_association
from paperclean.steps import reorder

__all__ = ["cut_fused_rows"]

Row: TypeAlias = tuple[int, int]  # where it starts and ends in the text

HAN = regex.compile(r"[\u3400-\u9fff]")
FEWEST_ROWS = 8
LONGEST = 200  # characters of a row
WANDER = 4  # characters by which lines of one column differ in length
NO_START = frozenset("，。、；：！？”’）》〉】』」…—％·")
NO_END = frozenset("“‘（《〈【『「")
AWAY = 0.8  # cost of a character more or less than the column's width
ODD = 4.0  # cost of a line that starts or ends with a sign that no line may start or end with
GAIN = 0.8  # a row, in natural logarithms, that makes a stretch worth cutting


@reorder
def cut_fused_rows(text: str) -> Iterator[Span | str]:
    r"""Cut rows in which two columns of Chinese touch without any gutter, and put the right column below the left.

    Text comes in as lines of equal make, at least eight in a stretch without blank lines; each is cut where
    the characters on both sides least belong together and those of the rows above and below most do, near the
    one width that suits all rows. Not in the default pipeline: about one row in ten is cut a character off.

    >>> page = '''今年前三季度江苏无锡电动全国人大常委会副委员长出
    ... 摩托车出口额同比增长超过席会议并听取了执法检查组
    ... 百分之三十是无锡整体出口关于检查节约能源法实施情
    ... 增速的两倍多迅猛增长的背况的报告与会同志围绕更好
    ... 后有何秘诀这段时间无锡市统筹节能与降碳工作健全节
    ... 的车型四秒变形把便携式出能监督管理体制机制优化居
    ... 行做到极致这款大马力电动民阶梯电价能源工作重点新
    ... 车搭载全球领先的快充技术型城镇化进程中的节能问题'''
    >>> print(cut_fused_rows(page).split()[1])
    摩托车出口额同比增长超过

    Lines of a single column run on from one to the next, and stay:

    >>> prose = "今年前三季度江苏无锡电动\n摩托车出口额同比增长超过\n" * 5
    >>> cut_fused_rows(prose) == prose
    True
    """
    stretches = [(rows, _cuts(text, rows)) for rows in _stretches(text)]
    if not any(cuts for _, cuts in stretches):
        return
    for number, (rows, cuts) in enumerate(stretches):
        if number:
            yield "\n\n"
        yield from _columns(rows, cuts)
    if text.endswith("\n"):
        yield "\n"


def _stretches(text: str) -> Iterator[list[Row]]:
    """The rows that no blank line parts."""
    start = 0
    rows: list[Row] = []
    for line in [*text.split("\n"), ""]:
        if body := line.strip():
            at = start + line.index(body)
            rows.append((at, at + len(body)))
        elif rows:
            yield rows
            rows = []
        start += len(line) + 1


def _columns(rows: list[Row], cuts: list[int]) -> Iterator[Span | str]:
    """The *rows* as they stand, or, cut at *cuts*, those of the left column and below them those of the right."""
    if not cuts:
        yield from _lines([Span(*row) for row in rows])
        return
    first, *left = [Span(start, start + cut) for (start, _), cut in zip(rows, cuts, strict=True)]
    right = [
        Span(start + cut, end) for (start, end), cut in zip(rows, cuts, strict=True) if start + cut < end
    ]
    yield from _lines([first._replace(reason=f"{len(right)} rows hold lines of two columns"), *left])
    yield "\n\n"
    yield from _lines(right)


def _lines(spans: list[Span]) -> Iterator[Span | str]:
    for number, span in enumerate(spans):
        if number:
            yield "\n"
        yield span


def _cuts(text: str, rows: list[Row]) -> list[int]:
    """Where to cut each row, in characters from its start; nothing where the rows hold one column."""
    lengths = sorted(b - a for a, b in rows)
    longest = lengths[int(0.85 * (len(lengths) - 1))]
    if len(rows) < FEWEST_ROWS or longest > LONGEST:
        return []
    sample = text[rows[0][0] : rows[FEWEST_ROWS - 1][1]]
    if len(HAN.findall(sample)) < 0.5 * len(sample):
        return []
    table = han_association()
    lines = [text[a:b] for a, b in rows]
    gains = [_gains(table, lines, number) for number in range(len(lines))]
    best: tuple[float, list[int]] = (GAIN * len(rows), [])
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
