"""What a text tells of its own writing: its words whole and with hyphens, its language, and how its line ends are set."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

import regex

from paperclean.lines.compounds import doubtful_parts
from paperclean.statistics.words import HYPHENS
from paperclean.survey import Survey

__all__ = [
    "ATTACHED_QUOTES",
    "ENDINGS_AT_K_K",
    "LAST_WORD",
    "LONGEST_PART",
    "WORD",
    "OwnWords",
    "plain",
]

ATTACHED_QUOTES = "»«"  # what OCR of Fraktur makes of a hyphen set as two slanted strokes
LONGEST_PART = 40  # characters of a word before its hyphen

# Letters of the scripts that divide words by hyphens: Latin, Greek, Cyrillic, and the accents above them.
LETTERS = (
    r"[A-Za-z\xaa\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0300-\u052f\u1e00-\u1fff\ua720-\ua7ff\ufb00-\ufb06'’]+"
)
WORD = re.compile(LETTERS)
LAST_WORD = regex.compile("(?r)" + LETTERS)  # from the end backwards
# Over the whole text, where the classes of `re` are many times faster
LETTER_RUN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
INNER_HYPHEN = re.compile(r"-(?=[^\W\d_A-ZÄÖÜ])(?<=\w-)")
INNER_SIGN = re.compile(r"[-‐‑⸗](?=[^\W\d_A-ZÄÖÜ])(?<=\w.)")
# Letters of Latin-1 as capital or small, where a pair is found in a tenth of the time that a pattern takes
CASES = bytes(ord("C" if chr(c).isupper() else "s" if chr(c).islower() else " ") for c in range(256))
SMALL_CAPITAL = b"sC"
DASH = regex.compile(r"--(?!\s*\n)")
MARKS_AND_LINE_ENDS = re.compile(r"[-‐‑¬\xad⸗=»«]+(?:[ \t\r]*\n\s*)?")
LANGUAGE_SAMPLE = 900  # characters from which the language is told: of 1,388 texts as 1,500 do
# Lines of a text, and the share of them that end in a hyphen, if it divides no words
LEAST_UNDIVIDED, MOST_UNDIVIDED = 30, 0.025
# Behind a letter or digit: behind a sign it may be one of a word divided
UNMARKED_LINE_END = re.compile(r"\n(?:(?<=\w\n)|(?<=\w[ \t\r\u3000]\n))([ \t\r\u3000]*\n)?(?=\s*\S)")
ENDINGS_AT_K_K = tuple(vowel + "k" for vowel in "aeiouäöü")


def plain(word: str) -> str:
    """*word* in lower case with one apostrophe and one s."""
    return word.replace("ſ", "s").replace("’", "'").lower()


class OwnWords:
    """What a text tells of its own writing, its words and its dashes; each looked up when first asked for."""

    def __init__(self, text: str, language: str | None = None) -> None:
        self._text = text
        self._language = language
        self.hyphen_signs: frozenset[str] | None = None  # found when first asked for

    @cached_property
    def language(self) -> str | None:
        """The language as given, or as the beginning of the text tells it."""
        if self._language:
            return self._language
        return Survey(_undivided(self._text[:LANGUAGE_SAMPLE])).language

    @cached_property
    def is_spaced(self) -> bool:
        """Whether blank lines stand between the lines, so that they end no paragraph.

        Marked line ends do not count, so that joining what they divide never turns the answer from no to yes.
        """
        blanks = UNMARKED_LINE_END.findall(self._text)
        return 2 * sum(map(bool, blanks)) >= len(blanks)

    @cached_property
    def divides_words(self) -> bool:
        """Whether as many lines end in a hyphen as in text that divides words: where none is divided, those that do end inside compounds.

        Asked of English alone, which has hyphens in many compounds of words in small letters.
        """
        text = self._text
        lines = text.count("\n") - text.count("\n\n")
        most = MOST_UNDIVIDED * lines
        if lines < LEAST_UNDIVIDED or text.count("-\n") > most or self.language != "en":
            return True
        return sum(text.count(sign + blank + "\n") for sign in HYPHENS for blank in ("", " ")) > most

    @cached_property
    def has_double_dashes(self) -> bool:
        """Whether the text writes a dash as two hyphens within a line."""
        return DASH.search(self._text) is not None

    @cached_property
    def has_spaced_signs(self) -> bool:
        """Whether the engine put a space before every sign, as some do."""
        return 2 * self._text.count(" ,") > self._text.count(",")

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(LETTER_RUN.findall(plain(self._text)))

    @cached_property
    def capitals_inside(self) -> frozenset[str]:
        """The words with a capital after a small letter: `MacArthur`."""
        found = set()
        cases = self._text.encode("latin-1", "replace").translate(CASES)
        at = 0
        while (at := cases.find(SMALL_CAPITAL, at) + 1) > 0:
            one = LAST_WORD.match(self._text, max(0, at - LONGEST_PART), at)
            two = WORD.match(self._text, at, at + LONGEST_PART)
            if one and two:
                found.add(one.group() + two.group())
        return frozenset(found)

    @cached_property
    def compounds(self) -> Counter[str]:
        """Neighbouring parts of words that are written with hyphens, the second one small: `au-dessus`."""
        found: Counter[str] = Counter()
        text = self._text
        any_sign = any(sign in text for sign in "‐‑⸗")
        for match in (INNER_SIGN if any_sign else INNER_HYPHEN).finditer(text):
            at = match.start()
            one = LAST_WORD.match(text, max(0, at - LONGEST_PART), at)
            two = WORD.match(text, at + 1, at + 1 + LONGEST_PART)
            if one and two and two.group()[0].islower():
                found[plain(f"{one.group()}-{two.group()}")] += 1
        return found

    @cached_property
    def doubtful_parts(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """The second parts of words, and the endings of first parts, without which a word is just divided."""
        seconds, endings = doubtful_parts(self.language)
        own = (compound[compound.index("-") + 1 :] for compound in self.compounds)
        return seconds.union(own), endings + ENDINGS_AT_K_K if self.language == "de" else endings


def _undivided(text: str) -> str:
    """The text with all its words joined, whatever they turn out to be: of the same language ever after."""
    for speck in (".¬", ",¬", ".\xad", ",\xad"):  # dropped with the mark
        text = text.replace(speck, "¬")
    return " ".join(MARKS_AND_LINE_ENDS.sub("", text).split())
