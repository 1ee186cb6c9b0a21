"""`clean_many`: order, bounded memory, errors as results, and processes that die."""

from __future__ import annotations

import itertools
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import paperclean as pc
from command_line import SEED, environment

PAGE = "渊王丰冤海关总署公布。"
LONG = "海关总署公布。" * 40_000  # more than one chunk


def die_of_this(text):
    if text == "die":
        os._exit(9)
    if text == "fail":
        raise ValueError("cannot clean this")
    return text.upper()


def test_texts_bytes_and_paths_come_back_in_order(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.encode("gb18030"))
    texts = [PAGE, PAGE.encode("utf-16"), path, "", LONG]
    for workers in (1, 2):
        assert list(pc.clean_many(texts * 3, workers=workers)) == [pc.clean(pc.read(path))] * 3 + [
            "",
            LONG,
        ] + [pc.clean(PAGE)] * 3 + ["", LONG] + [pc.clean(PAGE)] * 3 + ["", LONG]


def test_style_and_pipeline_are_followed():
    assert list(pc.clean_many(["abc"], pipeline=str.upper)) == ["ABC"]
    assert list(pc.clean_many([PAGE], style=pc.Style(language="zh"))) == [pc.clean(PAGE)]
    with pytest.raises(TypeError, match="a style needs a Pipeline"):
        pc.clean_many([], style=pc.Style(), pipeline=str.upper)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_is_the_result_of_its_text(workers, caplog):
    texts = ["a", "fail", b"%PDF-1.7", LONG, "b", LONG]
    caplog.set_level(logging.WARNING, "paperclean")
    results = list(pc.clean_many(texts, pipeline=die_of_this, workers=workers, errors="return"))
    assert results[0] == "A"
    assert results[3:] == [LONG, "B", LONG]
    assert [(e.index, e.kind, e.message) for e in results[1:2]] == [(1, "ValueError", "cannot clean this")]
    assert str(results[2]).startswith("text 2: NotTextError: a PDF document")
    assert "die_of_this" in results[1].details
    assert len(caplog.records) == 2

    results = list(pc.clean_many(texts, pipeline=die_of_this, workers=workers, errors="keep"))
    assert results[:2] == ["A", "fail"]
    assert isinstance(results[2], pc.CleaningError)

    results = pc.clean_many(texts, pipeline=die_of_this, workers=workers)
    assert next(results) == "A"
    with pytest.raises(pc.CleaningError, match="text 1: ValueError: cannot clean this"):
        next(results)
    assert multiprocessing.active_children() == []


def test_what_is_no_text_is_not_kept_as_one():
    assert list(pc.clean_many([bytearray(b"a"), memoryview(b"b")])) == ["a", "b"]
    (error,) = pc.clean_many([1], errors="keep")
    assert str(error).startswith("text 0: TypeError: paperclean cleans text (str), not int")
    with pytest.raises(TypeError, match="takes many texts, not one"):
        pc.clean_many(bytearray(b"a"))


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_that_dies_takes_only_its_text_along():
    texts = ["a", LONG, "b", "die", "c", LONG, "d", LONG, "die", "e"]
    results = list(pc.clean_many(texts, pipeline=die_of_this, workers=2, errors="return"))
    assert [r for r in results if isinstance(r, str)] == ["A", LONG, "B", "C", LONG, "D", LONG, "E"]
    assert [(i, r.kind) for i, r in enumerate(results) if not isinstance(r, str)] == [
        (3, "WorkerDied"),
        (8, "WorkerDied"),
    ]


def test_what_does_not_pickle_is_told_and_hangs_nothing():
    def local(text):
        return text.upper()

    pages = [PAGE * 50] * 800
    with pytest.raises(TypeError, match=r"cannot go to another process: .*; let every step be .*workers=1"):
        list(pc.clean_many(pages, workers=2, pipeline=pc.Pipeline(local)))
    assert list(pc.clean_many(["a", "b"], workers=1, pipeline=pc.Pipeline(local))) == ["A", "B"]
    results = list(
        pc.clean_many([*pages, local, PAGE], workers=2, pipeline=pc.drop_invisibles, errors="return")
    )
    assert [results.index(each) for each in results if isinstance(each, pc.CleaningError)] == [800]
    assert results[-1] == PAGE


def test_texts_without_end_are_taken_as_they_are_needed():
    pulled = 0

    def endless():
        nonlocal pulled
        while True:
            pulled += 1
            yield LONG

    for workers in (1, 2):
        pulled = 0
        results = pc.clean_many(endless(), workers=workers)
        assert list(itertools.islice(results, 5)) == [LONG] * 5
        results.close()
        assert pulled <= 5 + 2 * workers


def test_wrong_options_are_refused_at_once():
    for workers in (0, 1.5, "2"):
        with pytest.raises(
            ValueError, match=f"workers must be a whole number of at least 1, not {workers!r}"
        ):
            pc.clean_many([], workers=workers)
    with pytest.raises(ValueError, match="errors must be"):
        pc.clean_many([], errors="ignore")
    with pytest.raises(TypeError, match="not iterable"):
        pc.clean_many(None)


@pytest.mark.parametrize("one", ["page", b"page", Path("page.txt")])
def test_one_text_is_not_taken_for_many(one):
    with pytest.raises(TypeError, match="takes many texts, not one"):
        pc.clean_many(one)


def test_an_error_of_the_iterator_itself_ends_the_run():
    def broken():
        yield LONG
        yield LONG
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(pc.clean_many(broken(), workers=2))


SCRIPT = """
import multiprocessing, sys
import paperclean as pc

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    page = open(sys.argv[2], encoding="utf-8").read()
    expected = pc.clean(page)  # before Ctrl-C may come: while patterns are compiled it can be lost
    print("begun", flush=True)
    seen = [cleaned == expected for cleaned in pc.clean_many([page] * int(sys.argv[3]), workers=2)]
    print(len(seen), all(seen), multiprocessing.active_children())
"""


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_processes_may_be_spawned(method, tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    command = [sys.executable, str(script), method, str(SEED), "30"]
    done = subprocess.run(command, capture_output=True, env=environment(), check=False)
    assert done.stderr == b""
    assert done.stdout.split() == [b"begun", b"30", b"True", b"[]"]


UNGUARDED = """
import multiprocessing
import paperclean as pc

multiprocessing.set_start_method("spawn", force=True)
list(pc.clean_many(["海关总署公布。" * 10_000] * 8, workers=2, errors="return"))
"""


def test_a_script_without_a_guard_is_told_so_at_once(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, env=environment(), check=False, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        b"RuntimeError: worker processes end as they begin: let the script begin its work under `if __name__"
    )


INSIDE = """
import multiprocessing
import paperclean as pc

def clean(pages):
    return list(pc.clean_many(pages))

if __name__ == "__main__":
    pages = ["海关总署公布。" * 10_000] * 8  # more than one chunk
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(pool.apply(clean, [pages]) == clean(pages))
"""


def test_a_process_that_may_have_no_children_works_alone(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(INSIDE, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, env=environment(), check=False)
    assert (done.stderr, done.stdout) == (b"", b"True\n")


def test_ctrl_c_ends_every_process_without_their_noise(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    command = [sys.executable, str(script), "fork", str(SEED), "100000"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True
    ) as process:
        process.stdout.readline()
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGINT)
        try:
            _, noise = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert noise.count(b"Traceback") == 1
    assert noise.rstrip().endswith(b"KeyboardInterrupt")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
