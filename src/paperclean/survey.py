"""What depends on the whole page, measured once per stage and handed to steps as ordinary arguments.

A survey holds values, never positions: positions go stale at the first edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import regex

from paperclean.languages import likeliest
from paperclean.scripts import simplified_only, traditional_only

__all__ = ["Survey", "sample"]

SAMPLE = 6_000  # characters that decide language and script; three stretches of a longer text
WORDS_SAMPLE = 3_000  # characters of it whose words tell the language

HAN_RUN = regex.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
LETTERS = regex.compile(r"\p{L}+")
KANA = regex.compile(r"[\u3041-\u30fa]")


def sample(text: str, size: int = SAMPLE) -> str:
    """The whole of a text of ordinary length; of a longer one its beginning, middle and end."""
    if len(text) <= size:
        return text
    third = size // 3
    middle = (len(text) - third) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


@dataclass(frozen=True)
class Survey:
    r"""Measurements of the text that enters a stage.

    >>> page = Survey("中央和地方政府出台了一系列帮扶\n政策，降低企业负担、促进复工复产。")
    >>> page.script, page.language
    ('Hans', 'zh')
    >>> Survey("Der Kaiser ist in die Stadt und auf das Schloss gekommen.").language
    'de'
    """

    text: str

    @cached_property
    def sample(self) -> str:
        return sample(self.text)

    @cached_property
    def _letters(self) -> str:
        """Every third character of the sample: letters are counted there, not words."""
        return self.sample[::3] if len(self.sample) > SAMPLE // 3 else self.sample

    @cached_property
    def _han(self) -> int:
        return sum(map(len, HAN_RUN.findall(self._letters)))

    @cached_property
    def han_share(self) -> float:
        """The share of Han characters among the letters, from 0 to 1."""
        letters = sum(map(len, LETTERS.findall(self._letters)))
        return self._han / letters if letters else 0.0

    @cached_property
    def script(self) -> str | None:
        """`Hans`, `Hant`, `Latn`, or None for a text of no letters or of other scripts (ISO 15924)."""
        if not self.han_share:
            return "Latn" if regex.search(r"\p{Latin}", self.sample) else None
        if self.han_share < 0.3:  # a Han letter carries as much as two or three Latin ones
            return "Latn"
        if len(KANA.findall(self._letters)) > 0.2 * self._han:
            return None
        found, count = set(self._letters), self._letters.count
        simplified = sum(map(count, found & simplified_only()))
        return "Hant" if sum(map(count, found & traditional_only())) > simplified else "Hans"

    @cached_property
    def language(self) -> str | None:
        """`zh`, `en`, `de`, `fr`, `nl`, or None where the text's words do not tell (ISO 639-1)."""
        if self.script in {"Hans", "Hant"}:
            return "zh"
        if self.script != "Latn":
            return None
        return likeliest(sample(self.sample, WORDS_SAMPLE))
