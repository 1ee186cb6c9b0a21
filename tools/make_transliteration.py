"""Write src/paperclean/data/transliteration.txt: characters that spell foreign names in Chinese.

    python tools/make_transliteration.py CORPUS_FOLDER

Counted are the two characters on either side of an interpunct in zh-Hans_news.txt. Kept, the commonest first,
is what stands there at least five times, and six times as often as elsewhere; titles (融合·创新) fall below
that. The second line holds the same characters in traditional form (OpenCC).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from opencc import OpenCC

TARGET = Path(__file__).parents[1] / "src/paperclean/data/transliteration.txt"
HAN = "[\u4e00-\u9fff]"
OFTEN, OFTENER = 5, 6


def main(folder: Path, target: Path) -> None:
    text = (folder / "zh-Hans_news.txt").read_text(encoding="utf-8")
    everywhere = Counter(text)
    names: Counter[str] = Counter()
    for match in re.finditer(rf"(?<={HAN}{{2}})·(?={HAN}{{2}})", text):
        names.update(text[match.start() - 2 : match.start()] + text[match.end() : match.end() + 2])
    rate = OFTENER * names.total() / len(text)
    kept = "".join(c for c, n in names.most_common() if n >= OFTEN and n >= rate * everywhere[c])
    target.write_text(f"{kept}\n{OpenCC('s2t').convert(kept)}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), TARGET)
