"""The words that may stand after `paperclean`."""

from __future__ import annotations

import argparse
import os
from difflib import get_close_matches
from importlib import import_module
from typing import NoReturn

from paperclean.cli.listing import planned_steps
from paperclean.cli.page import FORMATS
from paperclean.plans import CHOICES

__all__ = ["UsageError", "completion", "parser", "unknown_option"]

SHELLS = ("bash", "zsh", "fish")
EPILOG = """\
exit status: 0 all went well; 1 a file failed, the others are done; 2 the arguments make no sense;
130 stopped by Ctrl-C; 141 nobody reads the output.
"""


class UsageError(Exception):
    """Arguments that make no sense; what is wrong, and what to write instead."""


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


def unknown_option(made: argparse.ArgumentParser, word: str) -> str:
    """What is wrong with *word*, which looks like an option."""
    if os.path.lexists(word):
        return f"{word} looks like an option; a name that begins with a dash stands after two: -- {word}"
    options = list(made._option_string_actions)  # noqa: SLF001  # argparse has no other way to look at them
    near = get_close_matches(word.partition("=")[0], options, n=1, cutoff=0.75)
    return (
        f"there is no option {word} ({f'is {near[0]} meant? ' if near else ''}paperclean --help lists them)"
    )


def completion(made: argparse.ArgumentParser, shell: str) -> str:
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
