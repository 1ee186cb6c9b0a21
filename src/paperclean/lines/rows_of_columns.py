"""Rows in which the lines of several columns follow one another, the gutters lost, as the hyphens tell that stand within them."""

from __future__ import annotations

import re

from paperclean.lines.compounds import GOING_ON

__all__ = ["are_rows_of_columns"]

DIVIDING = "-⸗¬"
AFTER_LETTERS = rf"[{DIVIDING}](?<=[^\W\d_][a-zß-öø-ÿœſ][{DIVIDING}])"
HYPHEN_WITHIN = re.compile(rf"{AFTER_LETTERS} {{1,2}}(?P<after>[^\W\d_]{{2,40}})(?![-'’])")
# Blanks stand where a divided word was put together
DIVIDED_AT_END = re.compile(rf"(?:{AFTER_LETTERS}|  )\n")
SUSPENDED = frozenset[str]().union(*GOING_ON.values())  # Bezirks- und Ortsvereine
# Where as many columns stand beside each other as a newspaper has, so many hyphens stand within rows for each at an end; more
# where each paragraph is one long line, whose line ends became spaces.
FEWEST_WITHIN, FEWEST_AT_ENDS = 8, 2
LEAST_WITHIN, MOST_WITHIN = 0.5, 10.0


def are_rows_of_columns(text: str, known: int = 0) -> bool:
    """Whether columns broke the lines of *text* and each is a row of theirs, so that none goes on in the next.

    *known* of the hyphens within lines stand inside words that are known.
    """
    if not any(hyphen in text and f"{hyphen} " in text for hyphen in DIVIDING):
        return False
    within = sum(match["after"] not in SUSPENDED for match in HYPHEN_WITHIN.finditer(text)) - known
    if within < FEWEST_WITHIN:
        return False
    at_ends = len(DIVIDED_AT_END.findall(text))
    return at_ends >= FEWEST_AT_ENDS and LEAST_WITHIN * at_ends <= within <= MOST_WITHIN * at_ends
