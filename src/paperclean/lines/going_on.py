"""Which lines go on in the next: those that a column broke, if one broke the text at all, or a stretch of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, pairwise
from math import exp

from paperclean.lines.habits import ENDS_SENTENCE
from paperclean.lines.lists import cut_by_a_column, is_list
from paperclean.lines.measures import Measures, has_full_stops, measured
from paperclean.lines.paragraph_marks import APART, PageMarks, page_marks, weigh_marks
from paperclean.lines.piled import piled
from paperclean.lines.printed import Lines, divided_ends
from paperclean.lines.roles import decide
from paperclean.lines.source_code import is_source
from paperclean.lines.stretches import short_lines, without_rows
from paperclean.lines.verse import poem_lines, verse
from paperclean.scripts import may_hold_han

__all__ = ["confidences", "going_on", "measured_stretches"]

SURE = 0.99  # that a line goes on that ended inside a word

# Share of the lines that go on in the next; it is 0.5 to 0.95 of a text broken by columns.
LEAST_JOINED = 0.36
# Evidence of a break from which the line before tells nothing of whether a column broke the text: an item, a byline or a date opens below it.
BEFORE_ITEM = 7.0
# Lines, and the share of them, that make a wrapped stretch of a text that is not wrapped elsewhere.
MANY_JOINED, HALF_JOINED = 10, 0.5

CERTAIN = 8.0  # log odds that are a confidence of 1.000
STEPS = 100  # of a log odd, within which confidences differ by 0.0025 at most
CONFIDENCES = [int(1000 / (1 + exp(-step / STEPS)) + 0.5) / 1000 for step in range(int(CERTAIN * STEPS))]


def going_on(lines: Lines) -> list[float]:
    """For each line how sure it is to go on in the line after it; 0 where it does not.

    None does where they are too few for a text that a column broke, paragraphs on one line each or lists, but
    for those that ended inside a word.
    """
    size = len(lines)
    sure = [0.0] * size
    divided = divided_ends(lines)
    found: list[tuple[Sequence[int], list[float], Measures]] = []
    runs, rows = _wrapped(lines)
    counted = size - rows - sum(end - start for start, end in runs)  # the lines but for rows and verse
    for numbers, m in measured_stretches(lines, divided, runs):
        here, verse_lines = _within_stretch(m)
        counted += len(here) - verse_lines
        if any(here):
            found.append((numbers, here, m))
    if not (found or divided) or is_source(lines):
        return sure
    counts = [len(here) - here.count(0.0) for _, here, _ in found]
    wrapped = _are_enough(sum(counts), counted, LEAST_JOINED, [m for _, _, m in found])
    for (numbers, here, m), count in zip(found, counts, strict=True):
        joined = [*compress(range(len(here)), here)]
        if not (wrapped or (count >= MANY_JOINED and _are_enough(count, len(here), HALF_JOINED, [m]))):
            joined = cut_by_a_column(m, joined)
        for i in joined:
            sure[numbers[i]] = here[i]
    for i in divided:
        sure[i] = sure[i] or SURE
    return sure


def _wrapped(lines: Lines) -> tuple[list[tuple[int, int]], int]:
    """The stretches of *lines* that a column may have broken, and how many lines beside them are rows of tables.

    None where they are too few even if all go on.
    """
    short = [*short_lines(lines)]
    size = len(lines)
    if _are_few(short, size):
        return [], 0
    found = [part for start, end in short for part in without_rows(lines, start, end)]
    rows = sum(end - start for start, end in short) - sum(end - start for start, end in found)
    return ([], 0) if _are_few(found, size - rows) else (found, rows)


def _are_few(found: list[tuple[int, int]], size: int) -> bool:
    """Whether the lines of the runs *found* are too few of *size*, even if all of them go on."""
    most = sum(end - start - 1 for start, end in found)
    return most < LEAST_JOINED * size and all(end - start <= MANY_JOINED for start, end in found)


def measured_stretches(
    lines: Lines, divided: set[int], runs: Iterable[tuple[int, int]]
) -> Iterator[tuple[Sequence[int], Measures]]:
    """The numbers of the lines of each of the *runs* of *lines*, and their measures; *divided* are those that ended inside a word.

    Without those of poems, which would hide how wide the column around them is; a break stands where they stood.
    """
    runs = [*runs]
    if not runs:
        return
    marks, page = page_marks(lines), "\n".join(lines.texts)
    of_today = may_hold_han(page) and has_full_stops(page)
    for start, end in runs:
        numbers: Sequence[int] = range(start, end)
        m = _measured(lines, divided, numbers, marks, of_today)
        of_poems = {start + i for i in poem_lines(m)}
        if of_poems:
            numbers = [i for i in numbers if i not in of_poems]
            if len(numbers) < 2:
                continue
            m = _measured(lines, divided, numbers, marks, of_today)
            for i, (former, number) in enumerate(pairwise(numbers), 1):
                if number - former > 1:
                    m.breaks[i] += APART
        yield numbers, m


def _measured(
    lines: Lines, divided: set[int], numbers: Sequence[int], marks: PageMarks, of_today: bool
) -> Measures:
    """The lines of these *numbers*, measured; *marks* are those of their page's paragraphs, and it is *of_today* by its full stops."""
    within = [i in divided for i in numbers] if divided else ()
    m = measured(lines.of(numbers), within, is_of_today=of_today, put_together=marks.put_together)
    weigh_marks(m, marks)
    return m


def _within_stretch(m: Measures) -> tuple[list[float], int]:
    """For each line of a stretch how sure it is to go on in the next, all 0 where no column broke the stretch; and how many are verse."""
    goes_on = decide(m)
    here = [sure if odds > 0 else 0.0 for sure, odds in zip(confidences(goes_on), goes_on, strict=True)]
    here[-1] = 0.0
    for i in piled(m, here):
        here[i] = 0.0
    lines_of_verse = [*verse(m, here)]
    for i in lines_of_verse:
        here[i] = 0.0
    joined = [*compress(range(len(here)), here)]
    if (
        _are_enough(len(joined), len(here) - len(lines_of_verse), LEAST_JOINED, [m])
        or cut_by_a_column(m, joined)
    ) and _are_of_a_column(m, joined):
        return here, len(lines_of_verse)
    return [0.0] * len(here), len(lines_of_verse)


def _are_enough(joined: int, size: int, least: float, measures: list[Measures]) -> bool:
    """Whether *joined* of *size* lines are the share *least* of them, or of those but for the lines before items."""
    if joined >= least * size:
        return True
    before_items = sum([evidence >= BEFORE_ITEM for m in measures for evidence in m.breaks])
    return joined >= least * (size - before_items)


def _are_of_a_column(m: Measures, joined: list[int]) -> bool:
    """Whether the *joined* lines are cut as a column cuts: inside sentences, not after a word or two, no list."""
    ended = sum([m.ends[i] <= ENDS_SENTENCE for i in joined])
    return (
        2 * ended <= len(joined)
        and sum(map(m.widths.__getitem__, joined)) >= m.habits.least_mean * len(joined)
        and not is_list(m, joined)
    )


def confidences(log_odds: list[float]) -> list[float]:
    """How sure each decision is that has these log odds, for it or against it."""
    return [CONFIDENCES[int(abs(odds) * STEPS)] if -CERTAIN < odds < CERTAIN else 1.0 for odds in log_odds]
