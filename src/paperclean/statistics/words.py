"""How strongly one word calls for the next: associations of word classes in Latin-script languages.

A line that ends in *auf der* is followed by a noun, one that ends in *Reichsre-* by the rest of that word. The
tables hold no word pairs but pairs of classes: the commonest words stand for themselves, any other for its
case and its last two letters; hyphens, commas and sentence ends are classes of their own. Where a pair is
rare, its shapes decide (capital, small, digit), and a language without a table has only these.
"""

from __future__ import annotations

import lzma
import math
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from paperclean.languages import LANGUAGES

__all__ = ["HYPHENS", "WordAssociation", "word_association"]

HYPHENS = "-‐‑¬\xad⸗="  # as printed and as engines write them; `=` is that of Fraktur
WRAPPING = "„“”»«()[]'’‚‘*\""  # stands around a word and says little of it
STOPS = ".,;:!?"
OLD_LETTERS = str.maketrans({"ſ": "s"})
SMOOTHING = 3.0  # as many imagined pairs follow the shapes' association
SHAPE_SMOOTHING = 5.0
UNSEEN_JOINT = -0.5
LEAST, MOST = -3.0, 3.5  # in natural logarithms


@dataclass(frozen=True, eq=False)
class WordAssociation:
    """Counts of neighbouring word classes, and from them the association of two words.

    *common* are the words that are classes of their own. *left* and *right* count the classes of the first and
    of the second word of a pair, *pairs* the pairs; *left_shapes*, *right_shapes* and *shape_pairs* the same
    of their shapes. *joints* is the association, in natural logarithms, of the two letters before a hyphen with the two
    letters after it.
    """

    common: frozenset[str]
    left: dict[str, int]
    right: dict[str, int]
    pairs: dict[tuple[str, str], int]
    left_shapes: dict[str, int]
    right_shapes: dict[str, int]
    shape_pairs: dict[tuple[str, str], int]
    joints: dict[str, float]
    _known: dict[tuple[str, str], Following] = field(default_factory=dict, repr=False)

    def pmi(self, last_word: str, first_word: str) -> float:
        """The pointwise mutual information of two words, the second following the first, in natural logarithms.

        Above 0 where the second word is likelier after the first than elsewhere; from -3 to 3.5.
        """
        left = self.left_class(last_word)
        value = self.between(left, self.right_class(first_word))
        if left[1] == HYPHENATED:
            value += self.joint(joint_letters(last_word, first_word))
        return min(MOST, max(LEAST, value))

    def left_class(self, word: str) -> tuple[str, str]:
        """The class and the shape of a word that another follows."""
        return left_classes(word, self.common)

    def right_class(self, word: str) -> tuple[str, str]:
        """The class and the shape of a word that follows another."""
        return right_classes(word, self.common)

    def between(self, left: tuple[str, str], right: tuple[str, str]) -> float:
        """The association of two classes; a loop over many lines asks for each line's classes once."""
        return self.following(left)[right]

    def following(self, left: tuple[str, str]) -> Following:
        """The associations of a class and shape with all that may follow it."""
        known = self._known.get(left)
        if known is None:
            known = self._known[left] = Following(self, left)
        return known

    def joint(self, letters: str) -> float:
        """How well two letters before a hyphen and two after it fit inside one word; 0 where unknown."""
        return self.joints.get(letters, UNSEEN_JOINT if self.joints else 0.0)

    def association(self, left: str, left_shape: str, right: str, right_shape: str) -> float:
        expected = self.left_shapes.get(left_shape, 0) * self.right_shapes.get(right_shape, 0) / self.total
        seen = self.shape_pairs.get((left_shape, right_shape), 0)
        shapes = (seen + SHAPE_SMOOTHING) / (expected + SHAPE_SMOOTHING)
        expected = self.left.get(left, 0) * self.right.get(right, 0) / self.total
        return math.log((self.pairs.get((left, right), 0) + SMOOTHING * shapes) / (expected + SMOOTHING))

    @cached_property
    def total(self) -> int:
        """How many pairs were counted."""
        return sum(self.left_shapes.values()) or 1


class Following(dict[tuple[str, str], float]):
    """For each class and shape of a second word its association with one of a first; reckoned when first asked for.

    Classes are common words and pairs of letters, not the words of a text, so that what is kept stays small.
    """

    def __init__(self, table: WordAssociation, left: tuple[str, str]) -> None:
        super().__init__()
        self.table, self.left = table, left

    def __missing__(self, right: tuple[str, str]) -> float:
        value = self[right] = self.table.association(*self.left, *right)
        return value


HYPHENATED = "-"


def joint_letters(stump: str, rest: str) -> str:
    """The two letters before a hyphen and the two after it."""
    return (stump.rstrip(HYPHENS)[-2:] + rest[:2]).translate(OLD_LETTERS).lower()


def whole_word(stump: str, rest: str) -> str:
    """The word that *stump*, with its hyphen, and *rest* make, in small letters, without what stands around it.

    >>> whole_word("„Regie-", "rung,")
    'regierung'
    """
    whole = stump.strip(WRAPPING).rstrip(HYPHENS) + rest.strip(WRAPPING + STOPS + HYPHENS)
    return whole.translate(OLD_LETTERS).lower()


def shape(word: str) -> str:
    first = word[:1]
    return "C" if first.isupper() else "l" if first.islower() else "n" if first.isdigit() else "o"


@lru_cache(maxsize=1 << 14)  # a few words make up most of any text
def left_classes(word: str, common: frozenset[str]) -> tuple[str, str]:
    """The class and the shape of a word that another follows."""
    bare = word.strip(WRAPPING)
    if len(bare) > 1 and bare[-1] in HYPHENS:
        return HYPHENATED, HYPHENATED
    last = bare[-1:]
    if last and last in STOPS:
        kind = "," if last in ",;" else "a" if last == "." and len(bare) <= 3 else "."  # a: an abbreviation
        return kind + shape(bare), kind
    lower = bare.translate(OLD_LETTERS).lower()
    if lower in common:
        return lower, shape(bare) + "f"
    return shape(bare) + lower[-2:], shape(bare)


@lru_cache(maxsize=1 << 14)
def right_classes(word: str, common: frozenset[str]) -> tuple[str, str]:
    """The class and the shape of a word that follows another."""
    bare = word.strip(WRAPPING).rstrip(STOPS)
    kind = shape(bare)
    if word[:1] in '„"»“':
        return '"' + kind, '"' + kind
    lower = bare.translate(OLD_LETTERS).lower()
    if lower in common:
        return kind + lower, kind + "f"
    return kind + lower[-2:], kind


@cache
def word_association(language: str | None) -> WordAssociation:
    """The associations of *language* (`en`, `de`, `fr`, `nl`); of shapes alone for any other, or None.

    >>> english = word_association("en")
    >>> english.pmi("of", "the") > 0 > english.pmi("the", "of")
    True
    """
    name = language if language in LANGUAGES else "shapes"
    packed = files("paperclean.data").joinpath(f"words_{name}.txt.xz").read_bytes()
    return unpack(lzma.decompress(packed).decode("utf-8"))


def pack(table: WordAssociation) -> str:
    """Write *table* as lines of text; `unpack` reads it."""
    left, right = (
        sorted(table.left, key=lambda c: (-table.left[c], c)),
        sorted(table.right, key=lambda c: (-table.right[c], c)),
    )
    number = {name: i for i, name in enumerate(right)}
    lines = [
        " ".join(sorted(table.common)),
        " ".join(left),
        " ".join(str(table.left[c]) for c in left),
        " ".join(right),
        " ".join(str(table.right[c]) for c in right),
        " ".join(f"{a} {b} {n}" for (a, b), n in sorted(table.shape_pairs.items())),
    ]
    by_letters: dict[str, list[str]] = {}
    for letters, value in sorted(table.joints.items()):
        by_letters.setdefault(letters[:2], []).append(letters[2:] + chr(ord("m") + round(2 * value)))
    lines.append(" ".join(first + "".join(rest) for first, rest in by_letters.items()))
    rows: dict[str, list[tuple[int, int]]] = {}
    for (a, b), n in table.pairs.items():
        rows.setdefault(a, []).append((number[b], n))
    for name in left:
        before, cells, counts = -1, [], []
        for column, n in sorted(rows.get(name, ())):
            cells.append(str(column - before))
            counts.append(str(n))
            before = column
        lines.append(" ".join(cells) + "|" + " ".join(counts))
    return "\n".join(lines)


def unpack(text: str) -> WordAssociation:
    """Read what `pack` wrote."""
    common, left, left_counts, right, right_counts, shapes, joints, *rows = text.split("\n")
    rights = right.split()
    pairs: dict[tuple[str, str], int] = {}
    lefts = left.split()
    for name, row in zip(lefts, rows, strict=True):
        steps, _, counts = row.partition("|")
        column = -1
        for step, n in zip(steps.split(), counts.split(), strict=True):
            column += int(step)
            pairs[name, rights[column]] = int(n)
    cells = shapes.split(" ")
    shape_pairs = {(a, b): int(n) for a, b, n in zip(cells[::3], cells[1::3], cells[2::3], strict=True)}
    left_shapes: dict[str, int] = {}
    right_shapes: dict[str, int] = {}
    for (a, b), count in shape_pairs.items():
        left_shapes[a] = left_shapes.get(a, 0) + count
        right_shapes[b] = right_shapes.get(b, 0) + count
    joint_values = {
        group[:2] + group[i : i + 2]: (ord(group[i + 2]) - ord("m")) / 2
        for group in joints.split()
        for i in range(2, len(group), 3)
    }
    return WordAssociation(
        frozenset(common.split()),
        dict(zip(lefts, map(int, left_counts.split()), strict=True)),
        dict(zip(rights, map(int, right_counts.split()), strict=True)),
        pairs,
        left_shapes,
        right_shapes,
        shape_pairs,
        joint_values,
    )
