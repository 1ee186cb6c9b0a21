"""Verse, whose line ends are the poet's and not the column's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby, pairwise
from math import log

from paperclean.lines import chinese, latin
from paperclean.lines.fits import HUNG
from paperclean.lines.measures import Measures
from paperclean.lines.runs import runs_of
from paperclean.scripts import is_simplified
from paperclean.statistics.han import han_association

__all__ = ["verse"]

LEAST_LINES = 4

CHINESE_ENDS = bytes([chinese.SENTENCE_END, chinese.QUOTED_END, chinese.SEMICOLON, chinese.COMMA])
CHINESE_RUN = re.compile(b"[%b]{%d,}" % (CHINESE_ENDS, LEAST_LINES))
WIDEST_EVEN = 8.0  # ems, of lines as wide as each other without marks
WIDEST = 16.5  # ems; two lines of seven characters and their marks
# Of a line that is a clause. In 380,000 lines of news set in columns of 8 to 18 ems four stand four times in a row; the one
# above 11 ems was prose.
WIDEST_CLAUSE = 13.0
WIDEST_FREE = 24.0  # ems, of lines with marks within them
# Lines with commas in the same places: three narrower than the column, or four, stand in no column of 105 pages of today.
LEAST_ALIKE = 3

# Of 3,000 paragraphs of three lines and more in Chinese columns none has its marks at line ends alone, of those of today none
# lacks all marks.
BLOCK = re.compile(b"\x01{2,}\x00")
# The mean association of the characters at their line ends, in nats: of news without its marks 1.7 (of 19 pages in twenty more than 0.47), of
# poems 0.2 at most.
GOING_ON = 0.4
PAUSES = "，。、；：！？…—,.;:!?"
COMMA, STOP = re.compile("[，、]"), re.compile("[。！？；]")
PAUSE, PAUSE_WITHIN = re.compile(f"[{PAUSES}]"), re.compile(f"[{PAUSES}](?=.)")

LATIN_RUN = re.compile(b"[%b]{%d,}" % (bytes([*latin.CAPITALS, latin.QUOTE]), LEAST_LINES))
MARKS = frozenset(".,;:!?")
OPENING_QUOTES = "\"'“„»«("
ENDS_IN_MARK, OPENS_WITH_CAPITAL = 0.7, 0.98  # shares of the lines of verse
WORDS_SEEN, SHARE_SEEN = 4.0, 0.15  # words, and what share of them has either, added to those counted
SURE = 10.0  # log odds; poems have 12 to 48, lists up to 20, running text 9 at most


def poem_lines(m: Measures) -> Iterator[int]:
    """The lines of Chinese poems and banners that are told by their marks and widths, whatever stands around them."""
    if not m.habits.han:
        return iter(())
    told_by_marks = chain(_couplets(m), _clauses(m))
    return chain(told_by_marks, _alike(m)) if m.habits.whole_marks else told_by_marks


def verse(m: Measures, goes_on: list[float]) -> Iterator[int]:
    """The lines that are other verse, and so do not go on in the next, of those that seem to."""
    return _free_verse(m, goes_on) if m.habits.han else _latin(m)


def _couplets(m: Measures) -> Iterator[int]:
    """Lines that stand in a run of four or more as wide as one another, two by two, each with a mark at its end."""
    widths = m.widths
    for run in CHINESE_RUN.finditer(bytes(m.ends)):
        start, end = run.span()
        for i in range(start, end + 1):
            is_narrow = i < end and widths[i] <= WIDEST
            if is_narrow and (i - start < 2 or widths[i] == widths[i - 2]):
                continue
            if i - start >= LEAST_LINES and not _opens_with_indents(m, start, i):
                yield from range(start, i)
            start = i - 1 if is_narrow else i + 1  # the line before, and this one, may be the first two


def _clauses(m: Measures) -> Iterator[int]:
    """Lines of a run with marks at their ends, of which four and more are a clause each: in a column one would end within a line.

    With those above and below that are no wider, of two clauses or more. One at least ends inside a sentence and shorter of the
    column than a line of prose may be.
    """
    texts, widths = m.lines.texts, m.widths
    for run in CHINESE_RUN.finditer(bytes(m.ends)):
        start, end = run.span()
        narrow = [i for i in range(start, end) if widths[i] <= WIDEST_CLAUSE]
        for clauses in runs_of([i for i in narrow if not PAUSE_WITHIN.search(texts[i])], LEAST_LINES):
            first, last = clauses[0], clauses[-1]
            widest = max(widths[first : last + 1])
            full = m.full_width if widest <= m.full_width + HUNG else widest
            if all(m.ends[i] <= chinese.QUOTED_END or widths[i] + _idle(m, i) > full - 1.0 for i in clauses):
                continue
            while first > start and widths[first - 1] <= widest:
                first -= 1
            while last + 1 < end and widths[last + 1] <= widest:
                last += 1
            if not _opens_with_indents(m, first, last + 1):
                yield from range(first, last + 1)


def _idle(m: Measures, i: int) -> float:
    """The ems of the column that a line of prose number *i* may leave empty: an indent that is lost, and what opens the next line and may not be divided."""
    indent = m.habits.indent if not i or m.ends[i - 1] <= chinese.QUOTED_END else 0.0
    return indent + (m.overhang[i + 1] if i + 1 < len(m.overhang) else 0.0)


def _alike(m: Measures) -> Iterator[int]:
    """Lines one below the other that have commas in the same places and no other mark: banners above an article.

    Three are enough that are narrower than the column.
    """
    texts, widths = m.lines.texts, m.widths
    first_commas = [
        text.replace("、", "，").find("，") if end == chinese.NO_MARK else -1
        for end, text in zip(m.ends, texts, strict=True)
    ]
    threes = zip(first_commas, first_commas[1:], first_commas[2:], strict=False)
    in_threes = {i + k for i, (a, b, c) in enumerate(threes) if a == b == c >= 0 for k in range(3)}
    if not in_threes:
        return
    with_commas = [i for i in sorted(in_threes) if not STOP.search(texts[i])]
    for run in runs_of(with_commas, LEAST_ALIKE):
        for _, lines in groupby(run, lambda i: [*map(len, COMMA.split(texts[i]))]):
            alike = list(lines)
            if len(alike) >= LEAST_LINES or (
                len(alike) >= LEAST_ALIKE and widths[alike[0]] <= m.full_width - 1.0
            ):
                yield from alike


def _free_verse(m: Measures, goes_on: list[float]) -> Iterator[int]:
    """The lines of blocks whose marks all stand at line ends, or in Chinese of today, of those that have none there and end where phrases do.

    Such lines may have commas within them where they are narrow, and few are about as wide as the widest.
    """
    texts = m.lines.texts
    without_marks: list[tuple[int, int]] = []
    for block in BLOCK.finditer(bytes(map(bool, goes_on))):
        start, end = block.span()
        lines = texts[start:end]
        if any(map(PAUSE_WITHIN.search, lines)):
            if not _is_prose(m, start, end) and not _opens_with_indents(m, start, end):
                without_marks.append((start, end))
        elif not _opens_with_indents(m, start, end):
            ended = sum(map(bool, map(PAUSE.search, lines)))
            if ended == len(lines):
                yield from range(start, end - 1)
            elif not ended and not _is_notice(m, start, end):
                without_marks.append((start, end))
    if without_marks and _end_in_phrases(m, without_marks) and _is_of_today(m):
        yield from chain.from_iterable(range(start, end - 1) for start, end in without_marks)


def _is_prose(m: Measures, start: int, end: int) -> bool:
    """Whether the lines from *start* up to *end*, with marks within them, are wide or have some at their ends, or half of them are about as wide."""
    widths = m.widths[start:end]
    wide = max(widths)
    return (
        wide > WIDEST_FREE
        or min(m.ends[start:end]) < chinese.NO_MARK
        or 2 * sum([width > wide - 1.0 for width in widths]) > len(widths)
    )


def _is_notice(m: Measures, start: int, end: int) -> bool:
    """Whether the lines from *start* up to *end*, without a mark on a page that has them, fill its column, which is wider than verse is."""
    return m.habits.whole_marks and m.full_width > WIDEST_EVEN and m.fills_column(start, end)


def _opens_with_indents(m: Measures, start: int, end: int) -> bool:
    """Whether some of the lines from *start* up to *end* are indented and others not, as those of paragraphs are and none of a stanza's."""
    indented = m.lines.indented[start:end]
    return True in indented and False in indented


def _end_in_phrases(m: Measures, blocks: list[tuple[int, int]]) -> bool:
    """Whether the lines of *blocks* end where phrases do: those of a text that lost its marks end inside them, and go on by characters that belong together."""
    lasts, firsts = m.lines.lasts, m.lines.firsts
    associated = [
        value
        for start, end in blocks
        for value in han_association().along(lasts[start : end - 1], firsts[start + 1 : end])
    ]
    return sum(associated) < GOING_ON * len(associated)


def _is_of_today(m: Measures) -> bool:
    return m.habits.whole_marks or is_simplified("".join(m.lines.texts))


def _latin(m: Measures) -> Iterator[int]:
    """Lines of a run of four or more that open with capitals and end in marks, far more often than words within them."""
    texts = m.lines.texts
    for run in LATIN_RUN.finditer(bytes(m.openings)):
        start, end = run.span()
        if _log_odds(texts[start:end], m.openings[start:end]) > SURE:
            if start and _last(texts[start - 1]) in MARKS:
                yield start - 1  # what introduces it
            yield from range(start, end - 1)


def _log_odds(texts: list[str], openings: list[int]) -> float:
    """How much likelier marks and capitals are where these lines meet, if they are verse, than anywhere else in them."""
    words = marked = inside = capitals = 0
    for text in texts:
        for word, following in pairwise(text.split()):
            words += 1
            last = _last(word)
            marked += last in MARKS
            if last not in latin.STOPS:
                inside += 1
                capitals += following.lstrip(OPENING_QUOTES)[:1].isupper()
    if_mark = (marked + SHARE_SEEN * WORDS_SEEN) / (words + WORDS_SEEN)
    if_capital = (capitals + SHARE_SEEN * WORDS_SEEN) / (inside + WORDS_SEEN)
    by_mark, by_none = log(ENDS_IN_MARK / if_mark), log((1 - ENDS_IN_MARK) / (1 - if_mark))
    by_capital = log(OPENS_WITH_CAPITAL / if_capital)
    found = 0.0
    for text, opening in zip(texts, openings[1:], strict=False):
        last = _last(text)
        found += by_mark if last in MARKS else by_none
        if last not in latin.STOPS and opening in latin.CAPITALS:
            found += by_capital
    return found


def _last(text: str) -> str:
    return text.rstrip(latin.QUOTES)[-1:]
