"""Signs that an engine reads for all hyphens of a page: `vor—` before `geschlagen`, `vor -`, `vor--`, `vor=`."""

from __future__ import annotations

import re
from collections import Counter

from paperclean.lines.misread_hyphens import is_divided_word
from paperclean.lines.own_words import LONGEST_PART, OwnWords

__all__ = ["divides_words"]

SIGNS = frozenset([*"–—−~_·=", " -", "--"])
LINE_END = re.compile(  # from the line end backwards, many times faster than from the sign
    r"\n(?:(?<=[^\W\d_][–—−~_·=]\n)|(?<=[^\W\d_][ -]-\n))(?=([a-zß-öø-ÿœſ]{2,40})(?![^\W\d_]))"
)
# Line ends with such a sign before a small letter inside known words, at least, and their share: of hyphens a third to a half
# are, of dashes between words none of 12 on real English pages.
FEWEST_WORDS, LEAST_WORDS = 2, 0.2


def divides_words(sign: str, text: str, own: OwnWords) -> bool:
    r"""Whether *sign* divides words at the line ends of *text*: it stands inside known ones often.

    >>> page = "The pilots met in the morn—\ning, and all mem—\nbers of the crew were re—\nported to the sher—\niff"
    >>> divides_words("—", page, OwnWords(page)), divides_words("~", page, OwnWords(page))
    (True, False)
    """
    if sign not in SIGNS:
        return False
    if own.hyphen_signs is None:
        own.hyphen_signs = _hyphen_signs(text, own)
    return sign in own.hyphen_signs


def _hyphen_signs(text: str, own: OwnWords) -> frozenset[str]:
    inside, all_ends = Counter[str](), Counter[str]()
    for match in LINE_END.finditer(text):
        end = match.start()
        start = end - 1 if text[end - 1] != "-" else end - 2
        sign = text[start:end]
        all_ends[sign] += 1
        inside[sign] += is_divided_word(text[max(0, start - LONGEST_PART) : start], match[1], own, sign)
    return frozenset(
        sign for sign, count in inside.items() if count >= max(FEWEST_WORDS, LEAST_WORDS * all_ends[sign])
    )
