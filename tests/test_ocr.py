"""Words that OCR misread: what is put right, and above all what is not."""

from __future__ import annotations

import random
import re

import pytest

import paperclean as pc
from paperclean.ocr.misreadings import misreadings
from paperclean.ocr.readings import reading
from paperclean.statistics.lexicon import lexicon
from strategies.prose import GERMAN, MORE, STORY

ENGINE = [("e", "o"), ("h", "b"), ("n", "u"), ("l", "i"), ("m", "rn"), ("c", "e"), ("h", "li"), ("a", "n")]


def read_by_engine(text: str, share: float, seed: int) -> str:
    """*text* with *share* of its words misread, one letter each."""
    rng = random.Random(seed)

    def misread(match: re.Match[str]) -> str:
        word = match[0]
        pairs = [pair for pair in ENGINE if pair[0] in word]
        if not pairs or rng.random() > share:
            return word
        return word.replace(*rng.choice(pairs), 1)

    return re.sub(r"[a-z]{3,}", misread, text)


def wrong_words(text: str, printed: str) -> int:
    return sum(a != b for a, b in zip(text.split(), printed.split(), strict=True))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("prose", "language"), [(STORY + MORE, "en"), (GERMAN, "de")])
@pytest.mark.parametrize("share", [0.05, 0.15, 0.3])
def test_half_of_the_misread_words_come_right_and_hardly_one_goes_wrong(prose, language, share, seed):
    page = read_by_engine(prose, share, seed)
    out = pc.correct_ocr(page, language=language)
    spoiled = sum(a == b != c for a, b, c in zip(page.split(), prose.split(), out.split(), strict=True))
    assert spoiled <= 1
    assert wrong_words(out, prose) <= 0.6 * wrong_words(page, prose)


@pytest.mark.parametrize("prose", [STORY, MORE, GERMAN])
def test_what_was_never_misread_stays(prose):
    assert pc.correct_ocr(prose) == prose


def test_a_strange_word_on_a_long_page_that_is_well_read_stays():
    page = STORY + MORE + "Wliich was all. " + (MORE + STORY) * 2
    assert pc.correct_ocr(page) == page
    assert pc.correct_ocr("Wliich was all that the members of the board had to say.").startswith("Which")


def test_a_worse_page_is_believed_to_be_misread_more_often():
    doubtful = " Bis hat was bv the sea, as he said."  # his, by
    assert pc.correct_ocr(STORY + doubtful, language="en").endswith("bv the sea, as he said.")
    dirty = read_by_engine(STORY + MORE, 0.3, 1)
    assert pc.correct_ocr(dirty + doubtful, language="en").endswith("by the sea, as he said.")


def test_every_change_names_both_words():
    trace = pc.trace(
        "Tlie council met on Tuesday aud heard that the river had risen.", pipeline=pc.correct_ocr
    )
    assert [change.reason for change in trace.changes] == ["misread: Tlie for The", "misread: aud for and"]
    assert all(0.9 < change.confidence < 1 for change in trace.changes)
    assert trace.clean[4:11] == "council"
    assert trace.source(4, 11) == [(5, 12)]


@pytest.mark.parametrize(
    "text",
    [
        "The price of tbe-\nhouse was aud\xad\nience and bar¬\nbour in the town of the council.",
        "They wou'd not, and cou'd not, and I'itls of the town of comuiti'sinucr had not.",
        "The XIIth of the 8th, 2d, lOO and 15s. of the council were on the list of the town.",
        "J. Thos. Wm. Robt. and Geo. of the council were on the list of the town.",
    ],
    ids=["parts of words", "apostrophes", "figures", "abbreviations"],
)
def test_what_is_no_whole_word_stays(text):
    assert pc.correct_ocr(text, language="en") == text


def test_long_runs_of_letters_take_no_longer_than_they_must():
    assert pc.correct_ocr("and the town of " + "l" * 100_000, language="en").endswith("lll")
    assert pc.correct_ocr("iiiiiiiiiiiiiiiiiiiiiiii " * 2_000 + "aud the", language="en")


def test_the_beginning_of_a_longer_word_is_no_word():
    begun = next(word for word in lexicon("de").log_share if len(word) == 24 and "n" in word[:-1])
    misread = begun.replace("n", "u", 1)
    page = "Die Stadt hat fich nicht ergeben, und {} wird uoch gekämpft."
    assert begun in pc.correct_ocr(page.format(misread), language="de")
    assert misread in pc.correct_ocr(page.format(misread + "gesellschaft"), language="de")


@pytest.mark.parametrize("language", ["en", "de", "fr", "nl"])
def test_a_reading_is_another_word_that_is_known(language):
    known = lexicon(language).log_share
    for word in ["tbe", "uud", "daus", "rneer", "Hcrr", "LBS", "qni", "nict", "zzzzz"]:
        found = reading(word, language)
        if found is not None:
            assert found.word.lower() in known
            assert found.word.lower() != word.lower()
    assert all(
        len(read) <= 2 and read != printed
        for read, pairs in misreadings(language).items()
        for printed, _ in pairs
    )
