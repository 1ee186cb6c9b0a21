"""Punctuation, digits and letters of Founder 748 fonts that were read as Han characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from paperclean.characters.founder import printed_by_shifted
from paperclean.characters.shifted_fonts import shifted_in
from paperclean.edits import Edit, splice
from paperclean.pipeline import rewrite
from paperclean.scripts import may_hold_han
from paperclean.searches import matches

__all__ = ["undo_font_shift"]

# Readings that no honest text has (none in 8.9 million characters of news): both round brackets within a few
# words of one another, the sign of multiplication or the point between digits, the brackets around the year of a
# document's number (也2017页6号; 咱…暂 are square ones by the codec, attested for the same), and degrees.
# White space may be a line's end.
SHIFTED_DIGIT = "[园员圆猿源缘远苑愿怨]"
SURE = regex.compile(
    r"(?P<open>(?<!陶)渊(?!明|源|博))[^渊冤（）()。]{1,40}(?P<close>(?<![鸣喊伸申含沉洗蒙平诉叫雪])冤(?![案枉屈家魂情狱仇假错死]))"
    r"|(?<=[0-9０-９]\s{0,4})(?:(?P<times>伊)|(?P<point>援))(?=\s{0,4}[0-9０-９])"
    rf"|(?P<whole>{SHIFTED_DIGIT})(?P<point>援)(?P<tenths>{SHIFTED_DIGIT})"
    r"|(?P<before>[也咱])(?:[1１员][9９怨]|[2２圆][0０园])[0-9０-９园员圆猿源缘远苑愿怨]{2}"
    r"(?P<after>暂|页(?!\s{0,4}(?!第)\p{Han}))"
    r"|(?<=[0-9０-９])(?P<degrees>益)(?=[，。、；：）”]|左右|以上|以下|\s*$)",
    regex.MULTILINE,
)
# A text that has none of these has none of them: `re` finds one given character ten times as fast as one of a set.
MAY_BE_SURE = tuple(
    re.compile(part)
    for part in (
        "渊",
        r"伊(?<=[0-9０-９\s]伊)",
        r"益(?<=[0-9０-９\s]益)",
        "也(?=[1１员2２圆])",
        "咱(?=[1１员2２圆])",
        rf"援(?<=[0-9０-９\s{SHIFTED_DIGIT[1:-1]}]援)",
    )
)
MAY_BEGIN = re.compile(
    rf"[渊伊益也咱援{SHIFTED_DIGIT[1:-1]}](?:(?<=渊)|(?<=[0-9０-９\s][伊益援])|(?<=[也咱])[1１员2２圆]|(?<={SHIFTED_DIGIT})援)"
)
PRINTED = {"before": "〔", "after": "〕"}  # the others as the codec has them
GROUPS = ("open", "close", "times", "whole", "point", "tenths", "before", "after", "degrees")


@rewrite
def undo_font_shift(text: str) -> Iterator[Edit]:
    r"""Put back punctuation that a Founder (方正) 748 symbol font shows as Han characters.

    >>> undo_font_shift("渊王丰冤")
    '（王丰）'
    >>> undo_font_shift("“7伊24小时”通关服务")
    '“7×24小时”通关服务'

    Left alone, since they are names and words:

    >>> undo_font_shift("陶渊明，伊朗，冤案")
    '陶渊明，伊朗，冤案'
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
    for at in sorted(found):
        printed, certain = found[at]
        if certain:
            yield Edit(at, at + 1, printed, "a pair that only a shifted font makes")
        else:
            yield Edit(at, at + 1, printed, "a shifted font, by its context", 0.99)


def _sure(text: str) -> Iterator[tuple[int, str]]:
    if not any(begin.search(text) for begin in MAY_BE_SURE):
        return
    for match in matches(SURE, text, MAY_BEGIN):
        yield from (
            (match.start(name), PRINTED.get(name) or printed_by_shifted()[match[name]])
            for name in GROUPS
            if match[name]
        )
