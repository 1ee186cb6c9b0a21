"""Lines of Chinese print that stand by themselves, told by what they say: bylines, datelines, chapters, dates, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from paperclean.lines.chinese import CLAUSE_MARK, QUOTED_END
from paperclean.lines.chinese_bylines import AUTHOR, HAN_DATELINE, HAN_NAME, han_byline_form
from paperclean.lines.jump_lines import jump_to
from paperclean.lines.printed import Lines, lines_with

__all__ = ["DATE", "SetApart", "chinese_lines_set_apart"]

LONGEST = 36  # characters of such a line
SHORT = 0.75  # of the next line's characters
PARTED = re.compile("[:：/／| \\u3000【〔]")  # between a role or a deed and a name: in no sentence
AUTHOR_IN_LINES = re.compile(AUTHOR.pattern, re.MULTILINE)
OPENERS = re.compile(r"[【〔（(\[下↘▶]")
# 第三回　古寺逢奇客　寒江嘆舊人, 第四章莽風塵書劍辭家; all 20 of the transcribed serials stand alone, and none of those that news sentences open with.
CHAPTER = re.compile("第[〇零一二三四五六七八九十百0-9]{1,5}[章回囘節节](?!.*[，。、：；！？])")
CAPTION_FIRSTS = re.compile("[上下左右图圖]")
CAPTION = re.compile("[上下左右]?[图圖](?:[为為]|[①②③④⑤⑥一二三四]?[:：／]|片[说說]明)")
PHOTOGRAPHED = re.compile("[摄攝影）)]")
PHOTOGRAPHER = regex.compile(
    rf"(?:[。！？ \u3000（(]|[记記]者)[ \u3000]?{HAN_NAME}[ \u3000]?(?<!拍)[摄攝]影?[)）]?$"
)
# 2025年3月11日, below a notice and who gives it
DATE = re.compile(
    "[中华華民公元国國0-9〇○零一二三四五六七八九十]{2,10}年[0-9一二三四五六七八九十正元]{1,3}月[0-9初一二三四五六七八九十廿]{1,3}日"
)
DAY = re.compile("日")
WIDER = 2  # ems that a line beside a date has more, at least, where the column is no narrower than it


class SetApart(NamedTuple):
    """The numbers of lines that stand *alone*, and of those that *open* and that *close* a block."""

    alone: list[int]
    open: list[int]
    close: list[int]


def chinese_lines_set_apart(lines: Lines, page: str, ends: list[int]) -> SetApart:
    r"""The lines that stand by themselves by what they say; *page* is all of them, each behind a line end.

    Names right behind a role (`记者王丰`) count where a sentence ends before them: others may be in one. A caption's first
    line that ends a sentence is its last.

    >>> texts = ["供水。", "采写：王丰", "图为工地。", "书展昨天开幕。"]
    >>> chinese_lines_set_apart(Lines(texts), "\n" + "\n".join(texts), [0, 7, 0, 0])
    SetApart(alone=[1], open=[2], close=[2])
    """
    texts = lines.texts
    likely = {
        *lines_with(AUTHOR_IN_LINES, page),
        *(match.start() for match in OPENERS.finditer(lines.firsts)),
    }
    alone = [
        i
        for i in sorted(likely)
        if len(texts[i]) <= LONGEST
        and not CLAUSE_MARK.search(texts[i])
        and (PARTED.search(texts[i]) or not i or ends[i - 1] <= QUOTED_END)
        and _stands_alone(texts[i], texts[i + 1] if i + 1 < len(texts) else "")
    ]
    if "第" in lines.firsts:
        alone += _chapters(texts, lines.firsts, ends)
    if "日" in lines.lasts:
        alone += _dates(texts, lines.lasts)
    standing = {*alone}
    opens = [
        i
        for i in (match.start() for match in CAPTION_FIRSTS.finditer(lines.firsts))
        if CAPTION.match(texts[i]) and (not i or ends[i - 1] <= QUOTED_END or i - 1 in standing)
    ]
    closes = [i for i in opens if ends[i] <= QUOTED_END]
    ends_of_names = [match.start() for match in PHOTOGRAPHED.finditer(lines.lasts)]
    closes += [i for i in ends_of_names if PHOTOGRAPHER.search(texts[i])]
    return SetApart(alone, opens, closes)


def _chapters(texts: list[str], firsts: str, ends: list[int]) -> Iterator[int]:
    """The lines that are a chapter's number and title: behind a sentence or a shorter line, above a clause or another one."""
    for match in re.finditer("第", firsts):
        i = match.start()
        if CHAPTER.match(texts[i]) and (
            not i or ends[i - 1] <= QUOTED_END or len(texts[i - 1]) < SHORT * len(texts[i])
        ):
            following = texts[i + 1] if i + 1 < len(texts) else ""
            if CLAUSE_MARK.search(following) or "、" in following or CHAPTER.match(following):
                yield i


def _dates(texts: list[str], lasts: str) -> Iterator[int]:
    """The lines that are nothing but a date, and no full ones of a narrow column."""
    for match in DAY.finditer(lasts):
        i = match.start()
        if DATE.fullmatch(texts[i]):
            beside = [*texts[max(0, i - 1) : i], *texts[i + 1 : i + 2]]
            if max(map(_ems, beside), default=0) > _ems(texts[i]) + WIDER:
                yield i


def _ems(text: str) -> float:
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


def _stands_alone(line: str, following: str) -> bool:
    """Whether a line is a byline, a dateline or a jump line and nothing else; names in brackets may be a note.

    A dateline, alone or before a byline, that is about as long as the line *following* it opens its text.
    """
    if HAN_DATELINE.match(line) and len(line) > SHORT * len(following):
        return False
    form = han_byline_form(line)
    if form == "bracketed":
        return bool(AUTHOR.search(line))
    if form is not None or HAN_DATELINE.fullmatch(line):
        return True
    jump = jump_to(line)
    return jump is not None and jump.is_all_of(line)
