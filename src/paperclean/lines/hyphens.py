"""Words that a hyphen divides at the line end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import NamedTuple

from paperclean.edits import Edit
from paperclean.languages import refuse_unknown
from paperclean.lines.compounds import PARTICIPLES
from paperclean.lines.division import DIVIDED, DIVIDED_LETTER, DROP, KEEP, LEAVE, Verdict, decide
from paperclean.lines.hyphen_signs import divides_words
from paperclean.lines.lost_hyphens import LINE_END_IN_LETTERS, has_lost_hyphens, is_ending
from paperclean.lines.lost_line_ends import hyphens_within_words, keeps_hyphen_within
from paperclean.lines.marked_line_ends import MARKED_LINE_END, Divided, divided_at, is_other_sign
from paperclean.lines.misread_hyphens import is_divided_word, make_word, parts, rest_in, signs_in_word
from paperclean.lines.moved_parts import (
    FEWEST_MOVED,
    moved_line_end,
    rest_of_word,
    token_end,
    word_after_space,
)
from paperclean.lines.own_words import LONGEST_PART, OwnWords
from paperclean.lines.rows_of_columns import are_rows_of_columns
from paperclean.lines.spaces_within import spaces_within_words
from paperclean.steps import rewrite

__all__ = ["join_hyphenated_words"]

WITHIN = "a hyphen and a space inside a word that is known"
APART = "a space inside a word that is known"
MOVED = "the line ends beside the word"
MOST_BREAKS = 2  # line ends inside a word that is known, in a text without blank lines between its lines
REACH = 400  # characters back in which a line has its beginning
LOST = Verdict(DROP, "a hyphen lost inside a word that is known", 0.9)
MISREAD = Verdict(DROP, "a sign inside a word that is known", 0.8)


class Glued(NamedTuple):
    """A word that is the whole of its line from *head* to *end*, and the *word* that was put before it."""

    word: str
    head: int
    end: int


NOTHING_GLUED = Glued("", -1, -1)


@rewrite
def join_hyphenated_words(text: str, *, language: str | None = None) -> Iterator[Edit]:
    r"""Put words together again that a hyphen divides at the line end.

    The rest of the word moves up to its first line, and the line break stays after it, so that the lines
    are still there for `join_wrapped_lines` to judge. Where the rest is the whole of its line, the last of
    a paragraph as a rule, the word's beginning moves down instead: the line stays short. Before the line end
    are left as many spaces as letters moved: so `join_wrapped_lines` knows that the line goes on, and how wide
    it was printed (mail of format=flowed, RFC 3676, marks lines that go on by one space). Where the step is
    used alone, `rstrip` each line if they are in the way.

    The hyphen (`-`, `¬`, a soft hyphen, `⸗`; in German also `=` and the `»` that OCR makes of it) goes where it
    only divides the word, and stays where the word has one anyway. *language* (`zh`, `en`, `de`, `fr`, `nl`) is
    found from the text unless it is given; `ValueError` for another.

    >>> join_hyphenated_words("Es wurde vorge-\nschlagen, daß der Rath")
    'Es wurde vorgeschlagen,         \ndaß der Rath'
    >>> join_hyphenated_words("Le Sergent-\nMajor est dans la ville")
    'Le Sergent-Major     \nest dans la ville'

    Whether it goes is told, in this order, by the next line's first character (a capital or a digit keeps
    the hyphen), by the words that each language writes with one, by the text's own words elsewhere, and
    else by the small letter. Old German `ck`, divided as `k-k`, comes back.

    A hyphen that OCR read as another sign (`.`, `,`, `*`, `—`, `.-` and the like) goes where the parts make a common
    word of the language and one of them is a rare word or none; a dash that often does so in the text goes before any small letter.

    >>> join_hyphenated_words("Die Malissoren sind wankelmütig gewor.\nden und nicht mehr")
    'Die Malissoren sind wankelmütig geworden   \nund nicht mehr'

    In a text that lost its hyphens, with many a line end inside such words and hardly a hyphen at one, the parts alone tell.

    >>> join_hyphenated_words("The pilots met in the morn\ning, and all mem\nbers of the crew")
    'The pilots met in the morning,    \nand all members    \nof the crew'

    Where line ends became spaces and the paragraph is one long line, such parts go together as well, `the edu- cation of the poor`;
    so do `the edu cation of the poor` in a text that has many, and a few hyphens or an ending such as `tion` by itself.

    Left alone: compounds that break off to be completed later, dashes, and what follows a blank line, unless it
    makes a common word whole or the page has blank lines between all its lines.

    >>> join_hyphenated_words("die Schreib-\nund Lesekunst der Zeit")
    'die Schreib-\nund Lesekunst der Zeit'
    >>> join_hyphenated_words("he said -\nand was gone")
    'he said -\nand was gone'

    The rules were measured on the transcribed lines of German newspapers of 1780 to 1945 and on the output
    of several OCR engines in four languages.
    """
    refuse_unknown(language)
    own = OwnWords(text, language)
    glued = NOTHING_GLUED
    left_alone = left_head = -1  # a line of one word, whose own mark must wait for the one before it
    done = 0
    for match in _line_ends(text, own):
        at = match.start() - 1
        if at >= max(done, glued.end, left_alone) and (edits := _at_once(text, match, own)):
            yield from edits
            done = edits[-1].end
            continue
        before = _before(text, at, glued)
        judged = _judged(text, match, before, own)
        if judged is None or judged[0].mark < left_alone:
            continue
        (mark, end, breaks, head, is_end), before, verdict = judged
        if verdict.action == LEAVE or (verdict.action == KEEP and text[mark] == " "):
            if not is_end:
                yield Edit(mark, end, text[mark:end], verdict.reason, verdict.confidence)
            left_alone, left_head = token_end(text, head), head
            continue
        if is_end and not (verdict.action == DROP and _goes_on_below_blank(text, before, head, breaks, own)):
            continue
        start = end if verdict.action == KEEP else mark - len(verdict.letter)
        rest, after = rest_of_word(text, head)
        line = text.rfind("\n", max(0, mark - REACH), mark) + 1
        is_last = after < 0 and mark >= glued.end and divided_at(text, rest - 1, own) is None
        if is_last and left_head < line and (word := word_after_space(text, max(line, done), mark)):
            edit = moved_line_end(text, *word, mark - word[1], breaks)
            yield Edit(*edit, MOVED, verdict.confidence)
        yield Edit(start, head, verdict.letter, verdict.reason, verdict.confidence)
        done = head
        if after >= 0:
            edit = moved_line_end(text, rest, after, rest - head, breaks)
            yield Edit(*edit, MOVED, verdict.confidence)
            done = after
        else:
            kept = (
                before + text[mark:end].lstrip()
                if verdict.action == KEEP
                else before[: len(before) + start - mark]
            )
            glued = Glued(kept + verdict.letter, head, rest)


def _line_ends(text: str, own: OwnWords) -> Iterable[re.Match[str]]:
    """The line ends that may divide a word, and what may be one that became a space."""
    within = hyphens_within_words(text, own)
    if are_rows_of_columns(text, len(within)):
        return []
    found: list[Iterable[re.Match[str]]] = [MARKED_LINE_END.finditer(text)]
    if has_lost_hyphens(text, own):
        own.divides_words = True
        found.append(LINE_END_IN_LETTERS.finditer(text))
    if within:
        found.append(within)
    if apart := spaces_within_words(text, own):
        found.append(apart)
    return merge(*found, key=re.Match.start) if len(found) > 1 else found[0]


def _at_once(text: str, match: re.Match[str], own: OwnWords) -> list[Edit]:
    """The edits where a word is plainly divided, as most are, or within a line; none where that must be judged."""
    at = match.start() - 1
    match match.lastgroup:
        case "within":
            return [
                Edit(at + 1 + keeps_hyphen_within(text, match, own), match.start("within"), "", WITHIN, 0.9)
            ]
        case "apart":
            return [Edit(at + 1, at + 2, "", APART, 0.9)]
        case "space":
            plain = _plainly(text, at, match["rest"], own) if own.divides_words else None
            if plain is not None:
                _, reason, confidence, _ = plain
                space, end = match.span("space")
                spaces = " " * (max(space - at - 2, FEWEST_MOVED) - 1)
                return [
                    Edit(at, at + 2, "", reason, confidence),
                    Edit(end, end, spaces + "\n", MOVED, confidence),
                ]
    return []


def _judged(
    text: str, match: re.Match[str], before: str, own: OwnWords
) -> tuple[Divided, str, Verdict] | None:
    """The divided word whose line, *before*, ends at *match*, what stands before its mark, and what becomes of that.

    None where the line does not end inside a word.
    """
    at = match.start() - 1
    match match.lastgroup:
        case "within" | "apart":
            return None
        case "after_letters":
            return _without_mark(text, at, before, match["after_letters"], own)
        case "after_sign":
            blank = text[at] == " "  # as every line of a full text of the Internet Archive ends
            return _misread(text, at - blank, before[:-1] if blank else before, match["after_sign"], own)
    divided = divided_at(text, at, own)
    if divided is None or is_other_sign(text, divided, before, own):
        return _misread(text, at, before, rest_in(text, at + 2), own)
    mark, end, _, head, _ = divided
    before = before[: mark - at - 1]
    return divided, before, decide(before, text[mark:end].lstrip(), text[head : head + 2 * LONGEST_PART], own)


def _misread(
    text: str, at: int, before: str, rest: str, own: OwnWords
) -> tuple[Divided, str, Verdict] | None:
    """As `_judged`, where another sign than a hyphen ends the line *before*, and the next begins with *rest*."""
    signs, left, right = parts(before, rest)
    head = text.find("\n", at) + 1
    if not signs:
        return None
    if make_word(left, right, own, before[-1]):
        verdict = MISREAD
    elif divides_words(before[-signs:], text, own):
        verdict = decide(before[:-signs], "-", text[head : head + 2 * LONGEST_PART], own)
    else:
        return None
    return Divided(at + 1 - signs, at + 1, "\n", head, is_end=False), before[:-signs], verdict


def _without_mark(
    text: str, at: int, before: str, rest: str, own: OwnWords
) -> tuple[Divided, str, Verdict] | None:
    """As `_judged`, where a letter ends the line *before*, in a text that lost its hyphens."""
    before = before.rstrip()
    if not (is_divided_word(before, rest, own) or is_ending(rest, own)):
        return None
    end = at if text[at].isspace() else at + 1
    return Divided(end, end, "\n", at + 2, is_end=False), before, LOST


def _goes_on_below_blank(text: str, before: str, head: int, breaks: str, own: OwnWords) -> bool:
    """Whether a word that is known goes on below one blank line, as at the foot of a column."""
    return breaks.count("\n") == MOST_BREAKS and signs_in_word(before + "-", rest_in(text, head), own) > 0


def _before(text: str, at: int, glued: Glued) -> str:
    """The line that ends at *at*, with what was put before it."""
    if glued.head <= at < glued.end:
        return (glued.word + text[glued.head : at + 1])[-REACH:]
    return text[text.rfind("\n", max(0, at - REACH), at) + 1 : at + 1]


def _plainly(text: str, mark: int, rest: str, own: OwnWords) -> Verdict | None:
    """The verdict on a hyphen as most are: one that only divides a word of letters alone; None for any other."""
    word = text[max(0, mark - LONGEST_PART) : mark].rpartition(" ")[2]  # with a line end, no letters
    if not word.isalpha() or word[-1] <= "Z":  # none in capitals
        return None
    if not word.isascii():
        word = word.replace("ſ", "s")
        if max(word) >= "ſ":
            return None
    seconds, endings = own.doubtful_parts
    if rest.replace("ſ", "s") in seconds or word.endswith(endings) or rest.endswith(PARTICIPLES):
        return None
    return DIVIDED if len(word) > 1 else DIVIDED_LETTER
