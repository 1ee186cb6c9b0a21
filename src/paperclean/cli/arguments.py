"""What the words after `paperclean` ask for."""

from __future__ import annotations

import argparse
import codecs
import logging
import sys
from dataclasses import dataclass, field
from pathlib import Path

import paperclean
from paperclean.cli.listing import list_steps, planned_steps
from paperclean.cli.page import Treatment
from paperclean.cli.parser import UsageError, completion, parser, unknown_option
from paperclean.plans import Style

__all__ = ["TABLES", "Options", "is_table", "parse", "refuse_file"]

TABLES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".parquet")
# how no folder is called
FILES = (".txt", ".text", ".md", ".json", ".jsonl", ".ndjson", ".gz", ".parquet", ".html")


@dataclass(frozen=True)
class Options:
    """What the arguments ask for. With *text*, just print it."""

    inputs: tuple[str, ...] = ()
    output: Path | None = None
    output_is_folder: bool = False
    trace: Path | None = None
    report: Path | None = None
    report_is_folder: bool = False
    treatment: Treatment = field(default_factory=Treatment)
    column: str = "text"
    workers: int | None = None
    quiet: bool = False
    log_level: int = logging.ERROR
    text: str | None = None
    is_table: bool = False  # whether there are tables of texts among the inputs, and not only pages


def is_table(name: str) -> bool:
    """Whether the ending of *name* is a table's."""
    return name.lower().endswith(TABLES)


def refuse_file(path: Path, why: str, *, is_folder: bool = False) -> None:
    """Raise `UsageError` if *path*, which must be a folder, is a file, and say *why*.

    The same where it is called as a file is, unless it was given as a folder (*is_folder*) or is one.
    """
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path} is a file; {why}")
    if path.suffix.lower() in FILES and not is_folder and not path.is_dir():
        raise UsageError(f"{path} is a file's name; {why}")


def parse(arguments: list[str] | None = None) -> Options:
    """Read *arguments* (default: those of this process). Raises `UsageError`."""
    made = parser()
    words = sys.argv[1:] if arguments is None else arguments
    end = words.index("--") if "--" in words else len(words)  # argparse takes only the next one for a name
    given, unknown = made.parse_known_intermixed_args(words[:end])
    if unknown:
        raise UsageError(unknown_option(made, unknown[0]))
    given.inputs += words[end + 1 :]
    if given.help:
        return Options(text=made.format_help().rstrip())
    if given.version:
        return Options(text=f"paperclean {paperclean.__version__}")
    if given.list:
        return Options(text=list_steps())
    if given.completion:
        return Options(text=completion(made, given.completion))
    _refuse_senseless(given)
    if given.output == "-":
        given.output = None
    return Options(
        inputs=tuple(given.inputs),
        output=Path(given.output) if given.output else None,
        output_is_folder=_is_folder(given.output),
        trace=Path(given.trace) if given.trace else None,
        report=Path(given.report) if given.report else None,
        report_is_folder=_is_folder(given.report),
        treatment=Treatment(
            style=Style(
                language=given.language,
                fold_letters=given.fold_letters,
                script=given.script,
                furniture=given.furniture,
            ),
            without=_steps(given.without),
            format="columns" if given.columns else given.format or ("json" if given.articles else "text"),
            in_articles=_in_articles(given),
            is_traced=bool(given.trace),
            is_reported=bool(given.report),
            encoding=_codec(given.encoding),
        ),
        column=given.field or "text",
        workers=given.workers,
        quiet=given.quiet,
        log_level=logging.INFO if given.verbose else logging.ERROR,
        is_table=_names_table(given),
    )


def _is_folder(given: str | None) -> bool:
    return given is not None and (given.endswith(("/", "\\")) or Path(given).is_dir())


def _refuse_senseless(given: argparse.Namespace) -> None:
    if not given.inputs:
        raise UsageError(
            "name a file, a folder, a glob, or - for standard input (paperclean --help tells more)"
        )
    if "" in (*given.inputs, given.output, given.trace, given.report):
        raise UsageError("a name is empty: a variable of the shell without a value, perhaps")
    if "-" in (given.trace, given.report):
        raise UsageError("a trace and a report go into files; only text is printed")
    if given.columns and (given.trace or given.report or given.format or given.articles or given.without):
        raise UsageError(
            "--columns shows the raw page; it has no --trace, --report, --articles, --format or --without"
        )
    if _in_articles(given) and given.without:
        raise UsageError("a page is taken apart into articles after all the steps; there is no --without")
    if given.field is not None and not _names_table(given):
        raise UsageError(f"--field is for tables ({', '.join(TABLES)}), and none is named")
    if given.output and given.output.lower().endswith(".parquet") and not _names_table(given):
        raise UsageError(f"{given.output}: a page is written as text or as JSON, not as a Parquet table")
    if given.encoding and _names_table(given):
        raise UsageError("--encoding is for pages; the text of a table has one")
    if given.workers is not None and given.workers < 1:
        raise UsageError(f"--workers must be at least 1, not {given.workers}")


def _names_table(given: argparse.Namespace) -> bool:
    """Whether a table is among the inputs; standard input, which has no ending, is one if a field of it is named."""
    return any(map(is_table, given.inputs)) or (given.field is not None and "-" in given.inputs)


def _in_articles(given: argparse.Namespace) -> bool:
    return bool(given.articles or given.format == "markdown")


def _steps(given: list[str]) -> tuple[str, ...]:
    names = tuple(name.strip() for several in given for name in several.split(",") if name.strip())
    for name in names:
        if name not in planned_steps():
            raise UsageError(
                f"there is no step {name!r} to leave out; the steps are {', '.join(planned_steps())}"
            )
    return names


def _codec(name: str | None) -> str | None:
    try:
        if name:
            b"text".decode(name)  # other codecs have names too, base64 for one
    except LookupError:
        raise UsageError(f"there is no encoding {name!r}") from None
    except ValueError:
        pass  # it is one of text, though not of this
    return name and codecs.lookup(name).name
