"""Damage of typography: spaces strewn over text or between all its characters."""

from __future__ import annotations

import random

import regex

PLACE = regex.compile(r"(?<=[\u3400-\u9fff，。、；：！？“”「」])(?=[\u3400-\u9fff，。、；：！？“”「」])")


def with_strewn_spaces(text: str, seed: int, *, share: float = 0.2) -> str:
    """A space at that *share* of the places between two Chinese characters."""
    chance = random.Random(seed)
    return PLACE.sub(lambda _: " " if chance.random() < share else "", text)


def letter_spaced(text: str) -> str:
    """A space between each two Chinese characters."""
    return PLACE.sub(" ", text)
