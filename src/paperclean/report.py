"""A page to look at: raw text left, clean text right, every change linked to its other side.

One HTML file that needs nothing from elsewhere; in light and dark, by mouse and by keyboard.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from paperclean.layers import Reordered
from paperclean.survey import Survey

if TYPE_CHECKING:
    from paperclean.tracing import Change, Trace

__all__ = ["frame", "page"]

DOUBTFUL = 0.9  # confidence below which a change is shown when only the doubtful ones are
HUES = 12  # colours of steps and of moved blocks; more take turns
FRAME_HEIGHT = 480  # pixels of a notebook's cell


def page(trace: Trace, *, title: str) -> str:
    """Return the report of *trace* as one HTML document."""
    changes = [change for change in trace.changes if change.kind != "move"]
    steps = list(dict.fromkeys(change.step for change in trace.changes))
    blocks = _moved_blocks(trace, steps)
    raw = _Side(trace.raw, [(change, change.source) for change in changes], steps)
    clean = _Side(trace.clean, [(change, change.target) for change in changes], steps)
    parts = {
        "title": escape(title),
        "summary": _summary(trace),
        "legend": "".join((*_legend(trace.changes, steps), *_doubtful(changes))),
        "layout": "layout" if blocks else "",
        "language": _language(trace.clean),
        "raw": "".join(raw.html((block.step, block.source) for block in blocks)),
        "clean": "".join(clean.html((block.step, block.target) for block in blocks)),
    }
    template = (files("paperclean.data") / "report.html").read_text(encoding="utf-8")
    before, *rest = template.split("{{")
    out = [before]
    for piece in rest:
        name, _, after = piece.partition("}}")
        out += [parts[name], after]
    return "".join(out)


def frame(trace: Trace) -> str:
    """Return the report as an element that a notebook can show among others."""
    document = escape(page(trace, title="paperclean"), quote=True)
    return (
        f'<iframe sandbox="allow-scripts" style="width:100%;height:{FRAME_HEIGHT}px;border:1px solid #8886" '
        f'title="paperclean report" srcdoc="{document}"></iframe>'
    )


def _language(text: str) -> str:
    """The language of *text* as HTML names it, by which a browser chooses the form of Chinese characters; empty if unknown."""
    survey = Survey(text)
    return f"zh-{survey.script}" if survey.language == "zh" else survey.language or ""


def _summary(trace: Trace) -> str:
    kinds = Counter(change.kind for change in trace.changes)
    counted = [
        f"{len(trace.raw):,} characters in, {len(trace.clean):,} out",
        *(f"{n:,} {kind}{'s' if n > 1 else ''}" for kind, n in kinds.items()),
    ]
    if not trace.is_exact:
        counted.append("origins of foreign steps are guessed")
    return escape(" · ".join(counted))


def _legend(changes: Iterable[Change], steps: list[str]) -> Iterator[str]:
    counts = Counter(change.step for change in changes)
    for number, step in enumerate(steps):
        yield (
            f'<label class="h{number % HUES}"><input type="checkbox" checked data-step="{number}"> '
            f"<span>{escape(step)}</span> {counts[step]:,}</label>"
        )


def _doubtful(changes: Iterable[Change]) -> Iterator[str]:
    """A box that leaves only the doubtful changes, where there are any."""
    if count := sum(change.confidence < DOUBTFUL for change in changes):
        yield f'<label><input type="checkbox" id="doubt"> only doubtful {count:,}</label>'


class _Block(NamedTuple):
    """Text that was moved as a whole: lines that one line end parts; between blocks there are more."""

    step: int
    source: list[tuple[int, int]]
    target: list[tuple[int, int]]


def _moved_blocks(trace: Trace, steps: list[str]) -> list[_Block]:
    blocks: list[_Block] = []
    for number, layer in enumerate(trace.layers):
        if not isinstance(layer, Reordered) or layer.step not in steps:
            continue
        done = 0
        for at, span in layer.placed:
            source, target = [(span.start, span.end)], [(at, at + span.end - span.start)]
            for earlier in reversed(trace.layers[:number]):
                source = earlier.to_source(source)
            for later in trace.layers[number + 1 :]:
                target = later.to_result(target)
            if not done or layer.after[done:at].count("\n") > 1:
                blocks.append(_Block(steps.index(layer.step), [], []))
            blocks[-1].source.extend(source)
            blocks[-1].target.extend(target)
            done = at + span.end - span.start
    return blocks


class _Side:
    """One side of the page: its text, where each change is on it, and where each moved block is."""

    def __init__(
        self, text: str, changes: list[tuple[Change, tuple[tuple[int, int], ...]]], steps: list[str]
    ) -> None:
        self.text = text
        self.changes = [change for change, _ in changes]
        self.steps = steps
        self.opens: dict[int, list[int]] = {}
        self.closes: dict[int, list[int]] = {}
        self.points: dict[int, list[int]] = {}
        for number, (_, spans) in enumerate(changes):
            for start, end in spans:
                if start == end:
                    self.points.setdefault(start, []).append(number)
                else:
                    self.opens.setdefault(start, []).append(number)
                    self.closes.setdefault(end, []).append(number)

    def html(self, blocks: Iterable[tuple[int, list[tuple[int, int]]]]) -> Iterator[str]:
        """The text with its changes marked and its *blocks* (number of the step, spans) tinted."""
        tint: dict[int, str] = {}
        for number, (step, spans) in enumerate(blocks):
            for start, end in spans:
                tint.setdefault(end, "")
                tint[start] = f'<i class="h{number % HUES}" data-s="{step}">'
        active: list[int] = []
        block, done = "", 0
        for at in sorted({0, len(self.text), *self.opens, *self.closes, *self.points, *tint}):
            if at > done:
                run = self.text[done:at]
                inner = self._mark(run, active) if active else escape(run)
                yield f"{block}{inner}</i>" if block else inner
                done = at
            for number in self.closes.get(at, ()):
                active.remove(number)
            block = tint.get(at, block)
            for number in self.points.get(at, ()):
                yield self._mark("", [number])
            active += self.opens.get(at, ())

    def _mark(self, text: str, active: list[int]) -> str:
        change = self.changes[active[-1]]
        step = self.steps.index(change.step)
        kind = " gap" if not text else " blank" if not text.strip() else ""
        if any(self.changes[number].confidence < DOUBTFUL for number in active):
            kind += " doubt"
        about = f"{change.step}: {_shown(change.before)} → {_shown(change.after)}"
        if change.kind == "remark":
            about = f"{change.step}: {_shown(change.before)} left alone"
        if change.reason:
            about += f" ({change.reason})"
        if change.confidence < 1:
            about += f", confidence {change.confidence:.3g}"
        return (
            f'<b class="h{step % HUES}{kind}" data-s="{step}" data-k="{" ".join(map(str, active))}" '
            f'tabindex="0" aria-label="{escape(about, quote=True)}">{escape(text)}</b>'
        )


def _shown(text: str) -> str:
    short = text if len(text) <= 40 else text[:40] + "…"
    return repr(short) if not short.strip() or not short.isprintable() else short
