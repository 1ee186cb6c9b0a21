"""Spellings of another time, which look like misread ones: `vne` is no `vue`, and `auoit` no `audit`."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["spellings"]

PLACES = 2  # of a word that are spelled otherwise

# What printers wrote between 1500 and 1900, and what is written now for it, or for some of it
THEN = {
    language: [tuple(pair.split(">")) for pair in pairs.split(" ")]
    for language, pairs in {
        "en": "v>u u>v i>j",
        "de": "v>u y>i th>t c>k c>z ir>ier",
        "fr": "v>u u>v i>j oi>ai oî>aî",
        "nl": "v>u u>v i>j y>ij ae>aa ae>a ee>e oo>o sch>s c>k",
    }.items()
}


def spellings(word: str, language: str) -> set[str]:
    """How *word*, in small letters, may be spelled now: as it stands, and with what `THEN` tells put in at one place or two.

    >>> {"avait", "auoit"} <= spellings("auoit", "fr"), "injustice" in spellings("iniustice", "fr")
    (True, True)
    """
    found = {word}
    for _ in range(PLACES):
        found |= {changed for spelled in found for changed in _changed(spelled, language)}
    return found


def _changed(word: str, language: str) -> Iterator[str]:
    """*word* with one place of it spelled as now."""
    for old, new in THEN[language]:
        start = word.find(old)
        while start >= 0:
            yield word[:start] + new + word[start + len(old) :]
            start = word.find(old, start + 1)
