"""What stands between two lines once they are one."""

from __future__ import annotations

import re

from paperclean.scripts import FIRST_HAN, upper_bytes

__all__ = ["joint", "may_hold_chinese"]

NEAR = 12  # characters from a line's end in which a Chinese character makes what stands there Chinese
BLOCKS_BEFORE = bytes(range(ord(FIRST_HAN) >> 8))
# An address that a line end cuts: http://www.china | tax.gov.cn, wanbao_fu | kan@163.com
ADDRESS = re.compile(r"(?:://|www\.|@)[!-~]*\Z")
REST_OF_ADDRESS = re.compile(r"[\w.-]+@", flags=re.ASCII)
CHINESE = re.compile(f"[{FIRST_HAN}-\U0010ffff]")  # its characters, its marks, and what is rarer than both


def joint(before: str, after: str) -> str:
    """What belongs between two lines that are joined: a space between Latin words, else nothing.

    >>> joint("the whole", "town"), joint("出台帮扶", "政策"), joint("sanction—", "inquiry")
    (' ', '', '')
    """
    a, b = before[-1], after[0]
    if a >= FIRST_HAN or b >= FIRST_HAN:
        return ""
    near = before[-NEAR:] + after[:NEAR]
    if not near.isascii() and CHINESE.search(near):
        return " " if _are_words(before, after) else ""
    if a in "—–":  # a dash that touches its word touches the next one: sanction—inquiry, 4,00—4,20
        touched = before[-2:-1]
        return "" if (touched.isalpha() and b.islower()) or (touched.isdigit() and b.isdigit()) else " "
    return " "


def may_hold_chinese(text: str) -> bool:
    """Whether *text* may hold a character that makes what is near it Chinese; if not, only a dash is joined without a space."""
    return not text.isascii() and bool(upper_bytes(text).translate(None, BLOCKS_BEFORE))


def _are_words(before: str, after: str) -> bool:
    """Whether two Latin words meet in Chinese text, not 6. | 8万, ” | “, seoul_lb@ | csm or APE | C蓝."""
    a, b = before[-1], after[0]
    if ADDRESS.search(before) or REST_OF_ADDRESS.match(after):
        return False
    if a.isupper() and b.isupper() and after[1:2] >= FIRST_HAN:
        return False
    if a.isalnum() and b.isalnum():
        return not (a.isdigit() and b.isdigit())
    return a in ",;:.!?" and before[-2:-1].isalpha() and b.isalpha()
