"""Characters that print nothing, and the many ways to end a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from paperclean.edits import Edit
from paperclean.steps import rewrite

__all__ = ["SUSPECTS", "drop_invisibles", "is_printable"]

C0 = r"\x00-\x08\x0e-\x1f\x7f"
ZERO_WIDTH = r"\u180e\u200b-\u200d\u2060-\u2065\ufeff"
BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ANNOTATION = r"\ufff9-\ufffc"  # interlinear notes; the place of an embedded picture
TAGS = r"\U000e0000-\U000e007f"
INVISIBLE = rf"{C0}\xad{ZERO_WIDTH}{BIDI}{ANNOTATION}{TAGS}"

# Sets of many ranges are searched twice as fast by `re` as by `regex`.
SUSPECTS = rf"{INVISIBLE}\x0b-\x0d\x80-\x9f\u2028\u2029\ufffd\ud800-\udfff"
SUSPECT = re.compile(f"[{SUSPECTS}]")
FOUND = re.compile(
    r"(?P<line>\r+\n|[\r\x0b\u2028\u2029])"
    r"|(?P<page>\f+)"
    r"|(?P<c1>[\x80-\x9f]+)"
    r"|(?P<flag>\U0001f3f4[\U000e0020-\U000e007f]+)"  # the flags of England, Scotland and Wales
    rf"|(?P<invisible>[{INVISIBLE}]+)"
    r"|(?P<lost>[\ufffd\ud800-\udfff])"
)
PRINTABLE = ("\ufffc", "\ufffd")  # suspects that Python calls printable
UNPRINTABLE = ("\n", "\u3000")  # the only others that a page as a rule has
LINE_END = regex.compile(r"[ \t]*(?:[\n\r\x0b\f\x85\u2028\u2029]|\Z)| {1,2}\p{Ll}")  # or a space it became

# The scripts in which a joiner chooses the form of a letter, and those in which a zero-width space parts words.
USES_JOINERS = regex.compile(
    r"[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Nko}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}"
    r"\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Myanmar}\p{Tibetan}]"
)
PICTURE = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]")
PARTS_WORDS_UNSEEN = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Letters that bytes of another codec turn into, beside the C1 controls that their other bytes turn into.
MOJIBAKE = regex.compile(r"[\xa1-\xac\xae-\xff]")


@rewrite
def drop_invisibles(text: str) -> Iterator[Edit]:  # noqa: C901  # one arm a kind of character
    r"""Drop what prints nothing, and end every line with a newline.

    Byte-order marks, zero-width and bidirectional controls, soft hyphens inside a line, C0 and C1 controls
    are dropped. `\r\n`, `\r`, vertical tab, U+0085, U+2028 and U+2029 become a newline; a form feed, which
    parts pages, becomes a blank line.

    >>> drop_invisibles("\ufeff海\u200b关\r\n加快\x00清关")
    '海关\n加快清关'
    >>> drop_invisibles("末行\n\f次页")
    '末行\n\n次页'

    Left alone: tab and newline; a soft hyphen at a line's end, which tells `join_hyphenated_words` that a
    word goes on; joiners where the script or an emoji needs them; zero-width spaces between words of Thai,
    Lao, Khmer, Burmese and Tibetan; bidirectional controls in a text of right-to-left letters; C1 controls
    that look like mojibake. U+FFFD and lone surrogates are remarked in the trace: what was there is lost.

    >>> drop_invisibles("Zei\xadtung er\xad\nscheint, می\u200cخواهم")
    'Zeitung er\xad\nscheint, می\u200cخواهم'
    """
    if is_printable(text) or not SUSPECT.search(text):
        return
    is_right_to_left = RIGHT_TO_LEFT.search(text) is not None
    for match in FOUND.finditer(text):
        start, end = match.span()
        match match.lastgroup:
            case "line" if text[end - 1] == "\n":
                yield Edit(start, end - 1, "", "line end")
            case "line":
                yield Edit(start, end, "\n", "line end")
            case "page":
                yield Edit(start, end, _page_break(text, start, end), "page break")
            case "c1":
                yield _c1(text, start, end)
            case "invisible":
                for at in [*_kept(text, start, end, is_right_to_left=is_right_to_left), end]:
                    if start < at:
                        yield Edit(start, at, "", "prints nothing")
                    start = at + 1
            case "lost":
                yield Edit(start, end, match[0], "a character was lost before")


def is_printable(text: str) -> bool:
    """Whether there is nothing to look at, told three times as fast as by a search; what is not may still be clean."""
    printing = text
    for blank in UNPRINTABLE:
        printing = printing.replace(blank, "")
    return printing.isprintable() and not any(suspect in printing for suspect in PRINTABLE)


def _page_break(text: str, start: int, end: int) -> str:
    """One more line end than there is, so that the break shows among doubled lines too."""
    if start == 0 or end == len(text):
        return ""
    return "\n" if text[start - 1] in "\n\r" else "\n\n"


def _c1(text: str, start: int, end: int) -> Edit:
    controls = text[start:end]
    is_next_line = not controls.strip("\x85")
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    if MOJIBAKE.search(beside) or (end - start > 1 and not is_next_line):
        return Edit(start, end, controls, "looks like mojibake")
    if is_next_line:
        return Edit(start, end, "\n" * (end - start), "line end")
    return Edit(start, end, "", "prints nothing")


def _kept(text: str, start: int, end: int, *, is_right_to_left: bool) -> list[int]:
    """Where in a run of invisible characters those are that the text needs."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    run = text[start:end]
    needed = ""
    if is_right_to_left:
        needed += "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    if USES_JOINERS.match(before):
        needed += "\u200c\u200d\u180e"
    elif PICTURE.match(before) and PICTURE.match(after):
        needed += "\u200d"
    if PARTS_WORDS_UNSEEN.match(before) and PARTS_WORDS_UNSEEN.match(after):
        needed += "\u200b"
    kept = [at for at, c in enumerate(run, start) if c in needed] if needed else []
    if "\xad" in run and LINE_END.match(text, end):
        kept = sorted([*kept, start + run.rindex("\xad")])
    return kept
