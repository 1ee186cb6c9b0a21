"""Lines that end only because the column did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from paperclean.edits import Edit
from paperclean.lines import chinese
from paperclean.lines.lists import is_list
from paperclean.lines.measures import Line, Measures, divided_ends, measured, printed_lines
from paperclean.lines.roles import decide
from paperclean.lines.stretches import is_source, stretches
from paperclean.pipeline import rewrite

__all__ = ["LineRole", "join_wrapped_lines", "line_roles"]

SURE = 0.99  # that a line goes on that ended inside a word
MOST_ROUNDS = 6  # of joining what was joined before; a text that has not come to rest by then is left alone

LEAST_JOINED = (
    0.36  # share of the lines of a text broken by columns that go on in the next; it is 0.5 to 0.95
)
MANY_JOINED = 10  # lines that make a wrapped stretch of a text that is not wrapped elsewhere

VERSE_ENDS = frozenset({chinese.SENTENCE_END, chinese.QUOTED_END, chinese.SEMICOLON, chinese.COMMA})
WIDEST_VERSE = 16.5  # ems; two lines of seven characters and their marks
LEAST_VERSE = 4


class LineRole(NamedTuple):
    """A printed line from *start* to *end* of the text, and its *role* there.

    `first`, `middle` and `last` lines make a paragraph, `single` is a paragraph of one line, `display` a line of
    a headline, subhead, byline or caption. *confidence* is how sure it is, from 0 to 1, that the line is, or is
    not, the end of its block.
    """

    start: int
    end: int
    role: str
    confidence: float


@rewrite
def join_wrapped_lines(text: str) -> Iterator[Edit]:
    r"""Join the lines that were broken only because the column ended, so that a paragraph becomes one line.

    A text out of a PDF or a scan has a line end where the printed column had one, and often a blank line after
    each; paragraph indents are lost. What comes out has a line a paragraph, headline or byline, with blank lines
    between them where blank lines had been put after every line, else as it came.

    >>> print(join_wrapped_lines(
    ...     "中央和地方政府出台了一系列帮扶\n政策，降低企业负担、促进复工复产。海关\n加快清关、检验速度。\n"
    ...     "进出口货物能够快速到达消费者手\n里，受益于政策扶持帮助。"
    ... ))
    中央和地方政府出台了一系列帮扶政策，降低企业负担、促进复工复产。海关加快清关、检验速度。
    进出口货物能够快速到达消费者手里，受益于政策扶持帮助。

    Whether a line ends its paragraph is decided for all lines together: by how far it falls short of the column
    around it, by the mark it ends with, by how the next line opens, by the indents that are left (see
    `paperclean.lines.roles`). A line end that `join_hyphenated_words` marked as one inside a word is always joined.
    Between Latin words goes a space, beside Chinese characters nothing.

    Left alone are paragraphs that stand on one line already, lists, verse, tables, source code and Markdown:

    >>> join_wrapped_lines("消费需求进一步释放。\n海关加快清关、检验速度，促进贸易。")
    '消费需求进一步释放。\n海关加快清关、检验速度，促进贸易。'
    """
    if "\n" not in text:
        return
    yield from _edits(text)


def _edits(text: str) -> list[Edit]:
    lines = printed_lines(text)
    joined = _joined(lines)
    if joined is None:
        return []
    confidence, loose = joined
    edits = []
    for i in range(len(lines) - 1):
        here, after = lines[i], lines[i + 1]
        sure = confidence[i]
        if sure > 0:
            end = here.end - len(here.text) + len(here.text.rstrip("\xad"))  # inside a line it prints nothing
            edits.append(Edit(end, after.start, joint(here.text, after.text), "the line wrapped", sure))
        elif i in loose:
            at = text.index("\n", here.end) + 1
            edits.append(Edit(at, at, "\n", "a blank line between all blocks"))
    return edits


def _joined(lines: list[Line]) -> tuple[list[float], set[int]] | None:
    """For each line how sure it is to go on in the next (0: it does not), and those that lack a blank line.

    None where nothing is joined. What comes out is looked at again as if it had come in, until nothing more is
    joined, so that a second run changes nothing.
    """
    sure = [0.0] * len(lines)
    last = list(range(len(lines)))  # the number of each block's last line
    blocks = lines
    any_joined = blank_lines = False
    for _ in range(MOST_ROUNDS):
        joints = _joints(blocks)
        if not joints:
            break
        blank = sum(blocks[i + 1].blank_before for i in joints)
        blank_lines = blank_lines or 2 * blank > len(joints)
        any_joined = True
        for i, confidence in joints.items():
            sure[last[i]] = confidence
        blocks, last = _after(blocks, last, joints, blank_lines)
    else:
        return None
    if not any_joined:
        return None
    loose = (
        {i for i, line in enumerate(lines[1:]) if not sure[i] and not line.blank_before}
        if blank_lines
        else set()
    )
    return sure, loose


def _after(
    blocks: list[Line], last: list[int], joints: dict[int, float], blank_lines: bool
) -> tuple[list[Line], list[int]]:
    """The lines of the text that comes out when *joints* are closed."""
    new: list[Line] = []
    new_last: list[int] = []
    i, size = 0, len(blocks)
    while i < size:
        first = blocks[i]
        pieces = [first.text]
        while i in joints:
            pieces.append(joint(blocks[i].text, blocks[i + 1].text))
            pieces.append(blocks[i + 1].text)
            i += 1
        blank = first.blank_before or (blank_lines and bool(new))
        new.append(Line(first.start, blocks[i].end, "".join(pieces), first.indented, blank, blocks[i].spaces))
        new_last.append(last[i])
        i += 1
    return new, new_last


def _joints(lines: list[Line]) -> dict[int, float]:
    """The lines that go on in the line after them, and how sure that is.

    None of them where they are too few for a text that a column broke, paragraphs on one line each or lists, but
    for those that ended inside a word.
    """
    found: list[tuple[int, dict[int, float]]] = []
    divided = divided_ends(lines)
    for start, end in stretches(lines):
        measures = measured(lines[start:end], [i in divided for i in range(start, end)] if divided else ())
        decision = decide(measures)
        verse = set(_verse(measures)) if measures.habits.han else set()
        here = {
            start + i: _confidence(decision.margins[i])
            for i in range(end - start - 1)
            if not (decision.breaks[i] or i in verse)
        }
        if len(here) >= LEAST_JOINED * (end - start) and _are_of_a_column(
            measures, [i - start for i in here]
        ):
            found.append((end - start, here))
    if (found or divided) and is_source(lines):
        return {}
    wrapped = sum(len(here) for _, here in found) >= LEAST_JOINED * len(lines)
    joints = dict.fromkeys(divided, SURE)
    for size, here in found:
        if wrapped or (len(here) >= MANY_JOINED and 2 * len(here) >= size):
            joints.update(here)
    return joints


def _are_of_a_column(m: Measures, joined: list[int]) -> bool:
    """Whether the *joined* lines are cut as a column cuts: inside sentences, not after a word or two, no list."""
    inside = sum(m.ends[i] > 1 for i in joined)
    return (
        2 * inside >= len(joined)
        and sum(m.widths[i] for i in joined) >= m.habits.least_mean * len(joined)
        and not is_list(m, joined)
    )


def _verse(m: Measures) -> Iterator[int]:
    """Lines that stand in a run of four or more as wide as one another, two by two, each with a mark at its end."""
    start = 0
    size = len(m.ends)
    for i in range(size + 1):
        marked = i < size and m.ends[i] in VERSE_ENDS and m.widths[i] <= WIDEST_VERSE
        if marked and (i - start < 2 or m.widths[i] == m.widths[i - 2]):
            continue
        if i - start >= LEAST_VERSE:
            yield from range(start, i)
        start = i if marked else i + 1


NEAR = 12  # characters from a line's end in which a Chinese character makes what stands there Chinese
CHINESE = re.compile("[\u2e80-\U0010ffff]")  # its characters, its marks, and what is rarer than both


def joint(before: str, after: str) -> str:
    """What belongs between two lines that are joined: a space between Latin words, else nothing."""
    a, b = before[-1], after[0]
    if a > "\u2e7f" or b > "\u2e7f":
        return ""
    if not (before.isascii() and after.isascii()) and CHINESE.search(before[-NEAR:] + after[:NEAR]):
        return " " if _are_words(before, after) else ""
    if a in "—–":  # a dash that touches its word touches the next one: sanction—inquiry, 4,00—4,20
        touched = before[-2:-1]
        return "" if (touched.isalpha() and b.islower()) or (touched.isdigit() and b.isdigit()) else " "
    return " "


def _are_words(before: str, after: str) -> bool:
    """Whether two Latin words meet in Chinese text, not 6. | 8万, ” | “, seoul_lb@ | csm or APE | C蓝."""
    a, b = before[-1], after[0]
    if a.isupper() and b.isupper() and after[1:2] > "\u2e7f":
        return False
    if a.isalnum() and b.isalnum():
        return not (a.isdigit() and b.isdigit())
    return a in ",;:.!?" and before[-2:-1].isalpha() and b.isalpha()


def _confidence(margin: float) -> float:
    return int(1000 / (1 + exp(-margin)) + 0.5) / 1000  # a margin is never negative


def line_roles(text: str) -> list[LineRole]:
    """The role of each printed line of *text* in its paragraph, as `join_wrapped_lines` decides it."""
    lines = printed_lines(text)
    roles = [LineRole(line.start, line.end, "single", 1.0) for line in lines]
    divided = divided_ends(lines)
    for start, end in stretches(lines):
        decision = decide(
            measured(lines[start:end], [i in divided for i in range(start, end)] if divided else ())
        )
        was_closed = True
        for i in range(start, end):
            closed = decision.breaks[i - start]
            if was_closed:
                role = ("display" if decision.display[i - start] else "single") if closed else "first"
            else:
                role = "last" if closed else "middle"
            roles[i] = LineRole(lines[i].start, lines[i].end, role, _confidence(decision.margins[i - start]))
            was_closed = closed
    return roles
