"""The 748 symbol fonts of Founder (方正) typesetting, and what their characters look like by mistake.

The fonts hold rows 1 to 9 of GB 2312 (punctuation, digits, letters, kana, rules): lead bytes A1 to A9. A
PDF that embeds one without saying so is read with the lead byte 0x31 too high, as Han characters of the rows
D2 to DA: `，` (A3 AC) as 袁 (D4 AC).
"""

from __future__ import annotations

from functools import cache

__all__ = ["printed_by_shifted"]

LEAD_BYTES = range(0xA1, 0xAA)
TRAIL_BYTES = range(0xA1, 0xFF)
SHIFT = 0x31


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
