"""Write src/paperclean/data/words_*.txt.xz: how strongly word classes follow each other, by language.

    python tools/make_words.py CORPUS_FOLDER [DUTCH_FOLDER]

English is counted from train/en_news.txt; German from the lines of the Hakenkreuzbanner and the Reichsanzeiger;
French from the corrected texts of ICDAR 2017; Dutch from two manuals of Debian, if a folder of their pages is given. Words are broken by hyphens at random places before a syllable, since running text holds few broken
words. Of the pairs only those are kept that change an association most.
"""

from __future__ import annotations

import html
import itertools
import json
import lzma
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from paperclean.statistics.words import (
    SHAPE_SMOOTHING,
    SMOOTHING,
    STOPS,
    WRAPPING,
    WordAssociation,
    joint_letters,
    left_classes,
    pack,
    right_classes,
)

COMMON = 400  # words that are classes of their own
KEPT = 12_000  # pairs of classes
LEAST_CLASS = 4  # a rarer class counts only by its shape
BROKEN = 0.06  # share of the long words that are broken by a hyphen
JOINTS = 1_800  # letter pairs around a hyphen
WORD = re.compile(r"[^\W\d_]{6,}")
VOWELS = "aeiouyäöüàâéèêëîïôùûœæ"


def syllables(word: str) -> list[int]:
    """Places where a word may be broken: before a consonant and a vowel."""
    return [
        i for i in range(2, len(word) - 2) if word[i].lower() not in VOWELS and word[i + 1].lower() in VOWELS
    ]


def broken(words: Iterable[str], chance: random.Random) -> Iterator[str]:
    for word in words:
        if (
            chance.random() < BROKEN
            and WORD.fullmatch(word.strip(WRAPPING + STOPS))
            and (at := syllables(word))
        ):
            place = chance.choice(at)
            yield word[:place] + "-"
            yield word[place:]
        else:
            yield word


def count(streams: list[list[str]], *, words: bool = True) -> WordAssociation:
    """Count the classes of neighbouring words in *streams* of words."""
    chance = random.Random(0)  # noqa: S311  # broken words need be alike in every run, not secret
    frequency = Counter(
        w.strip(WRAPPING).strip(STOPS).replace("ſ", "s").lower() for stream in streams for w in stream
    )
    frequency = Counter({w: n for w, n in frequency.items() if w and (w.isalpha() or "'" in w)})
    common = frozenset(w for w, _ in frequency.most_common(COMMON)) if words else frozenset()
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    shapes: Counter[tuple[str, str]] = Counter()
    shape_of_left, shape_of_right = {}, {}
    for stream in streams:
        run = list(broken(stream, chance))
        for first, second in itertools.pairwise(run):
            a, a_shape = left_classes(first, common)
            b, b_shape = right_classes(second, common)
            left[a] += 1
            right[b] += 1
            pairs[a, b] += 1
            shapes[a_shape, b_shape] += 1
            shape_of_left[a], shape_of_right[b] = a_shape, b_shape
    if not words:
        return WordAssociation(common, {}, {}, {}, {}, {}, dict(shapes), {})
    lefts: Counter[str] = Counter()
    rights: Counter[str] = Counter()
    for (a, b), n in shapes.items():
        lefts[a] += n
        rights[b] += n
    total = shapes.total()
    weights = {}
    for (a, b), n in pairs.items():
        if left[a] < LEAST_CLASS or right[b] < LEAST_CLASS:
            continue
        sa, sb = shape_of_left[a], shape_of_right[b]
        expected_shapes = lefts[sa] * rights[sb] / total
        prior = SMOOTHING * (shapes[sa, sb] + SHAPE_SMOOTHING) / (expected_shapes + SHAPE_SMOOTHING)
        weights[a, b] = n * math.log((n + prior) / prior)
    kept = sorted(weights, key=lambda pair: (-weights[pair], pair))[:KEPT]
    return WordAssociation(
        common,
        {c: n for c, n in left.items() if n >= LEAST_CLASS},
        {c: n for c, n in right.items() if n >= LEAST_CLASS},
        {pair: pairs[pair] for pair in kept},
        dict(lefts),
        dict(rights),
        dict(shapes),
        joints(frequency),
    )


def joints(frequency: Counter[str]) -> dict[str, float]:
    """The association of the letters on both sides of a place where a word may be broken."""
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for word, n in frequency.items():
        if not WORD.fullmatch(word):
            continue
        weight = 1 + math.log(n)
        for at in syllables(word):
            letters = joint_letters(word[:at], word[at:])
            left[letters[:2]] += weight  # type: ignore[assignment]  # Counter of floats
            right[letters[2:]] += weight  # type: ignore[assignment]
            both[letters] += weight  # type: ignore[assignment]
    total = sum(both.values())
    values = {}
    for letters, n in both.items():
        expected = left[letters[:2]] * right[letters[2:]] / total
        if n >= 3:
            values[letters] = max(-1.5, min(2.5, math.log((n + 1) / (expected + 1))))
    kept = sorted(values, key=lambda x: (-both[x], x))[:JOINTS]
    return {x: round(2 * values[x]) / 2 for x in kept}


def lines(path: Path) -> Iterator[list[str]]:
    """The blocks of lines of a file of cases."""
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if "regions" in row:
            yield from row["regions"]
        elif "lines" in row:
            yield row["lines"]
        else:
            yield row["gold"].splitlines()


def streams(language: str, corpus: Path, dutch: Path | None) -> list[list[str]]:
    if language == "en":
        text = (corpus / "train/en_news.txt").read_text(encoding="utf-8")
        return [paragraph.split() for paragraph in text.splitlines()]
    if language == "nl":
        if dutch is None:
            return []
        pages = [p.read_text(encoding="utf-8") for p in sorted(dutch.rglob("*.html"))]
        blocks = [
            b
            for page in pages
            for b in re.findall(r"<(?:p|dd|li)\b[^>]*>(.*?)</(?:p|dd|li)>", page, re.DOTALL)
        ]
        return [html.unescape(re.sub(r"<[^>]+>", "", block)).split() for block in blocks]
    names = {
        "de": (
            "columns/hkb_de",
            "columns/reichsanzeiger_de",
            "linebreaks/hkb_de",
            "linebreaks/reichsanzeiger_de",
        ),
        "fr": ("ocr/icdar2017_fr", "ocr/icdar2017_periodical_fr"),
    }[language]
    known: set[str] = set()
    out = []
    for name in names:
        for block in lines(corpus / f"dev/{name}.jsonl"):
            text = " ".join(block)
            if text not in known:
                known.add(text)
                out += [part.split() for part in re.split("#+", text)]  # ##: not transcribed
    return out


def main(corpus: Path, dutch: Path | None, target: Path) -> None:
    everything: list[list[str]] = []
    for language in ("en", "de", "fr", "nl"):
        counted = streams(language, corpus, dutch)
        if not counted:
            continue
        everything += counted[:20_000]
        write(count(counted), target / f"words_{language}.txt.xz")
    write(count(everything, words=False), target / "words_shapes.txt.xz")


def write(table: WordAssociation, path: Path) -> None:
    path.write_bytes(lzma.compress(pack(table).encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:]]
    main(
        folders[0],
        folders[1] if len(folders) > 1 else None,
        Path(__file__).parents[1] / "src/paperclean/data",
    )
