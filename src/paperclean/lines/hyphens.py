"""Words that a hyphen divides at the line end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from paperclean.edits import Edit
from paperclean.lines.division import (
    ATTACHED_QUOTES,
    DROP,
    HYPHENS,
    KEEP,
    LEAVE,
    LONGEST_PART,
    OwnWords,
    Verdict,
    decide,
    of_parts,
)
from paperclean.pipeline import rewrite

__all__ = ["join_hyphenated_words"]

# From the line end backwards, a search many times faster than for the marks
MARKED_LINE_END = re.compile(r"\n(?<=[-‐‑¬\xad⸗=»« \t\r]\n)")
# A hyphen as most are: the next line begins with small letters and goes on with another word
ORDINARY = re.compile(r"-\n([a-zß-öø-ÿ]+)[.,;:!?]?( )(?=[^\W_])")
LINE_END = re.compile(r"[ \t\r]*(\n[ \t\r\n\u3000]*)")
TOKEN = re.compile(r"\S+")
FURTHER = re.compile(r"([^\S\n]+)(\S+)")
HAN = regex.compile(r"\p{Han}")
HEAD = regex.compile(r"\s*\p{Ll}")
SIMPLE_REST = re.compile(r"[A-Za-z\xc0-\u024f]+[.,;:!?]?(?:([ ]+)(?=[^\W_])|(?=\n))")
LATIN_REST = regex.compile(r"[\p{Latin}\p{Nd}]+(?:[-‐./][\p{Latin}\p{Nd}]+)*")
LETTER_OR_DIGIT = regex.compile(r"[\p{L}\p{N}]")
OPENING = {"»": regex.compile(r"(?<![^\s(])«(?=\s?\p{L})"), "«": regex.compile(r"(?<![^\s(])»(?=\s?\p{L})")}
CLOSING = {"»": regex.compile(r"»(?!\s*\n)"), "«": regex.compile(r"«(?!\s*\n)")}
MOVED = "the line ends beside the word"
FEWEST_MOVED = 2  # spaces: one alone stands at the line ends of many texts
REACH = 400  # characters back in which a closing guillemet has its opening one, and a word its beginning
GERMAN_ONLY = frozenset(["=", "--", *ATTACHED_QUOTES])
MARKS = HYPHENS + ATTACHED_QUOTES + "–—"
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


@rewrite
def join_hyphenated_words(  # noqa: C901  # one pass over the line ends, each judged beside the one before
    text: str, *, language: str | None = None
) -> Iterator[Edit]:
    r"""Put words together again that a hyphen divides at the line end.

    The rest of the word moves up to its first line, and the line break stays after it, so that the lines
    are still there for `join_wrapped_lines` to judge. Where the rest is the whole of its line, the last of
    a paragraph as a rule, the word's beginning moves down instead: the line stays short. Before the line end
    are left as many spaces as letters moved: so `join_wrapped_lines` knows that the line goes on, and how wide
    it was printed (mail of format=flowed, RFC 3676, marks lines that go on by one space). Where the step is
    used alone, `rstrip` each line if they are in the way.

    The hyphen (`-`, `¬`, a soft hyphen, `⸗`; in German also `=` and the `»` that OCR makes of it) goes where it
    only divides the word, and stays where the word has one anyway. *language* (`en`, `de`, `fr`, `nl`) is found
    from the text unless it is given.

    >>> join_hyphenated_words("Es wurde vorge-\nschlagen, daß der Rath")
    'Es wurde vorgeschlagen,         \ndaß der Rath'
    >>> join_hyphenated_words("Le Sergent-\nMajor est dans la ville")
    'Le Sergent-Major     \nest dans la ville'

    Whether it goes is told, in this order, by the next line's first character (a capital or a digit keeps
    the hyphen), by the words that each language writes with one, by the text's own words elsewhere, and
    else by the small letter. Old German `ck`, divided as `k-k`, comes back.

    Left alone: compounds that break off to be completed later, dashes, and what follows a blank line,
    unless the page has blank lines between all its lines.

    >>> join_hyphenated_words("die Schreib-\nund Lesekunst der Zeit")
    'die Schreib-\nund Lesekunst der Zeit'
    >>> join_hyphenated_words("he said -\nand was gone")
    'he said -\nand was gone'

    The rules were measured on the transcribed lines of German newspapers of 1780 to 1945 and on the output
    of several OCR engines in four languages.
    """
    own = OwnWords(text, language)
    glued, glued_head, glued_end = "", -1, -1  # what stands before a word that is the whole of its line
    left_alone = left_head = -1  # a line of one word, whose own mark must wait for the one before it
    done = 0
    for match in MARKED_LINE_END.finditer(text):
        at = match.start() - 1
        if at >= glued_end and at >= left_alone and (ordinary := _ordinary(text, at, own)):
            verdict, rest, after = ordinary
            yield Edit(at - len(verdict.letter), at + 2, verdict.letter, verdict.reason, verdict.confidence)
            spaces = " " * (max(rest - at - 2, FEWEST_MOVED) - 1)
            yield Edit(after, after, f"{spaces}\n", MOVED, verdict.confidence)
            done = after
            continue
        divided = _divided(text, at, own)
        if divided is None or divided.mark < left_alone:
            continue
        mark, end, breaks, head, is_end = divided
        is_glued = glued_head <= mark < glued_end
        line = text.rfind("\n", max(0, mark - REACH), mark) + 1
        before = (glued + text[glued_head:mark])[-REACH:] if is_glued else text[line:mark]
        sign = text[mark:end].lstrip()
        if sign in GERMAN_ONLY and (own.language != "de" or not _is_german_hyphen(text, mark, end, own)):
            continue
        verdict = decide(before, sign, text[head : head + 2 * LONGEST_PART], own)
        if verdict.action == LEAVE or (verdict.action == KEEP and text[mark] == " "):
            if not is_end:
                yield Edit(mark, end, text[mark:end], verdict.reason, verdict.confidence)
            left_alone, left_head = _token_end(text, head), head
            continue
        if is_end:
            continue
        start = end if verdict.action == KEEP else mark - len(verdict.letter)
        rest, after = _rest(text, head)
        is_last = after < 0 and not is_glued and _divided(text, rest - 1, own) is None
        if is_last and left_head < line and (word := _word_after_space(text, max(line, done), mark)):
            edit = _line_end(text, *word, mark - word[1], breaks)
            yield Edit(*edit, MOVED, verdict.confidence)
        yield Edit(start, head, verdict.letter, verdict.reason, verdict.confidence)
        done = head
        if after >= 0:
            edit = _line_end(text, rest, after, rest - head, breaks)
            yield Edit(*edit, MOVED, verdict.confidence)
            done = after
        else:
            glued, glued_head, glued_end = before[: len(before) + start - mark] + verdict.letter, head, rest
            if verdict.action == KEEP:
                glued = before + sign


def _line_end(text: str, start: int, end: int, moved: int, breaks: str) -> tuple[int, int, str]:
    """The line end *breaks* in the blanks from *start* to *end*, after as many spaces as letters were *moved*."""
    if text[start:end] == " ":
        return end, end, " " * (max(moved, FEWEST_MOVED) - 1) + breaks
    return start, end, " " * max(moved, FEWEST_MOVED) + breaks if end > start else breaks


def _ordinary(text: str, mark: int, own: OwnWords) -> tuple[Verdict, int, int] | None:
    """The verdict on a hyphen as most are, where the rest ends, and where the line goes on.

    None where the hyphen is not ordinary or does not go: those are looked at more closely.
    """
    match = ORDINARY.match(text, mark)
    if match is None:
        return None
    start = max(0, mark - LONGEST_PART)
    left = text[max(text.rfind(" ", start, mark), text.rfind("\n", start, mark), start - 1) + 1 : mark]
    if not left.isalpha() or not (left.isascii() or max(left) < "ſ"):
        return None
    verdict = of_parts(left.lower(), match[1], text, mark + 2, own)
    return (verdict, *match.span(2)) if verdict.action == DROP else None


def _divided(text: str, at: int, own: OwnWords) -> Divided | None:
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
        or (sign in "¬\xad" and before in {".", ","} and HEAD.match(text, at + 1))
        or (sign == "-" == before and HEAD.match(text, at + 1))
        or (before == " " and sign in "⸗¬\xad»«")
    ):  # both marks of one hyphen
        start -= 1
    before = text[start - 1] if start else ""
    if before in {"'", "’"}:  # Lamoureux'-|schen
        before = text[start - 2] if start > 1 else ""
    return start if before.isalnum() or "\u0300" <= before <= "\u036f" else -1


def _is_german_hyphen(text: str, mark: int, end: int, own: OwnWords) -> bool:
    """Whether a sign that is something else by itself can be the hyphen of Fraktur here."""
    sign = text[end - 1]
    if sign == "-":
        return not own.has_double_dashes
    if sign not in OPENING:
        return True
    if text[mark] == " " and not own.has_spaced_signs:
        return False  # a guillemet after a space belongs to no word, except where the engine spaces all signs
    opened = -1
    for match in OPENING[sign].finditer(text, max(0, mark - REACH), mark):
        opened = match.end()
    return opened < 0 or CLOSING[sign].search(text, opened, mark) is not None


def _word_after_space(text: str, line: int, mark: int) -> tuple[int, int] | None:
    """The blanks before the word that ends at *mark*, if a line may end there."""
    at = max(text.rfind(" ", line, mark), text.rfind("\t", line, mark))
    before = text[line:at].rstrip() if at > line else ""
    if not before or before[-1] in MARKS or HAN.search(text, at, mark) or at == mark - 1:
        return None
    return line + len(before), at + 1


def _rest(text: str, head: int) -> tuple[int, int]:
    """Where the rest of a divided word ends, and where the line goes on: -1 if it does not.

    The rest takes with it what follows a second hyphen (`Ernäh- | rungs- und Wirtschaftsamt`) and loose
    punctuation, so that no line comes to end with a mark or begin with a comma.
    """
    simple = SIMPLE_REST.match(text, head)
    if simple is not None:
        return (simple.start(1), simple.end(1)) if simple[1] else (simple.end(), -1)
    end = _token_end(text, head)
    if HAN.search(text, head, end):
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


def _token_end(text: str, at: int) -> int:
    token = TOKEN.match(text, at)
    return token.end() if token else at
