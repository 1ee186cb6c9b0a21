"""What the repairs of text that was decoded with the wrong codec have in common."""

from __future__ import annotations

from typing import NamedTuple

import regex

from paperclean.statistics.han import han_association

__all__ = [
    "CONTINUATION",
    "HIGH",
    "LOST",
    "SPECIAL",
    "WINDOWS",
    "Repair",
    "as_bytes",
    "likelihood",
    "log_share",
]

# How Windows-1252 shows the bytes 80 to 9F; Latin-1 shows them as control characters.
WINDOWS = {bytes((b,)).decode("cp1252", "ignore"): b for b in range(0x80, 0xA0)}
WINDOWS.pop("", None)
SPECIAL = "".join(WINDOWS)
CONTINUATION = f"\x80-\xbf{SPECIAL}"
HIGH = f"\x80-\xff{SPECIAL}"
LOST = regex.compile("(?:锟斤拷)+锟?斤?|(?:ï¿½)+")
FEWEST = 2  # characters that a decoding must yield to be believed
NOT_LIKELY = -99.0
# Log shares of characters: the smallest of those in the table that is told apart, another Han character, a mark, any other.
LEAST, RARE, MARK, UNKNOWN = -11.0, -14.0, -8.0, -18.0


class Repair(NamedTuple):
    """A stretch of a line and what it says."""

    start: int
    end: int
    text: str
    reason: str
    confidence: float


def as_bytes(shown: str) -> bytes:
    """The bytes that Latin-1 or Windows-1252 shows as *shown*."""
    return bytes(WINDOWS.get(c) or ord(c) for c in shown)


def likelihood(decoded: str) -> float:
    """The mean log share of the characters beyond ASCII; too few, or all the same, are not likely at all."""
    beyond = [c for c in decoded if c > "\x7f"]
    if len(set(beyond)) < FEWEST or not any("\u3400" <= c <= "\u9fff" for c in beyond):
        return NOT_LIKELY
    return sum(map(log_share, beyond)) / len(beyond)


def log_share(c: str) -> float:
    """The log share of the character *c* in Chinese text."""
    han = han_association()
    if row := han.index.get(c, 0):
        return max(han.frequency[row], LEAST)
    if "\u4e00" <= c <= "\u9fff":
        return RARE
    if "\u3000" <= c <= "\u30ff" or "\uff00" <= c <= "\uffee" or "\u2010" <= c <= "\u2030" or c in "·—×°":
        return MARK
    return UNKNOWN
