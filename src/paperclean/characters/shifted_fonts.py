"""Which characters of a text a shifted font made: the decision behind `undo_font_shift`.

A hidden state says which fonts are shifted at a place: none, brackets, all punctuation, digits, letters, all
of them, or some of the marks. In each state a printed mark comes out shifted with some probability, so a
genuine mark near by is evidence against a shift of its kind, and a name that happens to hold a suspect is
only read as a mark where the characters around it follow a mark better than they follow the name. The best
path is found over the suspects and genuine marks of a stretch (Viterbi); line ends are transparent.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from operator import add
from typing import NamedTuple

from paperclean.characters.shift_evidence import (
    BRACKET,
    DIGIT,
    FAMILY,
    LETTER,
    MARK,
    bound,
    has_digit_before,
    has_digit_beside,
    has_letter_beside,
    known_suspects,
    partnership,
    patterns,
    recurrence,
)
from paperclean.scripts import simplified_only, traditional_only
from paperclean.statistics.han import han_association

__all__ = ["shifted_in"]

# The chance that a printed character of each kind comes out shifted, state by state.
NEVER, ALWAYS, OFTEN = math.exp(-12), 0.985, 0.4
STATES = (
    (NEVER, NEVER, NEVER, NEVER),
    (ALWAYS, NEVER, NEVER, NEVER),
    (ALWAYS, ALWAYS, NEVER, NEVER),
    (NEVER, NEVER, ALWAYS, NEVER),
    (NEVER, NEVER, NEVER, ALWAYS),
    (ALWAYS, ALWAYS, ALWAYS, ALWAYS),
    (OFTEN, OFTEN, NEVER, NEVER),
    (OFTEN, OFTEN, OFTEN, OFTEN),
)
ALL = 5
ENTER, LEAVE = -9.0, -6.0  # log chance that a shift begins, or ends, at one mark
AGAIN, PAUSE = -5.0, -5.0  # the same where the text has been found to be shifted
BELIEF = 2.0  # marks that a mark's kind counts for in the mark's own share
UNSEEN = 0.0005  # share of a kind of which the text has none

DIGIT_BESIDE = 2.0  # log odds of a digit beside another
LONE_LETTER, NO_NUMBER = -5.0, -8.0  # a letter between Han characters, a unit without its number
TELLING = "，。、；：？！"  # marks without which no text is; others do not tell a shifted font alone
DOUBLED, SINGLE = 4.0, -3.0  # a dash or an ellipsis is printed twice
KINSOKU = -7.0  # a closing mark at a line's start or after a space, an opening one at a line's end
ANY_BRACKET = "渊"  # what is sure counts as one
LAST = 3.0  # a sentence ends at a line's end
AROUND = 300  # characters of context on either side of a doubtful suspect
DOUBT = 5.0  # log odds from which a suspect has its surroundings looked at
BESIDE = 2.0  # less of a digit or a letter, which has another beside it
DOUBT_AGAIN = 2.0  # the same where the text has been found to be shifted


class Fonts(NamedTuple):
    """The states' chances: of each suspect and each genuine mark (or kind of marks), by state."""

    shifted: dict[str, tuple[float, ...]]
    genuine: dict[str | int, tuple[float, ...]]
    enter: tuple[float, ...]


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


def _doubtful(text: str, doubt: float) -> list[int]:
    """Places where a mark would fit better than the Han character that stands there."""
    betrayal, _ = patterns()
    if not betrayal.search(text):
        return []
    index, known = han_association().index, known_suspects()
    out = []
    for match in betrayal.finditer(text):
        at = match.start()
        around = "".join(text[max(0, at - 12) : at].split())[-4:]
        here = len(around)
        around += "".join(text[at : at + 12].split())[:4]
        suspect = known[match[0]]
        gain = suspect.odds - sum(bound(around, here, suspect))
        for beside, fits in ((here - 1, suspect.mark_after), (here + 1, suspect.mark_before)):
            if 0 <= beside < len(around):
                other = known.get(around[beside])
                twin = other is not None and other.kind == suspect.kind >= DIGIT
                row = other.printed_row if other and twin else index.get(around[beside], 0)
                gain += (fits[row] - 128) / 16
        if gain > (doubt if suspect.kind < DIGIT else doubt - BESIDE):
            out.append(at)
    return out


def shifted_in(text: str, sure: dict[int, str]) -> dict[int, str]:
    """Where *text* holds shifted characters, and what was printed; *sure* are those already known."""
    known = known_suspects()
    found = _decided(text, sure, DOUBT, _unfitted())
    if not any(known[text[at]].kind != MARK or printed in TELLING for at, printed in found.items()):
        return {}
    if found.keys() <= sure.keys():
        return found  # brackets alone are shifted, and both of each pair are there
    return _decided(text, sure, DOUBT_AGAIN, _fitted(text, found))


def _decided(text: str, sure: dict[int, str], doubt: float, fonts: Fonts) -> dict[int, str]:
    doubtful = sorted({*_doubtful(text, doubt), *sure})
    out: dict[int, str] = {}
    start = 0
    while start < len(doubtful):
        end = start
        while end + 1 < len(doubtful) and doubtful[end + 1] - doubtful[end] <= 2 * AROUND:
            end += 1
        first, last = max(0, doubtful[start] - AROUND), min(len(text), doubtful[end] + AROUND)
        if not _is_traditional(text[first:last]):
            out.update(_decide(Stretch(text, first, last), sure, fonts))
        start = end + 1
    return out


@cache
def _unfitted() -> Fonts:
    """The states as they are before anything is known of the text."""
    known = known_suspects()
    shifted = {c: tuple(math.log(p[suspect.kind]) for p in STATES) for c, suspect in known.items()}
    genuine: dict[str | int, tuple[float, ...]] = {
        kind: tuple(math.log1p(-p[kind]) for p in STATES) for kind in (BRACKET, MARK, DIGIT, LETTER)
    }
    return Fonts(shifted, genuine, (LEAVE, *(ENTER,) * (len(STATES) - 1)))


def _fitted(text: str, found: dict[int, str]) -> Fonts:
    """The states, and one more for what the text was found to be: of each mark, so many shifted."""
    known = known_suspects()
    broken = Counter(text[at] for at in found)
    whole = {c: text.count(suspect.printed) for c, suspect in known.items()}
    share, seen = {}, {}
    for kind in (BRACKET, MARK, DIGIT, LETTER):
        of_kind = [c for c in known if known[c].kind == kind]
        if kind == MARK:
            of_kind = [c for c in of_kind if known[c].printed in TELLING]
        b, w = sum(broken[c] for c in of_kind), sum(whole[c] for c in of_kind)
        share[kind], seen[kind] = (b + UNSEEN * BELIEF) / (b + w + BELIEF), b
    base = _unfitted()
    shifted: dict[str, tuple[float, ...]] = {}
    genuine: dict[str | int, tuple[float, ...]] = {}
    for kind, p in share.items():
        genuine[kind] = (*base.genuine[kind], math.log1p(-min(ALWAYS, p)))
    for c, suspect in known.items():
        p = (broken[c] + share[suspect.kind] * BELIEF) / (broken[c] + whole[c] + BELIEF)
        p = min(ALWAYS, max(NEVER, p))
        shifted[c] = (*base.shifted[c], math.log(p))
        genuine[suspect.printed] = (*base.genuine[suspect.kind], math.log1p(-p))
    again = (all(seen[kind] for kind in share if state[kind] > NEVER) for state in STATES[1:])
    return Fonts(shifted, genuine, (PAUSE, *(AGAIN if a else ENTER for a in again), AGAIN))


def _is_traditional(text: str) -> bool:
    """Whether *text* was not written in GB 2312, which has no traditional characters."""
    return sum(map(text.count, traditional_only())) > sum(map(text.count, simplified_only()))


def _decide(stretch: Stretch, sure: dict[int, str], fonts: Fonts) -> dict[int, str]:  # noqa: C901, PLR0912, PLR0915  # one pass, kept whole for speed
    index, known = han_association().index, known_suspects()
    characters, places = stretch.characters, stretch.places
    events = [(match.start(), match[0]) for match in patterns()[1].finditer(characters)]
    partners = partnership(events, known)
    recurring = recurrence(characters, events, known)
    shifted, genuine, enter = fonts
    states = range(len(enter))
    worst = -1e9
    literal = list(enter)  # score of the best path into each state, the last suspect read as it stands
    literal[0] = 0.0
    printed = [worst] * len(enter)  # the same, the last suspect read as a mark
    back: list[tuple[int, list[int], list[int]]] = []  # event, and how each state was come by
    previous = -9  # place of the last suspect
    length = len(characters)
    for number, (at, c) in enumerate(events):
        suspect = known.get(c[0])
        if suspect is None:
            kind = DIGIT if c[0].isdigit() else LETTER if c[0].isalpha() else BRACKET if c in FAMILY else MARK
            whole = genuine.get(c) or genuine[kind]
            literal = list(map(add, literal, whole))
            printed = list(map(add, printed, whole))
            continue
        place = places[at]
        stay = suspect.odds + partners.get(number, 0.0)  # the mark's score
        keep = recurring.get(number, 0.0) if partners.get(number, -1.0) < 0 else 0.0
        word, bound_left, bound_right = bound(characters, at, suspect)
        keep += word
        lone = 0.0
        if suspect.kind == LETTER:
            if not has_letter_beside(characters, at, known):
                lone = LONE_LETTER
        elif suspect.kind == DIGIT:
            stay += DIGIT_BESIDE if has_digit_beside(characters, at, known) else 0.0
        elif suspect.printed in "％‰°℃" and not has_digit_before(characters, at, known):
            stay += NO_NUMBER
        elif suspect.printed in "—…":
            beside = characters[max(0, at - 1) : at] + characters[at + 1 : at + 2]
            if c in beside or suspect.printed in beside:
                stay += DOUBLED
            elif not all(
                x.isdigit() or x in "%％" or (x in known and known[x].kind >= DIGIT) for x in beside
            ):
                stay += SINGLE
        if (suspect.closes and at in stretch.breaks) or (suspect.opens and at + 1 in stretch.breaks):
            stay += KINSOKU
        if suspect.printed in "。！？" and (at + 1 == length or at + 1 in stretch.lines):
            stay += LAST
        right_open = at + 1 < length and characters[at + 1] not in known
        if right_open:
            right = index.get(characters[at + 1], 0)
            stay += (suspect.mark_before[right] - 128) / 16
            keep += bound_right
        after_literal = after_printed = (0.0, 0.0)
        if at:
            before = characters[at - 1]
            left = index.get(before, 0)
            after_literal = after_printed = (bound_left, (suspect.mark_after[left] - 128) / 16)
            if previous == at - 1:
                left = known[before].printed_row
                after_printed = (suspect.han_after[left] - 128) / 16, (suspect.mark_after[left] - 128) / 16
        if place in sure:
            keep, stay = worst, 0.0
        broken = shifted[c] if place not in sure else shifted[ANY_BRACKET]
        # A change of state, between the last event and this one.
        best_literal = max(literal)
        best_printed = max(printed)
        from_literal, from_printed = literal.index(best_literal), printed.index(best_printed)
        new_literal, new_printed, how_literal, how_printed = [], [], [], []
        for s in states:
            change = enter[s]
            a, came_a = literal[s], s * 2
            if best_literal + change > a:
                a, came_a = best_literal + change, from_literal * 2
            b, came_b = printed[s], s * 2 + 1
            if best_printed + change > b:
                b, came_b = best_printed + change, from_printed * 2 + 1
            x, y = a + after_literal[0], b + after_printed[0]
            if x >= y:
                new_literal.append(x + keep)
                how_literal.append(came_a)
            else:
                new_literal.append(y + keep)
                how_literal.append(came_b)
            x, y = a + after_literal[1], b + after_printed[1]
            emission = stay + broken[s]
            if lone and s != ALL:
                emission += lone
            if x >= y:
                new_printed.append(x + emission)
                how_printed.append(came_a)
            else:
                new_printed.append(y + emission)
                how_printed.append(came_b)
        literal, printed, previous = new_literal, new_printed, at
        back.append((number, how_literal, how_printed))
    out: dict[int, str] = {}
    state = max(range(2 * len(enter)), key=lambda x: (printed if x % 2 else literal)[x // 2])
    for number, how_literal, how_printed in reversed(back):
        at, c = events[number]
        if state % 2:
            out[places[at]] = known[c].printed
            state = how_printed[state // 2]
        else:
            state = how_literal[state // 2]
    return out
