"""Bylines of Latin print: those of English, German, French and Dutch newspapers.

One is made of parts: a word that says whose it is (`By`, `Von`, `Propos recueillis par`), names, and what their bearers are
or where they reported from; a correspondent without a name; an agency; the wire that brought it.
"""

from __future__ import annotations

import re

from paperclean.searches import deferred

__all__ = ["CREDIT", "ROLE", "is_role", "latin_byline_form", "name_alone"]

UPPER = "A-ZÀ-ÖØ-ÞČŁŚŠŻŽŒ"
WORD = rf"(?:[dDlL]['’])?[{UPPER}](?:\w{{0,3}}\.(?:-?[{UPPER}]\.)*|[\w'’-]*)"  # Smith, d'Arcy, Dr., J., J.-P.
PARTICLE = r"(?:[Vv][ao]n|[Dd](?:e[nrsl]?|u|[ai])|[Ll][ae]|[Tt]e[nr]|[Zz]u[mr]?|['’][Tt]|bin|y)"
NAME = rf"{WORD}(?: (?:{PARTICLE} ){{0,3}}{WORD}){{0,4}}"
FULL_NAME = rf"{WORD}(?: (?:{PARTICLE} ){{0,3}}{WORD}){{1,4}}"
CAPITALS = rf"[{UPPER}][{UPPER}.'’-]*(?: [{UPPER}'’][{UPPER}.'’-]*){{1,4}}"  # of a name before what is set in small letters
AND = r"(?:,? (?:and|und|et|en|AND|UND|ET|EN|&) |, )"
NAMES = rf"{NAME}(?:{AND}{NAME}){{0,3}}"
PLACE = rf"{WORD}(?: {WORD}){{0,3}}"
ROLE = (
    r"(?i:editor|correspondent|reporter|writer|critic|columnist|staff|redakteur(?:in)?|korrespondent(?:in)?|mitarbeiter(?:in)?"
    r"|correspondante?|envoyée? spéciale?|journaliste|redacteur|verslaggever|verslaggeefster|medewerker|medewerkster)"
)
ROLES = rf"(?:(?!a |the )[\w.&'’-]+ ){{0,4}}{ROLE}"
# in Berlin; (Text); /The Herald; , Political Editor; , de l'Académie française; avec AFP
IN = r"(?:in|at|from|of|aus|à|au|te|uit|IN|AT|FROM|AUS|À|AU|TE|UIT)"
AGENCY = (
    r"(?:(?:[Tt]he |THE )?(?i:associated press|united press(?: international)?|agence france[ -]presse)"
    r"|(?:(?:Service|Agence|Agentur) )?(?i:reuters?|havas|wolff|stefani|belga|afp|upi|dpa|anp|apa)|AP|SDA|sda|ATS|ats|sid|SID|epd|KNA|W\. ?T\. ?B\.)"
)
AGENCIES = rf"{AGENCY}(?:(?:[/,-] ?|{AND}){AGENCY}){{0,2}}"
WITH = r"(?:[Aa]vec|[Mm]it|[Mm]et|[Ww]ith|AVEC|MIT|MET|WITH)"
AFTER_NAMES = rf"(?:,? {ROLES}|,? {IN}(?: the| The| THE)? {PLACE}| \([^()]{{2,40}}\)|/{PLACE}|,? (?:de l['’]|of the )[{UPPER}][\w ]{{2,30}}|,? {WITH} {AGENCIES})"
PICTURES = r"(?:Foto(?:['’]?s)?|FOTO(?:['’]?S)?|Bild(?:er)?|Photos?|Pictures|Beeld)"
AUTHOR = (
    r"(?:(?:(?:Story|Report|Interview|Words|Exclusive|Text|Pictures|Photographs?|Compiled|Edited) )?(?:[Bb]y|BY)"
    r"|(?:(?:Ein|Eine|EIN|EINE) [\w-]+ )?(?:[Vv]on|VON)"
    r"|(?:(?:Propos recueillis|Recueilli|Textes?|Dossier réalisé|PROPOS RECUEILLIS) )?(?:[Pp]ar|PAR)|Une? (?:reportage|enquête|récit|analyse|entretien) de"
    rf"|(?:Een [\w-]+ )?(?:[Dd]oor|DOOR)|(?:Text|TEXT|Texte|Tekst|TEKST|Interview|Reportage|Entretien|Analyse)(?: (?:und|et|en) {PICTURES})?(?: ?:|(?<=Tekst)|(?<=Reportage)))"
)
BYLINE = deferred(
    rf"{AUTHOR} (?:{AGENCIES}|{NAMES}{AFTER_NAMES}{{0,2}}(?:{AND}{NAMES}{AFTER_NAMES}{{0,2}})?)(?: {PICTURES}(?: ?:)? {NAMES})?"
    rf"|{CAPITALS},? (?:in|aus|à|te|uit|from) {PLACE}"
    rf"|{FULL_NAME}(?: (?:reports? from|berichtet aus|schreibt aus|rapporteert uit|bericht uit|REPORTS FROM) {PLACE}|,? {WITH} {AGENCIES})"
    rf"|(?:{WITH} )?{AGENCIES}"
)
# JOHN SMITH, Political Editor; Political Editor; Associated Press Writer
ROLE_ALONE_FORM = rf"(?:[{UPPER}][\w&-]* ){{1,3}}(?=[{UPPER}]){ROLE}"
ROLE_ALONE = deferred(ROLE_ALONE_FORM)
WITH_ROLE = deferred(rf"{FULL_NAME}(?:,|(?<=[A-ZÄÖÜ]{{3}})) {ROLES}|{ROLE_ALONE_FORM}")
OUR_OWN = r"(?:our|the|one of our)"
CORRESPONDENT = deferred(
    rf"(?:(?:From|By) (?:{OUR_OWN} .{{0,40}}(?:correspondent|reporter|representative)s?|our (?:\w+ ){{0,3}}(?:staff|editor|critic))"
    r"|Von (?:unser(?:e[mnr]|m)|einem unserer)(?: [\w.-]+){0,3}? ?\w*(?:korrespondent|berichterstatter|mitarbeiter|redakt(?:eur|ion)|reporter)\w*"
    r"|(?:De|Par|D['’]une? de) no(?:tre|s)(?: \w+){0,2}? (?:correspondante?s?|envoyée?s?|rédact\w+|collaborat\w+)(?: (?:spécia|particuli|permanent|correspondant)\w*)?"
    r"|(?:Van|Door) (?:on(?:ze[nr]?|s)|een (?:van )?onzer?)(?: [\w-]+){0,3}? ?\w*(?:correspondent|verslaggever|verslaggeefster|medewerk|redact)\w*)"
    rf"(?:,? (?:in|aus|à|en|te|uit|at) {PLACE})?(?:,? {NAMES})?",
    re.IGNORECASE,
)
WIRE = deferred(
    r"(?:By|Via|Per) (?:(?:special|foreign|direct|private) )?(?:telegraph|telegram|cable|wireless|telephone)(?: to .{3,30})?"
    r"|Special (?:(?:correspondence|dispatch|despatch|cable|telegram)(?: (?:to|of|from|for) .{3,30})?|(?:to|for) the .{3,30})"
    r"|(?:Par|Per) (?:dépêche|télégraphe|téléphone|fil spécial|telegraaf)|(?:Correspondance|Service|Dépêches?) (?:particuli[eè]re?|spéciale?|télégraphiques?)(?: d[eu] .{3,30})?"
    r"|(?:Eigen(?:e[rs]?)?|Original|Privat)[ -]?(?:draht|funk|tele\w+|fern\w+|korrespond\w+)?(?:bericht|meldung|telegramm)?(?<=[tgmz])(?: (?:der|des|uns\w+) .{3,30})?"
    r"|(?:Telegramm|Drahtbericht|Funkbericht|Bericht) uns\w+ .{0,30}(?:korrespondent|berichterstatter)\w*|(?:Eigen|Particuliere?) (?:correspondentie|bericht(?:en|geving)?|telegram(?:men)?)",
    re.IGNORECASE,
)
# Foto: Hans Müller; Photograph: Tom Pettifer/AP; Photo : AFP
CREDIT = deferred(rf"(?:{PICTURES}|Photograph)\s?: (?:{AGENCIES}|{NAMES})(?:/(?:{AGENCIES}|{NAMES}))?")
INITIALS = deferred(rf"(?:[{UPPER}][a-z]?\.[ -]?){{1,3}}[{UPPER}]\w{{2,}}\.?")  # (K. Schmid)
BRACKETED = deferred(r"[(\[]\s*([^()\[\]]+?)\s*\.?\s*[)\]]\.?")
# What one begins with; most lines are ruled out by it.
BEGINNING = re.compile(
    rf"(?i:by|v[ao]n|par|door|from|via|per|d['’]une?|de) (?:[{UPPER}'’]|[dDlL]['’]|(?i:our|the |an? |one |un[se]|einem|no[st]|on[sz]|een|d[eu] |van |von "
    r"|special|foreign|direct|private|tele|cable|wireless|dépê|télé|fil ))"
    r"|(?:[Ss](?:tory|pecial)|Report|Words|Exclusive|Compiled|Edited|Te(?:x|ks)t|Eine? |Een |Une? |Propos r|Recueilli|Dossier|Inter?view|Entretien|Analyse"
    r"|Photographs?|Correspondance|Service|Agen|Dépêche|Eigen|Original|Privat|Telegramm|Drahtb|Funkb|Bericht|Particulier|[Tt]he Ass|Assoc|United P"
    r"|Reuter|Havas|Wolff|Stefani|Belga|[Aa]vec |[Mm]it |[Mm]et |[Ww]ith |[a-z]{2,4}(?![a-z])(?! [a-z])|[A-Z]{2,}|W\. )"
)
# What stands between a name and the rest in the others: JOHN SMITH reports from Rome, Jean Dupont avec AFP
INSIDE = (
    " report", " REPORTS FROM", " bericht", " schreibt", " rapporteert", " avec ", " mit ", " met ", " with ",
)  # fmt: skip
ROLE_ENDS = frozenset(["itor", "dent", "rter", "iter", "itic", "nist", "teur", "urin"])
LONGEST = 100  # characters

# A name and no more but where its bearer is: JOHN SMITH; Jean Dupont, à Rome; John Smith in Berlin; Max Müller (Wien)
NAME_ALONE = deferred(
    rf"({FULL_NAME}(?:{AND}{FULL_NAME})?)(?:,? {IN} {PLACE}|, {PLACE}| \((?:{IN} )?{PLACE}(?:, [\w ]+)?\))?"
)
ARTICLES = frozenset([
    "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une",
    "het", "een", "in", "on", "at", "to", "for", "no",
])  # fmt: skip
LONGEST_NAME = 48  # characters


def latin_byline_form(text: str) -> str | None:
    """How *text*, in Latin script, is a byline: `bracketed` (`(From our own correspondent.)`), `plain`; None if it is none.

    >>> latin_byline_form("By John Smith in Washington"), latin_byline_form("(K. Schmid)"), latin_byline_form("By noon it rained.")
    ('plain', 'bracketed', None)
    """
    if len(text) > LONGEST:
        return None
    if text[:1] in "([":
        inner = BRACKETED.fullmatch(text)
        if inner and (INITIALS.fullmatch(inner[1]) or _names_author(inner[1])):
            return "bracketed"
        return None
    return "plain" if _names_author(text.rstrip(" .,")) else None


def _names_author(text: str) -> bool:
    """Whether *text* says by its words that it names whoever wrote, or sent, what stands below."""
    if BEGINNING.match(text):
        if CORRESPONDENT.fullmatch(text) or WIRE.fullmatch(text) or BYLINE.fullmatch(text):
            return True
    elif any(map(text.__contains__, INSIDE)) and BYLINE.fullmatch(text):
        return True
    return text[-4:].lower() in ROLE_ENDS and WITH_ROLE.fullmatch(text) is not None


def is_role(text: str) -> bool:
    """Whether *text* says what its bearer is, whose name stands above: `Political Editor`, `Associated Press Writer`."""
    return text[-4:].lower() in ROLE_ENDS and ROLE_ALONE.fullmatch(text) is not None


def name_alone(text: str) -> str:
    """The name, or the two, that *text* is with no more than a place: its own place on the page tells whether it is a byline.

    >>> name_alone("JOHN SMITH"), name_alone("Jean Dupont, à Rome"), name_alone("The House")
    ('JOHN SMITH', 'Jean Dupont', '')
    """
    found = NAME_ALONE.fullmatch(text) if len(text) <= LONGEST_NAME else None
    return "" if found is None or text.split(None, 1)[0].lower() in ARTICLES else found[1]
