"""Chinese read as Latin-1 in which the bytes that show as soft hyphens were lost, as many programs drop these."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from paperclean.statistics.han import han_association

__all__ = ["without_soft_hyphens"]

SOFT_HYPHEN = b"\xad"  # the second byte of 经, 江, 京 and some eighty others
END_OF_ASCII, FIRST_BYTE = 0x80, 0xA1  # of GB 2312, whose characters make nearly all of a text
UNKNOWN, MARK = -18.0, -8.0  # log share of a character that the table has not, and of a mark or a wide letter
LEAST = -11.0  # the smallest log share that is told apart
ONE_LOST = -2.0  # beyond the character's own: one in 60 has such a byte
MOST_LOST = 0.15  # share of the characters

# The best reading up to some byte: its log likelihood, its last character, how many were made whole, and the reading before.
Reading: TypeAlias = "tuple[float, str, int, Reading | None]"


def without_soft_hyphens(data: bytes) -> str:
    r"""The likeliest reading of *data* as GB 2312 of which bytes AD were lost; nothing if there is none.

    >>> without_soft_hyphens("全省加快发展实体经济".encode("gb18030").replace(b"\xad", b""))
    '全省加快发展实体经济'
    """
    best: list[Reading | None] = [(0.0, "", 0, None), *[None] * len(data)]
    for start, byte in enumerate(data):
        before = best[start]
        if before is None:
            continue
        pair = data[start : start + 2]
        if byte < FIRST_BYTE:
            offers = [(start + 1, chr(byte) if byte < END_OF_ASCII else "", 0.0, 0)]
        else:
            offers = [
                (start + 2, *_character(pair), 0),
                (start + 1, *_character(pair[:1] + SOFT_HYPHEN), 1),
            ]
        for end, character, share, lost in offers:
            score = before[0] + share + lost * ONE_LOST
            held = best[end] if character else (score, "", 0, None)
            if held is None or score > held[0]:
                best[end] = (score, character, before[2] + lost, before)
    return _spelt(best[-1])


def _spelt(reading: Reading | None) -> str:
    """The characters of a *reading*; nothing where it takes too many bytes for lost, or none."""
    characters: list[str] = []
    lost = reading[2] if reading else 0
    while reading and reading[3]:
        characters.append(reading[1])
        reading = reading[3]
    beyond_ascii = sum(c > "\x7f" for c in characters)
    return "".join(reversed(characters)) if 0 < lost <= MOST_LOST * beyond_ascii else ""


@cache
def _character(pair: bytes) -> tuple[str, float]:
    """The character of two bytes and its log share; no character where they are none of GB 2312."""
    try:
        pair.decode("gb2312")
    except UnicodeDecodeError:
        return "", 0.0
    character = pair.decode("gb18030")
    row = han_association().index.get(character, 0)
    if row:
        return character, max(LEAST, han_association().frequency[row])
    return character, MARK if "\u2010" <= character <= "\u30ff" or character >= "\uff00" else UNKNOWN
