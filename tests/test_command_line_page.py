"""The pages of the docs on the command line: every option is on one, and what they show is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import environment
from paperclean.cli.parser import parser

DOCS = Path(__file__).parents[1] / "docs"
PAGE = DOCS / "command-line.md"

FILES = {
    "page.txt": "记者渊王丰冤报道，7伊24小时通关。\n".encode(),
    "scan.pdf": b"%PDF-1.7",
    "archive/1949/10/01.txt": "记者渊王丰冤报道。\n".encode("gb18030"),
    "archive/1949/10/02.txt": "第二版\n".encode(),
    "archive/1949/scan.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "corpus.jsonl": '{"id": 1, "body": "记者渊王丰冤报道"}\n{"id": 2, "body": null}\n'.encode(),
    "sheet.txt": b"""\
The figures confounded hopes   Imagine a system that also
of a small expansion in the    presents a virtual body of a
fourth quarter in Europe's     person on a screen who can
biggest economy, and said      react to what you do, and
growth for the whole of the    perhaps even alert you to
year was down.                 new messages.
""",
}


def test_every_option_is_on_the_page_and_the_page_names_no_other():
    offered = {name for action in parser()._actions for name in action.option_strings}  # noqa: SLF001
    rows = [
        line.split("|")[1]
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `-")
    ]
    described = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(rows)))
    assert described == offered


def sessions():
    for page in (PAGE, DOCS / "tutorial.md", DOCS / "how-to/millions-of-pages.md"):
        for number, block in enumerate(
            re.findall(r"```console\n(.*?)\n*```", page.read_text(encoding="utf-8"), re.DOTALL)
        ):
            yield pytest.param(block, id=f"{page.stem}-{number}")


@pytest.mark.parametrize("session", list(sessions()))
def test_what_the_page_shows_is_what_happens(session, tmp_path):
    for name, data in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    commands, expected = [], []
    for line in session.splitlines():
        if line.startswith("$ "):
            commands.append(line[2:])
        else:
            expected.append(line)
    script = f'exec 2>&1\npaperclean() {{ "{sys.executable}" -m paperclean "$@"; }}\n' + "\n".join(commands)
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, cwd=tmp_path, env=environment(), check=False, timeout=60
    )
    assert done.stdout.decode().splitlines() == expected
