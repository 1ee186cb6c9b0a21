"""Display lines: which of them belong together, and how much each looks like a headline rather than a subhead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from paperclean.article.affinity import Term
from paperclean.article.kinds import END_MARKS
from paperclean.article.latin_heads import RAG, goes_on_in, headline_part, letter_case
from paperclean.article.measures import Measured
from paperclean.article.neighbours import FILLS, OVER, columns_beside, kind_beside
from paperclean.article.pieces import FULL_CLAUSE
from paperclean.article.signs import dateline, is_instalment, is_notice, is_round_up
from paperclean.scripts import IS_HAN

__all__ = ["Group", "display_groups", "head_kinds", "weigh_display"]

# A display line is a headline, not a subhead. Log odds.
IS_HEADLINE = -1.0  # before anything is known
SAYS_SO = 9.0  # that it stands over short items
HAS_DECK = 3.0
BESIDE_ANOTHER = 2.0
BESIDE_BYLINE = 4.0
ABOVE_DATELINE = 3.0
BESIDE_CAPTION = 2.0
NOTICE = 8.0
ACROSS_COLUMNS = 4.0
NARROW = -1.0
VERY_NARROW = (8.5, -1.0)  # em, and what it takes
LONG = (16.0, 1.5)
LONG_IN_LATIN = 11.0  # em
BETWEEN_COLUMNS = 1.5  # of different width
OTHER_COLUMN = 1.6  # em
INSIDE_COLUMN = -1.0
INSIDE_BODY = -2.0  # in Latin script of a few words; subheads have one to four
UNSIGNED = -2.0
SUBHEAD_WORDS = 4  # at most


@dataclass(slots=True)
class Group:
    """Display lines that belong together: a headline with its kicker or deck, or a subhead.

    *gap* is the number of paragraphs before it, *prior* the log odds that it is a headline, words aside, *start*
    the paragraph that its article begins with (None where it heads none), *kicker* the lines right above it that head nothing.
    """

    blocks: list[int]
    gap: int
    words: set[Term]
    prior: float = 0.0
    start: int | None = None
    confidence: float = 1.0
    is_round_up: bool = False
    is_wrapped: bool = False
    kicker: list[int] = field(default_factory=list)
    case: str | None = None  # in Latin script how its first line is set

    def join(self, other: Group) -> None:
        """Make one of this group and the one below it."""
        self.blocks += other.blocks
        self.words = self.words | other.words
        self.is_wrapped = self.is_wrapped or other.is_wrapped


def display_groups(blocks: Sequence[Measured], gaps: Sequence[int]) -> list[Group]:
    """Put lines of one display together; mark those as *wrapped* that may go on with the line before them."""
    groups: list[Group] = []
    for at, block in enumerate(blocks):
        if block.kind != "display":
            continue
        last = groups[-1].blocks[-1] if groups else -2
        if last == at - 1 and not IS_HAN.search(block.text):
            block.wrapped = goes_on_in(blocks[last], block)
            block.stacked = block.stacked or block.wrapped
        elif last == at - 1 and not block.wrapped and _may_go_on(blocks[last], block):
            block.wrapped = block.width < FULL_CLAUSE
            if block.text[0].islower() or _breaks_what_is_said(blocks[last], block):
                block.wrapped = block.stacked = True
        if last == at - 1 and (block.stacked or _is_deck(block.text)):
            groups[-1].blocks.append(at)
            groups[-1].words = groups[-1].words | block.words
        else:
            groups.append(Group([at], gaps[at], block.words))
            groups[-1].is_round_up = is_round_up(block.text)
            groups[-1].is_wrapped = block.wrapped
            groups[-1].case = None if IS_HAN.search(block.text) else letter_case(block.text)
    return groups


def _may_go_on(one: Measured, other: Measured) -> bool:
    """Whether a display line may be the rest of the one before it, which was as long as the type allowed."""
    if max(other.widths) > one.widths[-1] + RAG or one.text[-1] in END_MARKS:
        return False
    return is_round_up(one.text) == is_round_up(other.text) and not _is_deck(other.text)


def _breaks_what_is_said(one: Measured, other: Measured) -> bool:
    """Whether the break between two Chinese lines parts what the page says in one elsewhere."""
    last, first = one.text[-1], other.text[0]
    return bool(IS_HAN.match(last) and IS_HAN.match(first)) and other.page.says(last + first, other.start)


def _is_deck(text: str) -> bool:
    """Whether a display line says that it is a subtitle: it opens with a dash, or numbers an instalment."""
    return text.startswith(("—", "──", "--")) or is_instalment(text)


def head_kinds(lines: Sequence[Measured], words: Collection[Term]) -> list[str]:
    """Which of a headline's lines are the headline itself, which its kicker or subtitle.

    A line that opens with a dash is a subtitle, and so is the rest of it below, where another line can be the headline.
    In Chinese, where kickers stand above the headline, the last of the others is the headline if each is long enough to
    say something by itself; short lines are one headline, broken. In Latin script the first part is the headline, and
    decks stand below; a kicker above it has none of the *words* of its text.
    """
    others = [i for i, line in enumerate(lines) if not _is_deck(line.text)]
    full = [i for i in others if i < 1 or i - 1 in others or not lines[i].wrapped] or others or [0]
    parts: list[list[int]] = []  # lines that go on with one another
    for i in full:
        if parts and lines[i].wrapped:
            parts[-1].append(i)
        else:
            parts.append([i])
    if IS_HAN.search(lines[full[-1]].text):
        clauses = min(lines[part[0]].width for part in parts) >= FULL_CLAUSE
        own = set(parts[-1]) if clauses else set(full)
    else:
        own = set(parts[headline_part([[lines[i] for i in part] for part in parts], words)])
    return ["headline" if i in own else "deck" for i in range(len(lines))]


def weigh_display(blocks: Sequence[Measured], groups: Sequence[Group], opening: set[int]) -> None:
    """Set each group's *prior*, by its place and by its measure."""
    beside = columns_beside(blocks)
    in_gap = Counter(group.gap for group in groups)
    for group in groups:
        first, last = group.blocks[0], group.blocks[-1]
        above, below = beside[first][0], beside[last][1]
        alone = in_gap[group.gap] == 1
        prior = IS_HEADLINE + SAYS_SO * group.is_round_up
        prior += HAS_DECK * (len(group.blocks) > 1) + BESIDE_ANOTHER * (not alone)
        before, after = kind_beside(blocks, first, -1), kind_beside(blocks, last, 1)
        closed = first > 0 and blocks[first - 1].closes
        prior += BESIDE_BYLINE * (
            (after == "byline" and last + 1 in opening) + (before == "byline" or closed)
        )
        prior += NOTICE * any(is_notice(blocks[i].text) for i in group.blocks)
        if after == "paragraph" and last + 1 < len(blocks) and dateline(blocks[last + 1].text):
            prior += ABOVE_DATELINE
        if any(0 <= i < len(blocks) and blocks[i].kind == "caption" for i in (first - 1, last + 1)):
            prior += BESIDE_CAPTION
        inside = alone and before == after == "paragraph" and len(group.blocks) == 1 and not closed
        group.prior = prior + _by_measure(blocks, group, above, below, inside=inside)
    _weigh_what_is_usual(blocks, groups)


def _weigh_what_is_usual(blocks: Sequence[Measured], groups: Sequence[Group]) -> None:
    """Count against a few words in Latin script right above a text that the page's other heads have a byline or a dateline below them."""
    short: list[Group] = []
    signed = others = 0
    for group in groups:
        first, below = group.blocks[0], group.blocks[-1] + 1
        if group.case is None or below == len(blocks):
            continue
        block, kind = blocks[first], blocks[below].kind
        if kind == "byline" or (kind == "paragraph" and dateline(blocks[below].text)):
            signed += 1
        elif (
            first
            and below == first + 1
            and blocks[first - 1].kind == kind == "paragraph"
            and _may_be_subhead(block)
        ):
            short.append(group)
        else:
            others += 1
    if signed > max(1, others):
        for group in short:
            group.prior += UNSIGNED


def _by_measure(
    blocks: Sequence[Measured], group: Group, above: float | None, below: float | None, *, inside: bool
) -> float:
    widest = max(max(blocks[i].widths) for i in group.blocks)
    whole = max(blocks[i].width for i in group.blocks)
    known = [column for column in (above, below) if column is not None]
    latin = not IS_HAN.search(blocks[group.blocks[0]].text)
    odds = LONG[1] if whole > (LONG_IN_LATIN if latin else LONG[0]) else 0.0
    narrow = bool(known) and widest < min(known) - FILLS
    if known and widest > max(known) + OVER:
        odds += ACROSS_COLUMNS
    elif narrow:
        odds += NARROW + (VERY_NARROW[1] if whole <= VERY_NARROW[0] else 0.0)
    if above is not None and below is not None:
        odds += BETWEEN_COLUMNS if abs(above - below) > OTHER_COLUMN else INSIDE_COLUMN
        if inside and narrow and (not latin or _may_be_subhead(blocks[group.blocks[0]])):
            odds += INSIDE_BODY
    return odds


def _may_be_subhead(block: Measured) -> bool:
    """Whether a display is a line of a few words."""
    return len(block.widths) == 1 and block.text.count(" ") < SUBHEAD_WORDS
