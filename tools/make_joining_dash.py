"""Write src/paperclean/data/joining_dash.txt: what stands before and after a single dash between Chinese characters.

    python tools/make_joining_dash.py FOLDER

The folder holds zh-Hans_news.txt. A line is a character and, in quarter nats, how much oftener than by chance it
stands before such a dash, and after one, whether it was written `—`, `－` or `-`: log((n + 1) / (e + 1)) for n sightings
where e were expected. Sightings of a character once count as none; none that were not expected either are 0, and a
line of zeros is left out, and so is ASCII.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from pathlib import Path

BEFORE, AFTER = "[\u4e00-\u9fff”》）]", "[\u4e00-\u9fff“《（]"
DASH = re.compile(f"({BEFORE})[—－-](?={AFTER})(?=(.))")
FEWEST = 2
STEP = 4


def table(folder: Path) -> str:
    """The file's content, from the corpus in *folder*."""
    text = (folder / "zh-Hans_news.txt").read_text(encoding="utf-8")
    characters = Counter("".join(text.split()))
    total = sum(characters.values())
    pairs = DASH.findall(text)
    before, after = (Counter(side) for side in zip(*pairs, strict=True))
    lines = []
    for c, count in sorted(characters.items()):
        if c.isascii():
            continue
        expected = count * len(pairs) / total
        sides = [_steps(seen[c], expected) for seen in (before, after)]
        if any(sides):
            lines.append("{} {} {}\n".format(c, *sides))
    return "".join(lines)


def _steps(seen: int, expected: float) -> int:
    seen = seen if seen >= FEWEST else 0
    return round(STEP * math.log((seen + 1) / (expected + 1))) if seen or expected >= 1 else 0


if __name__ == "__main__":
    target = Path(__file__).parents[1] / "src/paperclean/data/joining_dash.txt"
    target.write_text(table(Path(sys.argv[1])), encoding="utf-8")
