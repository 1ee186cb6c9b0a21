"""What depends on the whole page, measured once per stage and handed to steps as ordinary arguments.

A survey holds values, never positions: positions go stale at the first edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import regex

from paperclean.languages import clearly, likeliest
from paperclean.scripts import is_traditional, may_hold_han, upper_bytes

__all__ = ["Survey", "sample"]

SAMPLE = 6_000  # characters that decide language and script; three stretches of a longer text
LETTERS_SAMPLE = 600  # of them, evenly spaced, that are counted
WORDS_SAMPLE = 3_000  # characters of it whose words tell the language
FEWER_WORDS = 600  # that tell it of nine pages in ten, where no other language has half as many
# Share of spaces; of Chinese pages as printed 0.005 at most, of those spaced by machine from 0.2 on.
SPACED = 0.05

HAN_RUN = regex.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
LATIN = regex.compile(r"\p{Latin}")
KANA = regex.compile(r"[\u3041-\u30fa]")
# Letters by the upper byte of their code; those of Latin-1 by the lower one. Counted so in a tenth of the time.
HAN_ROWS = bytes((*range(0x34, 0xA0), 0xF9, 0xFA))
LETTER_ROWS = bytes((*range(0x01, 0x20), *range(0xA0, 0xD8)))
LATIN_1_LETTERS = bytes(c for c in range(0x100) if chr(c).isalpha())


def _count(values: bytes, wanted: bytes) -> int:
    return len(values) - len(values.translate(None, wanted))


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
        """What of the text tells its language and script: all of it, or three stretches of a long one."""
        return sample(self.text)

    @cached_property
    def may_hold_han(self) -> bool:
        """Whether the text may hold a Han character, or one as wide."""
        return may_hold_han(self.text)

    @cached_property
    def is_spaced(self) -> bool:
        """Whether there are more spaces than print sets between Han characters."""
        return self.text.count(" ") > SPACED * len(self.text)

    @cached_property
    def _letters(self) -> str:
        """Characters of the sample, evenly spaced: letters are counted there, not words."""
        return self.sample[:: 1 + len(self.sample) // LETTERS_SAMPLE]

    @cached_property
    def _han(self) -> int:
        return _count(upper_bytes(self._letters), HAN_ROWS)

    @cached_property
    def _kana(self) -> int:
        return len(KANA.findall(self._letters))

    @cached_property
    def han_share(self) -> float:
        """The share of Han characters among the letters, from 0 to 1."""
        if not self._han:
            return 0.0
        latin = _count(self._letters.encode("latin-1", "ignore"), LATIN_1_LETTERS)
        return self._han / (self._han + self._kana + latin + _count(upper_bytes(self._letters), LETTER_ROWS))

    @cached_property
    def script(self) -> str | None:
        """`Hans`, `Hant`, `Latn`, or None for a text of no letters or of other scripts (ISO 15924)."""
        if not self.may_hold_han or not self.han_share:
            return "Latn" if LATIN.search(self.sample) else None
        if self.han_share < 0.3:  # a Han letter carries as much as two or three Latin ones
            return "Latn"
        if self._kana > 0.2 * self._han:
            return None
        return "Hant" if is_traditional(self._letters) else "Hans"

    @cached_property
    def language(self) -> str | None:
        """`zh`, `en`, `de`, `fr`, `nl`, or None where the text's words do not tell (ISO 639-1)."""
        if self.script in {"Hans", "Hant"}:
            return "zh"
        if self.script != "Latn":
            return None
        return clearly(sample(self.sample, FEWER_WORDS)) or likeliest(sample(self.sample, WORDS_SAMPLE))
