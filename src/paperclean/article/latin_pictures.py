"""What Latin print says below a picture: who took it (`Photo: Ann Webb`, `© AFP`), and that the text is about it (`Above:`, `Im Bild:`)."""

from __future__ import annotations

from paperclean.lines.latin_bylines import AGENCY, AND, FULL_NAME, UPPER
from paperclean.searches import deferred

__all__ = ["is_latin_caption", "is_latin_credit"]

PICTURE = r"(?:(?:AP |File |FILE )?(?:Photo(?:graph|graphie|grafie)?s?|PHOTOS?|Pictures?|PICTURES?|Fotos?|FOTOS?|Foto['’]s|FOTO['’]S|Bild(?:er)?|BILD(?:ER)?|Images?)|Ph\.)"
# The one who took it, or whom it is from; capitals, but for agencies and what stands between names.
WHO = rf"(?:{AGENCY}|imago|keystone|zvg|privat|[{UPPER}][\w.'’-]*)"
SOURCE = rf"{WHO}(?:(?:/| / | |{AND})(?:(?:[vd][aeon]n?|d[eu]r?|le|la|['’][tT]|the) ){{0,2}}(?:[dl]['’])?{WHO}){{0,7}}"
ARCHIVE = r"(?:Photo(?:s)? d['’]archives?|Archiv(?:bild|foto|photo)|Archieff?oto|File (?:photo|picture))"
CREDIT_FORM = (
    rf"(?:{PICTURE}(?: ?[:/] ?| (?:by|BY|von|de|par|van|courtesy of) |(?<=/)| )(?:{SOURCE})|(?:©|\(c\)) ?{SOURCE}|{ARCHIVE}(?:[:/ ]{{1,2}}{SOURCE})?"
    rf"|{FULL_NAME}/(?:{AGENCY}|Getty(?: Images)?|EPA|[{UPPER}][\w]+)(?:/{WHO})?)"
)
CREDIT = deferred(rf"[(\[]?{CREDIT_FORM}\.?[)\]]?\.?")
# Behind the sentence of a caption: … at the opening. Photo: Ann Webb; … (Bild: Keystone)
CREDIT_LAST = deferred(rf"(?:[.!?…)\"”’»]+ |[\w\"”’»] (?=[(\[]))[(\[]?{CREDIT_FORM}\.?[)\]]?\.?$")
OPENING = deferred(
    r"(?:Photo(?:graph|graphie)?|Picture|Abbildung|Abb\.|Bild|Foto|Légende)s? ?:|(?:Above|Below|Pictured|Left|Right|Top|Bottom)(?: left| right)?: "
    r"|(?:Im Bild|Unser(?:e)? (?:Bild(?:er)?|Aufnahme|Foto)(?: zeigt)?|Notre (?:photo|cliché)|Nos photos|Ci-(?:dessus|dessous|contre)|Op de foto|Onze foto|Hierboven|Hiernaast|Foto boven)(?: ?:|,) "
)
CAPTION_HEADS = frozenset("PABFLIUNCOHRT")
# What every credit holds.
PICTURED = deferred(
    r"[hHFBIPA](?:(?<=[hH])(?:oto|OTO)|(?<=F)(?:oto|OTO)|(?<=B)(?:ild|ILD)|(?<=I)mage|(?<=P)(?:ict|ICT|h\.)|(?<=A)rchi)|©|\(c\)|/(?=[A-Za-z]{2})"
)
LONGEST_CREDIT = 70  # characters


def is_latin_credit(text: str) -> bool:
    """Whether *text* only says whose a picture is.

    >>> is_latin_credit("Photo: Ann Webb/Reuters"), is_latin_credit("(Bild: Keystone)"), is_latin_credit("Photo: the house was empty.")
    (True, True, False)
    """
    return len(text) <= LONGEST_CREDIT and bool(PICTURED.search(text) and CREDIT.fullmatch(text))


def is_latin_caption(text: str) -> bool:
    """Whether *text* says of itself that it belongs to a picture, at its beginning or by whom it names at its end.

    >>> is_latin_caption("Above: the new bridge."), is_latin_caption("The new bridge. Photo: Ann Webb"), is_latin_caption("Above all, he slept.")
    (True, True, False)
    """
    if text[0] in CAPTION_HEADS and OPENING.match(text):
        return True
    near = max(0, len(text) - LONGEST_CREDIT)
    return bool(PICTURED.search(text, near) and CREDIT_LAST.search(text, near))
