"""What was changed, and where every character came from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from operator import index
from reprlib import repr as short
from typing import NamedTuple

from paperclean.layers import Layer, Reordered, Spans
from paperclean.pipeline import run
from paperclean.steps import Step, as_text

__all__ = ["Change", "Trace", "trace_step"]


class Change(NamedTuple):
    """One change: *before* became *after* by *step*.

    *source* holds its spans in the raw text, *target* those in the clean text.

    *kind* is `edit`, `move` (text carried elsewhere, itself the same) or `remark` (damage seen, left alone).
    *confidence* is how sure the step is of its *reason*, from 0 to 1.
    """

    step: str
    kind: str
    before: str
    after: str
    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]
    reason: str
    confidence: float


@dataclass(frozen=True, repr=False)
class Trace:
    """A cleaned text together with how it came about.

    *raw* is the text that came in, *clean* the one that came out, *layers* the work of each step that did
    something, in order. Offsets count characters; spans are half-open.

    >>> import paperclean as pc
    >>> pc.trace("渊王丰冤")
    Trace(raw='渊王丰冤', clean='（王丰）', layers=(undo_font_shift))
    """

    raw: str
    clean: str
    layers: tuple[Layer, ...]

    def __repr__(self) -> str:
        """The beginning and the end of both texts, and the names of the steps: a page would fill the screen."""
        steps = ", ".join(layer.step for layer in self.layers)
        return f"Trace(raw={short(self.raw)}, clean={short(self.clean)}, layers=({steps}))"

    def source(self, start: int, end: int) -> Spans:
        r"""The spans of the raw text that `clean[start:end]` came from, in the order of the clean text.

        Several where text was moved together; one empty span where all of it was put in by a step. A character
        that was changed maps to what it was changed from. `ValueError` if the span is not inside the text.

        >>> import paperclean as pc
        >>> found = pc.trace("记\u200b者王丰", pipeline=pc.Pipeline(pc.drop_invisibles))
        >>> found.clean[1:3], found.source(1, 3)
        ('者王', [(2, 4)])
        """
        _refuse_outside(start, end, len(self.clean), "clean")
        spans = [(start, end)]
        for layer in reversed(self.layers):
            spans = layer.to_source(spans)
        return spans

    def target(self, start: int, end: int) -> Spans:
        r"""The spans of the clean text that `raw[start:end]` became, in the order of the raw text.

        One empty span where nothing is left of it. `ValueError` if the span is not inside the text.

        >>> import paperclean as pc
        >>> found = pc.trace("记\u200b者王丰", pipeline=pc.Pipeline(pc.drop_invisibles))
        >>> found.target(2, 4), found.target(1, 2)
        ([(1, 3)], [(1, 1)])
        """
        _refuse_outside(start, end, len(self.raw), "raw")
        spans = [(start, end)]
        for layer in self.layers:
            spans = layer.to_result(spans)
        return spans

    def replay(self) -> str:
        """Make every recorded change on the raw text again, and return what comes out: the clean text.

        `ValueError` for layers that do not follow from one another, as of a trace that was put together by hand.
        """
        text = self.raw
        for layer in self.layers:
            if layer.before != text:
                raise ValueError(f"the record of {layer.step} does not follow from the raw text")
            text = layer.replay()
        return text

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change in the order it was made, remarks among them: one each, though a step that ran twice made two."""
        out: list[Change] = []
        remarked: set[tuple[str, tuple[tuple[int, int], ...]]] = set()
        for number, layer in enumerate(self.layers):
            for edit, source, target in layer.changes():
                for earlier in reversed(self.layers[:number]):
                    source = earlier.to_source(source)
                for later in self.layers[number + 1 :]:
                    target = later.to_result(target)
                before = layer.before[edit.start : edit.end]
                kind = "move" if isinstance(layer, Reordered) else "remark" if before == edit.text else "edit"
                if kind == "remark":
                    if (layer.step, tuple(source)) in remarked:
                        continue
                    remarked.add((layer.step, tuple(source)))
                out.append(
                    Change(
                        layer.step,
                        kind,
                        before,
                        edit.text,
                        tuple(source),
                        tuple(target),
                        edit.reason,
                        edit.confidence,
                    )
                )
        return tuple(out)

    def to_html(self, *, title: str = "paperclean") -> str:
        """One self-contained HTML page with this *title*: the raw text beside the clean one, every change linked to its other side.

        >>> import paperclean as pc
        >>> "<title>page 1</title>" in pc.trace("渊王丰冤").to_html(title="page 1")
        True
        """
        from paperclean.report import page  # noqa: PLC0415  # a report is made from a trace, not the other way round

        return page(self, title=title)

    def _repr_html_(self) -> str:
        from paperclean.report import frame  # noqa: PLC0415  # as above

        return frame(self)

    @property
    def is_exact(self) -> bool:
        """Whether every step told its own edits, so that no origin had to be guessed by comparison."""
        return not any(layer.inexact for layer in self.layers)


def _refuse_outside(start: int, end: int, size: int, name: str) -> None:
    try:
        start, end = index(start), index(end)
    except TypeError:
        raise TypeError(f"a span has whole numbers for its start and end, not ({start!r}, {end!r})") from None
    if not 0 <= start <= end <= size:
        raise ValueError(f"span ({start}, {end}) is not inside the {name} text of {size} characters")


def trace_step(step: Step, text: str) -> Trace:
    """Run *step*, a pipeline or a single one, on *text* and keep what it did."""
    layers: list[Layer] = []
    text = as_text(text)
    clean = run(step, text, layers)
    return Trace(text, clean, tuple(layers))
