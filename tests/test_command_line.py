"""The command line as scripts use it: what is printed, written, refused, and with which exit status."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import paperclean as pc
from command_line import COMMAND, SEED, environment, paperclean, tree
from paperclean.cli import main
from paperclean.cli.listing import planned_steps

PAGE = "渊王丰冤海关总署公布，7伊24小时通关。\n"
CLEAN = pc.clean(PAGE)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="gb18030")
    return path


def test_a_page_is_printed_clean_in_utf8_whatever_the_locale(page):
    done = paperclean(page, LC_ALL="C", PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, CLEAN, b"")


def test_standard_input(page):
    done = paperclean("-", stdin=PAGE.encode("utf-16"))
    assert (done.returncode, done.stdout.decode()) == (0, CLEAN)


def test_the_seed_page_is_what_the_library_makes_of_it():
    assert paperclean(SEED).stdout.decode().rstrip("\n") == pc.clean(SEED.read_text(encoding="utf-8")).rstrip(
        "\n"
    )


def test_a_bad_file_is_named_in_one_line_and_the_others_go_on(page, tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n\x00")
    done = paperclean(tmp_path / "none.txt", tmp_path / "scan.pdf", tmp_path, page)
    lines = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert len(lines) == 2
    assert lines[0] == f"paperclean: {tmp_path / 'none.txt'}: No such file or directory"
    assert lines[1].startswith(
        f"paperclean: {tmp_path / 'scan.pdf'}: a PDF document, not text: extract its text first"
    )
    assert done.stdout.decode() == CLEAN * 2


def test_an_output_file_is_written_whole_and_keeps_its_mode(page, tmp_path):
    target = tmp_path / "out.txt"
    assert paperclean(page, "-o", target).returncode == 0
    assert target.read_text(encoding="utf-8") == CLEAN
    target.chmod(0o640)
    assert paperclean(page, "-o", target).returncode == 0
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(tree(tmp_path)) == ["out.txt", "page.txt"]


def test_a_failed_page_leaves_the_old_output(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old")
    assert paperclean(tmp_path / "none.txt", "-o", target).returncode == 1
    assert tree(tmp_path) == {"out.txt": b"old"}


def test_nothing_is_written_over_its_input(page, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    before = tree(tmp_path)
    (tmp_path / "link.txt").symlink_to(page)
    for arguments in (
        [page, "-o", page],
        [page, "-o", tmp_path / "link.txt"],
        [page, "--trace", page],
        [page, "-o", tmp_path / "x", "--trace", tmp_path / "x"],
        [tmp_path, "-o", tmp_path],
    ):
        assert main(list(map(str, arguments))) == 2
        assert capsys.readouterr().err.count("\n") == 1
    (tmp_path / "link.txt").unlink()
    assert tree(tmp_path) == before
    done = paperclean(page, "-o", f"{tmp_path}/")
    assert done.returncode == 1
    assert b"written over itself" in done.stderr
    assert page.read_bytes() == PAGE.encode("gb18030")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "name a file"),
        (["--no-such-option"], "there is no option --no-such-option (paperclean --help"),
        (["page.txt", "--formt=json"], "there is no option --formt=json (is --format meant?"),
        (["-x.txt"], "a name that begins with a dash stands after two: -- -x.txt"),
        (["page.txt", "--without", "no_such_step"], "there is no step 'no_such_step'"),
        (["page.txt", "--without", "convert_script"], "there is no step 'convert_script' to leave out"),
        (["page.txt", "--encoding", "klingon"], "there is no encoding"),
        (["page.txt", "--encoding", "base64"], "there is no encoding 'base64'"),
        ([""], "a name is empty"),
        (["page.txt", "-o", ""], "a name is empty"),
        (["page.txt", "--trace", "-"], "only text is printed"),
        (["page.txt", "--workers", "0"], "--workers must be at least 1"),
        (["page.txt", "page.txt", "-o", "page.txt"], "page.txt is a file; several pages need a folder"),
        (["page.txt", "other.txt", "-o", "new.txt"], "new.txt is a file's name; several pages need a folder"),
        (["page.txt", "other.txt", "--report", "new.html"], "new.html is a file's name; the reports of"),
        (
            ["a.jsonl", "b.jsonl", "-o", "new.jsonl"],
            "new.jsonl is a file's name; several tables need a folder",
        ),
        (["page.txt", "a.jsonl"], "tables and pages cannot be cleaned in one run: page.txt is"),
        (["a.parquet"], "cannot be printed"),
        (["page.txt", "--field", "text"], "--field is for tables"),
        (["-", "--field", "text", "--articles"], "are for pages, not for tables"),
        (["page.txt", "-o", "page.parquet"], "a page is written as text or as JSON"),
        (["a.jsonl", "--encoding", "utf-8"], "--encoding is for pages"),
        (["page.txt", "--columns", "--without", "undo_mojibake"], "--columns shows the raw page"),
    ],
)
def test_arguments_that_make_no_sense_are_status_2_and_one_line(arguments, says, page, monkeypatch, capsys):
    monkeypatch.chdir(page.parent)
    Path("-x.txt").touch()
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert says in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""


def test_a_dash_for_the_output_prints(page, tmp_path):
    assert paperclean(page, "-o", "-", cwd=tmp_path).stdout == paperclean(page).stdout
    assert not (tmp_path / "-").exists()


def test_list_and_without(page):
    listed = paperclean("--list")
    assert listed.returncode == 0
    names = [line.split()[0] for line in listed.stdout.decode().splitlines() if line.startswith("  ")]
    assert "undo_font_shift" in names
    assert {"convert_script", "fold_stray_script"} < set(names)
    done = paperclean(page, "--without", "undo_font_shift,drop_invisibles", "--without", "fold_punctuation")
    assert "渊王丰冤" in done.stdout.decode()


def test_every_step_of_the_plans_can_be_left_out():
    named = {name for planned in pc.newspaper for name in planned.plan.__code__.co_names}
    by_option = {"drop_page_furniture", "convert_script"}
    assert (named & set(dir(pc))) - by_option == set(planned_steps())


def test_version_and_help():
    assert paperclean("--version").stdout.decode() == f"paperclean {pc.__version__}\n"
    shown = paperclean("--help")
    assert shown.returncode == 0
    assert b"exit status" in shown.stdout


def test_trace_writes_every_change_as_json_lines(page, tmp_path):
    target = tmp_path / "trace.jsonl"
    assert paperclean(page, "--trace", target).returncode == 0
    changes = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [(c["file"], c["step"], c["before"], c["after"]) for c in changes] == [
        (str(page), "undo_font_shift", before, after) for before, after in ("渊（", "冤）", "伊×")
    ]
    assert changes[0]["source"] == [[0, 1]]


def test_style(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("軟體業者昨日宣佈，ＵＳＢ裝置將會降價。\n", encoding="big5")
    assert paperclean(path, "--script", "Hans").stdout.decode() == "软体业者昨日宣布，ＵＳＢ装置将会降价。\n"
    done = paperclean(path, "--script", "tw2sp", "--fold-letters", "--language", "zh")
    assert done.stdout.decode() == "软件业者昨日宣布，USB设备将会降价。\n"


def test_json(page, tmp_path):
    done = paperclean(page, "--format", "json")
    assert json.loads(done.stdout) == {"file": str(page), "encoding": "gb18030", "text": CLEAN}
    paperclean(page, "--format", "json", "-o", f"{tmp_path / 'out'}/")
    assert "page.txt.json" in tree(tmp_path / "out")


TWO_ARTICLES = """■ 彭训文

全球新冠肺炎疫情持续，跨境电商行业迎来大考。

■ 周文林

在当前电视市场遭遇瓶颈之际，行业期待新的突破点。

电视企业争当智能生活领跑者

跨境电商主动化“危”为“机”
"""


def test_articles(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(TWO_ARTICLES, encoding="gb18030")
    found = pc.articles(TWO_ARTICLES)
    done = paperclean(path, "--articles")
    assert json.loads(done.stdout) == {
        "file": str(path),
        "encoding": "gb18030",
        "articles": [article.to_dict() for article in found],
    }
    done = paperclean(path, "--format", "markdown", "-o", f"{tmp_path / 'out'}/")
    written = (tmp_path / "out/page.txt.md").read_text(encoding="utf-8")
    assert written == "\n\n---\n\n".join(article.to_markdown() for article in found) + "\n"
    assert written.startswith("# 跨境电商主动化“危”为“机”\n")
    done = paperclean(path, "--articles", "--format", "text")
    assert done.stdout.decode().split("\n\n\n") == [found[0].text, found[1].text + "\n"]
    assert paperclean(path, "--articles", "--without", "drop_invisibles").returncode == 2


def test_an_encoding_that_is_given_is_kept_to(page):
    done = paperclean(page, "--encoding", "utf-8")
    assert done.returncode == 1
    assert "not utf-8 at byte 2" in done.stderr.decode()
    page.write_bytes(b"\xef\xbb\xbf" + PAGE.encode())
    assert (
        paperclean(page, "--encoding", "utf-8", "--trace", "t.jsonl", cwd=page.parent).stdout.decode()
        == CLEAN
    )
    assert b"drop_invisibles" not in page.with_name("t.jsonl").read_bytes()


def test_nobody_reads_the_output(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(PAGE * 5_000, encoding="utf-8")
    command = [*COMMAND, str(path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        process.stdout.read1(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no names of open files")
def test_a_pipe_without_a_name_is_written_to(page):
    done = paperclean(page, "-o", "/dev/stdout", "--trace", "/dev/stderr")
    assert (done.returncode, done.stdout.decode()) == (0, pc.clean(PAGE))
    assert json.loads(done.stderr.splitlines()[0])["step"] == "undo_font_shift"


def test_a_full_device_is_told_in_one_line(tmp_path, page):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, str(page)], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert done.returncode == 1
    assert done.stderr == b"paperclean: standard output: No space left on device\n"
    done = paperclean(page, "--trace", "/dev/full")
    assert (done.returncode, done.stderr) == (1, b"paperclean: /dev/full: No space left on device\n")


@pytest.mark.parametrize(
    ("closed", "arguments", "status", "told"),
    [
        (">&-", "page.txt", 1, "paperclean: standard output: Bad file descriptor\n"),
        (">&-", "--version", 1, "paperclean: standard output: Bad file descriptor\n"),
        (">&-", "page.txt -o clean.txt", 0, ""),
        ("<&-", "-", 1, "paperclean: standard input: Bad file descriptor\n"),
        ("<&-", "page.txt", 0, CLEAN),
        ("2>&-", "page.txt", 0, CLEAN),
        ("2>&-", "none.txt", 1, ""),
    ],
)
def test_a_stream_that_is_closed_is_told_if_it_is_needed(closed, arguments, status, told, page):
    command = f"{sys.executable} -m paperclean {arguments} {closed}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, cwd=page.parent, env=environment(), check=False
    )
    assert (done.returncode, (done.stdout + done.stderr).decode()) == (status, told)
    assert page.read_bytes() == PAGE.encode("gb18030")


def test_what_stands_after_two_dashes_is_a_name(page):
    names = ["-x", "--list"]
    for name in names:
        page.with_name(name).write_bytes(page.read_bytes())
    done = paperclean("page.txt", "-q", "--", *names, cwd=page.parent)
    assert (done.returncode, done.stdout.decode()) == (0, CLEAN * 3)


def test_a_report_that_cannot_be_written_is_named(page):
    done = paperclean("page.txt", "--report", "page.txt/report.html", cwd=page.parent)
    assert done.returncode == 1
    assert done.stderr == b"paperclean: page.txt: not written to page.txt/report.html: Not a directory\n"


def test_a_report_goes_into_a_folder_that_is_named(page):
    (page.parent / "there").mkdir()
    for folder in ("there", "new/", "new.html/"):
        assert paperclean("page.txt", "--report", folder, cwd=page.parent).returncode == 0
        assert (page.parent / folder / "page.txt.html").is_file()


def test_folders_of_output_trace_and_report_are_made(page):
    written = ["a/clean.txt", "b/trace.jsonl", "c/report.html"]
    options = [word for pair in zip(("-o", "--trace", "--report"), written, strict=True) for word in pair]
    assert paperclean("page.txt", *options, cwd=page.parent).returncode == 0
    assert all((page.parent / path).is_file() for path in written)


def test_completion_names_every_option():
    pytest.importorskip("shtab")
    script = paperclean("--completion", "bash")
    assert script.returncode == 0
    assert b"--without" in script.stdout
    assert b"undo_font_shift" in script.stdout


def test_logging_is_off_by_default_and_on_when_asked(page):
    done = paperclean(page, "-v")
    assert done.stderr.decode() == f"paperclean: {page}: gb18030\n"


def test_the_library_prints_nothing():
    code = "import paperclean as pc; list(pc.clean_many(['a', b'%PDF-1'], errors='return'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
