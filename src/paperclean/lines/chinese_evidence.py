"""What tells of a break between lines of Chinese, and of lines of display, beyond widths, end marks and openings by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperclean.lines.chinese import BRACKET, HAN_STOPS, NO_MARK, QUOTED_END
from paperclean.lines.chinese_bylines import HAN_DATELINE_FORM
from paperclean.lines.chinese_entries import han_entries
from paperclean.lines.chinese_set_apart import chinese_lines_set_apart
from paperclean.lines.printed import Lines, lines_with
from paperclean.lines.series import BY_SERIES, han_lines_in_series
from paperclean.scripts import HAN
from paperclean.searches import deferred

__all__ = ["break_evidence", "display_evidence"]

# Against a break between a mark that opens and the one that closes it: of 1,100 line ends 3 are breaks. Inside a number,
# where it must outweigh that of brackets, which mark lines of display.
INSIDE_MARKS, INSIDE_A_NUMBER = 6.0, 20.0
# A mark that opens, with nothing but the end of the line behind it that opens or closes
OPENED = re.compile("([（(“「『《【〔])[^（()）“”「」『』《》【】〔〕\n]*\n")
CLOSED_BY = dict(zip("（(“「『《【〔", "）)”」』》】〕", strict=True))
REACH = 100  # characters from the line's end to the mark that closes
NUMERAL = "[〇○零一二三四五六七八九十廿卅百千0-9]+"
# Words in brackets that a clause goes on behind, 等17个省 | （区、市）同步展开; no numeral, and no reporter or agency. Of 17 lines of newspapers that open so
# inside a sentence 2 begin a block, of 384 others that open with a bracket there 341.
ADDITION = re.compile(
    rf"[（(](?!{NUMERAL}[）)])(?![^（()）]*(?:[讯訊电電]|[记記]者|[报報][道導])[）)])[^（()）]{{1,16}}[）)][{HAN}，、；]"
)
ADDED = 3.0
# （未完）, （阿趙）: behind a text, on a line of their own as its last one was full. Of 12 such lines 10 are one with it.
NOTE = re.compile(
    rf"[（(〔](?!{NUMERAL}[）)〕])(?![^（()）]*(?:[讯訊電电]|[記记]者))[^（()）〔〕，。：]{{1,6}}[）)〕]"
)
CLAUSE_ENDS = "。！？、，"
NOTED, LEAST_ROOM = 6.0, 2
BRACKETED_NUMERAL = re.compile(f"[（(]{NUMERAL}[）)]")
# For a break before a dateline, a rubric or the name of who speaks: of 700 such names behind a sentence's end in news 3 open no
# paragraph, of 1,960 rubrics 37; and behind a headline too, where other brackets go on.
BY_LABEL, BY_RUBRIC = 4.0, 5.5
# ［南京廿日專電］ 新华社北京3月6日电; one of the first set begins each, and few lines else
OPENING_DATELINE = deferred(rf"\n(?=[【（(〔［\[新中法路美塔共据據本])(?<![据據]\n){HAN_DATELINE_FORM}")
# 【路透社巴黎廿六日電】⏎法國總統, on one line or divided: a text goes on behind the dateline that fills its first line; round brackets without a day may hold
# whose the telegram was. All six of the 1930s do.
BEHIND_DATELINE = re.compile(
    r"\n(?:[【〔［][^】〕］\n]{0,24}\n?[^】〕］\n]{0,24}[讯訊電电][】〕］]|[（(][^（()）\n]{1,24}\n?[^（()）\n]{0,24}日[^（()）\n]{0,8}[電电][）)])(?=\n)"
)
DATELINE_ENDS = re.compile(r"[电電讯訊][】〕］）)]\n")  # asked first, as it is quicker and seldom there
DATED = 5.0
# 【本报讯】 问： 王丰： of whose words none says that something is said
OPENING_LABEL = re.compile(f"\n(?:【|(?:[{HAN}·]{{1,5}}|[A-Z])(?<![出是括下说說示调調道])[：:])")
COLON = re.compile("[：:]")
# 一、 3. behind the end of a sentence: of 148 such lines and starts of paragraphs none is inside one.
OPENING_NUMBER = re.compile(
    "\n(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|[0-9]{1,2}[.．、](?![0-9]))"
)
MOST_OF_HEADLINE = 3  # lines
BY_WORDS = 7.0  # of breaks before and behind a byline, as in Latin script

LONG, AGAINST_LONG = 30.0, 2.2  # ems: a line longer than this is hardly one of display
# Against display, of a line without a mark at its end that holds a sentence's or a clause's before: of 1,090 headlines, names and captions on pages of
# today and of the 1920s 11 hold a comma and none a stop, of 13,000 lines that go on a quarter and a fifth do. `一，` is a number.
INNER_STOP, BEFORE_COMMA = re.compile(".[。！？；]."), 3
AGAINST_STOP, AGAINST_COMMA = 4.5, 1.5


def break_evidence(lines: Lines, page: str, ends: list[int], openings: list[int]) -> list[float]:
    """Evidence of a break before each of *lines*, by marks that open and close, rubrics, series, and what lines say.

    A *page* is the lines in one text, each behind a line end.
    """
    found = [0.0] * len(ends)
    for i in range(1, len(found)) if BRACKET in openings else ():
        if openings[i] == BRACKET:
            found[i] = _against_a_bracket(lines.texts, i)
    for i in _inside_marks(page):
        found[i] -= INSIDE_MARKS
    numbered = (i for i in lines_with(OPENING_NUMBER, page) if i and ends[i - 1] <= QUOTED_END)
    for i in {*_labelled(lines, page, ends), *lines_with(OPENING_DATELINE, page), *numbered}:
        found[i] += BY_RUBRIC if lines.firsts[i] == "【" else BY_LABEL
    for i in {*han_lines_in_series(lines), *han_entries(lines, page, ends)}:
        found[i] += BY_SERIES
    for i, evidence in _set_apart(lines, page, ends):
        if i < len(found):
            found[i] += evidence
    return found


def _set_apart(lines: Lines, page: str, ends: list[int]) -> Iterator[tuple[int, float]]:
    """Evidence of breaks before lines by number, from those that stand by themselves by what they say, and from datelines that do not."""
    apart = chinese_lines_set_apart(lines, page, ends)
    for i in (*apart.alone, *apart.open):
        yield i, BY_WORDS
    for i in (*apart.alone, *apart.close):
        yield i + 1, BY_WORDS
    for i in _headlines_above(apart.alone, ends):
        yield i, BY_WORDS
    for i in lines_with(BEHIND_DATELINE, page) if DATELINE_ENDS.search(page) else ():
        if i not in apart.alone:
            yield i + 1, -DATED


def _headlines_above(bylines: list[int], ends: list[int]) -> Iterator[int]:
    """The first lines of headlines of a line to three: without a mark, between the end of a sentence and one of *bylines*."""
    for byline in bylines:
        first = byline
        while first and ends[first - 1] == NO_MARK and byline - first <= MOST_OF_HEADLINE:
            first -= 1
        if 0 < first < byline and byline - first <= MOST_OF_HEADLINE and ends[first - 1] <= QUOTED_END:
            yield first


def _against_a_bracket(texts: list[str], i: int) -> float:
    """Evidence for a break, below 0, before line number *i*, which opens with a bracket."""
    line, following = texts[i - 1], texts[i]
    if _are_of_one_number(line, following):
        return -INSIDE_A_NUMBER
    if NOTE.fullmatch(following) and line[-1] in CLAUSE_ENDS and _fills_its_column(texts, i - 1):
        return -NOTED
    return -ADDED if line[-1] not in HAN_STOPS and ADDITION.match(following) else 0.0


def _fills_its_column(texts: list[str], i: int) -> bool:
    """Whether line number *i* has no room for a bracket and a character, by those of the two before it that a column cut inside a clause."""
    return any(
        abs(len(text) - len(texts[i])) < LEAST_ROOM and text[-1] not in CLAUSE_ENDS
        for text in texts[max(0, i - 2) : i]
    )


def _are_of_one_number(line: str, following: str) -> bool:
    """Whether two lines are numerals of one number that is set upright, each in brackets of its own.

    >>> _are_of_one_number("（二）", "（七）"), _are_of_one_number("（續）", "（七）")
    (True, False)
    """
    return bool(BRACKETED_NUMERAL.fullmatch(line) and BRACKETED_NUMERAL.fullmatch(following))


def _inside_marks(page: str) -> Iterator[int]:
    r"""The lines that begin inside brackets or quotation marks which open in a line before and close in them, or a few lines further on.

    >>> [*_inside_marks("\n出台了（以\n下简称《意\n见》）。\n海关")]
    [1, 2, 2]
    """
    at = number = 0
    for match in OPENED.finditer(page):
        number += page.count("\n", at, match.end())
        at = match.end()
        closed = page.find(CLOSED_BY[match[1]], at, at + REACH)
        if closed >= 0 and page.find(match[1], at, closed) < 0:
            yield from range(number - 1, number + page.count("\n", at, closed))


def _labelled(lines: Lines, page: str, ends: list[int]) -> Iterator[int]:
    """Those of *lines* that open with a rubric in brackets, or with who speaks.

    Before such a line, or before another with that name, a sentence *ends*.
    """
    found = [i for i in lines_with(OPENING_LABEL, page) if i]
    labels = [COLON.split(lines.texts[i], 1)[0] if lines.firsts[i] != "【" else "【" for i in found]
    known = {"【", *(label for i, label in zip(found, labels, strict=True) if ends[i - 1] <= QUOTED_END)}
    for i, label in zip(found, labels, strict=True):
        if label in known:
            yield i


def display_evidence(texts: list[str], widths: list[float], ends: list[int]) -> list[float]:
    """Evidence, against lines that are long or hold marks, that each of *texts*, as wide as *widths*, is one of display."""
    return [
        _against_display(text, units)
        if end == NO_MARK and ("，" in text or "。" in text or "！" in text or "？" in text or "；" in text)
        else (-AGAINST_LONG if units > LONG else 0.0)
        for text, units, end in zip(texts, widths, ends, strict=True)
    ]


def _against_display(text: str, units: float) -> float:
    """The evidence against *text*, a line with marks and none at its end."""
    if INNER_STOP.search(text):
        return -AGAINST_STOP
    if BEFORE_COMMA <= text.find("，", BEFORE_COMMA) < len(text) - 1:
        return -AGAINST_COMMA
    return -AGAINST_LONG if units > LONG else 0.0
