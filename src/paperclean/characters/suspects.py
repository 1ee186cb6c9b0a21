"""One search for all that the steps for garbled, invisible and second characters look for; most pages hold none of it."""

from __future__ import annotations

import re
from functools import cache

from paperclean.characters.forms import SECOND_FORMS
from paperclean.characters.invisibles import SUSPECTS, is_printable
from paperclean.characters.mojibake import beginnings

__all__ = ["holds_suspects"]

BEYOND = "\U00010000-\U0010ffff"  # characters that take two units of UTF-16


def holds_suspects(text: str) -> bool:
    """Whether `undo_mojibake`, `drop_invisibles` or `fold_compatibility_forms` may have anything to do on *text*.

    >>> holds_suspects("Ça déjà, 海关加快清关"), holds_suspects("海\u200b关"), holds_suspects("cafÃ©")
    (False, True, True)
    """
    if text.isascii():
        return not is_printable(text)
    return _suspect().search(text) is not None


@cache
def _suspect() -> re.Pattern[str]:
    """A set of what is no suspect, which rules out a character in half the time of a set of those that are one.

    Characters beyond U+FFFF are no part of it: pages hold few, and ranges of them would be asked for one by one.
    """
    garbled, beside = beginnings()
    always = SUSPECTS + SECOND_FORMS
    below = "".join(map(chr, range(0x10000)))
    runs = re.finditer(f"[^{garbled}{always}]+", below)
    honest = "".join(f"\\u{run.start():04x}-\\u{run.end() - 1:04x}" for run in runs)
    return re.compile(f"[^{honest}](?:(?<=[{always}{BEYOND}])|{beside})")
