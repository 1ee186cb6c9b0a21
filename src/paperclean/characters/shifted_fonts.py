"""Which characters of a text a shifted font made: the decision behind `undo_font_shift`.

A name that happens to hold a suspect is only read as a mark where the characters around it follow a mark better
than they follow the name, and where the state of the text allows it (see `shift_states`). The likeliest path
is found over the suspects and genuine marks of a stretch; line ends are transparent.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from paperclean.characters.founder import BRACKETS, CLOSING, DIGITS, LATIN, OPENING
from paperclean.characters.shift_evidence import bound, established, fit, in_entries, partnership, recurrence
from paperclean.characters.shift_states import Fonts, Weighed, fitted, printed_in, unfitted
from paperclean.characters.shift_suspects import (
    BRACKET,
    DIGIT,
    FAMILY,
    LETTER,
    MARK,
    Suspect,
    joining_dashes,
    known_suspects,
    patterns,
)
from paperclean.scripts import FIRST_HAN, is_traditional
from paperclean.statistics.han import NATS

__all__ = ["shifted_in"]

DIGITS_TOGETHER = 3.0  # log odds of a digit after another, both of a shifted font
DIGIT_AFTER_LETTERS = 2.5  # of one that goes on from letters
LONE_LETTER, NO_NUMBER = -5.0, -8.0  # a letter between Han characters, a unit without its number
DOUBLED, SINGLE = 4.0, -3.0  # a dash or an ellipsis is printed twice
IN_ENTRY = -8.0  # a mark inside a short entry of a list
KINSOKU = -7.0  # a closing mark at a line's start or after a space, an opening one at a line's end
RANGED = "%％ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"  # what a single dash may stand between, besides digits
ANY_BRACKET = "渊"  # what is sure counts as one
IMPOSSIBLE = -1e9
LAST = 3.0  # a sentence ends at a line's end
AROUND = 100  # characters of context on either side of a doubtful suspect
MOST_TOGETHER = 20_000  # doubtful suspects of one stretch; a page has up to 10,000
DOUBT = 5.0  # log odds from which a suspect has its surroundings looked at
TELLING_ALONE = frozenset(
    "，。、？！" + DIGITS + LATIN
)  # their likenesses are no common words as 曰 and 院 are
BESIDE = 2.0  # less of a digit or a letter, which has another beside it
DOUBT_AGAIN = 2.0  # the same where the text has been found to be shifted, or near what is sure

OTHER_HALF = dict(zip(OPENING + CLOSING, CLOSING + OPENING, strict=True))
NOT_SPACE = re.compile(r"\S+")


class Stretch:
    """A piece of text less its white space, and where each character stood."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        pieces: list[str] = []
        self.places: list[int] = []
        self.breaks: set[int] = set()  # characters before which there is white space
        self.lines: set[int] = set()
        size, last = 0, start
        if not start:
            self.breaks.add(0)
        for match in NOT_SPACE.finditer(text, start, end):
            if match.start() > last:
                self.breaks.add(size)
                if "\n" in text[last : match.start()]:
                    self.lines.add(size)
            pieces.append(match[0])
            self.places.extend(range(match.start(), match.end()))
            size += len(match[0])
            last = match.end()
        self.characters = "".join(pieces)


def _doubtful(text: str, sure: dict[int, str], doubt: float) -> list[int]:
    """Places where a mark would fit better than the Han character that stands there."""
    betrayal, _ = patterns()
    places = sorted(sure)
    known = known_suspects()
    out = []
    for match in betrayal.finditer(text):
        at = match.start()
        if at in sure:
            continue
        around = "".join(text[max(0, at - 12) : at].split())[-4:]
        here = len(around)
        around += "".join(text[at : at + 12].split())[:4]
        suspect = known[match[0]]
        fit_left, fit_right = fit(around, here, suspect)
        word, left, right = bound(around, here, suspect)
        if suspect.named:  # or a given name (余尧告诉), whatever comes after
            right = max(0.0, right)
        gain = suspect.odds - word - left - right
        for beside, fits, as_printed in (
            (here - 1, fit_left, suspect.mark_after),
            (here + 1, fit_right, suspect.mark_before),
        ):
            other = known.get(around[beside]) if 0 <= beside < len(around) else None
            twin = other is not None and other.kind == suspect.kind >= DIGIT
            gain += NATS[as_printed[other.printed_row]] if other and twin else fits
        if suspect.kind >= DIGIT:
            gain += BESIDE
        if gain > doubt or (gain > DOUBT_AGAIN and _is_near(at, places)):
            out.append(at)
    return out


def _is_near(at: int, places: list[int]) -> bool:
    after = bisect_left(places, at)
    return any(abs(place - at) <= AROUND for place in places[max(0, after - 1) : after + 1])


def shifted_in(text: str, sure: dict[int, str]) -> dict[int, str]:
    """Where *text* holds shifted characters, and what was printed; *sure* are those already known."""
    found = _decided(text, sure, DOUBT, unfitted())
    if found.keys() <= sure.keys():
        return found  # brackets alone are shifted, and both of each pair are there
    if not _tells(text, found):
        return {}
    return _decided(text, sure, DOUBT_AGAIN, fitted(text, found))


def _tells(text: str, found: dict[int, str]) -> bool:
    """Whether what was *found* tells a shifted font.

    No sign does, nor a mark whose likeness is a word of its own, nor a bracket whose other half is nowhere.
    """
    marks = set(found.values())
    return any(
        mark in TELLING_ALONE or (mark in BRACKETS and _has_other_half(mark, text, marks)) for mark in marks
    )


def _has_other_half(bracket: str, text: str, marks: set[str]) -> bool:
    other = OTHER_HALF[bracket]
    return other in text or other in marks


def _decided(text: str, sure: dict[int, str], doubt: float, fonts: Fonts) -> dict[int, str]:
    doubtful = _doubtful(text, sure, doubt)
    out = dict(sure)
    named = established(text) if doubtful else {}
    start = 0
    while start < len(doubtful):
        end = start
        furthest = min(len(doubtful), start + MOST_TOGETHER) - 1
        while end < furthest and doubtful[end + 1] - doubtful[end] <= 2 * AROUND:
            end += 1
        first, last = max(0, doubtful[start] - AROUND), min(len(text), doubtful[end] + AROUND)
        if not is_traditional(text[first:last]):
            out.update(_decide(Stretch(text, first, last), sure, fonts, named))
        start = end + 1
    return out


def _decide(stretch: Stretch, sure: dict[int, str], fonts: Fonts, named: dict[str, float]) -> dict[int, str]:
    known = known_suspects()
    characters = stretch.characters
    found = [(match.start(), match[0]) for match in patterns()[1].finditer(characters)]
    partners = partnership(found, known)
    recurring = recurrence(characters, found, known)
    entries = in_entries(characters, stretch.breaks, known)
    events: list[Weighed | tuple[float, ...]] = []
    previous = -9  # place of the last suspect
    for number, (at, c) in enumerate(found):
        suspect = known.get(c)
        if suspect is None:
            events.append(fonts.genuine.get(c) or fonts.genuine[_kind(c)])
            continue
        if c in joining_dashes() and _is_between_names(characters, at, known):
            suspect = joining_dashes()[c]
        place = stretch.places[at]
        before, after = _beside(characters, at, suspect, is_next=previous == at - 1)
        previous = at
        if place in sure:
            events.append(Weighed(place, ANY_BRACKET, suspect.printed, IMPOSSIBLE, before[0], 0.0, before[1]))
            continue
        partner = partners.get(number, -1.0)
        keep, stay = after
        if partner < 0:
            keep += recurring.get(number, 0.0)
        if number in partners:
            stay += partner
        stay += suspect.odds - named.get(c, 0.0) + _setting(stretch, at, suspect)
        if at in entries:
            stay += IN_ENTRY
        lone = (
            LONE_LETTER if suspect.kind == LETTER and not _has_letter_beside(characters, at, known) else 0.0
        )
        events.append(Weighed(place, c, suspect.printed, keep, before[0], stay, before[1], lone))
    return printed_in(events, fonts)


def _kind(mark: str) -> int:
    if mark[0].isdigit():
        return DIGIT
    if mark[0].isalpha():
        return LETTER
    return BRACKET if mark in FAMILY else MARK


Pair = tuple[float, float]


def _beside(characters: str, at: int, suspect: Suspect, *, is_next: bool) -> tuple[tuple[Pair, Pair], Pair]:
    """How well the suspect, as it stands and as printed, follows the character before and is followed.

    What comes before may be a suspect as well (*is_next*), and each reading follows either reading of it.
    """
    known = known_suspects()
    word, bound_left, bound_right = bound(characters, at, suspect)
    fit_left, fit_right = fit(characters, at, suspect)
    if suspect.joins:
        fit_left = fit_right = min(fit_left, fit_right)  # what one side tells counts for nothing
    keep_after, stay_after = (bound_left, bound_left), (fit_left, fit_left)
    if is_next:
        left = known[characters[at - 1]].printed_row
        keep_after = bound_left, NATS[suspect.han_after[left]]
        stay_after = fit_left, NATS[suspect.mark_after[left]]
        if suspect.kind == DIGIT == known[characters[at - 1]].kind:
            stay_after = stay_after[0], stay_after[1] + DIGITS_TOGETHER
    if at + 1 < len(characters) and characters[at + 1] not in known:
        return (keep_after, stay_after), (word + bound_right, fit_right)
    return (keep_after, stay_after), (word, 0.0)


def _setting(stretch: Stretch, at: int, suspect: Suspect) -> float:
    """What the rules of setting type say about the mark that may have been printed at *at*."""
    characters = stretch.characters
    odds = _company(characters, at, suspect)
    if ((suspect.closes or suspect.joins) and at in stretch.breaks) or (
        suspect.opens and at + 1 in stretch.breaks
    ):
        odds += KINSOKU
    if suspect.printed in "。！？" and (at + 1 == len(characters) or at + 1 in stretch.lines):
        odds += LAST
    return odds


def _company(characters: str, at: int, suspect: Suspect) -> float:
    """What the characters beside say for or against a mark that is printed in certain company only."""
    known, printed = known_suspects(), suspect.printed
    if suspect.kind == DIGIT:
        return DIGIT_AFTER_LETTERS if _goes_on(characters, at, known) else 0.0
    if suspect.kind == LETTER:
        return LONE_LETTER if printed.islower() and not _has_letter_beside(characters, at, known) else 0.0
    if printed in "％‰°℃":
        return 0.0 if _has_digit_before(characters, at, known) else NO_NUMBER
    if printed in "￥＄～＝":
        return 0.0 if _has_number_beside(characters, at, known) else NO_NUMBER
    if printed not in "—…" or suspect.joins:
        return 0.0
    beside = characters[max(0, at - 1) : at] + characters[at + 1 : at + 2]
    if characters[at] in beside or printed in beside:
        return DOUBLED
    if all(c.isdigit() or c in RANGED or (c in known and known[c].kind >= DIGIT) for c in beside):
        return 0.0
    return SINGLE


def _is_between_names(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    """Whether a dash at *at* would stand single between Chinese characters, none of them a number's."""
    beside = characters[max(0, at - 1) : at] + characters[at + 1 : at + 2]
    return len(beside) == 2 and not any(
        c < FIRST_HAN or c == characters[at] or c in DIGITS + LATIN or (c in known and known[c].kind >= DIGIT)
        for c in beside
    )


def _has_letter_beside(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    for c in characters[max(0, at - 1) : at] + characters[at + 1 : at + 2]:
        if (
            (c in known and known[c].kind in {DIGIT, LETTER})
            or c in LATIN + DIGITS
            or (c.isascii() and c.isalnum())
        ):
            return True
    return False


def _has_digit_beside(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    beside = characters[max(0, at - 1) : at] + characters[at + 1 : at + 2]
    return any(c in known and known[c].kind == DIGIT for c in beside)


def _goes_on(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    """Whether a number at *at* would go on from letters."""
    return at > 1 and all(c in known and known[c].kind == LETTER for c in characters[at - 2 : at])  # IPv6


def _has_number_beside(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    beside = characters[max(0, at - 1) : at] + characters[at + 1 : at + 2]
    return any(c.isdigit() for c in beside) or _has_digit_beside(characters, at, known)


def _has_digit_before(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    c = characters[at - 1 : at] if at else ""
    return c.isdigit() or (c in known and known[c].kind == DIGIT)
