"""The table of compatibility forms against Unicode, and remarks."""

from __future__ import annotations

import unicodedata

import paperclean as pc
from paperclean.characters.forms import SECOND_FORM, forms


def test_every_form_of_the_table_is_found_and_none_is_left():
    for form, (character, kind) in forms().items():
        assert SECOND_FORM.fullmatch(form), kind
        assert not SECOND_FORM.search(character), kind
        assert pc.fold_compatibility_forms(f"︵{form}") == f"（{character}"  # on a page set vertically


def test_ideographs_agree_with_normalization_where_it_has_an_opinion():
    for form, (character, kind) in forms().items():
        if "radical" in kind or "ideograph" in kind:
            assert unicodedata.normalize("NFKC", form) in {form, character}


def test_all_214_kangxi_radicals_are_folded():
    assert all(chr(c) in forms() for c in range(0x2F00, 0x2FD6))


def test_a_private_character_is_remarked():
    (change,) = pc.trace("凍\ue111所", pipeline=pc.fold_compatibility_forms).changes
    assert (change.kind, change.confidence) == (
        "remark",
        1.0,
    )  # what only the font knows is certainly not known


def test_lost_characters_are_remarked():
    changes = pc.trace("海\ufffd关\ud800", pipeline=pc.drop_invisibles).changes
    assert [(change.kind, change.confidence) for change in changes] == [("remark", 1.0)] * 2


def test_line_ends_are_told_apart_from_what_prints_nothing():
    changes = pc.trace("一\r\n二\u200b", pipeline=pc.drop_invisibles).changes
    assert [(change.before, change.after, change.reason) for change in changes] == [
        ("\r", "", "line end"),
        ("\u200b", "", "prints nothing"),
    ]
