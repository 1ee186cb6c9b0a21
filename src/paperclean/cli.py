"""The command line: `paperclean FILE...` prints cleaned text."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from paperclean.plans import clean


def main(arguments: list[str] | None = None) -> int:
    """Clean the files named in *arguments* and print them; 0 where all went well."""
    parser = argparse.ArgumentParser(prog="paperclean", description="Print what the newspaper printed.")
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    options = parser.parse_args(arguments)
    for path in options.files:
        sys.stdout.write(clean(path.read_text(encoding="utf-8")))
    return 0
