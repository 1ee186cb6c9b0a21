"""From the arguments to the pages they name."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from paperclean.cli.arguments import TABLES, is_table

__all__ = ["Page", "is_pattern", "nothing_in", "pages_of", "passed_over"]

SUFFIXES = (".txt", ".text")  # what counts as a page in a folder
OTHER_TABLES = (".csv", ".tsv")
PACKED = tuple(page + packed for page in SUFFIXES for packed in (".gz", ".bz2", ".xz", ".zst"))
NO_PAGES = (*TABLES, *OTHER_TABLES, *PACKED)


class Page(NamedTuple):
    """A page to clean: where it is read (None: standard input), and its name, with the folders kept, in the output.

    With a *problem*, it cannot even be looked at, and this is why.
    """

    path: Path | None
    name: str
    problem: str = ""


def is_pattern(argument: str) -> bool:
    """Whether *argument* is a glob and not the name of something."""
    return glob.has_magic(argument) and not os.path.lexists(argument)


def pages_of(argument: str, output: Path | None = None) -> Iterator[Page]:
    """The pages that *argument* names, in an order that is always the same, less those in the folder *output*.

    A file that is named is a page whatever it is called; in a folder, what ends in .txt; of a glob, every file. Hidden
    files and folders are left out.
    """
    if argument == "-":
        yield Page(None, "stdin.txt")
    elif is_pattern(argument):
        root = Path(argument)
        while glob.has_magic(str(root)):
            root = root.parent
        for name in sorted(glob.iglob(argument, recursive=True)):  # noqa: PTH207  # a pattern may be absolute
            path = Path(name)
            if path.is_file() and not _inside(path, output):
                yield Page(path, path.relative_to(root).as_posix(), _no_page(path.name))
    elif Path(argument).is_dir():
        yield from _pages_in(Path(argument), output)
    else:
        yield Page(Path(argument), Path(argument).name, _no_page(argument))


def nothing_in(argument: str, output: Path | None = None) -> str:
    """Why *argument* names no page outside the folder *output*; empty where it does name some."""
    if any(True for _ in pages_of(argument, output)):
        return ""
    if is_pattern(argument):
        return "no file matches it"
    return f"a folder without pages ({', '.join(SUFFIXES)}); name other files one by one or with a glob"


def _no_page(name: str) -> str:
    """Why the file *name* is not cleaned as a page is: the lines of a table would be joined."""
    if name.lower().endswith(OTHER_TABLES):
        return "a table, not a page: put it into JSON lines or Parquet first, of which one column is cleaned"
    return "a table, not a page: tables are cleaned in a run of their own" if is_table(name) else ""


def passed_over(folder: Path, output: Path | None = None) -> str:
    """What is in *folder* that could be cleaned, but not as its pages are; empty where nothing is."""
    names = (path.name.lower() for path in _files_in(folder, output, []))
    endings = Counter(ending for name in names for ending in NO_PAGES if name.endswith(ending))
    if not endings:
        return ""
    counted = ", ".join(f"{ending} ({count:,})" for ending, count in sorted(endings.items()))
    return f"passed over {counted}: clean tables in a run of their own, unpack pages first"


def _files_in(folder: Path, output: Path | None, unreadable: list[OSError]) -> Iterator[Path]:
    """The files in *folder*, in an order that is always the same; what cannot be listed is noted in *unreadable*."""
    for place, folders, files in os.walk(folder, onerror=unreadable.append):
        here = Path(place)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _inside(here / name, output)
        )
        yield from (here / name for name in sorted(files) if not name.startswith("."))


def _pages_in(folder: Path, output: Path | None) -> Iterator[Page]:
    unreadable: list[OSError] = []
    for path in _files_in(folder, output, unreadable):
        if path.name.lower().endswith(SUFFIXES):
            yield Page(path, path.relative_to(folder).as_posix())
    for error in unreadable:
        path = Path(error.filename)
        yield Page(path, path.relative_to(folder).as_posix(), error.strerror or str(error))


def _inside(path: Path, folder: Path | None) -> bool:
    return folder is not None and path.resolve().is_relative_to(folder.resolve())
