"""Large initials of a paragraph, which extractors put on a line of their own: `T⏎he rain had ceased`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperclean.lines.division import OwnWords, plain
from paperclean.statistics.vocabulary import vocabulary

__all__ = ["initials"]

INITIAL = re.compile(r"[\"“„«‘']?([^\W\d_])")
REST = re.compile(r"[^\W\d_]+")
WORDS = frozenset("AIOYÀ")  # letters that are words themselves, in one language or another
LONGEST = 2  # characters of such a line, a quotation mark among them


def initials(texts: list[str], goes_on: list[float]) -> Iterator[int]:
    """The numbers of those lines that go on that are the large initial of a word in the next.

    They open a paragraph, and make a word that is known; where the letter is a word as well, one more common than the rest.

    >>> [*initials(["T", "he rain had ceased, and", "the trees still wept"], [1.0, 1.0, 0.0])]
    [0]
    >>> [*initials(["A", "way was found for them"], [1.0, 0.0])]
    []
    """
    words = None
    for i, line in enumerate(texts):
        if len(line) > LONGEST or not goes_on[i] or (i and goes_on[i - 1]):
            continue
        initial, rest = INITIAL.fullmatch(line), REST.match(texts[i + 1])
        if initial is None or rest is None or not initial[1].isupper():
            continue
        if words is None:
            words = vocabulary(OwnWords(" ".join(texts)).language)
        word = words.get(plain(initial[1] + rest.group()), 0)
        alone = words.get(plain(rest.group()), 0) if initial[1] in WORDS and len(rest.group()) > 1 else 0
        if word > alone:
            yield i
