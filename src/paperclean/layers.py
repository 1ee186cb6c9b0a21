"""One step's work on one text, kept so that spans can be followed through it in both directions.

Spans are half-open `(start, end)` pairs of character offsets. *Source* is the step's input, *result* its
output. A query walks a few of these layers by bisection; no map of the whole text is ever made.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate
from operator import add, sub
from typing import TypeAlias

from paperclean.edits import Edit, Span, splice

__all__ = ["Layer", "Reordered", "Rewritten", "Spans", "difference", "merge"]

Spans: TypeAlias = list[tuple[int, int]]


def merge(spans: Spans) -> Spans:
    """Join neighbours that touch, in the order given; drop empty ones where others remain."""
    if len(spans) == 1:
        return spans
    out: Spans = []
    empty: Spans = []
    for start, end in spans:
        if start == end:
            empty.append((start, end))
        elif out and out[-1][1] == start:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out or empty[:1]


@dataclass(frozen=True)
class Rewritten:
    """Edits in place. Equal-length edits map character by character, others to the whole replaced span."""

    step: str
    edits: Sequence[Edit]
    before: str = field(repr=False)
    inexact: bool = False

    @cached_property
    def _offsets(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Source starts and ends of the edits, result starts and ends."""
        starts = [edit[0] for edit in self.edits]
        ends = [edit[1] for edit in self.edits]
        sizes = [len(edit[2]) for edit in self.edits]
        grown = accumulate(map(sub, sizes, map(sub, ends, starts)))
        new_ends = list(map(add, ends, grown))
        return starts, ends, list(map(sub, new_ends, sizes)), new_ends

    def to_source(self, spans: Spans) -> Spans:
        starts, ends, new_starts, new_ends = self._offsets
        if len(spans) == 1:
            return [_follow(spans[0], new_starts, new_ends, starts, ends)]
        return merge([_follow(span, new_starts, new_ends, starts, ends) for span in spans])

    def to_result(self, spans: Spans) -> Spans:
        starts, ends, new_starts, new_ends = self._offsets
        return merge([_follow(span, starts, ends, new_starts, new_ends) for span in spans])

    def replay(self) -> str:
        return splice(self.before, self.edits)

    def changes(self) -> list[tuple[Edit, Spans, Spans]]:
        """Each edit, with its spans in the source and in the result."""
        _, _, new_starts, new_ends = self._offsets
        return [
            (edit, [(edit.start, edit.end)], [(start, end)])
            for edit, start, end in zip(self.edits, new_starts, new_ends, strict=True)
        ]


def _follow(
    span: tuple[int, int], starts: list[int], ends: list[int], other_starts: list[int], other_ends: list[int]
) -> tuple[int, int]:
    """Carry a span over edits from one side to the other; it never swallows what was deleted at its edges."""
    first, last = span
    # Before its first character: past every edit that is empty on this side and sits right there.
    i = bisect_right(starts, first) - 1
    if i < 0:
        start = first
    elif first < ends[i]:
        equal = ends[i] - starts[i] == other_ends[i] - other_starts[i]
        start = other_starts[i] + (first - starts[i] if equal else 0)
    else:
        start = first + other_ends[i] - ends[i]
    j = bisect_left(ends, last)
    # Edits with ends[j - 1] < last lie wholly before; edit j ends at or after `last`.
    while j < len(ends) and ends[j] == last and starts[j] < last:
        j += 1  # an edit that the span ends with is part of it
    if j < len(starts) and starts[j] < last < ends[j]:
        equal = ends[j] - starts[j] == other_ends[j] - other_starts[j]
        end = other_starts[j] + (last - starts[j]) if equal else other_ends[j]
    elif j > 0:
        end = last + other_ends[j - 1] - ends[j - 1]
    else:
        end = last
    return (start, end) if start <= end else (end, start)


@dataclass(frozen=True)
class Reordered:
    """Spans in a new order: *placed* holds for each where it starts in the result."""

    step: str
    placed: Sequence[tuple[int, Span]]
    before: str = field(repr=False)
    after: str = field(repr=False)
    inexact: bool = False

    @cached_property
    def _by_result(self) -> tuple[list[int], list[int], list[int]]:
        """Result starts, lengths and source starts, in the order of the result."""
        return (
            [at for at, _ in self.placed],
            [span.end - span.start for _, span in self.placed],
            [span.start for _, span in self.placed],
        )

    @cached_property
    def _by_source(self) -> tuple[list[int], list[int], list[int]]:
        """Source starts, lengths and result starts, in the order of the source."""
        ordered = sorted((span.start, span.end - span.start, at) for at, span in self.placed)
        return [o[0] for o in ordered], [o[1] for o in ordered], [o[2] for o in ordered]

    def to_source(self, spans: Spans) -> Spans:
        return self._bridge(_move(spans, *self._by_result), self.before)

    def to_result(self, spans: Spans) -> Spans:
        return self._bridge(_move(spans, *self._by_source), self.after)

    @staticmethod
    def _bridge(spans: Spans, text: str) -> Spans:
        """Join neighbours in order that only white space parts: nothing was moved between them."""
        out: Spans = []
        for start, end in spans:
            if out and out[-1][1] <= start and not text[out[-1][1] : start].strip():
                out[-1] = (out[-1][0], end)
            else:
                out.append((start, end))
        return out

    def replay(self) -> str:
        pieces: list[str] = []
        done = 0
        for at, span in self.placed:
            pieces.append(self.after[done:at])  # a separator
            pieces.append(self.before[span.start : span.end])
            done = at + span.end - span.start
        pieces.append(self.after[done:])
        return "".join(pieces)

    def changes(self) -> list[tuple[Edit, Spans, Spans]]:
        """The spans that do not follow the one before them, or have a reason, each as one move."""
        moved: list[tuple[Edit, Spans, Spans]] = []
        done = 0
        for at, span in self.placed:
            leaps = span.start < done or bool(self.before[done : span.start].strip())
            if leaps or span.reason:
                text = self.before[span.start : span.end]
                edit = Edit(span.start, span.end, text, span.reason or "moved", span.confidence)
                moved.append((edit, [(span.start, span.end)], [(at, at + len(text))]))
            done = span.end
        return moved


def _move(spans: Spans, starts: list[int], lengths: list[int], others: list[int]) -> Spans:
    out: Spans = []
    for first, last in spans:
        i = max(0, bisect_right(starts, first) - 1)
        found = False
        while i < len(starts) and starts[i] < max(last, first + 1):
            a, b = max(first, starts[i]), min(last, starts[i] + lengths[i])
            if a < b:
                out.append((others[i] + a - starts[i], others[i] + b - starts[i]))
                found = True
            i += 1
        if not found:  # a separator, or an empty span: the place after the piece before it
            i = bisect_right(starts, first) - 1
            place = others[i] + min(first - starts[i], lengths[i]) if i >= 0 else 0
            out.append((place, place))
    full = [span for span in out if span[0] < span[1]]
    return full or out[:1]


Layer: TypeAlias = Rewritten | Reordered

LONGEST_DIFFERENCE = 2_000  # characters of one changed stretch that are compared one by one


def difference(step: str, before: str, after: str) -> Rewritten:
    """Guess the edits of a step that does not tell them, by lines and then by characters; marked inexact."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    edits: list[Edit] = []
    old_at, new_at = _offsets(old), _offsets(new)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            edits += _characters(before, old_at[a], old_at[b], after[new_at[c] : new_at[d]])
    return Rewritten(step, edits, before, inexact=True)


def _offsets(lines: list[str]) -> list[int]:
    out = [0]
    for line in lines:
        out.append(out[-1] + len(line))
    return out


def _characters(before: str, start: int, end: int, new: str) -> list[Edit]:
    old = before[start:end]
    if len(old) + len(new) > LONGEST_DIFFERENCE:
        return [Edit(start, end, new, "inexact")]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Edit(start + a, start + b, new[c:d], "inexact") for tag, a, b, c, d in codes if tag != "equal"]
