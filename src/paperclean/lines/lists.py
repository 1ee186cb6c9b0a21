"""Lists, a heading or a name a line, which look like a column to whoever sees only widths."""

from __future__ import annotations

import re

from paperclean.lines import chinese, latin
from paperclean.lines.association import dissociation
from paperclean.lines.habits import ENDS_SENTENCE
from paperclean.lines.measures import Measures
from paperclean.lines.shapes import are_alike

__all__ = ["cut_by_a_column", "is_list"]

# Shares of the lines of running text: 0.6 of those of Latin script go on in the middle of a sentence, of the titles
# of English news none; a tenth of those of the 1920s end in a pause, of Chinese titles one in a hundred.
LEAST_RUNNING_ON = 0.15
LEAST_PAUSES = 0.04
RUNNING_ENDS = frozenset({latin.COMMA, latin.HYPHEN})
PAUSES = frozenset({chinese.SEMICOLON, chinese.COLON, chinese.COMMA})

# How ill the first characters of lines go on from the last of those before them, on average and beyond an allowance
# for few lines: 0.1 in running text without full stops, of the 1920s, 1.6 from title to title. Less is asked where
# neighbours are not as wide as each other either, nor most lines as the column: of 600 pages of prose without marks, characters
# misread in three of ten lines, 14 are left alone, with neighbours alone 57; of 1,200 lists of titles 14 more are joined.
MOST_APART_UNEVEN, MOST_APART = 0.7, 1.3
ALLOWANCE = 0.5
EVEN = 0.6  # ems that neighbours differ by at most
LEAST_EVEN = 0.75  # share of the neighbours, or of the lines
MOST_OVER = 1.1  # ems by which a line may exceed the column

# What each line end that goes on tells (log odds) for a column, against headings and sentences on a line each whose widths agree by chance:
# whether a sentence ends there, a comma stands there, or other clauses stand before it in its line, as in most lines of columns and
# in few headings; else how well the characters go together. Of 500 texts of such lines 19 pass for columns, of 300
# columns of a paragraph or two one passes for such lines.
AFTER_SENTENCE, AFTER_COMMA, INSIDE_CLAUSE = -3.0, 3.0, 2.5
CLAUSE_END = re.compile("[，、。；！？]")
MOST_ASSOCIATED = 2.0, 3.0  # against a column, and for it
OF_A_COLUMN, SURELY_OF_ONE = -1.0, 5.0
# Of the lines without a mark at their end, how many go on, where others are paragraphs of one line, as in a story's speeches,
# and under rubrics and names: these are narrower than that share of those that go on.
LEAST_OPEN, NARROWER = 0.5, 0.75
# Of the first lines, so many looked at together; the others are not looked at
BEYOND_DOUBT, AT_A_TIME = 20.0, 8

LOOKED_AT = 25  # lines


def is_list(m: Measures, joined: list[int]) -> bool:
    """Whether the lines that would be *joined*, each with the next one, are entries of a list."""
    if are_alike(m.lines.texts, joined[:LOOKED_AT]):
        return True
    if not m.habits.han:
        return _opens_with_capitals(m, joined)
    if m.habits.whole_marks:
        return _end_where_clauses_do(m, joined)
    return _goes_on_nowhere(m, joined)


def cut_by_a_column(m: Measures, joined: list[int]) -> list[int]:
    """Those of the *joined* lines of Chinese that a column surely cut: the wide ones, if half of all wide ones without a mark are joined.

    However many others stand alone: in stories, interviews and notices most paragraphs may fit on one line of a wide column, or
    have rubrics, names and verse around them.
    """
    if not (m.habits.han and m.habits.whole_marks and joined):
        return []
    least = NARROWER * sorted([m.widths[i] for i in joined])[3 * len(joined) // 4]
    wide = [i for i in joined if m.widths[i] > least]
    ends = zip(m.ends[:-1], m.widths, strict=False)
    may = sum([end == chinese.NO_MARK and width > least for end, width in ends])
    do = sum(m.ends[i] == chinese.NO_MARK for i in wide)
    return wide if do >= LEAST_OPEN * may and _odds_of_a_column(m, wide) >= SURELY_OF_ONE else []


def _opens_with_capitals(m: Measures, joined: list[int]) -> bool:
    """Whether hardly a line ends inside a sentence: in a comma, in a divided word, before a small letter."""
    following = [m.openings[i + 1] for i in joined]
    least = LEAST_RUNNING_ON * (len(joined) - following.count(latin.OTHER))
    running = following.count(latin.LOWER_CASE)
    if running >= least:
        return False
    return (
        running + sum(m.ends[i] in RUNNING_ENDS and m.openings[i + 1] != latin.LOWER_CASE for i in joined)
        < least
    )


def _end_where_clauses_do(m: Measures, joined: list[int]) -> bool:
    """Whether the *joined* lines of today end where sentences, clauses and headings do, and so are no column's."""
    return _odds_of_a_column(m, joined) < OF_A_COLUMN


def _odds_of_a_column(m: Measures, joined: list[int]) -> float:
    """How much likelier (log) a column cut the *joined* lines than that each is a heading or a sentence."""
    h, texts = m.habits, m.lines.texts
    least, most = MOST_ASSOCIATED
    odds = 0.0
    for start in range(0, len(joined), AT_A_TIME):
        part = joined[start : start + AT_A_TIME]
        for i, apart in zip(part, dissociation(m, part), strict=True):
            end = m.ends[i]
            odds -= min(0.0, m.breaks[i + 1])
            if end <= ENDS_SENTENCE:
                odds += AFTER_SENTENCE
            elif end == chinese.COMMA:
                odds += AFTER_COMMA
            elif end == chinese.NO_MARK:
                odds += INSIDE_CLAUSE * (CLAUSE_END.search(texts[i]) is not None)
                odds += max(-least, min(most, (h.association_offset - apart) / h.association))
        if odds > BEYOND_DOUBT:
            break
    return odds


def _goes_on_nowhere(m: Measures, joined: list[int]) -> bool:
    """Whether no line ends in a pause, and neither characters nor widths go on from line to line."""
    h = m.habits
    if sum(end in PAUSES for end in m.ends) > LEAST_PAUSES * len(m.ends):
        return False
    most = MOST_APART if _are_even(m, joined) else MOST_APART_UNEVEN
    apart = sum(dissociation(m, joined)) - h.association_offset * len(joined)
    return apart > h.association * (most * len(joined) + ALLOWANCE)


def _are_even(m: Measures, joined: list[int]) -> bool:
    """Whether most of the *joined* lines are as wide as the next one or, with misread characters in them, about as wide as the column.

    A first line may have lost an indent.
    """
    triples = zip(joined, joined[1:], joined[2:], strict=False)
    even = [abs(m.widths[i] - m.widths[j]) < EVEN for first, i, j in triples if first + 2 == j]
    if len(even) > 1 and sum(even) >= LEAST_EVEN * len(even):
        return True
    indents = dict.fromkeys({*joined}.difference([i + 1 for i in joined]), m.habits.indent)
    missing = [m.full_width - m.widths[i] for i in joined]
    full = [-MOST_OVER < ems < EVEN + indents.get(i, 0.0) for i, ems in zip(joined, missing, strict=True)]
    return len(full) > 2 and sum(full) >= LEAST_EVEN * len(full)
