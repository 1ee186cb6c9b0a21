"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

__all__ = ["FULL", "same_file", "standard_output", "whole_file", "write_whole"]

PREFIX = ".paperclean-"
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})  # no room: whatever is written next would fail as well


@contextmanager
def whole_file(path: Path, scratch: Path | None = None) -> Iterator[IO[bytes]]:
    """A file to write *path* by: it takes the place of *path* when all is written, and vanishes on an error.

    It is made in the folder *scratch*, if that is of the same file system, or else beside *path*, whose folder is made
    where there is none. A device or a pipe is written straight away. An error of writing names *path*.
    """
    # Before links are followed by name: /dev/stdout and a shell's >(gzip) may lead to a pipe without one.
    mode = _mode(path)
    given, path = path, Path(os.path.realpath(path))  # a link stays a link
    if mode is not None and not stat.S_ISREG(mode):
        with _naming(given):
            stream = _opened(given, given)
        with stream:
            yield stream
        return
    with _naming(given):
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
        if scratch is None or scratch.stat().st_dev != path.parent.stat().st_dev:
            scratch = path.parent
        handle, name = tempfile.mkstemp(prefix=PREFIX, dir=scratch)
    temporary = Path(name)
    try:
        with _opened(handle, given) as stream:
            yield stream
        with _naming(given):
            temporary.chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
            temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def write_whole(path: Path, content: bytes, scratch: Path | None = None) -> None:
    """Write *content* to *path* as `whole_file` does."""
    with whole_file(path, scratch) as stream:
        stream.write(content)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """An error of the block names *path*."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


class _Named(io.FileIO):
    """A file whose errors of writing, of a full disk for instance, name *path* and not what is read beside it."""

    def __init__(self, file: int | Path, path: Path) -> None:
        super().__init__(file, "w")
        self.path = path

    def write(self, data: Any) -> int:
        with _naming(self.path):
            return super().write(data)


def _opened(file: int | Path, path: Path) -> IO[bytes]:
    return io.BufferedWriter(_Named(file, path))


@contextmanager
def standard_output() -> Iterator[IO[bytes]]:
    """Standard output for bytes. Unlike `sys.stdout.buffer`, it is buffered under `python -u` too, where a write
    may otherwise stop half-way without an error.
    """
    sys.stdout.flush()
    with open(sys.stdout.fileno(), "wb", closefd=False) as stream:  # a descriptor has no path
        yield stream
        stream.flush()


def same_file(one: Path, other: Path) -> bool:
    """Whether both name one file, by whatever links."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except OSError:
        return None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
