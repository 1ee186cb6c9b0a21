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
from typing import NamedTuple

from paperclean.characters.founder import (
    BRACKETS,
    CLOSING,
    DIGITS,
    LATIN,
    OPENING,
    printed_by_shifted,
    suspects,
    words,
)
from paperclean.scripts import simplified_only, traditional_only
from paperclean.statistics.han import han_association

__all__ = ["shifted_in"]

# Kinds of printed characters; a font holds them all, but a page sets some of them in it.
BRACKET, MARK, DIGIT, LETTER = range(4)
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

UNKNOWN = -12.5  # log share of a Han character outside the table of the commonest
SIGN = -14.0  # of a sign that a newspaper rarely prints
RARER = 4.5  # how much rarer a mark is than its kin
WORD, COMMON_WORD = (
    5.0,
    1.5,
)  # log odds that a dictionary word is meant, less where the association tells it too
RARE = -9.0
BINDING = 2.5  # association from which two neighbours count as one word
DIGIT_BESIDE = 2.0
LONE_LETTER, NO_NUMBER = -5.0, -8.0  # a letter between Han characters, a unit without its number
DOUBLED, SINGLE = 4.0, -3.0  # a dash or an ellipsis is printed twice
LONGER_WORD = 2.0  # more for every character beyond two
NO_WORD = -2.5  # a rare character is seldom met outside words and names
BURST, BURSTING = (
    3.0,
    6.0,
)  # log of how much oftener than chance a pair must recur to tell of a name, and the most it tells
GENUINE_PARTNER = 7.0  # a genuine half that has no other
PARTNER, NO_PARTNER = 3.0, -9.0  # a bracket with or without its other half
KINSOKU = -7.0  # a closing mark at a line's start or after a space, an opening one at a line's end
LAST = 3.0  # a sentence ends at a line's end
NEAR, FAR = 60, 400  # characters between a bracket and its other half
AROUND = 300  # characters of context on either side of a doubtful suspect
DOUBT = 5.0  # log odds from which a suspect has its surroundings looked at

# Rows of the association table for characters that it does not hold but whose kin it does.
KIN = {
    **dict.fromkeys("‘〔〖［", "（"),
    **dict.fromkeys("’〕〗］", "）"),
    "％": "%", "‰": "%", "－": "-", "／": "/", "＋": "+", "～": "—", "°": "℃", "＆": "A", "＄": "0", "￥": "0",
}  # fmt: skip
FAMILY = {c: at % (len(BRACKETS) // 2) for at, c in enumerate(OPENING + CLOSING)}
GENUINE_MARKS = "，。、；：？！…—·×％%℃"

NOT_SPACE = re.compile(r"\S+")


SURNAMES = "袁叶尧"  # which follow and are followed as other names are
NAMELESS = "曰院浴噎"  # which no name holds
COMMON_SURNAMES = "陈刘杨赵黄"


class Suspect(NamedTuple):
    """A shifted-looking character: what may have been printed, and how likely each is by itself."""

    printed: str
    kind: int
    odds: float  # log share of the printed character less that of the Han character
    mark_after: bytes  # by the row of the character before, how well the mark follows it; 128 is neither
    mark_before: bytes  # the same by the row of the character after
    han_after: bytes
    han_before: bytes
    printed_row: int
    known: bool  # to the association table
    rare: bool
    opens: bool
    closes: bool


@cache
def _suspects() -> dict[str, Suspect]:
    han = han_association()
    surnames = [han.index[c] for c in COMMON_SURNAMES]
    out = {}
    for c in suspects():
        printed = printed_by_shifted()[c]
        printed_row = han.index.get(KIN.get(printed, printed), 0)
        share = han.frequency[printed_row] if printed_row else SIGN
        kind = MARK
        if printed in BRACKETS:
            kind = BRACKET
        elif printed in DIGITS:
            kind, share = DIGIT, share - math.log(10)
        elif printed in LATIN:
            kind, share = LETTER, share - math.log(40)
        if printed in KIN:
            share -= RARER
        row = han.index.get(c, 0)
        out[c] = Suspect(
            printed,
            kind,
            share - (han.frequency[row] if row else UNKNOWN),
            *_associations([printed_row]),
            *_associations(surnames if c in SURNAMES else [row]),
            printed_row,
            row > 0,
            c not in SURNAMES + "曰" and (not row or han.frequency[row] < RARE),
            printed in OPENING,
            printed in CLOSING + "，。、；：？！％℃°",
        )
    return out


def _associations(rows: list[int]) -> tuple[bytes, bytes]:
    """How well each row is followed by one of *rows*, and follows it; their mean."""
    han = han_association()
    if rows == [0]:
        neither = bytes([128]) * han.size
        return neither, neither
    after = zip(*(han.table[row :: han.size] for row in rows), strict=True)
    before = zip(*(han.table[row * han.size : (row + 1) * han.size] for row in rows), strict=True)
    return (
        bytes(sum(values) // len(rows) for values in after),
        bytes(sum(values) // len(rows) for values in before),
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may betray a shifted font, and what is weighed where one is suspected."""
    known = _suspects()
    rare = "".join(sorted(c for c, s in known.items() if s.kind in {BRACKET, MARK} and s.odds > 0))
    digits = "".join(sorted(c for c, s in known.items() if s.kind == DIGIT))
    letters = "".join(sorted(c for c, s in known.items() if s.kind == LETTER))
    betrayal = rf"[{rare}]|[{digits}](?=\s*[{digits}年月日.%])|[{letters}](?=\s*[{letters}])"
    event = rf"[{''.join(sorted(known))}{GENUINE_MARKS}{re.escape(BRACKETS)}]|[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+"
    return re.compile(betrayal), re.compile(event)


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


def _bound(characters: str, at: int, suspect: Suspect) -> tuple[float, float, float]:  # noqa: C901, PLR0912  # one look around, kept whole for speed
    """How well the Han character at *at* is bound: by a word, to the character before, to the one after.

    A neighbour that is bound to its own other neighbour is not bound to this one: 水平 in 水平遥, 感谢 in 遥感谢.
    """
    lexicon, han = words(), han_association()
    index, table, size = han.index, han.table, han.size
    left = right = 0.0
    word = NO_WORD if suspect.rare else 0.0
    bonus = COMMON_WORD if suspect.known else WORD
    first = index.get(characters[at - 1], 0) if at else 0
    last = index.get(characters[at + 1], 0) if at + 1 < len(characters) else 0
    if at:
        left = (suspect.han_after[first] - 128) / 16
    if at + 1 < len(characters):
        right = (suspect.han_before[last] - 128) / 16
    for length in (4, 3):
        for start in range(max(0, at - length + 1), at + 1):
            if characters[start : start + length] in lexicon:
                return bonus + LONGER_WORD * (length - 2), left, right
    for start in (at - 1, at):
        if start >= 0 and characters[start : start + 2] in lexicon:
            word = bonus
    if at > 1 and first:
        pull = (table[index.get(characters[at - 2], 0) * size + first] - 128) / 16
        if pull > max(left + 1.0, BINDING):
            left = min(left, 0.0)
            if characters[at - 1 : at + 1] in lexicon and characters[at : at + 2] not in lexicon:
                word = 0.0
    if at + 2 < len(characters) and last:
        pull = (table[last * size + index.get(characters[at + 2], 0)] - 128) / 16
        if pull > max(right + 1.0, BINDING):
            right = min(right, 0.0)
            if characters[at : at + 2] in lexicon and characters[at - 1 : at + 1] not in lexicon:
                word = 0.0
    return word, left, right


def _doubtful(text: str) -> list[int]:
    """Places where a mark would fit better than the Han character that stands there."""
    betrayal, _ = _patterns()
    if not betrayal.search(text):
        return []
    index, known = han_association().index, _suspects()
    out = []
    for match in betrayal.finditer(text):
        at = match.start()
        around = "".join(text[max(0, at - 12) : at].split())[-4:]
        here = len(around)
        around += "".join(text[at : at + 12].split())[:4]
        suspect = known[match[0]]
        gain = suspect.odds - sum(_bound(around, here, suspect))
        if here:
            gain += (suspect.mark_after[index.get(around[here - 1], 0)] - 128) / 16
        if here + 1 < len(around):
            gain += (suspect.mark_before[index.get(around[here + 1], 0)] - 128) / 16
        if gain > DOUBT:
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


def _partners(  # noqa: C901  # one pass over a family
    events: list[tuple[int, str]], known: dict[str, Suspect]
) -> dict[int, float]:
    """For each suspect bracket, what its neighbours of the same family tell (by number of event)."""
    families: dict[int, list[tuple[int, int, bool, bool]]] = {}
    for number, (at, c) in enumerate(events):
        suspect = known.get(c[0])
        mark = suspect.printed if suspect else c
        if mark in FAMILY:
            families.setdefault(FAMILY[mark], []).append((number, at, mark in OPENING, suspect is not None))
    out: dict[int, float] = {}
    none = (0, -10_000, False, False)
    for members in families.values():
        opened = [-10_000]  # by member, where the last opening one before it stands
        for _, at, opens, _ in members:
            opened.append(at if opens else opened[-1])
        closed = [10_000_000]  # and where the next closing one after it stands
        for _, at, opens, _ in reversed(members):
            closed.append(closed[-1] if opens else at)
        closed.reverse()
        for i, (number, at, opens, suspected) in enumerate(members):
            if not suspected:
                continue
            before = members[i - 1] if i else none
            after = members[i + 1] if i + 1 < len(members) else none
            own, other = (before, after) if opens else (after, before)
            gap = abs(other[1] - at)
            if gap > FAR or (other[2] == opens and not other[3]):
                score = NO_PARTNER
            elif other[2] == opens:
                partner = closed[i + 1] if opens else opened[i]
                score = 0.0 if abs(partner - at) <= FAR else NO_PARTNER
            else:
                score = 0.0 if gap > NEAR else PARTNER if other[3] else GENUINE_PARTNER
            if own[2] == opens and own is not none and not own[3] and abs(own[1] - at) <= FAR:
                score = NO_PARTNER  # it would open what is open, or close what is closed
            out[number] = score
    return out


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


def _has_digit_before(characters: str, at: int, known: dict[str, Suspect]) -> bool:
    c = characters[at - 1 : at] if at else ""
    return c.isdigit() or (c in known and known[c].kind == DIGIT)


def _recurrence(
    characters: str, events: list[tuple[int, str]], known: dict[str, Suspect]
) -> dict[int, float]:
    """For each suspect whose neighbours recur with it, how much that tells of a name (by number of event).

    袁美雲 comes again and again with the same characters; a comma is followed by all sorts.
    """
    han = han_association()
    places: dict[str, list[int]] = {}
    for number, (_, c) in enumerate(events):
        if c in known and known[c].kind < DIGIT and c not in NAMELESS:
            places.setdefault(c, []).append(number)
    out: dict[int, float] = {}
    for c, numbers in places.items():
        if len(numbers) < 2:
            continue
        for beside, association in ((1, known[c].mark_before), (-1, known[c].mark_after)):
            others = [characters[at : at + 1] for at in (events[n][0] + beside for n in numbers) if at >= 0]
            counts = Counter(others)
            for number, other in zip(numbers, others, strict=False):
                times = counts[other]
                if times > 1 and other.isalpha() and other not in known:
                    row = han.index.get(other, 0)
                    share = han.frequency[row] if row else UNKNOWN
                    expected = math.log(len(numbers)) + share + (association[row] - 128) / 16
                    tells = min(BURSTING, math.log(times) - expected - BURST)
                    if tells > 0:
                        out[number] = max(tells, out.get(number, 0.0))
    return out


def _decide(stretch: Stretch, sure: dict[int, str]) -> dict[int, str]:  # noqa: C901, PLR0912, PLR0915  # one pass, kept whole for speed
    index, known = han_association().index, _suspects()
    characters, places = stretch.characters, stretch.places
    events = [(match.start(), match[0]) for match in _patterns()[1].finditer(characters)]
    partners = _partners(events, known)
    recurring = _recurrence(characters, events, known)
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
        word, bound_left, bound_right = _bound(characters, at, suspect)
        keep += word
        lone = 0.0
        if suspect.kind == LETTER:
            if not _has_letter_beside(characters, at, known):
                lone = LONE_LETTER
        elif suspect.kind == DIGIT:
            stay += DIGIT_BESIDE if _has_digit_beside(characters, at, known) else 0.0
        elif suspect.printed in "％‰°℃" and not _has_digit_before(characters, at, known):
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
