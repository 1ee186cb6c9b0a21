"""Characters that stand as HTML writes them, `&eacute;` or `&#233;`, in text that was once a page of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.entities import name2codepoint

from paperclean.edits import Edit
from paperclean.steps import rewrite

__all__ = ["undo_entities"]

# An ampersand may have been written so itself, once or several times: &amp;nbsp;
ENTITY = re.compile(
    r"&(?:(?:amp|#0*38|#[xX]0*26);)*([A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6});"
)
LINE = re.compile("^.*&.*$", re.MULTILINE)
TAG = re.compile("</?[A-Za-z][^<>\n]{0,200}>")
BLANKS = "\xa0\xad\u2002\u2003\u2009\u200b\u200c\u200d\u3000"  # that print nothing, and that web pages hold


@rewrite
def undo_entities(text: str) -> Iterator[Edit]:
    """Put characters in place of their names and numbers in HTML.

    Text taken from web pages keeps some of them, those of names with an accent or of blanks and quotation marks above all.

    >>> undo_entities("caf&#233; AT&amp;T &ldquo;两会&rdquo;")
    'café AT&T “两会”'

    Left alone: `&lt;` and `&gt;`, what is no name of HTML 4 or stands without its semicolon, letters and digits of ASCII, which nobody
    writes so, and every line with tags.

    >>> undo_entities("a &lt; b, R&D; &copy 1998, &#65; &to;")
    'a &lt; b, R&D; &copy 1998, &#65; &to;'
    >>> undo_entities("<p>caf&eacute;</p>")
    '<p>caf&eacute;</p>'
    """
    if "&" not in text:
        return
    for line in LINE.finditer(text):
        if TAG.search(line[0]):
            continue
        for match in ENTITY.finditer(text, *line.span()):
            if character := _character(match[1]):
                yield Edit(match.start(), match.end(), character, "a character as HTML writes it", 0.99)


@cache
def _character(name: str) -> str:
    """The character that HTML calls by *name*; empty where text seldom has it so."""
    if name[0] != "#" and name not in name2codepoint and name != "apos":
        return ""
    found = unescape(f"&{name};")
    if len(found) != 1 or found in "<>#;\ufffd" or (found.isascii() and found.isalnum()):
        return ""
    return found if found.isprintable() or found in BLANKS else ""
