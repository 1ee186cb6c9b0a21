"""The made-up pages are what they say they are, and clean pages come back from every step of typography."""

from __future__ import annotations

import pytest
from hypothesis import given

import paperclean as pc
from steps import name
from strategies.pages import CLOSING, OPENING, PAGES, em


@given(page=PAGES)
def test_a_page_is_set_as_newspapers_set(page):
    for block in page.blocks:
        joint = " " if block.joint == "space" else ""
        assert joint.join(block.lines) == block.text
        for line in block.lines[1:]:
            assert line[0] not in CLOSING
        for line in block.lines[:-1]:
            assert line[-1] not in OPENING
        if block.kind == "paragraph":
            assert all(em(line) <= page.width + 4 for line in block.lines)
    assert len(page.joints) == len(page.lines) - 1


CHARACTERS_ONLY = [pc.drop_invisibles, pc.fold_compatibility_forms, pc.fold_punctuation]


@pytest.mark.parametrize("step", CHARACTERS_ONLY, ids=name)
@given(page=PAGES)
def test_a_clean_page_comes_back(step, page):
    for text in (page.printed, page.text(indent="　　", blank_lines=1)):
        assert step(text) == text
