"""Characters that tell simplified from traditional Chinese."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["simplified_only", "traditional_only"]


@cache
def simplified_only() -> frozenset[str]:
    """The commonest characters that simplified text uses and traditional text does not."""
    return _row(0)


@cache
def traditional_only() -> frozenset[str]:
    """The commonest characters that traditional text uses and simplified text does not."""
    return _row(1)


def _row(number: int) -> frozenset[str]:
    table = files("paperclean.data").joinpath("script_characters.txt").read_text(encoding="utf-8")
    return frozenset(table.split()[number])
