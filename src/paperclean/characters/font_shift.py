"""Punctuation, digits and letters of Founder 748 fonts that were read as Han characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from paperclean.characters.founder import printed_by_shifted
from paperclean.characters.shifted_fonts import shifted_in
from paperclean.edits import Edit, splice
from paperclean.scripts import may_hold_han
from paperclean.searches import matches
from paperclean.steps import rewrite

__all__ = ["undo_font_shift"]

# Readings that no honest text has (none in 8.9 million characters of news): both round brackets within a few
# words of one another, the sign of multiplication or the point between digits, the brackets around the year of a
# document's number (也2017页6号; 咱…暂 are square ones by the codec, attested for the same), degrees and per cent. Between
# digits 郾 is a point too, from a row of the font that GB 2312 has not.
# White space may be a line's end.
NAMED = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"  # the surnames of half of the people, who may be called 渊
SHIFTED_DIGIT = "[园员圆猿源缘远苑愿怨]"
ANY_DIGIT = f"[0-9０-９{SHIFTED_DIGIT[1:-1]}]"
SURE = regex.compile(
    rf"(?P<open>(?<![陶深{NAMED}])渊(?![明源博薮]))[^渊冤（）()。]{{1,40}}"
    r"(?P<close>(?<![鸣喊伸申含沉洗蒙平诉叫雪称辩有得太很不还之其奇])冤(?![案枉屈家魂情狱仇假错死孽债气苦鬼]))"
    r"|(?<=[0-9０-９]\s{0,4})(?:(?P<times>伊)|(?P<point>援)|(?P<other_point>郾))(?=\s{0,4}[0-9０-９])"
    rf"|(?P<whole>{SHIFTED_DIGIT})(?:(?P<point>援)|(?P<other_point>郾))(?P<tenths>{SHIFTED_DIGIT})"
    r"|(?P<before>[也咱])(?:[1１员][9９怨]|[2２圆][0０园])[0-9０-９园员圆猿源缘远苑愿怨]{2}"
    r"(?P<after>暂|页(?!\s{0,4}(?!第)\p{Han}))"
    rf"|(?<=[0-9０-９]|{SHIFTED_DIGIT}{{2}})(?P<measure>[益豫])(?=[，。、；：）”的]|左右|以上|以下|\s*$)",
    regex.MULTILINE,
)
# A text that has none of these has none of them. `re` finds one given character ten times as fast as one of a set, and
# that it is nowhere is told in half that time.
MAY_BE_SURE = {
    beginning[0]: re.compile(beginning)
    for beginning in (
        "渊",
        r"伊(?<=[0-9０-９\s]伊)",
        rf"益(?<={ANY_DIGIT}益)",
        rf"豫(?<={ANY_DIGIT}豫)",
        "也(?=[1１员2２圆])",
        "咱(?=[1１员2２圆])",
        rf"援(?<=[0-9０-９\s{SHIFTED_DIGIT[1:-1]}]援)",
        rf"郾(?<=[0-9０-９\s{SHIFTED_DIGIT[1:-1]}]郾)",
    )
}
MAY_BEGIN = re.compile(
    rf"[渊伊益豫也咱援郾{SHIFTED_DIGIT[1:-1]}]"
    rf"(?:(?<=渊)|(?<=[0-9０-９\s][伊援郾])|(?<={ANY_DIGIT}[益豫])|(?<=[也咱])[1１员2２圆]|(?<={SHIFTED_DIGIT})[援郾])"
)
# What is believed on a page only where anything else is shifted: the space that indents a paragraph (摇摇欲坠, 摇摇头 and
# 摇摇晃晃 are words), the point after the number of an item.
INDENT = re.compile("^摇{2,}(?![欲头晃摆])", re.MULTILINE)
ITEM = re.compile(rf"(?:^|(?<=[；。：]))\s*{ANY_DIGIT}{{1,2}}援(?![助建军手外兵救藏疆引用])", re.MULTILINE)
PRINTED = {"before": "〔", "after": "〕", "other_point": "．"}  # the others as the codec has them
GROUPS = ("open", "close", "times", "whole", "point", "other_point", "tenths", "before", "after", "measure")


@rewrite
def undo_font_shift(text: str) -> Iterator[Edit]:
    r"""Put back punctuation that a Founder (方正) 748 symbol font shows as Han characters.

    The font holds rows 1 to 9 of GB 2312: punctuation, digits, letters. A PDF that embeds it without saying so is read
    with the lead byte 0x31 too high, `，` (A3 AC) as 袁 (D4 AC). Some readings no honest text has, a pair of brackets or a sign
    between digits; they go anywhere. Of others the words around, their partners and the page's other marks tell.

    >>> undo_font_shift("渊王丰冤")
    '（王丰）'
    >>> undo_font_shift("“7伊24小时”通关服务")
    '“7×24小时”通关服务'

    Left alone, since they are names and words:

    >>> undo_font_shift("陶渊明，伊朗，冤案")
    '陶渊明，伊朗，冤案'

    Tables: GB 2312 by way of Python's codec; the words of the dictionary of jieba (MIT).
    """
    if not may_hold_han(text):
        return
    found: dict[int, tuple[str, bool]] = {}
    while True:
        sure = dict(_sure(text))
        more = {**shifted_in(text, sure), **sure}
        if not more:
            break
        found.update({at: (printed, at in sure) for at, printed in more.items()})
        text = splice(text, (Edit(at, at + 1, more[at]) for at in sorted(more)))
    if found:
        found.update((at, (printed, False)) for at, printed in _beside_others(text))
    for at in sorted(found):
        printed, certain = found[at]
        if certain:
            yield Edit(at, at + 1, printed, "a pair that only a shifted font makes")
        else:
            yield Edit(at, at + 1, printed, "a shifted font, by its context", 0.99)


def _sure(text: str) -> Iterator[tuple[int, str]]:
    if not any(c in text and beginning.search(text) for c, beginning in MAY_BE_SURE.items()):
        return
    for match in matches(SURE, text, MAY_BEGIN):
        yield from (
            (match.start(name), PRINTED.get(name) or printed_by_shifted()[match[name]])
            for name in GROUPS
            if match[name]
        )


def _beside_others(text: str) -> Iterator[tuple[int, str]]:
    """The indents and the numbers of items of a *text* that held other shifted characters."""
    printed = printed_by_shifted()
    for pattern in (INDENT, ITEM):
        for match in pattern.finditer(text):
            yield from ((at, printed[c]) for at, c in enumerate(match[0], match.start()) if c in printed)
