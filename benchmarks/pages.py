"""Pages that anyone can make: the founding page's paragraphs, and German sentences of our own, set into columns."""

from __future__ import annotations

import random
from pathlib import Path

SEED_PAGE = Path(__file__).parents[1] / "examples" / "seed" / "gold_unwrapped.txt"
COLUMN_ZH, COLUMN_DE = 18, 42
FORBIDDEN_AT_LINE_START = "，。、；：？！”’）》"

GERMAN = [
    "Der Gemeinderat hat in seiner gestrigen Sitzung beschlossen, die Wasserleitung bis zum Bahnhof fortzuführen.",
    "Die Königliche Eisenbahndirektion macht bekannt, daß vom ersten des nächsten Monats an ein neuer Fahrplan in Kraft tritt.",
    "Auf dem Wochenmarkte waren Kartoffeln und Getreide reichlich vorhanden, doch blieben die Preise unverändert hoch.",
    "Wie aus der Hauptstadt gemeldet wird, ist der Gesandte gestern Abend mit dem Schnellzuge eingetroffen.",
    "Ein heftiges Gewitter hat in den umliegenden Dörfern beträchtlichen Schaden an Dächern und Obstbäumen angerichtet.",
    "Das Schwurgericht verurteilte den Angeklagten wegen wiederholten Diebstahls zu zwei Jahren Zuchthaus.",
    "Die Versammlung der Handelskammer war zahlreich besucht, und der Vorsitzende erstattete den Jahresbericht.",
    "In der Nacht zum Sonntag brach in der Scheune des Gutsbesitzers ein Feuer aus, das erst gegen Morgen gelöscht wurde.",
    "Der Verein für Erdkunde veranstaltet am Donnerstag einen Vortrag über die Forschungsreisen im Innern Afrikas.",
    "Die Verhandlungen über den Handelsvertrag sind, wie wir aus zuverlässiger Quelle erfahren, wieder aufgenommen worden.",
]


def chinese_page(number: int, *, dirty: bool) -> str:
    """A page of about 30 kB of UTF-8; *dirty*: wrapped, lines doubled, brackets of a shifted font."""
    paragraphs = [line for line in SEED_PAGE.read_text(encoding="utf-8").splitlines() if len(line) > 60]
    chosen = random.Random(number).choices(paragraphs, k=90)  # noqa: S311  # a reproducible page, no secret
    if not dirty:
        return "\n\n".join(chosen) + "\n"
    wrapped = ["\n\n".join(_set_chinese(paragraph)) for paragraph in chosen]
    return "\n\n".join(wrapped).replace("（", "渊").replace("）", "冤") + "\n"


def german_page(number: int, *, dirty: bool) -> str:
    """A page of about 30 kB of UTF-8; *dirty*: wrapped, with divided words."""
    chance = random.Random(number)  # noqa: S311  # as above
    paragraphs = [" ".join(chance.choices(GERMAN, k=chance.randint(3, 7))) for _ in range(55)]
    if not dirty:
        return "\n\n".join(paragraphs) + "\n"
    return "\n".join("\n".join(_set_german(paragraph)) for paragraph in paragraphs) + "\n"


def _set_chinese(paragraph: str) -> list[str]:
    lines, at, width = [], 0, COLUMN_ZH - 2  # the indent is lost
    while at < len(paragraph):
        end = min(at + width, len(paragraph))
        while end < len(paragraph) and paragraph[end] in FORBIDDEN_AT_LINE_START:
            end += 1
        lines.append(paragraph[at:end])
        at, width = end, COLUMN_ZH
    return lines


def _set_german(paragraph: str) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split():
        room = COLUMN_DE - len(line) - 1
        if len(word) <= room:
            line = f"{line} {word}".strip()
        elif len(word) > 8 and room > 5:
            lines.append(f"{line} {word[: room - 1]}-".strip())
            line = word[room - 1 :]
        else:
            lines.append(line)
            line = word
    return [*lines, line]
