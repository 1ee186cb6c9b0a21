"""Write src/paperclean/data/vocabulary_*.txt.xz: the commonest words of a language, by how common they are.

    pip install wordfreq
    python tools/make_vocabulary.py

Counted by wordfreq 3.1 (https://github.com/rspeer/wordfreq; the lists are CC BY-SA 4.0). Kept are words of two or
more small letters of Western Europe.
"""

from __future__ import annotations

import bisect
import lzma
import re
from pathlib import Path

from paperclean.languages import LANGUAGES

WORDS = 14_000  # of each language: rarer ones are more often misreadings than words that a line end divides
READ = 60_000  # of wordfreq's list, of which some hold digits, capitals or other letters
BANDS = (4.3, 5.0, 5.7)  # Zipf frequencies where the next band of commoner words begins
WORD = re.compile("[a-zß-öø-ÿœ]{2,}")


def vocabulary(language: str) -> bytes:
    """The file's content: a line for each band, the commonest first, its words in order."""
    import wordfreq  # noqa: PLC0415  # only the tool needs it

    words = [word for word in wordfreq.top_n_list(language, READ, "best") if WORD.fullmatch(word)][:WORDS]
    bands: list[list[str]] = [[] for _ in range(len(BANDS) + 1)]
    for word in words:
        bands[-1 - bisect.bisect_right(BANDS, wordfreq.zipf_frequency(word, language))].append(word)
    lines = "\n".join(" ".join(sorted(band)) for band in bands)
    return lzma.compress(lines.encode(), preset=9 | lzma.PRESET_EXTREME)


if __name__ == "__main__":
    for name in LANGUAGES:
        target = Path(__file__).parent.parent / f"src/paperclean/data/vocabulary_{name}.txt.xz"
        target.write_bytes(vocabulary(name))
