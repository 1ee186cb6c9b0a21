"""Chinese read as Latin-1 in which bytes were lost or taken together afterwards.

Bytes that show as soft hyphens are lost, as many programs drop these: the second of 经, 江, 京 and some eighty others of
GB 2312, in Big5 also the first of 要, 們, 面 and others. Two or three bytes that are UTF-8 by chance are one letter where a
program decoded what it took for UTF-8 in them: Ð£¬ for `У¬`, the bytes of a comma behind 中.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from paperclean.characters.misread import WINDOWS, log_share
from paperclean.statistics.han import han_association

__all__ = ["likeliest_reading"]

SOFT_HYPHEN = 0xAD
END_OF_ASCII, FIRST_BYTE = 0x80, 0xA1  # of GB 2312, whose characters make nearly all of a text, and of Big5
ONE_LOST = -2.0  # beyond the character's own: one in 60 has such a byte, of Big5 one in 30
ASCII_AMONG, ASCII_ALONE = -3.0, -12.0  # log shares, behind another and behind a Chinese character
NO_LEAD = 0

# A reading up to some byte: its log likelihood, its last character, and the reading before.
Reading: TypeAlias = "tuple[float, str, Reading | None]"
# The best of those that end alike: by the first byte of a character begun, and the last character.
Readings: TypeAlias = "dict[tuple[int, str], Reading]"


def likeliest_reading(shown: str, codec: str) -> str:
    r"""The likeliest text in *codec* that lost bytes AD, or whose bytes were taken together, as *shown*; nothing if there is none.

    >>> likeliest_reading("全省加快发展实体经济".encode("gb18030").decode("latin-1").replace("\xad", ""), "gb2312")
    '全省加快发展实体经济'
    >>> likeliest_reading("ÔÚÇ°¶ËÏÔʾµÄÊý¾ÝÖУ¬", "gb2312")
    '在前端显示的数据中，'
    >>> likeliest_reading("我們面前的要塞".encode("big5").decode("latin-1").replace("\xad", ""), "big5hkscs")
    '我們面前的要塞'
    """
    any_together = any(c > "\xff" and c not in WINDOWS for c in shown)
    readings: Readings = {(NO_LEAD, ""): (0.0, "", None)}
    for c in shown:
        here: Readings = {}
        for data in _bytes_of(c) if any_together else _bytes_of(c)[:1]:
            after = readings
            for byte in data:
                after = _after(after, byte, codec)
            for (lead, _), reading in after.items():
                _keep_better(here, lead, reading)
        if not here:
            return ""
        readings = here
    return _spelt(_ended(readings, codec))


@cache
def _bytes_of(c: str) -> tuple[bytes, ...]:
    """The bytes that *c* may show: one of Latin-1 or Windows-1252, or those that are *c* in UTF-8."""
    if c < "\x80":
        return (c.encode(),)
    one = WINDOWS.get(c) or ord(c)
    together = c.encode("utf-8", "surrogatepass")
    return (bytes((one,)), together) if one < 0x100 else (together,)


def _after(readings: Readings, byte: int, codec: str) -> Readings:
    """The *readings* with one more *byte*."""
    out: Readings = {}
    for (lead, _), reading in readings.items():
        if lead and (whole := _with(reading, lead, byte, codec)):
            _keep_better(out, NO_LEAD, whole)
        before = _with(reading, lead, SOFT_HYPHEN, codec, ONE_LOST) if lead else reading
        if before is None:
            continue
        if byte >= FIRST_BYTE:
            _keep_better(out, byte, before)
        elif byte < END_OF_ASCII:
            alone = ASCII_AMONG if before[1] and before[1].isascii() else ASCII_ALONE
            _keep_better(out, NO_LEAD, (before[0] + alone, chr(byte), before))
        if whole := _with(before, SOFT_HYPHEN, byte, codec, ONE_LOST):
            _keep_better(out, NO_LEAD, whole)
    return out


def _ended(readings: Readings, codec: str) -> Reading | None:
    """The best of *readings*, the last character whole."""
    ended = (
        _with(reading, lead, SOFT_HYPHEN, codec, ONE_LOST) if lead else reading
        for (lead, _), reading in readings.items()
    )
    return max((reading for reading in ended if reading), key=lambda reading: reading[0], default=None)


def _with(before: Reading, lead: int, byte: int, codec: str, odds: float = 0.0) -> Reading | None:
    """The reading *before* and the character of two bytes, at these *odds*; None where they are none of *codec*."""
    character, share = _character(lead, byte, codec)
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
def _character(lead: int, byte: int, codec: str) -> tuple[str, float]:
    """The character of two bytes and its log share; no character where they are none of *codec*."""
    pair = bytes((lead, byte))
    try:
        character = pair.decode(codec)
    except UnicodeDecodeError:
        return "", 0.0
    if len(character) > 1:
        return "", 0.0
    if codec == "gb2312":
        character = pair.decode("gb18030")
    return character, log_share(character)
