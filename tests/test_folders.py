"""Folders in, folders out: the tree, the manifest, and runs that are killed."""

from __future__ import annotations

import errno
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import time

import pytest

import paperclean as pc
from command_line import COMMAND, environment, paperclean, tree
from paperclean.cli import main
from paperclean.cli.page import Treatment

PAGE = "渊王丰冤海关总署公布，7伊24小时通关。\n"


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "archive"
    pages = {
        "1949/10/01.txt": PAGE.encode("gb18030"),
        "1949/10/02.TXT": PAGE.encode("utf-16"),
        "index.txt": "第一版\n".encode(),
        "broken.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        "scan.pdf": b"%PDF-1.4",
        ".hidden/page.txt": b"hidden",
    }
    for name, data in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def manifest(folder):
    return [json.loads(line) for line in (folder / "paperclean-manifest.jsonl").read_text().splitlines()]


def test_the_tree_is_kept_and_the_manifest_says_what_failed(archive, tmp_path):
    out = tmp_path / "out"
    done = paperclean(archive, "-o", out)
    assert done.returncode == 1
    assert [line.split(": ")[1:3] for line in done.stderr.decode().splitlines()] == [
        [str(archive / "broken.txt"), "a PNG image, not text"],
        [f"3 done, 1 failed; see {out / 'paperclean-manifest.jsonl'}"],
    ]
    written = tree(out)
    assert sorted(written) == ["1949/10/01.txt", "1949/10/02.TXT", "index.txt", "paperclean-manifest.jsonl"]
    assert written["1949/10/01.txt"].decode() == written["1949/10/02.TXT"].decode() == pc.clean(PAGE)
    entries = manifest(out)
    assert [(e["file"], e["status"]) for e in entries] == [
        ("1949/10/01.txt", "done"),
        ("1949/10/02.TXT", "done"),
        ("broken.txt", "failed"),
        ("index.txt", "done"),
    ]
    assert entries[2]["reason"].startswith("a PNG image, not text")
    assert entries[0]["encoding"] == "gb18030"


def test_what_is_done_is_not_done_again_unless_it_or_the_rules_changed(archive, tmp_path):
    out = tmp_path / "out"
    paperclean(archive, "-o", out)
    times = {name: (out / name).stat().st_mtime_ns for name in tree(out)}
    (archive / "broken.txt").write_text("whole now\n", encoding="utf-8")
    (archive / "index.txt").write_text("第二版改\n", encoding="utf-8")
    (out / "1949/10/02.TXT").unlink()
    done = paperclean(archive, "-o", out, "-v")
    assert done.returncode == 0
    assert "3 done now, 1 done before, 0 failed" in done.stderr.decode()
    assert (out / "1949/10/01.txt").stat().st_mtime_ns == times["1949/10/01.txt"]
    assert (out / "index.txt").read_text(encoding="utf-8") == "第二版改\n"
    done = paperclean(archive, "-o", out, "--without", "undo_font_shift", "-v")
    assert "4 done now, 0 done before" in done.stderr.decode()
    assert "渊王丰冤" in (out / "1949/10/01.txt").read_text(encoding="utf-8")


def test_a_page_that_changes_while_it_is_cleaned_is_done_again(archive, tmp_path, monkeypatch):
    page, out = archive / "index.txt", f"{tmp_path}/out/"
    cleaned = Treatment.page

    def meanwhile(self, name, data):
        page.write_text("第三版\n", encoding="utf-8")
        return cleaned(self, name, data)

    with monkeypatch.context() as patched:
        patched.setattr(signal, "signal", lambda *_: None)
        patched.setattr(Treatment, "page", meanwhile)
        assert main([str(page), "-o", out, "--workers", "1"]) == 0
    assert paperclean(page, "-o", out).returncode == 0
    assert (tmp_path / "out/index.txt").read_text(encoding="utf-8") == "第三版\n"


def test_what_comes_through_a_pipe_is_cleaned_each_time(tmp_path):
    for text in (PAGE, "第一版\n"):
        done = paperclean("-", "-o", f"{tmp_path}/out/", stdin=text.encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert (tmp_path / "out/stdin.txt").read_text(encoding="utf-8") == pc.clean(text)
    (entry,) = manifest(tmp_path / "out")
    assert (entry["file"], entry["bytes"]) == ("stdin.txt", len("第一版\n".encode()))


def test_traces_and_reports_of_a_folder_keep_the_tree_too(archive, tmp_path):
    paperclean(
        archive, "-o", tmp_path / "out", "--trace", tmp_path / "trace", "--report", tmp_path / "report", "-q"
    )
    assert sorted(tree(tmp_path / "trace")) == [
        "1949/10/01.txt.jsonl",
        "1949/10/02.TXT.jsonl",
        "index.txt.jsonl",
    ]
    assert b"<html" in (tmp_path / "report/index.txt.html").read_bytes()


def test_nothing_is_written_over_another_input(archive):
    folder = archive / "1949/10"
    for name in ("01.txt.md", "01.txt.html"):
        (folder / name).write_text("第二页\n", encoding="utf-8")
    before = tree(folder)
    done = paperclean("01.txt", "01.txt.md", "--format", "markdown", "-o", ".", cwd=folder)
    assert done.returncode == 1
    assert b"01.txt: it would be written over the input 01.txt.md\n" in done.stderr
    done = paperclean("*.*", "--report", ".", cwd=folder)
    assert done.returncode == 1
    assert b"01.txt: it would be written over the input 01.txt.html\n" in done.stderr
    assert tree(folder).items() >= before.items()


def test_a_page_that_failed_fails_again_though_what_came_of_it_before_is_there(archive, tmp_path):
    out = tmp_path / "out"
    (archive / "broken.txt").unlink()
    assert paperclean(archive, "-o", out).returncode == 0
    (archive / "index.txt").write_bytes(b"%PDF-1.7")
    for _ in range(2):
        done = paperclean(archive, "-o", out, "-v")
        assert done.returncode == 1
        assert "0 done now, 2 done before, 1 failed" in done.stderr.decode()


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_link_to_the_input_is_not_written_through(archive, tmp_path, link):
    out = tmp_path / "out"
    out.mkdir()
    link(archive / "index.txt", out / "index.txt")
    before = (archive / "index.txt").read_bytes()
    done = paperclean(archive, "-o", out)
    assert f"{archive / 'index.txt'}: it would be written over itself\n" in done.stderr.decode()
    assert (archive / "index.txt").read_bytes() == before


def test_of_two_pages_of_one_name_the_first_is_done(archive, tmp_path):
    out = tmp_path / "out"
    (archive / "01.txt").write_text("第三版\n", encoding="utf-8")
    for _ in range(2):
        done = paperclean("01.txt", "1949/10/01.txt", "-o", out, cwd=archive)
        assert done.returncode == 1
        assert f"1949/10/01.txt: another page is written to {out / '01.txt'}" in done.stderr.decode()
        assert [(e["file"], e["status"]) for e in manifest(out)] == [
            ("01.txt", "done"),
            ("1949/10/01.txt", "failed"),
        ]
    assert (out / "01.txt").read_text(encoding="utf-8") == "第三版\n"


def test_a_glob_and_the_output_inside_the_input(archive):
    out = archive / "clean"
    for _ in range(2):
        done = paperclean(f"{archive}/**/*.txt", archive / "1949", "-o", out, "-v")
        assert sorted(tree(out)) == [
            "10/01.txt",
            "10/02.TXT",
            "1949/10/01.txt",
            "index.txt",
            "paperclean-manifest.jsonl",
        ]
    assert "0 done now, 4 done before, 1 failed" in done.stderr.decode()


def test_two_pages_of_one_name_do_not_overwrite_each_other(archive, tmp_path):
    done = paperclean(archive / "1949/10/01.txt", archive / "1949/10", "-o", tmp_path / "out", "-q")
    assert done.returncode == 1
    assert "another page is written to" in done.stderr.decode()


def test_reports_of_two_pages_of_one_name_do_not_overwrite_each_other(archive, tmp_path):
    (tmp_path / "01.txt").write_text(PAGE)
    done = paperclean(archive / "1949/10/01.txt", tmp_path / "01.txt", "--report", tmp_path / "reports")
    assert done.returncode == 1
    assert "another page is written to" in done.stderr.decode()
    assert str(archive) in (tmp_path / "reports/01.txt.html").read_text(encoding="utf-8")


def test_what_names_no_page_is_told_and_the_others_go_on(archive, tmp_path):
    (tmp_path / "empty").mkdir()
    done = paperclean("empty", "none*.txt", archive / "1949/10/01.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout
    told = done.stderr.decode().splitlines()
    assert told[0].startswith("paperclean: empty: a folder without pages (.txt, .text)")
    assert told[1:] == ["paperclean: none*.txt: no file matches it"]


def test_a_table_is_not_taken_for_a_page(tmp_path):
    for name in ("a.csv", "b.tsv", "c.jsonl"):
        (tmp_path / name).write_text("id,text\n1,记者报道\n2,记者报道\n")
    for arguments in (["a.csv"], ["*"], ["*", "-o", "out"]):
        done = paperclean(*arguments, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (1, b"")
        assert "a.csv: a table, not a page" in done.stderr.decode()
    assert list(tree(tmp_path / "out")) == ["paperclean-manifest.jsonl"]


def test_tables_and_packed_pages_of_a_folder_are_told(archive, tmp_path):
    for name in ("a.jsonl", "1949/b.jsonl.gz", "c.csv", "1949/d.TXT.gz", "1949/e.txt.gz", ".hidden/f.jsonl"):
        (archive / name).write_bytes(b"")
    (archive / "broken.txt").unlink()
    for quiet in ((), ("--quiet",)):
        done = paperclean(archive, "-o", tmp_path / "out", *quiet)
        told = (
            f"paperclean: {archive}: passed over .csv (1), .jsonl (1), .jsonl.gz (1), .txt.gz (2): "
            "clean tables in a run of their own, unpack pages first\n"
        )
        assert (done.returncode, done.stderr.decode()) == (0, "" if quiet else told)


def test_traces_of_a_folder_need_a_folder(archive, tmp_path):
    (tmp_path / "t.jsonl").write_text("old")
    done = paperclean(archive, "-o", tmp_path / "out", "--trace", tmp_path / "t.jsonl")
    assert (done.returncode, (tmp_path / "t.jsonl").read_text()) == (2, "old")
    assert "t.jsonl is a file; the traces" in done.stderr.decode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_and_folder_are_told(archive, tmp_path):
    (archive / "index.txt").chmod(0)
    (archive / "1949").chmod(0)
    done = paperclean(archive, "-o", tmp_path / "out")
    (archive / "1949").chmod(0o755)
    assert done.returncode == 1
    assert done.stderr.count(b"Permission denied") == 2


def test_a_page_that_cannot_be_written_leaves_nothing_half_written(archive, tmp_path):
    (archive / "long.txt").write_text(PAGE * 500, encoding="utf-8")
    out = tmp_path / "out"

    def limit():  # a file may grow no further, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    command = [*COMMAND, str(archive), "-o", str(out), "--workers", "1"]
    done = subprocess.run(command, capture_output=True, env=environment(), preexec_fn=limit, check=False)
    assert done.returncode == 1
    told = f"{archive / 'long.txt'}: not written to {out / 'long.txt'}: File too large"
    assert told in done.stderr.decode()
    assert sorted(tree(out)) == ["1949/10/01.txt", "1949/10/02.TXT", "index.txt", "paperclean-manifest.jsonl"]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_full_disk_ends_a_run_that_goes_on_when_there_is_room(
    archive, tmp_path, monkeypatch, capsys, workers
):
    def without_room(path, content, scratch=None):
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    out = tmp_path / "out"
    command = [str(archive), "-o", str(out), "--workers", workers]
    with monkeypatch.context() as disk:
        disk.setattr("paperclean.cli.runs.write_whole", without_room)
        assert main(command) == 1
    told = capsys.readouterr().err.splitlines()
    assert "broken.txt: a PNG image" in told[0]
    assert told[1:] == [
        f"paperclean: {out / 'index.txt'}: No space left on device; the same command does the rest once there is room"
    ]
    assert list(tree(out)) == [".paperclean/journal.jsonl", ".paperclean/lock"]
    assert main(command) == 1
    assert sorted(tree(out)) == ["1949/10/01.txt", "1949/10/02.TXT", "index.txt", "paperclean-manifest.jsonl"]


def test_a_name_of_two_lines_is_told_in_one(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a\nb 页.txt").write_bytes(b"%PDF-1.7")
    done = paperclean("in", "-o", "out", "--quiet", cwd=tmp_path)
    assert done.stderr.decode().startswith("paperclean: in/a\\nb 页.txt: a PDF document, not text: ")
    assert done.stderr.count(b"\n") == 1


def test_two_runs_into_one_folder_are_refused(archive, tmp_path):
    fcntl = pytest.importorskip("fcntl")
    work = tmp_path / "out/.paperclean"
    work.mkdir(parents=True)
    with (work / "lock").open("wb") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        done = paperclean(archive, "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "another run is writing into this folder" in done.stderr.decode()


def test_a_run_killed_at_random_ten_times_ends_with_the_same_tree(tmp_path):
    folder, out, undisturbed = tmp_path / "in", tmp_path / "out", tmp_path / "undisturbed"
    for number in range(90):
        path = folder / str(number % 7) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE * (number % 9), encoding="utf-16" if number % 3 else "gb18030")
    (folder / "3/scan.txt").write_bytes(b"%PDF-1.4")
    assert paperclean(folder, "-o", undisturbed, "--workers", "2", "-q").returncode == 1

    dice = random.Random(7)
    stopped_midway = 0
    command = [*COMMAND, folder, "-o", out, "--workers", "2", "-q"]
    for turn in range(10):
        if turn == 5:  # all but finished: begin again, to be killed early as well
            shutil.rmtree(out)
        enough = dice.randrange(90)
        with subprocess.Popen(command, env=environment(), stderr=subprocess.DEVNULL) as run:
            time.sleep(dice.uniform(0, 0.3))
            while run.poll() is None and len(list(out.glob("*/*.txt"))) < enough:
                time.sleep(0.005)
            run.send_signal(signal.SIGKILL if turn % 2 else signal.SIGTERM)
        stopped_midway += (out / ".paperclean").exists()
    assert stopped_midway > 0
    assert paperclean(folder, "-o", out, "--workers", "2", "-q").returncode == 1
    assert tree(out) == tree(undisturbed)


def processes_of(group):
    listed = subprocess.run(["ps", "-o", "pid=", "-g", str(group)], capture_output=True, check=False).stdout
    return [int(number) for number in listed.split()]


@pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps")
@pytest.mark.parametrize(
    ("how", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]
)
def test_a_stopped_run_leaves_no_process_no_noise_and_whole_files(how, status, tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(PAGE * 200, encoding="utf-8")
    command = [*COMMAND, folder, "-o", out, "--workers", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment(), start_new_session=True) as run:
        while not list(out.glob("*.txt")):
            time.sleep(0.01)
        (os.killpg if how == signal.SIGINT else os.kill)(run.pid, how)
        assert run.wait(20) == status
        deadline = time.monotonic() + 10
        while processes_of(run.pid) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert processes_of(run.pid) == []
        assert run.stderr.read() == b""
    expected = pc.clean(PAGE * 200)
    assert all(path.read_text(encoding="utf-8") == expected for path in out.glob("*.txt"))


def test_a_progress_bar_stands_on_a_terminal_only_and_without_colour_if_asked(archive, tmp_path):
    pytest.importorskip("rich")
    pty = pytest.importorskip("pty")
    (archive / "broken.txt").unlink()
    ours, its = pty.openpty()
    more = {"NO_COLOR": "1", "TERM": "xterm", "COLUMNS": "80"}
    subprocess.run(
        [*COMMAND, archive, "-o", tmp_path / "out"], stderr=its, env=environment(**more), check=True
    )
    os.close(its)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "3/3 pages" in shown
    assert "\x1b[3" not in shown
    assert paperclean(archive, "-o", tmp_path / "other").stderr == b""
