"""What speaks for and against a mark where a Han character stands that a shifted font could have made."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import pairwise

from paperclean.characters.founder import OPENING, words
from paperclean.characters.shift_suspects import (
    DIGIT,
    FAMILY,
    MARK,
    NAMELESS,
    UNKNOWN,
    Suspect,
    apart,
    known_suspects,
    rows,
)
from paperclean.statistics.han import NATS, han_association

__all__ = ["bound", "established", "fit", "in_entries", "partnership", "recurrence"]

NO_WORD = -2.5  # log odds that a rare one is meant where there is no word
OVERLAPPED = -1.5  # where there is one, but of its neighbour another word
WORD, COMMON_WORD = 5.0, 1.5  # that a dictionary word is meant; less where the association tells it too
LONGER_WORD = 2.0  # more for every character beyond two
UNBOUND = 1.0  # association up to which a character is not bound to its neighbour
BINDING = 2.5  # association from which two neighbours count as one word
NO_CLAUSE = -7.0  # a closing mark after a character that no clause ends with
BURST = 3.0  # log of how much oftener than chance a pair must recur to tell of a name
BURSTING = 6.0  # the most that it tells
MOSTLY = 2  # a name's part stands beside its other part more than once in so many times
PARTNER, NO_PARTNER = 3.0, -9.0  # a bracket with or without its other half
GENUINE_PARTNER = 7.0  # the other half is genuine and has none of its own
FAR = 400  # characters between a bracket and its other half
SHORT = 4  # Chinese characters that an entry of a list has at most, a name as a rule
SHORT_LINE = 6  # of an entry that is a line, a place as a rule; columns are wider
LISTED = 3  # so many of them one after the other make a list
ENTRY_ENDS = re.compile("[，、；：,;:()（）]")
HAN_RUN = re.compile("[\u3400-\u9fff]+")
PAGE = 1000  # characters that a text counts for at least where it is asked how often it names something
CHANCE = 0.5  # of a name that was seen once: it may be one of the text's own slips
OPENS = frozenset(OPENING)


@cache
def _seldom_in_news() -> re.Pattern[str]:
    """What the table of associations does not know and may be a pause."""
    known = known_suspects()
    pauses = (c for c in sorted(known) if apart(known[c].printed) and not known[c].known)
    return re.compile(f"[{''.join(pauses)}]")


@cache
def unending() -> frozenset[str]:
    """The characters that no clause ends with."""
    return frozenset(files("paperclean.data").joinpath("unending.txt").read_text(encoding="utf-8").strip())


def bound(characters: str, at: int, suspect: Suspect) -> tuple[float, float, float]:  # noqa: C901, PLR0912  # one look around, kept whole for speed
    """How well the Han character at *at* is bound: by a word, to the character before, to the one after.

    A neighbour that is bound to its own other neighbour is not bound to this one: 水平 in 水平遥, 感谢 in 遥感谢.
    """
    lexicon, han = words(), han_association()
    index, table, size = rows(), han.table, han.size
    left = right = 0.0
    word, overlapped = (NO_WORD, OVERLAPPED) if suspect.rare else (0.0, 0.0)
    bonus = COMMON_WORD if suspect.known else WORD
    first = index.get(characters[at - 1], 0) if at else 0
    last = index.get(characters[at + 1], 0) if at + 1 < len(characters) else 0
    if at:
        left = NATS[suspect.han_after[first]]
    if at + 1 < len(characters):
        right = NATS[suspect.han_before[last]]
    for length in (4, 3):
        for start in range(max(0, at - length + 1), at + 1):
            if characters[start : start + length] in lexicon:
                return bonus + LONGER_WORD * (length - 2), left, right
    for start in (at - 1, at):
        if start >= 0 and characters[start : start + 2] in lexicon:
            word = bonus
    for place, company in enumerate(suspect.named, at + 2):
        if place < len(characters):
            word += NATS[company[index.get(characters[place], 0)]]
    if at > 1 and first and not suspect.named:  # a name stands beside a title, a word of its own
        pull = NATS[table[index.get(characters[at - 2], 0) * size + first]]
        if pull > BINDING and pull >= left:
            is_stronger = pull > left + 1.0
            if characters[at - 1 : at + 1] in lexicon and characters[at : at + 2] not in lexicon:
                word = overlapped if is_stronger else 0.0
            if is_stronger:
                left = min(left, 0.0)
    if at + 2 < len(characters) and last:
        pull = NATS[table[last * size + index.get(characters[at + 2], 0)]]
        if pull > BINDING and pull >= right:
            is_stronger = pull > right + 1.0
            if characters[at : at + 2] in lexicon and characters[at - 1 : at + 1] not in lexicon:
                word = overlapped if is_stronger else 0.0
            if is_stronger:
                right = min(right, 0.0)
    return word, left, right


def established(text: str) -> dict[str, float]:
    """For each suspect that news seldom holds, how much likelier (log) it is meant in *text* than anywhere.

    What a text names once, it names again: where it stands beside a genuine pause, it is no pause for sure.
    """
    names: Counter[str] = Counter()
    for match in _seldom_in_news().finditer(text):
        at, c = match.start(), match[0]
        others = apart(known_suspects()[c].printed)
        if text[at - 1 : at] in others | OPENS or text[at + 1 : at + 2] in others:
            names[c] += 1
    size = max(PAGE, len(text))
    return {c: max(0.0, math.log((n - CHANCE) / size) - UNKNOWN) for c, n in names.items()}


def fit(characters: str, at: int, suspect: Suspect) -> tuple[float, float]:
    """How well the mark fits to the character before, and to the one after.

    With some characters (据, 对) no clause ends, but for those that end a word (数据, 针对).
    """
    index, pmi = rows(), han_association().pmi
    left = right = 0.0
    if at:
        before = characters[at - 1]
        left = NATS[suspect.mark_after[index.get(before, 0)]]
        if suspect.closes and before in unending() and (at < 2 or pmi(characters[at - 2], before) <= UNBOUND):
            left = min(left, NO_CLAUSE)
    if at + 1 < len(characters):
        right = NATS[suspect.mark_before[index.get(characters[at + 1], 0)]]
    return left, right


def partnership(events: list[tuple[int, str]], known: dict[str, Suspect]) -> dict[int, float]:
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
        for i, (number, at, opens, suspected) in enumerate(members):
            if not suspected:
                continue
            before = members[i - 1] if i else none
            after = members[i + 1] if i + 1 < len(members) else none
            own, other = (before, after) if opens else (after, before)
            if abs(other[1] - at) > FAR or other[2] == opens:
                score = NO_PARTNER
            elif own[2] == opens and own is not none and not own[3] and abs(own[1] - at) <= FAR:
                score = NO_PARTNER  # it would open what is open, or close what is closed
            else:
                score = PARTNER if other[3] else GENUINE_PARTNER
            out[number] = score
    return out


def recurrence(characters: str, events: list[tuple[int, str]], known: dict[str, Suspect]) -> dict[int, float]:
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
            others = [
                characters[at : at + 1] if at >= 0 else "" for at in (events[n][0] + beside for n in numbers)
            ]
            counts = Counter(others)
            mostly = {
                other
                for other, times in counts.items()
                if times > 1 and characters.count(other) < MOSTLY * times
            }
            for number, other in zip(numbers, others, strict=True):
                times = counts[other]
                if other in mostly and other.isalpha() and other not in known:
                    row = han.index.get(other, 0)
                    share = han.frequency[row] if row else UNKNOWN
                    expected = math.log(len(numbers)) + share + NATS[association[row]]
                    tells = min(BURSTING, math.log(times) - expected - BURST)
                    if tells > 0:
                        out[number] = max(tells, out.get(number, 0.0))
    return out


def in_entries(characters: str, breaks: set[int], known: dict[str, Suspect]) -> set[int]:
    """The places inside short entries of a list, between blanks, line ends (*breaks*), pauses or brackets.

    No mark stands inside a name. Where each entry is a line they may be places, which are longer, but hold no
    colon (编辑院王丰). An entry of digits alone may be a number; characters apart one by one are no list.
    """
    edges = sorted({0, *breaks, *(match.end() for match in ENTRY_ENDS.finditer(characters)), len(characters)})
    entries = ["".join(HAN_RUN.findall(characters, start, end)) for start, end in pairwise(edges)]
    ends = breaks | {0, len(characters)}
    names: set[int] = set()
    lines: set[int] = set()
    for first in range(len(entries) - LISTED + 1):
        together = range(first, first + LISTED)
        longest = max(len(entries[i]) for i in together)
        if 1 < longest <= SHORT:
            names.update(together)
        elif longest <= SHORT_LINE and ends.issuperset(edges[first : first + LISTED + 1]):
            lines.update(together)
    inside = {at for i in names if not _is_number(entries[i], known) for at in range(edges[i], edges[i + 1])}
    for i in lines - names:
        inside.update(
            at for at in range(edges[i], edges[i + 1] - 1) if _may_be_in_place(characters[at], known)
        )
    return inside


def _may_be_in_place(c: str, known: dict[str, Suspect]) -> bool:
    return c in known and known[c].kind == MARK and c not in NAMELESS


def _is_number(entry: str, known: dict[str, Suspect]) -> bool:
    return len(entry) > 1 and all(c in known and known[c].kind == DIGIT for c in entry)
