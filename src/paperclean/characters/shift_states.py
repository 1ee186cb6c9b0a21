"""The hidden state of a text with shifted fonts, and the likeliest path through it.

A state says which fonts are shifted at a place: none, brackets, all punctuation, digits and letters, letters, all of them,
or some of the marks. In each state a printed mark comes out shifted with some probability, so a genuine mark
near by is evidence against a shift of its kind.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from operator import add
from typing import NamedTuple

from paperclean.characters.shift_suspects import BRACKET, DIGIT, LETTER, MARK, known_suspects

__all__ = ["Fonts", "Weighed", "fitted", "printed_in", "unfitted"]

# The chance that a printed character of each kind comes out shifted, state by state.
NEVER, ALWAYS, OFTEN = math.exp(-12), 0.985, 0.4
STATES = (
    (NEVER, NEVER, NEVER, NEVER),
    (ALWAYS, NEVER, NEVER, NEVER),
    (ALWAYS, ALWAYS, NEVER, NEVER),
    (NEVER, NEVER, ALWAYS, ALWAYS),
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
TELLING = "，。、；：？！"  # marks without which no text is


class Fonts(NamedTuple):
    """The states' chances: of each suspect and each genuine mark (or kind of marks), by state."""

    shifted: dict[str, tuple[float, ...]]
    genuine: dict[str | int, tuple[float, ...]]
    enter: tuple[float, ...]


class Weighed(NamedTuple):
    """A suspect at its place, and the log odds of its two readings, as it stands and as printed.

    What a reading owes to the character before it depends on how that one is read, as it stands or as printed.
    """

    place: int
    character: str
    printed: str
    keep: float  # as it stands
    keep_after: tuple[float, float]
    stay: float  # as printed
    stay_after: tuple[float, float]
    lone: float = 0.0  # more, as printed, where not all fonts are shifted


@cache
def unfitted() -> Fonts:
    """The states as they are before anything is known of the text."""
    known = known_suspects()
    shifted = {c: tuple(math.log(p[suspect.kind]) for p in STATES) for c, suspect in known.items()}
    genuine: dict[str | int, tuple[float, ...]] = {
        kind: tuple(math.log1p(-p[kind]) for p in STATES) for kind in (BRACKET, MARK, DIGIT, LETTER)
    }
    return Fonts(shifted, genuine, (LEAVE, *(ENTER,) * (len(STATES) - 1)))


def fitted(text: str, found: dict[int, str]) -> Fonts:
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
    base = unfitted()
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


def printed_in(events: list[Weighed | tuple[float, ...]], fonts: Fonts) -> dict[int, str]:
    """By their places the suspects of *events* that are printed marks, on the likeliest path (Viterbi).

    An event is a suspect, or a genuine mark's chances by state.
    """
    shifted, _, enter = fonts
    literal = [0.0, *enter[1:]]  # score of the best path into each state, the last suspect read as it stands
    printed = [-1e9] * len(enter)  # the same, the last suspect read as a mark
    past: list[tuple[Weighed, list[float], list[float]]] = []
    for event in events:
        if not isinstance(event, Weighed):
            literal = list(map(add, literal, event))
            printed = list(map(add, printed, event))
            continue
        past.append((event, literal, printed))
        (keep_literal, keep_printed), (stay_literal, stay_printed) = event.keep_after, event.stay_after
        keep, stay = event.keep, event.stay
        # A change of state, between the last event and this one.
        top, top_printed = max(literal), max(printed)
        came = [a if a > (x := top + change) else x for a, change in zip(literal, enter, strict=True)]
        came_printed = [
            b if b > (x := top_printed + change) else x for b, change in zip(printed, enter, strict=True)
        ]
        literal = [
            (x if (x := a + keep_literal) >= (y := b + keep_printed) else y) + keep
            for a, b in zip(came, came_printed, strict=True)
        ]
        printed = [
            (x if (x := a + stay_literal) >= (y := b + stay_printed) else y) + stay + shift
            for a, b, shift in zip(came, came_printed, shifted[event.character], strict=True)
        ]
        if event.lone:
            printed = [p if state == ALL else p + event.lone for state, p in enumerate(printed)]
    return _traced(past, literal, printed, enter)


def _traced(
    past: list[tuple[Weighed, list[float], list[float]]],
    literal: list[float],
    printed: list[float],
    enter: tuple[float, ...],
) -> dict[int, str]:
    """The path that ends best, walked backwards: of each suspect on it, which state and reading led there."""
    is_mark = max(printed) > max(literal)
    ends = printed if is_mark else literal
    state = ends.index(max(ends))
    out: dict[int, str] = {}
    for event, before_literal, before_printed in reversed(past):
        if is_mark:
            out[event.place] = event.printed
        after = event.stay_after if is_mark else event.keep_after
        origin_literal = _origin(before_literal, state, enter)
        origin_printed = _origin(before_printed, state, enter)
        is_mark = origin_printed[0] + after[1] > origin_literal[0] + after[0]
        state = (origin_printed if is_mark else origin_literal)[1]
    return out


def _origin(scores: list[float], state: int, enter: tuple[float, ...]) -> tuple[float, int]:
    """The best way into *state*: its score, and from which state it came."""
    top = max(scores)
    if top + enter[state] > scores[state]:
        return top + enter[state], scores.index(top)
    return scores[state], state
