"""Chinese lines that open an entry or an item, told by the others that open alike: labels, dates in order, one word with a blank behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from paperclean.lines.chinese import SEMICOLON
from paperclean.lines.printed import Lines, lines_with
from paperclean.lines.shapes import runs_of
from paperclean.scripts import HAN

__all__ = ["han_entries"]

LEAST_ENTRIES = 3
# 地址： 副主任： at the opening of an entry, and the share of other colons there may be
LABEL = re.compile(f"\n[{HAN}]{{2,6}}(?<![出是括下说說示调調道])：(?=.)")
MOST_INSIDE = 0.25
# 1982年，山洪冲毁两孔; 6月4日7:00—12:00: a chronicle, a timetable
DATED = re.compile("\n(?:[0-9]{4}年|(?:[0-9]{1,2}月)?[0-9]{1,2}日)")
NUMBERS = re.compile("[0-9]+")
APART = 8  # lines from one to the next, at most
# 大總統令　, 夜戲　, 倫敦廿三日電
HEADED = re.compile(f"\n(?P<head>[{HAN}]{{2,9}})　(?=[^　\n])")


def han_entries(lines: Lines, page: str, ends: list[int]) -> set[int]:
    """The numbers of those of *lines* that open one; a *page* is the lines in one text, each behind a line end."""
    found = {*_dated(lines, page, ends)}
    if page.count("：") >= LEAST_ENTRIES:
        found.update(_labelled(lines, page))
    if page.count("　") >= LEAST_ENTRIES:
        found.update(_headed(lines, page))
    return found


def _labelled(lines: Lines, page: str) -> Iterator[int]:
    r"""The lines that open with a label, three and more different ones in a row with hardly another colon.

    >>> texts = ["委员会成员", "主任：王建华", "副主任：李明", "委员：陈志强、", "周伟"]
    >>> [*_labelled(Lines(texts), "\n" + "\n".join(texts))]
    [1, 2, 3]
    """
    texts = lines.texts
    for run in runs_of([*lines_with(LABEL, page)], LEAST_ENTRIES):
        if len({texts[i].partition("：")[0] for i in run}) >= LEAST_ENTRIES:
            inside = sum(texts[i].count("：") for i in run) - len(run)
            if inside <= MOST_INSIDE * len(run):
                yield from run


def _dated(lines: Lines, page: str, ends: list[int]) -> Iterator[int]:
    """The lines that open with a date, the first or behind the end of a sentence, each later than the one a few lines before."""
    run: list[int] = []
    last: tuple[int, ...] = ()
    for i in lines_with(DATED, page):
        place = _place(lines.texts[i])
        is_later = bool(run) and i - run[-1] <= APART and len(place) == len(last) and place > last
        if is_later and ends[i - 1] > SEMICOLON:
            continue
        if not is_later:
            if len(run) >= LEAST_ENTRIES:
                yield from run
            run = []
        run.append(i)
        last = place
    if len(run) >= LEAST_ENTRIES:
        yield from run


def _place(line: str) -> tuple[int, ...]:
    """The year that *line* opens with, or the month and day."""
    head = line.partition("年")[0] if line[4:5] == "年" else line.partition("日")[0]
    return tuple(map(int, NUMBERS.findall(head)))


def _headed(lines: Lines, page: str) -> Iterator[int]:
    """The lines that open with a word and a wide blank, as two others do: the same word, or words for a telegram."""
    numbers = [*lines_with(HEADED, page)]
    heads = [(lines.texts[i].partition("　")[0], i) for i in numbers]
    kinds = sorted(("電" if head[-1] in "電电" else head, i) for head, i in heads)
    for _, members in groupby(kinds, lambda member: member[0]):
        found = [i for _, i in members]
        if len(found) >= LEAST_ENTRIES:
            yield from found
