"""Write src/paperclean/data/surname_company.txt: what stands around the surname of a person.

    python tools/make_surname_company.py FOLDER

The folder holds zh-Hans_news.txt. Counted are surnames that are hardly anything else, each setting (the character
before and three after) once, or a few leaders would count for all people. A line is a character and, in quarter
nats, how much oftener than by chance it stands before a surname, and first, second and third after it:
log((n + 1) / (e + 1)) for n settings where e were expected. Settings of a character once count as none; none that
were not expected either are 0, and a line of zeros is left out.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

SURNAMES = frozenset("刘陈赵吴徐郭杨孙朱邓曹彭蔡潘董冯谢沈吕魏卢蒋")
PLACES = (-1, 1, 2, 3)
FEWEST = 2
STEP = 4


def table(folder: Path) -> str:
    """The file's content, from the corpus in *folder*."""
    text = "".join((folder / "zh-Hans_news.txt").read_text(encoding="utf-8").split())
    characters = Counter(text)
    settings = {text[at - 1 : at + 4] for at in range(1, len(text) - 3) if text[at] in SURNAMES}
    around = [Counter(setting[1 + place] for setting in settings) for place in PLACES]
    lines = []
    for c, count in sorted(characters.items()):
        if c.isascii():
            continue
        expected = count * len(settings) / len(text)
        steps = [_steps(seen[c], expected) for seen in around]
        if any(steps):
            lines.append(" ".join((c, *map(str, steps))) + "\n")
    return "".join(lines)


def _steps(seen: int, expected: float) -> int:
    seen = seen if seen >= FEWEST else 0
    return round(STEP * math.log((seen + 1) / (expected + 1))) if seen or expected >= 1 else 0


if __name__ == "__main__":
    target = Path(__file__).parents[1] / "src/paperclean/data/surname_company.txt"
    target.write_text(table(Path(sys.argv[1])), encoding="utf-8")
