"""How well pages come back from what programs extract of a PDF: `python benchmarks/extractors.py [PAGES]`.

Sets pages of the founding page's paragraphs (Chinese), and of German sentences of our own, flush right, in bands of four to six columns, or half as
many twice as wide, writes each as a PDF, has it extracted, and prints for each program the share of lines that are followed by the right one, before
and after `split_columns` and `deinterleave_columns`. Needs `pymupdf`, `pdfplumber` and `pypdf`, and `pdftotext` of poppler.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pymupdf
import pypdf
from pages import FORBIDDEN_AT_LINE_START, GERMAN, SEED_PAGE

import paperclean as pc

POINTS = 9  # a character of the text
MARGIN = 40  # points
LEADING = 1.5  # ems
FONT = pymupdf.Font("china-s")
ROMAN = pymupdf.Font("tiro")
SPACE = ROMAN.text_length(" ", 1)
Placed = tuple[float, float, str]


def set_in_column(paragraph: str, width: float) -> list[str]:
    """Lines of *paragraph*, a lost indent of two ems before the first; a mark may hang over the edge."""
    lines, line, room = [], "", width - 2
    for character in paragraph:
        room -= FONT.text_length(character, 1)
        if room < 0 and character not in FORBIDDEN_AT_LINE_START:
            lines.append(line)
            line, room = "", width - FONT.text_length(character, 1)
        line += character
    return [*lines, line]


def set_in_words(paragraph: str, width: float) -> list[str]:
    """Lines of *paragraph* in Latin script, with an indent of one em before the first."""
    lines: list[str] = []
    line: list[str] = []
    room = width - 1
    for word in paragraph.split():
        room -= ROMAN.text_length(word, 1)
        if room < 0 and line:
            lines.append(" ".join(line))
            line, room = [], width - ROMAN.text_length(word, 1)
        line.append(word)
        room -= SPACE
    return [*lines, " ".join(line)]


def placed_words(left: float, down: float, line: str, width: float) -> list[Placed]:
    """The words of *line*, each in its place, so that the line is *width* ems wide if nearly as wide; each but the last with the space behind it."""
    words = line.split()
    sizes = [ROMAN.text_length(word, 1) for word in words]
    missing = width - sum(sizes)
    gap = missing / max(1, len(words) - 1)
    if gap > 4 * SPACE:  # a paragraph's last line
        gap = SPACE
    places = [left + sum(sizes[:at]) + at * gap for at in range(len(words))]
    return [(place, down, f"{word} ") for place, word in zip(places, words, strict=True)]


def made_page(number: int, *, german: bool) -> tuple[bytes, list[list[str]]]:
    """A page as PDF, and the lines of each of its columns."""
    chance = random.Random(number)  # noqa: S311  # a reproducible page, no secret
    if german:
        paragraphs = [" ".join(chance.sample(GERMAN, chance.randint(2, 5))) for _ in range(40)]
    else:
        paragraphs = [line for line in SEED_PAGE.read_text(encoding="utf-8").splitlines() if len(line) > 60]
    set_in = set_in_words if german else set_in_column
    width, gutter, grid = chance.randint(13, 18), chance.choice([1, 1.5, 2]), chance.choice([4, 6])
    wide = grid * (width + gutter)
    columns: list[list[str]] = []
    placed: list[Placed] = []
    top = 0.0
    for count in chance.choices([grid, grid, grid // 2], k=3):
        column_width = grid // count * (width + gutter) - gutter
        depth = chance.randint(12, 25)
        lines: list[str] = []
        firsts: set[int] = set()
        while len(lines) < depth * count:
            firsts.add(len(lines))
            lines += set_in(chance.choice(paragraphs), column_width)
        for column in range(count):
            here = range(column * depth, (column + 1) * depth)
            columns.append([lines[at] for at in here])
            for row, at in enumerate(here):
                indent = (1 if german else 2) if at in firsts else 0
                left, down = column * (column_width + gutter) + indent, top + row * LEADING
                placed += (
                    placed_words(left, down, lines[at], column_width - indent)
                    if german
                    else [(left, down, lines[at])]
                )
        top += (depth + 2) * LEADING
    document = pymupdf.open()
    page = document.new_page(width=wide * POINTS + 2 * MARGIN, height=top * POINTS + 2 * MARGIN)
    writer = pymupdf.TextWriter(page.rect)
    for left, down, text in placed:
        place = (MARGIN + left * POINTS, MARGIN + down * POINTS)
        writer.append(place, text, font=ROMAN if german else FONT, fontsize=POINTS)
    writer.write_text(page)
    return document.tobytes(), columns


def of_poppler(*options: str) -> Callable[[str], str]:
    def extracted(file: str) -> str:
        run = subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, check=True)  # noqa: S603, S607
        return run.stdout.decode()

    return extracted


def of_pdfplumber(**options: float) -> Callable[[str], str]:
    def extracted(file: str) -> str:
        with pdfplumber.open(file) as document:
            return document.pages[0].extract_text(**options)

    return extracted


EXTRACTORS: dict[str, Callable[[str], str]] = {
    "`pdftotext`": of_poppler(),
    "`pdftotext -layout`": of_poppler("-layout"),
    "`pdftotext -raw`": of_poppler("-raw"),
    "PyMuPDF `get_text()`": lambda file: pymupdf.open(file)[0].get_text(),
    "PyMuPDF `get_text(sort=True)`": lambda file: pymupdf.open(file)[0].get_text(sort=True),
    "pdfplumber `extract_text()`": of_pdfplumber(),
    "pdfplumber `extract_text(layout=True)`": of_pdfplumber(layout=True),
    "pdfplumber `extract_text(layout=True, x_density=4)`": of_pdfplumber(layout=True, x_density=4),
    'pypdf `extract_text(extraction_mode="layout")`': lambda file: (
        pypdf.PdfReader(file).pages[0].extract_text(extraction_mode="layout")
    ),
}


def pairs(text: str) -> Counter[tuple[str, str]]:
    """Each printed line with the one after it."""
    return Counter(pairwise(" ".join(line.split()) for line in text.split("\n") if line.strip()))


def measured(pages: int, *, german: bool) -> dict[str, tuple[float, float]]:
    """For each program the share of right pairs before and after."""
    order = pc.Pipeline(pc.split_columns, pc.deinterleave_columns)
    found: dict[str, list[int]] = {name: [0, 0] for name in EXTRACTORS}
    wanted = 0
    for number in range(pages):
        content, columns = made_page(number, german=german)
        right = Counter(pair for column in columns for pair in pairwise(column))
        wanted += right.total()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "page.pdf"
            file.write_bytes(content)
            for name, extracted in EXTRACTORS.items():
                text = extracted(str(file))
                for at, result in enumerate((text, order(text))):
                    found[name][at] += (pairs(result) & right).total()
    return {name: (before / wanted, after / wanted) for name, (before, after) in found.items()}


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    chinese, german = measured(pages, german=False), measured(pages, german=True)
    print("| | Chinese, before | after | German, before | after |\n| --- | ---: | ---: | ---: | ---: |")
    for name in EXTRACTORS:
        print(f"| {name} |" + "".join(f" {share:.3f} |" for share in (*chinese[name], *german[name])))


if __name__ == "__main__":
    main()
