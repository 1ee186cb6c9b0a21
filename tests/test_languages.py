"""The language of a text: short, old, badly read, or of none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import paperclean as pc
from paperclean.languages import LANGUAGES, clearly, language_scores, likeliest
from paperclean.survey import Survey

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "dev" / "linebreaks"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bishops themselves have not been there."),
        ("en", "Sale by auction: horses, carriages, harness, furniture; Messrs. Brown, Leadenhall Street"),
        ("de", "Es heißt, der Herr von Vaaras sey auf der See."),
        ("de", "daß er nicht kommen wollte"),
        ("de", "dic Erbcn von Civiliſten, welche durch dcn Krieg umkamen"),
        ("fr", "Il étoit dans la ville de Paris."),
        ("fr", "vente de par sang a eu lieu en la ville de Lyon"),
        ("nl", "De heer is zoo niet naar de stad gegaan."),
        ("nl", "het boek is ingerigt voor de uitvoering"),
        ("zh", "8000余名记者采访了大会。"),
        (None, "XHY1-1-1"),
        (None, "12. 3. 1914"),
        (None, ""),
        (None, "Иван и Мария"),
    ],
)
def test_the_language_of_a_line(language, text):
    assert Survey(text).language == language


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("Hans", "这家公司的カメラ很受欢迎，记者采访了公司的经理和职工。"),
        (None, "この会社のカメラはとても人気がある。記者は社長に話を聞いた。"),
        ("Latn", "The word 報紙 is Chinese for a newspaper, says the editor."),
        ("Hant", "NBA 球星 Kobe 昨日訪問了公司"),
        (None, "Иван и Мария"),
        (None, "12. 3. 1914"),
    ],
)
def test_the_script_of_a_line(script, text):
    assert Survey(text).script == script


def test_words_that_french_shares_with_dutch_make_no_dutch():
    scores = language_scores("Les ports de France et en Europe, de Paris en Normandie")
    assert scores["fr"] > scores["nl"]


def test_a_letter_that_is_rare_changes_no_words():
    german = "Die Stadt, „das“ sah er — nicht des Königs Œuvre —, ist mit l’été 1870/71 und a_b auf der Höhe"
    for rare in "ſαж漢":
        assert language_scores(german + rare) == pytest.approx(language_scores(german + "x"), abs=0.03)
    assert clearly(german + "ж") == clearly(german) == "de"


def test_few_words_or_those_of_two_languages_are_not_clear():
    assert clearly("der die das") is None
    assert clearly("de la ville en de stad het is van le roi") is None


def test_scores_of_no_words_are_nothing():
    assert set(language_scores("12 %").values()) == {0.0}
    assert likeliest("12 %") is None


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the project")
@pytest.mark.parametrize("name", ["bl_en", "nzz_de", "altomator_fr", "kb_nl"])
def test_newspapers_read_by_machines(name):
    rows = [
        json.loads(line) for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[:40]
    ]
    right = sum(Survey("\n".join(row["lines"])).language == row["lang"] for row in rows)
    assert right >= 0.85 * len(rows)
    assert {row["lang"] for row in rows} <= set(LANGUAGES)


@pytest.mark.parametrize(
    "step",
    [
        pc.correct_ocr,
        pc.cut_fused_rows,
        pc.deinterleave_columns,
        pc.drop_column_rules,
        pc.find_columns,
        pc.join_hyphenated_words,
        pc.split_columns,
    ],
)
def test_a_language_that_is_not_known_is_refused(step):
    with pytest.raises(ValueError, match=r"must be one of zh, en, de, fr, nl, .* not 'it'"):
        step("Il giornale di ieri.", language="it")
