"""Write src/paperclean/data/unending.txt: characters that no clause ends with.

    python tools/make_unending.py CORPUS_FOLDER

Counted in zh-Hans_news.txt is where a character stands without being bound to the one before it (据 in 据报道, not
in 数据). Kept is what stands so five hundred times, and before a mark or a line's end less than once in a
thousand, where others do once in eight; the commonest first.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from paperclean.characters.shift_evidence import UNBOUND
from paperclean.statistics.han import han_association

TARGET = Path(__file__).parents[1] / "src/paperclean/data/unending.txt"
MARKS = "，。、；：？！”）》\n"
ENOUGH, SELDOM = 500, 1000


def main(folder: Path, target: Path) -> None:
    text = (folder / "zh-Hans_news.txt").read_text(encoding="utf-8")
    pmi = han_association().pmi
    every: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for (before, c, after), times in Counter(zip(text, text[1:], text[2:], strict=False)).items():
        if _is_han(c) and not (_is_han(before) and pmi(before, c) > UNBOUND):
            every[c] += times
            marked[c] += times * (after in MARKS)
    kept = "".join(c for c, n in every.most_common() if n >= ENOUGH and marked[c] * SELDOM < n)
    target.write_text(f"{kept}\n", encoding="utf-8")


def _is_han(c: str) -> bool:
    return "\u4e00" <= c <= "\u9fff"


if __name__ == "__main__":
    main(Path(sys.argv[1]), TARGET)
