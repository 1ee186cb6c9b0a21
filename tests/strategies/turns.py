"""Columns that take turns, made of made-up pages: the damage that `deinterleave_columns` undoes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest

from hypothesis import strategies as st

from strategies.pages import made_page


def take_turns(columns: Sequence[Sequence[str]]) -> list[str]:
    """One line of each column after the other, as an extraction by height writes them."""
    return [line for row in zip_longest(*columns) for line in row if line is not None]


@st.composite
def columns(draw, *, fewest=2, most=4):
    """Columns of a made-up Chinese page of one width, 14 to 34 lines each."""
    number = draw(st.integers(fewest, most))
    seed = draw(st.integers(0, 10_000))
    found = []
    for i in range(number):
        page = made_page(seed + i)
        lines = [line for block in page.blocks if block.kind == "paragraph" for line in block.lines]
        found.append(lines[: draw(st.integers(14, 34))])
    return found


def share_of_successors(want: Sequence[Sequence[str]], have: Sequence[str]) -> float:
    """How many lines are followed by the line that follows them in their column."""
    pairs = {pair for column in want for pair in pairwise(column)}
    return sum(pair in pairs for pair in set(pairwise(have))) / len(pairs)
