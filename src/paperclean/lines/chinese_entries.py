"""Chinese lines that open an entry or an item, told by others that open alike: with labels, dates, words before a blank or slash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperclean.lines.chinese import SEMICOLON
from paperclean.lines.printed import Lines, lines_with
from paperclean.lines.runs import near_each_other, runs_of
from paperclean.scripts import HAN

__all__ = ["han_entries"]

LEAST_ENTRIES = 3
# 地址： 副主任：
LABEL = re.compile(f"\n[{HAN}]{{2,6}}：")
# 1982年，山洪冲毁两孔; 6月4日7:00—12:00: a chronicle, a timetable
DATED = re.compile("\n(?:[0-9]{4}年|(?:[0-9]{1,2}月)?[0-9]{1,2}日)")
APART = 8  # lines from one to the next, at most
# 大總統令　, 夜戲　, 倫敦廿三日電　, 時間／
HEADED = {sign: re.compile(f"\n[{HAN}]{{2,9}}{sign}") for sign in "　／"}
# Other lines with that sign among them, to each: where a blank stands for marks there are more.
MOST_OTHERS = 1 / 3


def han_entries(lines: Lines, page: str, ends: list[int]) -> set[int]:
    r"""The numbers of those of *lines* that open one; a *page* is the lines in one text, each behind a line end.

    >>> from paperclean.lines.chinese import COMMA, NO_MARK
    >>> texts = ["委员会成员", "主任：王建华", "副主任：李明", "委员：陈志强、", "周伟"]
    >>> han_entries(Lines(texts), "\n" + "\n".join(texts), [NO_MARK, NO_MARK, NO_MARK, COMMA, NO_MARK])
    {1, 2, 3}
    """
    found = {*_dated(page, ends)}
    if page.count("：") >= LEAST_ENTRIES:
        found.update(*runs_of([*lines_with(LABEL, page)], LEAST_ENTRIES))
    for sign in HEADED:
        if page.count(sign) >= LEAST_ENTRIES:
            found.update(_headed(lines, page, sign))
    return found


def _dated(page: str, ends: list[int]) -> Iterator[int]:
    """The lines that open with a date, but for the first of them behind the end of a sentence, a few lines apart."""
    for run in near_each_other([*lines_with(DATED, page)], APART):
        entries = [i for i in run if i == run[0] or ends[i - 1] <= SEMICOLON]
        if len(entries) >= LEAST_ENTRIES:
            yield from entries


def _headed(lines: Lines, page: str, sign: str) -> Iterator[int]:
    """The lines that open with a word and *sign*, as two others near them do."""
    for run in near_each_other([*lines_with(HEADED[sign], page)], APART):
        signed = sum([sign in text for text in lines.texts[run[0] : run[-1] + 1]])
        if len(run) >= LEAST_ENTRIES and signed - len(run) <= MOST_OTHERS * len(run):
            yield from run
            yield from _below(lines.texts, run)


def _below(texts: list[str], run: list[int]) -> Iterator[int]:
    """The lines below the last of three and more entries of a *run* that have a line each, unless that one is full and may go on."""
    widest = max(map(len, texts))
    for entries in runs_of(run, LEAST_ENTRIES):
        last = entries[-1]
        if last + 1 < len(texts) and len(texts[last]) < widest - 1:
            yield last + 1
