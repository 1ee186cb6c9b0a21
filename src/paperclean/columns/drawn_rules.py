"""Rules drawn between columns that lie side by side, as characters: `│`, `|`."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from paperclean.columns.evidence import linked_words
from paperclean.columns.rows import WIDE_IN_HAN
from paperclean.columns.side_by_side import find_columns
from paperclean.edits import Edit, splice
from paperclean.languages import refuse_unknown
from paperclean.statistics.words import word_association
from paperclean.steps import rewrite
from paperclean.survey import Survey

__all__ = ["drop_column_rules"]

RULES = "│┃|¦"
RULE = re.compile(f"[{RULES}]")
# A row of a table's lines alone, and what each has: one drawn across, one that crosses it.
LINES = re.compile(r"[\s─-╿|¦+:=_-]*")
ACROSS, CROSSING = re.compile("[-─━═=]"), re.compile("[│┃├-╋║╞-╬|¦+]")
MOST = 11  # rules in a row; no page has so many columns
FEWEST = 8  # rules that stand under each other, or rows in succession with as many rules
# Share of the rows with a rule before the line, or behind it, and of these the share that open with a small letter and have a few words more, as running text.
MOST_OF_A_MARGIN, LEAST_RUNNING = 0.9, 0.3
RUNNING = re.compile(r"[a-zß-öø-ÿ]\S*(?: \S+){2}")
UNRULED = 3  # rows in succession that may have other rules, or none: headlines, the foot of a column
GUTTER = 3  # cells that part columns
NEAR = 1  # cell by which rules under each other may be off
# Standard errors by which words go on below rather than across rules. Of 408 pages set in columns 394 show more, those of
# fewer than twenty rows excepted; of 3,600 tables whose cells hold running words, with what else is asked, seven.
TELLS = 2.5


class Ruled(NamedTuple):
    """A row that prints something: its number, where it starts in the text, and where rules stand in it."""

    number: int
    start: int
    line: str
    rules: list[int]

    def before(self, rule: int) -> str:
        """What stands before the rule of that number, and behind the one before it."""
        return self.line[self.rules[rule - 1] + 1 if rule else 0 : self.rules[rule]].strip()

    def behind(self, rule: int) -> str:
        """What stands behind it, and before the next."""
        return self.line[self.rules[rule] + 1 : (*self.rules, len(self.line))[rule + 1]].strip()


Group: TypeAlias = "list[tuple[Ruled, int]]"  # rules of one gutter, each by its row and its number in it


@rewrite
def drop_column_rules(text: str, *, language: str | None = None) -> Iterator[Edit]:
    r"""Put blanks in place of rules that are drawn between columns, `│`, `┃`, `|` or `¦`.

    A rule is no text of the columns that it parts; left in place it comes out before each line of the right one. Eight
    rules and more must stand under each other, or as many rules in each of eight rows and more; words must go on
    below and not across them, and what is left must be columns that `split_columns` finds. Then blanks take the place
    of the rules, so many that a gutter is left where they stood under each other only roughly. *language* as there.

    >>> page = '''
    ... The figures confounded hopes | Imagine a system that also
    ... of a small expansion in the | presents a virtual body of a
    ... fourth quarter in Europe's | person on a screen who can
    ... biggest economy, and said | react to what you do, and
    ... growth for the whole of the | perhaps even alert you to
    ... year was down. The office also | new messages. Such figures
    ... said that growth in the third | exist already, and together
    ... quarter had been close to zero, | with speech they may well
    ... which put the economy at a | replace the keyboard that we
    ... standstill since July. | all have on our desks.
    ... '''
    >>> print("\n".join(drop_column_rules(page).split("\n")[1:3]))
    The figures confounded hopes      Imagine a system that also
    of a small expansion in the       presents a virtual body of a

    A rule read before nearly every line of running text, or behind it, goes as well. The rules of a table stay:

    >>> table = "| Zürich | 7.12 |\n|--------|------|\n" + "| Bern   | 8.40 |\n" * 9
    >>> drop_column_rules(table) == table
    True
    """
    refuse_unknown(language)
    if not any(rule in text for rule in RULES):
        return
    rows = list(_rows(text))
    if sum(len(row.rules) for row in rows) < FEWEST or any(map(_is_drawn_across, rows)):
        return
    if margin := _margin(rows):
        yield from margin
        return
    groups = _groups(rows)
    if groups and _part_columns(groups, word_association(language or Survey(text).language).pmi):
        edits = sorted(_edits(groups))
        if find_columns(splice(text, edits), language=language):
            yield from edits


def _rows(text: str) -> Iterator[Ruled]:
    start = number = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            few = sum(map(line.count, RULES)) <= MOST
            rules = [match.start() for match in RULE.finditer(line)] if few else []
            yield Ruled(number, start, line, rules)
            number += 1
        start += len(line) + 1


def _is_drawn_across(row: Ruled) -> bool:
    return all((LINES.fullmatch(row.line), ACROSS.search(row.line), CROSSING.search(row.line)))


def _margin(rows: list[Ruled]) -> list[Edit]:
    """The edits that take away a rule read before, or behind, nearly every line of running text in Latin script."""
    ruled = [row for row in rows if row.rules]
    if len(ruled) < max(FEWEST, MOST_OF_A_MARGIN * len(rows)) or any(len(row.rules) > 1 for row in ruled):
        return []
    before = not any(row.before(0) for row in ruled)
    if not before and any(row.behind(0) for row in ruled):
        return []
    small = sum(RUNNING.match(row.before(0) or row.behind(0)) is not None for row in ruled)
    if small < LEAST_RUNNING * len(ruled):
        return []
    edits = []
    for row in ruled:
        at = row.rules[0]
        start, end = (0, at + 1) if before else (len(row.line[:at].rstrip()), len(row.line))
        end += before and row.line[end : end + 1] == " "
        edits.append(Edit(row.start + start, row.start + end, "", "a rule drawn beside the column"))
    return edits


def _groups(rows: list[Ruled]) -> list[Group]:
    """The rules by gutter, from left to right, as they stand under each other or in their rows, whichever takes in more."""
    in_turn = [group for stretch in _stretches(rows) for group in _in_turn(stretch)]
    return max(_under_each_other(rows), in_turn, key=lambda groups: sum(map(len, groups)))


def _under_each_other(rows: list[Ruled]) -> list[Group]:
    at: dict[int, Group] = defaultdict(list)
    for row in rows:
        for number, cell in enumerate(_cells(row)):
            at[cell].append((row, number))
    groups: dict[int, Group] = {}
    for cell, _ in Counter({cell: len(found) for cell, found in at.items()}).most_common():
        group = [rule for near in range(cell - NEAR, cell + NEAR + 1) for rule in at.pop(near, [])]
        if len(group) >= FEWEST:
            groups[cell] = sorted(group, key=lambda rule: rule[0].number)
    return [groups[cell] for cell in sorted(groups)]


def _stretches(rows: list[Ruled]) -> Iterator[list[Ruled]]:
    """Rows with as many rules each, few others between them."""
    stretch: list[Ruled] = []
    for row in [row for row in rows if row.rules]:
        if stretch and row.number - stretch[-1].number > UNRULED:
            if len(stretch) >= FEWEST:
                yield stretch
            stretch = []
        if not stretch or len(row.rules) == len(stretch[0].rules):
            stretch.append(row)
    if len(stretch) >= FEWEST:
        yield stretch


def _in_turn(stretch: list[Ruled]) -> list[Group]:
    return [[(row, number) for row in stretch] for number in range(len(stretch[0].rules))]


def _part_columns(groups: list[Group], pmi: Callable[[str, str], float]) -> bool:
    """Whether words go on below rather than across the rules."""
    gains = []
    for group in groups:
        for (row, number), (after, number_after) in pairwise(group):
            line, below, across = row.before(number), after.before(number_after), row.behind(number)
            if line and below and across:
                last = line.rsplit(None, 1)[-1]
                gains.append(
                    linked_words(last, below.split(None, 1)[0], pmi)
                    - linked_words(last, across.split(None, 1)[0], pmi)
                )
    return sum(gains) > TELLS * math.sqrt(sum(gain * gain for gain in gains))


def _edits(groups: list[Group]) -> Iterator[Edit]:
    """Blanks for each rule, so many that those of a gutter end under each other and leave it wide enough."""
    shifts: Counter[int] = Counter()  # by row
    for group in groups:
        cells = [_cells(row)[number] + shifts[row.number] for row, number in group]
        pads = [max(cells) - cell for cell in cells]
        white = [
            pad + _blanks_around(row.line, row.rules[number])
            for (row, number), pad in zip(group, pads, strict=True)
            if row.before(number) and row.behind(number)
        ]
        width = max(1, GUTTER - min(white, default=GUTTER))
        for (row, number), pad in zip(group, pads, strict=True):
            at = row.start + row.rules[number]
            shifts[row.number] += pad + width - 1
            yield Edit(at, at + 1, " " * (pad + width), "a rule drawn between columns")


def _cells(row: Ruled) -> list[int]:
    """The cells of a row's rules."""
    return [rule + len(WIDE_IN_HAN.findall(row.line, 0, rule)) for rule in row.rules]


def _blanks_around(line: str, rule: int) -> int:
    before, after = line[:rule], line[rule + 1 :]
    return len(before) - len(before.rstrip()) + len(after) - len(after.lstrip())
