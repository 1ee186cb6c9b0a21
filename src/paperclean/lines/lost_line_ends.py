"""Divided words within a line, in a text whose line ends became spaces: `the edu- cation of`."""

from __future__ import annotations

import re
from itertools import compress
from operator import and_

from paperclean.lines.compounds import completes_compound
from paperclean.lines.division import KEEP, decide
from paperclean.lines.misread_hyphens import is_divided_word, parts
from paperclean.lines.own_words import LONGEST_PART, OwnWords
from paperclean.statistics.vocabulary import are_two_words

__all__ = ["LONG", "hyphens_within_words", "keeps_hyphen_within"]


def _before_space(signs: str) -> re.Pattern[str]:
    return re.compile(
        rf"{signs}(?<=[^\W\d_]{{2}}{signs}) {{1,2}}(?P<within>[a-zß-öø-ÿœſ]{{2,40}})(?![^\W\d_])"
    )


HYPHEN_AND_SPACE = _before_space("-")
# What engines and typesetters' programs write for a hyphen that only divides; looked for where a text has any
ONLY_DIVIDES = "¬\xad"
SIGN_AND_SPACE = _before_space(f"[-{ONLY_DIVIDES}]")
LEAST_REST = 3  # letters; a shorter one is as often a misread word of its own: for- th commodation
LONG = 125  # characters; a shorter line may be one of a column, beside which another column stands
# Of such hyphens, how many stand inside known words, and their share, in a text whose line ends became spaces
FEWEST_SURE, LEAST_SURE = 2, 0.4
SHORTEST_WORD = 3  # letters before the hyphen; fewer are a prefix: re- placed


def hyphens_within_words(text: str, own: OwnWords) -> list[re.Match[str]]:
    """The hyphens with a space and more of the line behind them that stand inside a word, on lines that are paragraphs.

    Inside a known word always, of which one part is rare or none and the whole is more common: of 3.3 MB of news text and 1,005 clean
    texts none has such a place. Where most of a text's are, its line ends became spaces, and the others stood at them too: beside a
    part that is no word, or inside a word that is known, they divide; a sign that only divides always does there.
    """
    pattern = SIGN_AND_SPACE if any(sign in text for sign in ONLY_DIVIDES) else HYPHEN_AND_SPACE
    likely = [match for match in pattern.finditer(text) if _is_on_long_line(text, match.start())]
    found = [match for match in likely if not completes_compound(match["within"], own.language)]
    sure = [is_divided_word(_before(text, match), match["within"], own, "-") for match in found]
    long = [len(match["within"]) >= LEAST_REST for match in found]
    surest = [*map(and_, sure, long)]
    if sum(surest) < max(FEWEST_SURE, LEAST_SURE * sum(long)):
        return [*compress(found, surest)]
    return [
        match
        for match, is_sure, is_long in zip(found, sure, long, strict=True)
        if is_sure
        or text[match.start()] in ONLY_DIVIDES
        or (is_long and (keeps_hyphen_within(text, match, own) or not _are_words(text, match, own)))
    ]


def keeps_hyphen_within(text: str, match: re.Match[str], own: OwnWords) -> bool:
    """Whether the word has its hyphen without a line end too: `well- known`."""
    after = text[match.start("within") : match.start() + LONGEST_PART]
    return decide(_before(text, match), text[match.start()], after, own).action == KEEP


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - LONGEST_PART) : match.start()]


def _are_words(text: str, match: re.Match[str], own: OwnWords) -> bool:
    """Whether there are two words beside the hyphen, and none together: a dash may stand there."""
    _, left, right = parts(_before(text, match) + "-", match["within"])
    return len(left) >= SHORTEST_WORD and are_two_words(left, right, own.language)


def _is_on_long_line(text: str, at: int) -> bool:
    before, after = text.rfind("\n", max(0, at - LONG), at), text.find("\n", at, at + LONG)
    start = before if before >= 0 else max(-1, at - LONG - 1)
    end = after if after >= 0 else min(len(text), at + LONG)
    return end - start > LONG
