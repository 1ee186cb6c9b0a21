"""Straight quotation marks of Chinese text, which recognisers and keyboards write for the curved ones of print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from paperclean.edits import Edit
from paperclean.scripts import HAN, IS_HAN, is_traditional
from paperclean.steps import rewrite

__all__ = ["fold_straight_quotes"]

LINE = re.compile('^.*".*$', re.MULTILINE)
OTHER_QUOTES = re.compile("[“”「」]")  # beside them nothing tells what the straight ones are
CHINESE = re.compile(f"[{HAN}，。、；：！？（）《》【】…—·]")
# What a quotation may be, and what it may stand behind and before: 5"显示屏和7"显示屏 holds none.
INSIDE = re.compile(r"[^\s，。、；：！？）》】,;:!?)](?:.*[^\s（《【(])?")
BEFORE = re.compile(r"(?:[^\W\d]|[ \u3000，。、；：！？（）《》【】…—·,;:!?.()])?")
BEHIND = re.compile(r"[\w \u3000，。、；：！？（）《》【】…—·,;:!?.()]?")


@rewrite
def fold_straight_quotes(text: str) -> Iterator[Edit]:
    r"""Fold the straight quotation marks of simplified Chinese text to the curved ones that were printed.

    Recognisers and keyboards know one straight mark for both halves. Where all of a paragraph are pairs, some of them round
    Chinese and some beside it, the first half opens and the second closes.

    >>> fold_straight_quotes('他说,"等新泊位建好再来"。\n推出AI"小满"等"双百"项目')
    '他说,“等新泊位建好再来”。\n推出AI“小满”等“双百”项目'

    Left alone: a paragraph with an odd one, or with other quotation marks, inches, data and source code, quotations of
    Latin words alone, and traditional pages, which print 「」.

    >>> fold_straight_quotes('"北京","上海"\n代码 print("你好")\n5"显示屏和7"显示屏\n他说:"好')
    '"北京","上海"\n代码 print("你好")\n5"显示屏和7"显示屏\n他说:"好'
    """
    if '"' not in text or not IS_HAN.search(text) or is_traditional(text):
        return
    for line in LINE.finditer(text):
        parts = line[0].split('"')
        if len(parts) % 2 and not OTHER_QUOTES.search(line[0]) and _are_quotations(parts[1::2], parts[::2]):
            at = line.start()
            for number, part in enumerate(parts[:-1]):
                at += len(part)
                yield Edit(at, at + 1, "”" if number % 2 else "“", "straight quotation mark", 0.95)
                at += 1


def _are_quotations(inside: list[str], outside: list[str]) -> bool:
    beside = [(before[-2:], after[:2]) for before, after in pairwise(outside)]
    return (
        any(map(IS_HAN.search, inside))
        and any(CHINESE.search(before) or CHINESE.search(after) for before, after in beside)
        and all(map(INSIDE.fullmatch, inside))
        and all(BEFORE.fullmatch(before[-1:]) and BEHIND.fullmatch(after[:1]) for before, after in beside)
    )
