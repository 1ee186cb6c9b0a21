"""Runs of the real command line in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
SEED = Path(__file__).parents[1] / "examples/seed/page.txt"
COMMAND = [sys.executable, "-m", "paperclean"]


def environment(**more):
    return {**os.environ, "PYTHONPATH": str(SOURCE), **more}


def paperclean(*arguments, stdin=b"", cwd=None, **more):
    """Run the command line; the finished process, output as bytes."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**more),
        timeout=120,
        check=False,
    )


def tree(folder):
    """Every file under *folder*, hidden ones too, and what it holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
