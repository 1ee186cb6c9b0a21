"""Tables among columns of running text: their rows stay whole, and no line above or below is cut where their cells start."""

from __future__ import annotations

import random
import textwrap
import time

import pytest

import paperclean as pc
from paperclean.columns.rows import rows_of
from paperclean.columns.tables import with_whole_tables
from test_side_by_side import MORE, STORY, THEATRE, VINEYARD, set_page

TEAMS = [
    "Rovers",
    "United",
    "Athletic",
    "City of Leeds",
    "Wanderers",
    "Albion",
    "Real",
    "Old Boys",
    "Rangers",
]
TOWNS = ["London", "Vienna", "St. Gallen", "Paris", "Ghent", "Basle", "Lisbon", "Cork", "Delft"]
TABLES = {
    "figures": [
        f"{team:24}{7 * n:<18}{3.5 * n:<18}{n / 8:<12.2f}{n}".rstrip() for n, team in enumerate(TEAMS)
    ],
    "words": [
        f"{team:36}{town:34}{n}. March" for n, (team, town) in enumerate(zip(TEAMS, TOWNS, strict=True))
    ],
}


def columns_over_columns(middle: list[str]) -> tuple[str, list[str]]:
    """A page of two columns, *middle* across it and two columns again; its lines in order."""
    stories = [textwrap.wrap(text, 40)[:11] for text in (STORY, MORE, VINEYARD, THEATRE)]
    page = "\n\n".join(
        (
            set_page(stories[:2], 40, 4, wide=False),
            "\n".join(middle),
            set_page(stories[2:], 40, 4, wide=False),
        )
    )
    return page, [*stories[0], *stories[1], *middle, *stories[2], *stories[3]]


def printed(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_across_two_columns_stays_whole_and_cuts_no_line(name):
    page, lines = columns_over_columns(TABLES[name])
    assert printed(pc.split_columns(page)) == lines


def test_a_table_inside_a_column_stays_whole():
    prices = [f"{team:20}{7 * n:<12}{3.5 * n}" for n, team in enumerate(TEAMS)]
    columns = [
        [*textwrap.wrap(STORY, 40), *prices, *textwrap.wrap(MORE, 40)],
        textwrap.wrap(THEATRE * 2 + VINEYARD, 40)[:35],
    ]
    for page in (columns, columns[::-1]):
        out = printed(pc.split_columns(set_page(page, 40, 4, wide=False)))
        assert out == [line for column in page for line in column]


def test_figures_without_words_before_them_take_in_no_line_of_the_column_beside():
    years = [f"{1900 + n}     {7 * n:<8}{3.5 * n}" for n in range(9)]
    columns = [
        textwrap.wrap(STORY + MORE, 40)[:25],
        [*textwrap.wrap(VINEYARD, 40), *years, *textwrap.wrap(THEATRE, 40)],
    ]
    out = printed(pc.split_columns(set_page(columns, 40, 4, wide=False)))
    assert out == [line for column in columns for line in column]


def test_names_in_three_columns_are_no_table_where_columns_start_as_they_do():
    names = [" ".join(pair) for pair in zip(TEAMS, TOWNS, strict=True)]
    chance = random.Random(4)
    texts = [(STORY, VINEYARD), (MORE, THEATRE), (THEATRE, MORE)]
    columns = [
        [*textwrap.wrap(text, 40)[:7], *chance.sample(names, 6), *textwrap.wrap(other, 40)[:7]]
        for text, other in texts
    ]
    out = printed(pc.split_columns(set_page(columns, 40, 4, wide=False)))
    assert out == [line for column in columns for line in column]


def test_tables_beside_each_other_are_two():
    text = "\n".join(f"Wheat   {n}.5   {n}.7     Barley   {n}.1   {n}.2" for n in range(1, 5))
    for number, row in enumerate(with_whole_tables(text, rows_of(text), 40), 1):
        found = [text[a:b] for a, b in zip(row.start, row.end, strict=True)]
        assert found == [f"Wheat   {number}.5   {number}.7", f"Barley   {number}.1   {number}.2"]


def prices_beside(other: list[str]) -> str:
    return "\n".join(
        f"{team:20}{7 * n + 10.5}   {line}" for n, (team, line) in enumerate(zip(TEAMS, other, strict=False))
    )


def test_a_price_belongs_to_what_stands_before_it():
    text = prices_beside(textwrap.wrap(STORY, 40))
    row = with_whole_tables(text, rows_of(text), 40)[3]
    assert text[row.start[0] : row.end[0]].split() == ["City", "of", "Leeds", "31.5"]


def test_a_time_belongs_to_what_stands_behind_it():
    text = prices_beside(TOWNS)
    rows = rows_of(text)
    assert with_whole_tables(text, rows, 40) == rows


def test_a_price_is_joined_with_no_line_of_running_text():
    """Of the column before it, where the words that belong to the price were not read."""
    lines = [f"{team:20}" for team in TEAMS]
    lines[4] = textwrap.wrap(STORY, 40)[0]
    text = "\n".join(f"{line:45}{7 * n + 10.5}" for n, line in enumerate(lines))
    found = with_whole_tables(text, rows_of(text), 40)
    assert [len(row.left) == 1 for row in found] == [n != 4 for n in range(len(lines))]


def test_a_row_or_two_of_figures_is_no_table():
    text = "Wheat   1.5   1.7\nBarley  1.1   1.2"
    rows = rows_of(text)
    assert with_whole_tables(text, rows, 40) == rows


@pytest.mark.parametrize("row", ["ab   1   " * 200, "Oats{gap}7.12", "a{gap}b{gap}c{gap}d"])
def test_long_pages_of_figures_take_linear_time(row):
    """A fourth of the rows takes a fourth of the time, give or take three times."""
    times = []
    for count in (100, 400):
        chance = random.Random(count)
        text = "\n".join(row.format(gap=" " * chance.randint(3, 40)) for _ in range(count))
        rows = rows_of(text)
        begin = time.process_time()
        with_whole_tables(text, rows, 40)
        times.append(time.process_time() - begin)
    assert times[1] < 12 * times[0] + 0.05
