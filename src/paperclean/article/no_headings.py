"""Short Chinese lines that look like headings and are none: rows of lists and tables, what is said in an interview, the foot of a notice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from paperclean.article.measures import Measured
from paperclean.lines.chinese_set_apart import DATE
from paperclean.lines.shapes import numbered_rows, rows_alike, rows_of_amounts, rows_of_cells
from paperclean.scripts import HAN

__all__ = ["name_no_headings"]

SPEAKER = re.compile(f"[{HAN}·]{{1,5}}[：:](?=.)")  # 记者： 问：
LEAST_SPEECHES = 2
# A telephone: no headline has one
TELEPHONE = re.compile(r"[0-9]{3,4}[-—– ]?[0-9]{7,8}|(?<![0-9.])[0-9]{7,8}(?![0-9.])")
FOOT_LINES = 3  # above the date of a notice: who gives it


def name_no_headings(blocks: Sequence[Measured]) -> None:
    """Make paragraphs of displays that are rows, speeches, lines with telephones, or stand at the foot of a notice, which its date closes."""
    for at in (*_rows(blocks), *_speeches(blocks)):
        _make_paragraph(blocks[at])
    for at, block in enumerate(blocks):
        if block.kind == "display" and TELEPHONE.search(block.text):
            _make_paragraph(block)
        if 0 < at < len(blocks) - 1 and block.text[-1] == "日" and DATE.fullmatch(block.text):
            _make_paragraph(block)
            block.closes = True
            for above in _foot(blocks, at):
                _make_paragraph(blocks[above])


def _make_paragraph(block: Measured) -> None:
    if block.kind in {"display", "furniture"}:
        block.kind = "paragraph"


def _rows(blocks: Sequence[Measured]) -> set[int]:
    texts = [block.text for block in blocks]
    firsts, lasts = "".join([text[0] for text in texts]), "".join([text[-1] for text in texts])
    together = "\n".join(texts)
    return {
        *numbered_rows(texts, 0, (firsts, lasts)),
        *rows_alike(texts, 0, (firsts, lasts)),
        *rows_of_amounts(texts, 0, together, lasts),
        *rows_of_cells(texts, 0, together),
    }


def _speeches(blocks: Sequence[Measured]) -> Iterator[int]:
    """The blocks that open with the name of who speaks, as others do."""
    named = {at: match[0] for at, block in enumerate(blocks) if (match := SPEAKER.match(block.text))}
    counts = Counter(named.values())
    return (at for at, speaker in named.items() if counts[speaker] >= LEAST_SPEECHES)


def _foot(blocks: Sequence[Measured], date: int) -> range:
    """The displays above the *date* of a notice, up to its text."""
    first = date
    while first and date - first < FOOT_LINES and blocks[first - 1].kind == "display":
        first -= 1
    return range(first, date) if first and blocks[first - 1].kind == "paragraph" else range(0)
