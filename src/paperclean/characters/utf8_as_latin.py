"""UTF-8 that was read as Latin-1 or Windows-1252."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from unicodedata import name

import regex

from paperclean.characters.misread import CONTINUATION, HIGH, LOST, Repair, as_bytes
from paperclean.statistics.han import han_association

__all__ = ["utf8_in_latin"]

# One character of two, three or four bytes of UTF-8, each byte shown as a character of its own. Two bytes
# prove little: after Ã and Â they do, of other leads two in a row (Cyrillic, Greek), a letter, or such beside others.
SEQUENCE = (
    f"[\xc2\xc3][{CONTINUATION}]|(?:[\xc4-\xdf][\x80-\xbfŠŒŽšœžŸƒ€†‡‰™]){{2,}}|[\xc4\xc5][\x80-\xaa\xac-\xb3\xb5-\xb6\xb8-\xba\xbc-\xbfŠŒŽšœžŸƒ€†‡‰™]"
    f"|\xc5“(?=[a-z])|[\xe0-\xef][{CONTINUATION}]{{2}}|[\xf0-\xf4][{CONTINUATION}]{{3}}"
)
UTF8_BYTES = regex.compile(f"(?:{SEQUENCE})(?:{SEQUENCE}|[\xc4-\xdf][{CONTINUATION}])*")
# A word's last letter and two signs, as in « passé », Beyoncé…… and Café——: the bytes of a character too, but
# only of a rare one (頻, 酅, 闗), so alone they are what they seem. Words do not end with â; ● and ■ begin with it.
SIGNS = "\xa0\xab\xad\xb7\xbb‘’‚“”„–—…•‹›"
HONEST = regex.compile(f"(?:[\xe0\xe1\xe3-\xef][{SIGNS}][{SIGNS}°§€]|[\xf0-\xf4][{SIGNS}]{{2}}[{SIGNS}°§€])+")
# Bytes that are none of UTF-8, a few in a row; honest accents stand among letters of ASCII
STRAY = regex.compile(f"[{HIGH}--[{SIGNS}]]{{3,}}", regex.VERSION1)
# What stands alone among letters: signs, kana, Latin letters. Of others there are several, or it is a Chinese one.
ALONE = regex.compile(
    "[\x80-\u07ff\u1e00-\u1eff\u2000-\u2bff\u2c60-\u2c7f\u2e00-\u2e5f\u3000-\u30ff\ua720-\ua7ff"
    "\ufb00-\ufb06\ufe10-\ufe6f\ufeff-\uffef]|[^\0-\uffff]"
)
FIRST_GREEK, FIRST_THREE_BYTES = "\u0300", "\u0800"  # accents, Greek, Cyrillic, Hebrew, Arabic and others
CONTROL = regex.compile("[\x80-\x9f]")


def utf8_in_latin(line: str) -> Iterator[Repair]:
    """UTF-8 that was read as Latin-1 or Windows-1252."""
    found = list(_sequences(line))
    if _are_of_another_codec(line, found):
        return
    several = any(len(repair.text) > 1 and repair.text[0] > "\u07ff" for repair in found)
    for repair in found:
        if several or len(repair.text) > 1 or _may_be_alone(line[: repair.start], repair.text):
            yield repair


def _are_of_another_codec(line: str, found: list[Repair]) -> bool:
    """Whether most bytes of *line* stand outside the sequences *found*: those are there by chance (¹ãÎ÷¾¼Ã¹ÜÀí for 广西经济管理)."""
    outside = [
        line[end:start]
        for end, start in pairwise([0, *(at for repair in found for at in repair[:2]), len(line)])
    ]
    stray = sum(len(match[0]) for part in outside[::2] for match in STRAY.finditer(part))
    return stray > sum(repair.end - repair.start for repair in found)


def _may_be_alone(before: str, c: str) -> bool:
    """Whether the character *c*, as bytes are decoded, is more likely than the letter and the signs that they show as.

    They are honest where it is one of another script (Lukáš” for ᚔ), or a small letter that goes on from capitals.
    """
    if c.islower() and len(before) > 1 and before[-2:].isupper() and before[-2:].isalpha():
        return False
    return ALONE.match(c) is not None or c in han_association().index


def _sequences(line: str) -> Iterator[Repair]:
    """Where *line* shows the bytes of UTF-8, and what they say."""
    for match in UTF8_BYTES.finditer(line):
        if HONEST.fullmatch(match[0]) or LOST.search(match[0]):
            continue
        decoded = _decoded(match[0])
        if decoded and not _is_of_two_scripts(decoded):
            yield Repair(match.start(), match.end(), decoded, "UTF-8 read as Latin-1 or Windows-1252", 0.98)


def _is_of_two_scripts(decoded: str) -> bool:
    """Whether *decoded* holds letters of two scripts beyond Latin (Ú¥Í« for ڥͫ): then the bytes are of something else."""
    beyond = (c for c in decoded if FIRST_GREEK <= c < FIRST_THREE_BYTES)
    return len({name(c, "").partition(" ")[0] for c in beyond}) > 1


def _decoded(shown: str) -> str:
    """What the bytes shown as *shown* say; where it is controls, they are bytes that were garbled twice over."""
    decoded = shown
    while decoded == shown or CONTROL.search(decoded):
        try:
            decoded = as_bytes(decoded).decode("utf-8")
        except ValueError:  # no bytes, or none of UTF-8
            return ""
    return decoded
