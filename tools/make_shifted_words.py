"""Write src/paperclean/data/shifted_words.txt: words that hold a character a shifted font could have made.

    python tools/make_shifted_words.py DICT

DICT is the dictionary of jieba 0.42.1 (dict.txt, MIT licence), a word, its count and its class a line. Kept are
words of two to four characters counted three times or more.
"""

from __future__ import annotations

import sys
from pathlib import Path

from paperclean.characters.founder import suspects

FEWEST = 3
LONGEST = 4
ALSO = "路遥 袁隆平 叶剑英 叶圣陶 尧舜 唐尧 陶渊明 大冶 冶金 荒野 视野 朝野 下野 越野 沃野 遥操作"  # that the dictionary lacks
NUMBERS = tuple("一二三四五六七八九十")
ROCKETS = [
    f"遥{number}{part}" for number in (*NUMBERS, *("十" + n for n in NUMBERS)) for part in ("", "运", "火")
]


def words(dictionary: Path) -> str:
    """The file's content."""
    rare = suspects()
    known = {*ALSO.split(), *ROCKETS}
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if 2 <= len(word) <= LONGEST and int(count) >= FEWEST and any(c in rare for c in word):
            known.add(word)
    return "\n".join(sorted(known)) + "\n"


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "src/paperclean/data/shifted_words.txt"
    target.write_text(words(Path(sys.argv[1])), encoding="utf-8")
