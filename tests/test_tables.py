"""Tables of texts on the command line: one column cleaned, everything else as it was."""

from __future__ import annotations

import errno
import gzip
import json
import re
import signal

import pytest

import paperclean as pc
from command_line import paperclean, tree
from paperclean.cli import main
from paperclean.cli.arguments import parse
from paperclean.cli.tables import run_tables

PAGE = "渊王丰冤海关总署公布，7伊24小时通关。"
CLEAN = pc.clean(PAGE)


def test_json_lines_keep_their_order_and_their_other_fields(tmp_path):
    source, target = tmp_path / "corpus.jsonl", tmp_path / "clean.jsonl"
    records = [{"id": n, "body": PAGE * (n % 5), "score": 0.5, "tags": ["旧"]} for n in range(50)]
    source.write_text("\n".join(json.dumps(record) for record in [*records, {"id": 50, "body": None}]) + "\n")
    done = paperclean(source, "--field", "body", "-o", target, "--workers", "2")
    assert (done.returncode, done.stderr, done.stdout) == (0, b"", b"")
    cleaned = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert cleaned == [{**r, "body": pc.clean(r["body"])} for r in records] + [{"id": 50, "body": None}]


def test_all_but_the_field_stays_byte_for_byte(tmp_path):
    rest = (
        '{"n" :1e400,"big":0.10000000000000000000001, "in":[{"text":"渊王丰冤"}],"x":"\\u00e9", "text" : %s }'
    )
    for start, end in (("", "\n"), ("\ufeff", "\r\n"), ("  ", "")):
        table = start + rest + end
        (tmp_path / "a.jsonl").write_bytes((table % '"\\u6e0a王丰冤"').encode())
        done = paperclean("a.jsonl", "-o", "b.jsonl", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        assert (tmp_path / "b.jsonl").read_bytes().decode() == table % '"（王丰）"'
        clean = (table % '"\\u6d77关"').encode()
        (tmp_path / "a.jsonl").write_bytes(clean)
        paperclean("a.jsonl", "-o", "b.jsonl", cwd=tmp_path)
        assert (tmp_path / "b.jsonl").read_bytes() == clean


def test_of_two_fields_of_one_name_the_last_is_cleaned(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text":"渊王丰冤","text":"渊王丰冤"}\n', encoding="utf-8")
    assert paperclean("a.jsonl", cwd=tmp_path).stdout.decode() == '{"text":"渊王丰冤","text":"（王丰）"}\n'


def test_tables_that_are_printed_are_parted_by_a_line_end(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text('{"text":"渊王丰冤"}', encoding="utf-8")
    done = paperclean("a.jsonl", "b.jsonl", cwd=tmp_path)
    assert done.stdout.decode() == '{"text":"（王丰）"}\n' * 2


def test_json_lines_come_through_a_pipe(tmp_path):
    table = '{"id":1,"body":"渊王丰冤"}\n{"id":2}\n'
    done = paperclean("-", "--field", "body", stdin=table.encode())
    assert done.stdout.decode() == table.replace("渊王丰冤", "（王丰）")
    assert (
        done.stderr.decode()
        == "paperclean: standard input:2: has no field 'body'; it has id; kept as it was\n"
    )
    done = paperclean("-", "--field", "body", "-o", "out/", stdin=table.encode(), cwd=tmp_path)
    assert done.returncode == 1
    assert tree(tmp_path) == {"out/stdin.jsonl": table.replace("渊王丰冤", "（王丰）").encode()}


@pytest.mark.parametrize("text", ['{"text":"渊王丰冤"}\n{"text":"海关"}\n', '{\n "text": "渊王丰冤"\n}\n'])
def test_json_is_no_page(text, tmp_path):
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    done = paperclean("page.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"paperclean: page.txt: JSON, not text: clean one field of it, as a table")
    assert (
        paperclean("-", stdin="{渊王丰冤}\n{见第2版}\n".encode()).stdout.decode() == "{（王丰）}\n{见第2版}\n"
    )


def test_a_list_of_json_is_no_page(tmp_path):
    (tmp_path / "page.txt").write_text('[\n {"text": "渊王丰冤"},\n {"text": "x"}\n]\n', encoding="utf-8")
    done = paperclean("page.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(
        b"paperclean: page.txt: JSON, not text: put each record on a line of its own"
    )
    for page in ("[1]\n渊王丰冤\n", "[{渊王丰冤}]\n"):
        assert "（王丰）" in paperclean("-", stdin=page.encode()).stdout.decode()


def test_a_damaged_archive_is_told_in_one_line_and_leaves_nothing(tmp_path):
    packed = gzip.compress("".join(json.dumps({"text": f"{n}"}) + "\n" for n in range(999)).encode())
    middle = len(packed) // 2
    for damaged in (packed[:middle], packed[:middle] + b"\xff" * middle):
        (tmp_path / "a.jsonl.gz").write_bytes(damaged)
        done = paperclean("a.jsonl.gz", "-o", "out/", cwd=tmp_path)
        assert done.returncode == 1
        assert done.stderr.startswith(b"paperclean: a.jsonl.gz: a gzip archive that is damaged: ")
        assert done.stderr.count(b"\n") == 1
        assert tree(tmp_path / "out") == {}


def test_a_bad_record_stays_and_is_told_by_its_line(tmp_path):
    source = tmp_path / "corpus.jsonl"
    lines = [
        "[" * 100_000,
        "{broken",
        json.dumps({"other": 1}),
        json.dumps({"text": 3}),
        "",
        json.dumps({"text": PAGE}),
    ]
    source.write_text("\n".join(lines) + "\n")
    done = paperclean(source)
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [*lines[:-1], json.dumps({"text": CLEAN}, ensure_ascii=False)]
    told = [line.removeprefix(f"paperclean: {source}:") for line in done.stderr.decode().splitlines()]
    assert [line[:14] for line in told] == [
        "1: not JSON: m",
        "2: not JSON: E",
        "3: has no fiel",
        "4: the field '",
    ]


def test_packed_json_lines_come_out_the_same_twice(tmp_path):
    source = tmp_path / "corpus.jsonl.gz"
    source.write_bytes(gzip.compress(json.dumps({"text": PAGE}).encode()))
    for name in ("one", "two"):
        assert paperclean(source, "-o", f"{tmp_path / name}/").returncode == 0
    assert json.loads(gzip.decompress((tmp_path / "one/corpus.jsonl.gz").read_bytes())) == {"text": CLEAN}
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_full_disk_ends_a_run_over_tables(tmp_path, monkeypatch, capsys):
    def without_room(path, *_):
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(json.dumps({"text": PAGE}))
    monkeypatch.setattr("paperclean.cli.tables.whole_file", without_room)
    with pytest.raises(OSError, match=r"No space left on device.*a\.jsonl"):
        run_tables(parse([str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl"), "-o", str(tmp_path / "out")]))
    assert capsys.readouterr().err == ""  # told by `main`, once


def test_a_table_that_cannot_be_read_leaves_nothing(tmp_path):
    (tmp_path / "corpus.jsonl.gz").write_bytes(b"not packed")
    (tmp_path / "good.jsonl").write_text(json.dumps({"text": PAGE}))
    done = paperclean("corpus.jsonl.gz", "none.jsonl", "good.jsonl", "-o", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 2
    assert list(tree(tmp_path / "out")) == ["good.jsonl"]


def test_a_table_is_not_written_over_itself_or_as_something_else(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": PAGE}))
    for target in ("a.jsonl", "a.parquet", "a.txt"):
        assert paperclean("a.jsonl", "-o", target, cwd=tmp_path).returncode == 2
    assert paperclean("a.jsonl", "--trace", "t.jsonl", cwd=tmp_path).returncode == 2
    assert list(tree(tmp_path)) == ["a.jsonl"]


def test_tables_of_a_glob_go_into_a_folder_and_keep_their_tree(tmp_path):
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "x.jsonl").write_text(json.dumps({"text": PAGE, "of": place}))
    for _ in range(2):  # the second run does not take the first one's tables for its own
        done = paperclean("*/x.jsonl", "-o", "out", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
    assert list(tree(tmp_path / "out")) == ["a/x.jsonl", "b/x.jsonl"]
    assert json.loads((tmp_path / "out/b/x.jsonl").read_bytes()) == {"text": CLEAN, "of": "b"}
    done = paperclean("none*.jsonl", "a/x.jsonl", cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["text"]) == (1, CLEAN)
    assert done.stderr.decode() == "paperclean: none*.jsonl: no file matches it\n"


def test_two_tables_of_one_name_do_not_overwrite_each_other(tmp_path):
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "x.jsonl").write_text(json.dumps({"text": PAGE}))
    done = paperclean("a/x.jsonl", "b/x.jsonl", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert "a/x.jsonl and b/x.jsonl would both be written to out/x.jsonl" in done.stderr.decode()
    assert not (tmp_path / "out").exists()


def test_a_record_without_the_field_tells_what_it_has(tmp_path):
    (tmp_path / "a.JSONL.GZ").write_bytes(gzip.compress(json.dumps({"id": 1, "body": PAGE}).encode()))
    done = paperclean("a.JSONL.GZ", cwd=tmp_path)
    assert done.returncode == 1
    assert "a.JSONL.GZ:1: has no field 'text'; it has id, body; kept" in done.stderr.decode()
    assert paperclean("a.JSONL.GZ", "--field", "body", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("line", "told"),
    [('{"id": 1, "body": "渊"}', "has no field 'text'; it has id, body"), ("渊王丰冤", "not JSON: ")],
)
def test_a_table_without_the_field_is_refused_at_once(line, told, tmp_path):
    (tmp_path / "a.jsonl").write_text(f"{line}\n" * 100 + '{"text": "渊王丰冤"}\n', encoding="utf-8")
    done = paperclean("a.jsonl", "-o", "b.jsonl", cwd=tmp_path)
    assert (done.returncode, list(tree(tmp_path))) == (2, ["a.jsonl"])
    assert f"a.jsonl: nothing to clean in its first 100 lines; line 1: {told}" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    (tmp_path / "a.jsonl").write_text(f"{line}\n" * 99 + '{"text": "渊王丰冤"}\n', encoding="utf-8")
    done = paperclean("a.jsonl", "-o", "b.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 99)
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8").endswith('{"text": "（王丰）"}\n')


def test_an_output_that_cannot_be_written_is_named_as_it_was_given(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": PAGE}))
    done = paperclean("a.jsonl", "-o", "a.jsonl/b.jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.decode().endswith("a.jsonl/b.jsonl: Not a directory\n")
    (tmp_path / "full.jsonl").symlink_to("/dev/full")
    done = paperclean("a.jsonl", "-o", "full.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"paperclean: full.jsonl: No space left on device\n")


def test_the_folder_of_an_output_is_made(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": PAGE}))
    assert paperclean("a.jsonl", "-o", "new/folder/b.jsonl", cwd=tmp_path).returncode == 0
    assert (tmp_path / "new" / "folder" / "b.jsonl").is_file()


def test_parquet(tmp_path, monkeypatch, capsys):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    source, target = tmp_path / "corpus.parquet", tmp_path / "clean.parquet"
    texts = [None if n % 10 == 0 else PAGE * (n % 2) for n in range(1200)]
    kinds = {"body": pa.string(), "long": pa.large_string(), "coded": pa.dictionary(pa.int32(), pa.string())}
    columns = {
        name: pa.array(texts).dictionary_encode().cast(kind) if name == "coded" else pa.array(texts, kind)
        for name, kind in kinds.items()
    }
    table = pa.table({"n": range(1200), **columns}).replace_schema_metadata({"made": "by a test"})
    codecs = {"n": "none", "body": "zstd", "long": "gzip", "coded": "snappy"}
    pq.write_table(table, source, compression=codecs, row_group_size=500)
    expected = [None if text is None else pc.clean(text) for text in texts]
    for name in kinds:
        done = paperclean(source, "--field", name, "-o", target, "--workers", "2")
        assert (done.returncode, done.stderr) == (0, b"")
        cleaned = pq.read_table(target)
        assert cleaned.column(name).to_pylist() == expected
        assert cleaned.schema.equals(table.schema, check_metadata=True)
        assert cleaned.drop([name]).equals(table.drop([name]))
        metadata = pq.read_metadata(target)
        assert metadata.num_row_groups == 1
        packed = [metadata.row_group(0).column(at).compression for at in range(4)]
        assert packed == ["UNCOMPRESSED", "ZSTD", "GZIP", "SNAPPY"]
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    target.unlink()
    for field, says in (("text", "no column 'text'; it has n, body"), ("n", "is int64, not text")):
        assert main([str(source), "--field", field, "-o", str(target)]) == 2
        assert says in capsys.readouterr().err
    assert main([f"{tmp_path}/*.parquet", "--field", "text", "-o", f"{tmp_path}/out/"]) == 2
    pq.write_table(table, tmp_path / "more.parquet")
    pq.write_table(table.rename_columns(["n", "text", "long", "coded"]), tmp_path / "other.parquet")
    assert main([f"{tmp_path}/*.parquet", "--field", "text", "-o", f"{tmp_path}/out/"]) == 1
    assert capsys.readouterr().err.count("has no column 'text'") == 3
    assert pq.read_table(tmp_path / "out/other.parquet").column("text").to_pylist() == expected
    source.write_bytes(b"PAR1 broken")
    assert main([str(source), "--field", "n", "-o", str(target)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not target.exists()


@pytest.mark.parametrize("part", ["PAR1", PAGE])
def test_a_damaged_parquet_table_is_told_in_one_line_and_leaves_nothing(tmp_path, capsys, part):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    source, target = tmp_path / "a.parquet", tmp_path / "b.parquet"
    table = pa.table({"text": [PAGE] * 9})
    pq.write_table(table, source, compression="none", use_dictionary=False, write_statistics=False)
    content = source.read_bytes()
    at = content.index(part.encode()) + 4  # in the header of a page, or in a text
    source.write_bytes(content[:at] + b"\xff" * 9 + content[at + 9 :])
    assert main([str(source), "-o", str(target)]) == 1
    assert re.fullmatch(
        r"paperclean: .*a\.parquet: no Parquet table, or a damaged one: .+\n", capsys.readouterr().err
    )
    assert not target.exists()
