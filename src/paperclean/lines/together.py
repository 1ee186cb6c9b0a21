"""What `pdftotext` does to lines in Latin script: it puts two together where a word was divided, and takes one apart whose blanks are wide.

Of a word divided at a line's end it leaves out the hyphen and the line end, so that two printed lines, or more, are one. Of a line with
wide blanks, as justified ones in narrow columns have, it makes a line of each word.
"""

from __future__ import annotations

from itertools import compress, pairwise
from math import sqrt
from operator import and_
from statistics import median

from paperclean.lines import latin
from paperclean.lines.full_widths import full_widths, in_steps
from paperclean.lines.habits import Habits
from paperclean.lines.printed import Lines
from paperclean.statistics.words import HYPHENS

__all__ = ["are_put_together", "full_around", "last_parts", "may_be_apart", "words_apart"]

AROUND = 8  # lines before and after one, half of which are no longer than a line of their column
OVER = 1.12  # times that long is longer than any line of the column
# Such lines of a page, at least, and the share of them among all lines; the share of lines with a hyphen at their end, at most.
FEWEST, LEAST, MOST_HYPHENS = 3, 0.02, 0.03
WIDER = 4.0  # units by which a line is wider than any of its column
MOST_SINGLE = 0.3  # of the lines are of one word, where those may be parts of a line and no list
# Units by which such parts may exceed their column; the share of it that they take, at least.
SPARE, LEAST_WIDE = 1.0, 0.5


def are_put_together(lines: Lines) -> bool:
    """Whether lines of a page in Latin script, where hardly one ends in a hyphen, are longer than their column by any part of a line.

    Those that go on inside a sentence count, as headlines do not, and by more than the rest of their last word.
    """
    texts, lasts, firsts = lines.texts, lines.lasts, lines.firsts
    size = len(texts)
    divided = sum([count > 1 for count in lines.spaces])  # spaces stand where a divided word was put together
    if divided + sum(map(lasts.count, HYPHENS)) > MOST_HYPHENS * size:
        return False
    sizes = [*map(len, texts)]
    found = 0
    is_small = latin.LOWER.__contains__
    go_on = map(and_, map(is_small, lasts[1:-1]), map(is_small, firsts[2:]))
    for i in compress(range(1, size - 1), go_on):
        if sizes[i] > OVER * min(sizes[i - 1], sizes[i + 1]):
            surplus = sizes[i] - OVER * median(sizes[max(0, i - AROUND) : i + AROUND + 1])
            found += surplus > sizes[i] - texts[i].rfind(" ")
    return found >= max(FEWEST, LEAST * size)


def full_around(widths: list[float], habits: Habits) -> list[float]:
    """For each line, by its width, the likeliest width of the column around it."""
    block = habits.block
    around = block // 2 + 2
    steps = in_steps(widths, habits.quantum)
    found: list[float] = []
    for start in range(0, len(widths), block):
        near = steps[max(0, start - around) : start + block + around]
        found += [full_widths(near, habits, 1)[0] * habits.quantum] * min(block, len(widths) - start)
    return found


def last_parts(widths: list[float], fulls: list[float], hyphen: float) -> list[float]:
    """The widths of what was printed on the last of the lines that each was put together of, *hyphen* the width of that left out."""
    found = widths[:]
    for i, full in enumerate(fulls):
        lines = 1
        while found[i] > full + WIDER * sqrt(lines):  # each line errs by itself
            found[i] -= full - hyphen
            lines += 1
    return found


def may_be_apart(texts: list[str]) -> bool:
    """Whether two lines of one word each stand one below the other, but not so many that it may be a list.

    >>> may_be_apart(["he told", "them of the", "long", "negotiations", "between the two", "and that", "it was so"])
    True
    """
    single = [" " not in text for text in texts]
    return sum(single) <= MOST_SINGLE * len(texts) and (True, True) in pairwise(single)


def words_apart(texts: list[str], widths: list[float], fulls: list[float], space: float) -> list[range]:
    """The runs of lines of one word each that together fit one printed line; one of them at least opens with a small letter."""
    found = []
    size, done = len(texts), 0
    for start in compress(range(size), [" " not in text for text in texts]):
        if start < done:
            continue
        done, total, most = start + 1, widths[start], fulls[start] + SPARE
        while done < size and " " not in texts[done] and total + space + widths[done] <= most:
            total += space + widths[done]
            done += 1
        words = range(start, done)
        if total > LEAST_WIDE * fulls[start] and any(texts[i][0] in latin.LOWER for i in words[1:]):
            found.append(words)
    return found
