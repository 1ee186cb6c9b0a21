"""Damage to characters and typography: radicals, invisibles, typed signs, strewn spaces."""

from __future__ import annotations

import random

import regex

from paperclean.characters.forms import forms

PLACE = regex.compile(r"(?<=[\u3400-\u9fff，。、；：！？“”「」])(?=[\u3400-\u9fff，。、；：！？“”「」])")


def with_strewn_spaces(text: str, seed: int, *, share: float = 0.2) -> str:
    """A space at that *share* of the places between two Chinese characters."""
    chance = random.Random(seed)
    return PLACE.sub(lambda _: " " if chance.random() < share else "", text)


def letter_spaced(text: str) -> str:
    """A space between each two Chinese characters."""
    return PLACE.sub(" ", text)


RADICALS = {character: form for form, (character, kind) in forms().items() if kind == "Kangxi radical"}
TYPED = {
    "dashes of three": ("——", "———"),
    "dashes of hyphens": ("——", "--"),
    "horizontal bars": ("——", "――"),
    "dots": ("……", "......"),
    "full stops": ("……", "。。。"),
    "midline dots": ("……", "⋯⋯"),
    "bullets": ("·", "•"),
    "doubled commas": ("，", "，，"),
}


def with_radicals(text: str) -> str:
    """A Kangxi radical for every ideograph that has one."""
    return "".join(RADICALS.get(c, c) for c in text)


def with_invisibles(text: str, seed: int) -> str:
    """Zero-width characters strewn over the text, and the line ends of another system."""
    chance = random.Random(seed)
    strewn = "".join(c + chance.choice("\u200b\ufeff\u2060\x00") * (chance.random() < 0.1) for c in text)
    return strewn.replace("\n", chance.choice(("\r\n", "\r", "\u2028", "\n")))


def with_half_width_commas(text: str) -> str:
    """ASCII for every comma and semicolon between two Han characters."""
    return regex.sub(
        r"(?<=[\u3400-\u9fff])[，；](?=[\u3400-\u9fff])", lambda m: {"，": ",", "；": ";"}[m[0]], text
    )
