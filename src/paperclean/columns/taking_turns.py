"""Columns that take turns, a text line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from paperclean.columns.chains import Partition, chains
from paperclean.columns.links import Links, links
from paperclean.columns.turns import stretches_taking_turns
from paperclean.edits import Span
from paperclean.pipeline import reorder
from paperclean.survey import Survey

__all__ = ["deinterleave_columns"]

LINE = regex.compile(r"[^\n]*\S")
LEAST_GAIN = 0.25  # nats a line by which columns must explain the text better than one column does
ROUNDS = 4  # what a second look still moves is moved, or nothing is
FIRST_DUE, MOST_DUE, LEAST_DUE = 0.97, 0.998, 0.6


class Order(NamedTuple):
    """A new order of lines; for each of them the reason to be moved, or an empty one, and how sure it is."""

    lines: list[int]
    reasons: list[str]
    confidences: list[float]


@reorder
def deinterleave_columns(text: str, *, language: str | None = None) -> Iterator[Span | str]:
    r"""Put lines of columns that take turns, a text line each, into the order of reading: column after column.

    Extraction that sorts a page's lines by height writes `A1 B1 C1 A2 B2 C2 …`. Lines of one column go on after
    each other: a word is cut and made whole, a preposition finds its noun, one Chinese character calls for the
    next. Where lines two or more apart fit together better than neighbours do, over the text or a stretch of it,
    the lines are parted into as many columns as explain them best, and each column is written out whole. Blank
    lines between them are dropped. Otherwise nothing moves.

    *language* (`zh`, `en`, `de`, `fr`, `nl`; `None`: told by the words) chooses the table of associations.

    >>> page = ["消费需求进一步释", "本报北京电记者王", "放，市场活力持续", "丰报道，全国人大", "增强，经济发展稳",
    ...         "常委会会议昨日在", "中向好，企业生产", "京举行，会议听取", "经营状况继续改", "了国务院关于今年",
    ...         "善，就业形势总体", "以来经济工作的报", "稳定，物价水平基", "告，并对有关问题", "本平稳。", "进行审议。"]
    >>> print(deinterleave_columns("\n".join(page)))
    消费需求进一步释
    放，市场活力持续
    增强，经济发展稳
    中向好，企业生产
    经营状况继续改
    善，就业形势总体
    稳定，物价水平基
    本平稳。
    本报北京电记者王
    丰报道，全国人大
    常委会会议昨日在
    京举行，会议听取
    了国务院关于今年
    以来经济工作的报
    告，并对有关问题
    进行审议。

    A column that is whole stays as it is:

    >>> column = "\n".join(page[::2])
    >>> deinterleave_columns(column) == column
    True

    Method: a lag test, then a beam search over partitions that keep the order, as measured for this library.
    """
    spans = [match.span() for match in LINE.finditer(text)]
    lines = [text[start:end].strip() for start, end in spans]
    order = reading_order(lines, language or Survey(text).language)
    if order is None:
        return
    settled = order
    for _ in range(ROUNDS):
        now = [lines[i] for i in settled.lines]
        again = reading_order(now, language or Survey("\n".join(now)).language)
        if again is None:
            break
        settled = Order(
            [settled.lines[i] for i in again.lines],
            [settled.reasons[i] or again.reasons[i] for i in again.lines],
            [min(settled.confidences[i], again.confidences[i]) for i in again.lines],
        )
    else:
        return
    yield from _pieces(text, spans, settled)


def _pieces(text: str, spans: list[tuple[int, int]], order: Order) -> Iterator[Span | str]:
    """Spans and separators: lines that stay together are one span, with the blank lines between them."""
    at = 0
    last = -2
    while at < len(order.lines):
        first = order.lines[at]
        until = at + 1
        if not order.reasons[at]:
            while (
                until < len(order.lines)
                and order.lines[until] == order.lines[until - 1] + 1
                and not order.reasons[until]
            ):
                until += 1
        start, end = spans[first][0], spans[order.lines[until - 1]][1]
        if at:
            stayed = first == last + 1 and not order.reasons[at]
            yield text[spans[last][1] : start] if stayed else "\n"
        yield Span(start, end, order.reasons[at], order.confidences[at])
        last = order.lines[until - 1]
        at = until


def reading_order(lines: Sequence[str], language: str | None) -> Order | None:
    """The order in which *lines* (none empty) are to be read, or None if that is how they stand."""
    if len(lines) < 3:
        return None
    page = links(lines, language)
    order = Order(list(range(len(lines))), [""] * len(lines), [1.0] * len(lines))
    moved = False
    for stretch in stretches_taking_turns(page, len(lines)):
        numbers = range(stretch.start, stretch.end)
        parted = part(page, stretch.start, stretch.end)
        gain = (parted.score - one_column(page, stretch.start, stretch.end)) / len(numbers)
        columns = columns_of(parted.before)
        new = [stretch.start + line for column in columns for line in column]
        if gain < LEAST_GAIN or new == list(numbers):
            continue
        moved = True
        reason = f"{len(columns)} columns take turns, {gain:.1f} nats gained a line"
        confidence = round(stretch.evidence**2 / (stretch.evidence**2 + 4), 2)
        order.lines[stretch.start : stretch.end] = new
        order.reasons[stretch.start : stretch.end] = [reason] * len(new)
        order.confidences[stretch.start : stretch.end] = [confidence] * len(new)
    return order if moved else None


def part(page: Links, start: int, end: int) -> Partition:
    """The best partition of the lines into chains, the rhythm's regularity measured by a first one."""
    topics = page.topics(start, end)

    def link(first: int, second: int) -> float:
        return page.link(start + first, start + second)

    first = chains(topics, link, due=FIRST_DUE)
    return chains(topics, link, due=max(LEAST_DUE, min(MOST_DUE, first.due)))


def one_column(page: Links, start: int, end: int) -> float:
    """What the lines score as a single chain."""
    return sum(page.link(line, line + 1) for line in range(start, end - 1))


def columns_of(before: Sequence[int]) -> list[list[int]]:
    """The chains as lists of lines, in order of their first lines."""
    columns: list[list[int]] = []
    place: dict[int, int] = {}
    for line, last in enumerate(before):
        if last < 0:
            place[line] = len(columns)
            columns.append([line])
        else:
            place[line] = place.pop(last)
            columns[place[line]].append(line)
    return columns
