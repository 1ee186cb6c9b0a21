"""The layout of a page of text: its rows, columns, and which words of a row belong to which column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from math import log

from paperclean.columns.cuts import EASY, Around, Cutter, Piece, Sequel
from paperclean.columns.edges import STRIDE
from paperclean.columns.head import head_of
from paperclean.columns.hung import with_hung_marks
from paperclean.columns.letters import in_print
from paperclean.columns.measure import Column, columns_of, full_length, runs
from paperclean.columns.order import Line
from paperclean.columns.page_pairs import PagePairs
from paperclean.columns.rhythm import Rhythm, rhythm_of
from paperclean.columns.rows import Row

__all__ = ["Layout", "around", "layout_of"]

ROUNDS = 2
SETTLED = 0.01  # of a full line's length; of 58 pages one comes out otherwise if no row is cut again for less
SWEEPS = 2  # over the rows, with the words above and below that the sweep before found
KNOWN = 1 << 14  # pairs of words whose association is asked for again, as rows are cut twice and in many ways
REACH = 20  # rows above and below whose lines tell how long a full line of a column is
TOUCHING = 0.1  # weight of the length of a touching line, itself a guess, beside one of a divided word
WITHIN = 0.13  # of a column's line length: other lines of the page that may be set to the same width
ENOUGH = 10  # of them tell
USUAL = 4.0  # weight of their median: as many divided words; a column's own few are easily led astray
# Of the cuts between columns, by those of lines that touch; where they are fewer, these are mostly wrong: of 63 on pages where
# fewer than .08 touch 44 are, of 5,700 on others one in seven.
OFTEN = 0.15
PARTS = 8  # blank cells inside a line that stand nowhere near part it in two
NEAR = 8  # cells between the edges of two lines, above and below each other, of one column
NEAR_ROWS = 3  # above and below a row, in which the lines next to its own are looked for
SAME = 6  # cells by which a column's edge may wander in that reach


@dataclass(frozen=True)
class Layout:
    """*columns* are measured once for every fourth row of *rows*; *pieces* are a row's words by column.

    The first rows, *head* of them, lie above the columns. *heard* is what stood around rows that were cut by their words.
    """

    rows: list[Row]
    columns: list[list[Column]]
    pieces: list[list[Piece]]
    head: int = 0
    heard: Mapping[int, Around] = field(default_factory=dict)

    def lines(self) -> list[list[Line]]:
        """The pieces of each row with their place on the page."""
        out: list[list[Line]] = []
        for number, (row, pieces) in enumerate(zip(self.rows, self.pieces, strict=True)):
            columns = self.columns[number // STRIDE]
            lines: list[Line] = []
            for piece in pieces:
                column = columns[piece.column]
                left, right = row.left[piece.first], row.right[piece.last - 1]
                if piece.column + 1 < len(columns):
                    reach = columns[piece.column + 1].edge
                else:
                    reach = max(right, column.edge + int(column.full))
                spans = piece.column + 1 < len(columns) and not piece.touches_right and right > reach + 4
                lines.append(
                    Line(
                        row=number,
                        first=piece.first,
                        last=piece.last,
                        edge=column.edge,
                        left=left if spans else min(left, column.edge),
                        right=right if spans else reach,
                        indent=0 if piece.touches_left else max(0, left - column.edge),
                        full=column.full,
                        length=right - left,
                        spans=spans,
                    )
                )
            out.append(lines)
        return out

    def parted(self) -> Layout:
        """The same with pieces parted at a wide gap that neither the lines above nor below have, as a table's would.

        Such a gap parts a number from a headline, or a place from a date; in the middle of a line set wide it stands
        among others.
        """
        gapped = [
            [piece for piece in found if max(row.gap[piece.first + 1 : piece.last], default=0) >= PARTS]
            for row, found in zip(self.rows, self.pieces, strict=True)
        ]
        pieces = list(self.pieces)
        for at, found in enumerate(gapped):
            near = [
                (self.rows[other].left[piece.first], self.rows[other].right[piece.last - 1])
                for other in (at - 1, at + 1)
                if 0 <= other < len(gapped)
                for piece in gapped[other]
            ]
            for piece in found:
                row = self.rows[at]
                gaps = [word for word in range(piece.first + 1, piece.last) if row.gap[word] > 2]
                left, right = row.left[piece.first], row.right[piece.last - 1]
                if len(gaps) == 1 and not any(a < right and left < b for a, b in near):
                    place = pieces[at].index(piece)
                    pieces[at] = [
                        *pieces[at][:place],
                        piece._replace(last=gaps[0], touches_right=False),
                        piece._replace(first=gaps[0], touches_left=False),
                        *pieces[at][place + 1 :],
                    ]
        return replace(self, pieces=pieces)


def layout_of(
    text: str, rows: list[Row], follows: Callable[[str, str], float] | None = None
) -> Layout | None:
    """Find the columns of *rows*; None where no line is of a length that others have too."""
    full = full_length(rows)
    if full is None:
        return None
    rows = in_print(text, rows)
    columns = columns_of(rows, full)
    rows = [with_hung_marks(text, row, columns[at // STRIDE]) for at, row in enumerate(rows)]
    cutters = [Cutter(row, columns[at // STRIDE]) for at, row in enumerate(rows)]
    cuts = [cutter.cut(columns[at // STRIDE]) for at, cutter in enumerate(cutters)]
    for _ in range(ROUNDS):
        before, columns = columns, _with_lengths(rows, columns, [pieces for _, pieces in cuts])
        for block, (old, new) in enumerate(zip(before, columns, strict=True)):
            if any(
                abs(one.full - other.full) > SETTLED * one.full for one, other in zip(old, new, strict=True)
            ):
                for at in range(block * STRIDE, min(len(rows), block * STRIDE + STRIDE)):
                    cuts[at] = cutters[at].cut(new)
    pieces = [found for _, found in cuts]
    head = head_of(rows, columns, pieces)
    for at in range(head):
        pieces[at] = cutters[at].at_gaps(columns[at // STRIDE]).pieces
    dearer = _dearer(rows, pieces)
    for cutter in cutters:
        cutter.gaps.touch = [cost + dearer for cost in cutter.gaps.touch]
    page = Layout(rows, columns, pieces, head)
    if follows is None:
        return page
    heard = _cut_by_words(text, page, cutters, [cost for cost, _ in cuts], _sequel(text, rows, follows))
    return replace(page, heard=heard)


def _dearer(rows: list[Row], pieces: list[list[Piece]]) -> float:
    """How much more it costs to cut lines that touch where few do on the page, as a logarithm of how few.

    Not in Chinese, where few do for a mark that hangs out, and are rightly cut.
    """
    cuts = [
        row.gap[after.first] < 2
        for row, found in zip(rows, pieces, strict=True)
        for _, after in pairwise(found)
        if row.blanks
    ]
    return max(0.0, log(OFTEN * (len(cuts) + 2) / (sum(cuts) + 1)))


def _sequel(text: str, rows: list[Row], follows: Callable[[str, str], float]) -> Sequel:
    """How words go on in each other, by *follows* and by the pairs of words that the page repeats."""
    page = PagePairs(text[row.start[first] : row.end[last - 1]] for row in rows for first, last in runs(row))
    return Sequel(
        lru_cache(maxsize=KNOWN)(lambda last, first: follows(last, first) + page.calls(last, first)),
        lru_cache(maxsize=KNOWN)(lambda last, first: follows(last, first) + page.calls(last, first, own=1)),
    )


def _cut_by_words(
    text: str, page: Layout, cutters: list[Cutter], costs: list[float], sequel: Sequel
) -> dict[int, Around]:
    """Cut the rows again that are not plain, now that the words around are known: those words by row."""
    rows, columns, pieces, head = page.rows, page.columns, page.pieces, page.head
    rhythm = rhythm_of(rows, columns, pieces)
    heard: dict[int, Around] = {}
    for _ in range(SWEEPS):
        for at, row in enumerate(rows[head:], head):
            cost = costs[at]
            if len(row.left) > 1 and (cost > EASY or any(piece.touches_left for piece in pieces[at])):
                now = around(text, page, at, sequel, rhythm)
                if now != heard.get(at):
                    heard[at] = now
                    pieces[at] = cutters[at].cut(columns[at // STRIDE], now, cost).pieces
    return heard


def around(text: str, page: Layout, at: int, sequel: Sequel, rhythm: Rhythm) -> Around:
    """What stands around the row *at*; *sequel* tells how well words go together, *rhythm* which lines are due."""
    rows = page.rows
    row = rows[at]
    words = [text[a:b] for a, b in zip(row.start, row.end, strict=True)]
    above: dict[int, str] = {}
    below: dict[int, str] = {}
    due: list[float] = []
    before, after = (
        range(at - 1, max(-1, at - 1 - NEAR_ROWS), -1),
        range(at + 1, min(len(rows), at + 1 + NEAR_ROWS)),
    )
    for number, column in enumerate(page.columns[at // STRIDE]):
        line_above, line_below = _first_line(page, before, column.edge), _first_line(page, after, column.edge)
        if line_above:
            other, piece = line_above
            above[number] = text[other.start[piece.last - 1] : other.end[piece.last - 1]]
        if line_below:
            other, piece = line_below
            below[number] = text[other.start[piece.first] : other.end[piece.first]]
        due.append(
            rhythm.due(row.line - line_above[0].line, line_below[0].line - row.line)
            if line_above and line_below
            else 0.0
        )
    return Around(words, above, below, sequel, due)


def _first_line(page: Layout, rows: Iterable[int], edge: int) -> tuple[Row, Piece] | None:
    """The first line, in *rows*, of a column whose edge is about *edge*, with its row."""
    for at in rows:
        columns = page.columns[at // STRIDE]
        for piece in page.pieces[at]:
            if -NEAR <= columns[piece.column].edge - edge <= NEAR:
                return page.rows[at], piece
    return None


def _with_lengths(
    rows: list[Row], columns: list[list[Column]], pieces: list[list[Piece]]
) -> list[list[Column]]:
    """The columns with the length of full lines told by lines that must be full: divided or touching."""
    seen: list[list[tuple[int, float, float]]] = []
    for at, (row, cut) in enumerate(zip(rows, pieces, strict=True)):
        here: list[tuple[int, float, float]] = []
        for piece in cut:
            length = row.finish[piece.last - 1] - row.begin[piece.first]
            if 10 < length < 160:
                edge = columns[at // STRIDE][piece.column].edge
                if row.hyphen[piece.last - 1]:
                    here.append((edge, length, 1.0))
                elif piece.touches_right and not piece.touches_left:
                    here.append((edge, length, TOUCHING))
        seen.append(here)
    page = sorted((length, weight) for here in seen for _, length, weight in here)
    usual: dict[float, float | None] = {}
    out: list[list[Column]] = []
    for block, found in enumerate(columns):
        middle = block * STRIDE
        near = [s for here in seen[max(0, middle - REACH) : middle + STRIDE + REACH] for s in here]
        for column in found:
            if column.full not in usual:
                usual[column.full] = _usual(page, column.full)
        out.append([_with_length(column, near, usual[column.full]) for column in found])
    return out


def _usual(page: list[tuple[float, float]], full: float) -> float | None:
    """The median of the page's line lengths near *full*, if there are enough of them."""
    first = bisect_left(page, ((1 - WITHIN) * full, 0.0))
    last = bisect_left(page, ((1 + WITHIN) * full, 0.0))
    return _median(page[first:last]) if last - first > ENOUGH else None


def _with_length(column: Column, near: list[tuple[int, float, float]], usual: float | None) -> Column:
    lengths: list[tuple[float, float]] = [
        (length, weight) for edge, length, weight in near if abs(edge - column.edge) <= SAME
    ]
    if len(lengths) < 3:
        return column
    if usual is not None:
        lengths.append((usual, USUAL))
    lengths.sort()
    return column._replace(full=float(_median(lengths)))


def _median(lengths: Sequence[tuple[float, float]]) -> float:
    """The median of sorted lengths with their weights."""
    half = sum(weight for _, weight in lengths) / 2
    for length, weight in lengths:
        half -= weight
        if half <= 0:
            return length
    return lengths[-1][0]
