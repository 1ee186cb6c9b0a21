"""Latin lines as numbers: widths by three classes of letters, end marks, opening words."""

from __future__ import annotations

import regex

__all__ = ["display_evidence", "end_class", "opening_class", "widths"]

NARROW = "iljtf'.,;:!|ſ r()I¬-"  # about two thirds of an average letter
WIDE = "mwMW—"
CAPITAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ"

SENTENCE_END, QUOTED_END, ABBREVIATION, COLON, COMMA, CLOSING, NO_MARK, HYPHEN = range(8)
LOWER = frozenset("abcdefghijklmnopqrstuvwxyzäöüßſéèàâêîôûçëïœæ")
HYPHENS = frozenset("-¬=⸗‐\xad")
QUOTES = "\"“”»«')]’"
ABBREVIATED = regex.compile(
    r"(?:^|[\s(.])(?:[A-ZÄÖÜ]|\d{1,4}|[a-z]|Hrn?|St|Dr|Nr|No|Fr|Art|Mr|Mrs|MM?|bzw|resp|Jan|Febr?|Aug|Sept?|Okt|Nov|Dez|Oct|Dec|gef)\.$"
)

NUMBERED, LOWER_CASE, DIGIT, QUOTE, OTHER, CAPITALIZED = range(6)
OPENING_SIGNS = frozenset("—–-*†§(0123456789")
OPENING_CUE = regex.compile(
    r"—|–|-\s|\d+[.)]|[*†§]|\(|[A-ZÄÖÜ][\w.-]+(?:, ?| )(?:den )?\d+\.|[A-ZÄÖÜ][a-zäöü]+\. [—A-ZÄÖÜ(]"
)
FIRST_LETTER = regex.compile("[\"„“”»«'(]*(.?)")


def widths(lines: list[str]) -> list[float]:
    """Units of *lines*, an average lower-case letter being one.

    >>> [round(width, 2) for width in widths(["million", "Mai"])]
    [6.24, 3.56]
    """
    # All lines at once as bytes, a class of letters a byte: bytes are mapped and counted many times as fast as
    # characters are found. The two signs beyond Latin-1 go as others of their class.
    page = "\n".join(lines).replace("ſ", "i").replace("—", "m")
    classes = page.encode("latin-1", "replace").translate(CLASSES).split(b"\n")
    out = []
    for line in classes:
        count = line.count
        i, m = count(b"I"), count(b"M")
        wide, capital, narrow = count(b"m") + m, count(b"C") + i + m, count(b"i") + i
        out.append(len(line) + 0.6 * wide + 0.3 * capital - 0.34 * narrow)
    return out


def _class(character: str) -> str:
    if character == "\n":
        return character
    if character in CAPITAL:
        return "I" if character in NARROW else "M" if character in WIDE else "C"
    return "i" if character in NARROW else "m" if character in WIDE else "x"


CLASSES = "".join(_class(chr(byte)) for byte in range(256)).encode("ascii")


def end_class(line: str) -> int:
    """Which end mark closes *line*."""
    last = line[-1]
    if last in LOWER:
        return NO_MARK
    if last in HYPHENS:
        return HYPHEN
    if last == ",":
        return COMMA
    bare = line.rstrip(QUOTES)
    quoted = len(bare) < len(line)
    last = bare[-1:]
    if last and last in ".!?":
        if quoted:
            return QUOTED_END
        return (
            ABBREVIATION if last == "." and ABBREVIATED.search(bare, max(0, len(bare) - 8)) else SENTENCE_END
        )
    if last and last in ":;":
        return COLON
    if last == ",":
        return COMMA
    return CLOSING if quoted else NO_MARK


def opening_class(line: str) -> int:
    """How *line* opens."""
    first = line[0]
    if first in LOWER:
        return LOWER_CASE
    if (first in OPENING_SIGNS or ". " in line[:28] or "," in line[:28]) and OPENING_CUE.match(line):
        return NUMBERED
    match = FIRST_LETTER.match(line)
    letter = match[1] if match else ""
    if letter.islower():
        return LOWER_CASE
    if letter.isdigit():
        return DIGIT
    if match and match.end() > 1:
        return QUOTE
    return CAPITALIZED if letter.isalpha() else OTHER


def display_evidence(end: int, following: int) -> float:
    """Evidence that a line is one of display: no sentence ends in it and none goes on after it."""
    return 3.0 if end in {CLOSING, NO_MARK} and following != LOWER_CASE else 0.0
