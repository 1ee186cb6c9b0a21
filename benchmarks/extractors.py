"""How well pages come back from what programs extract of a PDF: `python benchmarks/extractors.py [PAGES]`.

Sets Chinese pages of the founding page's paragraphs in bands of four to six columns, or half as many twice as wide, writes each as a PDF, has it
extracted, and prints for each program the share of lines that are followed by the right one, before and after
`split_columns` and `deinterleave_columns`. Needs `pymupdf`, `pdfplumber` and `pypdf`, and `pdftotext` of poppler.
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
from pages import FORBIDDEN_AT_LINE_START, SEED_PAGE

import paperclean as pc

POINTS = 9  # a character of the text
MARGIN = 40  # points
LEADING = 1.5  # ems
FONT = pymupdf.Font("china-s")


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


def made_page(number: int) -> tuple[bytes, list[list[str]]]:
    """A page as PDF, and the lines of each of its columns."""
    chance = random.Random(number)  # noqa: S311  # a reproducible page, no secret
    paragraphs = [line for line in SEED_PAGE.read_text(encoding="utf-8").splitlines() if len(line) > 60]
    width, gutter, grid = chance.randint(13, 18), chance.choice([1, 1.5, 2]), chance.choice([4, 6])
    wide = grid * (width + gutter)
    columns: list[list[str]] = []
    placed: list[tuple[float, float, str]] = []
    top = 0.0
    for count in chance.choices([grid, grid, grid // 2], k=3):
        column_width = grid // count * (width + gutter) - gutter
        depth = chance.randint(12, 25)
        lines: list[str] = []
        firsts: set[int] = set()
        while len(lines) < depth * count:
            firsts.add(len(lines))
            lines += set_in_column(chance.choice(paragraphs), column_width)
        for column in range(count):
            here = range(column * depth, (column + 1) * depth)
            columns.append([lines[at] for at in here])
            for row, at in enumerate(here):
                left = column * (column_width + gutter) + (2 if at in firsts else 0)
                placed.append((left, top + row * LEADING, lines[at]))
        top += (depth + 2) * LEADING
    document = pymupdf.open()
    page = document.new_page(width=wide * POINTS + 2 * MARGIN, height=top * POINTS + 2 * MARGIN)
    writer = pymupdf.TextWriter(page.rect)
    for left, down, line in placed:
        writer.append((MARGIN + left * POINTS, MARGIN + down * POINTS), line, font=FONT, fontsize=POINTS)
    writer.write_text(page)
    return document.tobytes(), columns


def of_poppler(*options: str) -> Callable[[str], str]:
    def extracted(file: str) -> str:
        run = subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, check=True)  # noqa: S603, S607
        return run.stdout.decode()

    return extracted


def of_pdfplumber(**options: bool) -> Callable[[str], str]:
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
    'pypdf `extract_text(extraction_mode="layout")`': lambda file: (
        pypdf.PdfReader(file).pages[0].extract_text(extraction_mode="layout")
    ),
}


def pairs(text: str) -> Counter[tuple[str, str]]:
    """Each printed line with the one after it."""
    return Counter(pairwise(line.strip() for line in text.split("\n") if line.strip()))


def main() -> None:
    order = pc.Pipeline(pc.split_columns, pc.deinterleave_columns)
    found: dict[str, list[int]] = {name: [0, 0] for name in EXTRACTORS}
    wanted = 0
    for number in range(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        content, columns = made_page(number)
        right = Counter(pair for column in columns for pair in pairwise(column))
        wanted += right.total()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "page.pdf"
            file.write_bytes(content)
            for name, extracted in EXTRACTORS.items():
                text = extracted(str(file))
                for at, result in enumerate((text, order(text))):
                    found[name][at] += (pairs(result) & right).total()
    print("| | before | after |\n| --- | ---: | ---: |")
    for name, counts in found.items():
        print(f"| {name} |" + "".join(f" {count / wanted:.3f} |" for count in counts))


if __name__ == "__main__":
    main()
