"""Spaces that a machine put between Han characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from paperclean.edits import Edit
from paperclean.scripts import HAN, IS_HAN
from paperclean.statistics.han import HanAssociation, han_association
from paperclean.steps import rewrite

__all__ = ["drop_han_spaces"]

CLOSING = "，。、；：！？”’」』》〉）】〕…"  # print sets no space before these
OPENING = "“‘「『《〈（【〔"  # nor after these
PAUSES = "，、；"  # nor after these: none of 397,000 in news of both scripts
ANY_SCRIPT = "“”‘’…—·"  # a space between two of these tells nothing
CHINESE = f"{HAN}{CLOSING}{OPENING}·—"
SPACES = r" \u00a0\u2002-\u200a\u202f\u205f\u3000"
IDEOGRAPHIC_SPACE = "\u3000"
# The space begins it: `re` finds the next of a set far faster than a look behind everywhere, and the next of one
# given character faster still.
AFTER_SPACE = f"(?<=[{CHINESE}].)[{SPACES}]*(?=[{CHINESE}])"
GAP = re.compile(f"[{SPACES}]{AFTER_SPACE}")
PLAIN_GAP = re.compile(f" {AFTER_SPACE}")
OTHER_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
IS_CHINESE = regex.compile(f"[{CHINESE}]")

# Single characters in a row, each a gap apart: letter-spacing. Two are not enough to tell (目 录, 王 毅).
LETTER_SPACED = 3
# The names of a byline are spaced on paper, inside its brackets too.
BYLINE = regex.compile(
    rf"[（(【][{HAN}]{{0,8}}(?:记者|記者|通讯员|通訊員|作者|编辑|編輯|评论员|評論員)"
    rf"(?:[{SPACES}][{HAN}、]{{1,12}})+[）)】]"
)
CREDITS = frozenset("摄攝文图圖画畫绘繪书書编編译譯")
# Cells of a table and items of a list, not the letters of a word.
COUNTED = frozenset("〇零一二三四五六七八九十百日甲乙丙丁戊己庚辛壬癸东南西北上下左右春夏秋冬优良中差")

# On a page whose characters stand one by one, digits and Latin letters do too.
ONE_BY_ONE = re.compile(r"(?<!\S)\S(?: \S)+(?!\S)")
PRINTED_BLANK = re.compile(r"(?<=\S)   (?=\S)")  # between such characters it is three spaces wide
TOGETHER = regex.compile(f"[{HAN}](?=[{HAN}])")
TOGETHER_AT_MOST = 0.1  # pairs of Han characters that stand together, for each that has a gap between
MOSTLY_APART = 1.0  # the same, where a recogniser set a space after every word: it tells nothing then
BESIDE_CHINESE = regex.compile(rf"(?<=[{CHINESE}]) (?=\S)|(?<=\S) (?=[{CHINESE}])")

# Evidence is a logarithm of odds (nats) that machine, not print, made the spaces of a line. The association
# p of the characters beside a space counts 0.85 p - 1: fitted to 6400 spaces of headlines against 2.4
# million neighbours of running text (Chinese news of both scripts).
SLOPE, OFFSET, LEAST, MOST = 0.85, -1.0, -2.0, 3.5
IMPOSSIBLE = 3.0
ORDINAL = 6.0  # 第 一 章
PROSE = 2.5  # what a line of prose must show against the belief that its spaces are printed
FEW, MANY = 3, 0.6  # printed spaces in a line of prose, and the evidence of each beyond them
DISPLAY = 1.0  # what a letter-spaced run must show
PAGE = 10.0  # what a page must show, that its lines of prose need show no more than LINE
LINE = 0.5
CREDIT = 1.0  # beyond which the last character of a run is part of a word (漫画), not a credit (王毅 摄)


class Gap(NamedTuple):
    """Spaces between two Chinese characters, and the evidence against them."""

    start: int
    end: int
    evidence: float


@rewrite
def drop_han_spaces(text: str) -> Iterator[Edit]:
    r"""Drop spaces that letter-spacing or extraction put between Han characters.

    A heading set wide comes out of a PDF with a space between each two characters, and an extractor that
    takes every kern for a space strews them over running text. Such spaces stand inside words, or where print
    never has one (before a comma, after an opening quotation mark); printed ones stand between clauses.

    >>> drop_han_spaces("第 一 章\n会谈 后，两 国领导人共同见证签署共 建“ 一带 一路”合 作文件。")
    '第一章\n会谈后，两国领导人共同见证签署共建“一带一路”合作文件。'

    On a page whose characters stand one by one throughout, digits and Latin letters do too (`1 2 月 → 12月`). Where a
    recogniser set a space after every word or character it read, all beside a Chinese character go, in headlines too.

    Left alone: the spaces of headlines and bylines, of names and credits, of tables and verse, wide gaps,
    indents, elsewhere spaces beside Latin letters and digits; two characters alone (`目 录` may be a name).

    >>> drop_han_spaces("精准帮扶 高效纾困\n■ 何玲玲 王俊禄 许舜达\n王 毅 摄\n智能 + 大屏")
    '精准帮扶 高效纾困\n■ 何玲玲 王俊禄 许舜达\n王 毅 摄\n智能 + 大屏'
    """
    lines = list(_lines_with_gaps(text))
    if not lines:
        return
    association = han_association()
    weighed = [(start, end, _weighed(text, gaps, association)) for start, end, gaps in lines]
    running = [_in_running_text(text, start, end, gaps) for start, end, gaps in weighed]
    shown = sum(_shown(gaps) for gaps in running if gaps)
    needed = LINE if shown >= PAGE else PROSE
    found: dict[tuple[int, int], str] = {}
    if shown >= PAGE:
        together = len(TOGETHER.findall(text)) / sum(len(gaps) for _, _, gaps in lines)
        if together <= TOGETHER_AT_MOST:
            found = dict.fromkeys(_one_by_one(text), "letter-spacing")
            wide = ((match.start(), match.end() - 1) for match in PRINTED_BLANK.finditer(text))
            found.update(dict.fromkeys(wide, "letter-spacing"))
        if together <= MOSTLY_APART:
            spaces = (match.span() for match in BESIDE_CHINESE.finditer(text))
            found.update(dict.fromkeys(spaces, "a space after every word"))
    for (_, _, gaps), prose in zip(weighed, running, strict=True):
        if prose is None:
            found.update(((gap.start, gap.end), "letter-spacing") for gap in _letter_spaced(text, gaps))
        elif _shown(prose) >= needed:
            found.update(((gap.start, gap.end), "space inside running text") for gap in prose)
    for start, end in sorted(found):
        yield Edit(start, end, "", found[start, end], 0.95)


def _lines_with_gaps(text: str) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    start = end = -1
    gaps: list[tuple[int, int]] = []
    pattern = GAP if any(space in text for space in OTHER_SPACES) else PLAIN_GAP
    for match in pattern.finditer(text):
        at = match.start()
        if at >= end:
            if gaps:
                yield start, end, gaps
            start = text.rfind("\n", max(end, 0), at) + 1 or max(end, 0)
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            gaps = []
        gaps.append(match.span())
    if gaps:
        yield start, end, gaps


def _weighed(text: str, gaps: list[tuple[int, int]], association: HanAssociation) -> list[Gap]:
    weighed = []
    for start, end in gaps:
        before, after = text[start - 1], text[end]
        if before in ANY_SCRIPT and after in ANY_SCRIPT:
            evidence = 0.0
        elif before in OPENING or before in PAUSES or after in CLOSING:
            blank = before in OPENING and after in CLOSING  # （ ）, to be filled in
            evidence = 0.0 if blank else IMPOSSIBLE
        elif before == "第":
            evidence = ORDINAL
        elif before in COUNTED and after in COUNTED:
            evidence = OFFSET
        else:
            evidence = max(LEAST, min(MOST, SLOPE * association.pmi(before, after) + OFFSET))
        weighed.append(Gap(start, end, evidence))
    return weighed


def _in_running_text(text: str, start: int, end: int, gaps: list[Gap]) -> list[Gap] | None:
    """The gaps of a line of prose that are no wider than a space and no byline's; None for other lines."""
    if not any(text.find(mark, start, end) >= 0 for mark in "，。；"):
        return None
    bylines = [match.span() for match in BYLINE.finditer(text, start, end)]
    found, at = [], 0
    for gap in gaps:
        while at < len(bylines) and bylines[at][1] <= gap.start:
            at += 1
        is_narrow = gap.end - gap.start == 1 and text[gap.start] != IDEOGRAPHIC_SPACE
        if is_narrow and (at == len(bylines) or gap.start < bylines[at][0]):
            found.append(gap)
    return found


def _shown(gaps: list[Gap]) -> float:
    """What the gaps of a line of prose show together; their very number shows something too."""
    return sum(gap.evidence for gap in gaps) + MANY * max(0, len(gaps) - FEW)


def _one_by_one(text: str) -> Iterator[tuple[int, int]]:
    """The spaces of runs of single characters, digits and Latin letters among them."""
    for run in ONE_BY_ONE.finditer(text):
        if IS_CHINESE.search(text, run.start(), run.end()):
            yield from ((at, at + 1) for at in range(run.start() + 1, run.end(), 2))


def _letter_spaced(text: str, gaps: list[Gap]) -> Iterator[Gap]:
    """The gaps of runs of single characters that are all spaced alike."""
    run: list[Gap] = []
    for gap in gaps:
        if run and not (gap.start == run[-1].end + 1 and _as_wide(text, gap, run[-1])):
            yield from _if_word(text, run)
            run = []
        run.append(gap)
    yield from _if_word(text, run)


def _as_wide(text: str, one: Gap, other: Gap) -> bool:
    return text[one.start : one.end] == text[other.start : other.end]


def _if_word(text: str, run: list[Gap]) -> Iterable[Gap]:
    first, last = run[0].start - 1, run[-1].end
    # The characters at either end must be single too, else they are the end and the beginning of words.
    if IS_HAN.match(text, first - 1) if first else None:
        run = run[1:]
    if IS_HAN.match(text, last + 1):
        run = run[:-1]
    if run and text[run[-1].end] in CREDITS and run[-1].evidence < CREDIT:
        run = run[:-1]
    if len(run) < LETTER_SPACED - 1:
        return ()
    return run if sum(gap.evidence for gap in run) >= DISPLAY else ()
