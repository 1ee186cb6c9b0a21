"""Associations of words at a line end and the next line's start."""

from __future__ import annotations

import pytest

from paperclean.statistics.words import pack, unpack, word_association


@pytest.mark.parametrize("language", ["en", "de", "fr", "nl", None])
def test_a_table_survives_packing(language):
    table = word_association(language)
    again = unpack(pack(table))
    assert (again.pairs, again.left, again.right, again.joints) == (
        table.pairs,
        table.left,
        table.right,
        table.joints,
    )


@pytest.mark.parametrize(
    ("language", "line_end", "good", "bad"),
    [
        ("en", "of", "the", "of"),
        ("en", "has", "been", "the"),
        ("de", "in", "der", "und"),
        ("de", "Reichsre-", "gierung", "Berlin"),
        ("fr", "dans", "la", "et"),
        ("nl", "van", "de", "en"),
        (None, "govern-", "ment", "The"),
        (None, "ended.", "The", "the"),
    ],
)
def test_what_belongs_together_is_associated(language, line_end, good, bad):
    table = word_association(language)
    assert table.pmi(line_end, good) > table.pmi(line_end, bad)


@pytest.mark.parametrize("word", ["", "-", "—", "…", "\ud800", "12.", "ſ"])
def test_any_string_has_an_association(word):
    for language in ("de", None):
        assert -3 <= word_association(language).pmi(word, word) <= 3.5
