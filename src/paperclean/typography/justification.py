"""Blanks that a program put between the words of a line to make it end where the others do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

from paperclean.edits import Edit
from paperclean.lines.printed import printed_lines
from paperclean.lines.source_code import is_source
from paperclean.scripts import FIRST_HAN
from paperclean.steps import rewrite

__all__ = ["undo_justification"]

BLANKS = re.compile(" +")
# More than one blank; two may stand behind a sentence, as typists write it.
WIDE = re.compile(r"\S   *\S(?<![.!?:;][\"'”’»)]  \S)(?<![.!?:;]  \S)")
LEAST_SMALL = 0.5  # of the words of running text begin with a small letter; few cells of a table do
EVEN = 2  # blanks by which the gaps of a line differ at most: filling spreads them over the line
# Lines above and below, of which one ends within so many cells of where a filled line does
REACH, ENDS_ALIKE = 2, 1
LEAST_GAPS = 3  # of a line that shows that it is filled up
# Of such lines, how many there are, their share of all lines, and the share that filled lines are of those with wide gaps. Of 18,000 text files that
# come with systems and libraries three have such lines, licences that are filled up.
LEAST_LINES, LEAST_OF_PAGE, LEAST_FILLED = 5, 0.25, 0.6
MOST_ALIGNED = 0.4  # of their gaps end where one of the next line's does; of a table's nearly all
# Blanks between words, of which some libraries' full texts have two wherever one was printed, now and then three or still one,
# and one at the end of each line
BETWEEN, DOUBLED, AT_END = (
    re.compile(r"(?<=\S) +(?=\S)"),
    re.compile(r"(?<=\S) {2,3}(?=\S)"),
    r"(?<! ) +(?=\n|\Z)",
)
DOUBLED_OR_AT_END = re.compile(rf"{DOUBLED.pattern}|{AT_END}")
LEAST_DOUBLED, DOUBLED_OF_ALL = 20, 0.8
Gaps: TypeAlias = list[tuple[int, int]]


@rewrite
def undo_justification(text: str) -> Iterator[Edit]:
    r"""Take out the blanks that fill up lines of Latin script, so that one blank stands between words.

    Programs that write a page with letters of one width (pypdf in its layout mode, older text systems) make lines flush right by
    blanks between the words. Such lines are told by gaps as wide as each other all over the line, by ends below one another, and by
    gaps that are not, as those of a table would be.

    >>> page = '''
    ... The  harbour  board met  on Monday to
    ... hear  why  the  second   dock,  begun
    ... nine years ago and twice as  dear  as
    ... the first, still holds no  water. The
    ... engineer said  that the clay had just
    ... moved in the winter.
    ... '''
    >>> print(undo_justification(page).strip())
    The harbour board met on Monday to
    hear why the second dock, begun
    nine years ago and twice as dear as
    the first, still holds no water. The
    engineer said that the clay had just
    moved in the winter.

    The full texts of some libraries, the Internet Archive's among them, have two blanks wherever one was printed; so do such pages come out.

    Left alone are tables, lists, verse and source code, two blanks behind a full stop, and pages of which only a line or two seem filled up:

    >>> table = "Oats    33s    7d    firm\nRye     27s    1d    dull\n" * 4
    >>> undo_justification(table) == table
    True
    """
    if "  " not in text:
        return
    lines = text.split("\n")
    if _has_doubled_blanks(text):
        for blanks in DOUBLED_OR_AT_END.finditer(text):
            is_between = text[blanks.end() : blanks.end() + 1].strip()
            yield Edit(*blanks.span(), " " if is_between else "", "a blank that was doubled", 0.99)
        return
    filled = _filled_lines(lines)
    if not filled or is_source(printed_lines(text)):
        return
    at = 0
    for number, line in enumerate(lines):
        for start, end in filled.get(number, ()):
            if end - start > 1:
                yield Edit(at + start, at + end, " ", "blanks that fill up a line", 0.99)
        at += len(line) + 1


def _has_doubled_blanks(text: str) -> bool:
    """Whether nearly all blanks between the words of *text* are double, and what they part is running text."""
    doubled = text.count("  ")
    if doubled < LEAST_DOUBLED or 2 * doubled < DOUBLED_OF_ALL * text.count(" "):
        return False
    gaps = len(BETWEEN.findall(text))
    return (
        len(DOUBLED.findall(text)) >= max(LEAST_DOUBLED, DOUBLED_OF_ALL * gaps)
        and _is_running_text(text.split())
        and not is_source(printed_lines(text))
    )


def _filled_lines(lines: list[str]) -> dict[int, Gaps]:
    """Those of *lines* that are filled up, by number, and their gaps, if enough are: of few words too, where others show it."""
    ends = [len(line.rstrip()) for line in lines]
    wide = shown = 0
    even: dict[int, Gaps] = {}
    telling: list[int] = []
    for number, line in enumerate(lines):
        if "  " not in line or max(line) >= FIRST_HAN:
            continue
        is_wide = WIDE.search(line) is not None
        wide += is_wide
        gaps = [gap.span() for gap in BLANKS.finditer(line, len(line) - len(line.lstrip()), ends[number])]
        sizes = [end - start for start, end in gaps]
        if gaps and max(sizes) - min(sizes) <= EVEN and _ends_as_others(ends, number):
            even[number] = gaps
            shown += is_wide
            if is_wide and len(gaps) >= LEAST_GAPS:
                telling.append(number)
    printed = sum(map(bool, ends))
    if (
        len(telling) < max(LEAST_LINES, LEAST_OF_PAGE * printed)
        or shown < LEAST_FILLED * wide
        or not _is_running_text(word for number in telling for word in lines[number].split())
        or _share_aligned(even, telling) > MOST_ALIGNED
    ):
        return {}
    return even


def _ends_as_others(ends: list[int], number: int) -> bool:
    """Whether a line near this one ends in the same cell, or in the one beside it, by where all of them do."""
    near = [*ends[max(0, number - REACH) : number], *ends[number + 1 : number + 1 + REACH]]
    return any(abs(end - ends[number]) <= ENDS_ALIKE for end in near)


def _is_running_text(words: Iterable[str]) -> bool:
    """Whether half of the *words* and more begin with a small letter."""
    small = [word[0].islower() for word in words]
    return sum(small) >= LEAST_SMALL * len(small)


def _share_aligned(gaps: dict[int, Gaps], numbers: list[int]) -> float:
    """The share of the wide *gaps* of lines, by number, that end where one of the line below does."""
    aligned = wide = 0
    for number, below in pairwise(numbers):
        if below == number + 1:
            ends = {end for start, end in gaps[below] if end - start > 1}
            own = [end for start, end in gaps[number] if end - start > 1]
            wide += len(own)
            aligned += sum(end in ends for end in own)
    return aligned / max(1, wide)
