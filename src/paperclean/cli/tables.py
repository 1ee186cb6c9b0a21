"""Tables of texts: JSON lines and Parquet, one column cleaned, everything else as it was."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple, cast

from paperclean.cli.arguments import Options, is_table, refuse_file
from paperclean.cli.inputs import is_pattern, nothing_in, pages_of
from paperclean.cli.page import Treatment, json_value
from paperclean.cli.parser import UsageError
from paperclean.cli.progress import Progress, progress
from paperclean.cli.writing import FULL, same_file, standard_output, whole_file
from paperclean.processes import Failure, in_order

__all__ = ["Record", "run_tables"]

WRONG = 100  # lines; one and another may lack the field, or be broken
VALUE = json.JSONDecoder()
MARKS = " \t\r\n:,"  # between the names and the values of an object of JSON


class Record(NamedTuple):
    """A line of a table, and why it is as it was, if it is."""

    line: bytes
    problem: str = ""


def run_tables(options: Options) -> bool:
    """Clean the tables that *options* name; whether all went well."""
    if page := next((name for name in options.inputs if name != "-" and not is_table(name)), ""):
        raise UsageError(f"tables and pages cannot be cleaned in one run: {page} is no table")
    if options.trace or options.report or options.treatment.format != "text":
        raise UsageError("--trace, --report, --articles and --format are for pages, not for tables")
    all_well = True
    for name in options.inputs:
        if problem := nothing_in(name, options.output):
            print(f"paperclean: {name}: {problem}", file=sys.stderr)
            all_well = False
    tables = _tables(options)
    for source, target in tables:
        try:
            all_well &= _clean(source, target, options)
        except UsageError as error:
            if len(tables) == 1:
                raise
            print(f"paperclean: {error}", file=sys.stderr)  # the other tables may be as the arguments say
            all_well = False
    return all_well


def _clean(source: Path | None, target: Path | None, options: Options) -> bool:
    try:
        quiet = options.quiet or (target is None and sys.stdout.isatty())
        with progress("records", quiet=quiet) as telling:
            if source is None or target is None or _kind(source.name) == "JSON lines":
                return _json_lines(source, target, options, telling)
            from paperclean.cli.parquet import clean_parquet  # noqa: PLC0415  # needs pyarrow

            return clean_parquet(source, target, options, telling)
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno in FULL:
            raise  # the tables that are left would find no room either
        name = error.filename or _called(source)
        print(f"paperclean: {name}: {error.strerror or error}", file=sys.stderr)
    except (EOFError, zlib.error) as error:
        print(f"paperclean: {_called(source)}: a gzip archive that is damaged: {error}", file=sys.stderr)
    return False


def _called(source: Path | None) -> str:
    return str(source or "standard input")


def _tables(options: Options) -> list[tuple[Path | None, Path | None]]:
    """Each table that *options* name (None: standard input), and where it is written; nothing is done if two would be
    written to one place.
    """
    many = len(options.inputs) > 1 or any(map(is_pattern, options.inputs))
    folder = options.output if many or options.output_is_folder else None
    if folder:
        why = "several tables need a folder to be written into"
        refuse_file(folder, why, is_folder=options.output_is_folder)
    tables: list[tuple[Path | None, Path | None]] = []
    sources: dict[Path, Path | None] = {}
    for page in (page for name in options.inputs for page in pages_of(name, folder)):
        source, name = page.path, page.name if page.path else "stdin.jsonl"
        target = folder / name if folder else _target(options, name)
        if target is None and _kind(name) == "Parquet":
            raise UsageError(f"{source}: a Parquet table cannot be printed; name an output with -o")
        if source is not None and target is not None and same_file(source, target):
            raise UsageError(f"the output {target} would be written over the input")
        if target is not None and sources.setdefault(target, source) != source:
            raise UsageError(
                f"{_called(sources[target])} and {_called(source)} would both be written to {target}"
            )
        tables.append((source, target))
    return tables


def _target(options: Options, name: str) -> Path | None:
    if options.output is None:
        return None
    if is_table(options.output.name) and _kind(options.output.name) == _kind(name):
        return options.output
    raise UsageError(
        f"{options.output}: a {_kind(name)} table is written as one, not as another kind of file"
    )


def _kind(name: str) -> str:
    return "Parquet" if name.lower().endswith(".parquet") else "JSON lines"


def _json_lines(source: Path | None, target: Path | None, options: Options, telling: Progress) -> bool:
    all_well = True
    with ExitStack() as stack:
        opened = iter(stack.enter_context(_opened(source)))
        lines = _unless_all_wrong(opened, options.column, _called(source))
        if target is None:
            stream = stack.enter_context(standard_output())
        else:
            stream = stack.enter_context(whole_file(target))
            if target.suffix.lower() == ".gz":  # no time in it: the same table gives the same bytes
                packed = gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0)
                stream = cast("IO[bytes]", stack.enter_context(packed))
        held: deque[bytes] = deque()

        def remembered() -> Iterator[bytes]:
            for line in lines:
                held.append(line)
                yield line

        record = partial(clean_record, options.treatment, options.column)
        for number, result in enumerate(in_order(record, remembered(), workers=options.workers), 1):
            line = held.popleft()
            if isinstance(result, Failure):
                result = Record(line, f"{result.kind}: {result.message}")
            stream.write(result.line)
            if target is None and not result.line.endswith(b"\n"):
                stream.write(b"\n")  # another table may follow
            telling.advance()
            if result.problem:
                all_well = False
                telling.tell(f"paperclean: {_called(source)}:{number}: {result.problem}; kept as it was")
    return all_well


def _opened(path: Path | None) -> AbstractContextManager[IO[bytes]]:
    if path is None:
        return nullcontext(sys.stdin.buffer)
    return gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")  # type: ignore[return-value]


def _unless_all_wrong(lines: Iterator[bytes], field: str, name: str) -> Iterator[bytes]:
    """*lines*, or `UsageError` where each of many at the beginning has no text in *field*: another one is meant."""
    held: list[bytes] = []
    first = ""
    for line in lines:
        held.append(line)
        _, problem = _text_in(line, field)
        if not problem:
            break
        first = first or problem
        if len(held) == WRONG:
            raise UsageError(f"{name}: nothing to clean in its first {WRONG} lines; line 1: {first}")
    return chain(held, lines)


def clean_record(treatment: Treatment, field: str, line: bytes) -> Record:
    """Clean the text in *field* of one line of JSON; null and an empty line stay."""
    text, problem = _text_in(line, field)
    if text is None:
        return Record(line, problem)
    clean = treatment.clean(text)
    if clean == text:
        return Record(line)
    before, after = _around(line.decode(), field)
    return Record(before.encode() + json_value(clean) + after.encode())


def _text_in(line: bytes, field: str) -> tuple[str | None, str]:
    """The text in *field* of one line of JSON, or None and what is wrong, if anything is."""
    if not line.strip():
        return None, ""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # lists in lists in lists
        return None, f"not JSON: {error}"
    if not isinstance(record, dict):
        return None, f"has no field {field!r}; it is no object"
    if field not in record:
        return None, f"has no field {field!r}; it has {', '.join(record) or 'none'}"
    text = record[field]
    if text is None or isinstance(text, str):
        return text, ""
    return None, f"the field {field!r} is no text"


def _around(line: str, field: str) -> tuple[str, str]:
    """What stands before and after the value of *field* in *line*, an object of JSON that has it.

    Everything else stays as it is written, numbers that Python would round among it. Of fields of one name the last
    counts, as for every reader.
    """
    at = _past_marks(line, line.index("{") + 1)
    start = end = at
    while line[at] != "}":
        name, at = VALUE.raw_decode(line, at)
        place = _past_marks(line, at)
        _, at = VALUE.raw_decode(line, place)
        if name == field:
            start, end = place, at
        at = _past_marks(line, at)
    return line[:start], line[end:]


def _past_marks(line: str, at: int) -> int:
    while line[at] in MARKS:
        at += 1
    return at
