"""One page and where what comes of it goes: beside all others, and over no input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from paperclean.cli.arguments import Options
from paperclean.cli.inputs import Page, pages_of

__all__ = ["Job", "job_of", "seen", "told_apart"]


class Job(NamedTuple):
    """One page, and where it, its trace and its report go (None: they are handed back, or not wanted).

    Its *size* and when it was *modified* are from before it is read: one that changes meanwhile is done again by the next run.
    """

    page: Page
    data: bytes | None = None
    target: Path | None = None
    trace: Path | None = None
    report: Path | None = None
    scratch: Path | None = None
    size: int = 0
    modified: int = 0


def job_of(
    page: Page,
    folder: Path | None = None,
    scratch: Path | None = None,
    *,
    options: Options,
    many: bool = True,
) -> Job:
    """The job that *options* make of *page*: handed back, or written into *folder*, by way of *scratch*.

    With *many* pages the report's path names a folder. Standard input is read now, so that no other process has to.
    """
    data = None
    if page.path is None:
        try:
            data = sys.stdin.buffer.read()
        except OSError as error:
            page = page._replace(problem=error.strerror or str(error))
    report = options.report / f"{page.name}.html" if options.report and many else options.report
    found = _found(page.path)
    size, modified = (found.st_size, found.st_mtime_ns) if found else (len(data or b""), 0)
    job = Job(page, data, report=report, size=size, modified=modified)
    if folder is None:
        return job
    trace = options.trace / f"{page.name}.jsonl" if options.trace else None
    return job._replace(target=folder / options.treatment.file_name(page.name), trace=trace, scratch=scratch)


def told_apart(jobs: Iterable[Job], options: Options) -> Iterator[Job]:
    """*jobs*, of which one that would be written where another is, or over an input, has that for its problem."""
    taken: set[str] = set()
    named = (name for name in options.inputs if not Path(name).is_dir())  # of a folder, see `pages_of`
    inputs = {_file(page.path) for name in named for page in pages_of(name, options.output)}
    for job in jobs:
        page, place = job.page, job.target or job.report
        itself = _file(page.path)
        written = ((path, _file(path)) for path in (job.target, job.trace, job.report))
        over = next(
            ((path, there) for path, there in written if there and (there == itself or there in inputs)), None
        )
        if place and page.name in taken:
            page = page._replace(
                name=str(page.path or "-"),
                problem=f"another page is written to {place}; give it an output of its own",
            )
        elif over:
            what = "itself" if over[1] == itself else f"the input {over[0]}"
            page = page._replace(problem=f"it would be written over {what}")
        taken.add(job.page.name)
        yield job._replace(page=page)


def _file(path: Path | None) -> tuple[int, int] | None:
    """What tells the file at *path* from any other, by whatever links; None where there is none."""
    found = _found(path)
    return (found.st_dev, found.st_ino) if found else None


def seen(job: Job, by: str) -> dict[str, Any]:
    """What a manifest says of a page before it is done: enough to see whether it has changed."""
    return {"file": job.page.name, "bytes": job.size, "modified": job.modified, "by": by}


def _found(path: Path | None) -> os.stat_result | None:
    try:
        return path.stat() if path else None
    except OSError:
        return None
