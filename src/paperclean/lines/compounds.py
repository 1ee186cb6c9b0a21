"""Words that keep their hyphen wherever they are divided: what each language writes with one.

Short closed lists from school grammars and the newspapers' own habits; what is not here, the text's own words
must show.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import regex

from paperclean.languages import LANGUAGES
from paperclean.statistics.vocabulary import are_two_words, vocabulary

__all__ = [
    "LINKS",
    "NO_LINKS",
    "PARTICIPLES",
    "completes_compound",
    "compounds",
    "doubtful_parts",
    "keeps_hyphen",
    "names_street",
    "stands_alone",
    "suspends",
]

# Small words inside a compound of several parts: vis-à-|vis, arc-en-|ciel, a-t-|il, son-in-|law, man-of-|war.
LINKS = {
    "en": frozenset(["a", "and", "at", "by", "in", "of", "on", "or", "the", "to"]),
    "de": frozenset(["à", "of", "an", "und", "zu"]),
    "fr": frozenset("à a t au aux de du des d en et la le les lez lès s sous sur".split()),  # noqa: SIM905
    "nl": frozenset(
        ["à", "aan", "bij", "by", "de", "en", "het", "in", "of", "op", "te", "tot", "van", "voor"]
    ),
}
NO_LINKS = frozenset(["à"])
NO_WORDS: frozenset[str] = frozenset()

# Words of which no divided word is the second part, but for therewith and its like: Associa-|the, where another column's line
# stands below. Of 2,457 divided words on English pages none, but 80 where columns take turns.
STANDING_ALONE = {
    "en": frozenset(
        "the of and for that with which from this had have has was were are been his their they would who when".split()  # noqa: SIM905
    )
}
ENGLISH_ADVERBS = frozenset(["there", "here", "where", "forth"])

# Compounds without end: deutsch-|französische, römisch-|katholisch, technisch-|wissenschaftlich; west-|europees;
# self-|made, not self-|ish; demi-|sang, très-|grand; oud-|leerling, not oud-|heid.
NATIONS = "deutsch anglo franko franco russo austro sino balto afro serbo graeco gräko gréco italo hispano germano".split()  # noqa: SIM905
PAIR_STEMS: dict[str, tuple[str, ...]] = {  # how their first parts end
    "en": ("self",),
    "de": ("isch", "lich", *NATIONS),
    "fr": ("demi", "semi", "vice", "très", *NATIONS),
    "nl": ("west", "oost", "noord", "zuid", "oud", "vice", "adjunct", "sociaal"),
}
PAIRS = {
    "en": regex.compile(r"self-(?!ish|less|same|hood)\p{L}{2,}"),
    "de": regex.compile(
        rf"(?:\p{{L}}{{2,}}(?:isch|lich)|{'|'.join(NATIONS)})-\p{{L}}{{2,}}(?:isch|lich|iv|al|ell)(?:e|en|em|er|es)?"
    ),
    "fr": regex.compile(rf"(?:demi|semi|vice|très|{'|'.join(NATIONS)})-\p{{L}}{{3,}}"),
    "nl": regex.compile(
        r"(?:west|oost|noord|zuid)-(?:europ|afrik|amerik)\p{L}+|(?:vice|adjunct)-\p{L}{3,}|sociaal-(?:demo[ck]ra|econom|cultur|liber)\p{L}+"
        r"|oud-(?!achtig|bakken|christel|gasten|heid|modisch|roest|testament|tijds|vaderl)\p{L}{5,}"
    ),
}
# Oxford-|street, Leicester-|square: so English newspapers wrote them up to the twentieth century. Not -|road, which
# ends Rail-|road and Ab-|road.
STREETS = frozenset("street streets lane square alley terrace buildings crescent gardens".split())  # noqa: SIM905

# Words that end no other French word: donnez-|nous, elles-|mêmes, ce jour-|là, but voi-|là; quartier-|général, état-|major.
FRENCH_SECONDS = frozenset(["nous", "vous", "même", "mêmes", "là", "général", "généraux", "major", "majors"])
NO_FIRSTS = frozenset(["voi", "de", "ho"])
# London-|based, award-|winning, state-|owned: of 3.3 MB of English news, which have them 215 times, none lacks the hyphen but behind these.
ENGLISH_SECONDS = frozenset(["based", "owned", "related", "winning"])
# Numbers, adverbs and adjectives before another word that is known, if both are none together: 3.3 MB of English news write
# 1,600 words so with a hyphen and 10 without one. Not pre-, ex-, over- and the like, which as often have none.
FIRSTS = (
    "one two three four five six seven eight nine twelve first second third fourth fifth single double half quarter anti non semi well "
    "ill high low long large full best last left new middle highly much world year"
)
ENGLISH_FIRSTS = frozenset(FIRSTS.split())
# Not sixpence, halfpenny, threescore; second-|ed
NO_SECONDS = frozenset(
    ["ed", "er", "est", "fold", "ing", "less", "men", "pence", "penny", "score", "some", "ties"]
)
# University-|sponsored, performance-|enhancing: behind five letters and more, 3.3 MB of English news write 198 words so with a hyphen that are in no
# list, and 31 without one (ground|breaking). Behind four, 306 and 104.
PARTICIPLES, LONG_FIRST, LONG_PARTICIPLE = ("ed", "ing"), 5, 6
NO_LONG_FIRSTS = frozenset(
    [
        "after",
        "counter",
        "extra",
        "hydro",
        "inter",
        "micro",
        "photo",
        "super",
        "there",
        "trans",
        "ultra",
        "under",
    ]
)
NO_ENGLISH_FIRSTS = frozenset(["a", "de", "dis", "inter", "re", "ren", "t", "un"])

# Two vowels that would be read as one: auto-|ongeluk, mede-|eigenaar; behind a part that is no word (be-|eindigen) the word
# has a diaeresis instead
DUTCH_CLASHES = frozenset("aa ae ai au ee ei eu ie ij oe oi oo ou ui uu".split())  # noqa: SIM905
DUTCH_VOWELS = ("a", "e", "i", "o", "u")
DUTCH_PREFIXES = frozenset(["be", "ge", "re", "de", "co", "pre"])
SHORTEST_AFTER_CLASH = 3
# What the first parts end with that these rules look at
MORE_ENDINGS = {"en": tuple(ENGLISH_FIRSTS), "nl": DUTCH_VOWELS}


def _table(lines: str) -> dict[str, frozenset[str]]:
    """For each first part the second parts it is written with, from lines of `first first: second second`."""
    table: dict[str, frozenset[str]] = {}
    for line in lines.strip().splitlines():
        firsts, seconds = line.split(":")
        for first in firsts.split():
            table[first] = table.get(first, frozenset()) | frozenset(seconds.split())
    return table


@cache
def compounds(language: str | None) -> dict[str, frozenset[str]]:
    """For each first part the second parts that *language* writes it with; read from the package on first use.

    >>> sorted(compounds("de")["mund"]), compounds("zh")
    (['zu'], {})
    """
    text = files("paperclean.data").joinpath("compounds.txt").read_text(encoding="utf-8")
    _, _, lines = text.partition(f"[{language}]\n")
    return _table(lines.partition("[")[0])


# A verb's last letters before its pronoun: dit-|il, peut-|on, donnez-|le, allons-|nous, puis-|je; parle-|t-il.
_INVERSIONS = """
    il ils elle elles on: t d
    les le la y en moi lui leur nous vous: z
    nous en y les le la: ns
    vous: t d s e
    tu je moi toi lui: s e
    t: a e
"""
VERB_ENDINGS = {pronoun: tuple(endings) for pronoun, endings in _table(_INVERSIONS).items()}
SHORTEST_VERB = 3

# Words that a suspended compound goes on with: Schreib- und Lesekunst; land- en tuinbouw; two- or three-storied.
JOINING = {
    "de": ("und", "oder", "bzw", "u", "od", "sowie", "resp", "beziehungsweise", "respektive"),
    "en": ("and", "or", "to"),
    "nl": ("en", "of", "alsmede", "resp"),
}
GOING_ON = {language: frozenset(words) for language, words in JOINING.items()}
GOING_ON["de"] |= {"als", "wie"}
SUSPENDING = {
    "de": regex.compile(rf"(?:{'|'.join(JOINING['de'])})\b(?!-)|(?:als|wie) auch\b"),
    "nl": regex.compile(rf"(?:{'|'.join(JOINING['nl'])})\b(?!-)"),
    # two- or three-storied; pre- and post-war: the hyphen comes again within a few words
    "en": regex.compile(rf"(?:{'|'.join(JOINING['en'])}) (?:\p{{L}}+ )?\p{{L}}+-(?=\p{{L}})"),
}


def keeps_hyphen(left: str, right: str, language: str | None) -> bool:
    """Whether *language* writes `left-right` with its hyphen, both in lower case."""
    if language not in LANGUAGES:
        return False
    if right in compounds(language).get(left, NO_WORDS):
        return True
    if left.endswith(PAIR_STEMS[language]) and PAIRS[language].fullmatch(f"{left}-{right}"):
        return True
    if language == "en":
        return _is_english_compound(left, right)
    if language == "nl":
        return (
            left[-1] + right[0] in DUTCH_CLASHES
            and left not in DUTCH_PREFIXES
            and len(right) >= SHORTEST_AFTER_CLASH
            and are_two_words(left, right, language)
        )
    if language != "fr":
        return False
    if right in FRENCH_SECONDS and left not in NO_FIRSTS:
        return True
    if "'" in left:  # d'au-|dessus, l'après-|midi
        return keeps_hyphen(left.rsplit("'", 1)[1], right, language) if left[-1] != "'" else False
    return (len(left) >= SHORTEST_VERB or right == "t") and left.endswith(VERB_ENDINGS.get(right, ()))


def _is_english_compound(left: str, right: str) -> bool:
    if left in ENGLISH_FIRSTS and right not in NO_SECONDS and are_two_words(left, right, "en"):
        return True
    if right.endswith(PARTICIPLES) and len(right) >= LONG_PARTICIPLE and len(left) >= LONG_FIRST:
        return left not in NO_LONG_FIRSTS and are_two_words(left, right, "en")
    return right in ENGLISH_SECONDS and left not in NO_ENGLISH_FIRSTS


def names_street(left: str, right: str, language: str | None) -> bool:
    """Whether the two parts, as printed, are an English street's name (`Oxford-|street`, `Lincoln's-|inn`)."""
    return language == "en" and ((left[0].isupper() and right in STREETS) or left.endswith(("'s", "’s")))


@cache
def doubtful_parts(language: str | None) -> tuple[frozenset[str], tuple[str, ...]]:
    """The second parts of words, and the endings of first parts, without which nothing here says more than no."""
    names = {"fr": FRENCH_SECONDS.union(VERB_ENDINGS), "en": STREETS | ENGLISH_SECONDS}.get(
        language or "", NO_WORDS
    )
    seconds = GOING_ON.get(language or "de", NO_WORDS).union(
        *compounds(language).values(), names, STANDING_ALONE.get(language or "", NO_WORDS)
    )
    endings = PAIR_STEMS.get(language or "", ())
    return seconds, endings + MORE_ENDINGS.get(language or "", ())


def stands_alone(left: str, right: str, language: str | None) -> bool:
    """Whether *right* is a word that is the second part of no divided word, and none that is known with *left*."""
    return (
        right in STANDING_ALONE.get(language or "", NO_WORDS)
        and left not in ENGLISH_ADVERBS
        and left + right not in vocabulary(language)
    )


def completes_compound(word: str, language: str | None) -> bool:
    """Whether *word* is one that a compound broken off before goes on with, and so no part of another: `und`, `en`."""
    return word in GOING_ON.get(language or "", NO_WORDS)


def suspends(left: str, right: str, after: str, language: str | None) -> bool:
    """Whether the compound breaks off at the hyphen to be completed later: `Schreib-` before `und Lesegerät`.

    *after* is what follows the hyphen, and *right* its first word.
    """
    if right not in GOING_ON.get(language or "de", NO_WORDS):
        return False
    if language == "nl":  # bloei-|en, zee-|ën are one word; land- | en tuinbouw is not
        return bool(SUSPENDING["nl"].match(after)) and left[-1:] not in "aeiouyj"
    if language == "en":
        return SUSPENDING["en"].match(after) is not None
    return SUSPENDING["de"].match(after) is not None
