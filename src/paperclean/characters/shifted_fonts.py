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
NEVER, ALWAYS, OFTEN = math.exp(-13), 0.985, 0.4
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
SHIFTED = tuple(tuple(math.log(p) for p in state) for state in STATES)
GENUINE = tuple(tuple(math.log1p(-p) for p in state) for state in STATES)
ENTER, LEAVE = -9.0, -6.0  # log chance that a shift begins, or ends, at one mark

DIGIT_BESIDE = 2.0  # log odds of a digit beside another
LONE_LETTER, NO_NUMBER = -5.0, -8.0  # a letter between Han characters, a unit without its number
DOUBLED, SINGLE = 4.0, -3.0  # a dash or an ellipsis is printed twice
KINSOKU = -7.0  # a closing mark at a line's start or after a space, an opening one at a line's end
LAST = 3.0  # a sentence ends at a line's end
AROUND = 300  # characters of context on either side of a doubtful suspect
DOUBT = 5.0  # log odds from which a suspect has its surroundings looked at
DOUBT_BESIDE = 3.0  # the same of a digit or a letter, which has another beside it

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


def _doubtful(text: str) -> list[int]:
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
        if here:
            gain += (suspect.mark_after[index.get(around[here - 1], 0)] - 128) / 16
        if here + 1 < len(around):
            gain += (suspect.mark_before[index.get(around[here + 1], 0)] - 128) / 16
        if gain > (DOUBT if suspect.kind < DIGIT else DOUBT_BESIDE):
            out.append(at)
    return out


def shifted_in(text: str, sure: dict[int, str]) -> dict[int, str]:
    """Where *text* holds shifted characters, and what was printed; *sure* are those already known."""
    doubtful = sorted({*_doubtful(text), *sure})
    if not doubtful:
        return {}
    out: dict[int, str] = {}
    start = 0
    while start < len(doubtful):
        end = start
        while end + 1 < len(doubtful) and doubtful[end + 1] - doubtful[end] <= 2 * AROUND:
            end += 1
        first, last = max(0, doubtful[start] - AROUND), min(len(text), doubtful[end] + AROUND)
        if not _is_traditional(text[first:last]):
            out.update(_decide(Stretch(text, first, last), sure))
        start = end + 1
    return out


def _is_traditional(text: str) -> bool:
    """Whether *text* was not written in GB 2312, which has no traditional characters."""
    return sum(map(text.count, traditional_only())) > sum(map(text.count, simplified_only()))


def _decide(stretch: Stretch, sure: dict[int, str]) -> dict[int, str]:  # noqa: C901, PLR0912, PLR0915  # one pass, kept whole for speed
    index, known = han_association().index, known_suspects()
    characters, places = stretch.characters, stretch.places
    events = [(match.start(), match[0]) for match in patterns()[1].finditer(characters)]
    partners = partnership(events, known)
    recurring = recurrence(characters, events, known)
    states = range(len(STATES))
    worst = -1e9
    literal = [ENTER] * len(
        STATES
    )  # score of the best path into each state, the last suspect read as it stands
    literal[0] = 0.0
    printed = [worst] * len(STATES)  # the same, the last suspect read as a mark
    back: list[tuple[int, list[int], list[int]]] = []  # event, and how each state was come by
    previous = -9  # place of the last suspect
    length = len(characters)
    for number, (at, c) in enumerate(events):
        suspect = known.get(c[0])
        if suspect is None:
            kind = DIGIT if c[0].isdigit() else LETTER if c[0].isalpha() else BRACKET if c in FAMILY else MARK
            for s in states:
                literal[s] += GENUINE[s][kind]
                printed[s] += GENUINE[s][kind]
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
            elif not any(x.isdigit() or x in known for x in beside):
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
            after_literal = bound_left, (suspect.mark_after[left] - 128) / 16
            if previous == at - 1:
                left = known[before].printed_row
                after_printed = (suspect.han_after[left] - 128) / 16, (suspect.mark_after[left] - 128) / 16
        if place in sure:
            keep, stay = worst, 0.0
        # A change of state, between the last event and this one.
        best_literal = max(literal)
        best_printed = max(printed)
        from_literal, from_printed = literal.index(best_literal), printed.index(best_printed)
        new_literal, new_printed, how_literal, how_printed = [], [], [], []
        for s in states:
            change = ENTER if s else LEAVE
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
            emission = stay + SHIFTED[s][suspect.kind] if place not in sure else SHIFTED[s][BRACKET]
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
    state = max(range(2 * len(STATES)), key=lambda x: (printed if x % 2 else literal)[x // 2])
    for number, how_literal, how_printed in reversed(back):
        at, c = events[number]
        if state % 2:
            out[places[at]] = known[c].printed
            state = how_printed[state // 2]
        else:
            state = how_literal[state // 2]
    return out
