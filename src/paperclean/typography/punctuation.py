"""Dashes, ellipses, interpuncts and doubled marks of Chinese text, each in its standard form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import regex

from paperclean.edits import Edit
from paperclean.scripts import HAN, IS_HAN
from paperclean.searches import matches
from paperclean.steps import rewrite

__all__ = ["fold_punctuation"]

RUN = regex.compile(
    r"(?P<dash>[—―─]+)"
    r"|(?P<hyphen>[-–－]{2,})"
    r"|(?P<stop>。{2,})"
    r"|(?P<dots>[.．·・•]{3,}|⋯+)"
    r"|(?P<twice>，{2,}|、{2,}|；{2,}|：{2,})"
    rf"|(?P<point>[•・‧･∙⋅]|(?<=[{HAN}]{{2}})[.．](?=[{HAN}]{{2}}))"
    r"|(?P<one>一一)"
)
# Where such a run may begin, by what stands behind or on both sides of the sign. A dash that is in its standard form begins none.
MAY_BEGIN = {
    "—": "(?=——|—?[―─])",
    **dict.fromkeys("―─⋯•・‧･∙⋅", ""),
    **dict.fromkeys("–－-", "(?=[–－-])"),
    **dict.fromkeys(".．", rf"(?:(?=[.．·・•])|(?<=[{HAN}].)(?=[{HAN}]))"),
    "·": "(?=[.．·・•])",
    **{mark: f"(?={mark})" for mark in "。，、；：一"},
}
# `re` finds one given sign ten times as fast as one of a set.
BEGINNINGS = {c: re.compile(re.escape(c) + beside) for c, beside in MAY_BEGIN.items()}
IS_LATIN = re.compile("[A-Za-zÀ-ɏ]")
NUMBER_IN_TEXT = re.compile(f"[0-9０-９][0-9０-９.,%％]*[{HAN}“（]")  # not the page that a leader leads to
LETTER_OR_DIGIT = regex.compile(r"[\p{Latin}0-9０-９%％℃]")
OPENING = frozenset("“‘「『《〈（【〔")
CLOSING = frozenset("”’」』》〉）】〕")
MARK = frozenset("，。、；：！？")
EDGE = ""  # the neighbour of a sign that begins or ends its line
OPTION = re.compile("--[a-z]")  # of a command (指定--quiet选项); no dash is followed by a small letter
DATE = regex.compile(r"[“「‘『]\d{1,2}[•・‧･∙⋅]\d{1,2}[”」’』]")
POINTS = frozenset("•・‧･∙⋅.．")
KANA = regex.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
JAPANESE = 10  # kana letters; a Chinese page hardly holds one, and with them ・ is the right sign

# 一一 is also an adverb (one by one), a count (唯一一家) and a telephone number.
COUNTED = frozenset("〇零一二三四五六七八九十百千万唯惟统之第单同专划逐")


@rewrite
def fold_punctuation(text: str) -> Iterator[Edit]:  # noqa: C901  # one arm a kind of sign
    r"""Bring the signs of Chinese text that have several machine forms to the one that was printed.

    Typesetting systems draw a dash of two ems from three characters, typists and OCR write it `--`, `――`,
    `──` or `一一`; an ellipsis comes as `...`, `。。。` or `⋯⋯`; the point of a foreign name as `•`, `‧` or
    `・`; OCR doubles a comma.

    >>> fold_punctuation("永康变“轻”了\n———中国“五金之都”转型记")
    '永康变“轻”了\n——中国“五金之都”转型记'
    >>> fold_punctuation("潮水一般的务工者。。。安德烈•奥昆科夫，，表示")
    '潮水一般的务工者……安德烈·奥昆科夫，表示'

    A sign is folded only beside Han characters or Chinese punctuation. Left alone: a single dash (a range), a
    single `…`, runs too long for a sign (rules, leaders), `！！`, and all Latin text:

    >>> fold_punctuation("2月1日—3月31日，一一记录。第一章..........3\nWe went -- or so... 5 • 6")
    '2月1日—3月31日，一一记录。第一章..........3\nWe went -- or so... 5 • 6'

    Forms: GB/T 15834—2011. `―` and `・` are what a GB 2312 codec makes of dash and interpunct (a GBK codec makes
    `—` and `·` of the same bytes), `•` is what a Big5 codec makes of the interpunct.
    """
    points: frozenset[str] | None = None
    for match in _runs(text):
        if points is None:
            if not IS_HAN.search(text):
                return
            points = _points(text)
        start, end = match.span()
        size = end - start
        before, after = _neighbours(text, start, end)
        match match.lastgroup:
            case "dash":
                yield from _dash(text, start, end, before, after)
            case "hyphen" if size <= 3 and _parts_clauses(before, after) and not OPTION.match(text, start):
                yield Edit(start, end, "——", "dash", 0.95)
            case "stop" if size <= 6 and (_is_text(before) or _is_letter(before)):
                if size == 2:
                    yield Edit(start + 1, end, "", "doubled mark", 0.95)
                else:
                    yield Edit(start, end, "……", "ellipsis", 0.95)
            case "dots":
                yield from _dots(text, start, end, before, after)
            case "twice" if size <= 3 and before not in MARK and (_is_text(before) or _is_letter(before)):
                yield Edit(start + 1, end, "", "doubled mark", 0.95)
            case "point" if match[0] in points and _is_interpunct(text, start, before, after):
                yield Edit(start, end, "·", "interpunct", 0.95)
            case "one" if _is_dash_of_ones(before, after):
                yield Edit(start, end, "——", "dash", 0.8)


def _runs(text: str) -> Iterator[regex.Match[str]]:
    found = [c for c, beginning in BEGINNINGS.items() if c in text and beginning.search(text)]
    return matches(RUN, text, _beginning("".join(found))) if found else iter(())


@cache
def _beginning(signs: str) -> re.Pattern[str]:
    """Where a run of one of *signs* may begin. One set begins it: `re` finds the next of a set far faster than of alternatives."""
    beside = "|".join(f"(?<={re.escape(c)}){MAY_BEGIN[c]}" for c in signs)
    return re.compile(f"[{re.escape(signs)}](?:{beside})")


def _points(text: str) -> frozenset[str]:
    """The signs that may stand for an interpunct in *text*."""
    if ("・" in text or "･" in text) and len(KANA.findall(text)) >= JAPANESE:
        return POINTS - set("・･")
    return POINTS


@cache
def transliteration() -> frozenset[str]:
    """The characters that spell foreign names."""
    return frozenset(files("paperclean.data").joinpath("transliteration.txt").read_text(encoding="utf-8"))


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters beside a sign, each `EDGE` where its line begins or ends."""
    before = text[start - 1] if start else EDGE
    after = text[end] if end < len(text) else EDGE
    return (EDGE if before == "\n" else before), (EDGE if after == "\n" else after)


def _is_han(c: str) -> bool:
    return IS_HAN.match(c) is not None


def _is_text(c: str) -> bool:
    """Whether *c* shows Chinese text: Han, or punctuation that only such text has."""
    return c in OPENING or c in CLOSING or c in MARK or _is_han(c)


def _parts_clauses(before: str, after: str) -> bool:
    """Whether a dash here parts clauses, opens a deck or ends a line: Chinese text on one side, no number."""
    sides = _is_text(before) + _is_text(after)
    return sides == 2 or (
        sides == 1 and all(c == EDGE or _is_text(c) or IS_LATIN.match(c) for c in (before, after))
    )


def _dash(text: str, start: int, end: int, before: str, after: str) -> Iterator[Edit]:
    size = end - start
    if size == 3:  # a blank may stand beside it
        before = text[start - 2] if before == " " and start > 1 else before
        after = text[end + 1] if after == " " and end + 1 < len(text) else after
    if size == 1:
        kept = 1
        surely = (_is_text(before) or _is_letter(before)) and (_is_text(after) or _is_letter(after))
    elif size <= 3:
        kept = 2
        chinese, other = (before, after) if _is_text(before) else (after, before)
        surely = _is_text(chinese) and (_is_text(other) or _is_letter(other) or other == EDGE)
    else:
        kept = 2
        surely = size == 4 and _is_text(before) and _is_text(after)
    if not surely:
        return
    for at in range(start, start + kept):
        if text[at] != "—":
            yield Edit(at, at + 1, "—", "dash", 0.9)
    if size > kept:
        yield Edit(start + kept, end, "", "dash", 0.99)


def _is_letter(c: str) -> bool:
    return LETTER_OR_DIGIT.match(c) is not None


def _dots(text: str, start: int, end: int, before: str, after: str) -> Iterator[Edit]:
    """An ellipsis is three or six dots that text goes on after, or that end a line; else it may be a leader."""
    size = end - start
    if not (_is_text(before) or before in {"%", "％"} or (_is_letter(before) and _is_text(after))):
        return
    goes_on = _is_text(after) or IS_LATIN.match(after) or NUMBER_IN_TEXT.match(text, end)
    if text[start] == "⋯":
        if size <= 2 and (goes_on or (size == 2 and after == EDGE)):
            yield Edit(start, end, "…" * size, "ellipsis", 0.9)
    elif size in {3, 6}:
        if goes_on or after == EDGE:
            yield Edit(start, end, "……", "ellipsis", 0.9)
    elif size in {4, 5} and _is_text(after):
        yield Edit(start, end, "……", "ellipsis", 0.9)


def _is_interpunct(text: str, at: int, before: str, after: str) -> bool:
    if text[at] in ".．":
        # Half of the names of news text and one sentence end in a thousand are such.
        known = [c in transliteration() for c in (text[at - 2], before, after, text[at + 2])]
        return known[1] and known[2] and sum(known) >= 3
    if _is_han(before) or before in CLOSING:
        return after != EDGE and (
            _is_han(after) or after in OPENING or (_is_letter(after) and _is_han(before))
        )
    if _is_han(after):
        return _is_letter(before)
    return before.isdigit() and DATE.search(text, max(0, at - 3), at + 4) is not None


def _is_dash_of_ones(before: str, after: str) -> bool:
    """Only before a quotation: the adverb 一一 goes before its verb."""
    return after != EDGE and after in "“‘「『《〈" and _is_text(before) and before not in COUNTED
