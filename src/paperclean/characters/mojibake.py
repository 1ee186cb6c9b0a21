"""Text that was decoded with the wrong codec."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import regex

from paperclean.edits import Edit
from paperclean.pipeline import rewrite
from paperclean.statistics.han import han_association

__all__ = ["undo_mojibake"]

# How Windows-1252 shows the bytes 80 to 9F; Latin-1 shows them as control characters.
WINDOWS = {bytes((b,)).decode("cp1252", "ignore"): b for b in range(0x80, 0xA0)}
WINDOWS.pop("", None)
SPECIAL = "".join(WINDOWS)
CONTINUATION = f"\x80-\xbf{SPECIAL}"
# One character of two, three or four bytes of UTF-8, each byte shown as a character of its own. Two bytes
# prove little: after Ã and Â they do, of other leads two in a row (Cyrillic, Greek) or a letter.
SEQUENCE = (
    f"[\xc2\xc3][{CONTINUATION}]|(?:[\xc4-\xdf][\x80-\xbfŠŒŽšœžŸƒ€†‡‰™]){{2,}}|[\xc4\xc5][\x80-\xaa\xac-\xb3\xb5-\xb6\xb8-\xba\xbc-\xbfŠŒŽšœžŸƒ€†‡‰™]"
    f"|\xc5“(?=[a-z])|[\xe0-\xef][{CONTINUATION}]{{2}}|[\xf0-\xf4][{CONTINUATION}]{{3}}"
)
UTF8_BYTES = regex.compile(f"(?:{SEQUENCE})+")
# A word's last letter and two signs, as in « passé », Beyoncé…… and Café——: the bytes of a character too, but
# only of a rare one (頻, 酅, 闗), so alone they are what they seem. Words do not end with â; ● and ■ begin with it.
SIGNS = "\xa0\xab\xad\xb7\xbb‘’‚“”„–—…•‹›"
HONEST = regex.compile(f"(?:[\xe0\xe1\xe3-\xef][{SIGNS}][{SIGNS}°§€]|[\xf0-\xf4][{SIGNS}]{{2}}[{SIGNS}°§€])+")
# What stands alone among letters: signs, kana, Latin letters. Of others there are several, or it is a Chinese one.
ALONE = regex.compile(
    "[\x80-\u07ff\u1e00-\u1eff\u2000-\u2bff\u3000-\u30ff\ufb00-\ufb06\ufe10-\ufe6f\ufeff-\uffef]|[^\0-\uffff]"
)
HIGH = f"\x80-\xff{SPECIAL}"
BYTES = regex.compile(f"[\x81-\xfe{SPECIAL}][\x20-\x7e{HIGH}]*[{HIGH}][@-~]?")
TWO_BYTES = regex.compile(f"[{HIGH}]{{3}}|(?:[{HIGH}] ){{4}}")
SPACED = regex.compile(f"(?:[{HIGH}] ){{4,}}[{HIGH}]")
STRICTER = {"gb18030": "gb2312", "big5hkscs": "big5"}  # of a few characters only the common ones are believed
PRIVATE = regex.compile("[\ue000-\uf8ff]")
LOST = regex.compile("(?:锟斤拷)+锟?斤?|(?:ï¿½)+")
FEWEST = 2  # characters that a decoding must yield to be believed
LIKELY = -9.0  # mean log share of the characters of a text that makes sense
LIKELY_LONG, LONG = -10.0, 6  # the same of a longer one: that it decodes at all tells more


class Repair(NamedTuple):
    start: int
    end: int
    text: str
    reason: str
    confidence: float


@rewrite
def undo_mojibake(text: str) -> Iterator[Edit]:
    r"""Decode again what was decoded with the wrong codec.

    UTF-8 read as Latin-1, Windows-1252 or GB18030; GB18030 and Big5 read as Latin-1 or Windows-1252; in the
    whole or a part of a text, twice over, and with spaces between the characters. A decoding is believed if
    it is without fault and yields likely characters.

    >>> undo_mojibake("ÖÐ¹úÈËÃñ")
    '中国人民'
    >>> undo_mojibake("浠婂勾浠ユ潵")
    '今年以来'
    >>> undo_mojibake("le cafÃ© de lâ€™Ã©tÃ©")
    'le café de l’été'

    Left alone: honest accents, and what is lost for good (listed in the trace):

    >>> undo_mojibake("Ça déjà: „Ä“, ÄÖÜ, 锟斤拷")
    'Ça déjà: „Ä“, ÄÖÜ, 锟斤拷'
    """
    if text.isascii():
        return
    end = -1
    while found := _suspect().search(text, end + 1):  # a line without has nothing to repair or to remark
        start = text.rfind("\n", end + 1, found.start()) + 1 or end + 1
        end = text.find("\n", found.start())
        end = len(text) if end < 0 else end
        yield from _line_edits(text[start:end], start)


def _line_edits(line: str, offset: int) -> Iterator[Edit]:
    repairs = _repairs(line)
    if repairs:
        once = _made(line, repairs)
        again = _repairs(once)
        if again:  # garbled twice over: one repair for the whole line
            while again:
                once = _made(once, again)
                again = _repairs(once)
            yield Edit(
                offset, offset + len(line), once, "decoded with wrong codecs, one after the other", 0.95
            )
            return
    remarks = (Repair(m.start(), m.end(), m[0], "bytes lost in decoding", 1.0) for m in LOST.finditer(line))
    for repair in _with(repairs, remarks):
        yield Edit(offset + repair.start, offset + repair.end, repair.text, repair.reason, repair.confidence)


def _made(line: str, repairs: list[Repair]) -> str:
    pieces: list[str] = []
    done = 0
    for repair in repairs:
        pieces += [line[done : repair.start], repair.text]
        done = repair.end
    return "".join([*pieces, line[done:]])


@cache
def _halves() -> str:
    """The rare characters that GB18030 shows for the first two of three bytes of UTF-8."""
    index = han_association().index
    shown = set()
    for lead in range(0xE4, 0xEA):
        for trail in range(0x80, 0xC0):
            c = bytes((lead, trail)).decode("gb18030", "ignore")
            if c and c not in index:
                shown.add(c)
    return "".join(sorted(shown)) + "锛銆"


@cache
def _suspect() -> re.Pattern[str]:
    """What garbled text holds. One set begins it: `re` finds the next of a set far faster than of alternatives.

    A line of signs alone that bytes may show as (`——“`) is none: one of three in a row is of no text but this.
    """
    return re.compile(
        rf"[\x80-\xb6\xb8-\xff锟{_halves()}]"
        rf"(?:(?<=[\xc2-\xf4])(?=[{CONTINUATION}])"
        rf"|(?<=[\x80-\xff])(?:(?=[{HIGH}]{{2}})|(?<=[{HIGH}].)(?=[{HIGH}])|(?<=[{HIGH}]{{2}}.)"
        rf"|(?= [{HIGH}] )|(?<=[{HIGH}] .)(?= ))"
        rf"|(?<=[{_halves()}])(?=[^\n]{{0,8}}?[{_halves()}])|(?<=锟)(?=斤拷))"
    )


def _repairs(line: str) -> list[Repair]:
    if not _suspect().search(line):
        return []
    found = sorted(_utf8_in_gb(line))
    found = _with(found, _chinese_in_bytes(line))
    return _with(found, _utf8_in_bytes(line))


def _with(found: list[Repair], more: Iterable[Repair]) -> list[Repair]:
    """*found* and those of *more* that touch none of them, in order."""
    starts = [repair.start for repair in found]
    out = list(found)
    for repair in more:
        after = bisect_left(starts, repair.end)
        if not after or found[after - 1].end <= repair.start:
            out.append(repair)
    return sorted(out)


def _to_bytes(shown: str) -> bytes:
    return bytes(WINDOWS.get(c) or ord(c) for c in shown)


def _utf8_in_bytes(line: str) -> Iterator[Repair]:
    """UTF-8 that was read as Latin-1 or Windows-1252."""
    found = list(_sequences(line))
    several = any(len(repair.text) > 1 and repair.text[0] > "\u07ff" for repair in found)
    for repair in found:
        if several or len(repair.text) > 1 or _may_be_alone(line[: repair.start], repair.text):
            yield repair


def _may_be_alone(before: str, c: str) -> bool:
    """Whether the character *c*, as bytes are decoded, is more likely than the letter and the signs that they show as.

    They are honest where it is one of another script (Lukáš” for ᚔ), or a small letter that goes on from capitals.
    """
    if c.islower() and before[-2:].isupper() and before[-2:].isalpha():
        return False
    return ALONE.match(c) is not None or c in han_association().index


def _sequences(line: str) -> Iterator[Repair]:
    """Where *line* shows the bytes of UTF-8, and what they say."""
    for match in UTF8_BYTES.finditer(line):
        if HONEST.fullmatch(match[0]) or LOST.search(match[0]):
            continue
        try:
            decoded = _to_bytes(match[0]).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if any("\x80" <= c < "\xa0" for c in decoded):
            continue
        yield Repair(match.start(), match.end(), decoded, "UTF-8 read as Latin-1 or Windows-1252", 0.98)


def _chinese_in_bytes(line: str) -> Iterator[Repair]:
    """UTF-8, GB18030 or Big5 of Chinese that was read as Latin-1 or Windows-1252."""
    if not TWO_BYTES.search(line):
        return
    for match in BYTES.finditer(line):
        if not TWO_BYTES.search(match[0]) or LOST.search(match[0]):
            continue
        shown = match[0]
        if SPACED.fullmatch(shown):
            shown = shown.replace(" ", "")
        best, best_score, codec_name = "", -99.0, ""
        data = _to_bytes(shown)
        for codec, name in (("utf-8", "UTF-8"), ("gb18030", "GB18030"), ("big5hkscs", "Big5")):
            decoded = _decoded(data, codec)
            score = _likelihood(decoded)
            if score > best_score:
                best, best_score, codec_name = decoded, score, name
        if best and _makes_sense(best, best_score):
            yield Repair(
                match.start(), match.end(), best, f"{codec_name} read as Latin-1 or Windows-1252", 0.97
            )


def _decoded(data: bytes, codec: str) -> str:
    """What *data* says in *codec*; nothing if it is not whole, or too little to be believed."""
    try:
        decoded = data.decode(codec)
        if codec in STRICTER and sum(c > "\x7f" for c in decoded) < LONG:
            data.decode(STRICTER[codec])
    except UnicodeDecodeError:
        return ""
    # where any are private, a byte was lost, and the pairs after it are wrong ones
    return "" if PRIVATE.search(decoded) else decoded


def _utf8_in_gb(line: str) -> Iterator[Repair]:
    """UTF-8 that was read as GB18030."""
    halves = frozenset(_halves())
    for match in GB_RUN.finditer(line):
        shown = match[0]
        if sum(c in halves for c in shown) < FEWEST or LOST.search(shown):
            continue
        for start, end in _gb_pieces(shown):
            try:
                decoded = shown[start:end].encode("gb18030").decode("utf-8")
            except UnicodeError:
                continue
            if _makes_sense(decoded, _likelihood(decoded)):
                first = match.start() + start
                yield Repair(first, match.start() + end, decoded, "UTF-8 read as GB18030", 0.98)
                break


GB_RUN = regex.compile(r"[^\x00-\x20]+")


def _gb_pieces(shown: str) -> Iterator[tuple[int, int]]:
    """The whole run, then what is left of it without its edges of ASCII or of honest characters."""
    yield 0, len(shown)
    halves = frozenset(_halves())
    marks = [at for at, c in enumerate(shown) if c in halves]
    for start in range(marks[0], max(-1, marks[0] - 3), -1):
        for end in range(min(len(shown), marks[-1] + 4), marks[-1], -1):
            yield start, end


def _makes_sense(decoded: str, likelihood: float) -> bool:
    return likelihood > (LIKELY if sum(c > "\x7f" for c in decoded) < LONG else LIKELY_LONG)


def _likelihood(decoded: str) -> float:
    """The mean log share of the characters beyond ASCII; too few, or all the same, are not likely at all."""
    han = han_association()
    beyond = [c for c in decoded if c > "\x7f"]
    if (
        len(beyond) < FEWEST
        or len(set(beyond)) < FEWEST
        or not any("\u3400" <= c <= "\u9fff" for c in beyond)
    ):
        return -99.0
    total = 0.0
    for c in beyond:
        row = han.index.get(c, 0)
        if row:
            total += max(han.frequency[row], -11.0)
        elif "\u4e00" <= c <= "\u9fff":
            total -= 12.5
        elif (
            "\u3000" <= c <= "\u30ff" or "\uff00" <= c <= "\uffee" or "\u2010" <= c <= "\u2030" or c in "·—×°"
        ):
            total -= 8.0
        else:
            total -= 18.0
    return total / len(beyond)
