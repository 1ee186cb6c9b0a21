"""A run over pages: to standard output, into a file, or into a folder."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple

from paperclean.cli.arguments import Options, UsageError, package_version
from paperclean.cli.inputs import Page, is_pattern, pages_of
from paperclean.cli.manifest import MANIFEST, BusyError, Manifest, open_manifest
from paperclean.cli.page import Treatment
from paperclean.cli.progress import Progress, progress
from paperclean.cli.writing import same_file, standard_output, whole_file, write_whole
from paperclean.processes import Failure, in_order
from paperclean.reading import NotTextError

__all__ = ["run_pages"]

log = logging.getLogger("paperclean")


class Job(NamedTuple):
    """One page, and where it and its trace go (None: they are handed back)."""

    page: Page
    data: bytes | None = None
    target: Path | None = None
    trace: Path | None = None
    scratch: Path | None = None
    size: int = 0


class Outcome(NamedTuple):
    """What became of a page; *problem* says why nothing did."""

    job: Job
    content: bytes = b""
    trace: bytes = b""
    encoding: str = ""
    problem: str = ""


def run_pages(options: Options) -> bool:
    """Clean the pages that *options* name; whether all went well."""
    many = len(options.inputs) > 1 or any(is_pattern(name) or Path(name).is_dir() for name in options.inputs)
    if options.output is None or not (many or options.output_is_folder):
        return _into_one(options)
    if options.output.exists() and not options.output.is_dir():
        raise UsageError(f"{options.output} is a file; several pages need a folder to be written into")
    return _into_folder(options, options.output)


def do(treatment: Treatment, job: Job) -> Outcome:
    """Do one job. What goes wrong is in the outcome."""
    page, data = job.page, job.data
    try:
        if page.problem:
            return Outcome(job, problem=page.problem)
        if data is None:
            data = Path(page.path or os.devnull).read_bytes()
        cleaned = treatment.page(page.name if job.target else str(page.path or "-"), data)
        job = job._replace(data=None)
        if job.target is None:
            return Outcome(job, *cleaned)
        if page.path and same_file(page.path, job.target):
            return Outcome(job, problem="it would be written over itself")
        if job.trace:
            write_whole(job.trace, cleaned.trace, job.scratch)
        write_whole(job.target, cleaned.content, job.scratch)
        return Outcome(job, encoding=cleaned.encoding)
    except NotTextError as error:
        return Outcome(job, problem=str(error))
    except UnicodeDecodeError as error:
        return Outcome(job, problem=f"not {error.encoding} at byte {error.start}: {error.reason}")
    except OSError as error:
        return Outcome(job, problem=error.strerror or str(error))


def _outcomes(treatment: Treatment, jobs: Iterable[Job], workers: int | None) -> Iterator[Outcome]:
    sent: deque[Job] = (
        deque()
    )  # those whose outcome is to come; in order, so that the first is always the next

    def remembered() -> Iterator[Job]:
        for job in jobs:
            sent.append(job)
            yield job

    for outcome in in_order(
        partial(do, treatment), remembered(), workers=workers, size=lambda job: job.size + 1000
    ):
        job = sent.popleft()
        if isinstance(outcome, Failure):
            log.info("%s", outcome.details)
            yield Outcome(job, problem=f"{outcome.kind}: {outcome.message}")
        else:
            yield outcome


def _into_one(options: Options) -> bool:
    """One page into a file, or any number of pages to standard output."""
    for name in options.inputs:
        for what, path in (("the output", options.output), ("the trace", options.trace)):
            if path is not None and name != "-" and same_file(Path(name), path):
                raise UsageError(f"{what} {path} would be written over the input")
    if options.output and options.trace and same_file(options.output, options.trace):
        raise UsageError(f"the output and the trace cannot both be written to {options.trace}")
    all_well = True
    with ExitStack() as stack:
        telling = Progress()
        printed = stack.enter_context(standard_output())
        try:
            trace = stack.enter_context(whole_file(options.trace)) if options.trace else None
        except OSError as error:
            raise UsageError(f"{options.trace}: {error.strerror}") from None
        jobs = (_job(page) for name in options.inputs for page in pages_of(name))
        for outcome in _outcomes(options.treatment, jobs, options.workers):
            problem = outcome.problem
            if not problem:
                _note(outcome)
                problem = _deliver(outcome, options.output, printed)
                if trace and not problem:
                    trace.write(outcome.trace)
            if problem:
                all_well = False
                _tell(telling, outcome.job.page, problem)
    return all_well


def _deliver(outcome: Outcome, output: Path | None, printed: IO[bytes]) -> str:
    if output is None:
        printed.write(outcome.content)
        printed.flush()
        return ""
    try:
        with whole_file(output) as stream:
            stream.write(outcome.content)
    except OSError as error:
        return f"not written to {output}: {error.strerror}"
    return ""


def _into_folder(options: Options, folder: Path) -> bool:
    for name in options.inputs:
        if Path(name).is_dir() and same_file(Path(name), folder):
            raise UsageError(f"the output folder {folder} is the input; nothing is written over its input")
    counts = {"done": 0, "failed": 0, "old": 0}
    try:
        with (
            open_manifest(folder) as manifest,
            progress("pages", quiet=options.quiet, total=lambda: _count(options, folder)) as telling,
        ):
            jobs = _jobs(options, folder, manifest, counts, telling)
            by = _rules(options.treatment)
            for outcome in _outcomes(options.treatment, jobs, options.workers):
                entry = _seen(outcome.job, by)
                if outcome.problem:
                    entry |= {"status": "failed", "reason": outcome.problem}
                    _tell(telling, outcome.job.page, outcome.problem)
                else:
                    entry |= {"status": "done", "encoding": outcome.encoding}
                    _note(outcome)
                counts[entry["status"]] += 1
                manifest.add(entry)
                telling.advance()
    except BusyError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        print(f"paperclean: {error.filename or folder}: {error.strerror}", file=sys.stderr)
        return False
    if counts["failed"] and not options.quiet:
        done = counts["done"] + counts["old"]
        print(f"paperclean: {done} done, {counts['failed']} failed; see {folder / MANIFEST}", file=sys.stderr)
    log.info("%(done)d done now, %(old)d done before, %(failed)d failed", counts)
    return not counts["failed"]


def _jobs(
    options: Options, folder: Path, manifest: Manifest, counts: dict[str, int], telling: Progress
) -> Iterator[Job]:
    """The pages that are still to do."""
    by = _rules(options.treatment)
    taken: set[str] = set()
    for name in options.inputs:
        for page in pages_of(name, folder):
            job = _job(page, folder, options, manifest.scratch)
            if page.name in taken and not page.problem:
                job = job._replace(page=page._replace(problem=f"another page is written to {job.target}"))
            elif (
                manifest.is_done(_seen(job, by))
                and _exists(job.target)
                and (not job.trace or _exists(job.trace))
            ):
                counts["old"] += 1
                telling.advance()
                continue
            taken.add(page.name)
            yield job


def _job(
    page: Page, folder: Path | None = None, options: Options | None = None, scratch: Path | None = None
) -> Job:
    data = sys.stdin.buffer.read() if page.path is None else None
    size = len(data) if data is not None else _stat(page.path)[0]
    if folder is None or options is None:
        return Job(page, data, size=size)
    target = folder / options.treatment.file_name(page.name)
    trace = options.trace / f"{page.name}.jsonl" if options.trace else None
    return Job(page, data, target, trace, scratch, size)


def _seen(job: Job, by: str) -> dict[str, Any]:
    """What a manifest says of a page before it is done: enough to see whether it has changed."""
    size, modified = _stat(job.page.path)
    return {"file": job.page.name, "bytes": size, "modified": modified, "by": by}


def _stat(path: Path | None) -> tuple[int, int]:
    try:
        found = path.stat() if path else None
    except OSError:
        found = None
    return (found.st_size, found.st_mtime_ns) if found else (0, 0)


def _rules(treatment: Treatment) -> str:
    """Names the version and the options that a page was cleaned by."""
    options = hashlib.sha256(repr(treatment).encode()).hexdigest()[:8]
    return f"paperclean {package_version()} {options}"


def _count(options: Options, folder: Path) -> int:
    return sum(1 for name in options.inputs for _ in pages_of(name, folder))


def _exists(path: Path | None) -> bool:
    return path is not None and path.exists()


def _note(outcome: Outcome) -> None:
    log.info("%s: %s", outcome.job.page.path or "-", outcome.encoding)


def _tell(telling: Progress, page: Page, problem: str) -> None:
    telling.tell(f"paperclean: {page.path or 'standard input'}: {problem}")
