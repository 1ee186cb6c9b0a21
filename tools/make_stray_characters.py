"""Write src/paperclean/data/stray_characters.txt: characters of one script with one form alone in the other.

    python tools/make_stray_characters.py CORPUS_FOLDER

The folder holds zh-Hans_news.txt and zh-Hant_news.txt. Two pairs of lines: characters that a simplified page
does not hold and their simplified forms, then characters that a traditional page does not hold and their
traditional forms. Conversions are OpenCC's, of single characters. Left out are a character with two forms in the other
script (发: 發, 髮), and one that the other script has as its own: its news text holds it (乾, 於, 里), or its
character set (GB 2312; Big5 of Hong Kong), or Japan's, as variants that old papers print too (却, 占, 灾).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from opencc import OpenCC

TARGET = Path(__file__).parents[1] / "src/paperclean/data/stray_characters.txt"
HAN = range(0x4E00, 0xA000)
COMMON = 5  # occurrences in its own script's news


def is_in(c: str, charset: str) -> bool:
    try:
        c.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def main(folder: Path, target: Path) -> None:
    simplified, traditional = (
        Counter((folder / f"{script}_news.txt").read_text(encoding="utf-8"))
        for script in ("zh-Hans", "zh-Hant")
    )
    to_traditional, to_simplified = OpenCC("s2t").convert, OpenCC("t2s").convert
    origins = defaultdict(set)
    for c in map(chr, HAN):
        if to_simplified(c) != c:
            origins[to_simplified(c)].add(c)
    lines = []
    strays = [
        c
        for c in map(chr, HAN)
        if not is_in(c, "gb2312")
        and traditional[c] >= COMMON
        and to_simplified(c) != c
        and to_traditional(to_simplified(c)) == c
        and simplified[c] <= simplified[to_simplified(c)] / 10_000
    ]
    lines += ["".join(strays), "".join(map(to_simplified, strays))]
    strays = [
        c
        for c in map(chr, HAN)
        if not is_in(c, "big5hkscs")
        and not is_in(c, "shift_jis")
        and simplified[c] >= COMMON
        and origins[c] == {to_traditional(c)}
        and not traditional[c]
        and traditional[to_traditional(c)]
    ]
    lines += ["".join(strays), "".join(map(to_traditional, strays))]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), TARGET)
