"""`--columns`: a plot of where columns were found, for people."""

from __future__ import annotations

import regex

from paperclean.columns.rows import WIDE, WIDE_IN_HAN
from paperclean.columns.side_by_side import PrintedColumn, find_columns
from paperclean.columns.tabs import Stops, stops_of

__all__ = ["draw_columns"]


def draw_columns(text: str) -> str:
    """*text* with a line down the left of every column, and its number, in reading order, above it.

    >>> page = '''The figures confounded hopes   Imagine a system that also
    ... of a small expansion in the    presents a virtual body of a
    ... fourth quarter in Europe's     person on a screen who can
    ... biggest economy, and said      react to what you do, and
    ... growth for the whole of the    perhaps even alert you to
    ... year was down.                 new messages.
    ... '''
    >>> print(draw_columns(page))
    2 columns
    ┌ 1 ────────────────────────  ┌ 2 ─────────────────────────
    The figures confounded hopes  │Imagine a system that also
    of a small expansion in the   │presents a virtual body of a
    fourth quarter in Europe's    │person on a screen who can
    biggest economy, and said     │react to what you do, and
    growth for the whole of the   │perhaps even alert you to
    year was down.                │new messages.
    """
    text = text.replace("\r\n", "\n").rstrip("\n")
    columns = find_columns(text)
    if not columns:
        return "no columns side by side"
    wide = WIDE_IN_HAN if WIDE.search(text) else WIDE
    stops = stops_of(text, lambda field: len(field) + len(wide.findall(field)))
    out = [f"{len(columns)} columns"]
    for number, line in enumerate(text.split("\n")):
        begun = [(column, place) for place, column in enumerate(columns, 1) if column.top == number]
        if begun:
            out.append(_rule(begun))
        cells = list(line) if columns[0].by_character else _cells(line, wide, stops)
        for column in columns:
            edge = column.left - 1
            if edge >= 0 and column.top <= number < column.foot:
                cells += [" "] * (edge + 1 - len(cells))
                if cells[edge] == " ":
                    cells[edge] = "│"
        out.append("".join(cells).rstrip())
    return "\n".join(out)


def _rule(columns: list[tuple[PrintedColumn, int]]) -> str:
    cells: list[str] = []
    for column, number in sorted(columns, key=lambda begun: begun[0].left):
        left = max(0, column.left - 1)
        cells += [" "] * (left - len(cells))
        name = f"┌ {number} "
        cells[left:] = [*name, *"─" * (column.right - left - len(name))]
    return "".join(cells)


def _cells(line: str, wide: regex.Pattern[str], stops: Stops) -> list[str]:
    """A list item a cell; a wide character is followed by an empty one."""
    cells: list[str] = []
    tabs = 0
    for character in line:
        if character == "\t":
            cells += [" "] * (stops.after(tabs, len(cells)) - len(cells))
            tabs += 1
        else:
            cells += [character, ""] if wide.match(character) else [character]
    return cells
