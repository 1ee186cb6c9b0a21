"""What becomes of the mark at the end of a divided word: dropped, kept, or left for a second part to come."""

from __future__ import annotations

from typing import NamedTuple

import regex

from paperclean.lines.compounds import LINKS, NO_LINKS, keeps_hyphen, names_street, stands_alone, suspends
from paperclean.lines.own_words import ENDINGS_AT_K_K, LAST_WORD, LONGEST_PART, WORD, OwnWords, plain
from paperclean.statistics.vocabulary import are_two_words

__all__ = [
    "DIVIDED",
    "DIVIDED_LETTER",
    "DROP",
    "GERMAN_PREFIXES",
    "KEEP",
    "LEAVE",
    "SIGNS_FOR_LETTERS",
    "Verdict",
    "decide",
]


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
# Capitals of an abbreviation before a small letter, at most; French has none there, and in English and Dutch more are a word misread
LONGEST_ABBREVIATION = {"de": 5, "en": 3, "nl": 3}
VOWELS = frozenset("AEIOUÄÖÜ")  # behind which German divides a word now and then
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
ANOTHERS = Verdict(LEAVE, "a word of its own after the hyphen, as in another column's line", 0.8)
LINKED = Verdict(KEEP, "a small word inside a compound", 0.9)
ABBREVIATION = Verdict(KEEP, "capitals before a small letter", 0.8)


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
    if stands_alone(left, right, language) and not own.words.get(left + right):
        return ANOTHERS
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
