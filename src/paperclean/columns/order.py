"""Pieces of rows put together into blocks, and the blocks into reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["SAME", "Block", "Line", "Rule", "blocks_of", "in_reading_order"]

SAME = 8  # cells by which a column's edge may wander from one row to the next
SPANS = 4  # cells by which a line reaches over into the next column before it counts as spanning it
DRIFTS = 0.45  # of a column's width, by which it may reach under the next where the page lies aslant
MOST = 200  # blocks that no straight cut parts and each of which is held against each other; more are read from the top
DEEPEST = 40  # bands in columns in bands; what is nested deeper is read from the top


@dataclass(slots=True)
class Line:
    """A line of one column: its row, its words there, and the cells it takes of the page (*left* to *right*).

    *indent* counts blank cells from the column's edge; *full* is the length of the column's full lines.
    """

    row: int
    first: int
    last: int
    edge: int
    left: int
    right: int
    indent: int
    full: float
    length: int
    spans: bool


class Rule(NamedTuple):
    """What is read as if a rule were printed under that *row*, from cell *left* up to *right*."""

    row: int
    left: int
    right: int


@dataclass(slots=True)
class Block:
    """Lines of one column, one under the other; without any, a rule that lies at a *height* between two rows."""

    edge: int
    left: int
    right: int
    lines: list[Line] = field(default_factory=list)
    height: float = 0.0

    @property
    def top(self) -> float:
        return self.lines[0].row if self.lines else self.height

    @property
    def foot(self) -> float:
        return self.lines[-1].row if self.lines else self.height

    @property
    def spans(self) -> bool:
        return not self.lines or self.lines[0].spans

    def add(self, line: Line) -> None:
        """Add *line* at the foot; the block takes the cells that its lines do, or about the middle of what they do in a column."""
        self.edge = line.edge
        if line.spans:
            self.left, self.right = min(self.left, line.left), max(self.right, line.right)
        elif self.lines:
            self.left, self.right = (line.left + self.left) // 2, (line.right + self.right) // 2
        else:
            self.left, self.right = line.left, line.right
        self.lines.append(line)

    def lies_across(self, left: int, right: int) -> bool:
        """Whether it lies under, or over, the cells from *left* up to *right*."""
        return self.left < right - SPANS and left < self.right - SPANS

    def meets(self, other: Block) -> bool:
        """Whether one stands over the other, by more than a column may reach under the next."""
        reach = SPANS
        if not (self.spans or other.spans):
            reach = max(SPANS, int(DRIFTS * min(self.right - self.left, other.right - other.left)))
        return min(self.right, other.right) - max(self.left, other.left) > reach


def blocks_of(rows: list[list[Line]], rules: Sequence[Rule] = ()) -> list[Block]:
    """Lines that stand under each other in one column, until a line that spans columns parts them, or a rule.

    *rules* are sorted, and are among the blocks themselves.
    """
    done: list[Block] = []
    live: list[Block] = []
    below = 0
    for lines in rows:
        while below < len(rules) and lines and rules[below].row < lines[0].row:
            row, left, right = rules[below]
            below += 1
            done.append(Block(left, left, right, height=row + 0.5))
            done += [b for b in live if b.lies_across(left, right)]
            live = [b for b in live if not b.lies_across(left, right)]
        for line in lines:
            block = _going_on_in(line, live)
            if line.spans or block is None:
                ended = [
                    b
                    for b in live
                    if b is not block and b.lies_across(line.left, line.right) and b.lines[-1].row != line.row
                ]
                done += ended
                live = [b for b in live if b not in ended]
            if block is None:
                block = Block(line.edge, line.left, line.right)
                live.append(block)
            block.add(line)
    return done + live


def _going_on_in(line: Line, live: list[Block]) -> Block | None:
    """The block of its column, among those *live*, in which *line* goes on; one that spans columns goes on in another such alone."""
    near = [
        b
        for b in live
        if b.edge == line.edge or (abs(b.edge - line.edge) <= SAME and b.lines[-1].row != line.row)
    ]
    block = min(near, key=lambda b: abs(b.edge - line.edge), default=None)
    return block if block is not None and block.lines[-1].spans == line.spans else None


def in_reading_order(blocks: list[Block], *, right_to_left: bool = False, depth: int = 0) -> list[Block]:
    """Column by column where nothing spans them, otherwise band by band from the top; without the rules."""
    if len(blocks) < 2:
        return [block for block in blocks if block.lines]
    for cut in (_side_by_side, _one_under_another) if depth < DEEPEST else ():
        parts = cut(blocks)
        if len(parts) > 1:
            if cut is _side_by_side and right_to_left:
                parts = parts[::-1]
            return [
                b
                for part in parts
                for b in in_reading_order(part, right_to_left=right_to_left, depth=depth + 1)
            ]
    blocks = sorted(blocks, key=lambda b: (-b.right if right_to_left else b.left, b.top))
    ordered = _untangled(blocks) if len(blocks) <= MOST else sorted(blocks, key=lambda b: b.top)
    return [block for block in ordered if block.lines]


def _untangled(blocks: list[Block]) -> list[Block]:
    """Blocks that no straight cut parts, given column by column: each before what it stands over and the columns behind it.

    What stands in a column behind comes first, though, if a headline or a rule parts it from what stands below in this one.
    """
    spanning = [block for block in blocks if block.spans]
    before: list[set[int]] = [set() for _ in blocks]
    for number, block in enumerate(blocks):
        for at, other in enumerate(blocks[:number]):
            if other.meets(block):
                sooner, later = (number, at) if block.top < other.top else (at, number)
                before[later].add(sooner)
            elif other.top <= block.foot or not _parted(block, other, spanning):
                before[number].add(at)
    ordered = []
    left = list(range(len(blocks)))
    while left:
        first = min(left, key=lambda number: len(before[number]))
        left.remove(first)
        ordered.append(blocks[first])
        for number in left:
            before[number].discard(first)
    return ordered


def _parted(above: Block, below: Block, spanning: list[Block]) -> bool:
    return any(
        above.foot <= over.top and over.foot <= below.top and over.meets(above) and over.meets(below)
        for over in spanning
        if over is not above and over is not below
    )


def _side_by_side(blocks: list[Block]) -> list[list[Block]]:
    parts: list[list[Block]] = []
    reach = width = -1
    for block in sorted(blocks, key=lambda b: b.left):
        across = block.right - block.left
        if not parts or block.left >= reach - max(SPANS, DRIFTS * min(across, width)):
            parts.append([])
        parts[-1].append(block)
        if block.right > reach:
            reach, width = block.right, across
    return parts


def _one_under_another(blocks: list[Block]) -> list[list[Block]]:
    parts: list[list[Block]] = []
    reach = -1.0
    for block in sorted(blocks, key=lambda b: b.top):
        if not parts or block.top > reach:
            parts.append([])
        parts[-1].append(block)
        reach = max(reach, block.foot)
    return parts
