"""What a step says it does to a text: edits in place, or spans in a new order.

An author writes a *finder*, a function from a text to its edits; the text that comes out is spliced from
them, here and nowhere else. So a traced run and a plain run cannot differ: tracing keeps the edits that the
plain run makes anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any, NamedTuple, SupportsIndex

__all__ = ["Edit", "Span", "arrange", "splice", "substitutions"]


class Edit(NamedTuple):
    """Put *text* in place of the characters from *start* up to *end* (offsets into the step's input).

    *reason* says why in a few words, *confidence* how sure the step is of it, from 0 to 1. An edit that leaves
    its span as it was is a *remark*: it changes nothing and is listed in the trace, for damage that was
    seen and left alone.
    """

    start: int
    end: int
    text: str
    reason: str = ""
    confidence: float = 1.0


class Span(NamedTuple):
    """The characters from *start* up to *end* of a step's input, moved as one piece.

    *reason* and *confidence* as in `Edit`.
    """

    start: int
    end: int
    reason: str = ""
    confidence: float = 1.0


def splice(text: str, edits: Iterable[Edit], *, by: str = "a step") -> str:
    """Return *text* with *edits* made, all of them at once.

    Edits come in order and do not overlap; otherwise `ValueError` names the one that does, and the step they are
    found *by*. `TypeError` for what is no edit; a plain tuple may stand for one.

    >>> splice("渊王丰冤", [Edit(0, 1, "（"), Edit(3, 4, "）")])
    '（王丰）'
    >>> splice("（王丰）", [])
    '（王丰）'
    """
    out: StringIO | None = None  # a text without edits is handed back as it is
    done, size = 0, len(text)
    edit = Edit(0, 0, "")
    try:
        for edit in edits:
            if type(edit) is not Edit:
                edit = _as_edit(edit)
            start, end = edit[0], edit[1]
            if not done <= start <= end <= size:
                raise ValueError(
                    f"the edits of {by} must be in order, apart and inside the text: {edit!r} "
                    f"in a text of {size} characters, of which {done} are already done"
                )
            if out is None:
                out = StringIO(newline="")  # line ends are written as they are
            out.write(text[done:start])
            out.write(edit[2])
            done = end
    except TypeError:
        if _is_edit(edit):
            raise  # by the finder itself
        raise TypeError(f"{by} must find Edit(start, end, text), not {edit!r}") from None
    if out is None:
        return text
    out.write(text[done:])
    return out.getvalue()


def _as_edit(found: tuple[Any, ...]) -> Edit:
    if isinstance(found, Span | str):  # of a span, the reason would be put in place of the text
        raise TypeError
    return Edit(*found)


def _is_edit(found: object) -> bool:
    if isinstance(found, Span) or not isinstance(found, tuple) or not 3 <= len(found) <= 5:
        return False
    start, end, text, *_ = found
    return _is_place(start) and _is_place(end) and isinstance(text, str)


def _is_place(found: object) -> bool:
    return isinstance(found, SupportsIndex)  # NumPy's numbers too


def arrange(
    text: str, pieces: Iterable[Span | str], *, by: str = "a reordering"
) -> tuple[str, list[tuple[int, Span]]]:
    r"""Return *text* in a new order, and for each span where it now starts.

    *pieces* are spans of *text* and, between them, separators of white space. Every character that is not
    white space must lie in exactly one span; otherwise `ValueError` shows what would be lost or doubled, and names the
    step they are found *by*. `TypeError` for what is neither.

    >>> arrange("左一 右一", [Span(0, 2), "\n", Span(3, 5)])
    ('左一\n右一', [(0, Span(start=0, end=2, reason='', confidence=1.0)), (3, Span(start=3, end=5, reason='', confidence=1.0))])
    >>> arrange("左一 右一", [Span(0, 2)])
    Traceback (most recent call last):
    ValueError: a reordering must keep every character: '右一' at 3 is in no span
    """
    out: list[str] = []
    placed: list[tuple[int, Span]] = []
    length = 0
    for piece in pieces:
        if isinstance(piece, str):
            if piece and not piece.isspace():
                raise ValueError(f"between the spans of {by} must be white space, not {piece!r}")
            content = piece
        elif isinstance(piece, Span) and _is_place(piece.start) and _is_place(piece.end):
            content = text[piece.start : piece.end]
            placed.append((length, piece))
        else:
            raise TypeError(f"{by} must find Span(start, end) and white space, not {piece!r}")
        out.append(content)
        length += len(content)
    covered = 0
    for start, end, *_ in sorted((span.start, span.end) for _, span in placed):
        if not covered <= start <= end <= len(text):
            raise ValueError(
                f"{by} must keep every character once: span ({start}, {end}) overlaps another or is not "
                f"inside the text of {len(text)} characters"
            )
        _refuse_loss(text, covered, start, by)
        covered = end
    _refuse_loss(text, covered, len(text), by)
    return "".join(out), placed


def _refuse_loss(text: str, start: int, end: int, by: str) -> None:
    between = text[start:end]
    if between and not between.isspace():
        lost = between.strip()
        raise ValueError(
            f"{by} must keep every character: {lost[:40]!r} at {start + between.index(lost)} is in no span"
        )


def substitutions(before: str, after: str, start: int = 0, *, reason: str = "") -> Iterator[Edit]:
    """Yield the smallest edits between two strings of equal length, one a run of differing characters.

    *start* is the offset of *before* in the step's input.

    >>> list(substitutions("abcd", "axyd"))
    [Edit(start=1, end=3, text='xy', reason='', confidence=1.0)]
    """
    if len(before) != len(after):
        raise ValueError(f"substitutions need equal lengths, not {len(before)} and {len(after)}")
    at, size = 0, len(before)
    while at < size:
        if before[at] == after[at]:
            at += 1
            continue
        end = at + 1
        while end < size and before[end] != after[end]:
            end += 1
        yield Edit(start + at, start + end, after[at:end], reason)
        at = end
