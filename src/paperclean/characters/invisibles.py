"""Characters that print nothing."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from paperclean.edits import Edit
from paperclean.pipeline import rewrite

__all__ = ["drop_invisibles"]

INVISIBLE = regex.compile("[\ufeff\u200b]")


@rewrite
def drop_invisibles(text: str) -> Iterator[Edit]:
    r"""Drop characters that print nothing: byte-order marks, zero-width spaces.

    >>> drop_invisibles("\ufeff海\u200b关")
    '海关'

    Left alone, since a newline prints:

    >>> drop_invisibles("海\n关")
    '海\n关'
    """
    for match in INVISIBLE.finditer(text):
        yield Edit(match.start(), match.end(), "")
