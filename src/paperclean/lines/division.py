"""What becomes of the mark at the end of a divided word: dropped, kept, or left for a second part to come."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

import regex

from paperclean.lines.compounds import LINKS, NO_LINKS, keeps_hyphen, suspends

__all__ = ["ATTACHED_QUOTES", "HYPHENS", "OwnWords", "Verdict", "decide"]

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
INNER_HYPHEN = re.compile(r"[-‐‑⸗](?<=\w.)(?=[^\W\d_])")
INNER_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=[a-zß-öø-ÿ].)")
DASH = regex.compile(r"--(?!\s*\n)")
NOISE = regex.compile(
    r"(?:[„“”\"'»«•■¦|!*,.:;]{1,2}|[„“”\"'»«•■¦|!*.:;¦ ]{1,3} )(?=\p{Ll}{2})"
)  # quotes, specks
GERMAN_K = regex.compile(
    r"k(?:e[lnrst]?|eln|elt|e[lr]n?s|ern|erte?n?|ens|end\w*|et\w*|te[nrs]?|ung\w*|ig\w*)"
)
NUMBERED_LINE = regex.compile(r"\d+[-‐⸗]?\s*(?:\n|$)")
GERMAN_PREFIXES = frozenset(["be", "emp", "ent", "ge", "ver", "zer"])  # never before a hyphen that is printed
LONGEST_PART = 40  # characters of a word before its hyphen

DROP, KEEP, LEAVE = "drop", "keep", "leave"


class Verdict(NamedTuple):
    """*action* is `drop`, `keep` (glue the rest to the hyphen) or `leave`; *letter* replaces the last letter."""

    action: str
    reason: str
    confidence: float
    letter: str = ""


def plain(word: str) -> str:
    """*word* in lower case with one apostrophe and one s."""
    return word.replace("ſ", "s").replace("’", "'").lower()


class OwnWords:
    """What a text tells of its own writing, its words and its dashes; each looked up when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

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
        for match in INNER_CAPITAL.finditer(self._text):
            at = match.start()
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
        for match in INNER_HYPHEN.finditer(text):
            at = match.start()
            one = LAST_WORD.match(text, max(0, at - LONGEST_PART), at)
            two = WORD.match(text, at + 1, at + 1 + LONGEST_PART)
            if one and two and two.group()[0].islower():
                found[plain(f"{one.group()}-{two.group()}")] += 1
        return found


def decide(before: str, mark: str, after: str, language: str | None, own: OwnWords) -> Verdict:
    """Judge the *mark* between *before*, the line's last characters, and *after*, the next line's first.

    Evidence in order: what the mark is, digits and case, the suspended compound, the language's own
    hyphenated words, the text's own words.
    """
    head = WORD.match(after)
    if head is None:
        return _before_no_letter(before, mark, after)
    stem = LAST_WORD.match(before[-LONGEST_PART:])
    if stem is None:
        if before[-1:].isdigit():  # das 7-|jährige Jubiläum, XHY1-1-|1井
            return Verdict(KEEP, "a number before the hyphen", 0.9)
        return Verdict(LEAVE, "no word before the mark", 0.6)
    left, right = stem.group(), head.group()
    if not (right[0].islower() or right[0].isupper()):
        return Verdict(LEAVE, "no word after the mark", 0.6)
    if mark in {*"=»«", "--"} and not right[:1].islower():
        return Verdict(LEAVE, "the mark may be no hyphen", 0.5)
    if "¬" in mark or "\xad" in mark:
        if right[:1].isupper() and not left.isupper():
            return Verdict(LEAVE, "a capital after a mark that divides words", 0.5)
        return Verdict(DROP, "a mark that only divides words", 0.99)
    if right[:1].isupper():
        return _before_capital(left, right, language, own)
    return _before_small_letter(before, left, after, language, own)


def _before_no_letter(before: str, mark: str, after: str) -> Verdict:
    if after[:1].isdigit() and before[-1:].isalnum() and mark in "-‐‑⸗":
        if before.strip().isdigit() and NUMBERED_LINE.match(after):
            return Verdict(LEAVE, "a list of numbers", 0.6)
        return Verdict(KEEP, "a number after the hyphen", 0.9)
    if after[:1] in "-‐⸗" and after[1:2].isalpha() and before[-1:].isalpha():
        return Verdict(DROP, "the hyphen is printed again on the next line", 0.9)
    if before[-1:].isalpha() and NOISE.match(after):
        return Verdict(DROP, "the word goes on after a quotation mark or speck", 0.7)
    return Verdict(LEAVE, "no word after the mark", 0.6)


def _before_capital(left: str, right: str, language: str | None, own: OwnWords) -> Verdict:
    if len(left) > 1 and len(right) > 1 and left.isupper() and right.isupper():
        return Verdict(DROP, "a word in capitals", 0.9)
    if left + right in own.capitals_inside:
        return Verdict(DROP, "the text has the word whole", 0.95)
    if language == "de" and left.lower() in GERMAN_PREFIXES:
        return Verdict(DROP, "a prefix that is part of its word", 0.8)
    return Verdict(KEEP, "a capital after the hyphen", 0.95)


def _before_small_letter(before: str, left: str, after: str, language: str | None, own: OwnWords) -> Verdict:
    further, head = before[: -len(left)], WORD.match(after)
    one, two = plain(left), plain(head.group() if head else "")
    if suspends(one, after, language):
        return Verdict(LEAVE, "a compound to be completed later", 0.95)
    if (
        left.islower()
        and further[-1:] in "-‐⸗"
        and further[-2:-1].isalpha()
        and one in LINKS.get(language or "", NO_LINKS)
    ):
        return Verdict(KEEP, "a small word inside a compound", 0.9)
    apart, whole = own.compounds.get(f"{one}-{two}", 0), 0
    if apart:
        whole = own.words.get(one + two, 0)
        if apart > whole:
            return Verdict(KEEP, "the text has the word with its hyphen", 0.95)
        if whole > apart:
            return Verdict(DROP, "the text has the word whole", 0.99)
    if keeps_hyphen(one, two, language):
        return Verdict(KEEP, "a word that is written with a hyphen", 0.9)
    if language == "de" and one[-1:] == "k" and one[-2:-1] in "aeiouäöü" and GERMAN_K.fullmatch(two):
        return Verdict(DROP, "ck divided as k-k", 0.9, "c")
    return Verdict(DROP, "a small letter after the hyphen", 0.99 if len(one) > 1 else 0.9)
