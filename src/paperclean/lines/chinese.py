"""Chinese lines as numbers: widths with punctuation squeezed, end marks, opening words, undividable pieces."""

from __future__ import annotations

import re
from itertools import pairwise

import regex

__all__ = [
    "display_evidence",
    "end_class",
    "goes_on_below",
    "opening_class",
    "overhang",
    "unsqueezed_width",
    "width",
    "widths",
]

# Set half an em wide where the line needs it, so that the full width of a column shows only when all of it
# is counted so; what is not Chinese is about as wide.
NARROW = re.compile("[\x00-\x09\x0b-\u2e7f，。、；：！？（）《》〈〉「」『』【】〔〕]+")
HALF = re.compile("[\x00-\x09\x0b-\u2012\u2027-\u2e7f]+")
SAMPLE = 200  # lines that show whether marks are squeezed
SQUEEZED_PRIOR = 0.03

SENTENCE_END, QUOTED_END, CLOSING, SEMICOLON, COLON, COMMA, DASH, NO_MARK = range(8)
END_CLASSES = {
    **dict.fromkeys("。！？!?", SENTENCE_END),
    **dict.fromkeys("”’」』）)》】", CLOSING),
    **dict.fromkeys("；;", SEMICOLON),
    **dict.fromkeys("：:", COLON),
    **dict.fromkeys("，,、", COMMA),
    **dict.fromkeys("…—", DASH),
}

SYMBOL, MAY_NOT_OPEN, QUOTE, BRACKET, OPENING_DASH, DIGIT, NUMBERED, CUE, NO_CUE = range(9)
OPENING_CLASSES = {
    **dict.fromkeys("■□●◆▲★▪○◎※△▍◇☆▼", SYMBOL),
    **dict.fromkeys("，。、；：！？”’）》」』】…·", MAY_NOT_OPEN),
    **dict.fromkeys("“‘「『", QUOTE),
    **dict.fromkeys("（(【〔［《", BRACKET),
    **dict.fromkeys("—─-", OPENING_DASH),
    **dict.fromkeys("0123456789０１２３４５６７８９", DIGIT),
}
NUMBERED_ITEM = regex.compile("[（(]?[一二三四五六七八九十]+[、，）).]|第[一二三四五六七八九十]+")
OPENING_CUE = regex.compile(
    "本[报報]|新[华華]社|[记記]者|据|據|昨|今|日前|近日|目前|此外|同[时時]|另外|[对對]此|不[过過]|在.{2,8}上，|.{2,4}表示|.{2,4}[说說]"
)

# What a line end may not cut: a number with its unit sign or a Latin word, an opening bracket and the first
# character in it, each with the closing marks that follow.
NUMBER_OR_WORD = regex.compile(r"[0-9A-Za-z.,%％:/+°℃-]+")
OPENERS = frozenset("“‘（《「『【〈")
CLOSERS = frozenset("，。、；：！？”’）》」』】〉…%％")

BYLINE = regex.compile(
    "(■ ?|（|\\()?(新[华華]社|本[报報])?(驻.{2,6})?(记者|記者|通[讯訊][员員])[ 　]?[^，。]{2,16}(）|\\))?"
)
BRACKETED_NUMERAL = regex.compile("[（(][〇○零一二三四五六七八九十廿卅百千0-9]+[）)]")
BRACKETED = regex.compile("[（(《【〔［][^）)】〕］]{1,30}[）)】〕］]")


def width(line: str) -> float:
    """Ems of *line* with its punctuation squeezed to half an em.

    >>> width("广东跨境电商增长33.4%。")
    11.0
    """
    return _ems([line], NARROW)[0]


def _ems(lines: list[str], half: re.Pattern[str]) -> list[float]:
    """Ems of *lines*, the characters of *half* half as wide as the others."""
    wide = half.sub("", "\n".join(lines)).split("\n")  # all lines at once: a call costs more than a line
    return [0.5 * (len(line) + len(others)) for line, others in zip(lines, wide, strict=True)]


def widths(lines: list[str]) -> list[float]:
    """Ems of *lines*, their punctuation squeezed or not, whichever makes more neighbours as wide as each other.

    Most newspapers squeeze a mark where the line needs it; some set every character in a square of its own.
    """
    some = lines[:SAMPLE]
    squeezed = _ems(some, NARROW)
    unsqueezed = _ems(some, HALF)
    if _evenness(squeezed) + SQUEEZED_PRIOR >= _evenness(unsqueezed):
        return squeezed + _ems(lines[SAMPLE:], NARROW) if len(lines) > SAMPLE else squeezed
    return unsqueezed + _ems(lines[SAMPLE:], HALF) if len(lines) > SAMPLE else unsqueezed


def _evenness(widths: list[float]) -> float:
    """The share of wide lines as wide as the wide line before them, half an em more or less counted half."""
    wide = 0.8 * sorted(widths)[len(widths) * 3 // 5]
    pairs = [(a, b) for a, b in pairwise(widths) if a >= wide and b >= wide]
    return sum(1.0 if a == b else 0.5 if -0.6 < a - b < 0.6 else 0.0 for a, b in pairs) / max(1, len(pairs))


def unsqueezed_width(line: str) -> float:
    """Ems of *line* with every Chinese mark a whole em wide.

    >>> unsqueezed_width("广东跨境电商增长33.4%。")
    11.5
    """
    return _ems([line], HALF)[0]


def end_class(line: str) -> int:
    """Which end mark closes *line*."""
    kind = END_CLASSES.get(line[-1:], NO_MARK)
    if kind == CLOSING and line[-2:-1] in "。！？…" and len(line) > 1:
        return QUOTED_END
    return kind


def opening_class(line: str, after: int) -> int:
    """How *line* opens; its first words are looked at only *after* a mark that may end a sentence or none."""
    kind = OPENING_CLASSES.get(line[:1], NO_CUE)
    if kind == NO_CUE and after > QUOTED_END:
        if line[0] in "（(一二三四五六七八九十第" and NUMBERED_ITEM.match(line):
            return NUMBERED
        if OPENING_CUE.match(line):
            return CUE
    return kind


def overhang(line: str) -> float:
    """By how much the piece that opens *line* and may not be divided exceeds one em.

    >>> overhang("30%、容积"), overhang("容积"), overhang("《通知》")
    (1.5, 0.0, 0.5)
    """
    first = line[0]
    if not first.isascii() and line[1:2] not in CLOSERS and first not in OPENERS:
        return 0.0
    match = NUMBER_OR_WORD.match(line)
    end = match.end() if match else 1
    if not match and first in OPENERS:
        inner = NUMBER_OR_WORD.match(line, 1)
        end = inner.end() if inner else 2
    size = len(line)
    while end < size and line[end] in CLOSERS:
        end += 1
    return max(0.0, (unsqueezed_width if match else width)(line[:end]) - 1.0)


def goes_on_below(line: str, following: str) -> bool:
    """Whether two lines are numerals of one number that is set upright, each in brackets of its own.

    >>> goes_on_below("（二）", "（七）"), goes_on_below("（續）", "（七）")
    (True, False)
    """
    return bool(BRACKETED_NUMERAL.fullmatch(line) and BRACKETED_NUMERAL.fullmatch(following))


def display_evidence(line: str, opening: int, end: int, units: float) -> float:
    """Evidence that *line* is one of display: a byline, a bracketed rubric; against it, for a long line."""
    against = -2.2 if units > 30 else 0.0
    if opening == SYMBOL:
        return 4.0 + against
    if opening == BRACKET and end == CLOSING and BRACKETED.fullmatch(line):
        return 2.5 + against
    if (
        end != COMMA
        and len(line) < 30
        and ("者" in line or "员" in line or "員" in line)
        and BYLINE.fullmatch(line)
    ):
        return 4.0 + against
    return against
