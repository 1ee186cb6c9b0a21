"""Bylines of Latin print: those of English, German, French and Dutch newspapers."""

from __future__ import annotations

import re

import regex

__all__ = ["latin_byline_form"]

LATIN_NAME = r"(?:[Dd](?:e|u|er|en|es)|van|von|le|la|zu|t(?:en|er)|\p{Lu}[\p{L}'’.-]*|and|und|et|en|&|,)"
LATIN_BYLINE = regex.compile(
    rf"(?:By|BY|Von|VON|Par|PAR|Door|DOOR|Text:|Texte\s?:|Tekst:)(?: (?:the|unserem|notre|onze))?(?: {LATIN_NAME},?){{1,9}}"
    rf"(?: (?:in|at|of|from|for|aus|à|te|uit)(?: the| The)?(?: {LATIN_NAME}){{1,4}})?"
)
# JOHN SMITH, Political Editor; Associated Press Writer; Special to The Herald
LATIN_ROLE = regex.compile(
    r"(?:\p{Lu}[\p{L}.'’-]+ ){1,3}\p{Lu}[\p{L}'’-]+,(?: \p{L}+){0,4} (?i:editor|correspondent|reporter|writer|critic|columnist)"
    r"|(?:\p{Lu}[\p{L}&]* ){1,3}(?i:(?:staff )?(?:writer|reporter|correspondent))"
    r"|(?i:special (?:to|for) the)(?: \p{Lu}\p{L}+){1,4}"
)
CORRESPONDENT = regex.compile(
    r"[(\[]?\s*(?:From|By) (?:our|the) .{0,40}correspondents?\s*\.?[)\]]?"
    r"|[(\[]?\s*Von unser(?:e[mnr]|m) .{0,30}(?:korrespondent|berichterstatter|mitarbeiter)\w*\s*\.?[)\]]?"
    r"|[(\[]?\s*Eigen(?:er )?(?:draht|funk)?bericht.{0,24}\s*\.?[)\]]?"
    r"|[(\[]?\s*(?:De|Par) not(?:re|s) (?:.{0,30}correspondants?(?: \w+)?|envoyés? spécia(?:l|ux))\s*\.?[)\]]?"
    r"|[(\[]?\s*(?:Van|Door) on(?:ze|s) .{0,30}(?:correspondent|verslaggever|medewerker)\w*\s*\.?[)\]]?",
    regex.IGNORECASE,
)
LATIN_AUTHOR = re.compile(r"[(\[]?\s*(?:from|by|von|de|par|van|door|text|tekst|eigen)", re.IGNORECASE)
INITIALS = regex.compile(r"[(\[](?:\p{Lu}\p{Ll}?\.[ -]?){1,3}\p{Lu}\p{L}{2,}\.?[)\]]")  # (K. Schmid)
LATIN_ROLES = ("editor", "correspondent", "reporter", "writer", "critic", "columnist")


def latin_byline_form(text: str) -> str | None:
    """How *text*, in Latin script, is a byline: `bracketed` (`(From our own correspondent.)`), `plain`; None if it is none.

    >>> latin_byline_form("By John Smith in Washington"), latin_byline_form("(K. Schmid)"), latin_byline_form("By noon it rained.")
    ('plain', 'bracketed', None)
    """
    head = text[:1]
    if head in "([" and INITIALS.fullmatch(text):
        return "bracketed"
    if LATIN_AUTHOR.match(text):
        if CORRESPONDENT.fullmatch(text):
            return "bracketed" if head in "([" else "plain"
        if LATIN_BYLINE.fullmatch(text.rstrip(" .")):
            return "plain"
    if (text.lower().endswith(LATIN_ROLES) or text[:7].lower() == "special") and LATIN_ROLE.fullmatch(text):
        return "plain"
    return None
