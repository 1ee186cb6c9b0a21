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
from itertools import chain, combinations, islice
from pathlib import Path
from typing import IO, NamedTuple

import paperclean
from paperclean.cli.arguments import Options, refuse_file
from paperclean.cli.inputs import Page, is_pattern, nothing_in, pages_of, passed_over
from paperclean.cli.jobs import Job, job_of, seen, told_apart
from paperclean.cli.manifest import MANIFEST, BusyError, Manifest, open_manifest
from paperclean.cli.page import Cleaned, Treatment
from paperclean.cli.parser import UsageError
from paperclean.cli.progress import Progress, progress
from paperclean.cli.writing import FULL, same_file, standard_output, whole_file, write_whole
from paperclean.processes import Failure, in_order
from paperclean.reading import NotTextError

__all__ = ["run_pages"]

FEW = 4  # pages that are not worth a second process

log = logging.getLogger("paperclean")


class Outcome(NamedTuple):
    """What became of a page; *problem* says why nothing did, *full* that there was no room to write it."""

    job: Job
    cleaned: Cleaned = Cleaned(b"", "")
    problem: str = ""
    full: OSError | None = None


def run_pages(options: Options) -> bool:
    """Clean the pages that *options* name; whether all went well."""
    many = len(options.inputs) > 1 or any(is_pattern(name) or Path(name).is_dir() for name in options.inputs)
    folder = options.output if many or options.output_is_folder else None
    if folder:
        why = "several pages need a folder to be written into"
        refuse_file(folder, why, is_folder=options.output_is_folder)
    if options.report and (many or folder):
        why = "the reports of several pages need a folder"
        refuse_file(options.report, why, is_folder=options.report_is_folder)
    if options.trace and folder:
        refuse_file(options.trace, "the traces of pages that go into a folder need a folder")
    all_named = True
    for name in options.inputs:
        if problem := nothing_in(name, folder):
            print(f"paperclean: {name}: {problem}", file=sys.stderr)
            all_named = False
        elif not options.quiet and Path(name).is_dir() and (others := passed_over(Path(name), folder)):
            print(f"paperclean: {name}: {others}", file=sys.stderr)
    if folder is None:
        return _into_one(options, many=many) and all_named
    return _into_folder(options, folder) and all_named


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
        if job.report:
            write_whole(job.report, cleaned.report, job.scratch)
        if job.trace:
            write_whole(job.trace, cleaned.trace, job.scratch)
        if not job.target:
            return Outcome(job, cleaned)
        write_whole(job.target, cleaned.content, job.scratch)  # last: a page that is there is done
        return Outcome(job, Cleaned(b"", cleaned.encoding))
    except NotTextError as error:
        return Outcome(job, problem=str(error))
    except UnicodeDecodeError as error:
        return Outcome(job, problem=f"not {error.encoding} at byte {error.start}: {error.reason}")
    except OSError as error:
        what = error.strerror or str(error)
        if error.filename and str(error.filename) != str(page.path):
            what = f"not written to {error.filename}: {what}"
        return Outcome(job, problem=what, full=error if error.errno in FULL else None)


def _weight(job: Job) -> int:
    return 8 * job.size + 8_000  # small chunks, so that little is done again after a run was killed


def _outcomes(treatment: Treatment, jobs: Iterable[Job], workers: int | None) -> Iterator[Outcome]:
    sent: deque[Job] = deque()  # those whose outcome is to come, in order
    jobs = iter(jobs)
    first = list(islice(jobs, FEW))
    if workers is None and len(first) < FEW:
        workers = 1  # done before another process has begun

    def remembered() -> Iterator[Job]:
        for job in chain(first, jobs):
            sent.append(job)
            yield job

    for outcome in in_order(partial(do, treatment), remembered(), workers=workers, size=_weight):
        job = sent.popleft()
        if isinstance(outcome, Failure):
            log.info("%s", outcome.details)
            yield Outcome(job, problem=f"{outcome.kind}: {outcome.message}")
        elif outcome.full:
            raise outcome.full  # or every page that is left would be cleaned for nothing
        else:
            yield outcome


def _into_one(options: Options, *, many: bool) -> bool:
    """One page into a file, or any number of pages to standard output."""
    _refuse_overwriting(options)
    all_well = True
    with ExitStack() as stack:
        quiet = options.quiet or not many or (options.output is None and sys.stdout.isatty())
        telling = stack.enter_context(progress("pages", quiet=quiet, total=lambda: _count(options)))
        printed = stack.enter_context(standard_output())
        try:
            trace = stack.enter_context(whole_file(options.trace)) if options.trace else None
        except OSError as error:
            raise UsageError(f"{options.trace}: {error.strerror}") from None
        jobs = (
            job_of(page, options=options, many=many or options.report_is_folder)
            for name in options.inputs
            for page in pages_of(name)
        )
        for outcome in _outcomes(options.treatment, told_apart(jobs, options), options.workers):
            problem = outcome.problem
            if not problem:
                _note(outcome)
                problem = _deliver(outcome, options.output, printed)
                if trace and not problem:
                    trace.write(outcome.cleaned.trace)
            if problem:
                all_well = False
                _tell(telling, outcome.job.page, problem)
            telling.advance()
    return all_well


def _refuse_overwriting(options: Options) -> None:
    given = (("output", options.output), ("trace", options.trace), ("report", options.report))
    written = [(what, path) for what, path in given if path is not None]
    for what, path in written:
        if any(name != "-" and same_file(Path(name), path) for name in options.inputs):
            raise UsageError(f"the {what} {path} would be written over the input")
    for (what, path), (other, its) in combinations(written, 2):
        if same_file(path, its):
            raise UsageError(f"the {what} and the {other} cannot both be written to {path}")


def _deliver(outcome: Outcome, output: Path | None, printed: IO[bytes]) -> str:
    if output is None:
        printed.write(outcome.cleaned.content)
        printed.flush()
        return ""
    try:
        write_whole(output, outcome.cleaned.content)
    except OSError as error:
        return f"not written to {output}: {error.strerror}"
    return ""


def _into_folder(options: Options, folder: Path) -> bool:
    for name in options.inputs:
        if Path(name).is_dir() and same_file(Path(name), folder):
            raise UsageError(f"the output folder {folder} is the input; nothing is written over its input")
    counts = {"done": 0, "old": 0, "failed": 0}
    try:
        with (
            open_manifest(folder) as manifest,
            progress("pages", quiet=options.quiet, total=lambda: _count(options, folder)) as telling,
        ):
            jobs = _jobs(options, folder, manifest, counts, telling)
            by = _rules(options.treatment)
            for outcome in _outcomes(options.treatment, jobs, options.workers):
                entry = seen(outcome.job, by)
                if outcome.problem:
                    entry |= {"status": "failed", "reason": outcome.problem}
                    _tell(telling, outcome.job.page, outcome.problem)
                else:
                    entry |= {"status": "done", "encoding": outcome.cleaned.encoding}
                    _note(outcome)
                counts[entry["status"]] += 1
                manifest.add(entry)
                telling.advance()
    except BusyError as error:
        raise UsageError(str(error)) from None
    except OSError as error:
        told = f"{error.filename or folder}: {error.strerror}"
        if error.errno in FULL:
            told += "; the same command does the rest once there is room"
        print(f"paperclean: {told}", file=sys.stderr)
        return False
    done, old, failed = counts.values()
    if log.isEnabledFor(logging.INFO):
        log.info("%d done now, %d done before, %d failed; see %s", done, old, failed, folder / MANIFEST)
    elif failed and not options.quiet:
        print(f"paperclean: {done + old} done, {failed} failed; see {folder / MANIFEST}", file=sys.stderr)
    return not failed


def _jobs(
    options: Options, folder: Path, manifest: Manifest, counts: dict[str, int], telling: Progress
) -> Iterator[Job]:
    """The pages that are still to do."""
    by = _rules(options.treatment)
    every = (
        job_of(page, folder, manifest.scratch, options=options)
        for name in options.inputs
        for page in pages_of(name, folder)
    )
    for job in told_apart(every, options):
        written = (path for path in (job.target, job.trace, job.report) if path)
        is_file = job.page.path is not None  # what comes through standard input may be another page each time
        if (
            is_file
            and not job.page.problem
            and manifest.is_done(seen(job, by))
            and all(map(Path.exists, written))
        ):
            counts["old"] += 1
            telling.advance()
            continue
        yield job


def _rules(treatment: Treatment) -> str:
    """Names the version and the options that a page was cleaned by."""
    options = hashlib.sha256(repr(treatment).encode()).hexdigest()[:8]
    return f"paperclean {paperclean.__version__} {options}"


def _count(options: Options, folder: Path | None = None) -> int:
    return sum(1 for name in options.inputs for _ in pages_of(name, folder))


def _note(outcome: Outcome) -> None:
    log.info("%s: %s", outcome.job.page.path or "-", outcome.cleaned.encoding)


def _tell(telling: Progress, page: Page, problem: str) -> None:
    named = str(page.path or "standard input")  # in one line, whatever is in the name
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in named)
    telling.tell(f"paperclean: {shown}: {problem}")
