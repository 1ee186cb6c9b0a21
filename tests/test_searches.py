"""A step looks for what it may change before it works: no such character may be passed over."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

import paperclean as pc
from paperclean.characters import forms, invisibles
from paperclean.characters.suspects import holds_suspects
from paperclean.scripts import may_hold_han, upper_bytes
from paperclean.typography import brackets, spaces


def garbled(text: str) -> str:
    """*text* as its UTF-8 looks to a reader of Latin-1."""
    return text.encode("utf-8").decode("latin-1")


ALL = "".join(map(chr, range(0x110000)))


def test_no_invisible_character_counts_as_printable():
    suspects = invisibles.SUSPECT.findall(ALL)
    assert len(suspects) > 2_000
    assert not [c for c in suspects if invisibles.is_printable(f"海关{c}\n")]


def test_a_page_of_indented_paragraphs_is_printable():
    assert invisibles.is_printable("　　海关加快清关——“检验”。\n　　进出口货物，café\n")


def test_every_second_form_is_of_the_rows_that_are_looked_for():
    for pattern, rows in (
        (forms.SECOND_FORM, forms.ROWS),
        (forms.SECOND_FORM_OR_LONG_S, forms.ROWS_AND_LONG_S),
    ):
        assert not [c for c in pattern.findall(ALL) if not set(upper_bytes(c)) & set(rows)]


def test_every_invisible_character_and_second_form_is_a_suspect():
    for pattern in (invisibles.SUSPECT, forms.SECOND_FORM):
        assert not [c for c in pattern.findall(ALL) if not holds_suspects(c)]
    assert not holds_suspects("　　海关加快清关——“检验”。\n　　进出口货物，café\n")


@settings(max_examples=1000)
@given(
    text=st.lists(
        st.one_of(
            st.sampled_from(["锟斤拷", "海关\n", "é ", "\u200b", "ﬁ"]),
            st.text("中国人民今年以来é£·“”—", max_size=4).map(garbled),
        ),
        max_size=4,
    ).map("".join)
)
@example(text="\U0001f3f4\U000e0067")
@example(text="锟斤拷")
@example(text="Â£")
def test_a_text_without_suspects_is_left_alone_without_a_remark(text):
    if not holds_suspects(text):
        for step in (pc.undo_mojibake, pc.drop_invisibles, pc.fold_compatibility_forms):
            assert pc.trace(text, pipeline=step).changes == ()


def test_the_other_spaces_are_all_but_the_plain_one():
    assert set(re.findall(f"[{spaces.SPACES}]", ALL)) == {" ", *spaces.OTHER_SPACES}


def test_han_characters_are_found_behind_a_latin_beginning():
    assert may_hold_han("Zeitung für " * 100 + "報")
    assert not may_hold_han("Zeitung für " * 100)


@settings(max_examples=1000)
@given(
    text=st.text(alphabet='()（）【】“”" Cl|Pa', max_size=12).map(lambda text: text.replace("l", "l" * 50))
)
def test_brackets_that_look_balanced_are_left_alone(text):
    if brackets.is_balanced(text):
        assert not brackets.changes_in(text)


def test_narrow_brackets_and_straight_quotation_marks_need_no_other_half():
    assert brackets.is_balanced('Nr. 1) er sagte: "Berlin (3. Mai) und (Paris" 2) 3)')
    assert not brackets.is_balanced('Nr. 1) er sagte: "Berlin” (3. Mai)')
    assert not brackets.is_balanced("London, May 3 CReuters)")
