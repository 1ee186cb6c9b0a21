"""A block of a cleaned page together with the printed lines it was made of.

Cleaning joins the lines of a paragraph, and with them the column's width goes; the trace still knows it. A line
of larger type holds fewer characters than the column, a headline over several columns more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from paperclean.article.affinity import Term, Terms
from paperclean.article.ems import widths_in_em
from paperclean.article.pieces import Piece, Pieces
from paperclean.lines.jump_lines import JUMP_STRETCH, JUMP_WORD, Jump, jump_from, jump_to
from paperclean.tracing import Trace

__all__ = ["Measured", "measured_blocks"]

INDENT = 2.0  # em; a Chinese paragraph's, and about a Latin one's
MOST_LINES = 12  # tell the column


@dataclass(slots=True)
class Measured:
    """One line of the cleaned page, `clean[start:end]`, without the white space around it.

    - *widths*: of its printed lines, in em; *width*: of all its characters in one line; *column*: of the column it was set in,
      None where it has too few lines to tell,
    - *stacked*: printed close under the block before it, although lines of the page are commonly set apart by a blank line,
    - *parted*: a blank line stands before it, although lines of the page commonly are not set apart,
    - *wrapped*: it may be the second line of the display line before it,
    - *unended*: a paragraph without the end of a sentence,
    - *closes*: it ends its article, as the date of a notice does,
    - *came*, *goes*: the jump lines that it begins and ends with.
    """

    text: str
    start: int
    end: int
    source: tuple[tuple[int, int], ...]
    widths: list[float]
    page: Terms
    stacked: bool = False
    parted: bool = False
    wrapped: bool = False
    kind: str = "paragraph"
    unended: bool = False
    closes: bool = False
    came: Jump | None = None
    goes: Jump | None = None
    width: float = field(init=False)
    column: float | None = field(init=False)
    _words: set[Term] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        widths = self.widths
        self.width = sum(widths)
        if len(widths) > 2:
            inner = sorted(widths[1:-1])
            self.column = (inner[(len(inner) - 1) // 2] + inner[len(inner) // 2]) / 2
        else:
            self.column = widths[0] + INDENT if len(widths) > 1 else None

    @property
    def words(self) -> set[Term]:
        """What is weighed of its text; read when first asked for."""
        if self._words is None:
            self._words = self.page.within(self.start, self.end)
        return self._words


def measured_blocks(trace: Trace) -> list[Measured]:
    """The blocks of the cleaned page, in order; a blank line or a line end parts them."""
    clean, raw = trace.clean, trace.raw
    pieces = [*Pieces(trace)]
    widths = widths_in_em([*chain.from_iterable([piece.lines[:MOST_LINES] for piece in pieces])])
    terms = Terms(clean)
    blocks: list[Measured] = []
    at = 0
    gaps = [raw.count("\n", a.source[-1][1], b.source[0][0]) for a, b in pairwise(pieces)]
    # Where blocks are commonly set apart by a blank line, two close together are a display of several lines.
    apart = 2 * sum(gap > 1 for gap in gaps) > len(gaps)
    spaced = _has_blank_lines_inside(raw, pieces)
    for (start, end, source, lines, how), gap in zip(pieces, (0, *gaps), strict=False):
        stacked = how == "stacked" or (apart and gap == 1)
        own = widths[at : at + min(len(lines), MOST_LINES)] or [0.0]
        at += min(len(lines), MOST_LINES)
        block = Measured(
            clean[start:end],
            start,
            end,
            source,
            own,
            terms,
            stacked,
            gap > 1 and not spaced,
            how == "wrapped",
        )
        if JUMP_WORD.search(_edges(block.text)):
            block.came, block.goes = jump_from(block.text), jump_to(block.text)
        blocks.append(block)
    return blocks


def _edges(text: str) -> str:
    """Where jump lines stand in a block."""
    return text if len(text) <= 2 * JUMP_STRETCH else f"{text[:JUMP_STRETCH]}\n{text[-JUMP_STRETCH:]}"


def _has_blank_lines_inside(raw: str, pieces: Sequence[Piece]) -> bool:
    """Whether blank lines stand between the lines of most paragraphs, so that they part nothing."""
    whole = [piece for piece in pieces if len(piece.lines) > 1 and len(piece.source) == 1]
    inside = sum([len(piece.lines) - 1 for piece in whole])
    line_ends = sum([raw.count("\n", *piece.source[0]) for piece in whole])
    return 2 * (line_ends - inside) > inside
