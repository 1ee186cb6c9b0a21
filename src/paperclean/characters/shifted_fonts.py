"""Which characters of a text a shifted font made: the decision behind `undo_font_shift`.

A name that happens to hold a suspect is only read as a mark where the characters around it follow a mark better
than they follow the name, and where the state of the text allows it (see `shift_states`). The likeliest path
is found over the suspects and genuine marks of a stretch; line ends are transparent, by and large.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from typing import NamedTuple

from paperclean.characters.founder import BRACKETS, CLOSING, DIGITS, LATIN, OPENING
from paperclean.characters.shift_evidence import bound, established, fit, in_entries, partnership, recurrence
from paperclean.characters.shift_setting import (
    KINSOKU,
    LONE_LETTER,
    Stretch,
    has_letter_beside,
    kinsoku,
    setting,
)
from paperclean.characters.shift_states import Fonts, Weighed, fitted, printed_in, unfitted
from paperclean.characters.shift_suspects import (
    BRACKET,
    DIGIT,
    FAMILY,
    LETTER,
    MARK,
    TWICE,
    Suspect,
    known_suspects,
    patterns,
)
from paperclean.scripts import is_traditional
from paperclean.statistics.han import NATS

__all__ = ["shifted_in"]

DIGITS_TOGETHER = 3.0  # log odds of a digit after another, both of a shifted font
IN_ENTRY = -8.0  # a mark inside a short entry of a list
ANY_BRACKET = "渊"  # what is sure counts as one
IMPOSSIBLE = -1e9
AROUND = 100  # characters of context on either side of a doubtful suspect
MOST_TOGETHER = 20_000  # doubtful suspects of one stretch; a page has up to 10,000
DOUBT = 5.0  # log odds from which a suspect has its surroundings looked at
TELLING_ALONE = frozenset(
    "，。、？！" + DIGITS + LATIN
)  # their likenesses are no common words as 曰 and 院 are
GOES_ON = 0.7  # chance that a text goes on over white space: it does not where columns take turns
BESIDE = 2.0  # less of a digit or a letter, which has another beside it
DOUBT_AGAIN = 2.0  # the same where the text has been found to be shifted, or near what is sure

OTHER_HALF = dict(zip(OPENING + CLOSING, CLOSING + OPENING, strict=True))


class Belief(NamedTuple):
    """What is believed of a text: before anything is known of it, or once shifted characters were found."""

    looked_at: re.Pattern[str]
    doubt: float
    fonts: Fonts
    misplaced: float  # see `kinsoku`


def _at_first() -> Belief:
    return Belief(patterns().betrayal, DOUBT, unfitted(), KINSOKU)


def _having(found: dict[int, str], text: str) -> Belief:
    return Belief(patterns().likeness, DOUBT_AGAIN, fitted(text, found), kinsoku(text, found))


def _doubtful(text: str, sure: dict[int, str], belief: Belief) -> list[int]:
    """Places where a mark would fit better than the Han character that stands there."""
    places = sorted(sure)
    known = known_suspects()
    out = []
    for match in belief.looked_at.finditer(text):
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
            twin = other is not None and (
                other.kind == suspect.kind >= DIGIT or other.printed == suspect.printed in TWICE
            )
            gain += NATS[as_printed[other.printed_row]] if other and twin else fits
        if suspect.kind >= DIGIT:
            gain += BESIDE
        if gain > belief.doubt or (gain > DOUBT_AGAIN and _is_near(at, places)):
            out.append(at)
    return out


def _is_near(at: int, places: list[int]) -> bool:
    after = bisect_left(places, at)
    return any(abs(place - at) <= AROUND for place in places[max(0, after - 1) : after + 1])


def shifted_in(text: str, sure: dict[int, str]) -> dict[int, str]:
    """Where *text* holds shifted characters, and what was printed; *sure* are those already known."""
    found = _decided(text, sure, _at_first())
    if found.keys() <= sure.keys():
        return found  # brackets alone are shifted, and both of each pair are there
    if not _tells(text, found):
        return {}
    return _decided(text, sure, _having(found, text))


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


def _decided(text: str, sure: dict[int, str], belief: Belief) -> dict[int, str]:
    doubtful = _doubtful(text, sure, belief)
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
            out.update(_decide(Stretch(text, first, last), sure, belief, named))
        start = end + 1
    return out


def _decide(
    stretch: Stretch, sure: dict[int, str], belief: Belief, named: dict[str, float]
) -> dict[int, str]:
    known = known_suspects()
    characters = stretch.characters
    found = [(match.start(), match[0]) for match in patterns().event.finditer(characters)]
    partners = partnership(found, known)
    recurring = recurrence(characters, found, known)
    entries = in_entries(characters, stretch.breaks, known)
    events: list[Weighed | tuple[float, ...]] = []
    previous = -9  # place of the last suspect
    for number, (at, c) in enumerate(found):
        suspect = known.get(c)
        if suspect is None:
            events.append(belief.fonts.genuine.get(c) or belief.fonts.genuine[_kind(c)])
            continue
        place = stretch.places[at]
        before, after = _beside(stretch, at, suspect, is_next=previous == at - 1)
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
        stay += suspect.odds - named.get(c, 0.0) + setting(stretch, at, suspect, belief.misplaced)
        if at in entries:
            stay += IN_ENTRY
        lone = LONE_LETTER if suspect.kind == LETTER and not has_letter_beside(characters, at, known) else 0.0
        events.append(Weighed(place, c, suspect.printed, keep, before[0], stay, before[1], lone))
    return printed_in(events, belief.fonts)


def _kind(mark: str) -> int:
    if mark[0].isdigit():
        return DIGIT
    if mark[0].isalpha():
        return LETTER
    return BRACKET if mark in FAMILY else MARK


Pair = tuple[float, float]


def _beside(stretch: Stretch, at: int, suspect: Suspect, *, is_next: bool) -> tuple[tuple[Pair, Pair], Pair]:
    """How well the suspect, as it stands and as printed, follows the character before and is followed.

    What comes before may be a suspect as well (*is_next*), and each reading follows either reading of it.
    """
    known, characters = known_suspects(), stretch.characters
    word, bound_left, bound_right = bound(characters, at, suspect)
    fit_left, fit_right = fit(characters, at, suspect)
    if at in stretch.breaks:
        bound_left, fit_left = _over_break(bound_left), _over_break(fit_left)
    if at + 1 in stretch.breaks:
        bound_right, fit_right = _over_break(bound_right), _over_break(fit_right)
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


def _over_break(association: float) -> float:
    """What an *association* tells of two characters of which the second may not follow the first: white space parts them."""
    return math.log(GOES_ON * math.exp(association) + 1 - GOES_ON)
