"""Latin lines as numbers: end marks, opening words."""

from __future__ import annotations

import re

import regex

from paperclean.lines.initials import rests_in_capitals
from paperclean.statistics.words import HYPHENS

__all__ = ["end_classes", "opening_classes"]

SENTENCE_END, QUOTED_END, ABBREVIATION, COLON, COMMA, CLOSING, NO_MARK, HYPHEN, LEADS_ON = range(9)
LOWER = frozenset("abcdefghijklmnopqrstuvwxyzäöüßſéèàâêîôûçëïœæ")
DASHES = frozenset("—–")
DASHES_AND_HYPHEN = DASHES | {"-"}
APOSTROPHES = frozenset("'’‘")
STOPS = frozenset(".!?…")
COLONS = frozenset(":;")
QUOTES = "\"“”»«')]’"
SPACED_QUOTES = QUOTES + " "  # French: dit-il. »
SENTENCE_QUOTES = frozenset("„»«")  # English ones open words inside a paragraph as often
# Abbreviations that stand before what they belong to, in German, French, English and Dutch.
TITLES = (
    "Hr Hrn Fr Frl Frhr Dr Prof Sr Se Ew Gebr Kgl kgl Königl eidg Allg Nordd M MM Mme Mlle Mgr "
    "Mr Mrs Messrs Rev Hon Capt Kapt kapt Col Gen Lieut Lt Maj Gov Wm Geo Chas Thos Jas Ds Jhr St ds mr dr drs prof ir mevr mej jhr"
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
NAME_BEFORE = regex.compile(  # London, November 3. Sydney, Oct. 11. Old Boys 0. But am 3. | November
    rf"(?r)\b(?:\p{{Lu}}\p{{L}}{{2,}}|(?:{'|'.join(MONTHS.split())})\.) $"
)
# M. JULES DELAHAYE. — | Messieurs; ROTTERDAM — | Feyenoord; Londres, 17 août, matin. — | Le Times
RUN_IN = re.compile(
    r"(?:(?:MM?|Mme)\. [\w'’ -]{2,30}\.|[A-ZÀ-ÖØ-Þ]{2}[A-ZÀ-ÖØ-Þ.'’ -]{1,30}(?:, \d{1,2}\.? [^\W\d]{3,9})?\.?"
    r"|[A-ZÀ-ÖØ-Þ][\w'’ -]{2,30}, (?:le |du |den )?\d{1,2}(?:er|\.)? [^\W\d]{3,10}(?:, [\w. ]{2,20})?\.) ?[—–]"
)
LEADING_ON = frozenset(f"{ARTICLES} {PREPOSITIONS} {OTHERS}".split())
# A DAUGHTER OF THE | MARSH
CAPITALS_LEADING_ON = frozenset(word.upper() for word in LEADING_ON if len(word) > 1)

NUMBERED, LOWER_CASE, DIGIT, QUOTE, OTHER, CAPITALIZED, DATELINE, NAME = range(8)
CAPITALS = frozenset({CAPITALIZED, DATELINE, NAME})
OPENING_SIGNS = frozenset("—–-*†§(0123456789IVX•■▪●►▲♦◆☞")
OPENING_CUE = re.compile(
    r"—|–|--|-\s|\d+(?:[.)](?!\d)|°)|[IVX]{2,}[.)]|[*†§](?![a-zß-öø-ÿ])|\(|[•■▪●►▲♦◆☞]\s"
)
# What a parliament's reporter heard, in brackets: said of what stands before, never the beginning of a paragraph
HEARD = re.compile(
    r"\((?:(?:Große|Lebhafte|Loud|Great|Vives|Bruyante)\w* |Very |Très |Sehr )?(?i:heiterkeit|beifall|bravo|lachen|laughter|cheer|hear\b|applau"
    r"|bien !|rires|mouvement|bruit|exclamation|interruption|gelach|zu[sſ]timmung|wider[sſ]pruch|unruhe|zuruf|wahr!|richtig!|teekenen van)"
)
LETTERED = re.compile(r"[a-z]\)[ ]")  # an item: a) Die Divisionstruppen
OPENING_MARKS = "\"„“”»«'( |"
DUTCH_ARTICLE = re.compile(r"['’‘][stn][ -](?=[A-Z])")  # 't Is niet te verwonderen; 's-Gravenhage, 3 Maart
PLACE = r"(?!\w++(?<=\wtag|\wday)|Mittwoch|Sonnabend)[A-ZÄÖÜ][\w.-]++(?:[ ][A-Z][\w.-]++)?"
MONTH_OR_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?[ ]\d|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
NAME_OR_DATELINE = re.compile(
    rf"""(?P<name>[A-ZÄÖÜ][a-zäöü]+\.[ ][—A-ZÄÖÜ(])  # Frankfurt. Die Schützen; Mr. Hume said
    |{PLACE}(?:
        ,?[ ](?:den[ ])?\d{{1,2}}\.[ ]  # Berlin, 14. Mai
        |,[ ](?:le[ ])?\d{{1,2}}(?:er)?[ ]  # Paris, 3 mars
        |,[ ](?:{MONTH_OR_DAY})  # London, March 3
    )
    |[A-ZÄÖÜÉ]{{2}}[A-ZÄÖÜÉ.' -]+(?:,[ ][\w.]+)?(?:[ ]\([\w./ ]+\)[ ]?[—–-]|[ ]?[—–])  # LONDON (AP) —; FIRE.—On Friday
    |[A-ZÄÖÜÉ]{{2}}[A-ZÄÖÜÉ.' -]{{2,}}\.[ ]?-[ ]?(?=[A-ZÄÖÜÉ][a-zäöüéè])  # FIRE.-On Friday, as a scan gives the dash
    """,
    flags=re.VERBOSE,
)


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
        return SENTENCE_END if line[-2:-1] == " " and line[-3:-2] in STOPS else COMMA  # a speck behind a stop
    if last in DASHES or last in HYPHENS:
        if last in DASHES and RUN_IN.fullmatch(line):
            return LEADS_ON
        bare = line.rstrip(" —–-")
        return SENTENCE_END if bare[-1:] in STOPS else NO_MARK  # the end of a thought, or a price: 8.—
    bare = line.rstrip(SPACED_QUOTES)
    quoted = len(bare) < len(line)
    last = bare[-1:]
    if quoted and (last in STOPS or last in DASHES):
        return QUOTED_END  # the end of what is said, or where it breaks off
    if last in STOPS:
        return ABBREVIATION if last == "." and _is_abbreviated(bare) else SENTENCE_END
    if last in COLONS:
        return COLON
    if last == ",":
        return COMMA
    if quoted:
        return CLOSING
    return _without_mark(line)


def _without_mark(line: str) -> int:
    """Which end mark closes *line*, whose last character is none; one may stand before a bar, a piece of a rule between columns."""
    if line[-1] == "|" and (bare := line.rstrip("| ")):
        return end_classes([bare])[0]
    return LEADS_ON if line[line.rfind(" ") + 1 :] in CAPITALS_LEADING_ON and line.isupper() else NO_MARK


def _is_abbreviated(line: str) -> bool:
    """Whether the word before the full stop that ends *line* is an abbreviation, a letter or a number of two figures."""
    start = max(line.rfind(" "), line.rfind("("), line.rfind(".", 0, -1)) + 1
    word = line[start:-1].lstrip('„"«')
    if word == "Fr":
        return not line[start - 2 : start - 1].isdigit()  # Fr. Müller, but 600 Fr.
    if len(word) < 3 and word.isdigit():
        return NAME_BEFORE.search(line, 0, start) is None
    if len(word) == 1:
        return word.isalnum()
    return word in ABBREVIATIONS


def opening_classes(lines: list[str]) -> list[int]:
    """How each of *lines* opens."""
    found = [LOWER_CASE if line[0] in LOWER and line[1:2] != ")" else _opening_class(line) for line in lines]
    for i in rests_in_capitals(lines):
        found[i] = LOWER_CASE
    if OTHER in found:  # a sign for a letter or before it: of 150 such lines inside a sentence all go on
        for i in range(1, len(found)):
            if found[i] == OTHER and lines[i][1:2].islower() and end_classes([lines[i - 1]])[0] > QUOTED_END:
                found[i] = LOWER_CASE
    if QUOTE in found:
        for i in range(1, len(found)):
            before = lines[i - 1]
            if found[i] == QUOTE and before[0] in SENTENCE_QUOTES and before[-1] not in QUOTES:
                found[i] = CAPITALIZED  # the mark is repeated before each line quoted
    return found


def _opening_class(line: str) -> int:
    """How *line* opens."""
    first = line[0]
    if first == "(" and HEARD.match(line):
        return LOWER_CASE
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
