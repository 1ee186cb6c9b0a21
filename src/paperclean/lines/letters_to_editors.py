"""How letters to an editor begin and close, in English, German, French and Dutch."""

from __future__ import annotations

import re

__all__ = ["closes_letter", "is_salutation"]

# Dear Sirs,; Liebe Frau Irene,; TO THE EDITOR OF THE TIMES.; Geehrter Herr Redakteur!; Monsieur le directeur,
SALUTATION = re.compile(
    r"""(?:(?:My\ )?Dear\ )?(?:Sirs?|SIRS?|Madam|Gentlemen|(?:Mr|MR)\.\ (?i:editor))[,:]
    |(?:Dear|Liebe[rs]?|Ch(?:er|ère)s?|Beste|Waarde)\ [A-ZÄÖÜÉ][\w'’.-]*(?:\ [A-ZÄÖÜÉ][\w'’.-]*){0,3}\s?[,!:]
    |(?:To|TO)\ (?i:the\ editors?)\b.{0,50}
    |(?:Sehr\ geehrte|Geehrte|Verehrte|Verehrliche|Tit\.\ |An\ die\ )r?\ ?(?:Herr|Redaktion|Redaction|Frau).{0,30}[!,.]
    |(?:Monsieur|Messieurs)(?:\ le\ (?i:rédacteur|directeur).{0,20})?\s?,
    |(?:Mijnheer|Geachte|Waarde|M\.)(?:\ de)?\ (?:R|r)eda[ck]t(?:eur|ie)\s?[!,.]""",
    re.VERBOSE,
)
# I am, Sir, yours truly,; your obedient servant,; I have, &c.,; Hochachtungsvoll,; uw dienstvaardige dienaar,
CLOSING = re.compile(
    r"""(?:.*\ )?(?:(?i:yours?),?(?:\ \w+)?(?:\ [\w&]+\.?)?|(?i:obedient|humble)\ (?i:servants?)
    |I\ (?:am|have|remain)(?:,\ [^.,]{2,20})?,\ (?:etc|&c)\.
    |Hochachtungsvoll|Mit\ (?:\w+\ )?(?:Hochachtung|Grü(?:ß|ss)en|Gru(?:ß|ss))
    |(?:(?i:met|with|kind|best)\ )?(?:\w+\ )?(?:groet(?:en)?|[Rr]egards|[Ww]ishes)|(?:Bien\ cordialement|Cordialement|Bien\ à\ vous|Salut\ et\ fraternité)
    |Hoogachtend|(?:dw|dienstv)\w*\.?\ (?:dr\.|dienaar)),""",
    re.VERBOSE,
)
ENDS = (
    "yours Yours truly faithfully sincerely obediently respectfully servant servants etc. &c. regards wishes cordialement Cordialement vous "
    "fraternité Hochachtungsvoll Hochachtung Grüßen Grüssen Gruß Gruss Hoogachtend dr. dienaar groet groeten"
)
LAST_WORDS = frozenset(word + "," for word in ENDS.split())


def is_salutation(line: str) -> bool:
    """Whether *line* is the salutation of a letter and nothing else.

    >>> is_salutation("Dear Sirs,"), is_salutation("Sir John spoke")
    (True, False)
    """
    return SALUTATION.fullmatch(line) is not None


def closes_letter(line: str) -> bool:
    """Whether *line* ends with the words before a signature, and a comma.

    >>> closes_letter("I am, Sir, yours truly,"), closes_letter("he was truly,")
    (True, False)
    """
    return line[line.rfind(" ") + 1 :] in LAST_WORDS and CLOSING.fullmatch(line) is not None
