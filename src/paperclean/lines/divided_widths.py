"""The widths of lines as printed, before divided words were put together on one of their two lines."""

from __future__ import annotations

from paperclean.lines import latin, typefaces
from paperclean.lines.full_widths import full_widths, in_steps
from paperclean.lines.habits import ENDS_SENTENCE, Habits

__all__ = ["as_divided", "as_printed"]

STUMP = 1.5  # units that a divided word has on either line, at least
CLOSE = 2.5  # units from the full width within which a line counts as full
FEWEST_OVER = 1.0  # units by which a line with a very long last word must exceed the full width
OVER, OVER_LESS_BY_LETTER = 4.0, 0.25  # and one with a shorter word
AROUND = 4  # lines before and after a block that tell of its width as well


def as_divided(
    texts: list[str], widths: list[float], ends: list[int], habits: Habits
) -> tuple[list[float], list[int]]:
    """Widths and end marks as they were before divided words were put together on the first of their lines.

    Such a line is wider than its column by the rest of its last word, and the next one narrower by as much.
    """
    widths, ends = widths[:], ends[:]
    tails = [len(text) - text.rfind(" ") - 1 for text in texts]
    size, block = len(widths), habits.block
    carried = 0.0
    for start in range(0, size, block):
        near = slice(max(0, start - AROUND), start + block + AROUND)
        full = _fullest(widths[near], tails[near], habits)
        for i in range(start, min(size, start + block)):
            width = widths[i] + carried
            carried = _rest(width - full, tails[i])
            if carried:
                width = full
                # A line that ends a sentence ends with a word put together and its full stop, as one in twenty does.
                if ends[i] > ENDS_SENTENCE:
                    ends[i] = latin.HYPHEN
            widths[i] = width
    return widths, ends


def _fullest(widths: list[float], tails: list[int], habits: Habits) -> float:
    """The width of the column that explains most of these lines."""
    most, full = -1e9, widths[0]
    for steps in full_widths(in_steps(widths, habits.quantum), habits):
        candidate = steps * habits.quantum
        carried = explained = 0.0
        for width, tail in zip(widths, tails, strict=True):
            surplus = width + carried - candidate
            carried = _rest(surplus, tail)
            if carried:
                explained += 0.75
            elif -CLOSE < surplus < CLOSE:
                explained += 1.0
            elif surplus > CLOSE:
                explained -= 0.5
        if explained > most:
            most, full = explained, candidate
    return full


def _rest(surplus: float, tail: int) -> float:
    """The width of what belongs to the next line, where the last word, of *tail* letters, may have been divided."""
    if (
        surplus > FEWEST_OVER
        and surplus > OVER - OVER_LESS_BY_LETTER * tail
        and STUMP < surplus < tail - STUMP
    ):
        return surplus
    return 0.0


def as_printed(
    texts: list[str], widths: list[float], spaces: list[int], habits: Habits, face: bytes
) -> tuple[list[float], list[int]]:
    """Widths as they were before words were put together, and the lines that ended inside one.

    As many *spaces* stand at the end of such a line as letters came up to it, or went from it down to the next
    line where the rest of the word was all that stood there.
    """
    moved = [i for i in range(len(texts) - 1) if 1 < spaces[i] < len(texts[i])]
    if not moved:
        return widths, moved
    full, down = 0.0, {}
    if words := [i for i in moved if " " not in texts[i + 1]]:
        full = full_widths(in_steps(widths, habits.quantum), habits, 1)[0] * habits.quantum
        gone_down = typefaces.widths([texts[i + 1][: spaces[i]] for i in words], face)
        down = dict(zip(words, gone_down, strict=True))
    widths = widths[:]
    space, hyphen = face[ord(" ")] / 100, face[ord("-")] / 100
    up = typefaces.widths([texts[i][-spaces[i] :] for i in moved], face)
    for i, came_up in zip(moved, up, strict=True):
        went_down = down.get(i)
        if went_down is not None and abs(widths[i] + went_down - full) <= abs(widths[i] - came_up - full):
            widths[i] += went_down + space + hyphen
            widths[i + 1] -= went_down
        else:
            widths[i] += hyphen - came_up
            widths[i + 1] += came_up + space
    return widths, moved
