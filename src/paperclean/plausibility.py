"""How surprising a text is to a reader of newspapers, in bits: the measure that tells encodings apart.

The right encoding turns bytes into common characters, a wrong one into rare ones, control characters and none
at all. So of several readings of the same bytes the least surprising is the true one; the sum of the bits is,
up to a constant, the logarithm of its probability.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files
from operator import mul
from unicodedata import category

import regex

__all__ = ["is_ascii_control", "is_junk", "surprise"]

CENTRAL = "ąćęłńśźżěčřýůťďňőűĄĆĘŁŃŚŹŻĚČŘÝŮŤĎŇŐŰăğışİŞĞșț"  # letters of central European languages and Turkish
SIGNS = "†‡ˆ‰‹›§¶¹²³¿¡±£¥¦¼½¾©®ªº¢"
STRANGE, EASTERN = r"\p{Greek}\p{Cyrillic}", r"\p{Han}\p{Hangul}"

# Bits of the characters that `character_bits.txt` does not count, by the first class that holds them. Han
# characters that are not in the table cost by the size of the block they come from.
CLASSES = [
    (" ", 3),
    ("\n", 5),
    ("\r", 6),
    ("\t\u3000", 9),
    ("äöüßéèàçêâîôûùëïáíóúñœæ", 9),
    ("“”‘’„‚«»‹›–—…€§°·", 10),
    ("ÄÖÜÉÈÀÇÊÂÎÔÆŒøåØÅ£ƒ\xa0\f\ufeff", 11),
    ("\u3040-\u30ff", 11),
    ("½¼¾²³©®´¬ſ■□▲△●○◆◇★☆※①-⑳", 14),
    ("а-яα-ωάέήίόύώ", 7),
    (r"\p{Greek}\p{Cyrillic}", 11),
    (CENTRAL, 12),
    (r"\p{Hangul}", 15),
    ("¨ˆ˜¸", 24),  # nobody prints an accent alone
    ("ŠšŽž", 19),
    (r"\p{L}--\p{Han}\p{Hiragana}\p{Katakana}", 16),
    (r"\uff01-\uff5e\u2500-\u257f", 16),
    (r"\u4e00-\u9fff", 21),
    (r"\p{N}\p{P}\p{S}\p{M}--\u3400-\u4dbf", 18),
    (r"\u3400-\u4dbf\uf900-\ufaff", 24),
    (r"\U00020000-\U0003ffff", 26),
    (r"\x00-\x1f\x7f", 22),
    (r"\x80-\x9f\ue000-\uf8ff", 24),
]
NO_CHARACTER = 28
UNREADABLE = 60  # U+FFFD: bytes that the encoding has no character for

# Neighbours that a wrong encoding makes, one of these characters and one of those, how they stand, and what it costs.
MISFITS = [
    (r"\p{Lu}", r"\p{Ll}", r"(?<=\p{Ll})\p{Lu}", 5),  # l´eau read as lŽeau
    ("½¼¾¤¦", r"\p{Ll}", r"[½¼¾¤¦](?=\p{Ll})", 6),  # œuvre read as ½uvre
    ("œŒšžŸ", r"\dœ", r"(?<=\d)[œŒšžŸ]|(?<!\p{L})œ(?!\p{L})", 6),  # 1½ read as 1œ
    ("‚„", r"\p{Ll}", r"(?<=\p{Ll})[‚„](?!\p{Lu})", 10),  # curiosité read as curiosit‚
    (SIGNS, r"\p{Ll}", rf"(?<=\p{{Ll}})[{SIGNS}](?=\p{{Ll}})", 8),  # naß read as na§, Łódź as £ódŸ
    (CENTRAL, r"\d", rf"(?<=\d)[{CENTRAL}]|[{CENTRAL}](?=\d)", 8),  # £10 read as Ł10
    (STRANGE, "A-Za-z0-9", rf"(?<=[A-Za-z0-9])[{STRANGE}]|[{STRANGE}](?=[A-Za-z0-9])", 8),
    (EASTERN, "a-zß-ÿ", rf"(?<=[a-zß-ÿ])[{EASTERN}]|[{EASTERN}](?=[a-zß-ÿ])", 8),  # für read as f黵
]


class _Bits(dict[str, int]):
    """The bits of each character: counted ones, and others as they are asked for."""

    def __init__(self) -> None:
        table = files("paperclean.data").joinpath("character_bits.txt").read_text(encoding="utf-8")
        rows = (line.split(" ", 1) for line in table.splitlines())
        super().__init__((character, int(bits)) for bits, characters in rows for character in characters)
        self["\ufffd"] = UNREADABLE
        classes = "|".join(f"([{characters}])" for characters, _ in CLASSES)
        self.classes = regex.compile(classes, regex.VERSION1)

    def __missing__(self, character: str) -> int:
        found = self.classes.match(character)
        bits = CLASSES[found.lastindex - 1][1] if found and found.lastindex else NO_CHARACTER
        self[character] = bits
        return bits


_bits = cache(_Bits)


@cache
def _misfits() -> list[tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str], int]]:
    return [
        (regex.compile(f"[{one}]"), regex.compile(f"[{other}]"), regex.compile(pattern), bits)
        for one, other, pattern, bits in MISFITS
    ]


def surprise(text: str) -> int:
    """The bits that *text* tells a reader of newspapers; the fewer, the likelier.

    >>> surprise("记者王丰") < surprise("暮氪譜ね")
    True
    """
    counts = Counter(text)
    total: int = sum(map(mul, map(_bits().__getitem__, counts), counts.values()))
    if text.isascii():
        return total
    characters = "".join(counts)  # few texts hold both that such a place needs
    return total + sum(
        bits * len(pattern.findall(text))
        for one, other, pattern, bits in _misfits()
        if one.search(characters) and other.search(characters)
    )


def is_junk(character: str) -> bool:
    r"""Whether *character* has no place in a text: most controls, private use, U+FFFD, unassigned.

    >>> [is_junk(c) for c in "国\n\x07\ufffd"]
    [False, False, True, True]
    """
    if category(character) == "Cc":
        return is_ascii_control(character) or not character.isascii()
    return character == "\ufffd" or category(character) in {"Cn", "Co", "Cs"}


def is_ascii_control(character: str) -> bool:
    r"""Whether *character* is a control of ASCII that no text file has.

    >>> [is_ascii_control(c) for c in "国\n\x07\x85\ufffd"]
    [False, False, True, False, False]
    """
    return character.isascii() and category(character) == "Cc" and character not in "\t\n\r\f\v\x1a\x1b"
