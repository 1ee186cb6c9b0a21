"""How well one word goes on in another over a line's end: by what words follow each other, and by what halves make whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from paperclean.statistics.vocabulary import vocabulary
from paperclean.statistics.words import HYPHENS, LEAST, MOST, whole_word, word_association

__all__ = ["sequels"]

# Nats for halves of a known word. In the German papers as much can be had from 2.5 to 4; a charge for halves of none
# costs misread pages more than it gives.
WHOLE = 3.0


def sequels(language: str | None) -> Callable[[str, str], float]:
    """How well, in *language*, a word at the end of a line goes on in one at the beginning of the next, in nats.

    >>> follows = sequels("de")
    >>> follows("Regie-", "rung") > follows("Regie-", "lungen") + 2
    True
    """
    table, known = word_association(language), vocabulary(language)
    pmi = table.pmi
    # The words of a page are asked for again and again, in ever new pairs.
    associations = cache(lambda last: table.following(table.left_class(last)))
    kind = cache(table.right_class)

    def follows(last: str, first: str) -> float:
        if last[-1] not in HYPHENS:
            value = associations(last)[kind(first)]
            return LEAST if value < LEAST else min(value, MOST)
        value = pmi(last, first)
        return value + WHOLE if whole_word(last, first) in known else value

    return follows
