"""Brackets and quotation marks whose other half was misread, or is of another family."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import regex

from paperclean.edits import Edit
from paperclean.steps import rewrite

__all__ = ["balance_brackets"]

OPENING = "（(【[［〔《〈「『﹁﹃“{"
CLOSING = "）)】]］〕》〉」』﹂﹄”}"
PARTNER = dict(zip(OPENING, CLOSING, strict=True)) | dict(zip(CLOSING, OPENING, strict=True))
# Shapes that a reader takes for one another; within a family the earlier form is the one a newspaper prints.
FAMILIES = ("（(", "【〔［[", "《〈", "「﹁", "『﹃", "“", "{")
FAMILY = {c: at for at, forms in enumerate(FAMILIES) for form in forms for c in (form, PARTNER[form])}
ROUND, QUOTES, BRACES = 0, 5, 6
NARROW = frozenset("()[]{}")
WITHIN_WORDS = frozenset("[]{}")
PAIRS = tuple(one + other for one, other in zip(OPENING, CLOSING, strict=True) if one != "(")
BEHIND_CLOSING = frozenset("，。、；：！？）)》】〕\n")
DEEPEST = 3  # pairs inside one another that are told at a glance
MARK = re.compile(r'[（()）【】\[\]［］〔〕《》〈〉「」『』﹁﹂﹃﹄“”{}"]')
NARROW_CLOSING = re.compile(r"\)")
FAR = 120  # characters that a bracket's other half may be away
NEAR = 40  # the same where the halves are of different families
LOOKED_AT = 5  # marks behind one that tell what becomes of it
HAN = regex.compile(r"\p{Han}|[，。、；：？！]")
LIST_MARK = regex.compile(r"(?:^|[\s（(；;，,。.、])[0-9０-９a-zA-Zivx一二三四五六七八九十]{1,3}$")
# A letter or a stroke that stands for an opening bracket before a capitalized word: CReuters), |Paris); not CDs).
FALSE_OPENING = regex.compile(r"(?<!\S)([Cl|])(?=\p{Lu}\p{Ll}{2})")


@rewrite
def balance_brackets(text: str) -> Iterator[Edit]:
    r"""Give brackets and quotation marks the other half they were printed with.

    A bracket whose partner is of another form or family, and has no partner of its own, was misread: the
    halves are made to match, in full width beside Han characters. Nested and over line ends, up to 120
    characters apart. In Latin text a `C`, `l`, `|` or `{` becomes a bracket where a closing one stands alone.

    >>> balance_brackets("（图1)与【通讯]，“你好\"")
    '（图1）与【通讯】，“你好”'
    >>> balance_brackets("London, May 3 CReuters)")
    'London, May 3 (Reuters)'

    Left alone: what has its partner, marks of a list, and brackets that are simply missing their other half:

    >>> balance_brackets("1) 报名；a) 审核（见附件[2]），他说：“你好。")
    '1) 报名；a) 审核（见附件[2]），他说：“你好。'
    """
    if is_balanced(text):
        return
    before = text
    found: dict[int, str] = {}
    while changes := changes_in(text):
        found.update(changes)
        characters = list(text)
        for at, c in changes.items():
            characters[at] = c
        text = "".join(characters)
    for at in sorted(found):
        if before[at] != found[at]:
            yield Edit(at, at + 1, found[at], "the other half is of another form", 0.95)


def is_balanced(text: str) -> bool:
    """Whether the marks of *text* are pairs beside and inside one another: then nothing is to be done, however far apart.

    Straight quotation marks match curved ones only. Of narrow round brackets there is one form; one that stays without
    its other half, or whose other half is far off, may close a letter that was a bracket, and does nothing else.
    """
    marks = "".join(MARK.findall(text))
    if "“" not in marks and "”" not in marks:
        marks = marks.replace('"', "")
    may_close = ")" in marks
    for _ in range(DEEPEST):
        for pair in PAIRS:
            marks = marks.replace(pair, "")
    if marks.strip("()"):
        return False
    return not may_close or not any(
        FALSE_OPENING.search(text, max(0, closed.start() - NEAR), closed.start())
        for closed in NARROW_CLOSING.finditer(text)
    )


class _Mark(NamedTuple):
    at: int
    mark: str

    @property
    def family(self) -> int:
        return FAMILY[self.mark]


class _Opened:
    """The marks that wait for their other half, the last one on top."""

    def __init__(self) -> None:
        self._marks: deque[_Mark] = deque()
        self._waiting = [0] * len(FAMILIES)  # of each family

    @property
    def top(self) -> _Mark | None:
        return self._marks[-1] if self._marks else None

    def push(self, mark: _Mark) -> None:
        self._marks.append(mark)
        self._waiting[mark.family] += 1

    def pop(self) -> _Mark:
        mark = self._marks.pop()
        self._waiting[mark.family] -= 1
        return mark

    def pop_family(self, family: int) -> _Mark | None:
        """The last one of *family*; those above it have no other half."""
        if not self._waiting[family]:
            return None
        while (mark := self.pop()).family != family:
            pass
        return mark

    def forget(self, before: int) -> None:
        """Let go those that stand before a place: their other half is too far away."""
        while self._marks and self._marks[0].at < before:
            self._waiting[self._marks.popleft().family] -= 1


def changes_in(text: str) -> dict[int, str]:
    """The characters of *text* to be changed, by where they stand; one reading from left to right."""
    changes: dict[int, str] = {}
    opened = _Opened()
    straight: int | None = None  # a straight quotation mark without a partner
    last = 0  # where the last mark ended
    for match in MARK.finditer(text):
        at, mark = match.start(), match[0]
        opened.forget(at - FAR)
        if mark == "“" and _must_close(text, at) and opened.pop_family(QUOTES):
            changes[at] = "”"
        elif mark in OPENING:
            opened.push(_Mark(at, mark))
        elif mark == '"':
            is_second = straight is not None and at - straight <= FAR
            if _closes_curved(text, at, opened.top, straight if is_second else None):
                changes[at] = "”"
                opened.pop()
            else:
                straight = None if is_second else at
        elif partner := opened.pop_family(FAMILY[mark]):
            if PARTNER[mark] != partner.mark:
                changes |= _in_one_form(text, partner, _Mark(at, mark))
        elif mark == "”":
            if straight is not None and at - straight <= FAR:
                changes[straight] = "“"
            straight = None
        else:
            changes |= _misread_half(text, opened, _Mark(at, mark), last)
        last = at + 1
    return changes


def _misread_half(text: str, opened: _Opened, closing: _Mark, before: int) -> dict[int, str]:
    """What makes a pair of a *closing* mark that nothing of its family opened; the mark before it ends at *before*."""
    top = opened.top
    if top and _is_misread(text, closing, top):
        opened.pop()
        if top.family == BRACES:
            return {top.at: PARTNER[closing.mark]}
        return {closing.at: PARTNER[top.mark]}
    if closing.mark == ")" and not top:
        opening = _false_opening(text, before, closing.at)
        if opening is not None:
            return {opening: "("}
    return {}


def _must_close(text: str, at: int) -> bool:
    """Whether a quotation mark stands where none opens: behind a word, before a mark that closes something, or at a line's end."""
    if not at or not HAN.match(text, at - 1):
        return False
    return at + 1 == len(text) or text[at + 1] in BEHIND_CLOSING


def _marks_after(text: str, at: int, end: int) -> Iterator[tuple[int, str]]:
    """The next few marks behind *at*, up to *end*, and where they stand."""
    return ((match.start(), match[0]) for match in islice(MARK.finditer(text, at + 1, end), LOOKED_AT))


def _closes_soon(text: str, at: int, closing: str) -> bool:
    """Whether the next quotation mark behind *at* is *closing*."""
    for _, mark in _marks_after(text, at, at + FAR + 1):
        if mark in {"“", '"'}:
            return False
        if mark == closing:
            return True
    return False


def _closes_curved(text: str, at: int, top: _Mark | None, straight: int | None) -> bool:
    """Whether the straight mark at *at* closes the curved one on *top*, and not a *straight* one, nor opens a quotation inside."""
    if not top or top.mark != "“" or (straight is not None and straight > top.at):
        return False
    return not _closes_soon(text, at, "”") and not _opens_inside(text, at)


def _opens_inside(text: str, at: int) -> bool:
    """Whether a straight mark opens a quotation inside another: behind a blank, or between letters if those that follow make pairs."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isspace() or before in OPENING:
        return after.isalnum()
    if not (before.isalnum() and after.isalnum()):
        return False
    straight = 0
    for _, mark in _marks_after(text, at, at + FAR + 1):
        if mark in {"“", "”"}:
            return mark == "”" and straight % 2 == 1
        straight += mark == '"'
    return straight > 0 and straight % 2 == 0  # the last one closes the other


def _in_one_form(text: str, opened: _Mark, closing: _Mark) -> dict[int, str]:
    """What gives two halves of one family one form: the wide one beside Han characters, the narrow one elsewhere."""
    forms = FAMILIES[closing.family]
    one, other = opened.mark, PARTNER[closing.mark]
    inside = text[max(0, opened.at - 1) : opened.at + 12] + text[max(0, closing.at - 12) : closing.at + 2]
    wide = HAN.search(inside) is not None
    chosen = min((one, other), key=lambda c: ((c in NARROW) == wide, forms.index(c)))
    if one != chosen:
        return {opened.at: chosen}
    return {closing.at: PARTNER[chosen]}


def _is_misread(text: str, closing: _Mark, opened: _Mark) -> bool:
    """Whether the *closing* mark, which nothing of its family opened, closes *opened*."""
    at = closing.at
    if _is_a_letter(text, opened) or _is_a_letter(text, closing):
        return False
    if at - opened.at > NEAR or QUOTES in {opened.family, closing.family}:
        return False
    if LIST_MARK.search(text[max(opened.at + 1, at - 6) : at]) and closing.family == ROUND:
        return False
    for _, later in _marks_after(text, at, opened.at + FAR + 1):
        if FAMILY.get(later) == opened.family:
            return later in OPENING
    return True


def _is_a_letter(text: str, mark: _Mark) -> bool:
    """Whether a square or curly bracket stands inside a Latin word, as what OCR makes of a letter: `effec[ed`."""
    word = text[mark.at - 1 : mark.at] + text[mark.at + 1 : mark.at + 2]
    return mark.mark in WITHIN_WORDS and len(word) == 2 and word.isalpha() and HAN.search(word) is None


def _false_opening(text: str, before: int, at: int) -> int | None:
    """Where the one letter or stroke stands, from *before* on, that must be the bracket which *at* closes."""
    start = max(at - NEAR, before, text.rfind("\n", max(0, at - NEAR), at) + 1)
    found = list(FALSE_OPENING.finditer(text, start, at))
    return found[0].start(1) if len(found) == 1 else None
