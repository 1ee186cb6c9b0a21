"""What the rules of setting type say for and against a mark that a shifted font may have been read from."""

from __future__ import annotations

import math
import re

from paperclean.characters.founder import DIGITS, LATIN
from paperclean.characters.shift_suspects import CLOSE, DIGIT, LETTER, TWICE, Suspect, known_suspects

__all__ = ["KINSOKU", "LONE_LETTER", "Stretch", "has_letter_beside", "kinsoku", "setting"]

KINSOKU = -7.0  # a closing mark at a line's start or after a space, an opening one at a line's end
FEWEST = 5.0  # closing marks that a text must hold at its lines' starts, were they cut anywhere, to tell much
LINE_START = re.compile(r"\n\s*")
LONE_LETTER, NO_NUMBER = -5.0, -8.0  # a letter between Han characters, a unit without its number
DIGIT_AFTER_LETTERS = 2.5  # log odds of one that goes on from letters
DOUBLED, SINGLE = 4.0, -3.0  # a dash or an ellipsis is printed twice
RANGED = "%％ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"  # what a single dash may stand between, besides digits
LAST = 3.0  # a sentence ends at a line's end

NOT_SPACE = re.compile(r"\S+")


class Stretch:
    """A piece of text less its white space, and where each character stood."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        pieces: list[str] = []
        self.places: list[int] = []
        # Characters before which there is white space, other than of letter-spacing, and those that begin a line.
        self.breaks: set[int] = set()
        self.lines: set[int] = set()
        size, last = 0, start
        is_single = False
        if not start:
            self.breaks.add(0)
        for match in NOT_SPACE.finditer(text, start, end):
            was_single, is_single = is_single, match.end() - match.start() == 1
            if match.start() > last:
                if "\n" in text[last : match.start()]:
                    self.lines.add(size)
                    self.breaks.add(size)
                elif not (was_single and is_single):
                    self.breaks.add(size)
            pieces.append(match[0])
            self.places.extend(range(match.start(), match.end()))
            size += len(match[0])
            last = match.end()
        self.characters = "".join(pieces)


def kinsoku(text: str, found: dict[int, str]) -> float:
    """How much seldomer (log) closing marks, genuine and *found*, begin the lines of *text* than stand elsewhere.

    Print sets none there; but many a text has its lines cut after so many characters, wherever that is.
    """
    starts = [match.end() for match in LINE_START.finditer(text) if match.end() < len(text)]
    beginning = sum(found.get(at, text[at]) in CLOSE for at in starts)
    everywhere = sum(map(text.count, CLOSE)) + sum(mark in CLOSE for mark in found.values())
    expected = len(starts) * everywhere / len(text)
    seldomer = math.log((beginning + FEWEST * math.exp(KINSOKU)) / (expected + FEWEST))
    return min(0.0, max(KINSOKU, seldomer))


def setting(stretch: Stretch, at: int, suspect: Suspect, misplaced: float) -> float:
    """What the rules of setting type say about the mark that may have been printed at *at*; *misplaced* by `kinsoku`."""
    characters = stretch.characters
    odds = _company(characters, at, suspect)
    if (suspect.closes and at in stretch.breaks) or (suspect.opens and at + 1 in stretch.breaks):
        odds += misplaced
    if suspect.printed in "。！？" and (at + 1 == len(characters) or at + 1 in stretch.lines):
        odds += LAST
    return odds


def _company(characters: str, at: int, suspect: Suspect) -> float:
    """What the characters beside say for or against a mark that is printed in certain company only."""
    known, printed = known_suspects(), suspect.printed
    if suspect.kind == DIGIT:
        return DIGIT_AFTER_LETTERS if _goes_on(characters, at, known) else 0.0
    if suspect.kind == LETTER:
        return LONE_LETTER if printed.islower() and not has_letter_beside(characters, at, known) else 0.0
    if printed in "％‰°℃￥＄～＝":
        return 0.0 if _has_number_beside(characters, at, known) else NO_NUMBER
    if printed not in TWICE:
        return 0.0
    beside = _beside(characters, at)
    if characters[at] in beside or printed in beside:
        return DOUBLED
    if all(c.isdigit() or c in RANGED or (c in known and known[c].kind >= DIGIT) for c in beside):
        return 0.0
    return SINGLE


def _beside(characters: str, at: int) -> str:
    """The characters before and after *at*, as far as there are any."""
    return characters[max(0, at - 1) : at] + characters[at + 1 : at + 2]


def has_letter_beside(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    """Whether a letter or a digit stands beside *at*, as it is or in a shifted font."""
    return any(
        (c in known and known[c].kind in {DIGIT, LETTER})
        or c in LATIN + DIGITS
        or (c.isascii() and c.isalnum())
        for c in _beside(characters, at)
    )


def _goes_on(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    """Whether a number at *at* would go on from letters."""
    return at > 1 and all(c in known and known[c].kind == LETTER for c in characters[at - 2 : at])  # IPv6


def _has_number_beside(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    return any(_is_digit(c, known) for c in _beside(characters, at))


def _is_digit(c: str, known: dict[str, Suspect]) -> bool:
    return c.isdigit() or (c in known and known[c].kind == DIGIT)
