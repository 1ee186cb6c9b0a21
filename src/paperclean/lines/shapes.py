"""What lines are made of, words and numbers: rows of a table and entries of a list are made alike, sentences are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

__all__ = ["are_alike", "numbered_rows"]

# A number with what is written to it (+0.12, 27:8, G102), Chinese characters, a word with a capital, other words, signs.
PART = re.compile(
    r"(?P<d>[A-Za-z]{0,3}[+\-−]?\d[\d.,:/%½¼¾]*)|(?P<H>[\u3400-\u9fff]+)|(?P<C>[^\W\d_a-zß-öø-ÿ][^\W\d_\u3400-\u9fff]*)"
    r"|(?P<l>[^\W\d_\u3400-\u9fff]+)|(?P<sign>[^\w\s])"
)
KINDS = frozenset("dHCl")
LINKS = frozenset("—–-－·×/")  # between two names
LEAST_KINDS = (
    2  # in what is alike, or parts in Latin script; most Chinese lines without marks are of one kind
)
CLAUSES = frozenset("，。")  # which prose has
LEAST_ROWS = 4  # alike, one after the other; three are in a price list of the NZZ whose lines go on
DIGITS = frozenset("0123456789%")
# Of lines made alike there are 0.4 at most in running text, in lists of fixtures, results or names with a number or a
# country 0.9; so they never fall this far behind the others.
LEEWAY = 2


def shape(line: str) -> str:
    """The kinds of the parts of *line*, of the same kind in a row one; nothing where they tell too little.

    >>> shape("1 广州恒大 12 9 2 27:8 29"), shape("Man Utd 3-1 Leeds"), shape("的生活")
    ('dHd', 'CdC', '')
    """
    parts = [
        match[0] if match.lastgroup == "sign" else match.lastgroup or "" for match in PART.finditer(line)
    ]
    found = "".join(part for part, _ in groupby(parts))
    kinds = set(found)
    if len(KINDS & kinds) >= LEAST_KINDS or not LINKS.isdisjoint(kinds):
        return found
    return found if "H" not in kinds and len(found) > LEAST_KINDS else ""


def are_alike(texts: list[str], pairs: list[int]) -> bool:
    """Whether most of the lines numbered *pairs* are made as the line after each; in prose the first few show that not."""
    lead = LEEWAY
    for i in pairs:
        made = shape(texts[i])
        lead += 1 if made and made == shape(texts[i + 1]) else -1
        if not lead:
            return False
    return lead >= LEEWAY


def numbered_rows(texts: list[str], start: int, end: int) -> Iterator[int]:
    """The lines from *start* up to *end* that are rows of a table: with a number at an end, and made as those beside them."""
    numbered = [i for i in range(start, end) if texts[i][-1] in DIGITS or texts[i][0] in DIGITS]
    if len(numbered) < LEAST_ROWS:
        return
    first = 0
    for at, (one, other) in enumerate([*pairwise(numbered), (numbered[-1], end + 1)], 1):
        if other == one + 1:
            continue
        if at - first >= LEAST_ROWS:
            for made, rows in groupby(numbered[first:at], lambda i: shape(texts[i])):
                alike = list(rows)
                if made and len(alike) >= LEAST_ROWS and CLAUSES.isdisjoint(made):
                    yield from alike
        first = at
