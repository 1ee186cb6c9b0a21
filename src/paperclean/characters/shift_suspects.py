"""The characters that a shifted font could have made: what may have been printed, and what company each reading keeps."""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from paperclean.characters.founder import (
    BRACKETS,
    CLOSING,
    DIGITS,
    LATIN,
    OPENING,
    printed_by_shifted,
    suspects,
)
from paperclean.statistics.han import NATS, UNASSOCIATED, han_association

__all__ = [
    "BRACKET",
    "CLOSE",
    "DIGIT",
    "FAMILY",
    "LETTER",
    "MARK",
    "NAMELESS",
    "TWICE",
    "UNKNOWN",
    "Suspect",
    "apart",
    "known_suspects",
    "patterns",
    "rows",
]

# Kinds of printed characters; a font holds them all, but a page sets some of them in it.
BRACKET, MARK, DIGIT, LETTER = range(4)
UNKNOWN = -12.5  # log share of a Han character outside the table of the commonest
SIGN = -17.0  # of a sign that a newspaper hardly ever prints
SIGNS_SEEN = {**dict.fromkeys("ⅠⅡⅢⅣⅤ", -12.5), **dict.fromkeys("①②③④⑤‰°［］", -14.5)}  # of those that it does
# Of how many letters one is a given one: a capital that abbreviations hold, or another.
OFTEN, SELDOM = math.log(20), math.log(150)
ABBREVIATIONS = "ＡＢＣＤＥＦＧＩＫＭＮＰＲＳＴＸ"
RARER = 4.5  # how much rarer a mark is than its kin
RARE = -9.0  # log share under which a character is seldom met outside words and names
QUARTER = NATS.index(0.25) - UNASSOCIATED

# Rows of the association table for characters that it does not hold but whose kin it does.
KIN = {
    **dict.fromkeys("‘〔〖［", "（"),
    **dict.fromkeys("’〕〗］", "）"),
    "％": "%", "‰": "%", "－": "-", "／": "/", "＋": "+", "～": "—", "°": "℃", "＆": "A", "＄": "0", "￥": "0",
}  # fmt: skip
FAMILY = {c: at % (len(BRACKETS) // 2) for at, c in enumerate(OPENING + CLOSING)}
GENUINE_MARKS = "，。、；：？！…—·×％%℃"
CLOSE = CLOSING + "，。、；：？！％℃°"  # what ends a clause, or a number
SURNAMES = "袁叶尧"  # which follow and are followed as other names are
SELDOM_ALONE = "业院员域源"  # one in fifty or fewer stands in no dictionary word, of millions of them
NAMELESS = "曰院浴噎"  # which no name holds
TWICE = "—…"  # what is printed twice, as a rule
PAUSES = frozenset("，。、；：,;:？！?!")


class Suspect(NamedTuple):
    """A shifted-looking character: what may have been printed, and how likely each is by itself."""

    printed: str
    kind: int
    odds: float  # log share of the printed character less that of the Han character
    mark_after: bytes  # by the row of the character before, how well the mark follows it (see `NATS`)
    mark_before: bytes  # the same by the row of the character after
    han_after: bytes
    han_before: bytes
    printed_row: int
    known: bool  # to the association table
    rare: bool
    opens: bool
    closes: bool
    named: tuple[bytes, ...] = ()  # of a surname, by the row of the second and the third character after it


@cache
def known_suspects() -> dict[str, Suspect]:
    han = han_association()
    before, first, *named = _surname_company()
    out = {}
    for c in suspects():
        printed = printed_by_shifted()[c]
        printed_row = han.index.get(KIN.get(printed, printed), 0)
        share = han.frequency[printed_row] if printed_row else SIGNS_SEEN.get(printed, SIGN)
        kind = MARK
        if printed in BRACKETS:
            kind = BRACKET
        elif printed in DIGITS:
            kind, share = DIGIT, share - math.log(10)
        elif printed in LATIN:
            kind, share = LETTER, share - (OFTEN if printed in ABBREVIATIONS else SELDOM)
        if printed in KIN:
            share -= RARER
        row = han.index.get(c, 0)
        out[c] = Suspect(
            printed,
            kind,
            share - (han.frequency[row] if row else UNKNOWN),
            *_as_printed(printed, printed_row),
            *((before, first) if c in SURNAMES else _associations(row)),
            printed_row,
            row > 0,
            c in SELDOM_ALONE
            or (printed_row > 0 and c not in SURNAMES + "曰" and (not row or han.frequency[row] < RARE)),
            printed in OPENING,
            printed in CLOSE,
            named=tuple(named) if c in SURNAMES else (),
        )
    return out


def _associations(row: int) -> tuple[bytes, bytes]:
    """How well the character of *row* follows each row's, and how well it is followed by each."""
    han = han_association()
    if not row:
        neither = bytes([UNASSOCIATED]) * han.size
        return neither, neither
    start = row * han.size
    return han.table[row :: han.size], han.table[start : start + han.size]


def apart(mark: str) -> frozenset[str]:
    """The marks beside which print sets no *mark*: two pauses hardly ever stand together."""
    return PAUSES if mark in PAUSES else frozenset()


def _as_printed(mark: str, row: int) -> tuple[bytes, bytes]:
    """The associations of *mark*, but that it stands beside no other pause; and no pause begins what a bracket opens.

    Marks that are rare themselves were counted too seldom to tell that `；：` is never met.
    """
    after, before = map(bytearray, _associations(row))
    index = han_association().index
    if others := apart(mark):
        for c in others & index.keys():
            after[index[c]] = before[index[c]] = 0
        for c in set(OPENING) & index.keys():
            after[index[c]] = 0
    return bytes(after), bytes(before)


def _surname_company() -> list[bytes]:
    """How much oftener than by chance each row's character stands before a surname, and first, second and third after it."""
    han = han_association()
    company = [bytearray([UNASSOCIATED]) * han.size for _ in range(4)]
    table = files("paperclean.data").joinpath("surname_company.txt")
    for line in table.read_text(encoding="utf-8").splitlines():
        c, *steps = line.split(" ")
        if row := han.index.get(c, 0):
            for place, step in zip(company, steps, strict=True):
                place[row] += QUARTER * int(step)
    return [bytes(place) for place in company]


@cache
def rows() -> dict[str, int]:
    """The rows of the association table, by character; also of a character that only has kin there (％, %)."""
    index = han_association().index
    return index | {c: index[kin] for c, kin in KIN.items() if c not in index and kin in index}


class Patterns(NamedTuple):
    """What is looked for."""

    betrayal: re.Pattern[str]  # may betray a shifted font
    likeness: re.Pattern[str]  # may be of one that is known of: a digit alone too
    event: re.Pattern[str]  # is weighed beside these


@cache
def patterns() -> Patterns:
    """The patterns of suspects, and of the genuine marks beside them."""
    known = known_suspects()
    rare = "".join(sorted(c for c, s in known.items() if s.kind in {BRACKET, MARK} and s.odds > 0))
    digits = "".join(sorted(c for c, s in known.items() if s.kind == DIGIT))
    letters = "".join(sorted(c for c, s in known.items() if s.kind == LETTER))
    # One set begins it: `re` finds the next of a set far faster than the next of alternatives. Few have one of the
    # other's kind behind them, so that is asked first.
    betrayal = (
        rf"[{rare}{digits}{letters}](?:(?<=[{rare}])|(?=[\s{digits}{letters}年月日.%])"
        rf"(?:(?<=[{digits}])(?=\s*[{digits}年月日.%])|(?<=[{letters}])(?=\s*[{letters}])))"
    )
    twice = "".join(sorted(c for c, s in known.items() if s.printed in TWICE))
    likeness = (
        rf"[{rare}{digits}]|[{letters}](?=\s*[{letters}])"
        rf"|[{twice}](?=[{twice}{TWICE}])|(?<=[{twice}{TWICE}])[{twice}]"
    )
    event = rf"[{''.join(sorted(known))}{GENUINE_MARKS}{re.escape(BRACKETS)}]|[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+"
    return Patterns(re.compile(betrayal), re.compile(likeness), re.compile(event))
