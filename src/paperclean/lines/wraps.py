"""Lines that end only because the column did."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, repeat
from operator import add
from typing import NamedTuple

from paperclean.edits import Edit
from paperclean.lines.going_on import confidences, going_on, measured_stretches
from paperclean.lines.initials import initials
from paperclean.lines.joint import joint, may_hold_chinese
from paperclean.lines.latin import DASHES
from paperclean.lines.printed import Lines, divided_ends, printed_lines
from paperclean.lines.roles import decide, display_lines
from paperclean.lines.rows_of_columns import are_rows_of_columns
from paperclean.lines.stretches import stretches
from paperclean.scripts import FIRST_HAN
from paperclean.steps import as_text, rewrite

__all__ = ["LineRole", "join_wrapped_lines", "line_roles"]

SECTION = 200_000  # characters that are looked at together; a page has up to 100,000

SOFT_HYPHEN = "\xad"
MOST_ROUNDS = 6  # of joining what was joined before; a text that has not come to rest by then is left alone


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


class _Joined(NamedTuple):
    """For each line how *sure* it is to go on in the next (0: it does not) and what then stands *between* them.

    And the numbers of those *loose* that lack a blank line behind them.
    """

    sure: list[float]
    between: list[str]
    loose: set[int]


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
    start = len(text) if are_rows_of_columns(text) else 0
    while text.find("\n", start) >= 0:
        end = text.find("\n", start + SECTION)
        lines = printed_lines(text[start:end] if end >= 0 else text[start:], start)
        found = _joined(lines)
        if end >= 0:
            size = _last_break(found.sure)
            start = text.rfind("\n", 0, lines.starts[size]) + 1 if size < len(lines) else end + 1
            found = _Joined(found.sure[:size], found.between[:size], {i for i in found.loose if i < size})
        yield from _edits(text, lines, found)
        if end < 0:
            return


def _last_break(sure: list[float]) -> int:
    """The line before which a section is best cut: the one after its last block but for a block cut off by its end."""
    size = len(sure)
    return next((i for i in range(size - 2, size * 3 // 4, -1) if not sure[i - 1]), size)


def _edits(text: str, lines: Lines, found: _Joined) -> Iterator[Edit]:
    texts, starts = lines.texts, lines.starts
    ends = [*map(add, starts, map(len, texts))]
    if SOFT_HYPHEN in lines.lasts:  # inside a line it prints nothing
        ends = [start + len(line.rstrip(SOFT_HYPHEN)) for start, line in zip(starts, texts, strict=True)]
    line_ends = zip(ends, starts[1:], found.between, repeat("the line wrapped"), found.sure, strict=False)
    joined = map(Edit._make, compress(line_ends, found.sure))
    if not found.loose:
        return joined
    loose = [text.index("\n", starts[i] + len(texts[i])) + 1 for i in found.loose]
    return iter(sorted([*joined, *(Edit(at, at, "\n", "a blank line between all blocks") for at in loose)]))


def _joined(lines: Lines) -> _Joined:
    """How the lines go on in each other.

    What comes out is looked at again as if it had come in, until nothing more is joined, so that a second run
    changes nothing.
    """
    size = len(lines)
    sure, between = [0.0] * size, [""] * size
    last = [*range(size)]  # the number of each block's last line
    blocks = lines
    any_joined = blank_lines = False
    for _ in range(MOST_ROUNDS):
        goes_on = going_on(blocks)
        joined = len(goes_on) - goes_on.count(0.0)
        if not joined:
            break
        if not blank_lines and True in blocks.blank_before:
            blank = sum(map(bool, compress(goes_on, blocks.blank_before[1:])))
            blank_lines = 2 * blank > joined
        put = _between(blocks, goes_on)
        if any_joined:
            for i in compress(range(len(goes_on)), goes_on):
                sure[last[i]], between[last[i]] = goes_on[i], put[i]
        else:
            sure, between = goes_on, put
        any_joined = True
        blocks, last = _after(blocks, last, goes_on, put, blank_lines)
    else:
        return _Joined([0.0] * size, between, set())
    if not blank_lines:
        return _Joined(sure, between, set())
    is_loose = [not (joined or blank) for joined, blank in zip(sure, lines.blank_before[1:], strict=False)]
    return _Joined(sure, between, {*compress(range(size), is_loose)})


def _between(lines: Lines, goes_on: list[float]) -> list[str]:
    """What stands behind each of *lines* once those that go on are joined with the next."""
    texts, firsts, lasts = lines.texts, lines.firsts, lines.lasts
    found = ["\n"] * len(texts)
    is_latin = max(lasts) < FIRST_HAN and not may_hold_chinese("\n".join(texts))
    for i in compress(range(len(texts)), goes_on):
        if lasts[i] >= FIRST_HAN or firsts[i + 1] >= FIRST_HAN:
            found[i] = ""
        else:
            found[i] = " " if is_latin and lasts[i] not in DASHES else joint(texts[i], texts[i + 1])
    for i in initials(texts, goes_on):
        found[i] = ""
    return found


def _after(
    blocks: Lines, last: list[int], goes_on: list[float], between: list[str], blank_lines: bool
) -> tuple[Lines, list[int]]:
    """The lines of the text that comes out when those that go on are joined, and the numbers of their last lines."""
    closed = [i for i, sure in enumerate(goes_on) if not sure]
    opened = [0, *(i + 1 for i in closed[:-1])]
    blank_before = [blocks.blank_before[i] or (blank_lines and i > 0) for i in opened]
    after = Lines(
        "".join(map(add, blocks.texts, between)).split("\n")[:-1],
        [blocks.starts[i] for i in opened],
        [blocks.indented[i] for i in opened],
        blank_before,
        [blocks.spaces[i] for i in closed],
        blank_before,
    )
    return after, [last[i] for i in closed]


def line_roles(text: str) -> list[LineRole]:
    r"""The role of each printed line of *text* in its paragraph, as `join_wrapped_lines` decides it.

    Nothing is changed. Raises `TypeError` if *text* is not a `str`.

    >>> page = "全球新冠肺炎疫情持续，多国在出入\n境、物流、海关监管等方面监管趋严，跨境电\n商行业迎来大考。"
    >>> [(page[line.start : line.start + 4], line.role) for line in line_roles(page)]
    [('全球新冠', 'first'), ('境、物流', 'middle'), ('商行业迎', 'last')]
    """
    lines = printed_lines(as_text(text))
    places = [(start, start + len(line)) for start, line in zip(lines.starts, lines.texts, strict=True)]
    roles = [LineRole(start, end, "single", 1.0) for start, end in places]
    divided = divided_ends(lines)
    for numbers, m in measured_stretches(lines, divided, stretches(lines)):
        goes_on = decide(m)
        display = display_lines(m, goes_on)
        sure = confidences(goes_on)
        was_closed = True
        for i, number in enumerate(numbers):
            closed = goes_on[i] <= 0
            if was_closed:
                role = ("display" if display[i] else "single") if closed else "first"
            else:
                role = "last" if closed else "middle"
            roles[number] = LineRole(*places[number], role, sure[i])
            was_closed = closed
    return roles
