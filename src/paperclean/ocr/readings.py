"""What a word may have been printed as: the known words that misread letters make of it, and how likely each is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from paperclean.ocr.misreadings import misreadings
from paperclean.ocr.spellings import spellings
from paperclean.statistics.lexicon import lexicon

__all__ = ["Reading", "reading"]

# The share of words of newspapers that no lexicon has: names, compounds, spellings of their time
UNKNOWN = math.log(0.15)
LAST = 1.5  # nats that a last letter is surer than others: there endings differ, and both words are words
INFLECTED = frozenset("mnrs")  # last letters that differ in words of one stem
SPELLED = 4.0  # nats that a spelling of another time is rarer than today's; as often as a letter is misread
TWICE = 2.0  # nats that two misreadings in a word are dearer than one and one
LONGEST = 2  # letters that are misread together
LEAST_FOR_TWO = 5  # letters of a word that may be misread twice
KEPT = 1 << 16  # words whose readings are remembered; a year has more, but the same ones come again


class Reading(NamedTuple):
    """The likeliest known word that another was misread from."""

    word: str
    score: float  # log share of the word and of its being misread so, on a page where three words in a hundred are
    others: float  # of all other known words together
    unread: float  # log share of the word as it stands, a rare one or one that the lexicon lacks

    def odds(self, dirt: float) -> float:
        """The log odds of this reading on a page that is misread e^*dirt* times as often."""
        read, others = self.score + dirt, self.others + dirt
        most = max(others, self.unread)
        return read - most - math.log(math.exp(others - most) + math.exp(self.unread - most))


@lru_cache(maxsize=KEPT)
def reading(word: str, language: str) -> Reading | None:
    """The likeliest reading of *word*, other than itself; None where misread letters make no known word of it.

    >>> reading("tbe", "en").word, reading("Georgo", "en").word, reading("bwrtor", "en")
    ('the', 'George', None)
    """
    known = lexicon(language).log_share
    small = word.lower()
    scores: dict[str, tuple[float, str]] = {}
    for printed, score in _printed(word, language, small not in known and len(word) >= LEAST_FOR_TWO):
        share = known.get(low := printed.lower())
        if share is not None and (low not in scores or share + score > scores[low][0]):
            scores[low] = (share + score, printed)
    scores.pop(small, None)
    if not scores:
        return None
    (best, printed), *rest = sorted(scores.values(), reverse=True)
    others = -math.inf
    if rest:
        others = rest[0][0] + math.log(sum(math.exp(score - rest[0][0]) for score, _ in rest))
    return Reading(_in_case(printed, word), best, others, _unread(small, language))


def _unread(word: str, language: str) -> float:
    """The log share of *word*, in small letters, as it stands: as a known word, as one in another time's spelling, or as any letters."""
    words = lexicon(language)
    then = max(words.log_share.get(spelled, -math.inf) for spelled in spellings(word, language)) - SPELLED
    return max(words.log_share.get(word, -math.inf), then, UNKNOWN + words.letters.log_share(word))


def _printed(word: str, language: str, twice: bool) -> Iterator[tuple[str, float]]:
    """What *word* was if one of its letters, or two beside each other, were misread; also if it was misread *twice*.

    Only what begins like a known word up to the misreading and ends like one behind it is tried, which is little of what letters
    could make.
    """
    words = lexicon(language)
    small = word.lower()
    size = len(word)
    first_end = size - words.known_end(small)  # what was misread reaches at least so far
    last_begin = max(0, first_end - LONGEST)
    begin = 0 if twice else last_begin
    for start, end, printed, score in _misread(word, begin, words.known_beginning(small), language):
        if end >= first_end:
            yield word[:start] + printed + word[end:], score
        if not twice or len(printed) > end - start:
            continue
        begun = word[:start] + printed
        good = words.known_beginning(begun.lower() + small[end:])
        if good < len(begun):
            continue
        for again, last, second, more in _misread(
            word, max(end, last_begin), good - len(begun) + end, language
        ):
            if last >= first_end and len(second) <= last - again:
                yield begun + word[end:again] + second + word[last:], score + more - TWICE


def _misread(word: str, begin: int, until: int, language: str) -> Iterator[tuple[int, int, str, float]]:
    """Where in *word* letters may be misread that begin from *begin* on and not behind *until*: their ends, what was printed, the log odds."""
    table = misreadings(language)
    size = len(word)
    for start in range(begin, until + 1):
        for end in range(start, min(start + LONGEST, size) + 1):
            for printed, score in table.get(word[start:end], ()):
                at_end = end == size and end > start and size >= LEAST_FOR_TWO - 1
                if at_end and word[start:end] in INFLECTED and printed in INFLECTED:
                    continue
                yield start, end, printed, score - LAST * at_end


def _in_case(printed: str, word: str) -> str:
    """*printed* in capitals if most of *word* is, with a capital if either begins with one."""
    if len(word) > 1 and 2 * sum(map(str.isupper, word)) > len(word):
        return printed.upper()
    if word[0].isupper() or printed[0].isupper():
        return printed[0].upper() + printed[1:].lower()
    return printed.lower()
