"""What may stand after `paperclean`, and what it means."""

from __future__ import annotations

import argparse
import codecs
import logging
import os
import sys
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import paperclean
from paperclean.cli.listing import list_steps, planned_steps
from paperclean.cli.page import FORMATS, Treatment
from paperclean.plans import CHOICES, Style

__all__ = ["Options", "UsageError", "is_table", "parse", "parser"]

SHELLS = ("bash", "zsh", "fish")
TABLES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".parquet")

EPILOG = """\
exit status: 0 all went well; 1 a file failed, the others are done; 2 the arguments make no sense;
130 stopped by Ctrl-C; 141 nobody reads the output.
"""


class UsageError(Exception):
    """Arguments that make no sense; what is wrong, and what to write instead."""


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


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (paperclean --help tells more)")


def parser() -> argparse.ArgumentParser:
    """The parser; `docs/command-line.md` is checked against it."""
    made = _Parser(
        prog="paperclean",
        description="Give back the text that a newspaper printed, from the dirty text of a scan or a PDF.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    made.add_argument(
        "inputs",
        nargs="*",
        metavar="PATH",
        help="a text file in any encoding, a folder, a glob in quotes, a table (.jsonl, .parquet), "
        "or - for standard input",
    )
    where = made.add_argument_group("where it goes")
    where.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="write to this file, or for several pages into this folder, instead of printing (-)",
    )
    where.add_argument(
        "--format",
        choices=FORMATS,
        help="what is written of a page; markdown sets its articles (default: text, of articles json)",
    )
    where.add_argument(
        "--articles",
        action="store_true",
        help="take each page apart into its articles, each with its headline",
    )
    where.add_argument(
        "--trace",
        metavar="PATH",
        help="write every change to this file (with a folder as output: folder), as JSON lines",
    )
    where.add_argument(
        "--report",
        metavar="PATH",
        help="show raw and clean side by side in this HTML file, or in this folder, a file a page",
    )
    how = made.add_argument_group("how it is cleaned")
    how.add_argument(
        "--without",
        metavar="STEP",
        action="append",
        default=[],
        help="leave a step out; may be given several times, or several steps with commas between",
    )
    how.add_argument(
        "--language",
        choices=CHOICES["language"],
        metavar="CODE",
        help=f"the language, where the page does not tell: {', '.join(CHOICES['language'])}",
    )
    how.add_argument(
        "--script",
        choices=CHOICES["script"],
        metavar="NAME",
        help="convert Chinese pages: Hans (simplified), Hant (traditional), or a configuration of OpenCC "
        "such as tw2sp (default: the script stays)",
    )
    how.add_argument(
        "--furniture",
        choices=CHOICES["furniture"],
        default="keep",
        help="what becomes of running heads, folios, imprint and jump lines (default: %(default)s)",
    )
    how.add_argument(
        "--fold-letters", action="store_true", help="make full-width letters and digits in Chinese text ASCII"
    )
    how.add_argument(
        "--encoding", metavar="NAME", help="the encoding of the input, instead of finding it out"
    )
    how.add_argument(
        "--field",
        metavar="NAME",
        help="the column of a table to clean (default: text); of standard input, that it is JSON lines",
    )
    work = made.add_argument_group("how it works")
    work.add_argument(
        "--workers",
        type=int,
        metavar="N",
        help="how many processes (default: one a processor, for more than a few pages)",
    )
    work.add_argument(
        "-q", "--quiet", action="store_true", help="no progress bar, no summary; errors are still told"
    )
    work.add_argument(
        "-v", "--verbose", action="store_true", help="tell on standard error what is done and found"
    )
    other = made.add_argument_group("instead of cleaning")
    other.add_argument(
        "--list", action="store_true", help="list the steps, those that --without can leave out first"
    )
    other.add_argument(
        "--columns", action="store_true", help="show where columns lie side by side, and their order"
    )
    other.add_argument(
        "--completion",
        choices=SHELLS,
        metavar="SHELL",
        help=f"print a completion script: {', '.join(SHELLS)}",
    )
    other.add_argument("--version", action="store_true", help="print the version")
    other.add_argument("-h", "--help", action="store_true", help="print this help")
    return made


def parse(arguments: list[str] | None = None) -> Options:
    """Read *arguments* (default: those of this process). Raises `UsageError`."""
    made = parser()
    words = sys.argv[1:] if arguments is None else arguments
    end = words.index("--") if "--" in words else len(words)  # argparse takes only the next one for a name
    given, unknown = made.parse_known_intermixed_args(words[:end])
    if unknown:
        raise UsageError(_unknown(made, unknown[0]))
    given.inputs += words[end + 1 :]
    if given.help:
        return Options(text=made.format_help().rstrip())
    if given.version:
        return Options(text=f"paperclean {paperclean.__version__}")
    if given.list:
        return Options(text=list_steps())
    if given.completion:
        return Options(text=_completion(made, given.completion))
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


def _unknown(made: argparse.ArgumentParser, word: str) -> str:
    """What is wrong with *word*, which looks like an option."""
    if os.path.lexists(word):
        return f"{word} looks like an option; a name that begins with a dash stands after two: -- {word}"
    options = list(made._option_string_actions)  # noqa: SLF001  # argparse has no other way to look at them
    near = get_close_matches(word.partition("=")[0], options, n=1, cutoff=0.75)
    return (
        f"there is no option {word} ({f'is {near[0]} meant? ' if near else ''}paperclean --help lists them)"
    )


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


def _completion(made: argparse.ArgumentParser, shell: str) -> str:
    try:
        shtab = import_module("shtab")
    except ImportError:
        raise UsageError('--completion needs the package shtab: pip install "paperclean[cli]"') from None
    for action in made._actions:  # noqa: SLF001  # argparse has no other way to look at them
        if action.metavar == "PATH":
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # read by shtab
        elif action.metavar == "STEP":
            action.choices = planned_steps()
    script: str = shtab.complete(made, shell=shell)
    return script.rstrip()
