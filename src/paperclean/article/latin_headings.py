"""Headings of Latin print that only their neighbours tell: as wide as their column, or with a full stop, as up to about 1930."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paperclean.article.latin_heads import letter_case
from paperclean.article.measures import Measured
from paperclean.article.neighbours import FILLS, Columns, neighbour
from paperclean.article.signs import dateline
from paperclean.lines.latin import LEADING_ON
from paperclean.scripts import IS_HAN

__all__ = [
    "HEADLINE_LINES",
    "LONGEST_DISPLAY",
    "is_row_of_figures",
    "is_set_in_capitals",
    "is_stopped_heading",
    "name_latin_headings",
]

# Words of sentences: verbs and pronouns of four languages, old spellings among them.
SENTENCE_WORDS = (
    "is are was were has had have been be will would he she it they we i you not who "
    "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann er sie es wir ich nicht sich daß dass "
    "iſt ſind ſie ſich daſs est sont était étoit a ont il ils elle on nous vous je ne pas se que "
    "zijn heeft hebben wordt werd hij zij ze men niet zich dat"
)
OF_SENTENCES = frozenset(SENTENCE_WORDS.split())
TWO_SENTENCES = re.compile(r"[^\W\d_]{4}\. ")
FIGURE = re.compile(r"(?<![\w.,:/–-])\.?\d[\d.,:/–-]*")
MOST_FIGURES = 3  # 3 dead, 4 hurt in 5-car crash; a row of a table has more
RESULT = re.compile(r"\d, .*\b\d{1,2}\.$")  # Harbour Lights 3, Ropewalk 1.
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 60  # characters
NAMES_A_THING = 4  # letters of a word that begins with a capital
HEADLINE_LINES = 6  # of a headline, or a deck, that is broken in the column
LONGEST_DISPLAY = 48.0  # em
LINES_BELOW = 3  # at least, of a paragraph that has a heading
LONG_BELOW = 40.0  # em; or of one that is given on a line
CAPITALIZED_WORDS = 3  # at least, of a deck in which each long word has a capital
OF_LISTS = re.compile(r"[;:]|\. |,.*,")  # of names, which have capitals too
GOES_ON = frozenset(",-–—:;")
FEW_WORDS = 3  # which may end without one: `Nouvelles de l'étranger.`


def is_stopped_heading(text: str) -> bool:
    """Whether *text*, a line by itself, names a thing and tells nothing of it.

    >>> is_stopped_heading("Schweizerische Eidgenossenschaft."), is_stopped_heading("Sie sah ihm in die Augen.")
    (True, False)
    >>> is_stopped_heading("Harbour Lights 3, Ropewalk 1.")
    False
    """
    if len(text) > LONGEST or text[-1] != "." or not text[0].isupper() or ":" in text or ";" in text:
        return False
    if TWO_SENTENCES.search(text) or RESULT.search(text):
        return False
    words = WORD.findall(text)
    if not any(len(word) >= NAMES_A_THING and word[0].isupper() for word in words):
        return False
    if not OF_SENTENCES.isdisjoint(map(str.lower, words)):
        return False
    return words[-1][0].isupper() or len(words) <= FEW_WORDS


def is_row_of_figures(text: str) -> bool:
    """Whether *text* has more figures than a headline: `Ashby 8 2 .800 Norby 4 6 .400`."""
    return len(FIGURE.findall(text)) > MOST_FIGURES


def is_set_in_capitals(text: str) -> bool:
    """Whether *text* is set in capitals, or with a capital to each long word, as no sentence of a text is.

    >>> is_set_in_capitals("GERMANY SIGNS PEACE."), is_set_in_capitals("Allies Accept Terms, Says President."), is_set_in_capitals("It was May.")
    (True, True, False)
    """
    case = letter_case(text)
    long_words = sum(len(word) >= NAMES_A_THING for word in WORD.findall(text))
    if case == "title":
        return long_words > CAPITALIZED_WORDS and not OF_LISTS.search(text)
    return case == "capitals" and long_words > 0


def name_latin_headings(blocks: Sequence[Measured], beside: Sequence[Columns]) -> None:
    """Make displays of the paragraphs in Latin script that are headlines, decks and headings.

    From the last one up, since what stands above a deck is told by what stands below it.
    """
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if block.kind != "paragraph" or block.goes or block.came:
            continue
        if len(block.widths) > HEADLINE_LINES or block.width > LONGEST or IS_HAN.search(block.text):
            continue
        heads = (
            _is_broken_headline(blocks, at) if block.unended else _heads_a_paragraph(blocks, at, beside[at])
        )
        if heads and not dateline(block.text) and not is_row_of_figures(block.text):
            block.kind = "display"
            block.unended = False


def _is_broken_headline(blocks: Sequence[Measured], at: int) -> bool:
    """Whether a few lines without the end of a sentence stand between whole paragraphs, or before a byline or a headline."""
    block = blocks[at]
    if len(block.widths) > HEADLINE_LINES or block.width > LONGEST_DISPLAY:
        return False
    if len(block.widths) < 2 and not block.parted:
        return False
    if at and blocks[at - 1].unended and not block.parted:
        return False
    if block.text[-1] in GOES_ON or block.text[0].islower():
        return False
    after = neighbour(blocks, at, 1)
    if after is None or after.text[0].islower():
        return False
    if after.kind == "display":
        return block.parted and block.text.rsplit(None, 1)[-1] not in LEADING_ON
    return after.kind == "byline" or (after.kind == "paragraph" and not after.unended)


def _heads_a_paragraph(blocks: Sequence[Measured], at: int, columns: Columns) -> bool:
    """Whether a line with a full stop is a heading: by its capitals, or by what it says, and alone above a paragraph of some lines."""
    block = blocks[at]
    if at + 1 == len(blocks) or (at and blocks[at - 1].unended and not block.parted):
        return False
    after = blocks[at + 1]
    if after.kind == "paragraph" and len(after.widths) < LINES_BELOW and after.width < LONG_BELOW:
        return False
    if after.kind not in {"paragraph", "byline", "display"}:
        return False
    if (
        len(block.widths) <= HEADLINE_LINES
        and block.width <= LONGEST_DISPLAY
        and is_set_in_capitals(block.text)
    ):
        return True
    narrow = all(column is None or block.width < column - FILLS for column in columns)
    return len(block.widths) == 1 and narrow and is_stopped_heading(block.text)
