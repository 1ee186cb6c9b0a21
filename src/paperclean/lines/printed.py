"""The printed lines of a text, as lists side by side: an object a line costs more than all that is done with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, pairwise
from operator import itemgetter, ne

from paperclean.lines.indents import indents
from paperclean.scripts import SENTENCE_ENDS

__all__ = ["Lines", "divided_ends", "lines_with", "printed_lines"]

MOST_DIVIDED_ENDS = 0.6  # share of lines with a divided word
LEAST_OF_WORDS = 0.8  # share of runs of spaces that can stand for a part of a word
LEAST_INSIDE = 0.5  # share of lines after no sentence's end
# •⇥Die Brücke; 1.⇥The mill; (b)⇥lamps: the blank behind an item's mark, and no cell's end
ITEM_TAB = re.compile(r"^([ \t]*(?:[^\w\s]|\(?\w{1,3}[.)°]))\t(?=[^\t\n]+$)", re.MULTILINE)
FIRST, LAST = itemgetter(0), itemgetter(-1)


@dataclass(slots=True, eq=False)
class Lines:
    """The lines of a text that print something, a list for each thing known of them, in order.

    *texts* are without the white space around them, *firsts* and *lasts* their first and last characters, *starts* their
    places in the text; *indented*: white space before it opens a paragraph; *blank_before*: a line of nothing but white space
    stood before it; *spaces*: how many stand before its line end; *apart*: more blank lines stood before it than between the
    lines of a paragraph.
    """

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    indented: list[bool] = field(default_factory=list)
    blank_before: list[bool] = field(default_factory=list)
    spaces: list[int] = field(default_factory=list)
    apart: list[bool] = field(default_factory=list)
    firsts: str = field(init=False, repr=False)
    lasts: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.firsts = "".join(map(FIRST, self.texts))
        self.lasts = "".join(map(LAST, self.texts))

    def __len__(self) -> int:
        return len(self.texts)

    def of(self, numbers: Sequence[int]) -> Lines:
        """The lines of these *numbers*, in order."""
        if len(numbers) == len(self.texts):
            return self
        return Lines(
            [*map(self.texts.__getitem__, numbers)],
            [*map(self.starts.__getitem__, numbers)],
            [*map(self.indented.__getitem__, numbers)],
            [*map(self.blank_before.__getitem__, numbers)],
            [*map(self.spaces.__getitem__, numbers)],
            [*map(self.apart.__getitem__, numbers)],
        )


def printed_lines(text: str, offset: int = 0) -> Lines:
    r"""The lines of *text* that print something; *offset* is added to their places.

    >>> printed_lines("海关\n\n  加快\r\n")
    Lines(texts=['海关', '加快'], starts=[0, 6], indented=[False, True], blank_before=[False, True], spaces=[0, 0], apart=[False, True])
    """
    shown = text.replace("\xa0", " ").replace("\u202f", " ")  # as before French ; : ! ?
    if "\t" in shown:
        shown = ITEM_TAB.sub(r"\1 ", shown)
    raws = shown.split("\n")
    stripped = [*map(str.strip, raws)]
    numbers = [*compress(range(len(raws)), stripped)]
    starts = accumulate([len(raw) + 1 for raw in raws], initial=offset)
    line_ends = [number - former for former, number in pairwise([-1, *numbers])]
    blank_before = [count > 1 for count in line_ends]
    lines = Lines(
        texts=[*filter(None, stripped)],
        starts=[*compress(starts, stripped)],
        indented=[False] * len(numbers),
        blank_before=blank_before,
        spaces=[0] * len(numbers),
        apart=blank_before,
    )
    if 2 * sum(blank_before) > len(numbers) and _are_spaced(lines.lasts, line_ends):
        lines.apart = [count > 2 for count in line_ends]
    blanks = [""] * len(numbers)
    for i in compress(range(len(numbers)), map(ne, compress(raws, stripped), lines.texts)):
        raw = raws[numbers[i]]
        blanks[i] = raw[: len(raw) - len(raw.lstrip())]
        lines.starts[i] += len(blanks[i])
        lines.spaces[i] = len(raw) - len(raw.rstrip(" "))
    if any(blanks):
        lines.indented = indents(lines.texts, lines.lasts, blanks)
    return lines


def _are_spaced(lasts: str, line_ends: list[int]) -> bool:
    """Whether one blank line stands between lines that go on, and more between paragraphs, by the last characters of the lines."""
    after_one = [last for last, count in zip(lasts, line_ends[1:], strict=False) if count == 2]
    inside = sum([last not in SENTENCE_ENDS for last in after_one])
    return max(line_ends[1:], default=0) > 2 and inside >= LEAST_INSIDE * max(1, len(after_one))


def lines_with(pattern: re.Pattern[str], page: str) -> Iterator[int]:
    r"""The numbers of the lines in which *pattern* is found on a *page*, the lines in one text, each behind a line end.

    All at once, as a call costs more than a line.

    >>> [*lines_with(re.compile("\n海|快"), "\n海关\n上海\n加快")]
    [0, 2]
    """
    at, number = 0, -1
    for match in pattern.finditer(page):
        end = match.end()
        number += page.count("\n", at, end)
        at = end
        yield number


def divided_ends(lines: Lines) -> set[int]:
    """The lines at whose end a divided word was put together, as the spaces tell that stand there.

    `join_hyphenated_words` leaves as many as letters changed lines. None where there are more of them than a part of a
    word has letters: then they pad the lines; where most lines have them, as of a few words in a narrow column, one such
    is enough, or that all lines have as many, or end below one another.
    """
    texts, spaces = lines.texts, lines.spaces
    marked = [i for i, count in enumerate(spaces) if count > 1 and i + 1 < len(texts)]
    if not marked:
        return set()
    found = {i for i in marked if _is_of_a_word(spaces[i], texts[i], texts[i + 1])}
    if len(marked) > MOST_DIVIDED_ENDS * len(texts):
        ends = {len(texts[i]) + spaces[i] for i in marked}
        is_even = len(ends) == 1 or len({spaces[i] for i in marked}) == 1
        return set() if is_even or len(found) < len(marked) else found
    return found if len(found) >= LEAST_OF_WORDS * len(marked) else set()


def _is_of_a_word(count: int, before: str, after: str) -> bool:
    """Whether *count* letters came up to the end of *before*, or went down to the line *after*, of a word.

    What stands behind the word came up with it where a mark would have ended the line: `reden , die`, `Gedanken – und`.
    """
    if count < len(before) - before.rfind(" ") or (" " not in after and count < len(after)):
        return True
    return count < len(before) and not (before[-count].isspace() or before[-count - 1].isspace())
