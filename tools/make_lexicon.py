"""Write src/paperclean/data/lexicon_*.txt.xz: the words of a language that a reading is held against, by how common they are.

    pip install wordfreq
    python tools/make_lexicon.py

Counted by wordfreq 3.1 (https://github.com/rspeer/wordfreq; the lists are CC BY-SA 4.0). Kept are words of small letters of
Western Europe. A line holds the Zipf frequency (the logarithm of how often a word stands in a billion) and its words in order.
"""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from pathlib import Path

from paperclean.languages import LANGUAGES

WORDS = 60_000  # of each language; with 100,000 and 150,000 as many words are put right, and as few spoiled
READ = 100_000  # of wordfreq's list, of which some hold digits or other letters
PER_STEP = 2  # steps of Zipf frequency for one of ten times as many
WORD = re.compile("[a-zß-öø-ÿœ]{2,}")


def lexicon(language: str) -> bytes:
    """The file's content, the commonest words first."""
    import wordfreq  # noqa: PLC0415  # only the tool needs it

    words = [word for word in wordfreq.top_n_list(language, READ, "best") if WORD.fullmatch(word)][:WORDS]
    lines = defaultdict(list)
    for word in words:
        lines[round(wordfreq.zipf_frequency(word, language) * PER_STEP) / PER_STEP].append(word)
    text = "\n".join(f"{zipf} {' '.join(sorted(lines[zipf]))}" for zipf in sorted(lines, reverse=True))
    return lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)


if __name__ == "__main__":
    for name in LANGUAGES:
        target = Path(__file__).parent.parent / f"src/paperclean/data/lexicon_{name}.txt.xz"
        target.write_bytes(lexicon(name))
