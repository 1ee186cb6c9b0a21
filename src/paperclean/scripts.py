"""Characters that tell simplified from traditional Chinese."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import regex

__all__ = ["simplified_only", "traditional_only"]


@cache
def simplified_only() -> regex.Pattern[str]:
    """The commonest characters that simplified text uses and traditional text does not."""
    return _one_of(row=0)


@cache
def traditional_only() -> regex.Pattern[str]:
    """The commonest characters that traditional text uses and simplified text does not."""
    return _one_of(row=1)


def _one_of(row: int) -> regex.Pattern[str]:
    table = files("paperclean.data").joinpath("script_characters.txt").read_text(encoding="utf-8")
    return regex.compile(f"[{table.split()[row]}]")
