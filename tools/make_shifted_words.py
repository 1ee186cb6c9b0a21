"""Write src/paperclean/data/shifted_words.txt: words that hold a character a shifted font could have made.

    python tools/make_shifted_words.py DICT

DICT is the dictionary of jieba 0.42.1 (dict.txt, MIT licence), a word, its count and its class a line. Kept are
words of two to four characters counted three times or more, unless a shorter word in them holds the same
character, so that a look at the neighbours of a character finds them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from paperclean.characters.founder import suspects

FEWEST = 3
LONGEST = 4
ALSO = "路遥 袁野 袁隆平 叶剑英 叶圣陶 尧舜 唐尧 陶渊明 大冶 冶金 荒野 视野 在野 朝野 下野 越野 沃野 遥六 遥三"


def words(dictionary: Path) -> str:
    """The file's content."""
    rare = suspects()
    known = set(ALSO.split())
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if 2 <= len(word) <= LONGEST and int(count) >= FEWEST and any(c in rare for c in word):
            known.add(word)
    kept = [word for word in known if not _told_by_a_shorter(word, known, rare)]
    return "\n".join(sorted(kept)) + "\n"


def _told_by_a_shorter(word: str, known: set[str], rare: frozenset[str]) -> bool:
    covered = [False] * len(word)
    for size in range(2, len(word)):
        for start in range(len(word) - size + 1):
            if word[start : start + size] in known:
                covered[start : start + size] = [True] * size
    return all(done or c not in rare for c, done in zip(word, covered, strict=True))


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "src/paperclean/data/shifted_words.txt"
    target.write_text(words(Path(sys.argv[1])), encoding="utf-8")
