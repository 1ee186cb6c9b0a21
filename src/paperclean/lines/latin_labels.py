"""Lines of Latin script that open an entry with a label, as others near them do: `Wo: Rathaus`, `Le feu. — Un commencement`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from paperclean.lines.latin import NO_MARK
from paperclean.lines.runs import near_each_other

__all__ = ["BY_LABEL", "labelled_lines"]

BY_LABEL = 9.0  # evidence of a break before an entry
LEAST_ENTRIES = 3
APART = 12  # lines from one to the next, at most
WITHIN = 40  # characters of a line, in which a label ends
WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
# Of 150 lines in such series on pages of ten newspapers three stand within paragraphs.
# Wann: täglich; Abg. Dr. Lieber (Ctr.): Ich; Petra Schulz, 44, Lehrerin: „Ja
LABEL = re.compile(
    rf"{WORD}(?: (?:[\w'’-]+|\w{{1,4}}\.)){{0,2}}(?: \([\w. ]{{1,12}}\)|, \d\d(?:, \w+)?)? ?: \S"
)
# Le feu. — Un; Odéon, 8 h. 1/4. — L'Arlésienne; M. Gaudin (soc., Var). — Et
HEAD = re.compile(
    rf"{WORD}[^.:;!?—–]{{0,30}}(?:\. ?(?:[¼½¾]|\d/\d))?(?:\([^()]{{2,30}}\))?\. ?[—–] ?[A-ZÀ-ÖØ-Þ«„\"“\d]"
)


def labelled_lines(lines: list[str], ends: list[int], behind_ends: Iterable[int]) -> Iterator[int]:
    """The numbers of those of *lines* that open with a label: behind a sentence's end, or behind an entry of one line without a mark.

    *ends* are the classes of the marks at their ends, *behind_ends* the numbers of those whose line before ends a sentence.

    >>> shown = ["It is open.", "Where: the town", "hall.", "When: daily", "Price: a penny", "Where he stood"]
    >>> [*labelled_lines(shown, [0, 6, 0, 6, 6, 6], [1, 3])]
    [1, 3, 4]
    """
    labels, heads = [], []
    for i in behind_ends:
        near = lines[i][:WITHIN]
        if ":" in near:
            labels.append(i)
        elif "—" in near or "–" in near:
            heads.append(i)
    if labels:
        yield from _entries(lines, [*_with_rows(lines, ends, labels)], ": ")
    if heads:
        found = {i for i in heads if HEAD.match(lines[i])}
        found |= {i - 1 for i in found if HEAD.match(lines[i - 1])}
        yield from _entries(lines, sorted(found), ". —")


def _with_rows(lines: list[str], ends: list[int], likely: list[int]) -> Iterator[int]:
    """Those of the *likely* lines that open with a label, and the ones below that follow an entry of one line without a mark."""
    for i in likely:
        at = i
        while at < len(lines) and LABEL.match(lines[at]):
            yield at
            if ends[at] != NO_MARK:
                break
            at += 1


def _entries(lines: list[str], found: list[int], sign: str) -> Iterator[int]:
    """Those of the lines *found*, three and more, if the *sign* of their labels stands elsewhere in them no oftener."""
    for run in near_each_other(found, APART):
        entries = "\n".join(lines[run[0] : run[-1] + 1])
        if len(run) >= LEAST_ENTRIES and entries.count(sign) <= 2 * len(run):
            yield from run
