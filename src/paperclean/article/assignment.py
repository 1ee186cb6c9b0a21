"""Which headline belongs to which article, decided for the whole page at once."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["assign"]


def assign(gains: Sequence[Sequence[float]]) -> list[int]:  # noqa: C901, PLR0912  # one search, kept whole for speed
    """For each row the column it goes to, each column used once, so that the sum of the gains is greatest.

    There must be at least as many columns as rows. The shortest augmenting path method (Jonker and
    Volgenant 1987, here in its dense form): rows² × columns steps.

    >>> assign([[5, 4], [5, 1]])
    [1, 0]
    """
    rows = len(gains)
    columns = len(gains[0]) if rows else 0
    if columns < rows:
        raise ValueError(f"{rows} rows need as many columns, not {columns}")
    infinite = float("inf")
    row_price = [0.0] * (rows + 1)
    column_price = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # rows and columns count from 1; 0 is nobody
    for row in range(1, rows + 1):
        owner[0] = row
        at = 0
        nearest = [infinite] * (columns + 1)
        came_from = [0] * (columns + 1)
        done = [False] * (columns + 1)
        while True:
            done[at] = True
            here = owner[at]
            gain, price = gains[here - 1], row_price[here]
            step, following = infinite, 0
            for column in range(1, columns + 1):
                if done[column]:
                    continue
                cost = -gain[column - 1] - price - column_price[column]
                if cost < nearest[column]:
                    nearest[column] = cost
                    came_from[column] = at
                if nearest[column] < step:
                    step, following = nearest[column], column
            for column in range(columns + 1):
                if done[column]:
                    row_price[owner[column]] += step
                    column_price[column] -= step
                else:
                    nearest[column] -= step
            at = following
            if not owner[at]:
                break
        while at:
            before = came_from[at]
            owner[at] = owner[before]
            at = before
    goes_to = [-1] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            goes_to[owner[column] - 1] = column - 1
    return goes_to
