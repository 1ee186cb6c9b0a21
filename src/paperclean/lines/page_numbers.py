"""Page numbers on lines of their own, among lines that they have nothing to do with."""

from __future__ import annotations

import re

__all__ = ["page_numbers"]

# 12; - 12 -; 12 / 223; VIII; Seite 3; 第12页
PAGE_NUMBER = re.compile(
    r"""[-–—·•*(\[（［]{0,2}[ ]?(?:第?[ ]?\d{1,4}[ ]?[页頁版]?|\d{1,4}[ ]?/[ ]?\d{1,4}
    |(?=[IVXLC]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})
    |(?i:page|seite|pagina|pag\.|blz\.|p\.|s\.)[ ]?\d{1,4})[ ]?[-–—·•*)\]）］]{0,2}""",
    re.VERBOSE,
)
LONGEST = 16  # characters


def page_numbers(lines: list[str]) -> list[int]:
    """The numbers of those of *lines* that are a page number and nothing else.

    >>> page_numbers(["the council rose.", "- 12 -", "There were 12", "12 May"])
    [1]
    """
    return [
        i for i, size in enumerate(map(len, lines)) if size <= LONGEST and PAGE_NUMBER.fullmatch(lines[i])
    ]
