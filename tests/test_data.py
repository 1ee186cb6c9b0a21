"""The committed tables are what their scripts make of the corpus, wherever the corpus is at hand."""

from __future__ import annotations

import lzma
import runpy
from importlib.resources import files
from pathlib import Path

import pytest

import paperclean

PROJECT = Path(__file__).parents[1]
CORPUS = PROJECT.parent / "shared" / "corpus" / "train"

needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus the tables are counted from is not at hand"
)


def test_every_data_file_has_its_row_of_source_and_rights():
    folder = files(paperclean) / "data"
    rows = (folder / "README.md").read_text(encoding="utf-8")
    for file in folder.iterdir():
        if file.is_file() and not file.name.endswith((".py", "README.md")):
            assert f"`{file.name}`" in rows


@needs_corpus
@pytest.mark.parametrize(
    "table", ["character_bits", "script_characters", "transliteration", "unending", "stray_characters"]
)
def test_tables_of_characters_are_remade(table, tmp_path):
    tool = runpy.run_path(str(PROJECT / f"tools/make_{table}.py"))
    tool["main"](CORPUS, tmp_path / "made.txt")
    made = (tmp_path / "made.txt").read_text(encoding="utf-8")
    assert made == (files(paperclean) / f"data/{table}.txt").read_text(encoding="utf-8")


@needs_corpus
def test_the_han_association_is_remade():
    tool = runpy.run_path(str(PROJECT / "tools/make_han_association.py"))
    made = tool["table"](CORPUS)
    assert lzma.decompress(made) == lzma.decompress(
        (files(paperclean) / "data" / "han_association.xz").read_bytes()
    )


@needs_corpus
def test_what_stands_beside_a_surname_is_recounted():
    tool = runpy.run_path(str(PROJECT / "tools/make_surname_company.py"))
    made = tool["surname_company"](CORPUS)
    assert made == (files(paperclean) / "data" / "surname_company.txt").read_text(encoding="utf-8")


@needs_corpus
def test_the_word_tables_are_remade():
    tool = runpy.run_path(str(PROJECT / "tools/make_words.py"))
    made = tool["count"](tool["streams"]("de", CORPUS.parent, None))
    packed = (files(paperclean) / "data" / "words_de.txt.xz").read_bytes()
    assert tool["pack"](made) == lzma.decompress(packed).decode("utf-8")
    assert len(packed) <= 40_000


def test_words_with_shifted_characters_are_remade():
    jieba = pytest.importorskip("jieba", reason="the dictionary the words are from is not at hand")
    tool = runpy.run_path(str(PROJECT / "tools/make_shifted_words.py"))
    made = tool["words"](Path(jieba.__file__).with_name("dict.txt"))
    assert made == (files(paperclean) / "data/shifted_words.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["de", "en", "fr", "nl"])
@pytest.mark.parametrize("table", ["vocabulary", "lexicon"])
def test_word_lists_are_remade(table, language):
    pytest.importorskip("wordfreq", reason="the lists the words are from are not at hand")
    tool = runpy.run_path(str(PROJECT / f"tools/make_{table}.py"))
    packed = (files(paperclean) / "data" / f"{table}_{language}.txt.xz").read_bytes()
    assert lzma.decompress(tool[table](language)) == lzma.decompress(packed)
