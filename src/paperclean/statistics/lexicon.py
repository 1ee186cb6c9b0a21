"""The words of a language, how common they are, and how likely letters make a word that is not among them."""

from __future__ import annotations

import lzma
import math
from bisect import bisect_left
from collections import Counter
from functools import cache
from importlib.resources import files

__all__ = ["Letters", "Lexicon", "lexicon"]

TEN = math.log(10)
BILLION = 9  # the Zipf frequency of a word that nothing else stands beside
BEFORE, AFTER = "\x02\x02\x02", "\x03"  # what stands around a word's letters
ORDER = 4  # letters whose company is counted
OTHERS = 20  # letters that no known word holds


class Letters:
    """How surprising a word's letters are: each after the three before it, as in the words of a lexicon.

    Shares of longer and shorter runs of letters are mixed as by I. H. Witten and T. C. Bell, "The zero-frequency problem" (1991),
    method C: what may follow a run is as likely to be new as the run has had different followers.
    """

    def __init__(self, words: list[str]) -> None:
        text = "".join(f"{BEFORE}{word}{AFTER}" for word in words)
        longest = Counter(zip(*(text[i:] for i in range(ORDER)), strict=False))
        counts = {"".join(run): count for run, count in longest.items() if run[-1] != BEFORE[0]}
        self._runs: dict[str, int] = {}
        self._times: dict[str, int] = {}
        self._followers: dict[str, int] = {}
        while counts:
            self._runs |= counts
            shorter: dict[str, int] = {}
            for run, count in counts.items():
                before, behind = run[:-1], run[1:]
                self._times[before] = self._times.get(before, 0) + count
                self._followers[before] = self._followers.get(before, 0) + 1
                if behind:
                    shorter[behind] = shorter.get(behind, 0) + count
            counts = shorter
        self._shares: dict[str, float] = {}

    def _share(self, run: str) -> float:
        """How often the last letter of *run* follows the others."""
        if len(run) == 1:
            kinds = self._followers[""] + OTHERS
            return (self._runs.get(run, 0) + 0.5) / (self._times[""] + 0.5 * kinds)
        before, shorter = run[:-1], self._share(run[1:])
        if before not in self._times:
            return shorter
        times, followers = self._times[before], self._followers[before]
        return (self._runs.get(run, 0) + followers * shorter) / (times + followers)

    def log_share(self, word: str) -> float:
        """The logarithm of the share of *word*, in small letters, among all that letters could make."""
        text = f"{BEFORE}{word}{AFTER}"
        total = 0.0
        for i in range(len(text) - ORDER + 1):
            run = text[i : i + ORDER]
            share = self._shares.get(run)
            if share is None:
                share = self._shares[run] = math.log(self._share(run))
            total += share
        return total


class Lexicon:
    """60,000 words of a language in small letters, each with the logarithm of its share of running text (`log_share`)."""

    def __init__(self, language: str) -> None:
        packed = files("paperclean.data").joinpath(f"lexicon_{language}.txt.xz").read_bytes()
        self.log_share: dict[str, float] = {}
        for line in lzma.decompress(packed).decode("utf-8").split("\n"):
            zipf, *words = line.split(" ")
            self.log_share |= dict.fromkeys(words, (float(zipf) - BILLION) * TEN)
        self.letters = Letters(list(self.log_share))
        self._forwards = sorted(self.log_share)
        self._backwards = sorted(word[::-1] for word in self.log_share)

    def known_beginning(self, letters: str) -> int:
        """How many of the first *letters* a word of the lexicon begins with, at most."""
        return _known(self._forwards, letters)

    def known_end(self, letters: str) -> int:
        """How many of the last *letters* a word of the lexicon ends in, at most."""
        return _known(self._backwards, letters[::-1])


def _known(words: list[str], letters: str) -> int:
    """How many of the first *letters* some of *words*, which are sorted, begin with: one of the two where *letters* would stand."""
    at = bisect_left(words, letters)
    return max(_alike(letters, word) for word in words[max(0, at - 1) : at + 1])


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of *language*, one of those with Latin script, read from the package on first use.

    >>> english = lexicon("en")
    >>> english.log_share["the"] > english.log_share["council"] > english.log_share["barley"], "tbat" in english.log_share
    (True, False)
    >>> english.letters.log_share("barter") > english.letters.log_share("bwrtor")
    True
    """
    return Lexicon(language)
