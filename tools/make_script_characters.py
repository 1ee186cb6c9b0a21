"""Write src/paperclean/data/script_characters.txt: Han characters that only one of the two scripts uses.

    python tools/make_script_characters.py CORPUS_FOLDER

The folder holds zh-Hans_news.txt and zh-Hant_news.txt. A character counts as simplified only if OpenCC (s2t)
changes it and the traditional text hardly holds it; as traditional only the other way round. The 150
commonest of each are kept.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from opencc import OpenCC

KEPT = 150
STRAY = 0.02  # how often, relative to its own script, the other script may hold the character


def main(folder: Path, target: Path) -> None:
    counts = {}
    for script in ("zh-Hans", "zh-Hant"):
        text = (folder / f"{script}_news.txt").read_text(encoding="utf-8")
        total = len(text)
        counts[script] = Counter({c: n / total for c, n in Counter(text).items()})
    to_traditional, to_simplified = OpenCC("s2t").convert, OpenCC("t2s").convert
    lines = []
    for own, other, leave, keep in (
        ("zh-Hans", "zh-Hant", to_traditional, to_simplified),
        ("zh-Hant", "zh-Hans", to_simplified, to_traditional),
    ):
        kept = []
        for c, share in counts[own].most_common():
            if (
                "\u4e00" <= c <= "\u9fff"
                and leave(c) != c
                and keep(c) == c
                and counts[other][c] < STRAY * share
            ):
                kept.append(c)
            if len(kept) == KEPT:
                break
        lines.append("".join(kept))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parents[1] / "src/paperclean/data/script_characters.txt")
