"""Write src/paperclean/data/compatibility_forms.tsv: characters that are another character's second form.

    python tools/make_compatibility_forms.py EquivalentUnifiedIdeograph.txt

The file is of the Unicode Character Database (14.0 or later). Radicals and strokes come from it, all other
forms from Python's `unicodedata`; private-use characters from two codecs that disagree: GB 18030 of 2000
(Python's) put 80 characters of GBK and a dozen others in the private use area that GB 18030 of 2005
(`iconv`, glibc's) took out of it, Unicode having received them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/paperclean/data/compatibility_forms.tsv"

# Where NFKC would give an ASCII sign, or several signs for one: the sign that Chinese text has.
VERTICAL = dict(zip("︐︑︒︓︔︕︖︗︘︙︰︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈", "，、。：；！？〖〗…：—–（）｛｝〔〕【】《》〈〉「」『』［］", strict=True))  # fmt: skip
SMALL = dict(zip("﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫", "，、．；：？！—（）｛｝〔〕＃＆＊＋－＜＞＝＼＄％＠", strict=True))  # fmt: skip

# Windows puts the characters of symbol fonts at U+F000 and up (cmap 3,0). F0B7 is the bullet of Symbol; the
# others are the list marks of Wingdings, by what that font draws.
SYMBOL_FONTS = {0xF06C: "●", 0xF06E: "■", 0xF071: "❑", 0xF075: "◆", 0xF076: "❖", 0xF0A7: "▪", 0xF0A8: "◻", 0xF0B7: "•", 0xF0D8: "➢", 0xF0E8: "➔", 0xF0FC: "✔", 0xF0FE: "☑"}  # fmt: skip


def equivalent_ideographs(path: Path) -> Iterator[tuple[int, int]]:
    row = re.compile(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)")
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := row.match(line):
            first, last = int(match[1], 16), int(match[2] or match[1], 16)
            yield from ((c, int(match[3], 16)) for c in range(first, last + 1))


def block(c: int) -> str:
    if c < 0x2F00:
        return "CJK radical"
    return "Kangxi radical" if c < 0x3000 else "CJK stroke"


def private_use() -> Iterator[tuple[int, str]]:
    for c in range(0xE766, 0xE865):
        encoded = chr(c).encode("gb18030")
        if c >= 0xE815:  # the 80 of GBK lie in one row, FE50 to FEA0 without FE7F
            trail = 0x50 + c - 0xE815
            encoded = bytes((0xFE, trail + (trail >= 0x7F)))
        if len(encoded) != 2:
            continue
        now = subprocess.run(["iconv", "-f", "GB18030", "-t", "UTF-8"], input=encoded, capture_output=True, check=True).stdout.decode()  # noqa: S607  # fmt: skip
        if not "\ue000" <= now <= "\uf8ff":
            yield c, now


def rows(path: Path) -> Iterator[tuple[str, int, str]]:
    folded: dict[int, str] = {}
    ideographs = dict(equivalent_ideographs(path))
    for c, ideograph in ideographs.items():
        folded[c] = chr(ideograph)
        yield block(c), c, chr(ideograph)
    for c in [*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)]:
        normal = unicodedata.normalize("NFC", chr(c))
        if normal != chr(c):
            yield "compatibility ideograph", c, normal
    for kind, table in (("vertical form", VERTICAL), ("small form", SMALL)):
        for form, sign in table.items():
            yield kind, ord(form), sign
    for c in range(0xFB00, 0xFB07):
        # The long s of its ligature stays long; whether to fold it is another question.
        yield "ligature", c, "ſt" if c == 0xFB05 else unicodedata.normalize("NFKC", chr(c))
    # GBK's blank at A3A0, which no standard gives: browsers read it as the ideographic space (index gb18030 of the Encoding Standard).
    yield "private use: GBK", 0xE5E5, "\u3000"
    for c, now in private_use():
        now = folded.get(ord(now), now)
        yield "private use: GBK", c, VERTICAL.get(now, now)
    for c, sign in SYMBOL_FONTS.items():
        yield "private use: symbol font", c, sign


def main(path: Path, target: Path) -> None:
    lines = (f"{kind}\t{c:04X}\t{' '.join(f'{ord(d):04X}' for d in to)}" for kind, c, to in rows(path))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), TARGET)
