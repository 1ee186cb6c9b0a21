"""Chinese lines as numbers: widths with punctuation squeezed, end marks, opening words, undividable pieces."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from itertools import pairwise, repeat
from operator import sub

from paperclean.lines.bullets import BULLETS
from paperclean.lines.printed import Lines, lines_with
from paperclean.scripts import FIRST_HAN

__all__ = [
    "CLAUSE_MARK",
    "HAN_STOPS",
    "end_classes",
    "half_ems",
    "opening_classes",
    "overhangs",
]

# Half an em wide: ASCII, Latin-1, interpuncts and bullets; and a mark where the line needs it, so that the full width of a
# column shows only when all of them are counted so. There is room for two hundred and fifty-six; they are numbered as they
# come, which leaves a line end its own number.
LATIN = "".join(map(chr, (*range(0x0B), *range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100)))) + "•‧"
NARROW_BULLETS = "■□●◆▲★▪○◎◉⊙※△▍◇◈◘☆▼▶►❖"
MARKS = "，。、；：！？（）《》〈〉「」『』【】〔〕–—―‘’“”…⋯"
NARROW = codecs.charmap_build(LATIN + NARROW_BULLETS + MARKS)
MARK_BYTES = bytes(range(len(LATIN + NARROW_BULLETS), len(LATIN + NARROW_BULLETS + MARKS)))
SAMPLE = 200  # lines that show whether marks are squeezed
SQUEEZED_PRIOR = 0.03
CLOSES_SENTENCE, INDENT = frozenset("。！？”’」』"), 4  # half ems

SENTENCE_END, QUOTED_END, CLOSING, SEMICOLON, COLON, COMMA, DASH, NO_MARK = range(8)
END_CLASSES = {
    **dict.fromkeys("。！？!?．｡", SENTENCE_END),
    **dict.fromkeys("”’」』）)》】〕］", CLOSING),
    **dict.fromkeys("；;", SEMICOLON),
    **dict.fromkeys("：:", COLON),
    **dict.fromkeys("，,、", COMMA),
    **dict.fromkeys("…—", DASH),
}
# In which lines end that do not go on inside a clause.
HAN_STOPS = frozenset("。！？；：…”’」』）)】〕］.!?;:")
CLOSING_OR_POINT = re.compile("[”’」』）)》】.]")

SYMBOL, MAY_NOT_OPEN, QUOTE, BRACKET, OPENING_DASH, DIGIT, NUMBERED, CUE, NO_CUE = range(9)
# Numerals in circles, in brackets and with full stops
NUMERALS = "".join(
    map(chr, (*range(0x2460, 0x249C), *range(0x24EB, 0x2500), *range(0x2776, 0x2794), *range(0x3220, 0x322A)))
)
OPENING_CLASSES = {
    **dict.fromkeys(NARROW_BULLETS + BULLETS, SYMBOL),
    **dict.fromkeys(NUMERALS, NUMBERED),
    **dict.fromkeys("，。、；：！？”’）》」』】…·", MAY_NOT_OPEN),
    **dict.fromkeys("“‘「『《", QUOTE),
    **dict.fromkeys("（(【〔［", BRACKET),
    **dict.fromkeys("—─–－-", OPENING_DASH),
    **dict.fromkeys("0123456789０１２３４５６７８９", DIGIT),
}
NUMBERED_ITEM = re.compile("\n(?:[一二三四五六七八九十]+[、，）).]|第[一二三四五六七八九十])")
OPENING_CUE = re.compile(
    "\n(?:本[报報]|新[华華]社|[记記]者|据|據|昨|今|日前|近日|目前|此外|同[时時]|另外|[对對]此|不[过過]|在.{2,8}上，|.{2,4}表示|.{2,4}[说說])"
)

# What a line end may not cut: a number with its unit sign or a Latin word, an opening bracket and the first
# character in it, each with the closing marks that follow.
NUMBER_OR_WORD = re.compile(r"[0-9A-Za-z.,%％:/+°℃-]+")
OPENERS = frozenset("“‘（《「『【〈")
CLOSERS = frozenset("，。、；：！？”’）》」』】〉…%％")
OPENING_PIECE = re.compile(f"\n(?:[\x00-\x7f{''.join(sorted(OPENERS))}]|.[{''.join(sorted(CLOSERS))}])")

CLAUSE_MARK = re.compile("[，。；！？]")  # which lines of display seldom hold


def half_ems(lines: list[str]) -> list[int]:
    """Half ems of *lines*, their punctuation squeezed or not, whichever makes more neighbours as wide as each other.

    Most newspapers squeeze a mark where the line needs it; some set every character in a square of its own.
    """
    squeezed, unsqueezed = _squeezed_or_not(lines)
    if squeezed == unsqueezed:
        return squeezed
    closes = [line[-1:] in CLOSES_SENTENCE for line in lines[:SAMPLE]]
    if _evenness(squeezed[:SAMPLE], closes) + SQUEEZED_PRIOR >= _evenness(unsqueezed[:SAMPLE], closes):
        return squeezed
    return unsqueezed


def _squeezed_or_not(lines: list[str]) -> tuple[list[int], list[int]]:
    """Half ems of *lines* with their marks half an em wide, and with every mark a whole one.

    >>> _squeezed_or_not(["广东跨境电商增长33.4%。"])
    ([22], [23])
    """
    # All lines at once, and what is narrow in them as bytes: a pattern takes seven times as long.
    narrow = codecs.charmap_encode("\n".join(lines), "ignore", NARROW)[0]
    half = narrow.translate(None, MARK_BYTES)
    whole = [2 * len(line) for line in lines]
    return (
        [*map(sub, whole, map(len, narrow.split(b"\n")))],
        [*map(sub, whole, map(len, half.split(b"\n")))],
    )


def _evenness(widths: list[int], closes: list[bool]) -> float:
    """The share of wide lines as wide as the wide line before them, half an em more or less counted half.

    One that *closes* a sentence may end anywhere; the next may be narrower by an indent.
    """
    least = 0.8 * sorted(widths)[len(widths) * 3 // 5]
    apart = [
        min(abs(b - a), abs(b - a - INDENT)) if opens else abs(b - a)
        for (a, b), closed, opens in zip(pairwise(widths), closes, [True, *closes], strict=False)
        if a >= least and b >= least and not closed
    ]
    return (apart.count(0) + 0.5 * apart.count(1)) / max(1, len(apart))


def end_classes(lines: Lines) -> list[int]:
    """Which end mark closes each of *lines*."""
    found = [*map(END_CLASSES.get, lines.lasts, repeat(NO_MARK))]
    for match in CLOSING_OR_POINT.finditer(lines.lasts):
        i = match.start()
        before = lines.texts[i][-2:-1]
        if match[0] != ".":
            if before and before in "。！？….!?":
                found[i] = QUOTED_END
        elif before >= FIRST_HAN:  # a full stop typed as one of Latin script
            found[i] = SENTENCE_END
    return found


def opening_classes(lines: Lines, page: str, ends: list[int]) -> list[int]:
    """How each of *lines* opens, by its first character and, where no sentence *ends* before it, its first words.

    A *page* is the lines in one text, each behind a line end.
    """
    found = [*map(OPENING_CLASSES.get, lines.firsts, repeat(NO_CUE))]
    for kind, pattern in ((CUE, OPENING_CUE), (NUMBERED, NUMBERED_ITEM)):
        for i in lines_with(pattern, page):
            if i and ends[i - 1] > QUOTED_END and found[i] in (NO_CUE, CUE):
                found[i] = kind
    return found


def overhangs(lines: list[str], page: str) -> list[float]:
    r"""By how much the piece that opens each of *lines*, and may not be divided, exceeds one em.

    >>> overhangs(["30%、容积", "容积", "《通知》"], "\n30%、容积\n容积\n《通知》")
    [1.5, 0.0, 0.5]
    """
    found = [0.0] * len(lines)
    for i in lines_with(OPENING_PIECE, page):
        found[i] = _overhang(lines[i])
    return found


def _overhang(line: str) -> float:
    first = line[0]
    match = NUMBER_OR_WORD.match(line)
    end = match.end() if match else 1
    if not match and first in OPENERS:
        inner = NUMBER_OR_WORD.match(line, 1)
        end = inner.end() if inner else 2
    size = len(line)
    while end < size and line[end] in CLOSERS:
        end += 1
    return _beyond_one_em(line[:end], squeezed=not match)


@lru_cache(4096)
def _beyond_one_em(piece: str, *, squeezed: bool) -> float:
    return max(0.0, _squeezed_or_not([piece])[not squeezed][0] / 2 - 1.0)
