"""The 748 symbol fonts of Founder (方正) typesetting, and what their characters look like by mistake.

The fonts hold rows 1 to 9 of GB 2312 (punctuation, digits, letters, kana, rules): lead bytes A1 to A9. A
PDF that embeds one without saying so is read with the lead byte 0x31 too high, as Han characters of the rows
D2 to DA: `，` (A3 AC) as 袁 (D4 AC).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = [
    "BRACKETS",
    "CLOSING",
    "DIGITS",
    "LATIN",
    "OPENING",
    "SIGNS",
    "printed_by_shifted",
    "suspects",
    "words",
]

LEAD_BYTES = range(0xA1, 0xAA)
TRAIL_BYTES = range(0xA1, 0xFF)
SHIFT = 0x31

OPENING = "（“‘《〈【「『〔〖"
CLOSING = "）”’》〉】」』〕〗"
BRACKETS = OPENING + CLOSING
DIGITS = "０１２３４５６７８９"
LATIN = "".join(chr(0xFF21 + i) + chr(0xFF41 + i) for i in range(26))
MARKS = "，。、；：？！…—·"
# What a newspaper prints besides; the rest of the rows (mathematics, other alphabets, rules) it does not.
SIGNS = "×－～／＋＝％‰°℃＆＃＠＊＄￥№§☆★○●◎◇◆□■△▲※→①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ［］"


@cache
def printed_by_shifted() -> dict[str, str]:
    """For each of the 682 shifted characters the one that was printed.

    >>> printed = printed_by_shifted()
    >>> len(printed), "".join(map(printed.get, "渊冤袁遥伊员"))
    (682, '（），。×１')
    """
    printed = {}
    for lead in LEAD_BYTES:
        for trail in TRAIL_BYTES:
            pair = bytes((lead, trail))
            if not _is_in_gb2312(pair):
                continue
            # GBK names the dash and the interpunct as text has them: — and ·, where GB 2312 has ― and ・.
            printed[bytes((lead + SHIFT, trail)).decode("gb2312")] = pair.decode("gbk")
    return printed


def _is_in_gb2312(pair: bytes) -> bool:
    try:
        pair.decode("gb2312")
    except UnicodeDecodeError:
        return False
    return True


@cache
def suspects() -> frozenset[str]:
    """The shifted characters of what newspapers print: marks, brackets, digits, letters, some signs."""
    common = set(MARKS + BRACKETS + DIGITS + LATIN + SIGNS)
    return frozenset(c for c, printed in printed_by_shifted().items() if printed in common)


@cache
def words() -> frozenset[str]:
    """Words of two to four characters that hold a suspect: 法院, 伊朗, 陶渊明."""
    return frozenset(
        files("paperclean.data").joinpath("shifted_words.txt").read_text(encoding="utf-8").split()
    )
