"""The command line: `paperclean FILE...` prints what the newspaper printed.

`parser` says what may be given; `arguments` tells what that asks for, and refuses what makes no sense. What is left is a run
over pages (`runs`) or over tables (`tables`, `parquet`):

- `inputs` finds the pages that a name, a folder or a glob stands for, `jobs` says where each goes, over no input.
- `page` is what is done with one of them: read, clean, and put into the form asked for.
- `writing` writes files whole or not at all; the `manifest` of a folder notes what is done, so that a stopped run can go on.
- `progress` is the bar on a terminal; `listing` and `columns` are `--list` and `--columns`.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from types import FrameType

from paperclean.cli.arguments import parse
from paperclean.cli.parser import UsageError
from paperclean.cli.runs import run_pages
from paperclean.cli.tables import run_tables

__all__ = ["main"]

FAILED, USAGE, INTERRUPTED, TERMINATED, PIPE_CLOSED = 1, 2, 130, 143, 141


def main(arguments: list[str] | None = None) -> int:
    """Do what *arguments* say and return the exit status: 0 where all went well, 1 where a file failed, 2 for
    arguments that make no sense, 130 and 143 when stopped by Ctrl-C or SIGTERM, 141 when nobody reads the output.
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # UTF-8 and plain line ends, whatever the locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    signal.signal(signal.SIGTERM, _terminate)
    try:
        return _run(arguments)
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except OSError as error:  # what a page or a table meets is told beside its name; this is the output's
        _drop_output()
        print(
            f"paperclean: {error.filename or 'standard output'}: {error.strerror or error}", file=sys.stderr
        )
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: list[str] | None) -> int:
    try:
        options = parse(arguments)
        if options.text is not None:
            print(options.text)
            sys.stdout.flush()
            return 0
        logging.basicConfig(level=options.log_level, format="paperclean: %(message)s")
        all_well = run_tables(options) if options.is_table else run_pages(options)
    except UsageError as error:
        print(f"paperclean: {error}", file=sys.stderr)
        return USAGE
    sys.stdout.flush()
    return 0 if all_well else FAILED


def _open_closed_streams() -> None:
    """Open each stream that the shell closed (`>&-`), or the next file opened would be taken for it.

    What would be read or printed must not be lost in silence: such a use is an error. Messages may go nowhere.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the last flush must not fail again


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(TERMINATED)  # by way of every `finally`, so that no temporary file stays
