"""The head of an article in Latin print: a kicker, a headline of one line or several, and decks below it.

Which lines are one is told by what the compositor did: blank lines, capitals, the measure; and by words that lead on.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from paperclean.article.affinity import Term
from paperclean.article.measures import Measured
from paperclean.lines.latin import LEADING_ON, STOPS
from paperclean.searches import deferred_regex

__all__ = ["LOWER", "RAG", "goes_on_in", "headline_part", "is_deck_below", "letter_case"]

LOWER = deferred_regex(r"\p{Ll}")
LONG_WORD = deferred_regex(r"(?<![\p{L}'’-])\p{L}{4,}")
LEADS_ON = frozenset(",:-–—&")
RAG = 1.6  # em by which the second line of a broken headline may be wider than the first
SIZES = ("capitals", "title", "sentence")  # what stands below what
KICKER_WORDS = 3  # at most


def goes_on_in(one: Measured, other: Measured) -> bool:
    """Whether a display line in Latin script goes on in the one below it."""
    last = one.text[-1]
    if other.text[0].islower():
        return True
    if other.parted:
        return False
    first, second = letter_case(one.text), letter_case(other.text)
    if first and second and first != second and (not other.stacked or "capitals" in {first, second}):
        return False
    if other.stacked or last in LEADS_ON or one.text.rsplit(None, 1)[-1] in LEADING_ON:
        return True
    return last not in STOPS and max(other.widths) <= one.widths[-1] + RAG


def is_deck_below(case: str, below: str) -> bool:
    """Whether a line set in one *case* is a headline, and one *below* it, which is set in smaller letters, its deck."""
    return below != "" and case in SIZES[: SIZES.index(below)]


def letter_case(text: str) -> str:
    """How *text* is set: `capitals`, `title` with a capital to each long word, or `sentence`; nothing where it does not tell."""
    if not LOWER.search(text):
        return "capitals"
    words = LONG_WORD.findall(text)
    if words and text.startswith(words[0]):
        del words[0]
    if not words:
        return ""
    return "title" if all(word[0].isupper() for word in words) else "sentence"


def headline_part(parts: Sequence[Sequence[Measured]], words: Collection[Term]) -> int:
    """Which of the *parts* of a head is its headline: the first, unless that is a kicker.

    A kicker is a word or two that name a field (`FOREIGN AFFAIRS`), above a longer part; none of them is among the *words* of the text, or
    the page has the same one elsewhere.
    """
    if len(parts) < 2 or len(parts[0]) > 1:
        return 0
    first, second = parts[0][0], parts[1]
    short = len(first.text.split())
    longer = sum(len(line.text.split()) for line in second)
    if short > KICKER_WORDS or longer <= short:
        return 0
    return int(first.words.isdisjoint(words) or first.page.repeats(first.text, first.start))
