"""Damage to characters: shifted symbol fonts, wrong codecs."""

from __future__ import annotations

from paperclean.characters.founder import BRACKETS, DIGITS, LATIN, printed_by_shifted

SHIFTED = {printed: shifted for shifted, printed in printed_by_shifted().items()}
WIDE = {ord("0") + i: c for i, c in enumerate(DIGITS)}
MARKS = "，。、；：？！·" + BRACKETS
FONTS = {"brackets": BRACKETS, "punctuation": MARKS, "all": MARKS + DIGITS + LATIN}
WRONG_CODECS = [
    ("gb18030", "latin-1"),
    ("big5hkscs", "latin-1"),
    ("utf-8", "latin-1"),
    ("utf-8", "gb18030"),
]


def in_shifted_font(text: str, font: str) -> str:
    """*text* as a PDF shows it that does not say which font its marks are set in."""
    return "".join(SHIFTED[c] if c in FONTS[font] else c for c in text)


def wide(text: str) -> str:
    """*text* with the wide digits that GB 2312 fonts hold."""
    return text.translate(WIDE)


def misread(text: str, written: str, read: str) -> str:
    """*text* written in one codec and read in another."""
    return text.encode(written).decode(read)


def cut_anywhere(text: str) -> str:
    """*text* in lines of 17 characters, wherever that cuts them."""
    return "\n".join(line[at : at + 17] for line in text.split("\n") for at in range(0, len(line), 17))


def with_blanks(text: str) -> str:
    """A space between each two characters of *text*."""
    return "\n".join(" ".join(line) for line in text.split("\n"))
