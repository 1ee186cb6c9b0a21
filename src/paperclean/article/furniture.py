"""Page furniture: what a page prints besides its articles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, groupby, pairwise

import regex

from paperclean.article.han_furniture import (
    EDITORS,
    HAN_ATOM_BEGINS,
    HAN_ATOMS,
    HAN_LIKELY,
    HAN_NUMBERED,
    HAN_YEAR,
    IMPRINT,
    IMPRINT_PART,
    OF_CLAUSES,
    PAGE_NOTE,
    PAPER_NAME,
    PLAIN_DATE,
    SECTION,
)
from paperclean.edits import Edit
from paperclean.lines.jump_lines import jump_from, jump_to
from paperclean.scripts import IS_HAN
from paperclean.searches import deferred, deferred_regex
from paperclean.steps import rewrite

__all__ = ["LONGEST", "WEEKDAY", "drop_page_furniture", "is_furniture", "is_sentence"]

LONGEST = 160  # characters of a line of furniture

WEEKDAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sonn)tag|mittwoch|samstag|sonnabend"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
)
MONTH = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|j[aä]nn?(?:uar|er)|februar|märz|mai|juni|juli|oktober|dezember"
    r"|janvier|février|mars|avril|juin|juillet|ao[uû]t|septembre|octobre|novembre|décembre"
    r"|januari|februari|maart|mei|augustus|oktober|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez"
)
LATIN_DATE = (
    rf"(?:(?:le |den |the |de )?\d{{1,2}}(?:st|nd|rd|th|er|e)?\.? (?:{MONTH})\b\.?|(?:{MONTH})\b\.? \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}"
)
ISSUE = (
    r"(?:no|nr|n°|nº|num|issue|vol|jahrgang|band)[.:°]?\s?(?:\d[\d.,]*|[ivxlcm]+)\b"
    r"|\d{1,3}\. ?jahrgang|\d{1,3}(?:e|ème|re|de|ste)? (?:année|jaargang)"
)
FOLIO = r"(?:page|seite|pagina|blz|pag|bladzijde|p)\b\.? ?[A-Z]?\d{1,3}\b"
PRICE = r"(?:price|[a-zäöü]{0,16}preis|prix|prijs)\b:? .{1,24}|(?:one|two|three) ?(?:half)?penny\b|\d{1,2}(?:d| ?pf| ?cents?| ?centimes?| ?ct)\b\.?"
# A date, weekday, issue, folio or price. Most places of a line are ruled out by what stands there.
ATOM = deferred(
    rf"(?={HAN_ATOM_BEGINS})(?:{HAN_ATOMS})"
    rf"|(?<![a-z\u00c0-\u024f])(?=[a-z\d])(?:{WEEKDAY}|{LATIN_DATE}|{ISSUE}|{FOLIO}|{PRICE})|[-–—]\s?\d{{1,4}}\s?[-–—]",
    re.IGNORECASE,
)

LATIN_IMPRINT = deferred(
    r"printed and published\b|all rights reserved\b|copyright\b|©"
    r"|verantwortliche[rn]? redac?kteur|druck (?:und|u\.) verlag\b|verlag von\b"
    r"|le gérant\b|imprimerie\b|rédacteur en chef\b|directeur[- ]gérant|verantwoordelijk redact|gedrukt (?:bij|door)",
    re.IGNORECASE,
)
WEB_ADDRESS = deferred_regex(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", regex.IGNORECASE)
NUMBERED = deferred(
    rf"{HAN_NUMBERED}|page|seite|pagina|blz|price|preis|prix|prijs|(?:n[or°º]|num|vol|issue).{{0,3}}\d{{4}}",
    re.IGNORECASE,
)
DATED = deferred(rf"{HAN_YEAR}|\d{{4}}")
FOLIO_ALONE = deferred_regex(r"[A-Z]?\d{1,3}|[-–—·•]\s?\d{1,4}\s?[-–—·•]")
SENTENCE = deferred_regex(r"[。！？；]|[.!?;] +\p{Lu}\p{Ll}+ \p{Ll}|，.*，")
HAN_STOPS = frozenset("。！？；")
LETTER = deferred_regex(r"[\p{L}\p{N}]")
# What a line of furniture begins with or holds, edges aside; a whole page is searched at once.
LINE_ENDS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
LATIN_BEGINNING = deferred(
    rf"[{LINE_ENDS}][^\w{LINE_ENDS}]*(?:[Mm](?i:on[dt]|ar[dt]|er[ck]|itt|aan)|[Tt](?i:ues|hur|urn t)|[Ww](?i:edn|oen|eiter a|ordt)"
    r"|[Ff](?i:rid|reit|orts|rom p)|[Ss](?i:at|un|onn[at]|am[es]|ee p|ee [^.,;]{2,20}, p|iehe f|chlu|uite|tory c)|[Dd](?i:iens|onner|im|ins|onde|ruck|irec)"
    r"|[Ll](?i:und|ire|a su|e g|ees|esen sie)|[Jj](?i:eu|ahrg)|[Vv](?i:end|rij|ol|erantw|erlag|ervo|erde|oir )|[Zz](?i:at|ond|ie)"
    r"|[Nn](?i:[or°º]|um)|[Ii](?i:ssue|mprim)|[Bb](?i:and |itte l)|[Rr](?i:éda)|[Pp](?i:ri[cxj]|reis|rinted|lease t)|[Oo](?i:ne)"
    r"|[Cc](?i:ont|opyr)|[Aa](?i:ll r| su)|[Gg](?i:edru)|[Àà] su|[№©])"
)
DIGIT = deferred(r"\d")


def is_furniture(line: str, *, edge: bool = False) -> bool:
    """Whether *line* is a running head, folio, date, issue, price, editors' or imprint line.

    *edge*: it stands first or last on its page, where a lone number is a folio.

    >>> is_furniture("2020年3月31日 星期二 第3版"), is_furniture("责任编辑：王丰"), is_furniture("Seite 4")
    (True, True, True)
    >>> is_furniture("3月31日，北京。"), is_furniture("12"), is_furniture("12", edge=True)
    (False, False, True)
    """
    if len(line) > LONGEST:
        return False
    if edge and any(form.fullmatch(line) for form in (FOLIO_ALONE, WEB_ADDRESS, SECTION)):
        return True
    han = IS_HAN.search(line)
    if is_sentence(line):
        return _is_imprint(line, han=True)
    if not (HAN_LIKELY if han else DIGIT).search(line) and (
        "\u3400" <= line[:1] <= "\u9fff" or not LATIN_BEGINNING.match("\n" + line)
    ):
        return False
    if (
        LATIN_IMPRINT.match(line)
        or (han and (EDITORS.fullmatch(line) or PAGE_NOTE.fullmatch(line)))
        or _is_imprint(line, han=bool(han))
    ):
        return True
    return not SENTENCE.search(line) and _is_of_atoms(line, edge=edge)


def is_sentence(line: str) -> bool:
    """Whether *line* begins with a Han character and ends as body text does: at most an imprint, or what belongs to a picture."""
    return line[-1:] in HAN_STOPS and "\u3400" <= line[0] <= "\u9fff"


def _is_imprint(line: str, *, han: bool) -> bool:
    """Whether a line names what only an imprint does, or several of the things that articles may name one of."""
    if han and IMPRINT.search(line):
        return True
    return (":" in line or "：" in line) and len(set(IMPRINT_PART.findall(line))) > 1


def _is_of_atoms(line: str, *, edge: bool) -> bool:
    """Whether dates, issues, folios and prices are most of a line."""
    atoms = ATOM.findall(line)
    if not atoms:
        return False
    rest = ATOM.sub("", line)
    if OF_CLAUSES.search(rest) or sum(map(bool, map(PLAIN_DATE.match, atoms))) > 1:
        return False
    left = len(LETTER.findall(rest)) * (1.0 if any(c >= "\u3400" for c in rest) else 0.5)
    if len(atoms) == 1 and (left <= 1 or PAPER_NAME.fullmatch(rest.strip())):
        if line.endswith(("，", ",", "、")):
            return False
        # A date by itself may head a diary or a list of events, or stand below a notice.
        return bool(NUMBERED.search(line) or ((edge or left > 1) and DATED.search(line)))
    # The paper's name or the section's beside a date and a folio.
    return (
        len(atoms) > 1
        and left <= (12 if edge or len(atoms) > 2 else 8)
        and sum(map(len, atoms)) >= left
        and not (left > 1 and "，" in line)
        and not line.endswith(("，", ",", "、"))
    )


FEWEST_LINES = 5  # of a page whose first or last line may be a folio
PAGES = 3  # on so many pages of one text the same line is a running head
DIGITS = deferred_regex(r"\d+|(?<=第)[一二三四五六七八九十]+(?=[版页頁])")
ENDS_SENTENCE = deferred_regex(r"[。；，,;][”’」』）)\"']*$")


@rewrite
def drop_page_furniture(text: str) -> Iterator[Edit]:
    r"""Drop what a page prints besides its articles: running heads, folios, dates, imprint, jump lines.

    Off by default in `clean`; `Style(furniture="drop")` puts it before lines are joined, since a folio between
    two columns would otherwise end up inside a sentence. The dropped lines stay in the trace, and `articles`
    sets them apart as blocks of kind `furniture`.

    A line goes that is nothing but date, weekday, issue, price and page number, with the paper's or section's
    name beside them; that names the editors or the printer; or that says where an article goes on. A lone
    number goes only at the head or foot of a page. Where form feeds part several pages, lines that stand at
    the head or foot of three of them, their figures aside, are running heads.

    >>> drop_page_furniture("经济日报 2020年3月31日 星期二 第3版\n\n春下江南，草木竞发。\n\n责任编辑：王丰 版式：黄兴")
    '春下江南，草木竞发。'
    >>> drop_page_furniture("THE TIMES, SATURDAY, MAY 3, 1890.\nThe House met.\nContinued on page 4.")
    'The House met.'

    Left alone, since it tells of a date, and since an article may be a list of figures:

    >>> drop_page_furniture("3月31日，永康市开行大巴。\n12\n15")
    '3月31日，永康市开行大巴。\n12\n15'
    """
    lines = text.splitlines(keepends=True)
    starts = list(accumulate(map(len, lines), initial=0))
    printed = [i for i, line in enumerate(lines) if not line.isspace()]
    gone = _furniture_lines(text, lines, starts, printed)
    if len(gone) == len(printed):
        return
    places = sorted(bisect_left(printed, i) for i in gone)
    for _, run in groupby(enumerate(places), key=lambda place: place[1] - place[0]):
        first, *rest = [place for _, place in run]
        last = rest[-1] if rest else first
        start, end = _begin(printed[first], lines, starts), _end(printed[last], lines, starts)
        before = _end(printed[first - 1], lines, starts) if first else 0
        after = _begin(printed[last + 1], lines, starts) if last + 1 < len(printed) else len(text)
        yield _less(text, before, start, end, after)


def _begin(i: int, lines: list[str], starts: list[int]) -> int:
    return starts[i + 1] - len(lines[i].lstrip())


def _end(i: int, lines: list[str], starts: list[int]) -> int:
    return starts[i] + len(lines[i].rstrip())


def _furniture_lines(text: str, lines: list[str], starts: list[int], printed: list[int]) -> set[int]:
    """The lines that are furniture, by index; only those that hold something of its kind are looked at."""
    finds = (LATIN_BEGINNING, HAN_LIKELY if IS_HAN.search(text) else DIGIT)
    likely = {bisect_right(starts, found.end() - 1) - 1 for find in finds for found in find.finditer(text)}
    likely.update(printed[:1])
    gone = {i for i in likely if (line := lines[i].strip()) and (is_furniture(line) or _is_jump_line(line))}
    pages = [printed]
    if "\f" in text:
        ends = [i for i, line in enumerate(lines) if line.endswith("\f")]
        cuts = [0, *(bisect_right(printed, i) for i in ends), len(printed)]
        pages = [printed[a:b] for a, b in pairwise(cuts) if a < b]
    _reach_inwards(pages, lines, gone)
    _reach_inwards([page[::-1] for page in pages], lines, gone)
    return gone


def _reach_inwards(pages: list[list[int]], lines: list[str], gone: set[int]) -> None:
    """Mark the lines from each page's edge as far as furniture reaches, so that no second run finds a new edge."""
    edges = [iter(page) for page in pages]
    moving = list(range(len(pages)))
    waiting: dict[str, list[tuple[int, int]]] = {}  # by what it says, the outermost line of each page
    running: set[str] = set()
    while moving:
        page = moving.pop()
        for i in edges[page]:
            line = lines[i].strip()
            if i in gone or (len(pages[page]) >= FEWEST_LINES and is_furniture(line, edge=True)):
                gone.add(i)
                continue
            if not (same := _running(line)):
                break
            alike = waiting.setdefault(same, [])
            alike.append((page, i))
            if same not in running and len(alike) < PAGES:
                break
            gone.update(there for _, there in alike)
            moving += [other for other, _ in alike if other != page]
            running.add(same)
            alike.clear()


def _running(line: str) -> str:
    """What stays the same of a running head from page to page; nothing for a line too long to be one."""
    return DIGITS.sub("#", line) if len(line) <= 60 and not ENDS_SENTENCE.search(line) else ""


def _is_jump_line(line: str) -> bool:
    if len(line) > LONGEST:
        return False
    return any(jump and jump.is_all_of(line) for jump in (jump_to(line), jump_from(line)))


def _less(text: str, before: int, start: int, end: int, after: int) -> Edit:
    """Take `text[start:end]` out with the smaller of the gaps around it; a form feed stays."""
    above, below = text[before:start], text[end:after]
    reason = "page furniture"
    if "\f" not in below and (before == 0 or "\f" in above):
        return Edit(start, after, "", reason, 0.9)
    if "\f" in below or after == len(text) or above.count("\n") < below.count("\n"):
        return Edit(start if "\f" in above else before, end, "", reason, 0.9)
    return Edit(start, after, "", reason, 0.9)
