"""Which letters engines take for which, by the shapes of roman type and of Fraktur."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files

__all__ = ["misreadings"]


@cache
def misreadings(language: str) -> dict[str, list[tuple[str, float]]]:
    """For the letters that are read, what may be printed in *language*, and the log odds of it.

    >>> dict(misreadings("de")["k"])["t"], "t" in dict(misreadings("en")["k"])
    (-4.0, False)
    """
    table: dict[str, dict[str, float]] = defaultdict(dict)
    text = files("paperclean.data").joinpath("misreadings.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        *languages, surprise, pairs = line.split(" ", 2 if line[0].isalpha() else 1)
        if languages and language not in languages:
            continue
        for pair in pairs.split(" "):
            read, _, printed = pair.partition(">")
            table[read][printed] = -float(surprise)
    return {read: list(printed.items()) for read, printed in table.items()}
