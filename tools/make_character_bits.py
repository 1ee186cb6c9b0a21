"""Write src/paperclean/data/character_bits.txt: how surprising each character is in newspaper text.

    python tools/make_character_bits.py CORPUS_FOLDER

The folder holds zh-Hans_news.txt, zh-Hant_news.txt and en_news.txt. A character's probability is the mean of its
shares in the three, which makes no script likelier than another; what is written is its negative logarithm to
base 2, rounded: one line for each value, the value and the characters that have it. Only ASCII, Han characters and
full-width punctuation are counted: the little else that the sources hold is partly their own dirt.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

COUNTED = re.compile("[!-~、-】㐀-鿿！-～𠀀-𿿽]")
SOURCES = ("zh-Hans_news.txt", "zh-Hant_news.txt", "en_news.txt")
RAREST = 20  # bits: a character seen twice in the longest source; one seen less often tells nothing


def main(folder: Path, target: Path) -> None:
    share: defaultdict[str, float] = defaultdict(float)
    for name in SOURCES:
        counts = Counter((folder / name).read_text(encoding="utf-8"))
        total = sum(counts.values())
        for character, count in counts.items():
            if COUNTED.match(character):
                share[character] += count / total / len(SOURCES)
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for character in sorted(share):
        bits = round(-math.log2(share[character]))
        if bits <= RAREST:
            rows[bits].append(character)
    lines = [f"{bits} {''.join(rows[bits])}\n" for bits in sorted(rows)]
    target.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parents[1] / "src/paperclean/data/character_bits.txt")
