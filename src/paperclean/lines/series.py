"""Lines that open items, told by the series they make: one sign, numbers or letters in order, times of the day.

Where each of three lines and more opens as the next item would, it is one, whatever stands at the end of the item before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import compress, count, groupby, pairwise, repeat
from operator import itemgetter
from typing import TypeAlias

from paperclean.lines.bullets import BULLETS
from paperclean.lines.printed import Lines

__all__ = ["BY_SERIES", "han_lines_in_series", "lines_in_series", "lines_of_one_word"]

BY_SERIES = 20.0  # evidence of a break before lines of a series
# The least lines of a series, and how often at most its sign stands within lines, as dashes and specks do.
LEAST_ITEMS, MOST_WITHIN = 3, 0.25
DASHES = frozenset("–—-*")  # with a blank behind
SIGNS = DASHES.union(BULLETS)
# 3. 3) (3) [3] § 3. 3° III. b) (b) iv) Nr. 3.
ORDINAL = re.compile(
    r"""(?P<opening>[(\[]|§\.?\ ?|N[or]\.\ )?
    (?P<number>\d{1,3}|[IVX]{1,6}|[ivx]{1,5}|[A-Za-z])
    (?P<closing>\.\)|[.)\]°]|(?<=\d)[—–:]?)(?:\ |$)""",
    flags=re.VERBOSE,
)
# One of which every such line has first, or second behind a letter.
ORDINAL_FIRSTS, AFTER_LETTER = re.compile(r"[0-9(\[§NIVX]"), frozenset(".)")
SECOND = itemgetter(slice(1, 2))
# 1、 （2） 三、 （四） 第五条
HAN_FIRSTS = re.compile("[0-9（(【第一二三四五六七八九十]")
HAN_ORDINAL = re.compile(
    r"""(?P<opening>[（(【第])?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})
    (?P<closing>[、．）)】]|\.(?![0-9])|(?<=第.)[条章项节條項節场場名]|(?<=第..)[条章项节條項節场場名])""",
    flags=re.VERBOSE,
)
UNITS = "一二三四五六七八九"
HAN_NUMBERS = [
    "零",
    *UNITS,
    *(ten + unit for ten in ("十", *(f"{unit}十" for unit in UNITS[1:])) for unit in ("", *UNITS)),
    "一百",
]
ROMAN = {"i": 1, "v": 5, "x": 10}
# Lines that open with times of the day, so many of them no earlier than the one before.
# 10.15 Concert, 6.15: Funkgymnastik, 10.45.—For Farmers, 20 h. 30 : Soirée, 13 h. Journal
TIME = re.compile(
    r"[\[(]?([01]?\d|2[0-4])(?:[.:h](?=\d)|[ ]h\.?[ ]?)([0-5]\d|0(?!\d))?(?::[0-5]\d)?(?!\d|[.,:]\d)[])]?(?:[ ]?[.:])?(?:[ ]|[—–])"
)
HAN_TIME = re.compile(r"([01]?\d|2[0-4])[.:：]([0-5]\d)[ \u3000]?(?=[\u3400-\u9fff《“「])")
LEAST_TIMES = 4
TIME_FIRSTS = re.compile(r"[0-9\[(]")

# What stands before the numbers of a series, their kind, and what stands behind them; a line and its place in a series.
Form: TypeAlias = tuple[str, str, str]
Member: TypeAlias = tuple[int, int]


def lines_in_series(printed: Lines) -> set[int]:
    """The numbers of those of the lines *printed* that open an item.

    >>> sorted(lines_in_series(Lines(["Taken up:", "a) the mill", "road", "b) lamps", "c) a nurse"])))
    [1, 3, 4]
    """
    lines, firsts = printed.texts, printed.firsts
    return {
        *_behind_signs(lines, firsts),
        *_in_order(lines, _likely(lines, firsts), ORDINAL),
        *_of_times(lines, firsts, TIME),
    }


def han_lines_in_series(printed: Lines) -> set[int]:
    """As `lines_in_series`, of Chinese: `1、`, `（二）`, `三、`, `第五条`, each the next one.

    >>> sorted(han_lines_in_series(Lines(["讨论了：", "一、修桥", "铺路", "二、换路灯", "三、聘护士"])))
    [1, 3, 4]
    """
    lines, firsts = printed.texts, printed.firsts
    likely = (match.start() for match in HAN_FIRSTS.finditer(firsts))
    return {
        *_in_order(lines, likely, HAN_ORDINAL),
        *_of_times(lines, firsts, HAN_TIME),
    }


def _behind_signs(lines: list[str], firsts: str) -> Iterator[int]:
    """The lines that open with the same sign, three and more, if it hardly stands within lines."""
    for sign in SIGNS.intersection(firsts):
        opening = sign + " " if sign in DASHES else sign
        items = [i for i, first in enumerate(firsts) if first == sign and lines[i].startswith(opening)]
        if len(items) >= LEAST_ITEMS:
            within = sum(map(str.count, lines, repeat(sign))) - len(items)
            if within <= MOST_WITHIN * len(items):
                yield from items


def _likely(lines: list[str], firsts: str) -> list[int]:
    """The lines that may open with a number or letter."""
    found = {match.start() for match in ORDINAL_FIRSTS.finditer(firsts)}
    found.update(compress(count(), map(AFTER_LETTER.__contains__, map(SECOND, lines))))
    return sorted(found)


def _in_order(lines: list[str], likely: Iterable[int], ordinal: re.Pattern[str]) -> Iterator[int]:
    """The *likely* lines that open with an *ordinal*, each the next one."""
    series: dict[Form, list[Member]] = {}
    for i in likely:
        if match := ordinal.match(lines[i]):
            opening, number, closing = match.groups(default="")
            for kind, place in _places(number):
                series.setdefault((opening, kind, closing), []).append((i, place))
    for members in series.values():
        for _, run in groupby(enumerate(members), lambda numbered: numbered[1][1] - numbered[0]):
            items = [member for _, member in run]
            if len(items) >= LEAST_ITEMS:
                yield from (i for i, _ in items)


def _places(number: str) -> Iterator[tuple[str, int]]:
    """The kinds of series that *number* may be of, and its place in each: `v` may be a letter or the fifth."""
    if number in HAN_NUMBERS:
        yield "一", HAN_NUMBERS.index(number)
        return
    if number.isdecimal():
        yield "1", int(number)
        return
    if len(number) == 1:
        yield "a" if number.islower() else "A", ord(number)
    units = [ROMAN.get(letter, 0) for letter in number.lower()]
    if all(units):
        yield "i" if number.islower() else "I", sum(-a if a < b else a for a, b in pairwise([*units, 0]))


def _of_times(lines: list[str], firsts: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """The lines that open with times of the day, most of them no earlier than the one before."""
    times = [
        (i, 60 * int(time[1]) + int(time[2] or 0))
        for i in (match.start() for match in TIME_FIRSTS.finditer(firsts))
        if (time := pattern.match(lines[i]))
    ]
    rising = sum(a[1] <= b[1] for a, b in pairwise(times))
    if rising >= LEAST_TIMES - 1:
        items = [i for i, _ in times]
        yield from items
        yield from _below_entries(lines, items)


def _below_entries(lines: list[str], items: list[int]) -> Iterator[int]:
    """The line below entries of one line each, if it opens with a capital and its first word would have fitted into the last."""
    last, below = items[-1], items[-1] + 1
    if below == len(lines) or last - items[0] + 1 > len(items) or not lines[below][0].isupper():
        return
    first = lines[below].partition(" ")[0]
    if len(lines[last]) + 1 + len(first) <= max(len(lines[i]) for i in items):
        yield below


def lines_of_one_word(lines: list[str], behind_ends: Iterable[int]) -> Iterator[int]:
    """The numbers of those of *lines* that open with a word behind a sentence's end, as two others do, and that stands nowhere else.

    *behind_ends* are those whose line before ends a sentence. Words of the language stand within lines too, or in small letters. `Q:` and `A:` are words.

    >>> roll = ["Private Webb, of Mill", "Street.", "Private Hall, of", "Hill End.", "The bells rang.", "Private Cole."]
    >>> [*lines_of_one_word(["Killed.", *roll], range(1, 7))]
    [1, 3, 6]
    """
    words: dict[str, list[int]] = {}
    for i in behind_ends:
        word, blank, _ = lines[i].partition(" ")
        if blank and (len(word) > 2 or word[-1] == ":") and word[0].isupper():
            words.setdefault(word, []).append(i)
    repeated = [(word, items) for word, items in words.items() if len(items) >= LEAST_ITEMS]
    page = "\n".join(lines) if repeated else ""
    for word, behind in repeated:
        items = behind
        if word[-1] == ":":  # who speaks may do so below a headline
            items = [i for i, line in enumerate(lines) if line.startswith(f"{word} ")]
        if page.count(word) - len(items) + page.count(word.lower()) <= MOST_WITHIN * len(items):
            yield from items
