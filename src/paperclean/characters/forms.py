"""Characters that are second forms of another character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from paperclean.edits import Edit
from paperclean.scripts import upper_bytes
from paperclean.steps import rewrite
from paperclean.survey import Survey

__all__ = ["SECOND_FORMS", "fold_compatibility_forms"]

SECOND_FORMS = (
    "\u2e80-\u2fd5\u31c0-\u31e3"  # radicals, strokes
    "\uf900-\ufaff\U0002f800-\U0002fa1f"  # compatibility ideographs
    "\ufe10-\ufe19\ufe30-\ufe6b"  # vertical and small forms
    "\ufb00-\ufb06"  # ligatures
    "\ue000-\uf8ff"  # private use
)
SECOND_FORM = re.compile(f"[{SECOND_FORMS}]")
# The upper bytes of these characters' codes; those of a character beyond U+FFFF may be of one.
ROWS = bytes((0x2E, 0x2F, 0x31, *range(0xD8, 0xFC), 0xFE))
ROWS_AND_LONG_S = bytes((0x01, *ROWS))
SECOND_FORM_OR_LONG_S = re.compile(f"[{SECOND_FORMS}ſ]")

# Bars that part a heading (國際︱特朗普), but on a page set vertically, which has other such marks: there they are dashes.
BARS = "︱︲"
SET_VERTICALLY = re.compile("[︐-︙︵-﹄﹇﹈]")

# Three Kangxi radicals have a traditional ideograph for their equivalent, while fonts for simplified Chinese
# draw the radical as the simplified one.
SIMPLIFIED = {"⼾": "户", "⾭": "青", "⿈": "黄"}
BY_PAGE = frozenset(SIMPLIFIED) | frozenset(BARS)


@cache
def forms() -> dict[str, tuple[str, str]]:
    """For each second form the character it stands for, and what kind of form it is."""
    table = files("paperclean.data").joinpath("compatibility_forms.tsv").read_text(encoding="utf-8")
    found = {}
    for line in table.splitlines():
        kind, form, character = line.split("\t")
        found[chr(int(form, 16))] = ("".join(chr(int(c, 16)) for c in character.split()), kind)
    return found


def _of_page(text: str) -> dict[str, str]:
    """What those forms stand for in *text* that stand for something else in other texts, or for themselves."""
    bars = {} if SET_VERTICALLY.search(text) else {bar: bar for bar in BARS}
    return bars | (SIMPLIFIED if Survey(text).script == "Hans" else {})


@rewrite
def fold_compatibility_forms(text: str, *, long_s: bool = False) -> Iterator[Edit]:
    r"""Fold second forms of a character to the character that was printed.

    A PDF tells glyphs, and where one glyph serves two code points, extraction picks the wrong one: a Kangxi
    radical for the ideograph, a small or vertical form for a punctuation mark, a ligature for its letters.
    Text that passed through GBK holds private-use characters for ideographs that Unicode has received since,
    and list marks of Wingdings show as private-use characters too.

    >>> fold_compatibility_forms("平台数据显⽰，⼀系列⽉饼")
    '平台数据显示，一系列月饼'
    >>> fold_compatibility_forms("特朗普︰「Staﬀordshire oﬃces」")
    '特朗普：「Staffordshire offices」'

    Normalization to NFKC would do the same and destroy much else; other compatibility characters stay:

    >>> fold_compatibility_forms("① ½ ㎡ ℃ ，（Ａ）")
    '① ½ ㎡ ℃ ，（Ａ）'

    *long_s* folds `ſ` to `s` as well; it was printed, so by default it stays. A private-use character of
    unknown meaning stays and is remarked in the trace.

    Table: EquivalentUnifiedIdeograph.txt, canonical decompositions and ligatures of the Unicode Character
    Database; the characters that GB 18030 moved out of the private use area in 2005.
    """
    suspects, rows = (SECOND_FORM_OR_LONG_S, ROWS_AND_LONG_S) if long_s else (SECOND_FORM, ROWS)
    if text.isascii() or len((here := upper_bytes(text)).translate(None, rows)) == len(here):
        return
    of_page: dict[str, str] | None = None
    for match in suspects.finditer(text):
        form = match[0]
        at = match.start()
        if form in BY_PAGE:
            if of_page is None:
                of_page = _of_page(text)
            if form in of_page:
                if of_page[form] != form:
                    yield Edit(at, at + 1, of_page[form], "Kangxi radical")
                continue
        if form == "ſ":
            yield Edit(at, at + 1, "s", "long s")
        elif form in forms():
            character, kind = forms()[form]
            yield Edit(at, at + 1, character.replace("ſ", "s") if long_s else character, kind)
        elif "\ue000" <= form <= "\uf8ff":
            yield Edit(at, at + 1, form, "private use: only the font knows what was printed")
