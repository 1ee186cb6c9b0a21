"""Many texts: an iterator in, an iterator out."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from os import PathLike
from typing import Literal, NamedTuple, SupportsIndex, overload

from paperclean.pipeline import run
from paperclean.plans import Style, chosen
from paperclean.processes import Failure, in_order
from paperclean.reading import read
from paperclean.steps import Step, as_text, warn_of_name

__all__ = ["CleaningError", "clean_many"]

log = logging.getLogger("paperclean")


class CleaningError(Exception):
    """One text that could not be cleaned.

    *index* is its place among the texts, *kind* the class of the error, *message* what it said, *details* its
    traceback.
    """

    def __init__(self, index: int, kind: str, message: str, details: str = "") -> None:
        super().__init__(index, kind, message, details)
        self.index = index
        self.kind = kind
        self.message = message
        self.details = details

    def __str__(self) -> str:
        return f"text {self.index}: {self.kind}: {self.message}"


Text = str | bytes | PathLike[str]


@overload
def clean_many(
    texts: Iterable[Text],
    *,
    workers: int | None = None,
    style: Style | None = None,
    pipeline: Step | None = None,
    errors: Literal["raise"] = "raise",
) -> Iterator[str]: ...


@overload
def clean_many(
    texts: Iterable[Text],
    *,
    workers: int | None = None,
    style: Style | None = None,
    pipeline: Step | None = None,
    errors: Literal["return", "keep"],
) -> Iterator[str | CleaningError]: ...


def clean_many(
    texts: Iterable[Text],
    *,
    workers: int | None = None,
    style: Style | None = None,
    pipeline: Step | None = None,
    errors: Literal["raise", "return", "keep"] = "raise",
) -> Iterator[str | CleaningError]:
    r"""Clean each of *texts* and yield the results in order, as they are ready.

    A text is a `str`, `bytes` of any encoding, or a path (`pathlib.Path`) to read. *texts* may be a generator without end:
    only a few chunks of it are held at a time. *workers* is the number of processes: None for one a
    processor, 1 for none but this one; few texts are cleaned in this process anyway. *style* and *pipeline* as in
    `trace`.

    *errors* says what becomes of a text that cannot be read or cleaned: `raise` ends the run with
    `CleaningError`; `return` yields that error in the text's place and goes on; `keep` yields the text as it came
    (the error, if it cannot even be read). A process that dies, for want of memory perhaps, is
    replaced, and only the text it died of fails. Before anything is done, `TypeError` is raised for one text instead of many,
    `ValueError` for *workers* or *errors* that are none of these.

    >>> list(clean_many(["\ufeff海关", "总署".encode("gb18030")]))
    ['海关', '总署']
    >>> [type(result).__name__ for result in clean_many(["好", b"%PDF-1.4"], errors="return")]
    ['str', 'CleaningError']

    Where processes are not forked (macOS, Windows, Linux from Python 3.14 on), a script must guard its start with
    `if __name__ == "__main__":`, as for every use of `multiprocessing`.
    """
    if errors not in ("raise", "return", "keep"):
        raise ValueError(f"errors must be 'raise', 'return' or 'keep', not {errors!r}")
    if workers is not None and (not isinstance(workers, SupportsIndex) or int(workers) < 1):
        raise ValueError(f"workers must be a whole number of at least 1, not {workers!r}")
    if isinstance(texts, str | bytes | bytearray | memoryview | PathLike):
        raise TypeError(f"clean_many() takes many texts, not one ({type(texts).__name__}); clean() takes one")
    do = partial(_cleaned, chosen(style, pipeline), errors == "keep")
    return _results(in_order(do, iter(texts), workers=workers), errors)


class _Kept(NamedTuple):
    """A text that could be read and not cleaned, and why."""

    text: str
    kind: str
    message: str


def _results(
    results: Generator[str | _Kept | Failure, None, None], errors: str
) -> Iterator[str | CleaningError]:
    with closing(results):  # at the first error that ends the run, and not when the error itself is forgotten
        for index, result in enumerate(results):
            if isinstance(result, str):
                yield result
            elif isinstance(result, _Kept):
                log.warning("text %d kept as it came: %s: %s", index, result.kind, result.message)
                yield result.text
            else:
                error = CleaningError(index, *result)
                if errors == "raise":
                    raise error
                log.warning("%s", error)
                yield error


def _cleaned(step: Step, keep: bool, text: Text) -> str | _Kept:
    if isinstance(text, bytes | bytearray | memoryview | PathLike):
        text = read(text)
    else:
        text = as_text(text)
        warn_of_name(text)
    try:
        return run(step, text)
    except Exception as error:
        if not keep:
            raise
        return _Kept(text, type(error).__name__, str(error))
