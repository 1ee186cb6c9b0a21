"""Hyphens at line ends that OCR read as another sign, told by the words: `gewor.` before `den` is `geworden`."""

from __future__ import annotations

import re

from paperclean.lines.division import LONGEST_PART, OwnWords, plain
from paperclean.statistics.vocabulary import COMMON, RARE, vocabulary

__all__ = ["are_words", "signs_in_word"]

# What engines make of a hyphen: another sign, a sign and a hyphen, or a hyphen that stands apart
SIGNS = re.compile(r"(?:[-‐.,;:*>|■•'\"“^~_=»«]-?| -)\Z")
MOST_SIGNS = 2
SHORTEST_PART = 2
REST = re.compile(r"[a-zß-öø-ÿœſ]{2,40}(?![^\W\d_])")


def signs_in_word(text: str, line_end: int, before: str, own: OwnWords) -> int:
    """How many signs stand at the *line_end* inside a word that is known; 0 if none do.

    *before* is the line up to there. One of the parts must be rare, and the word more common: two words that happen to
    stand beside each other, *war, um* or *oben, auf*, are each as common as the one they would make, or it is none.
    """
    signs, left, right = _parts(text, line_end, before)
    if not signs:
        return 0
    words = vocabulary(own.language)
    least = min(words.get(left, 0), words.get(right, 0))
    return signs if least <= RARE and words.get(left + right, 0) > least else 0


def are_words(text: str, line_end: int, before: str, own: OwnWords) -> bool:
    """Whether common words stand on both sides of a sign at the *line_end*, and together make none that is known."""
    _, left, right = _parts(text, line_end, before)
    words = vocabulary(own.language)
    return min(words.get(left, 0), words.get(right, 0)) >= COMMON and left + right not in words


def _parts(text: str, line_end: int, before: str) -> tuple[int, str, str]:
    """The number of signs at the *line_end*, and what stands there before them and after, as `plain` writes it.

    0 and no parts where the next line begins with anything but a word in small letters.
    """
    rest = REST.match(text, line_end + 1)
    signs = SIGNS.search(before, max(0, len(before) - MOST_SIGNS)) if rest else None
    if rest is None or signs is None:
        return 0, "", ""
    end = start = signs.start()
    least = max(0, end - LONGEST_PART)
    while start > least and before[start - 1].isalpha():
        start -= 1
    if end - start < SHORTEST_PART:
        return 0, "", ""
    return len(before) - end, plain(before[start:end]), plain(rest.group())
