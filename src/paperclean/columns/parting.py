"""Lines of columns that take turns, parted into columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from operator import ne

from paperclean.columns.by_height import BIRTH, TRUST, lattice_by_height
from paperclean.columns.chains import Line, Sheet, upright
from paperclean.columns.in_turn import chains_in_turn, share_out_of_turn
from paperclean.columns.lattice import DEAREST, partition, shortfalls
from paperclean.columns.links import Links
from paperclean.columns.seams import better_of_both

__all__ = ["are_full", "by_height", "columns_of", "core", "gain_a_line", "parted"]

BESIDE = -6.0  # nats for a line that goes on in one beside it
# Columns keep their turns if few lines are out of turn in a first look at the foot, and the views from foot and top differ
# in few. Of 96 pages set on a level all pass, of 47 pages as printed nine.
SAMPLE, SAMPLE_BEAM = 300, 4  # lines looked at first, and with how many partitions
OUT_OF_TURN, DIFFER = 0.012, 0.12
BEAM_TOLD = 6  # partitions kept by the third search, which both have told: with 12 a 250th fewer wrong lines
SEEN = 1.0  # nats for a link that both searches would take; without it many columns begin where they differ
STRICTEST, LOOSER, LOOSEST = 1.5, 8.0, 0.8  # the strictness of the rhythm, by the share of lines out of turn
# Of the lines that end no sentence so many are so nearly as wide as their column's wider ones: of 122 pages of columns .66 and more, of
# records of a name, a sentence and a place, whose lines of one kind fit each other, mostly less.
MOSTLY_FULL, FULL, WIDER = 0.62, 0.75, 0.85
STRETCH = 24  # lines of a column that are looked at together: those further up and down may be set wider


def parted(page: Links, start: int, end: int, rows: Sequence[int] = ()) -> list[int]:
    """For each line the line before it in the best partition of the lines into columns, or -1.

    *rows*, if given, are the rows that the lines are pieces of: two of one row stand beside each other.
    Columns on a level are searched from the foot and from the top, and the two results joined; others by their heights.
    """
    known: dict[tuple[int, int], float] = {}

    def link(first: int, second: int) -> float:
        value = known.get(pair := (first, second))
        if value is None:
            value = page.link(start + first, start + second)
            if rows and rows[start + first] == rows[start + second]:
                value += BESIDE
            known[pair] = value
        return value

    sheet = Sheet(
        page.remembered(start, end), link, page.column_begins(start, end), page.column_ends(start, end)
    )
    upside_down = sheet.upside_down()
    out_of_turn = share_out_of_turn(chains_in_turn(upside_down.head(SAMPLE), SAMPLE_BEAM))
    if out_of_turn < OUT_OF_TURN:
        from_foot = upright(chains_in_turn(upside_down))
        from_top = chains_in_turn(sheet)
        best = better_of_both(from_foot, from_top, sheet)
        if sum(map(ne, from_foot, from_top)) < DIFFER * len(best):
            return best
    return by_height(sheet, upside_down, strictness=max(LOOSEST, STRICTEST - LOOSER * out_of_turn))


def by_height(sheet: Sheet, upside_down: Sheet, *, strictness: float) -> list[int]:
    """The partition of *sheet* by heights, searched from the top, from the foot, and then by what both have seen."""
    from_top = shortfalls(lattice_by_height(sheet, strictness=strictness))
    from_foot = shortfalls(lattice_by_height(upside_down, strictness=strictness))
    link, last = sheet.link, len(sheet.lines) - 1

    def seen(first: int, second: int) -> float:
        cost = from_top[second].get(first, DEAREST) + from_foot[last - first].get(last - second, DEAREST)
        return link(first, second) + (SEEN - cost) / TRUST

    return partition(lattice_by_height(sheet._replace(link=seen), strictness=strictness, beam=BEAM_TOLD))


def columns_of(before: Sequence[int]) -> list[list[int]]:
    """The chains as lists of lines, in order of their first lines."""
    columns: list[list[int]] = []
    place: dict[int, int] = {}
    for line, last in enumerate(before):
        if last < 0:
            place[line] = len(columns)
            columns.append([line])
        else:
            place[line] = place.pop(last)
            columns[place[line]].append(line)
    return columns


def gain_a_line(page: Links, start: int, before: Sequence[int]) -> float:
    """How much better each line goes on after the one *before* it than after its neighbour, births of columns paid."""
    gain = BIRTH * (sum(last < 0 for last in before) - 1)
    for line, last in enumerate(before):
        if last >= 0:
            gain += page.link(start + last, start + line)
        if line:
            gain -= page.link(start + line - 1, start + line)
    return gain / len(before)


def are_full(columns: Sequence[Sequence[int]], lines: Sequence[Line]) -> bool:
    """Whether the *lines* of the *columns* are broken for want of room, as those of lists are not."""
    inside = full = 0
    for stretch in chain.from_iterable(map(_stretches, columns)):
        widths = sorted(lines[at].width for at in stretch)
        least = FULL * widths[int(WIDER * (len(widths) - 1))]
        going_on = [lines[at].width >= least for at in stretch if not lines[at].ends]
        inside += len(going_on)
        full += sum(going_on)
    return full >= MOSTLY_FULL * inside


def _stretches(column: Sequence[int]) -> Iterator[Sequence[int]]:
    """The *column* in stretches of about STRETCH lines."""
    parts = max(1, round(len(column) / STRETCH))
    for part in range(parts):
        yield column[part * len(column) // parts : (part + 1) * len(column) // parts]


def core(before: Sequence[int], *, open_start: bool, open_end: bool) -> tuple[int, int]:
    """Where more than one column is being printed, less the text of a single one around it that goes on outside."""
    crossing = [0] * (len(before) + 1)  # links across the place above a line, opened less closed
    for line, last in enumerate(before):
        if last >= 0:
            crossing[last + 1] += 1
            crossing[line + 1] -= 1
    several = [line for line, links in enumerate(accumulate(crossing)) if links > 1]
    if not several:
        return 0, 0
    return (several[0] - 1 if open_start else 0), (several[-1] + 1 if open_end else len(before))
