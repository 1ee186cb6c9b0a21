"""Divided words of made-up newspaper columns come back whole, and what never was divided stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import paperclean as pc
from paperclean.languages import LANGUAGES
from paperclean.lines.compounds import GOING_ON, PARTICIPLES, VERB_ENDINGS, compounds
from paperclean.lines.division import DIVIDED, DIVIDED_LETTER, decide
from paperclean.lines.own_words import OwnWords
from paperclean.tracing import trace_step
from strategies.latin import STOCKS, column, pages, paragraphs, whole

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "dev"

MARKED = [
    "-\n",
    "¬\n",
    "⸗\n",
    "»\n",
    "=\n",
    "--\n",
    " -\n",
    " ⸗\n",
    ".¬\n",
    "'-\n",
    ".\n",
    ",\n",
    ">\n",
    "—\n",
    "- \r\n",
]
BETWEEN = ["\n", "\n\n", " ", " ", ", ", " , ", "-", "«", "„", "¦ "]
WORDS = "der und the vor ge zuk ker kel Major 7 1918 井 à dit il A BAHN en ſ un ter halb geworden gewor den".split()  # noqa: SIM905
PIECES = st.lists(st.sampled_from([*MARKED, *BETWEEN, *WORDS]), max_size=60).map("".join)


@given(page=pages())
def test_a_divided_column_reads_as_its_paragraphs(page):
    language, whole_paragraphs, lines = page
    out = pc.join_hyphenated_words("\n".join(lines), language=language)
    assert " ".join(out.split()) == " ".join(whole_paragraphs)


@given(page=pages(), blank=st.booleans())
def test_line_ends_stay_where_words_are_joined(page, blank):
    language, _, lines = page
    text = ("\n\n" if blank else "\n").join(lines)
    out = pc.join_hyphenated_words(text, language=language)
    assert len(out.split("\n")) <= len(text.split("\n"))
    assert all(line.count(" ") or "-" not in line[-1:] for line in out.split("\n"))


@given(language=st.sampled_from(sorted(STOCKS)), data=st.data())
def test_paragraphs_on_one_line_stay(language, data):
    text = "\n\n".join(map(whole, data.draw(paragraphs(language))))
    assert pc.join_hyphenated_words(text, language=language) == text


@given(language=st.sampled_from(sorted(STOCKS)), data=st.data())
def test_undivided_columns_stay(language, data):
    words = [word.replace("·", "") for word in data.draw(paragraphs(language))[0] if "-" not in word]
    text = "\n".join(column(words, 40))
    assert pc.join_hyphenated_words(text, language=language) == text


@given(text=PIECES, language=st.sampled_from([None, "de", "en", "fr", "nl", "zh"]))
@example(text="zuk-\nker-\nund¬\nein", language="de")
@example(text="x-\nund¬\nein", language="de")
@example(text="a-\n\nb\n\nc-\nd", language="de")
@example(text="12-\n13-\n14", language=None)
@example(text="à-\nen-\n-\nund-\n-\nder»\nen", language=None)
@example(text="der-\nder¦ der¬\n\nMajor-\nder", language=None)
@example(text="gewor\nden ist gewor\nden-\ngewor\nden", language="de")
@example(text="gewor\nden\ngewor\nden\nder und gewor-\nden", language="de")
def test_a_second_run_finds_nothing(text, language):
    once = pc.join_hyphenated_words(text, language=language)
    assert pc.join_hyphenated_words(once, language=language) == once


@given(language=st.sampled_from(sorted(STOCKS)), data=st.data())
def test_of_a_column_without_its_hyphens_only_divided_words_are_joined(language, data):
    paragraph = data.draw(paragraphs(language))[0]
    lines = column([word for word in paragraph if "-" not in word], 30, mark="")
    out = pc.join_hyphenated_words("\n".join(lines), language=language)
    words = {word.replace("·", "") for word in paragraph}
    assert set(out.split()) - set(" ".join(lines).split()) <= words


@given(page=pages())
def test_nothing_is_lost_but_marks_and_line_ends(page):
    language, _, lines = page
    text = "\n".join(lines)
    out = pc.join_hyphenated_words(text, language=language)
    kept = text.translate(dict.fromkeys(map(ord, "-⸗¬\xad\n ")))
    assert out.translate(dict.fromkeys(map(ord, "-⸗¬\xad\n "))) == kept


def test_every_change_tells_its_reason_and_how_sure_it_is():
    trace = trace_step(
        pc.join_hyphenated_words, "Der Rath hat vorge-\nschlagen, die Schreib-\nund Leſekunst zu ehren"
    )
    assert [(change.kind, change.before) for change in trace.changes] == [
        ("edit", "-\n"),
        ("edit", ""),
        ("remark", "-"),
    ]
    assert all(change.reason and 0 < change.confidence <= 1 for change in trace.changes)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the project")
@pytest.mark.parametrize(
    ("name", "least"),
    [("nzz_de", 0.995), ("hkb_de", 0.996), ("reichsanzeiger_de", 0.996), ("impresso-snippets_en", 0.98)],
)
def test_words_of_real_newspapers_are_joined(name, least):
    rows = [
        json.loads(line)
        for line in (CORPUS / "linebreaks" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    divided = right = 0
    for row in rows[:60]:
        out = " ".join(pc.join_hyphenated_words("\n".join(row["lines"]), language=row["lang"]).split())
        for before, joint, after in zip(row["lines"], row["joints"], row["lines"][1:], strict=False):
            if joint == "none" and before[-1:] in "-⸗¬" and before[-2:-1].isalpha() and after[:1].islower():
                divided += 1
                right += f"{before.split()[-1][:-1]}{after.split()[0]}".rstrip("-⸗¬") in out
    assert right >= least * divided


PARTS = {
    language: sorted({*table, *GOING_ON.get(language, ())}.union(*table.values()))
    for language in LANGUAGES
    if (table := compounds(language))
}
PARTS["de"] += ["deutsch", "römisch", "anglo", "französische", "zuk", "ken", "vorge", "schlagen"]
PARTS["fr"] += ["donnez", "dit", "parle", *VERB_ENDINGS]
PARTS["nl"] += ["west", "europees"]
PARTS["zh"] = ["vorge", "schlagen", "und"]


@pytest.mark.parametrize("language", PARTS)
@pytest.mark.parametrize("own", ["", "vorge-schlagen, tri-color"])
def test_what_is_plainly_divided_is_so_on_a_closer_look(language, own):
    words = OwnWords(own, language)
    seconds, endings = words.doubtful_parts
    plainly = 0
    for right in PARTS[language]:
        for left in PARTS[language]:
            if right not in seconds and not left.endswith(endings) and not right.endswith(PARTICIPLES):
                plainly += 1
                assert decide(left, "-", f"{right} war", words) in {DIVIDED, DIVIDED_LETTER}, (
                    f"{left}-{right}"
                )
    assert plainly


def test_a_text_that_divides_no_words_keeps_the_hyphens_at_its_line_ends():
    line = "The council has put off for another year the plan to turn the mill into a library.\n"
    compound = "It said the money was not there for the state-\nsponsored grant, and a kick-\nstart would not come.\n"
    found = pc.join_hyphenated_words(100 * line + compound)
    assert "the state-sponsored" in found
    assert "a kick-start" in found


def test_a_text_that_divides_words_does_so_between_two_that_are_words_too():
    line = (
        "The council has put off for another year the plan to turn the mill into a libra-\nry of its own.\n"
    )
    found = pc.join_hyphenated_words(30 * line + "It said that there would be no kick-\nstart of it.\n")
    assert "kickstart" in found


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ("associa", "the", True),
        ("celebr", "which", True),
        ("thou", "sand", False),
        ("there", "of", False),
        ("bra", "ved", False),
    ],
)
def test_no_word_ends_in_a_word_that_stands_alone(left, right, kept):
    page = f"The members met in the hall on Monday and heard of the {left}-\n{right} that was to be had from the clerk.\n"
    found = pc.join_wrapped_lines(pc.join_hyphenated_words(page))
    assert (f" {left}- {right} that" in found) is kept
    assert (f" {left}{right} that" in found) is not kept
