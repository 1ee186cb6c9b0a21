"""How well one Chinese character follows another: counts of news text, simplified and traditional alike."""

from __future__ import annotations

import lzma
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["NATS", "UNASSOCIATED", "HanAssociation", "han_association"]

UNASSOCIATED = 128  # the byte of a pair that follows each other as often as by chance
NATS = tuple((byte - UNASSOCIATED) / 16 for byte in range(256))  # what each byte of the table stands for


@dataclass(frozen=True)
class HanAssociation:
    """A table of pointwise mutual information between neighbouring characters.

    *index* gives a character's row (0: one for all unknown characters), *table* is row-major of
    *size* by *size* bytes, and `NATS[table[index[a] * size + index[b]]]` is the association of `ab`.
    *frequency* is the logarithm of a row's share of the text, *opening* by how much (log) it likelier opens a
    headline or a paragraph than stands within a sentence.
    """

    index: dict[str, int]
    size: int
    table: bytes
    frequency: list[float]
    opening: list[float]

    def pmi(self, first: str, second: str) -> float:
        """How much likelier (log) *second* follows *first* than by chance; 0 where it is not known."""
        return NATS[self.table[self.index.get(first, 0) * self.size + self.index.get(second, 0)]]

    def along(self, firsts: Iterable[str], seconds: Iterable[str]) -> list[float]:
        """The `pmi` of each of *firsts* and the one of *seconds* in its place, as far as both go."""
        row = self.index.get
        table, size = self.table, self.size
        return [NATS[table[row(a, 0) * size + row(b, 0)]] for a, b in zip(firsts, seconds, strict=False)]


@cache
def han_association() -> HanAssociation:
    """The table, read from the package on first use (4 MB in memory).

    >>> association = han_association()
    >>> association.pmi("企", "业") > 5 > 0 > association.pmi("，", "。")
    True
    >>> association.pmi("國", "家") == association.pmi("国", "家")
    True
    >>> association.opening[association.index["据"]] > 2 > -4 > association.opening[association.index["的"]]
    True
    """
    content = lzma.decompress(files("paperclean.data").joinpath("han_association.xz").read_bytes())
    header, _, body = content.partition(b"\n")
    rows = header.decode().split(" ")
    index = {c: i for i, forms in enumerate(rows) for c in forms}
    size = len(rows)
    frequency = [-rarity / 16 for rarity in body[:size]]
    return HanAssociation(
        index, size, body[2 * size :], frequency, [NATS[byte] for byte in body[size : 2 * size]]
    )
