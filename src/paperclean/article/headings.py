"""Headings of Latin print that end in a full stop, as they did up to about 1930: `Schweizerische Eidgenossenschaft.`."""

from __future__ import annotations

import re

__all__ = ["is_stopped_heading"]

# Words of sentences: verbs and pronouns of four languages, old spellings among them.
SENTENCE_WORDS = (
    "is are was were has had have been be will would he she it they we i you not who "
    "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann er sie es wir ich nicht sich daß dass "
    "iſt ſind ſie ſich daſs est sont était étoit a ont il ils elle on nous vous je ne pas se que "
    "zijn heeft hebben wordt werd hij zij ze men niet zich dat"
)
OF_SENTENCES = frozenset(SENTENCE_WORDS.split())
TWO_SENTENCES = re.compile(r"[^\W\d_]{4}\. ")
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 60  # characters
NAMES_A_THING = 4  # letters of a word that begins with a capital
FEW_WORDS = 3  # which may end without one: `Nouvelles de l'étranger.`


def is_stopped_heading(text: str) -> bool:
    """Whether *text*, a line by itself, names a thing and tells nothing of it.

    >>> is_stopped_heading("Schweizerische Eidgenossenschaft."), is_stopped_heading("Sie sah ihm in die Augen.")
    (True, False)
    """
    if len(text) > LONGEST or text[-1] != "." or not text[0].isupper() or ":" in text or ";" in text:
        return False
    if TWO_SENTENCES.search(text):
        return False
    words = WORD.findall(text)
    if not any(len(word) >= NAMES_A_THING and word[0].isupper() for word in words):
        return False
    if not OF_SENTENCES.isdisjoint(map(str.lower, words)):
        return False
    return words[-1][0].isupper() or len(words) <= FEW_WORDS
