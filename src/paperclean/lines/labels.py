"""Lines of Latin script that open an entry with a label, as others near them do: `Wo: Rathaus`, `Le feu. — Un commencement`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from paperclean.lines.latin import NO_MARK

__all__ = ["BY_LABEL", "labelled_lines"]

BY_LABEL = 9.0  # evidence of a break before an entry
LEAST_ENTRIES = 3
APART = 12  # lines from one to the next, at most
WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
# A label and what follows it, and the sign of one, which stands elsewhere in the entries no oftener than before them. Of 150 lines in such series on
# pages of ten newspapers three stand within paragraphs.
KINDS = (
    # Wann: täglich; Abg. Dr. Lieber (Ctr.): Ich
    (re.compile(rf"{WORD}(?: (?:[\w'’-]+|\w{{1,4}}\.)){{0,2}}(?: \([\w. ]{{1,12}}\))? ?: \S"), ": "),
    (re.compile(rf"{WORD}(?: [\w'’-]+){{0,4}}\. ?[—–] ?[A-ZÀ-ÖØ-Þ«„\"“]"), ". —"),
)


def labelled_lines(lines: list[str], ends: list[int], behind_ends: Iterable[int]) -> Iterator[int]:
    """The numbers of those of *lines* that open with a label: behind a sentence's end, or behind an entry of one line without a mark.

    *ends* are the classes of the marks at their ends, *behind_ends* the numbers of those whose line before ends a sentence.

    >>> shown = ["It is open.", "Where: the town", "hall.", "When: daily", "Price: a penny", "Where he stood"]
    >>> [*labelled_lines(shown, [0, 6, 0, 6, 6, 6], [1, 3])]
    [1, 3, 4]
    """
    likely = [i for i in behind_ends if ":" in lines[i][:40] or "—" in lines[i][:40] or "–" in lines[i][:40]]
    if not likely:
        return
    for label, sign in KINDS:
        run: list[int] = []
        for i in (*_with_rows(lines, ends, likely, label), len(lines) + APART):
            if run and i - run[-1] > APART:
                if len(run) >= LEAST_ENTRIES and _are_labels(lines[run[0] : run[-1] + 1], sign, len(run)):
                    yield from run
                run = []
            run.append(i)


def _with_rows(lines: list[str], ends: list[int], likely: list[int], label: re.Pattern[str]) -> Iterator[int]:
    """Those of the *likely* lines that open with a *label*, and the ones below that follow an entry of one line without a mark."""
    last = -1
    for i in likely:
        at = i
        while at > last and at < len(lines) and label.match(lines[at]):
            yield at
            last = at
            if ends[at] != NO_MARK:
                break
            at += 1


def _are_labels(entries: list[str], sign: str, count: int) -> bool:
    """Whether the *sign* of a label stands within *entries* no oftener than at the beginning of them."""
    return sum(entry.count(sign) for entry in entries) <= 2 * count
