"""How well one word goes on in another over a line's end: by what words follow each other, and by what halves make whole."""

from __future__ import annotations

from collections.abc import Callable

from paperclean.statistics.vocabulary import vocabulary
from paperclean.statistics.words import HYPHENS, OLD_LETTERS, STOPS, WRAPPING, word_association

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
    pmi = word_association(language).pmi
    known = vocabulary(language)

    def follows(last: str, first: str) -> float:
        value = pmi(last, first)
        if last[-1] in HYPHENS:
            whole = last.strip(WRAPPING).rstrip(HYPHENS) + first.strip(WRAPPING + STOPS + HYPHENS)
            if whole.translate(OLD_LETTERS).lower() in known:
                value += WHOLE
        return value

    return follows
