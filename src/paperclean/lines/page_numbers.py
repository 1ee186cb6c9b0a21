"""Page numbers and running heads on lines of their own, among lines that they have nothing to do with."""

from __future__ import annotations

import re
from itertools import compress

from paperclean.lines.printed import Lines

__all__ = ["page_numbers", "running_heads"]

# 12; - 12 -; 12 / 223; VIII; Seite 3; 第12页
PAGE_NUMBER = re.compile(
    r"""[-–—·•*\[（［]{0,2}[ ]?(?:第?[ ]?\d{1,4}[ ]?[页頁版]?|\d{1,4}[ ]?/[ ]?\d{1,4}
    |(?=[IVXLC]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})
    |(?i:page|seite|pagina|pag\.|blz\.|p\.|s\.)[ ]?\d{1,4})[ ]?[-–—·•*\]）］]{0,2}""",
    re.VERBOSE,
)
ENDS = re.compile(r"[\d页頁版IVXLC\-–—·•*)\]）］]")  # that such a line may have
LONGEST = 16  # characters
# Letters of a running head, at least, the share of them in capitals, and the share of lines behind a blank one where it stands between two
SHORTEST_HEAD, LEAST_CAPITALS, MOST_BLANKS = 8, 0.7, 1 / 3


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


def running_heads(lines: Lines) -> list[int]:
    r"""The numbers of those of *lines* in capitals that stand between blank lines before a small letter: a page ended inside a sentence.

    >>> from paperclean.lines.printed import printed_lines
    >>> running_heads(printed_lines("and the\ncost of the\nnew\n\n14 THE DAILY POST\n\nbridge was\ntold to all"))
    [3]
    """
    texts, apart = lines.texts, lines.apart
    if sum(apart) > MOST_BLANKS * len(texts):
        return []
    below = [i for i in compress(range(1, len(texts)), apart[1:]) if texts[i][0].islower()]
    return [i - 1 for i in below if (i == 1 or apart[i - 1]) and _is_in_capitals(texts[i - 1])]


def _is_in_capitals(line: str) -> bool:
    letters = [character.isupper() for character in line if character.isalpha()]
    return len(letters) >= SHORTEST_HEAD and sum(letters) >= LEAST_CAPITALS * len(letters)
