"""Text that was decoded with the wrong codec."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from paperclean.characters.chinese_as_latin import chinese_in_latin
from paperclean.characters.misread import CONTINUATION, HIGH, LOST, Repair
from paperclean.characters.utf8_as_gb import first_and_second, utf8_in_gb
from paperclean.characters.utf8_as_latin import utf8_in_latin
from paperclean.edits import Edit
from paperclean.steps import rewrite

__all__ = ["beginnings", "undo_mojibake"]


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
def beginnings() -> tuple[str, str]:
    """What garbled text begins with: a set of characters, and what beside one of them may make it garbled.

    One set begins the pattern: `re` finds the next of a set far faster than of alternatives. What comes after an
    honest accent, a letter or a blank, then rules out most of what may.

    A line of signs alone that bytes may show as (`——“`) is none: one of three in a row is of no text but this.
    """
    first, second = first_and_second()
    return (
        rf"\x80-\xb6\xb8-\xff锟{first}",
        rf"(?=[{HIGH}])(?:(?<=[\xc2-\xf4])(?=[{CONTINUATION}])"
        rf"|(?<=[\x80-\xff])(?:(?=.[{HIGH}])|(?<=[{HIGH}].)|(?=.[0-9]{{1,2}}[{HIGH}]{{2}})))"
        rf"|(?<=[{HIGH}]{{2}}[\x80-\xff])"
        rf"|(?= )(?<=[\x80-\xff])(?:(?= [{HIGH}] )|(?<=[{HIGH}] .))"
        rf"|(?<=[{first}])(?=[{second}])|(?<=锟)(?=斤拷)",
    )


@cache
def _suspect() -> re.Pattern[str]:
    return re.compile("[{}](?:{})".format(*beginnings()))


def _repairs(line: str) -> list[Repair]:
    if not _suspect().search(line):
        return []
    found = list(utf8_in_gb(line))
    found = _with(found, chinese_in_latin(line))
    return _with(found, utf8_in_latin(line))


def _with(found: list[Repair], more: Iterable[Repair]) -> list[Repair]:
    """*found* and those of *more* that touch none of them, in order."""
    starts = [repair.start for repair in found]
    out = list(found)
    for repair in more:
        after = bisect_left(starts, repair.end)
        if not after or found[after - 1].end <= repair.start:
            out.append(repair)
    return sorted(out)
