"""Spaces strewn over made-up pages are dropped, and printed ones are kept."""

from __future__ import annotations

import pytest
from hypothesis import given

import paperclean as pc
from strategies.pages import PAGES, made_page
from strategies.typography import letter_spaced, with_strewn_spaces


def paragraphs(script):
    for seed in range(40):
        page = made_page(seed, script=script)
        yield from (block.text for block in page.blocks if block.kind == "paragraph" and len(block.text) > 40)


@pytest.mark.parametrize("script", ["Hans", "Hant"])
@pytest.mark.parametrize("share", [0.1, 0.2, 0.5])
def test_strewn_spaces_are_dropped(script, share):
    texts = list(paragraphs(script))
    right = sum(pc.drop_han_spaces(with_strewn_spaces(text, 1, share=share)) == text for text in texts)
    assert right >= 0.97 * len(texts)


@pytest.mark.parametrize("script", ["Hans", "Hant"])
def test_letter_spacing_is_dropped(script):
    for text in paragraphs(script):
        assert pc.drop_han_spaces(letter_spaced(text)) == text


def test_a_page_is_evidence_for_its_lines():
    """Lines too short to tell alone are judged with their page."""
    lines = [line for seed in range(5) for line in made_page(seed).lines if "，" in line or "。" in line]
    damaged = [with_strewn_spaces(line, seed, share=0.15) for seed, line in enumerate(lines)]
    alone = sum(pc.drop_han_spaces(dirty) == line for dirty, line in zip(damaged, lines, strict=True))
    together = pc.drop_han_spaces("\n".join(damaged)).split("\n")
    assert sum(a == b for a, b in zip(together, lines, strict=True)) > alone


@given(page=PAGES)
def test_printed_spaces_are_kept(page):
    for text in (page.printed, page.text(indent="　　"), page.text(indent="    ", blank_lines=1)):
        assert pc.drop_han_spaces(text) == text
