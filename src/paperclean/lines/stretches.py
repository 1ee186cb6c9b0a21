"""Where lines may be wrapped at all: stretches of lines no wider than a column's, without rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperclean.lines.chinese import HAN_STOPS, half_ems
from paperclean.lines.latin import LOWER
from paperclean.lines.printed import Lines
from paperclean.lines.shapes import BLANKS, numbered_rows, rows_alike, rows_of_amounts, rows_of_cells
from paperclean.lines.together import are_put_together
from paperclean.lines.wide_blanks import GOES_ON, rows_with_gaps
from paperclean.scripts import FIRST_HAN, may_hold_han

__all__ = ["short_lines", "stretches", "without_rows"]

WIDEST_HAN = 44  # ems; a longer line is hardly one of a column but already a paragraph
WIDEST_PAGE = 80  # ems; of a gazette or a book of one column
LEAST_CUT = 3  # of its lines, that end inside a sentence; at least half of all those so long
FALLS_SHORT = 7  # half ems that such a line may lack, an indent and the rag
STANDS_OUT = 3  # half ems that it may be longer than three in four
LEAST_EVEN = 0.8  # of such lines, which are as wide as that
WIDEST_LATIN = 125
MOST_TOGETHER = 5  # lines of a column that divided words put together
WIDEST_CUT = 160  # of a line that ends inside a sentence

# What makes a line the row of a table, each by a sign that it holds: cells apart by tabs, wide spaces or bars (one alone at a
# line's edge is a piece of a rule between columns: of 32 such lines on real pages 29 are running text); leaders that are longer
# than an ellipsis or lead to a number (Trade .... 7); and a rule.
ROWS = {
    "\t": re.compile(r"\t"),
    "\u3000\u3000": re.compile(r"\u3000{2}"),
    "|": re.compile(r"^\|.*\||\|.*\|$"),
    "....": re.compile(r"\.{7}|\.{4} ?\d"),
    **dict.fromkeys(("………", "⋯⋯⋯", "···"), re.compile(r"[…⋯·]{3} ?\d")),
    **{5 * sign: re.compile(rf"^{re.escape(sign)}{{5,}}$") for sign in "-—―=_*~…。"},
}
CHINESE_ROW = re.compile(r"[\u3400-\u9fff]  \S+  [\u3400-\u9fff]")  # 山东  2:1  上海
ONE_BY_ONE = re.compile(r"(?:\S {1,3})+\S").fullmatch
LEAST_SINGLE = 3  # characters for each gap of three spaces
LEAST_BLANKS = 3  # between names in rows


def short_lines(lines: Lines) -> Iterator[tuple[int, int]]:
    """The runs of *lines*, as half-open ranges, that no line parts which is too wide for a column."""
    start = 0
    for end in (*_paragraphs(lines), len(lines)):
        if end - start > 1:
            yield start, end
        start = end + 1


def stretches(lines: Lines) -> Iterator[tuple[int, int]]:
    """The runs of *lines*, as half-open ranges, that a column may have broken."""
    for start, end in short_lines(lines):
        yield from without_rows(lines, start, end)


def _paragraphs(lines: Lines) -> list[int]:
    """The lines too wide for a line of a column."""
    texts = lines.texts
    sizes = [*map(len, texts)]
    wide = [i for i, size in enumerate(sizes) if size > WIDEST_HAN]
    if may_hold_han("".join([texts[i] for i in wide])):
        found = [i for i in wide if sizes[i] > WIDEST_LATIN or _is_wide_chinese(texts[i])]
        found = _without_a_column(texts, found)
    else:
        found = [i for i in wide if sizes[i] > WIDEST_LATIN]
        if found and are_put_together(lines):
            most = MOST_TOGETHER * sorted(sizes)[len(sizes) // 2]
            found = [i for i in found if sizes[i] > most]
    cut = {i for i in found if texts[i][-1] in GOES_ON and _is_cut(texts, i)}
    return [i for i in found if i not in cut and i - 1 not in cut] if cut else found


def _is_wide_chinese(text: str) -> bool:
    """Whether *text* is Chinese and wider than a line of a column, its letters and figures counted half."""
    size = len(text)
    if text[size // 2] < FIRST_HAN and text[size // 3] < FIRST_HAN:
        return False
    return size > 2 * WIDEST_HAN or size > WIDEST_HAN + 0.5 * len(text.encode("ascii", "ignore"))


def _without_a_column(texts: list[str], wide: list[int]) -> list[int]:
    """Those of the *wide* Chinese lines that are none of a column as wide as a page, whose lines are even and cut sentences."""
    page = [i for i in wide if len(texts[i]) <= WIDEST_PAGE]
    cut = {i for i in page if texts[i][-1] not in HAN_STOPS}
    if len(cut) < LEAST_CUT or 2 * len(cut) < len(wide):
        return wide
    widths = dict(zip(page, half_ems([texts[i] for i in page]), strict=True))
    usual = sorted(map(widths.__getitem__, cut))[3 * len(cut) // 4]
    even = sum(-FALLS_SHORT <= widths[i] - usual <= STANDS_OUT for i in cut)
    if even < LEAST_EVEN * len(cut):
        return wide
    return [i for i in wide if widths.get(i, 2 * WIDEST_PAGE) > usual + STANDS_OUT]


def _is_cut(texts: list[str], i: int) -> bool:
    """Whether long line number *i*, which ends in a small letter or a comma, goes on in a small letter, as no paragraph does."""
    here, following = texts[i], texts[i + 1] if i + 1 < len(texts) else ""
    return max(len(here), len(following)) <= WIDEST_CUT and following[:1] in LOWER


def without_rows(lines: Lines, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of two lines and more between the rows of tables, among those from *start* up to *end*."""
    texts = lines.texts
    together = "\n".join(texts[start:end])
    edges = lines.firsts[start:end], lines.lasts[start:end]
    rows = {*numbered_rows(texts, start, edges), *rows_alike(texts, start, edges)}
    if sum(map(together.count, BLANKS)) >= LEAST_BLANKS and max(texts[end - 1]) >= FIRST_HAN:
        rows.update(rows_of_cells(texts, start, together))
    rows.update(rows_of_amounts(texts, start, together, edges[1]))
    kinds = [row for sign, row in ROWS.items() if sign[0] in together and sign in together]
    if "  " in together and max(together) >= FIRST_HAN:
        kinds.append(CHINESE_ROW)
    if "   " in together or "\u3000\u3000" in together:
        rows.update(i for i in rows_with_gaps(texts, start, end) if not _is_letter_spaced(texts[i]))
    for row in kinds:
        rows.update(i for i in range(start, end) if row.search(texts[i]) and not _is_letter_spaced(texts[i]))
    for i in (*sorted(rows), end):
        if i - start > 1:
            yield start, i
        start = i + 1


def _is_letter_spaced(text: str) -> bool:
    """Whether all characters of *text* stand one by one, and a printed blank is three spaces wide.

    >>> _is_letter_spaced("本 报 讯   昨 日"), _is_letter_spaced("甲   乙   丙")
    (True, False)
    """
    return ONE_BY_ONE(text) is not None and text.count("   ") * LEAST_SINGLE <= len(text.split())
