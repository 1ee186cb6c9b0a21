"""Page numbers on lines of their own, among lines that they have nothing to do with."""

from __future__ import annotations

import re

from paperclean.lines.printed import Lines

__all__ = ["page_numbers"]

# 12; - 12 -; 12 / 223; VIII; Seite 3; 第12页
PAGE_NUMBER = re.compile(
    r"""[-–—·•*\[（［]{0,2}[ ]?(?:第?[ ]?\d{1,4}[ ]?[页頁版]?|\d{1,4}[ ]?/[ ]?\d{1,4}
    |(?=[IVXLC]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})
    |(?i:page|seite|pagina|pag\.|blz\.|p\.|s\.)[ ]?\d{1,4})[ ]?[-–—·•*\]）］]{0,2}""",
    re.VERBOSE,
)
ENDS = re.compile(r"[\d页頁版IVXLC\-–—·•*)\]）］]")  # that such a line may have
LONGEST = 16  # characters


def page_numbers(lines: Lines) -> list[int]:
    r"""The numbers of those of *lines* that are a page number and nothing else.

    >>> from paperclean.lines.printed import printed_lines
    >>> page_numbers(printed_lines("the council rose.\n- 12 -\nThere were 12\n12 May"))
    [1]
    """
    texts = lines.texts
    likely = [match.start() for match in ENDS.finditer(lines.lasts)]
    return [
        i
        for i in likely
        if len(texts[i]) <= LONGEST
        and PAGE_NUMBER.fullmatch(texts[i])
        and not (i + 1 < len(texts) and texts[i + 1][0] == "%")
    ]
