"""Signs that open an item or a caption: bullets, arrows, geometric shapes and dingbats."""

from __future__ import annotations

__all__ = ["BULLETS"]

# But for ◀, which closes with ▶ as a bracket does.
BULLETS = (
    "•‣⁃∙" + "".join(map(chr, (*range(0x2190, 0x2200), *range(0x25A0, 0x27C0), *range(0x2B00, 0x2C00))))
).replace("◀", "")
