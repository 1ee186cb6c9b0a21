"""Whether a page has columns of running text side by side; a table, a list or source code has not.

Running text fills its lines and goes on from one line to the next, in the middle of a sentence or a word.
Cells of a table are filled at random and begin anew.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable

from paperclean.columns.cuts import Piece
from paperclean.columns.han_links import CLAUSE_END, LEAST_MARKED
from paperclean.columns.layout import Layout
from paperclean.columns.order import Block, Line
from paperclean.columns.rows import WIDE, Row, is_wide
from paperclean.columns.tabs import stops_of
from paperclean.scripts import FIRST_HAN
from paperclean.statistics.han import han_association
from paperclean.statistics.words import HYPHENS

__all__ = ["coherence", "has_inner_gaps", "linked", "linked_words", "reads_down", "share_of_running_columns"]

# Runs of blanks between what is printed: of three, of two with a tab or an ideographic space, a tab. Their first character is
# looked for before what stands around it, which is ten times as fast.
INNER_GAP = re.compile(
    r"[ \t\u3000](?<=\S[ \t\u3000])(?:[ \t\u3000]{2,}|[\t\u3000]|(?<=[\t\u3000])[ \t\u3000]|(?<=\t))(?=\S)"
)
# In Chinese a gutter may be one ideographic space, or two others.
INNER_GAP_IN_HAN = re.compile(r"[ \t\u3000](?<=\S[ \t\u3000])(?:[ \t\u3000]+|(?<=[\t\u3000]))(?=\S)")
BLANKS = ("  ", "\t", "\u3000")  # of which each such gap holds one
SOME_ROWS = 0.1  # of the rows have an inner gap where columns lie side by side
FEWEST_ROWS = 4
FEWEST_LINES = 3  # that run on; an advertisement has not many more
NARROWEST = 16  # cells; narrower columns are a table's
FILLED = 0.8  # of the length of the longer lines makes a line full
LONG = 0.5  # of the length of the longer lines makes one that shows running text beside it
STRETCH = 16  # lines
# Standard errors, asked of each line, up to so many in all; lines of columns tell .4 to .8.
EACH_TELLS, MOST_TELLS = 0.2, 1.5
# The same where one tab parts two columns, as it does the cells of most tables.
EACH_TELLS_TABBED, MOST_TELLS_TABBED = 0.3, 3.0
# Standard errors in all, asked of Chinese without marks. Of 64 pages of columns with the marks taken out all but two show more; of
# 780 made-up tables, lists and poems three show it, of 78 that were split before.
UNMARKED_TELLS = 2.0
TYPED_ENDS = frozenset('.?!:"')


def has_inner_gaps(text: str) -> bool:
    """Whether enough lines have blanks inside them to look closer. The one test that clean text pays for."""
    # The second pattern finds all that the first one finds.
    if not any(blanks in text for blanks in BLANKS) or INNER_GAP_IN_HAN.search(text) is None:
        return False
    pattern = INNER_GAP_IN_HAN if is_wide(text) else INNER_GAP
    gaps = len(pattern.findall(text))
    rows = text.count("\n") + 1
    if gaps < FEWEST_ROWS or (gaps < SOME_ROWS * rows and gaps < SOME_ROWS * _printed(text)):
        return False
    with_gap = sum(pattern.search(line) is not None for line in text.split("\n"))
    return with_gap >= max(FEWEST_ROWS, SOME_ROWS * _printed(text))


def _printed(text: str) -> int:
    return sum(not line.isspace() for line in text.split("\n") if line)


def coherence(rows: list[Row], least: int = 3, reach: int = 5, *, after: int = 1) -> float:  # noqa: C901, PLR0912  # one sweep, kept whole for speed
    """How much oftener a start after a gap has another near it above or below than by chance, -1 to 1; of words *after* the first, or of all (0)."""
    starts = [
        [x for x, gap in zip(row.left[after:], row.gap[after:], strict=True) if gap >= least] for row in rows
    ]
    total = sum(map(len, starts))
    if not total:
        return 0.0
    found = 0.0
    counts: dict[int, int] = {}
    for at in range(-reach, len(rows)):
        if at + reach < len(rows):
            for x in starts[at + reach]:
                for y in (x - 1, x, x + 1):
                    counts[y] = counts.get(y, 0) + 1
        if at - reach - 1 >= 0:
            for x in starts[at - reach - 1]:
                for y in (x - 1, x, x + 1):
                    counts[y] -= 1
        if at >= 0:
            own: dict[int, int] = {}
            for x in starts[at]:
                for y in (x - 1, x, x + 1):
                    own[y] = own.get(y, 0) + 1
            for x in starts[at]:
                found += counts.get(x, 0) > own[x]
                for off in (-9, -6, 6, 9):
                    found -= 0.25 * (counts.get(x + off, 0) > own.get(x + off, 0))
    return found / total


def share_of_running_columns(text: str, layout: Layout, blocks: list[Block]) -> tuple[float, int]:
    """The share, and the number, of the rows parted by a gap, or after a divided word, of which two parts run on."""
    running: set[tuple[int, int]] = set()
    for block in blocks:
        for lines in (block.lines, *_stretches(block.lines)):
            running.update((line.row, line.first) for line in _running(text, layout.rows, lines))
    several = apart = 0
    for number, (row, pieces) in enumerate(zip(layout.rows, layout.pieces, strict=True)):
        parted = [
            row.hyphen[piece.last - 1] or row.gap[after.first] >= _least_gap(text, row, piece)
            for piece, after in itertools.pairwise(pieces)
        ]
        several += any(parted)
        both = [at for at, piece in enumerate(pieces) if (number, piece.first) in running]
        apart += any(any(parted[one:other]) for one, other in itertools.pairwise(both))
    return apart / max(1, several), apart


def _least_gap(text: str, row: Row, piece: Piece) -> int:
    """Of how many blanks a gap behind *piece* is: two may stand behind a sentence as typists write it."""
    return 3 if text[row.end[piece.last - 1] - 1] in TYPED_ENDS else 2


def reads_down(text: str, rows: list[Row], blocks: list[Block], pmi: Callable[[str, str], float]) -> bool:
    """Whether lines go on better in the line below, in their column, than in what follows on the page, row by row.

    Beside a line of one of two columns, and in the row below where it is the last, stands what it meets by chance; where
    wide gaps pad lines of a single column, the sentence goes on there. In a table words meet by chance either way. Where no
    line has another below and one that follows it there is nothing to tell. Chinese without commas and stops may be cells or
    headlines: there the characters must tell it for certain. Where one tab parts two columns it is mostly a table, and more is asked.
    """
    unmarked = is_wide(text) and not _is_marked(text, rows, blocks)
    below = {
        (line.row, line.first): after for block in blocks for line, after in itertools.pairwise(block.lines)
    }
    lines = sorted(
        (line for block in blocks for line in block.lines), key=lambda line: (line.row, line.first)
    )
    gains = []
    for line, other in itertools.pairwise(lines):
        following = below.get((line.row, line.first))
        # Between lines that touch there may be no gutter.
        touching = other if other.row == line.row else line
        if (
            following is None
            or following is other
            or (touching.first and rows[touching.row].gap[touching.first] < 2)
        ):
            continue
        if not unmarked or all(
            text[at] >= FIRST_HAN
            for at in (
                rows[line.row].end[line.last - 1] - 1,
                rows[other.row].start[other.first],
                rows[following.row].start[following.first],
            )
        ):
            gains.append(linked(text, rows, line, following, pmi) - linked(text, rows, line, other, pmi))
    spread = math.sqrt(sum(gain * gain for gain in gains))
    if unmarked:
        return sum(gains) > UNMARKED_TELLS * spread
    each, most = (EACH_TELLS_TABBED, MOST_TELLS_TABBED) if stops_of(text, len) else (EACH_TELLS, MOST_TELLS)
    return not spread or sum(gains) > min(most, each * math.sqrt(len(gains))) * spread


def _is_marked(text: str, rows: list[Row], blocks: list[Block]) -> bool:
    """Whether a fair share of the longer lines hold a comma, a stop or a semicolon."""
    lines = [
        CLAUSE_END.search(text, rows[line.row].start[line.first], rows[line.row].end[line.last - 1])
        for block in blocks
        for line in block.lines
        if line.length >= NARROWEST
    ]
    return sum(found is not None for found in lines) >= LEAST_MARKED * len(lines)


def linked(text: str, rows: list[Row], line: Line, after: Line, pmi: Callable[[str, str], float]) -> float:
    """How well *line* goes on in *after*."""
    row, row_after = rows[line.row], rows[after.row]
    return linked_words(
        text[row.start[line.last - 1] : row.end[line.last - 1]],
        text[row_after.start[after.first] : row_after.end[after.first]],
        pmi,
    )


def linked_words(last: str, first: str, pmi: Callable[[str, str], float]) -> float:
    """How well a line that ends with the word *last* goes on in one that begins with *first*; of Chinese the characters there."""
    if last[-1] >= FIRST_HAN or first[0] >= FIRST_HAN:
        return han_association().pmi(last[-1], first[0])
    return pmi(last, first)


def _stretches(lines: list[Line]) -> list[list[Line]]:
    """The lines in stretches of about STRETCH, so that a list in the midst of a column says nothing of the rest."""
    parts = round(len(lines) / STRETCH)
    if parts < 2:
        return []
    bounds = [round(part * len(lines) / parts) for part in range(parts + 1)]
    return [lines[a:b] for a, b in itertools.pairwise(bounds)]


def _running(text: str, rows: list[Row], lines: list[Line]) -> list[Line]:
    """Those of *lines* that are long, if they are running text: above it or below it cells of a table may stand, which are short."""
    if len(lines) < FEWEST_LINES:
        return []
    lengths = sorted(line.length for line in lines)
    usual = lengths[int(0.85 * (len(lengths) - 1))]
    if usual < NARROWEST:
        return []
    full = goes_on = 0.0
    for line, after in itertools.pairwise(lines):
        full += line.length >= FILLED * usual
        last = text[rows[line.row].end[line.last - 1] - 1]
        first = text[rows[after.row].start[after.first]]
        if WIDE.match(last) or WIDE.match(first):
            # Every Han character looks like mid-sentence, but not beside a figure.
            goes_on += 0.0 if last in "。！？" or last.isdigit() or first.isdigit() else 0.4
        else:
            goes_on += first.islower() and (last.islower() or last == "," or last in HYPHENS)
    pairs = len(lines) - 1
    if full + goes_on >= 0.9 * pairs and goes_on > 0.25 * pairs and full > 0.4 * pairs:
        return [line for line in lines if line.length >= LONG * usual]
    return []
