"""The record of a folder of output: what is done, what failed and why, so that a run can be taken up again.

`paperclean-manifest.jsonl` lies in the folder when a run has ended. While one goes on, `.paperclean/` holds a
journal of the pages done so far and the files that are being written; a run that was killed leaves it there,
and the next one reads the journal and throws the rest away.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from paperclean.cli.page import json_line
from paperclean.cli.writing import write_whole

try:
    import fcntl
except ImportError:  # Windows: two runs into one folder are not told apart
    fcntl = None  # type: ignore[assignment]

__all__ = ["MANIFEST", "BusyError", "Manifest", "open_manifest"]

MANIFEST = "paperclean-manifest.jsonl"
WORK = ".paperclean"

Entry = dict[str, Any]


class BusyError(Exception):
    """Another run writes into the same folder."""


class Manifest:
    """The entries of one folder of output, by the name of their page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / MANIFEST
        self.scratch = folder / WORK / "unfinished"
        self.journal = folder / WORK / "journal.jsonl"
        self.entries: dict[str, Entry] = {}
        for path in (self.path, self.journal):
            self._load(path)

    def _load(self, path: Path) -> None:
        with suppress(FileNotFoundError):
            for line in path.read_bytes().splitlines():
                with suppress(ValueError):  # the last line of a journal may be cut off
                    entry = json.loads(line)
                    self.entries[entry["file"]] = entry

    def is_done(self, seen: Entry) -> bool:
        """Whether the page that is *seen* to have a size and a time now was done already by the same rules."""
        entry = self.entries.get(seen["file"])
        return entry is not None and entry["status"] == "done" and seen.items() <= entry.items()

    def add(self, entry: Entry) -> None:
        """Note what became of a page. A full disk does not stop the run: at worst, the page is done again."""
        self.entries[entry["file"]] = entry
        with suppress(OSError), self.journal.open("ab") as stream:
            stream.write(json_line(entry))

    def write(self) -> None:
        """Write the manifest, whole, in the order of the names."""
        lines = (json_line(self.entries[name]) for name in sorted(self.entries))
        write_whole(self.path, b"".join(lines), self.scratch)


@contextmanager
def open_manifest(folder: Path) -> Iterator[Manifest]:
    """The manifest of *folder*, which no other run may have at the same time; written when all is done."""
    work = folder / WORK
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("wb") as lock:
        if fcntl is not None:
            try:
                fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise BusyError(f"{folder}: another run is writing into this folder") from None
        manifest = Manifest(folder)
        shutil.rmtree(manifest.scratch, ignore_errors=True)
        manifest.scratch.mkdir()
        yield manifest
        manifest.write()
        shutil.rmtree(work, ignore_errors=True)
