"""What becomes of the mark at the end of a divided word: dropped, kept, or left for a second part to come."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

import regex

from paperclean.lines.compounds import LINKS, NO_LINKS, doubtful_parts, keeps_hyphen, names_street, suspends
from paperclean.statistics.vocabulary import are_two_words
from paperclean.survey import Survey

__all__ = [
    "ATTACHED_QUOTES",
    "DIVIDED",
    "DIVIDED_LETTER",
    "DROP",
    "GERMAN_PREFIXES",
    "HYPHENS",
    "KEEP",
    "LAST_WORD",
    "LEAVE",
    "LONGEST_PART",
    "SIGNS_FOR_LETTERS",
    "OwnWords",
    "Verdict",
    "decide",
    "plain",
]

HYPHENS = "-‐‑¬\xad⸗="
ATTACHED_QUOTES = "»«"  # what OCR of Fraktur makes of a hyphen set as two slanted strokes

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
# Quotes and specks before the rest of a word
NOISE = regex.compile(r"(?:[„“”\"'»«•■¦|!*,.:;]{1,2}|[„“”\"'»«•■¦|!*.:;¦ ]{1,3} )(?=\p{Ll}{2})")
GERMAN_K = regex.compile(
    r"k(?:e[lnrst]?|eln|elt|e[lr]n?s|ern|erte?n?|ens|end\w*|et\w*|te[nrs]?|ung\w*|ig\w*)"
)
# No words, and no hyphen is printed after them
GERMAN_PREFIXES = frozenset(["be", "emp", "ent", "ge", "ver", "zer"])
# Endings with the s that links a compound's parts, which no word by itself has: Regierungs-|Collegio
GERMAN_FIRSTS = ("ungs", "heits", "keits", "schafts", "tions", "täts")
SAINTS = frozenset(["saint", "sainte"])  # before a name, in capitals: RUE SAINT-|DENIS
ENDINGS_AT_K_K = tuple(vowel + "k" for vowel in "aeiouäöü")
MARKS_AND_LINE_ENDS = re.compile(r"[-‐‑¬\xad⸗=»«]+(?:[ \t\r]*\n\s*)?")
# Lines of a text, and the share of them that end in a hyphen, if it divides no words
LEAST_UNDIVIDED, MOST_UNDIVIDED = 30, 0.025
LANGUAGE_SAMPLE = 900  # characters from which the language is told: of 1,388 texts as 1,500 do
# Behind a letter or digit: behind a sign it may be one of a word divided
UNMARKED_LINE_END = re.compile(r"\n(?:(?<=\w\n)|(?<=\w[ \t\r\u3000]\n))([ \t\r\u3000]*\n)?(?=\s*\S)")
# Capitals of an abbreviation before a small letter, at most; French has none there, and in English and Dutch more are a word misread
LONGEST_ABBREVIATION = {"de": 5, "en": 3, "nl": 3}
VOWELS = frozenset("AEIOUÄÖÜ")  # behind which German divides a word now and then
LONGEST_PART = 40  # characters of a word before its hyphen
SIGNS_FOR_LETTERS = frozenset("&*)<")  # what OCR makes of a word's last letter now and then: emp&-|cher

DROP, KEEP, LEAVE = "drop", "keep", "leave"


class Verdict(NamedTuple):
    """*action* is `drop`, `keep` (glue the rest to the hyphen) or `leave`; *letter* replaces the last letter."""

    action: str
    reason: str
    confidence: float
    letter: str = ""


DIVIDED = Verdict(DROP, "a small letter after the hyphen", 0.99)
DIVIDED_LETTER = Verdict(DROP, "a small letter after the hyphen", 0.9)
ONLY_DIVIDES = Verdict(DROP, "a mark that only divides words", 0.99)
SUSPENDED = Verdict(LEAVE, "a compound to be completed later", 0.95)
COMPOUND = Verdict(KEEP, "a word that is written with a hyphen", 0.9)
UNDIVIDED = Verdict(KEEP, "two words, in a text that divides none", 0.8)
LINKED = Verdict(KEEP, "a small word inside a compound", 0.9)
ABBREVIATION = Verdict(KEEP, "capitals before a small letter", 0.8)


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


def decide(before: str, mark: str, after: str, own: OwnWords) -> Verdict:
    """Judge the *mark* between *before*, the line's last characters, and *after*, the next line's first.

    Evidence in order: what the mark is, digits and case, the suspended compound, the language's own
    hyphenated words, the text's own words.
    """
    head = WORD.match(after)
    if head is None or after[0] in "'’":
        return _before_no_letter(before, mark, after)
    stem = LAST_WORD.match(before[-LONGEST_PART:])
    if stem is None:
        if before[-1:].isdigit():  # das 7-|jährige Jubiläum, XHY1-1-|1井
            return Verdict(KEEP, "a number before the hyphen", 0.9)
        if before[-1:] in SIGNS_FOR_LETTERS and plain(head.group()) not in own.doubtful_parts[0]:
            return Verdict(DROP, "a letter before the hyphen that was read as a sign", 0.8)
        return Verdict(LEAVE, "no word before the mark", 0.6)
    left, right = stem.group(), head.group()
    if not (right[0].islower() or right[0].isupper()):
        return Verdict(LEAVE, "no word after the mark", 0.6)
    if right[0].isupper():
        return _before_capital(left, right, mark, own)
    if "¬" in mark or "\xad" in mark:
        return ONLY_DIVIDES
    if _is_link(left, right, before[: -len(left)], own.language):
        return LINKED
    if left.isupper() and right.islower() and _is_abbreviation(left, before, own.language):
        return ABBREVIATION
    return _of_parts(left, right, after, own)


def _of_parts(left: str, right: str, after: str, own: OwnWords) -> Verdict:
    """Judge the hyphen between two parts of a word; *after* begins with the second."""
    language = own.language
    if names_street(left, right, language):
        return COMPOUND
    if _opens_compound(right, after, language):
        return COMPOUND
    left, right = plain(left), plain(right)
    if suspends(left, right, after, language):
        return SUSPENDED
    if own.compounds and (apart := own.compounds.get(f"{left}-{right}", 0)):
        whole = own.words.get(left + right, 0)
        if apart > whole:
            return Verdict(KEEP, "the text has the word with its hyphen", 0.95)
    if keeps_hyphen(left, right, language):
        return COMPOUND
    if not own.divides_words and are_two_words(left, right, language):
        return UNDIVIDED
    if language == "de" and left.endswith(ENDINGS_AT_K_K) and GERMAN_K.fullmatch(right):
        return Verdict(DROP, "ck divided as k-k", 0.9, "c")
    return DIVIDED if len(left) > 1 else DIVIDED_LETTER


def _before_no_letter(before: str, mark: str, after: str) -> Verdict:
    if after[:1].isdigit() and before[-1:].isalnum() and mark in "-‐‑⸗":
        return Verdict(KEEP, "a number after the hyphen", 0.9)
    if after[:1] in "-‐⸗" and after[1:2].isalpha() and before[-1:].isalpha():
        return Verdict(DROP, "the hyphen is printed again on the next line", 0.9)
    if before[-1:].isalpha() and NOISE.match(after):
        return Verdict(DROP, "the word goes on after a quotation mark or speck", 0.7)
    return Verdict(LEAVE, "no word after the mark", 0.6)


def _before_capital(left: str, right: str, mark: str, own: OwnWords) -> Verdict:
    if mark in {*"=»«", "--"}:
        if left.endswith(GERMAN_FIRSTS):
            return Verdict(KEEP, "a part of a word that is none by itself", 0.8)
        return Verdict(LEAVE, "the mark may be no hyphen", 0.5)
    if "¬" in mark or "\xad" in mark:
        if left.isupper():
            return ONLY_DIVIDES
        return Verdict(LEAVE, "a capital after a mark that divides words", 0.5)
    if len(left) > 1 and len(right) > 1 and left.isupper() and right.isupper():
        one, two = plain(left), plain(right)
        if one in SAINTS or keeps_hyphen(one, two, own.language) or names_street(left, two, own.language):
            return COMPOUND
        return Verdict(DROP, "a word in capitals", 0.9)
    if left + right in own.capitals_inside:
        return Verdict(DROP, "the text has the word whole", 0.95)
    if left.lower() in GERMAN_PREFIXES and own.language == "de":
        return Verdict(DROP, "a prefix that is part of its word", 0.8)
    return Verdict(KEEP, "a capital after the hyphen", 0.95)


def _is_link(left: str, right: str, further: str, language: str | None) -> bool:
    """Whether *left* is a small word that follows a hyphen itself: c'est-à-|dire, but not au-des-|sus."""
    if (
        further[-1:] not in "-‐⸗"
        or not left.islower()
        or plain(left) not in LINKS.get(language or "", NO_LINKS)
    ):
        return False
    first = LAST_WORD.match(further[-1 - LONGEST_PART : -1])
    return first is not None and not keeps_hyphen(plain(first.group()), plain(left + right), language)


def _is_abbreviation(left: str, before: str, language: str | None) -> bool:
    """Whether the capitals *left* that end the line *before* are a part of a compound: EU-|weit, T-|shirt, but not I-|dee in German."""
    if len(left) == 1 and language == "de" and left in VOWELS:
        return False
    return len(left) <= LONGEST_ABBREVIATION.get(language or "", 0) and before[
        -len(left) - 1 : -len(left)
    ] in {"", " "}


def _opens_compound(right: str, after: str, language: str | None) -> bool:
    """Whether the rest is a small word before a name or a hyphen of its own: Saint-Jean-|d'Angély, mother-|in-law."""
    if right[1:2] in {"'", "’"}:
        return right[2:3].isupper()
    return after[len(right) : len(right) + 1] in {"-", "‐"} and right in LINKS.get(language or "", NO_LINKS)


def _undivided(text: str) -> str:
    """The text with all its words joined, whatever they turn out to be: of the same language ever after."""
    for speck in (".¬", ",¬", ".\xad", ",\xad"):  # dropped with the mark
        text = text.replace(speck, "¬")
    return " ".join(MARKS_AND_LINE_ENDS.sub("", text).split())
