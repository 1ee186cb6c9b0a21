"""A program that uses the library is checked with the types it promises."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"

CONSUMER = """
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import assert_type

import paperclean as pc

assert_type(pc.clean("page"), str)
assert_type(pc.read(Path("page.txt")), str)
assert_type(pc.decode(b"page"), pc.Decoded)
assert_type(pc.decode(b"page").alternatives, tuple[tuple[str, float], ...])
assert_type(pc.trace("page"), pc.Trace)
assert_type(pc.trace("page").source(0, 1), list[tuple[int, int]])
assert_type(pc.newspaper.without(pc.drop_invisibles), pc.Pipeline)
assert_type(pc.Pipeline(str.strip, partial(pc.convert_script, config="s2t"))("page"), str)
assert_type(pc.clean_many(["page", b"page", Path("page.txt")]), Iterator[str])
assert_type(pc.clean_many(["page"], errors="return"), Iterator[str | pc.CleaningError])


@pc.rewrite
def drop_stars(text: str, *, star: str = "*") -> Iterator[pc.Edit]:
    for at, character in enumerate(text):
        if character == star:
            yield pc.Edit(at, at + 1, "")


assert_type(drop_stars("a*", star="*"), str)
pc.clean(b"page")  # E: arg-type
drop_stars("a*", stars="*")  # E: call-arg
pc.fold_width("page")  # E: attr-defined
pc.trace("page", style="Hans")  # E: arg-type
assert_type(pc.__version__, str)
"""


def test_a_strict_checker_sees_the_types(tmp_path):
    api = pytest.importorskip("mypy.api")
    program = tmp_path / "consumer.py"
    program.write_text(CONSUMER)
    # Following imports without reporting them: this test is of what the consumer sees.
    os.environ["MYPYPATH"] = str(SOURCE)
    told, noise, _ = api.run(
        ["--strict", "--no-pretty", "--follow-imports=silent", f"--cache-dir={tmp_path}", str(program)]
    )
    expected = [
        f"{program}:{number}: error: [{line.rpartition('E: ')[2]}]"
        for number, line in enumerate(CONSUMER.splitlines(), 1)
        if "E: " in line
    ]
    errors = [line for line in told.splitlines() if ": error: " in line]
    assert noise == ""
    assert [
        f"{line.split(' error: ')[0]} error: [{line.rpartition('[')[2]}" for line in errors
    ] == expected, told
