"""What tells of a break between lines of Latin script, and of lines of display, beyond widths, end marks and openings by themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import compress
from math import log

from paperclean.lines.latin import (
    CAPITALS,
    CLOSING,
    COMMA,
    DASHES_AND_HYPHEN,
    HYPHEN,
    LEADS_ON,
    LOWER_CASE,
    NO_MARK,
    NUMBERED,
    QUOTED_END,
    SENTENCE_END,
)
from paperclean.lines.latin_bylines import AGENCY
from paperclean.lines.latin_labels import BY_LABEL, labelled_lines
from paperclean.lines.latin_set_apart import latin_lines_set_apart
from paperclean.lines.printed import Lines
from paperclean.lines.ragged_rows import BY_ROW, ragged_rows
from paperclean.lines.series import BY_SERIES, lines_in_series, lines_of_one_word

__all__ = ["break_evidence", "display_evidence"]

# Share of capitals at the start of lines inside a sentence: 0.3 in German, a tenth in languages that write only names with
# them. The rarer they are, the more a capital after a line without a mark tells of a new paragraph.
CAPITALS_OF_NOUNS = 0.28
BY_RARITY, MOST_BY_RARITY = 2.5, 2.5
# Characters of a line all in capitals, at least, and the evidence that it is a headline or a signature; of a break after such a
# line, however wide, before one that opens with one capital; and of one before it, after a line that does not end in capitals.
LEAST_CAPITALS, IN_CAPITALS, AFTER_CAPITALS, BEFORE_CAPITALS = 4, 5.0, 8.0, 5.0
GOING_ON = frozenset({COMMA, HYPHEN, LEADS_ON})
ONE_CAPITAL = re.compile(r"[(\[][A-ZÄÖÜÉ][a-zäöüéè]")  # in brackets: (Mr. Smith asked; (From our own
# What opens a paragraph after a sentence's end now and then: WANTED, a cook; TO LET
WORD_IN_CAPITALS = re.compile(r"(?:[A-ZÀ]{1,2} )?(?![IVXLCM]+\b)[A-ZÄÖÜÉÈ]{3,}[,.;:—'’-]?(?:[ ]|$)")
BY_WORD_IN_CAPITALS = 1.5
# And nearly always: what is said right after what was said, each in its marks (28 of 29 on real pages).
CLOSING_QUOTES, OPENING_QUOTES, BY_ANSWER = frozenset('"”“»«'), frozenset('"“„»«'), 9.0
# Against a break between a bracket that opens and the next line's that closes it, but for an item's (`12)`): of 101 such line
# ends on pages of the NZZ one is a break.
WITHIN_BRACKETS, LONGEST_NUMBER = 9.0, 2
# Before a byline or a jump line and after it: of 40 on real pages 37 stand by themselves.
BY_WORDS = 7.0
# And of one before a line that opens as an item does: after another that ends a sentence (24 of 26 on real pages), after a colon.
BETWEEN_ITEMS, BEFORE_ITEMS = 2.5, 1.0
LEAST_ITEMS = 3
BY_ONE_WORD = 9.0  # before lines that open entries with the same word
# Shares of the next line's width, and the evidence if a line is narrower: one without a mark, as a headline's last line is,
# and one that ends a sentence. It tells of the column where its own width is in doubt.
SHORT, BY_SHORT = 0.5, 2.5
SHORT_END, BY_SHORT_END = 0.75, 1.0

# Words that open a sentence if they have a capital, and names seldom: after a line without a mark a headline or a lost stop is before them
# (English news 213 of 234, German pages 19 of 26).
ENGLISH = "The A An It He They In On At But This That These There When If As For With After"
GERMAN = "Der Die Das Dem Den Ein Eine Einem Einen Es Er Wir Im Am Auf Aus Bei Mit Nach Von Vom Zum Zur Für Wie Wenn Als So Auch Aber Und"
FRENCH_AND_DUTCH = "Le La Les Un Une Il Elle En Dans Ce Cette De Het Een Te Op Men"
SENTENCE_OPENERS, BY_OPENER = frozenset(f"{ENGLISH} {GERMAN} {FRENCH_AND_DUTCH}".split()), 3.0
# A headline says what the first line below it says: of lines without a mark, behind a sentence's end and before a capital, 548 of 802
# headlines of English news share a word with the next line, of 406 others 29 do, of 260 on German pages 18.
LONG_WORD, STEM, BY_SHARED_WORD = re.compile(r"[^\W\d_]{4,}"), 5, 2.3
# LONDON (AP) —; PARIS, 3 novembre.; LONDON, March 2 (Reuter); Berlin (dpa): after a line without a mark that is a headline's or a deck's last. Of 28 on real pages, so
# set, 27 open a paragraph.
IN_CAPITALS_OR_AGENCY = re.compile(
    r"['’]?[A-ZÄÖÜÉÈ][A-ZÄÖÜÉÈ.' ’-]{2,24}(?:,? [A-Z]\w{1,9}\.?)?(?: \([\w./ ]{2,20}\)| ?(?:[—–]|--))"
    r"|[A-ZÄÖÜÉÈ][A-ZÄÖÜÉÈ.' ’-]{2,24}, (?:[A-Z]\w{1,9}\.?, )?(?:le |den )?(?:\d{1,2}\.? [^\W\d]{3,9}|[^\W\d]{3,9}\.? \d{1,2})(?:[.,]| ?[(—–])"
    rf"|[A-ZÄÖÜÉÈ][\w'-]+(?: [A-ZÄÖÜÉÈ][\w'-]+)? \({AGENCY}\)"
)
BY_DATELINE = 6.0

# Where dashes come after full stops only at the start of lines they mark paragraphs: 11 of 11 on German pages.
DASH_WITHIN = re.compile(r"[.!?][\"“”»«')]?(?:[ ]?[—–]|[ ]--?)[ ]?[A-ZÄÖÜÉÈÀÂ„«\"“]")
BY_DASH_AT_STARTS = 1.5


def break_evidence(printed: Lines, widths: list[float], ends: list[int], openings: list[int]) -> list[float]:
    """Evidence of a break before each of the lines *printed*, by its width beside the last and what its page does with capitals and items.

    A capital after a line without a mark tells of one where they are rare there, or where that line is short beside this, or all
    in capitals; a sentence's end where it is.
    """
    lines = printed.texts
    found = [0.0] * len(ends)
    _weigh_unmarked(found, lines, widths, ends, openings)
    behind_ends = [i for i, end in enumerate(ends[:-1], 1) if end <= QUOTED_END]
    for i in behind_ends:
        if openings[i] != LOWER_CASE:
            found[i] = _after_sentence(lines[i], openings[i]) + (
                BY_SHORT_END if widths[i - 1] < SHORT_END * widths[i] else 0.0
            )
            if (
                ends[i - 1] == QUOTED_END
                and lines[i][0] in OPENING_QUOTES
                and lines[i - 1][-1] in CLOSING_QUOTES
            ):
                found[i] += BY_ANSWER
    _weigh_capitals(found, lines, ends, openings)
    _weigh_words(found, printed, openings)
    if NUMBERED in openings:
        _weigh_items(found, lines, ends, openings)
    for i in _within_brackets(lines):
        found[i] -= WITHIN_BRACKETS
    for i in lines_in_series(printed):
        found[i] += BY_SERIES
    for i in lines_of_one_word(lines, behind_ends):
        found[i] += BY_ONE_WORD
    for i in labelled_lines(lines, ends, behind_ends):
        found[i] += BY_LABEL
    for i in ragged_rows(printed, ends, openings):
        found[i] += BY_ROW
    return found


def _weigh_unmarked(
    found: list[float], lines: list[str], widths: list[float], ends: list[int], openings: list[int]
) -> None:
    """Add to the evidence *found* what capitals after lines without a mark tell: of headlines, and of stops that were lost."""
    inside = [i for i, end in enumerate(ends[:-1], 1) if end == NO_MARK or end == LEADS_ON]  # noqa: PLR1714, SIM109  # quicker
    capitals = [i for i in inside if openings[i] in CAPITALS]
    share = (len(capitals) + 1) / (len(inside) + 3)
    evidence = 0.0
    if share < CAPITALS_OF_NOUNS:
        evidence = min(MOST_BY_RARITY, BY_RARITY * log(CAPITALS_OF_NOUNS / share))
    for i in capitals:
        if ends[i - 1] == NO_MARK:
            found[i] = evidence + BY_SHORT if widths[i - 1] < SHORT * widths[i] else evidence
            found[i] += _below_headline(i, lines, ends, openings)
    if CLOSING in ends:
        for i, end in enumerate(ends[:-1], 1):
            if end == CLOSING and openings[i] in CAPITALS:
                found[i] += _below_headline(i, lines, ends, openings)


def _below_headline(i: int, lines: list[str], ends: list[int], openings: list[int]) -> float:
    """Evidence that the line before number *i*, without a full stop, is a headline: by the words, or the dateline, that line *i* has."""
    found = BY_OPENER if lines[i].partition(" ")[0] in SENTENCE_OPENERS else 0.0
    if IN_CAPITALS_OR_AGENCY.match(lines[i]):
        found += BY_DATELINE
    may_be_headline = openings[i - 1] in CAPITALS and (i == 1 or ends[i - 2] <= QUOTED_END)
    return found + BY_SHARED_WORD if may_be_headline and _share_word(lines[i - 1], lines[i]) else found


def _share_word(line: str, following: str) -> bool:
    """Whether two lines have a word of four letters and more in common, by how it begins: England wins, English bowlers."""
    words = {word[:STEM].lower() for word in LONG_WORD.findall(line)}
    return any(word[:STEM].lower() in words for word in LONG_WORD.findall(following))


def _after_sentence(line: str, opening: int) -> float:
    """Evidence of a break between a sentence's end and *line*, if that begins with a word in capitals."""
    if opening in CAPITALS and line[1:3].isupper() and WORD_IN_CAPITALS.match(line):
        return BY_WORD_IN_CAPITALS
    return 0.0


def _within_brackets(lines: list[str]) -> Iterator[int]:
    """The numbers of those of *lines* that close the round bracket which the line before opened."""
    opening = [i for i, line in enumerate(lines[:-1], 1) if "(" in line and line.rfind("(") > line.rfind(")")]
    for i in opening:
        closing = lines[i].find(")")
        if closing > LONGEST_NUMBER and lines[i].find("(", 0, closing) < 0:
            yield i


def _weigh_capitals(found: list[float], lines: list[str], ends: list[int], openings: list[int]) -> None:
    """Add to the evidence *found* what lines all in capitals tell, headlines and signatures: of a break before one, and after it."""
    size = len(lines)
    in_capitals = {
        i for i in compress(range(size), map(str.isupper, lines)) if len(lines[i]) >= LEAST_CAPITALS
    }
    for i in in_capitals:
        if (
            i
            and i - 1 not in in_capitals
            and ends[i - 1] != LEADS_ON
            and openings[i] in CAPITALS
            and not lines[i - 1][-3:].isupper()
        ):
            found[i] += BEFORE_CAPITALS
        if (
            i + 1 < size
            and ends[i] not in GOING_ON
            and (
                (openings[i + 1] in CAPITALS and not lines[i + 1][1:2].isupper())
                or ONE_CAPITAL.match(lines[i + 1])
                or (ends[i] == SENTENCE_END and i + 1 not in in_capitals)
            )
        ):
            found[i + 1] += AFTER_CAPITALS


def _weigh_words(found: list[float], printed: Lines, openings: list[int]) -> None:
    """Add to the evidence *found* what bylines, jump lines and letters tell by what they say."""
    alone, last = latin_lines_set_apart(printed, [opening == LOWER_CASE for opening in openings])
    for i in alone:
        found[i] += BY_WORDS
    for i in (*alone, *last):
        if i + 1 < len(found):
            found[i + 1] += BY_WORDS


def _weigh_items(found: list[float], lines: list[str], ends: list[int], openings: list[int]) -> None:
    """Add to the evidence *found* what items tell, one after the other, and dashes, where none stands within a line."""
    numbered = [
        i for i, opening in enumerate(openings) if opening == NUMBERED and i and ends[i - 1] <= QUOTED_END
    ]
    dashes = [i for i in numbered if lines[i][0] in DASHES_AND_HYPHEN]
    if dashes and not DASH_WITHIN.search("\n".join(lines)):
        for i in dashes:
            found[i] += BY_DASH_AT_STARTS
    signs = ["1" if lines[i][0].isdigit() else lines[i][0] for i in numbered]
    series = Counter(signs)
    for i, sign in zip(numbered, signs, strict=True):
        if openings[i - 1] == NUMBERED or (series[sign] >= LEAST_ITEMS and sign != "("):
            found[i] += BETWEEN_ITEMS
    for i, opening in enumerate(openings):
        if opening == NUMBERED and i and lines[i - 1][-1] == ":":
            found[i] += BEFORE_ITEMS


def _is_in_capitals(line: str, end: int) -> bool:
    """Whether a *line* all in capitals is a headline or a signature, and no number or letter alone."""
    return end != HYPHEN and end != LEADS_ON and len(line) >= LEAST_CAPITALS  # noqa: PLR1714  # quicker


def display_evidence(lines: list[str], ends: list[int], openings: list[int]) -> list[float]:
    """Evidence that each line is one of display: no sentence ends in it and none goes on after it, or it is all in capitals."""
    following = [*openings[1:], LOWER_CASE]
    found = [
        3.0 if (end == NO_MARK or end == CLOSING) and opening != LOWER_CASE else 0.0  # noqa: PLR1714, SIM109  # quicker
        for end, opening in zip(ends, following, strict=True)
    ]
    for i in compress(range(len(lines)), map(str.isupper, lines)):
        if following[i] != LOWER_CASE and _is_in_capitals(lines[i], ends[i]):
            found[i] += IN_CAPITALS
    return found
