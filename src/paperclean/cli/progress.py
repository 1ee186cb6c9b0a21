"""A progress bar on a terminal, with the package rich; nothing anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

__all__ = ["Progress", "progress"]


INTERVAL = 0.1  # seconds; drawn by the run itself, since a thread that draws must not be forked into workers


class Progress:
    """Tells how far a run has come; this one keeps it to itself."""

    def advance(self, by: int = 1) -> None:
        """Count *by* more pages or records."""

    def tell(self, line: str) -> None:
        """Print *line* on standard error, not into the middle of the bar."""
        print(line, file=sys.stderr, flush=True)


class _Bar(Progress):
    def __init__(self, bar: Any) -> None:
        self.bar = bar
        self.task = bar.add_task("", total=None)
        self.shown = 0.0

    def advance(self, by: int = 1) -> None:
        self.bar.advance(self.task, by)
        if time.monotonic() > self.shown + INTERVAL:
            self.shown = time.monotonic()
            self.bar.refresh()

    def tell(self, line: str) -> None:
        self.bar.console.print(line, markup=False, highlight=False, soft_wrap=True)


def _rate(rich: Any) -> Any:
    class Rate(rich.ProgressColumn):  # type: ignore[misc]  # rich is imported only where it is shown
        def render(self, task: Any) -> str:
            return f"{task.speed:.1f}/s" if task.speed else ""

    return Rate()


@contextmanager
def progress(unit: str, *, quiet: bool, total: Callable[[], int] | None = None) -> Iterator[Progress]:
    """A bar that counts *unit*; *total*, called only if there is a bar, tells how many there will be."""
    try:
        rich = import_module("rich.progress") if sys.stderr.isatty() and not quiet else None
        console = import_module("rich.console") if rich else None
    except ImportError:
        rich = console = None
    if rich is None or console is None:
        yield Progress()
        return
    columns = (
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TextColumn(unit),
        _rate(rich),
        rich.TimeRemainingColumn(),
    )
    with rich.Progress(*columns, console=console.Console(stderr=True), auto_refresh=False) as bar:
        shown = _Bar(bar)
        if total is not None:
            bar.update(shown.task, total=total())
        yield shown
