"""Write surname_company.txt in src/paperclean/data/: what stands beside a surname.

    python tools/make_surname_company.py FOLDER

The folder holds zh-Hans_news.txt. A line is a character and, in quarter nats, how much oftener than by chance it stands
at each place: log((n + 1) / (e + 1)) for n sightings where e were expected. Sightings of a character once count as
none; none that were not expected either are 0, and a line of zeros is left out, and so is ASCII.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

SURNAMES = frozenset("刘陈赵吴徐郭杨孙朱邓曹彭蔡潘董冯谢沈吕魏卢蒋")  # which are hardly anything else
FEWEST = 2
STEP = 4


def surname_company(folder: Path) -> str:
    """What stands before the surname of a person, and first, second and third after it.

    Each setting, of the character before and three after, counts once, or a few leaders would count for all people.
    """
    text = "".join((folder / "zh-Hans_news.txt").read_text(encoding="utf-8").split())
    settings = {text[at - 1 : at + 4] for at in range(1, len(text) - 3) if text[at] in SURNAMES}
    return _table(text, [setting[:1] + setting[2:] for setting in settings])


def _table(text: str, sightings: Collection[Sequence[str]]) -> str:
    """How much oftener than in *text* each character stands at each place of the *sightings*."""
    places = [Counter(place) for place in zip(*sightings, strict=True)]
    lines = []
    for c, count in sorted(Counter(text).items()):
        if c.isascii():
            continue
        expected = count * len(sightings) / len(text)
        steps = [_steps(seen[c], expected) for seen in places]
        if any(steps):
            lines.append(" ".join((c, *map(str, steps))) + "\n")
    return "".join(lines)


def _steps(seen: int, expected: float) -> int:
    seen = seen if seen >= FEWEST else 0
    return round(STEP * math.log((seen + 1) / (expected + 1))) if seen or expected >= 1 else 0


if __name__ == "__main__":
    target = Path(__file__).parents[1] / "src/paperclean/data/surname_company.txt"
    target.write_text(surname_company(Path(sys.argv[1])), encoding="utf-8")
