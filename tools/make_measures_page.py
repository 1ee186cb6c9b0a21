"""Write docs/measures.md from the figures of a scoring run.

    python tools/make_measures_page.py FIGURES.json

FIGURES.json: task → file of cases → name of a figure → figure.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TASKS = {
    "linebreaks": (
        "Line breaks",
        "For each two neighbouring lines the answer says what stood between them in print: a paragraph's end, "
        "nothing, a space, or a hyphen that goes or stays. Breaks: precision, recall, F1. *joint*: share of joins "
        "made rightly. *hyphens*: share of those that go and of those that stay. *paragraphs*: share exactly right. "
        "Where the labels are made by an OCR engine (`alto2txt`, `altomator`, `bl`, `bnf`, `kb`, `luxembourg`, `rero`) "
        "they know no paragraph ends, and many of their hyphens are the engine's own errors.",
        ["units", "break_P", "break_R", "break_F1", "joint", "hyphen_dropped", "hyphen_kept", "paragraphs"],
    ),
    "columns": (
        "Columns",
        "*successor*: share of lines that are followed by the line that follows in print. `:layout` are columns side "
        "by side, `:interleaved` columns taking turns. *blocks in order*: of neighbouring printed blocks. The sets "
        "other than `set_*` are real pages; `nzz`, `hkb` and `reichsanzeiger` are ordered by people, the rest by engines.",
        ["pages", "successor", "median_page", "pages_right", "blocks_in_order", "characters_kept"],
    ),
    "garbles": (
        "Garbles",
        "Precision and recall by character where lengths are equal; *whole*: texts entirely right.",
        ["texts", "P", "R", "F1", "whole", "false_per_million"],
    ),
    "refusal": (
        "Clean text left as it is",
        "Share of clean texts that each step returns unchanged. A quarter of the English texts hold `Â£` as they came, "
        "which `undo_mojibake` repairs.",
        [],
    ),
    "decode": (
        "Encodings",
        "Share of slices decoded exactly, by length in characters; *cut*: the last byte is missing. The English text "
        "holds `Â£` as it came, so that its bytes in a single-byte codec are valid UTF-8: those slices cannot be told.",
        ["slices", "20", "20cut", "50", "50cut", "200", "200cut", "1000", "1000cut", "20000", "20000cut"],
    ),
    "articles": (
        "Articles",
        "*matched*: articles found; *body exact*: with the very text; *extra*: articles that are none.",
        [
            "pages",
            "articles",
            "matched",
            "body_exact",
            "extra",
            "characters_together",
            "headline",
            "deck",
            "byline",
        ],
    ),
    "ocr": (
        "Misread words",
        "`correct_ocr`. *before*, *after*: character errors over characters that are right and errors, in small letters and without "
        "punctuation; *preference*: share of units made better less the share made worse. `icdar2019_FR2` is print of the 17th century.",
        ["units", "before", "after", "preference"],
    ),
    "tracing": (
        "Tracing",
        "Traced run equals plain run, replays, and every character asked for maps to itself.",
        ["texts", "equal", "replayed", "inside", "maps_to_itself"],
    ),
}


def table(rows: dict[str, dict[str, Any]], names: list[str]) -> str:
    names = names or list(dict.fromkeys(name for row in rows.values() for name in row))
    lines = ["| cases | " + " | ".join(name.replace("_", " ") for name in names) + " |"]
    lines.append("| --- |" + " ---: |" * len(names))
    for case, row in rows.items():
        lines.append(f"| `{case}` | " + " | ".join(shown(row.get(name)) for name in names) + " |")
    return "\n".join(lines)


def shown(figure: Any) -> str:
    if figure is None:
        return "–"
    return f"{figure:.3f}" if isinstance(figure, float) and figure <= 1 else f"{figure:,}"


def page(figures: dict[str, dict[str, dict[str, Any]]]) -> str:
    out = [
        "# Measures\n",
        "What the library does on the development cases: real newspapers with answers made by people or engines, and "
        "pages set by program. Weak figures stand here as well as strong ones. The cases were seen while the library "
        "was made; other newspapers will be somewhat worse.\n",
    ]
    for task, (title, about, names) in TASKS.items():
        if task in figures:
            out += [f"## {title}\n", about + "\n", table(figures[task], names) + "\n"]
    return "\n".join(out)


if __name__ == "__main__":
    target = Path(__file__).parents[1] / "docs" / "measures.md"
    target.write_text(page(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), encoding="utf-8")
