"""UTF-8 of Chinese that was read as GB18030.

Three bytes make a character of UTF-8, two one of GB18030: two characters, 升幅, show as three, 鍗囧箙. The first
holds a lead byte and the second another: so two rare characters in a row begin what was misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from paperclean.characters.misread import LOST, Repair, likelihood

__all__ = ["first_and_second", "utf8_in_gb"]

LEADS = (*range(0xE2, 0xEA), 0xEF)  # of punctuation, Han characters and full-width forms
TRAILS = range(0x80, 0xC0)
# The bytes of a character: of those just named, of ·, × and ° between them, or of ASCII.
CHARACTER = re.compile(rb"([\xe2-\xe9\xef][\x80-\xbf]{2})|\xc2[\xb0\xb7]|\xc3\x97|[!-~]")
# Of 25 million honest characters not three in a row happened to be well-formed, and two 30 times, as rare characters.
LIKELY_TWO, LIKELY = -9.0, -12.0


@cache
def first_and_second() -> tuple[str, str]:
    """What such text begins with: the characters of a lead byte and a trail, then those of a trail and a lead."""
    return _shown(LEADS, TRAILS), _shown(TRAILS, LEADS)


def _shown(firsts: tuple[int, ...] | range, seconds: tuple[int, ...] | range) -> str:
    pairs = (bytes((first, second)).decode("gb18030", "ignore") for first in firsts for second in seconds)
    return "".join(sorted({c for c in pairs if len(c) == 1}))


@cache
def _beginning() -> re.Pattern[str]:
    first, second = first_and_second()
    return re.compile(f"[{first}](?=[{second}])")


def utf8_in_gb(line: str) -> Iterator[Repair]:
    """UTF-8 that was read as GB18030, as far as its bytes are well-formed."""
    if not _beginning().search(line):
        return
    data = line.encode("gb18030", "replace")
    offsets = [0, *accumulate(len(c.encode("gb18030", "replace")) for c in line)]
    places = {offset: place for place, offset in enumerate(offsets)}
    end = 0
    while begun := _beginning().search(line, end):
        start = begun.start()
        first, last = offsets[start], _end_of_utf8(data, offsets[start], places)
        decoded, end = data[first:last].decode("utf-8"), max(places[last], begun.end())
        beyond_ascii = sum(c > "\x7f" for c in decoded)
        if not LOST.match(line, start) and likelihood(decoded) > (LIKELY if beyond_ascii > 2 else LIKELY_TWO):
            yield Repair(start, end, decoded, "UTF-8 read as GB18030", 0.98)


def _end_of_utf8(data: bytes, start: int, places: dict[int, int]) -> int:
    """Up to where *data* is well-formed UTF-8 of Chinese; *places* are the ends of the characters that show it."""
    end = at = start
    while character := CHARACTER.match(data, at):
        at = character.end()
        if character[1] and at in places:
            end = at
    return end
