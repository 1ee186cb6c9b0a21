r"""Where the tabs of a page lead: to every eighth cell, or to the next column, where each two columns are parted by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import accumulate

__all__ = ["Stops", "stops_of"]

TAB = 8
REACHED = 0.95  # of a column's lines end before the stop behind them; the others touch it
GUTTER = 3  # cells
FILLED_UP = 0.2  # of the tabs have blanks behind them, where both together fill lines up


class Stops(tuple[int, ...]):
    """The cells that the first tab of a line leads to, the second and so on; without any, each leads to the next eighth cell."""

    __slots__ = ()

    def after(self, number: int, at: int, *, tab: int = TAB) -> int:
        """Where the tab so many tabs into its line leads from cell *at*.

        >>> Stops().after(0, 9), Stops((30, 60)).after(1, 41), Stops((30, 60)).after(0, 41)
        (16, 60, 43)
        """
        if number < len(self):
            return max(self[number], at + 2)
        return at + tab - at % tab


def stops_of(text: str, width: Callable[[str], int]) -> Stops:
    r"""The stops of *text*; *width* tells the cells of what stands between two tabs.

    Tabs that stand for blanks, as many as it takes, and with blanks for the rest, lead to the same cells on line after line. One put
    between every two columns does not, where lines differ in length; there it is the number of tabs that agrees.

    >>> stops_of("the first\tcolumn\ngoes\ton\nthen ends here\tas well", len)
    (17,)
    >>> stops_of("the first\tcolumn\ngoes\t\ton\nthen ends here\tas well", len)
    ()
    """
    if "\t" not in text:
        return Stops()
    cells: Counter[int] = Counter()
    numbers: Counter[int] = Counter()
    filled_up = 0
    lengths: dict[int, list[int]] = defaultdict(list)
    for line in text.split("\n"):
        at = 0
        fields = line.rstrip().split("\t")
        for number, field in enumerate(fields):
            if number and field.strip():
                cells[at] += 1
                numbers[number] += 1
            filled_up += (number > 0 and field.startswith(" ")) or "  " in field.strip()
            at += width(field)
            at += TAB - at % TAB
            if number + 1 < len(fields):
                lengths[number].append(width(field))
    if _repeated(numbers) <= _repeated(cells) or filled_up > FILLED_UP * numbers.total():
        return Stops()
    columns = (sorted(filter(None, found)) or [0] for _, found in sorted(lengths.items()))
    return Stops(accumulate(found[int(REACHED * len(found))] + GUTTER for found in columns))


def _repeated(counts: Counter[int]) -> int:
    """How many pairs are the same."""
    return sum(count * (count - 1) for count in counts.values())
