"""What lines are made of, words and numbers: rows of a table and entries of a list are made alike, sentences are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias

from paperclean.lines.runs import runs_of

__all__ = [
    "BLANKS",
    "are_alike",
    "numbered_rows",
    "rows_alike",
    "rows_of_amounts",
    "rows_of_cells",
]

# A number with what is written to it (+0.12, 27:8, G102), Chinese characters, a word with a capital, other words,
# signs, a blank between Chinese characters. Ranges are looked up in half the time of categories.
DIGITS = "0-9０-９〡-〩"
SMALL = "a-zß-öø-ÿ"
CAPITAL = "A-ZÀ-ÖØ-Þ\u0100-\u02ff\u0370-\u1fff\u3041-\u318e\ua000-\ud7a3"  # and letters of scripts other than Latin and Chinese
PART = re.compile(
    rf"(?P<d>[A-Za-z]{{0,3}}[+\-−]?[{DIGITS}][{DIGITS}.,:/%½¼¾]*)|(?P<H>[\u3400-\u9fff]+)"
    rf"|(?P<C>[{CAPITAL}][{CAPITAL}{SMALL}]*)|(?P<l>[{SMALL}][{CAPITAL}{SMALL}]*)"
    r"|(?P<sign>[^\w\s]|(?<=[\u3400-\u9fff])[ \u3000](?=[\u3400-\u9fff]))"
)
KINDS = frozenset("dHCl")
WORDS = frozenset("Cl")
LINKS = frozenset("—–-－·×/：: \u3000（(")  # between two names
LEAST_KINDS = 2  # in what is alike, or parts in Latin script; most Chinese lines without marks are of one
LEAST_ROWS = 4  # alike, one after the other; three are in a price list of the NZZ whose lines go on
LEAST_WITH_AMOUNT = 3  # of Chinese rows that end in a number: 东方财富 +12.34%
AMOUNT_LAST = re.compile(".*H.*d[%％℃°]?").fullmatch
# An arrow or a rule behind an amount, as it was read: 4.7545 i
STRAY = re.compile(r"(?<=[0-9])[ \u3000][^\u3400-\u9fff]$")
# Lines that open with no small letter, or Chinese ones that end alike, in a row, and of these the least that are alike, as a number and as a share:
# of 57,000 lines of newspapers in four languages 14 are such rows, all of them of lists.
RUNS = (
    re.compile(rf"[A-ZÀ-ÖØ-Þ0-9]{{{LEAST_ROWS},}}"),
    re.compile(rf"[)）℃%]{{{LEAST_ROWS},}}|([\u3400-\u9fff])\1{{{LEAST_ROWS - 1},}}"),
)
CLAUSES = frozenset("，。、")
LEAST_ALIKE, LEAST_SHARE = 3, 0.6
# 北京国安2∶2成都蓉城, 無錫白粳　十一元五角: a score between names, an amount in characters behind a blank; no two lines of prose in a row are
COLONS = "∶:："
SCORED = r"[\u3400-\u9fff·]{2,12}(?:[（(].{1,8}[）)])?"
SCORE = re.compile(rf"{SCORED} ?[0-9]{{1,3}} ?[{COLONS}] ?[0-9]{{1,3}} ?{SCORED}").fullmatch
UNITS = "〇零一二三四五六七八九十廿卅百千萬万兩两半元圓角分釐厘毫錢钱文串斤石擔担"
# Bayern München – VfL Bochum 2:0 (1:0); Reims - Nîmes 2-1
LATIN_SCORE = re.compile(
    r"\w[^,;:]{1,28} [–—-] [^,;:]{2,30} \d{1,3} ?[:–-] ?\d{1,3}(?: \(\d[^()]{1,12}\))?"
).fullmatch
SCORE_END = re.compile("[0-9)]")
AMOUNT = re.compile(rf"[\u3400-\u9fff]{{1,10}}[ \u3000]{{1,2}}[{UNITS}]{{2,}}").fullmatch
UNITS_LAST = re.compile(f"[{UNITS}]{{2,}}")
# Names in a row, a blank apart: 王丰 李　强 买买提·艾力 陈红（女）; before them what they are of.
NAME = r"[\u3400-\u9fff]{1,4}(?:·[\u3400-\u9fff]{1,8})*(?:[（(][\u3400-\u9fff]{1,5}[）)])?"
NAMES = re.compile(rf"(?:[\u3400-\u9fff]{{1,12}}[：:] ?)?{NAME}(?:[ \u3000]+{NAME})+").fullmatch
# 明天 阴有小雨 10℃—15℃: what is known of a thing, a figure in it, a blank apart; one blank stands between characters, as
# beside Latin words none does.
CELL = r"[^ \u3000，。、；：！？“”「」]{1,12}"
CELLS = re.compile(
    rf"(?=.*[0-9０-９])(?=.*[\u3400-\u9fff]{{2}}[ \u3000][\u3400-\u9fff]){CELL}(?:[ \u3000]+{CELL}){{2,}}"
).fullmatch
BLANKS = " \u3000"
BLANK = re.compile(f"[{BLANKS}]+")
HEADER = re.compile(r"[\u3400-\u9fff（()）/％%]+(?:[ \u3000]+[\u3400-\u9fff（()）/％%]+)+").fullmatch
LEAST_CELLS = 3  # of a table whose header they show
LEAST_CELLS = 3  # in one of two such rows; headlines have two parts
DIGIT = re.compile("[0-9%°]")
Edges: TypeAlias = tuple[str, str]  # the first and the last characters of lines
# Of lines made alike there are 0.4 at most in running text, in lists of fixtures, results or names with a number or a
# country 0.9; so they never fall this far behind the others.
LEEWAY = 2


def shape(line: str) -> str:
    """The kinds of the parts of *line*, of the same kind in a row one; nothing where they tell too little, or of clauses.

    >>> shape("1 广州恒大 12 9 2 27:8 29"), shape("Man Utd 3-1 Leeds"), shape("的生活"), shape("3日，王丰")
    ('dHd', 'CdC', '', '')
    """
    if "，" in line or "。" in line:
        return ""
    parts = [
        match[0] if match.lastgroup == "sign" else match.lastgroup or ""
        for match in PART.finditer(line.replace("+", "–"))  # a gain or a loss: (+ 5,6), (– 3,1)
    ]
    found = "".join(part for part, _ in groupby(parts))
    kinds = set(found)
    if len(KINDS & kinds) >= LEAST_KINDS or not LINKS.isdisjoint(kinds):
        return found
    return found if "H" not in kinds and len(found) > LEAST_KINDS else ""


def are_alike(texts: list[str], pairs: list[int]) -> bool:
    """Whether most of the lines numbered *pairs* are made as the line after each; in prose the first few show that not."""
    lead = LEEWAY
    for i in pairs:
        made = shape(texts[i])
        lead += 1 if made and made == shape(texts[i + 1]) else -1
        if not lead:
            return False
    return lead >= LEEWAY


def numbered_rows(texts: list[str], start: int, edges: Edges) -> Iterator[int]:
    """The lines from number *start*, of these *edges*, that are rows of a table: with a number at one, and made as those beside."""
    numbered = {start + match.start() for edge in edges for match in DIGIT.finditer(edge)}
    for run in runs_of(sorted(numbered), LEAST_WITH_AMOUNT):
        for made, rows in groupby(run, lambda i: shape(STRAY.sub("", texts[i]))):
            alike = list(rows)
            if made and len(alike) >= (LEAST_WITH_AMOUNT if AMOUNT_LAST(made) else LEAST_ROWS):
                yield from _with_header(texts, alike, start)


def _with_header(texts: list[str], rows: list[int], start: int) -> Iterator[int]:
    """The *rows* of a table, and the Chinese line before the first that has as many cells, a blank apart."""
    above = rows[0] - 1
    if above >= start and (header := HEADER(texts[above])):
        cells = len(BLANK.split(header[0]))
        if LEAST_CELLS <= cells == len(BLANK.split(texts[rows[0]])):
            yield above
    yield from rows


def rows_of_amounts(texts: list[str], start: int, together: str, lasts: str) -> Iterator[int]:
    """The lines from number *start*, *together* one text, that are scores, or prices in characters, in Chinese two and more in a row."""
    scores = {number for colon in COLONS for number in _lines_with(together, colon)}
    found = {start + number for number in scores if SCORE(texts[start + number])}
    for run in UNITS_LAST.finditer(lasts):
        found.update(i for i in range(start + run.start(), start + run.end()) if AMOUNT(texts[i]))
    for rows in runs_of(sorted(found), 2):
        yield from rows
    for score_end in SCORE_END.finditer(lasts):
        if LATIN_SCORE(texts[start + score_end.start()]):
            yield start + score_end.start()


def rows_alike(texts: list[str], start: int, edges: Edges) -> Iterator[int]:
    """The lines from number *start* that stand in a run, by their *edges*, of lines without clauses of which most are alike."""
    for pattern, characters in zip(RUNS, edges, strict=True):
        for found in pattern.finditer(characters):
            numbers = range(start + found.start(), start + found.end())
            for run in runs_of([i for i in numbers if CLAUSES.isdisjoint(texts[i])], LEAST_ROWS):
                shapes = [shape(texts[i]) for i in run]
                made, count = Counter(shapes).most_common(1)[0]
                of_prose = KINDS if "H" in made else WORDS
                if count >= max(LEAST_ALIKE, LEAST_SHARE * len(shapes)) and not of_prose.issuperset(made):
                    yield from run[shapes.index(made) : len(shapes) - shapes[::-1].index(made)]


def rows_of_cells(texts: list[str], start: int, together: str) -> Iterator[int]:
    """The lines from number *start*, *together* one text, that are rows of names, or of cells with figures, a blank apart.

    Joined, the last of a row would run into the first of the next.
    """
    spaced = sorted({number for blank in BLANKS for number in _lines_with(together, blank)})
    for run in runs_of([start + i for i in spaced if NAMES(texts[start + i]) or CELLS(texts[start + i])], 2):
        rows = [BLANK.split(texts[i]) for i in run]
        if max(map(len, rows)) >= LEAST_CELLS and any(len(cell) > 1 for row in rows for cell in row):
            yield from run


def _lines_with(text: str, c: str) -> Iterator[int]:
    """The numbers of the lines of *text* that hold *c*, which few do."""
    number = done = 0
    while (at := text.find(c, done)) >= 0:
        number += text.count("\n", done, at)
        yield number
        done = text.find("\n", at)
        if done < 0:
            return
