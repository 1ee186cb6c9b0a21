"""The order of the newspaper pipeline. Where a text shows what a wrong order does, it is here; the list is for the rest."""

from __future__ import annotations

import pytest

import paperclean as pc
from paperclean.steps import step_name
from strategies.pages import made_page
from strategies.typography import letter_spaced

ORDER = [
    "undo_entities", "undo_mojibake", "drop_invisibles", "undo_mojibake", "drop_invisibles", "fold_compatibility_forms",
    "undo_font_shift", "drop_column_rules", "split_columns", "deinterleave_columns", "drop_page_furniture",
    "join_hyphenated_words", "join_wrapped_lines", "balance_brackets", "fold_straight_quotes", "fold_widths",
    "drop_han_spaces", "fold_punctuation", "convert_script",
]  # fmt: skip


def test_the_order_is_the_one_decided():
    style = pc.Style(script="Hans", furniture="drop")
    page = pc.Survey("\ufeff本报讯（记者王丰）&amp;")
    planned = [step_name(step) for stage in pc.newspaper.with_style(style) for step in stage.steps(page)]
    assert planned == ORDER


@pytest.mark.parametrize("name", ORDER)
def test_every_step_of_a_run_can_be_left_out_by_its_name(name):
    style = pc.Style(script="Hans", furniture="drop")
    text = "\ufeff渊王丰冤 第 一 章 ——— caf&#233;"
    by_name, by_function = (
        pc.newspaper.with_style(style).without(step) for step in (name, getattr(pc, name))
    )
    assert by_name == by_function != pc.newspaper.with_style(style)
    assert by_name(text) == by_function(text)


def test_a_soft_hyphen_that_is_half_a_character_is_not_dropped_before():
    assert pc.clean("ªÀ¤u³¯\xadi¨q¯A°Ñ»P2019") == "社工陳虹秀涉參與2019"


def test_what_stands_for_characters_is_put_in_before_any_step_looks_at_them():
    assert pc.clean("le caf&#195;&#169; de l’&eacute;t&eacute;&#8203;") == "le café de l’été"


def test_bytes_that_a_control_parts_are_found():
    assert pc.clean("le cafÃ\x08© de l’été") == "le café de l’été"


def test_a_soft_hyphen_goes_when_its_line_is_joined():
    text = (
        "中央和地方政府出台了一系列帮扶\n政策，降低企业负担、促进复工复\xad\n产。海关加快清关、检验速度。\n"
        "进出口货物能够快速到达消费者手\n里，受益于政策扶持帮助。"
    )
    assert "促进复工复产" in pc.clean(text)


@pytest.mark.parametrize("seed", range(5))
def test_spaces_between_characters_go_before_lines_are_judged(seed):
    page = made_page(seed, width=18).text()
    spaced, unspaced = pc.clean(letter_spaced(page)), pc.clean(page)
    assert spaced.replace(" ", "") == unspaced.replace(" ", "")


def test_divided_words_are_joined_before_lines():
    page = (
        "Das Schwurgericht verurteilte den Angekla-\ngten wegen wiederholten Diebstahls zu zwei\n"
        "Jahren Zuchthaus. Der Verein für Erdkun-\nde veranstaltet am Donnerstag einen Vortrag\n"
        "über die Forschungsreisen im Innern Afri-\nkas.\n"
    )
    assert "Angeklagten wegen" in pc.clean(page)
    assert "Erdkunde veranstaltet" in pc.clean(page)


def test_a_step_that_left_the_text_as_it_is_does_not_run_on_it_again():
    calls = []

    def idle(text):
        calls.append(text)
        return text

    assert pc.Pipeline(idle, str.strip, idle, str.upper, idle, idle)(" a") == "A"
    assert calls == [" a", "a", "A"]


def test_a_step_that_changed_the_text_runs_again():
    def behead(text):
        return text[1:]

    assert pc.Pipeline(behead, behead)("abc") == "c"
    assert pc.Pipeline(str.title, str.upper, str.title)("ab") == "Ab"
