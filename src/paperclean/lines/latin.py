"""Latin lines as numbers: end marks, opening words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import compress
from math import log

from paperclean.lines.series import lines_in_series
from paperclean.lines.set_apart import lines_set_apart

__all__ = ["break_evidence", "display_evidence", "end_classes", "opening_classes"]

SENTENCE_END, QUOTED_END, ABBREVIATION, COLON, COMMA, CLOSING, NO_MARK, HYPHEN, LEADS_ON = range(9)
LOWER = frozenset("abcdefghijklmnopqrstuvwxyzäöüßſéèàâêîôûçëïœæ")
HYPHENS = frozenset("-¬=⸗‐\xad")
DASHES = frozenset("—–")
DASHES_AND_HYPHEN = DASHES | {"-"}
APOSTROPHES = frozenset("'’‘")
STOPS = frozenset(".!?…")
COLONS = frozenset(":;")
QUOTES = "\"“”»«')]’"
SPACED_QUOTES = QUOTES + " \xa0\u202f"  # French: dit-il. »
SENTENCE_QUOTES = frozenset("„»«")  # English ones open words inside a paragraph as often
# Abbreviations that stand before what they belong to, in German, French, English and Dutch.
TITLES = (
    "Hr Hrn Fr Frl Frhr Dr Prof Sr Se Ew Gebr Kgl kgl Königl eidg Allg Nordd M MM Mme Mlle Mgr "
    "Mr Mrs Messrs Rev Hon Capt Col Gen Lieut Lt Maj Gov Wm Geo Chas Thos Jas Ds Jhr St"
)
REFERENCES = "Nr No Art art Bd Ed pag vol fig vgl sog gef bzw resp"
MONTHS = "Jan Feb Febr Aug Sep Sept Septbr Okt Oktbr Oct Octbr Nov Novbr Dez Dezbr Dec Decbr"
ABBREVIATIONS = frozenset(f"{TITLES} {REFERENCES} {MONTHS}".split())
# Articles, prepositions and conjunctions, after which no paragraph and no headline ends: none of those that German and Dutch
# verbs leave at the end (an, auf), or that is another word in another language (die, son, met).
ARTICLES = "a an the der das dem des eine einer eines einem einen le la les un une het een"
PREPOSITIONS = (
    "of to in on at by for from with over under after before against between into about without through during since "
    "von vom für im am zum zur beim ins gegen ohne zwischen seit wegen du au aux dans pour sur avec sous entre contre chez vers sans de van en"
)
OTHERS = "and as than but or his its their our my who which Mr Mrs Dr und oder sowie dessen deren et ou mais dont ses leurs nos hun"
LEADING_ON = frozenset(f"{ARTICLES} {PREPOSITIONS} {OTHERS}".split())
AND_SO_ON = ("s. w.", "s.w.", "s. f.", "s.f.")  # u. s. w. stands behind what it belongs to

NUMBERED, LOWER_CASE, DIGIT, QUOTE, OTHER, CAPITALIZED, DATELINE, NAME = range(8)
CAPITALS = frozenset({CAPITALIZED, DATELINE, NAME})
OPENING_SIGNS = frozenset("—–-*†§(0123456789IVX•■▪●►▲♦◆☞")
OPENING_CUE = re.compile(r"—|–|--|-\s|\d+(?:[.)](?!\d)|°)|[IVX]{2,}[.)]|[*†§]|\(|[•■▪●►▲♦◆☞]\s")
LETTERED = re.compile(r"[a-z]\)[ ]")  # an item: a) Die Divisionstruppen
OPENING_MARKS = "\"„“”»«'( \xa0\u202f"
DUTCH_ARTICLE = re.compile(r"['’‘][stn][ -](?=[A-Z])")  # 't Is niet te verwonderen; 's-Gravenhage, 3 Maart
PLACE = r"(?!\w+(?:tag|day)\b|Mittwoch|Sonnabend)[A-ZÄÖÜ][\w.-]+(?:[ ][A-Z][\w.-]+)?"
MONTH_OR_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?[ ]\d|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
NAME_OR_DATELINE = re.compile(
    rf"""(?P<name>[A-ZÄÖÜ][a-zäöü]+\.[ ][—A-ZÄÖÜ(])  # Frankfurt. Die Schützen; Mr. Hume said
    |{PLACE}(?:
        ,?[ ](?:den[ ])?\d{{1,2}}\.[ ]  # Berlin, 14. Mai
        |,[ ](?:le[ ])?\d{{1,2}}(?:er)?[ ]  # Paris, 3 mars
        |,[ ](?:{MONTH_OR_DAY})  # London, March 3
    )
    |[A-ZÄÖÜÉ]{{2}}[A-ZÄÖÜÉ.' -]+(?:,[ ][\w.]+)?(?:[ ]\([\w./ ]+\)[ ]?[—–-]|[ ]?[—–])  # LONDON (AP) —; FIRE.—On Friday
    """,
    flags=re.VERBOSE,
)
AGENCY = re.compile(r"[^a-z(]{3,30}\([A-Z][\w./ ]*\)")  # LONDON (Reuters)
# Share of capitals at the start of lines inside a sentence: 0.3 in German, a tenth in languages that write only names with
# them. The rarer they are, the more a capital after a line without a mark tells of a new paragraph.
CAPITALS_OF_NOUNS = 0.28
BY_RARITY, MOST_BY_RARITY = 2.5, 2.5
# Characters of a line all in capitals, at least, and the evidence that it is a headline or a signature.
LEAST_CAPITALS, IN_CAPITALS = 4, 5.0
# The same for a break after such a line, however wide, before one that opens with one capital.
AFTER_CAPITALS = 6.0
# Before a byline or a jump line and after it: of 40 on real pages 37 stand by themselves.
BY_WORDS = 7.0
# And of one before a line that opens as an item does: after another that ends a sentence (24 of 26 on real pages), after a colon.
BETWEEN_ITEMS, BEFORE_ITEMS = 2.5, 1.0
LEAST_ITEMS = 3
# And before lines that open the items of a series.
BY_SERIES = 10.0
# Shares of the next line's width, and the evidence if a line is narrower: one without a mark, as a headline's last line is,
# and one that ends a sentence. It tells of the column where its own width is in doubt.
SHORT, BY_SHORT = 0.5, 2.5
SHORT_END, BY_SHORT_END = 0.75, 1.0

# Where dashes come after full stops only at the start of lines they mark paragraphs: 11 of 11 on German pages.
DASH_WITHIN = re.compile(r"[.!?][\"“”»«')]?(?:[ ]?[—–]|[ ]--?)[ ]?[A-ZÄÖÜÉÈÀÂ„«\"“]")
BY_DASH_AT_STARTS = 1.5


def end_classes(lines: list[str]) -> list[int]:
    """Which end mark closes each of *lines*."""
    return [
        (LEADS_ON if line[line.rfind(" ") + 1 :] in LEADING_ON else NO_MARK)
        if line[-1] in LOWER
        else _end_class(line)
        for line in lines
    ]


def _end_class(line: str) -> int:
    """Which end mark closes *line*."""
    last = line[-1]
    if last in HYPHENS and line[-2:-1] not in DASHES:
        return HYPHEN
    if last == ",":
        return COMMA
    if last in DASHES or last in HYPHENS:
        bare = line.rstrip(" —–-")
        return SENTENCE_END if bare[-1:] in STOPS else NO_MARK  # the end of a thought, or a price: 8.—
    bare = line.rstrip(SPACED_QUOTES)
    quoted = len(bare) < len(line)
    last = bare[-1:]
    if last in STOPS:
        if quoted:
            return QUOTED_END
        return ABBREVIATION if last == "." and _is_abbreviated(bare) else SENTENCE_END
    if last in COLONS:
        return COLON
    if last == ",":
        return COMMA
    return CLOSING if quoted else NO_MARK


def _is_abbreviated(line: str) -> bool:
    """Whether the word before the full stop that ends *line* is an abbreviation, a letter or a number of two figures."""
    start = max(line.rfind(" "), line.rfind("("), line.rfind(".", 0, -1)) + 1
    word = line[start:-1].lstrip('„"«')
    if word == "Fr":
        return not line[start - 2 : start - 1].isdigit()  # Fr. Müller, but 600 Fr.
    if len(word) == 1:
        return word.isalnum() and not line.endswith(AND_SO_ON)
    return word in ABBREVIATIONS or (len(word) == 2 and word.isdigit())


def opening_classes(lines: list[str]) -> list[int]:
    """How each of *lines* opens."""
    found = [LOWER_CASE if line[0] in LOWER and line[1:2] != ")" else _opening_class(line) for line in lines]
    if QUOTE in found:
        for i in range(1, len(found)):
            before = lines[i - 1]
            if found[i] == QUOTE and before[0] in SENTENCE_QUOTES and before[-1] not in QUOTES:
                found[i] = CAPITALIZED  # the mark is repeated before each line quoted
    return found


def _opening_class(line: str) -> int:
    """How *line* opens."""
    first = line[0]
    if first in OPENING_SIGNS and OPENING_CUE.match(line):
        goes_on = line[:2] != "- " and first in DASHES_AND_HYPHEN and line.lstrip("—–- ")[:1].islower()
        return LOWER_CASE if goes_on else NUMBERED  # — weshalb man ihn
    if first.isupper():
        near = line[:28]
        cue = NAME_OR_DATELINE.match(line) if ". " in near or "," in near or line[1:3].isupper() else None
        if cue is None:
            return CAPITALIZED
        return NAME if cue[1] else DATELINE
    if first in APOSTROPHES and DUTCH_ARTICLE.match(line):
        return _opening_class(line[3:])
    if LETTERED.match(line):
        return NUMBERED
    letter = line.lstrip(OPENING_MARKS)[:1]
    if letter.islower():
        return LOWER_CASE
    if letter.isdigit():
        return DIGIT
    if first in SENTENCE_QUOTES:
        return QUOTE
    return CAPITALIZED if letter.isupper() else OTHER


def break_evidence(
    lines: list[str], widths: list[float], ends: list[int], openings: list[int]
) -> list[float]:
    """Evidence of a break before each of *lines*, by its width beside the last and what its page does with capitals and items.

    A capital after a line without a mark tells of one where they are rare there, or where that line is short beside this, or all
    in capitals; a sentence's end where it is.
    """
    found = [0.0] * len(ends)
    inside = [i for i, end in enumerate(ends[:-1], 1) if end == NO_MARK or end == LEADS_ON]  # noqa: PLR1714, SIM109  # quicker
    capitals = [i for i in inside if openings[i] in CAPITALS]
    share = (len(capitals) + 1) / (len(inside) + 3)
    evidence = 0.0
    if share < CAPITALS_OF_NOUNS:
        evidence = min(MOST_BY_RARITY, BY_RARITY * log(CAPITALS_OF_NOUNS / share))
    for i in capitals:
        if ends[i - 1] == NO_MARK:
            found[i] = evidence + BY_SHORT if widths[i - 1] < SHORT * widths[i] else evidence
    for i, end in enumerate(ends[:-1], 1):
        if end <= QUOTED_END and openings[i] != LOWER_CASE and widths[i - 1] < SHORT_END * widths[i]:
            found[i] = BY_SHORT_END
    for i in compress(range(1, len(lines)), map(str.isupper, lines)):
        if (
            openings[i] in CAPITALS
            and _is_in_capitals(lines[i - 1], ends[i - 1])
            and not lines[i][1:2].isupper()
        ):
            found[i] += AFTER_CAPITALS
    _weigh_words(found, lines, openings)
    if NUMBERED in openings:
        _weigh_items(found, lines, ends, openings)
    for i in lines_in_series(lines):
        found[i] += BY_SERIES
    return found


def _weigh_words(found: list[float], lines: list[str], openings: list[int]) -> None:
    """Add to the evidence *found* what bylines, jump lines and the first lines of captions tell by what they say."""
    alone, captions, jumps = lines_set_apart(lines, [opening == LOWER_CASE for opening in openings])
    for i in (*alone, *captions):
        found[i] += BY_WORDS
    for i in (*alone, *jumps):
        if i + 1 < len(found):
            found[i + 1] += BY_WORDS
    if DATELINE in openings:
        for i, opening in enumerate(openings):
            if opening == DATELINE and AGENCY.match(lines[i]):
                found[i] += BY_WORDS


def _weigh_items(found: list[float], lines: list[str], ends: list[int], openings: list[int]) -> None:
    """Add to the evidence *found* what items tell, one after the other, and dashes, where none stands within a line."""
    numbered = [
        i for i, opening in enumerate(openings) if opening == NUMBERED and i and ends[i - 1] <= QUOTED_END
    ]
    dashes = [i for i in numbered if lines[i][0] in DASHES_AND_HYPHEN]
    if dashes and not DASH_WITHIN.search("\n".join(lines)):
        for i in dashes:
            found[i] += BY_DASH_AT_STARTS
    signs = ["1" if lines[i][0].isdigit() else lines[i][0] for i in numbered]
    series = Counter(signs)
    for i, sign in zip(numbered, signs, strict=True):
        if openings[i - 1] == NUMBERED or (series[sign] >= LEAST_ITEMS and sign != "("):
            found[i] += BETWEEN_ITEMS
    for i, opening in enumerate(openings):
        if opening == NUMBERED and i and lines[i - 1][-1] == ":":
            found[i] += BEFORE_ITEMS


def _is_in_capitals(line: str, end: int) -> bool:
    """Whether a *line* all in capitals is a headline or a signature, and no number or letter alone."""
    return end != HYPHEN and len(line) >= LEAST_CAPITALS


def display_evidence(lines: list[str], ends: list[int], openings: list[int]) -> list[float]:
    """Evidence that each line is one of display: no sentence ends in it and none goes on after it, or it is all in capitals."""
    following = [*openings[1:], LOWER_CASE]
    found = [
        3.0 if (end == NO_MARK or end == CLOSING) and opening != LOWER_CASE else 0.0  # noqa: PLR1714, SIM109  # quicker
        for end, opening in zip(ends, following, strict=True)
    ]
    for i in compress(range(len(lines)), map(str.isupper, lines)):
        if following[i] != LOWER_CASE and _is_in_capitals(lines[i], ends[i]):
            found[i] += IN_CAPITALS
    return found
