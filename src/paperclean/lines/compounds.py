"""Words that keep their hyphen wherever they are divided: what each language writes with one.

Short closed lists from school grammars and the newspapers' own habits; what is not here, the text's own words
must show.
"""

from __future__ import annotations

import regex

__all__ = ["LINKS", "NO_LINKS", "keeps_hyphen", "suspends"]

# Small words inside a compound of several parts: vis-à-|vis, arc-en-|ciel, a-t-|il, son-in-|law, man-of-|war.
LINKS = {
    "en": frozenset(["a", "at", "by", "in", "of", "on", "or", "the", "to"]),
    "de": frozenset(["à", "of", "an", "und", "zu"]),
    "fr": frozenset(
        [
            "à",
            "a",
            "t",
            "au",
            "aux",
            "de",
            "du",
            "des",
            "d",
            "en",
            "et",
            "la",
            "le",
            "les",
            "lez",
            "lès",
            "s",
            "sous",
            "sur",
        ]
    ),
    "nl": frozenset(["à", "aan", "de", "en", "in", "of", "op", "tot", "van"]),
}
NO_LINKS = frozenset(["à"])

NUMBERS = {
    "en": regex.compile(
        r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-"
        r"(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    ),
    "fr": regex.compile(
        r"(?:vingt|trente|quarante|cinquante|soixante)-(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?:ième)?"
        r"|dix-(?:sept|huit|neuf)(?:ième)?|quatre-vingts?|soixante-(?:douze|treize|quatorze|quinze|seize)"
    ),
}

COMPOUNDS = {
    "en": regex.compile(
        r"(?:well|self|so|semi)-(?:known|being|to|made|government|governing|called|same|evident|defence|interest|respect"
        r"|supporting|denial|possessed|contained|annual|official|informed|bred|dressed|disposed|deserved|earned|founded)"
        r"|half-(?:past|price|yearly|year|hour|hours|mile|way|holiday|dozen|crown|pay|a)"
        r"|to-(?:day|morrow|night)|(?:good|ill|free)-(?:will|natured|tempered|fated|treated|trade)"
        r"|vice-(?:president|chancellor|admiral|consul|chairman|principal|presidents)|ex-(?:mayor|president|minister|king)"
    ),
    "fr": regex.compile(
        r"peut-être|au-(?:dessus|dessous|delà|devant)|(?:ci|là)-(?:dessus|dessous|joint|jointe|joints|après|contre|bas|devant|haut)"
        r"|quelques-un(?:e)?s|avant-(?:hier|garde|veille|dernier|dernière|propos)|après-(?:midi|demain|guerre)|rendez-vous"
        r"|vice-(?:président|présidents|amiral|consul|roi)|sous-(?:préfets?|préfectures?|officiers?|lieutenants?|secrétaires?|sol|marins?)"
        r"|grand-(?:père|mère|chose|messe|rue|duc|duché)|(?:beau|belle)-(?:père|frère|fils|mère|sœur|fille)|beaux-arts"
        r"|procès-verba(?:l|ux)|chefs?-(?:lieux?|d'œuvre)|c'est-à|vis-à|tout-à|demi-(?:heures?|tour|siècle|finale|douzaine)"
        r"|non-(?:lieu|intervention|sens)|nouveaux?-(?:nés?|venus?)|long-temps|très-(?:bien|humble|grand|grande|bon|beau)"
        r"|par-(?:dessus|dessous|devant|là|ci)|jusque-là|mi-(?:temps|chemin|août|carême)|est-ce|celui-(?:ci|là)|celles?-(?:ci|là)"
        r"|ceux-(?:ci|là)|(?:moi|toi|soi|lui|elle|eux|elles|nous|vous)-mêmes?"
    ),
    "de": regex.compile(
        # deutsch-|französische, römisch-|katholisch, technisch-|wissenschaftlich, anglo-|amerikanischen
        r"(?:\p{L}{2,}isch|deutsch|anglo|franko|russo|austro|sino|balto|afro|serbo|graeco|gräko)-"
        r"\p{L}{2,}(?:isch|lich|iv|al|ell)(?:e|en|em|er|es)?"
        r"|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)-bis|mund-zu|kopf-an"
    ),
    "nl": regex.compile(
        r"(?:oud|ex|vice|adjunct)-(?:minister|burgemeester|voorzitter|president|admiraal|consul|directeur|leerling|secretaris|kapitein)"
        r"|zee-(?:egel|engte|en)|(?:west|oost|noord|zuid)-(?:europ|afrik|amerik)\p{L}+"
    ),
}

# A verb and its pronoun: dit-|il, peut-|on, donnez-|le, allons-|nous, puis-|je.
FRENCH_INVERSION = regex.compile(
    r"\p{L}{2,}(?:[td]-(?:ils?|elles?|on)|z-(?:les?|la|y|en|moi|lui|leur|nous|vous)|ns-(?:nous|en|y|les?|la)|[tdzse]-vous|[se]-(?:tu|je|moi|toi|lui))"
)

SUSPENDING = {
    "de": regex.compile(
        r"(?:und|oder|bzw|u|od|sowie|resp|beziehungsweise|respektive)\b(?!-)|(?:als|wie) auch\b|bis zu[mr]?\b"
    ),
    "nl": regex.compile(r"(?:en|of|alsmede|resp)\b(?!-)"),
    # two- or three-storied; pre- and post-war: the hyphen comes again within a few words
    "en": regex.compile(r"(?:and|or|to) (?:\p{L}+ )?\p{L}+-(?=\p{L})"),
}
GERMAN_NUMBER = regex.compile(r"(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig|hundert)$")


def keeps_hyphen(left: str, right: str, language: str | None) -> bool:
    """Whether *language* writes `left-right` with its hyphen, both in lower case."""
    if language is None:
        return False
    whole = f"{left}-{right}"
    for table in (NUMBERS, COMPOUNDS):
        if language in table and table[language].fullmatch(whole):
            return True
    if language != "fr":
        return False
    if "'" in left:  # d'au-|dessus, l'après-|midi
        return keeps_hyphen(left.rsplit("'", 1)[1], right, language) if left[-1] != "'" else False
    return FRENCH_INVERSION.fullmatch(whole) is not None


def suspends(left: str, following: str, language: str | None) -> bool:
    """Whether the compound breaks off at the hyphen to be completed later: `Schreib-` before `und Lesegerät`."""
    if language == "nl":  # bloei-|en, zee-|ën are one word; land- | en tuinbouw is not
        return bool(SUSPENDING["nl"].match(following)) and left[-1:] not in "aeiouyj"
    if language == "en":
        return SUSPENDING["en"].match(following) is not None
    if language == "fr":
        return False
    if SUSPENDING["de"].match(following):
        return True
    return following.startswith("bis ") and GERMAN_NUMBER.search(left) is not None
