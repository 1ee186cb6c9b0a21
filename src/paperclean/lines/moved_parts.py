"""Where the rest of a divided word ends, which moves across the line end, and the line end that is written instead."""

from __future__ import annotations

import re

import regex

from paperclean.lines.own_words import ATTACHED_QUOTES
from paperclean.scripts import IS_HAN
from paperclean.statistics.words import HYPHENS

__all__ = ["FEWEST_MOVED", "moved_line_end", "rest_of_word", "token_end", "word_after_space"]

TOKEN = re.compile(r"\S+")
FURTHER = re.compile(r"([^\S\n]+)(\S+)")
SIMPLE_REST = re.compile(r"[A-Za-z\xc0-\u024f]+[.,;:!?]?(?:([ ]+)(?=[^\W_])|(?=\n))")
LATIN_REST = regex.compile(r"[\p{Latin}\p{Nd}]+(?:[-‐./][\p{Latin}\p{Nd}]+)*")
LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{N}]")
FEWEST_MOVED = 2  # spaces: one alone stands at the line ends of many texts
MARKS = HYPHENS + ATTACHED_QUOTES + "–—"


def moved_line_end(text: str, start: int, end: int, moved: int, breaks: str) -> tuple[int, int, str]:
    """The line end *breaks* in the blanks from *start* to *end*, after as many spaces as letters were *moved*."""
    if text[start:end] == " ":
        return end, end, " " * (max(moved, FEWEST_MOVED) - 1) + breaks
    return start, end, " " * max(moved, FEWEST_MOVED) + breaks if end > start else breaks


def word_after_space(text: str, line: int, mark: int) -> tuple[int, int] | None:
    """Where the blanks before the word that ends at *mark* start and end, if its line may end there."""
    at = max(text.rfind(" ", line, mark), text.rfind("\t", line, mark))
    before = text[line:at].rstrip() if at > line else ""
    if not before or before[-1] in MARKS or IS_HAN.search(text, at, mark) or at == mark - 1:
        return None
    return line + len(before), at + 1


def rest_of_word(text: str, head: int) -> tuple[int, int]:
    """Where the rest of a divided word ends, and where the line goes on: -1 if it does not.

    The rest takes with it what follows a second hyphen (`Ernäh- | rungs- und Wirtschaftsamt`) and loose
    punctuation, so that no line comes to end with a mark or begin with a comma.
    """
    simple = SIMPLE_REST.match(text, head)
    if simple is not None:
        return (simple.start(1), simple.end(1)) if simple[1] else (simple.end(), -1)
    end = token_end(text, head)
    if IS_HAN.search(text, head, end):
        latin = LATIN_REST.match(text, head)
        return (latin.end(), latin.end()) if latin else (end, -1)
    has_word = LETTER_OR_DIGIT.search(text, head, end) is not None
    while (further := FURTHER.match(text, end)) is not None:
        is_word = LETTER_OR_DIGIT.search(further[2]) is not None
        if is_word and has_word and text[end - 1] not in MARKS:
            return end, further.start(2)
        has_word = has_word or is_word
        end = further.end()
    return end, -1


def token_end(text: str, at: int) -> int:
    token = TOKEN.match(text, at)
    return token.end() if token else at
