"""Blanks that fill up lines go, whichever way they are spread, and those of tables, code and typists stay."""

from __future__ import annotations

import random
import textwrap

import pytest

import paperclean as pc
from strategies.latin import filled_up

STORIES = [
    (
        "The harbour board met on Monday to hear why the second dock, begun nine years ago and twice as dear as "
        "the first, still holds no water. Its engineer said that the clay had moved."
    ),
    (
        "The members asked how much had been spent, and were told to wait. The books would be laid before them "
        "when the clerk returns to his desk. Meanwhile the ships lie in the roads and pay for lighters. The "
        "merchants have written once more to the minister."
    ),
    (
        "A week later the schools were opened again and the market was held as usual. The price of bread had "
        "doubled. His daughter wrote to the paper that the story was not true, and asked to be left alone."
    ),
]


def paragraph(text: str, width: int, chance: random.Random) -> list[str]:
    *lines, last = textwrap.wrap(text, width)
    return [*(filled_up(line, width, chance) for line in lines), last]


@pytest.mark.parametrize("width", range(28, 72, 4))
def test_lines_filled_up_with_blanks_come_back_as_they_were_and_are_joined(width):
    chance = random.Random(width)
    page = "\n\n".join("\n".join(paragraph(text, width, chance)) for text in STORIES * 2)
    wrapped = "\n\n".join(textwrap.fill(text, width) for text in STORIES * 2)
    assert "  " in page
    assert pc.undo_justification(page) == wrapped
    assert pc.clean(page) == pc.clean(wrapped)


@pytest.mark.parametrize(
    "page",
    [
        "Oats    33s    7d    firm\nRye     27s    1d    dull\nBarley  21s    4d    firm\n" * 4,
        "Arsenal      Leeds      Chelsea      Everton\nFulham       Derby      Burnley      Preston\n" * 4,
        "\n".join(textwrap.wrap(" ".join(STORIES).replace(". ", ".  ") * 2, 44)),
        "x  =  one\ny  =  two\nif  x  and  y:\n    return  x\n" * 5,
        "\n".join([*paragraph(STORIES[0], 40, random.Random(1))[:3], *textwrap.wrap(STORIES[1] * 3, 40)]),
    ],
    ids=["prices", "names", "two blanks behind sentences", "source code", "three lines of many"],
)
def test_other_blanks_stay(page):
    assert pc.undo_justification(page) == page


@pytest.mark.parametrize("width", [32, 46, 60])
def test_a_page_whose_blanks_are_doubled_comes_out_as_if_they_were_not(width):
    stories = [*STORIES, "The ship was re­" + STORIES[1][4:]]
    wrapped = "\n\n\n".join(textwrap.fill(text, width) for text in ["PORT AND TOWN.", *stories, *STORIES])
    doubled = "\n".join(line.replace(" ", "  ") + " " * bool(line) for line in wrapped.split("\n"))
    assert pc.clean(doubled) == pc.clean(wrapped)
    for style in (pc.Style(furniture="drop"), pc.Style()):
        assert pc.clean(f"{doubled}\n\nContinued  on  page  4 ", style=style) == pc.clean(
            f"{wrapped}\n\nContinued on page 4", style=style
        )
    assert [a.text for a in pc.articles(doubled)] == [a.text for a in pc.articles(wrapped)]
