"""Jump lines: where an article goes on, and where it comes from."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from paperclean.searches import deferred_regex

__all__ = ["JUMP_STRETCH", "JUMP_WORD", "Jump", "jump_from", "jump_to"]


class Jump(NamedTuple):
    """A jump line in a text: its place, and the page it names (None where it names none)."""

    start: int
    end: int
    page: str | None

    def is_all_of(self, text: str) -> bool:
        """Whether *text*, in which it was found, is nothing else."""
        return self.start == 0 and self.end >= len(text)


HAN_PAGE = (
    r"(?:第?\s*(?P<page>[A-Z]?[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:[版页頁]|(?<=[A-Z]\d{1,2})))"
)
LATIN_PAGE = r"(?P<page>[A-Z]?\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|une)"
PAGE = r"(?:p(?:age|\.)|col(?:umn|\.))"
WHERE_ON_IT = r"(?:,? ?cols?(?:umns?|\.)? ?\w{1,5}|,? (?:of )?this (?:section|issue|paper))?"
CONTINUED = r"(?:Cont(?:inued|['’]?d)?\.?)"
GERMAN_ORDINAL = r"(?P<page>ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten)"
FRENCH_ORDINAL = r"(?P<page>\d{1,2}|première|deuxième|troisième|quatrième)(?:e|re|er|ère|ème)?"
SEITE = r"(?:Seite|S\.)"
PAGINA = r"(?:pag(?:ina|\.)|blz\.)"
JUMP_TO = deferred_regex(
    rf"[（(〔【[▶►→↘]*\s*(?:[紧緊]?下[转轉接]|[文][转轉]|[转轉]入?|[转轉]?[续續][见見]?|未完[，,\s]*[转轉]?)\s*{HAN_PAGE}[^\n。，]{{0,12}}?[）)〕】\]]?\s*$"
    rf"|[（(\[]?\s*(?:(?:Story )?continues|{CONTINUED}|See(?: [^.,;()]{{2,20}},)?|(?:Please )?turn to) (?:on|to)?\s?{PAGE}?\s?(?:{LATIN_PAGE}|(?P<page>\w+ page)){WHERE_ON_IT}\.?[)\]]?\s*$"
    rf"|[（(\[]?\s*(?:(?:Siehe )?Fortsetzung(?: (?:auf|siehe|folgt(?: auf)?))?|(?:(?:Bitte )?lesen Sie )?weiter auf|Schlu(?:ß|ss) (?:auf|folgt))\s?(?:{SEITE}?\s?(?P<page>\d{{1,3}})?|der {GERMAN_ORDINAL} Seite)\.?\s?[)\]]?\s*$"
    rf"|[（(\[]?\s*(?:(?:(?:Lire |Voir )?(?:la )?suite (?:en |à la )?(?:page|p\.)|À suivre|A suivre)\s?{LATIN_PAGE}?|Suite (?:à la|en) {FRENCH_ORDINAL} page)\.?\s?[)\]]?\s*$"
    rf"|[▶►→]\s?(?:{PAGE}|{SEITE}|{PAGINA})\s?(?P<page>[A-Z]?\d{{1,3}})\s*$"
    rf"|[（(\[]?\s*(?:(?:Zie )?(?:vervolg|verder) (?:op|{PAGINA})|Wordt vervolgd|Lees verder)\s?(?:op )?{PAGINA}?\s?(?P<page>\d{{1,3}})?\.?\s?[)\]]?\s*$",
    regex.IGNORECASE,
)
JUMP_FROM = deferred_regex(
    rf"[（(〔【[]?\s*(?:[紧緊]?(?:上接|接)|[续續]|承接)\s*{HAN_PAGE}[^\n。，]{{0,12}}?[）)〕】\]]?\s*(?=\n|$|(?<=[）)〕】\]]\s*))"
    rf"|[（(\[]?\s*(?:{CONTINUED} from {PAGE}?\s?(?:{LATIN_PAGE}|(?P<page>\w+ page))[^\n.]{{0,20}}?|from page {LATIN_PAGE})\.?(?:[)\]]\s*|\s*$)"
    rf"|[（(\[]?\s*(?:(?:Fortsetzung|Schlu(?:ß|ss)) (?:von|aus|der)(?: der)?|von) (?:{SEITE}\s?(?P<page>\d{{1,3}})|(?P<page>Titelseite)|{GERMAN_ORDINAL} Seite)\.?(?:[)\]]\s*|\s*$)"
    rf"|[（(\[]?\s*Suite de la (?:(?:page|p\.)?\s?{LATIN_PAGE}|(?P<page>première page)|{FRENCH_ORDINAL} page)(?: page)?\.?(?:[)\]]\s*|\s*$)"
    rf"|[（(\[]?\s*Vervolg van (?:de )?(?:{PAGINA}\s?(?P<page>\d{{1,3}})|(?P<page>voorpagina))\.?(?:[)\]]\s*|\s*$)",
    regex.IGNORECASE,
)
JUMP_WORD = re.compile(  # the first set rules out most characters
    r"[转轉接续續▶►→CcTtSsFfWwVvAaÀà](?:(?<=[转轉接续續])(?:.{0,8}[版页頁]|\s?[A-Z]\d)|(?<=[▶►→])\s?[SPpBb]|(?i:(?<=c)ont(?:inue|['’]?d|\. )|(?<=t)urn to|(?<=s)(?:ee p|ee [^.,;]{2,20}, p|chlu|uit|uivre)"
    r"|(?<=f)(?:ortsetzung|rom page)|(?<=[aà]) suivre|(?<=w)eiter auf|(?<=v)(?:er(?:volg|der)|on s)))"
)
JUMP_STRETCH = 60  # characters from the end, or the beginning, of a block


def jump_to(text: str) -> Jump | None:
    """The jump line that *text* ends with (`（下转第3版）`, `Continued on page 4`), or None.

    >>> jump_to("各地正在抓紧落实。（下转第3版）")
    Jump(start=9, end=16, page='3')
    """
    from_here = max(0, len(text) - JUMP_STRETCH)
    if not JUMP_WORD.search(text[from_here:]):
        return None
    found = JUMP_TO.search(text, from_here)
    if not found or (
        found.start() and text[found.start()] not in "（(〔【[" and not _opens(text, found.start())
    ):
        return None
    if found.group("page") is None and not _names_no_page(found.group()):
        return None
    return _jump(found)


def jump_from(text: str) -> Jump | None:
    """The jump line that *text* begins with (`（上接第1版）`, `Fortsetzung von Seite 1`), or None.

    >>> jump_from("（上接第1版）会议指出，要抓紧落实。")
    Jump(start=0, end=7, page='1')
    """
    if not JUMP_WORD.search(text[:JUMP_STRETCH]):
        return None
    found = JUMP_FROM.match(text, 0, JUMP_STRETCH)
    return _jump(found) if found else None


def _opens(text: str, at: int) -> bool:
    """Whether a jump line without brackets begins there: after a sentence, or set apart and not in the middle of one."""
    if text[:at].rstrip()[-1:] in '。！？”」』.!?"»':
        return True
    return (text[at].isspace() or text[at - 1].isspace()) and not text[at:].lstrip()[0].islower()


def _names_no_page(jump: str) -> bool:
    """Whether a jump line without a page is one by itself: `Wordt vervolgd`, `(Fortsetzung folgt.)`."""
    return bool(regex.search(r"folgt|suivre|vervolgd", jump, regex.IGNORECASE))


def _jump(found: regex.Match[str]) -> Jump:
    return Jump(found.start(), found.end(), next(filter(None, found.captures("page")), None))
