"""Count how the lines of Chinese news text end and open when it is set into columns, for `lines/habits.py`.

    python tools/count_line_habits.py ../shared/corpus/train

The text has an article's title, then a paragraph a line, and a blank line between articles. Each article is set
in a column of its own width, its marks squeezed or not, and no line begins with a closing mark or cuts a number.
Printed are the shares of end marks inside paragraphs and in last lines, and by how much (natural logarithm) a
paragraph's start is likelier than its continuation before each kind of opening.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path

import regex

from paperclean.lines import chinese
from paperclean.lines.printed import Lines

SEED = 20
MOST_ARTICLES = 2000  # of either script
WIDTHS = (12, 14, 15, 16, 17, 18, 20, 22, 24)
END_CLASSES, OPENING_CLASSES = 8, 9
MARKS = "，。、；：！？（）《》「」『』“”‘’"
UNIT = regex.compile(
    r"[“‘（《「『【〈]*(?:[0-9]+(?:[.,][0-9]+)*[%％]?|[A-Za-z][A-Za-z0-9'-]*|——|……|[^，。、；：！？”’）》」』】〉…—·%％“‘（《「『【〈\s])"
    r"[，。、；：！？”’）》」』】〉·%％]*|\S"
)


def articles(path: Path) -> Iterator[list[str]]:
    for article in path.read_text(encoding="utf-8").split("\n\n"):
        blocks = [line.strip() for line in article.split("\n") if line.strip()]
        if len(blocks) > 1:
            yield blocks


def lines_of(text: str, width: float, mark: float) -> list[str]:
    """The lines of *text* in a column of *width* ems, the first indented by two; a mark takes *mark* ems."""
    lines, line, used = [], "", 2.0
    for unit in UNIT.findall(text):
        marks = sum(c in MARKS for c in unit)
        size = sum(0.5 if c < "\u2e80" and c not in MARKS else 1.0 for c in unit) - marks * (1 - mark)
        if line and used + size > width:
            lines.append(line)
            line, used = "", 0.0
        line += unit
        used += size
    return [*lines, line] if line else lines


def shares(counts: Counter[int]) -> list[float]:
    whole = counts.total() + 0.5 * END_CLASSES
    return [round((counts[k] + 0.5) / whole, 4) for k in range(END_CLASSES)]


def odds(starts: Counter[int], inside: Counter[int]) -> list[float]:
    a, b = starts.total() + 0.5 * OPENING_CLASSES, inside.total() + 0.5 * OPENING_CLASSES
    return [round(log((starts[k] + 0.5) / a * b / (inside[k] + 0.5)), 1) for k in range(OPENING_CLASSES)]


def main() -> None:
    chance = random.Random(SEED)  # noqa: S311  # a sample, no secret
    folder = Path(sys.argv[1])
    ends: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
    openings: dict[tuple[bool, bool], Counter[int]] = {}
    for name in ("zh-Hans_news.txt", "zh-Hant_news.txt"):
        every = list(articles(folder / name))
        for blocks in chance.sample(every, min(len(every), MOST_ARTICLES)):
            width, mark = chance.choice(WIDTHS), chance.choice((0.5, 0.5, 0.75, 1.0))
            before = chinese.NO_MARK
            for block in blocks:
                lines = lines_of(block, width, mark)
                # looked at as if no mark stood before any of them
                page = "\n".join(["\n，", *lines])
                kinds = chinese.opening_classes(Lines(["，", *lines]), page, [chinese.NO_MARK] * len(lines))[
                    1:
                ]
                marks = chinese.end_classes(Lines(lines))
                for i, (opening, end) in enumerate(zip(kinds, marks, strict=True)):
                    key = (before <= chinese.QUOTED_END, i == 0)
                    openings.setdefault(key, Counter())[opening] += 1
                    before = end
                    if len(lines) > 1:
                        ends[i + 1 == len(lines)][before] += 1
    print("end_inside", shares(ends[False]))
    print("end_last", shares(ends[True]))
    print("opening_after_end", odds(openings[True, True], openings[True, False]))
    print("opening_inside", odds(openings[False, True], openings[False, False]))


if __name__ == "__main__":
    main()
