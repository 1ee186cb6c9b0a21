"""Chinese read as Latin-1 in which bytes were lost or taken together afterwards.

Bytes that show as soft hyphens are lost, as many programs drop these. Two or three bytes that are UTF-8 by chance are
one letter where a program decoded what it took for UTF-8 in them: Ð£¬ for `У¬`, the bytes of a comma behind 中.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from paperclean.characters.misread import LEAST, MARK, UNKNOWN, WINDOWS
from paperclean.statistics.han import han_association

__all__ = ["likeliest_reading"]

SOFT_HYPHEN = 0xAD  # the second byte of 经, 江, 京 and some eighty others
END_OF_ASCII, FIRST_BYTE = 0x80, 0xA1  # of GB 2312, whose characters make nearly all of a text
ONE_LOST = -2.0  # beyond the character's own: one in 60 has such a byte
NO_LEAD = 0

# A reading up to some byte: its log likelihood, its last character, and the reading before.
Reading: TypeAlias = "tuple[float, str, Reading | None]"
# The best of those that end alike: by the first byte of a character begun, and the last character.
Readings: TypeAlias = "dict[tuple[int, str], Reading]"


def likeliest_reading(shown: str) -> str:
    r"""The likeliest GB 2312 that lost bytes AD, or whose bytes were taken together, as *shown*; nothing if there is none.

    >>> likeliest_reading("全省加快发展实体经济".encode("gb18030").decode("latin-1").replace("\xad", ""))
    '全省加快发展实体经济'
    >>> likeliest_reading("ÔÚÇ°¶ËÏÔʾµÄÊý¾ÝÖУ¬")
    '在前端显示的数据中，'
    """
    any_together = any(c > "\xff" and c not in WINDOWS for c in shown)
    readings: Readings = {(NO_LEAD, ""): (0.0, "", None)}
    for c in shown:
        here: Readings = {}
        for data in _bytes_of(c) if any_together else _bytes_of(c)[:1]:
            after = readings
            for byte in data:
                after = _after(after, byte)
            for (lead, _), reading in after.items():
                _keep_better(here, lead, reading)
        if not here:
            return ""
        readings = here
    return _spelt(_ended(readings))


@cache
def _bytes_of(c: str) -> tuple[bytes, ...]:
    """The bytes that *c* may show: one of Latin-1 or Windows-1252, or those that are *c* in UTF-8."""
    if c < "\x80":
        return (c.encode(),)
    one = WINDOWS.get(c) or ord(c)
    together = c.encode("utf-8", "surrogatepass")
    return (bytes((one,)), together) if one < 0x100 else (together,)


def _after(readings: Readings, byte: int) -> Readings:
    """The *readings* with one more *byte*."""
    out: Readings = {}
    for (lead, _), reading in readings.items():
        if lead and byte >= FIRST_BYTE and (whole := _with(reading, lead, byte)):
            _keep_better(out, NO_LEAD, whole)
        before = _with(reading, lead, SOFT_HYPHEN, ONE_LOST) if lead else reading
        if before is None:
            continue
        if byte >= FIRST_BYTE:
            _keep_better(out, byte, before)
        elif byte < END_OF_ASCII:
            _keep_better(out, NO_LEAD, (before[0], chr(byte), before))
    return out


def _ended(readings: Readings) -> Reading | None:
    """The best of *readings*, the last character whole."""
    ended = (
        _with(reading, lead, SOFT_HYPHEN, ONE_LOST) if lead else reading
        for (lead, _), reading in readings.items()
    )
    return max((reading for reading in ended if reading), key=lambda reading: reading[0], default=None)


def _with(before: Reading, lead: int, byte: int, odds: float = 0.0) -> Reading | None:
    """The reading *before* and the character of two bytes, at these *odds*; None where they are none of GB 2312."""
    character, share = _character(lead, byte)
    if not character:
        return None
    share += han_association().pmi(before[1], character)
    return before[0] + share + odds, character, before


def _keep_better(readings: Readings, lead: int, reading: Reading) -> None:
    held = readings.get((lead, reading[1]))
    if held is None or reading[0] > held[0]:
        readings[lead, reading[1]] = reading


def _spelt(reading: Reading | None) -> str:
    """The characters of a *reading*."""
    characters: list[str] = []
    while reading and reading[2]:
        characters.append(reading[1])
        reading = reading[2]
    return "".join(reversed(characters))


@cache
def _character(lead: int, byte: int) -> tuple[str, float]:
    """The character of two bytes and its log share; no character where they are none of GB 2312."""
    pair = bytes((lead, byte))
    try:
        pair.decode("gb2312")
    except UnicodeDecodeError:
        return "", 0.0
    character = pair.decode("gb18030")
    row = han_association().index.get(character, 0)
    if row:
        return character, max(LEAST, han_association().frequency[row])
    return character, MARK if "\u2010" <= character <= "\u30ff" or character >= "\uff00" else UNKNOWN
