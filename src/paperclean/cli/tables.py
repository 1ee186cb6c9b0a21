"""Tables of texts: JSON lines and Parquet, one column cleaned, everything else as it was."""

from __future__ import annotations

import gzip
import json
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple, cast

from paperclean.cli.arguments import Options, UsageError, is_table
from paperclean.cli.page import Treatment, json_line
from paperclean.cli.progress import Progress, progress
from paperclean.cli.writing import same_file, standard_output, whole_file
from paperclean.processes import Failure, in_order

__all__ = ["Record", "run_tables"]


class Record(NamedTuple):
    """A line of a table, and why it is as it was, if it is."""

    line: bytes
    problem: str = ""


def run_tables(options: Options) -> bool:
    """Clean the tables that *options* name; whether all went well."""
    if not all(map(is_table, options.inputs)):
        raise UsageError("tables and pages cannot be cleaned in one run")
    if options.trace or options.report or options.treatment.format != "text":
        raise UsageError("--trace, --report, --articles and --format are for pages, not for tables")
    all_well = True
    for name in options.inputs:
        source, target = Path(name), _target(options, name)
        if target is None and name.endswith(".parquet"):
            raise UsageError(f"{name}: a Parquet table cannot be printed; name an output with -o")
        if target is not None and same_file(source, target):
            raise UsageError(f"the output {target} would be written over the input")
        try:
            with progress(
                "records", quiet=options.quiet or (target is None and sys.stdout.isatty())
            ) as telling:
                if name.lower().endswith(".parquet"):
                    from paperclean.cli.parquet import clean_parquet  # noqa: PLC0415  # needs pyarrow

                    all_well &= clean_parquet(source, Path(target or ""), options, telling)
                else:
                    all_well &= _json_lines(source, target, options, telling)
        except BrokenPipeError:
            raise
        except OSError as error:
            print(f"paperclean: {error.filename or name}: {error.strerror or error}", file=sys.stderr)
            all_well = False
    return all_well


def _target(options: Options, name: str) -> Path | None:
    if options.output is None:
        return None
    if options.output_is_folder or len(options.inputs) > 1:
        options.output.mkdir(parents=True, exist_ok=True)
        return options.output / Path(name).name
    if is_table(options.output.name) and _kind(options.output.name) == _kind(name):
        return options.output
    raise UsageError(
        f"{options.output}: a {_kind(name)} table is written as one, not as another kind of file"
    )


def _kind(name: str) -> str:
    return "Parquet" if name.lower().endswith(".parquet") else "JSON lines"


def _json_lines(source: Path, target: Path | None, options: Options, telling: Progress) -> bool:
    all_well = True
    with ExitStack() as stack:
        lines: Iterator[bytes] = iter(stack.enter_context(_opened(source)))
        if target is None:
            stream = stack.enter_context(standard_output())
        else:
            stream = stack.enter_context(whole_file(target))
            if target.suffix == ".gz":  # no time in it: the same table gives the same bytes
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
            telling.advance()
            if result.problem:
                all_well = False
                telling.tell(f"paperclean: {source}:{number}: {result.problem}; kept as it was")
    return all_well


def _opened(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def clean_record(treatment: Treatment, field: str, line: bytes) -> Record:
    """Clean the text in *field* of one line of JSON; null and an empty line stay."""
    if not line.strip():
        return Record(line)
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except ValueError as error:
        return Record(line, f"not JSON: {error}")
    if not isinstance(record, dict) or field not in record:
        return Record(line, f"has no field {field!r}")
    text = record[field]
    if text is None:
        return Record(line)
    if not isinstance(text, str):
        return Record(line, f"the field {field!r} is no text")
    record[field] = treatment.clean(text)
    return Record(json_line(record))
