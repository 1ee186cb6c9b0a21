"""Large initials of a paragraph, which extractors put on a line of their own: `T⏎he rain had ceased`, `T⏎HE RAIN had ceased`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperclean.lines.own_words import OwnWords, plain
from paperclean.statistics.vocabulary import vocabulary

__all__ = ["initials", "rests_in_capitals"]

INITIAL = re.compile(r"[\"“„«‘']?([^\W\d_])")
REST = re.compile(r"[^\W\d_]+(?!\.)")
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
    likely = (i for i, line in enumerate(texts) if len(line) <= LONGEST and goes_on[i])
    return _of_known_words(texts, (i for i in likely if not (i and goes_on[i - 1])))


def rests_in_capitals(texts: list[str]) -> list[int]:
    """The numbers of those lines that open with the rest of a word in capitals, whose large initial is the line before.

    >>> rests_in_capitals(["T", "HE RAIN had ceased, and", "the trees still wept"])
    [1]
    """
    if min(map(len, texts)) > LONGEST:
        return []
    likely = (
        i for i, line in enumerate(texts[:-1]) if len(line) <= LONGEST and _is_in_capitals(texts[i + 1])
    )
    return [i + 1 for i in _of_known_words(texts, likely)]


def _is_in_capitals(line: str) -> bool:
    rest = REST.match(line)
    return rest is not None and rest.group().isupper()


def _of_known_words(texts: list[str], likely: Iterator[int]) -> Iterator[int]:
    """Those of the *likely* lines that are a capital which makes a word that is known of the first letters of the next line."""
    words = None
    for i in likely:
        initial, rest = INITIAL.fullmatch(texts[i]), REST.match(texts[i + 1])
        if initial is None or rest is None or not initial[1].isupper():
            continue
        if words is None:
            words = vocabulary(OwnWords(" ".join(texts)).language)
        word = words.get(plain(initial[1] + rest.group()), 0)
        alone = words.get(plain(rest.group()), 0) if initial[1] in WORDS and len(rest.group()) > 1 else 0
        if word > alone:
            yield i
