"""Line ends that a hyphen marks, and signs there that are none."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from paperclean.lines.division import GERMAN_PREFIXES, SIGNS_FOR_LETTERS
from paperclean.lines.misread_hyphens import are_words, rest_in
from paperclean.lines.own_words import ATTACHED_QUOTES, LAST_WORD, LONGEST_PART, OwnWords
from paperclean.statistics.words import HYPHENS

__all__ = ["MARKED_LINE_END", "Divided", "divided_at", "is_other_sign"]

# From the line end backwards, a search many times faster than for the marks: first hyphens as most are, before small
# letters and another word in their line; then the others; then signs that a hyphen may have been read as
MARKED_LINE_END = re.compile(
    r"""\n(?:
        (?<=[-‐⸗]\n)(?P<rest>[a-zß-öø-ÿſ]+)[.,;:!?)"“”]*(?P<space>[ ])(?=[(„“"]?[^\W_])
        |(?<=[-‐‑¬\xad⸗=»«]\n)|(?<=[-‐‑¬\xad⸗=»« \t\r][ \t\r]\n)
        |(?:(?<=[.,;:*>|■•·'"“^~_–—−]\n)|(?<=[.,;:*>|■•·'"“^~_–—−][ ]\n))(?=(?P<after_sign>[a-zß-öø-ÿœſ]{2,40})(?![^\W\d_]))
    )""",
    re.VERBOSE,
)
LINE_END = re.compile(r"[ \t\r]*(\n[ \t\r\n\u3000]*)")
HEAD = regex.compile(r"\s*\p{Ll}")
OPENING = {"»": regex.compile(r"(?<![^\s(])«(?=\s?\p{L})"), "«": regex.compile(r"(?<![^\s(])»(?=\s?\p{L})")}
CLOSING = {"»": regex.compile(r"»(?!\s*\n)"), "«": regex.compile(r"«(?!\s*\n)")}
REACH = 400  # characters back in which a closing guillemet has its opening one
GERMAN_ONLY = frozenset(["=", "--", *ATTACHED_QUOTES])
LINE_END_MARKS = HYPHENS + ATTACHED_QUOTES


class Divided(NamedTuple):
    """A line end with a mark: the mark from *mark* to *end*, the line break, the next line from *head*.

    *is_end* tells that a blank line ends the paragraph there, so that nothing is joined.
    """

    mark: int
    end: int
    breaks: str
    head: int
    is_end: bool


def divided_at(text: str, at: int, own: OwnWords) -> Divided | None:
    """The marked line end whose line ends at *at*, if it has a word before it and a line to go on in."""
    while at > 0 and text[at] in " \t\r":
        at -= 1
    mark = _mark_start(text, at) if text[at] in LINE_END_MARKS else -1
    line_end = LINE_END.match(text, at + 1) if mark >= 0 else None
    if line_end is None or line_end.end() == len(text):
        return None
    breaks = line_end[1]
    lines = breaks.count("\n")
    if lines > 3:
        return None
    return Divided(mark, at + 1, breaks, line_end.end(), lines > 1 and not own.is_spaced)


def _mark_start(text: str, at: int) -> int:
    """Where the mark that ends at *at* starts, with what belongs to it; -1 if no word stands before it."""
    sign, start = text[at], at
    before = text[at - 1] if at else ""
    if (
        (sign in "-⸗" and before and before in "¬\xad")
        or (sign in "¬\xad" and before in {".", ",", "-"} and HEAD.match(text, at + 1))
        or (sign == "-" == before and HEAD.match(text, at + 1))
        or (before == " " and sign in "⸗¬\xad»«")
    ):  # both marks of one hyphen
        start -= 1
    before = text[start - 1] if start else ""
    if before in {"'", "’"}:  # Lamoureux'-|schen
        before = text[start - 2] if start > 1 else ""
    elif before in SIGNS_FOR_LETTERS and _is_letter(text, start - 1) and HEAD.match(text, at + 1):
        return start
    return start if before.isalnum() or "\u0300" <= before <= "\u036f" else -1


def _is_letter(text: str, at: int) -> bool:
    """Whether the sign there ends a word, and is no bracket that closes one opened before."""
    if not text[at - 1 : at].isalpha():
        return False
    near = max(0, at - REACH)
    return text[at] != ")" or text.rfind("(", near, at) <= text.rfind(")", near, at)


def is_other_sign(text: str, divided: Divided, before: str, own: OwnWords) -> bool:
    """Whether the mark is a sign that can be a hyphen in German, and is none here; *before* it is the line."""
    mark, end, *_ = divided
    sign = text[end - 1]
    if text[mark:end].lstrip() not in GERMAN_ONLY:
        return False
    if own.language != "de":
        return True
    if sign == "-":
        return own.has_double_dashes
    if sign not in OPENING:
        return False
    if text[max(0, mark - 2) : mark - 1].isspace():
        return True  # f« | entzündet: no word is divided behind its first letter
    if text[mark] == " " and not own.has_spaced_signs:
        return True  # a guillemet after a space belongs to no word, except where the engine spaces all signs
    opened = -1
    for match in OPENING[sign].finditer(text, max(0, mark - REACH), mark):
        opened = match.end()
    if opened >= 0 and CLOSING[sign].search(text, opened, mark) is None:
        stem = LAST_WORD.match(text, max(0, mark - LONGEST_PART), mark)
        return stem is None or stem.group().lower() not in GERMAN_PREFIXES
    return are_words(before, rest_in(text, end + 1), own)  # seine« | alten: there it is a misread s
