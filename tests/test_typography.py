"""Damage to the characters and signs of made-up pages is undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paperclean as pc
from strategies.pages import PAGES
from strategies.typography import TYPED, with_half_width_commas, with_invisibles, with_radicals


@given(page=PAGES)
def test_radicals_become_ideographs(page):
    assert pc.fold_compatibility_forms(with_radicals(page.printed)) == page.printed


@given(page=PAGES, seed=st.integers(0, 99))
def test_invisibles_are_dropped_and_line_ends_are_newlines(page, seed):
    assert pc.drop_invisibles(with_invisibles(page.printed, seed)) == page.printed


@pytest.mark.parametrize("damage", TYPED)
@given(page=PAGES)
def test_typed_signs_become_the_printed_ones(damage, page):
    printed, typed = TYPED[damage]
    assert pc.fold_punctuation(page.printed.replace(printed, typed)) == page.printed


@given(page=PAGES)
def test_half_width_commas_become_full_width(page):
    assert pc.fold_widths(with_half_width_commas(page.printed)) == page.printed
