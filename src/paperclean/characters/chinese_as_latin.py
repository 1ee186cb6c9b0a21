"""Chinese text whose bytes were read as Latin-1 or Windows-1252."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from paperclean.characters.lost_bytes import likeliest_reading
from paperclean.characters.misread import HIGH, LOST, SPECIAL, Repair, as_bytes, likelihood

__all__ = ["chinese_in_latin"]

BYTES = regex.compile(f"[\x81-\xfe{SPECIAL}][\x20-\x7e{HIGH}]*[{HIGH}][@-~]?")
# Three in a row, spaced ones, or the two characters of a date, 3ÔÂ12ÈÕ for 3月12日.
TWO_BYTES = regex.compile(f"[{HIGH}]{{3}}|(?:[{HIGH}] ){{4}}|[{HIGH}]{{2}}[0-9]{{1,2}}[{HIGH}]{{2}}")
SPACED = regex.compile(f"(?:[{HIGH}] ){{4,}}[{HIGH}]")
STRICTER = {"gb18030": "gb2312", "big5hkscs": "big5"}  # of a few characters only the common ones are believed
HAN = regex.compile("[\u3400-\u9fff]")
SOFT_HYPHEN = "\xad"
PRIVATE = regex.compile("[\ue000-\uf8ff]")
# Letters that bytes of it were taken for, two or three together; signs that Windows-1252 has are bytes as a rule.
TOGETHER = f"[[\u0100-\U0010ffff]--[{SPECIAL}\ufffd]]"
TAKEN_TOGETHER = regex.compile(TOGETHER, regex.VERSION1)
BYTES_AND_LETTERS = regex.compile(
    f"[\x81-\xfe{SPECIAL}{TOGETHER}][\x20-\x7e{HIGH}{TOGETHER}]*[{HIGH}{TOGETHER}][@-~]?", regex.VERSION1
)
CODECS = (("gb18030", "GB18030"), ("big5hkscs", "Big5"))
LIKELY = -9.0  # mean log share of the characters of a text that makes sense
LIKELY_LONG, LONG = -10.0, 6  # the same of a longer one: that it decodes at all tells more
# The same of one whose lost bytes are guessed: of 1,595 paragraphs of Chinese none is below -7.9, Korean and Japanese are
# below -9.
LIKELY_MADE_WHOLE = -8.5
# Two characters in five of Big5 end in a byte of ASCII, none of GB 2312; there ASCII stands behind one now and then.
ASCII_SECOND, HIGH_BYTE, MOST_IN_GB = regex.compile(f"[{HIGH}][@-~]"), regex.compile(f"[{HIGH}]"), 8
MADE_WHOLE = (("gb2312", "GB18030"), ("big5hkscs", "Big5"))


def chinese_in_latin(line: str) -> Iterator[Repair]:
    """GB18030 or Big5 of Chinese that was read as Latin-1 or Windows-1252."""
    if not TWO_BYTES.search(line):
        return
    end = 0
    if TAKEN_TOGETHER.search(line):
        for match in BYTES_AND_LETTERS.finditer(line):
            shown = match[0]
            if TAKEN_TOGETHER.search(shown) and (repair := _made_whole(match, shown)):
                yield from _in_bytes(line, end, match.start())
                yield repair
                end = match.end()
    yield from _in_bytes(line, end, len(line))


def _in_bytes(line: str, start: int, end: int) -> Iterator[Repair]:
    """The repairs of *line* from *start* to *end* where each character shows one byte."""
    for match in BYTES.finditer(line, start, end):
        shown = match[0]
        if not TWO_BYTES.search(shown) or LOST.search(shown):
            continue
        if SPACED.fullmatch(shown):
            shown = shown.replace(" ", "")
        data = as_bytes(shown)
        readings = [(decoded, name) for codec, name in CODECS if (decoded := _decoded(data, codec))]
        decoded, name = max(readings, key=lambda reading: likelihood(reading[0]), default=("", ""))
        if likelihood(decoded) <= (LIKELY if _beyond_ascii(decoded) < LONG else LIKELY_LONG):
            decoded = ""
        # Big5 that lost bytes may decode as well, as its pairs soon are in step again
        may_have_lost = not decoded or (name == "Big5" and SOFT_HYPHEN not in shown)
        if may_have_lost and (repair := _made_whole(match, shown, than=decoded)):
            yield repair
        elif decoded:
            yield Repair(match.start(), match.end(), decoded, f"{name} read as Latin-1 or Windows-1252", 0.97)


def _made_whole(match: regex.Match[str], shown: str, than: str = "") -> Repair | None:
    """The repair of what bytes were lost of, or taken together; None if that is not likely, or no likelier *than* another."""
    if not TWO_BYTES.search(shown):
        return None
    codec, name = MADE_WHOLE[len(ASCII_SECOND.findall(shown)) * MOST_IN_GB > len(HIGH_BYTE.findall(shown))]
    decoded = likeliest_reading(shown, codec)
    least = max(LIKELY_MADE_WHOLE, likelihood(than) if than else LIKELY_MADE_WHOLE)
    enough = max(LONG, _beyond_ascii(decoded) // 2)  # marks can be read out of what is no Chinese
    if likelihood(decoded) <= least or len(HAN.findall(decoded)) < enough:
        return None
    reason = f"{name} read as Latin-1, bytes of it lost or taken for UTF-8"
    return Repair(match.start(), match.end(), decoded, reason, 0.9)


def _decoded(data: bytes, codec: str) -> str:
    """What *data* says in *codec*; nothing if it is not whole, or too little to be believed."""
    try:
        decoded = data.decode(codec)
        if codec in STRICTER and _beyond_ascii(decoded) < LONG:
            data.decode(STRICTER[codec])
    except UnicodeDecodeError:
        return ""
    # where any are private, a byte was lost, and the pairs after it are wrong ones
    return "" if PRIVATE.search(decoded) else decoded


def _beyond_ascii(text: str) -> int:
    return sum(c > "\x7f" for c in text)
