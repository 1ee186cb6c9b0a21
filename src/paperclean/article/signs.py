"""What the lines that are not body text look like: bylines, datelines, captions, credits, jump lines.

Each pattern is judged on one whole block of a cleaned page. The conventions are those of Chinese newspapers
of both scripts and of English, German, French and Dutch ones.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from paperclean.scripts import FIRST_HAN

__all__ = [
    "JUMP_WORD",
    "Jump",
    "byline_form",
    "dateline",
    "is_caption",
    "is_credit",
    "is_round_up",
    "jump_from",
    "jump_to",
]

HAN_NAME = r"[\p{Han}·]{2,4}"
HAN_NAMES = rf"{HAN_NAME}(?:[ 、，,／/\u3000]{{1,3}}{HAN_NAME})*"
HAN_ROLE = (
    r"(?:(?:本[报報刊网網台]|新[华華]社|中[央新]社|[\p{Han}]{2,6}(?:[报報社网網台]))?"
    r"(?:特[约約]|[实實][习習]|[见見][习習]|首席|全媒体|全媒體|[驻駐]\p{Han}{1,4})*"
    r"(?:[记記]者|通[讯訊][员員]|特派[员員]|[评評][论論][员員]|特[约約]撰稿人?|[编編][译譯]|撰文|撰稿|作者))"
)

# ■ 何玲玲 王俊禄; ■ 本报记者 李代广 实习记者 李葳
MARKED_HAN_BYLINE = regex.compile(
    rf"[■□◆◇●○★☆▲△※◎]\s*(?:{HAN_ROLE}[ :：\u3000]*)?{HAN_NAMES}(?:\s+{HAN_ROLE}[ :：\u3000]*{HAN_NAMES})*"
    r"(?:\s*(?:摄影)?[报報][道導]|\s*文)?"
)
# 本报记者 周杰; 新华社记者 王晓洁 张超; 記者陳大文／台北報導
ROLE_HAN_BYLINE = regex.compile(
    rf"{HAN_ROLE}[ :：\u3000]*{HAN_NAMES}(?:\s+{HAN_ROLE}[ :：\u3000]*{HAN_NAMES})*"
    r"(?:\s*(?:[／/]\s*\p{Han}{2,6})?(?:摄影|攝影|综合|綜合)?[报報][道導導]|\s*文)?"
)
# （王丰）; （王兴仓 刘德龙 摄影报道）; （记者 陈洋涵）
BRACKETED_BYLINE = regex.compile(
    rf"[（(〔]\s*(?:{HAN_ROLE}[ :：\u3000]*)?{HAN_NAMES}(?:\s+{HAN_ROLE}[ :：\u3000]*{HAN_NAMES})*"
    r"\s*(?:(?:摄影|攝影|综合|綜合|整理)?[报報][道導]|文|整理)?\s*[）)〕]"
)
# 新华社北京3月6日电; 中央社台北六日電; 本报讯; 【大公報訊】
HAN_DATELINE_FORM = (
    r"(?:[【（(〔\[]\s*[\p{Han}／/ ]{0,24}?(?:[讯訊]|[日]?[电電]|[报報][道導])\s*[】）)〕\]]"
    r"|(?:新[华華]社|中[新央]社|法新社|路透社|美[联聯]社|塔斯社|共同社)[\p{Han}]{2,12}?(?:\d{1,2}月)?[\d一二三四五六七八九十]{1,3}日(?:[专專])?[电電]"
    r"|本[报報](?:[\p{Han}]{2,6}(?:\d{1,2}月)?\d{1,2}日)?[讯訊电電])"
)
HAN_DATELINE = regex.compile(HAN_DATELINE_FORM)
HAN_DATELINE_HEADS = "【（(〔[新中法路美塔共本"
# 本报北京11月6日电 （记者张洋）, on a line of its own
DATED_BYLINE = regex.compile(
    rf"{HAN_DATELINE_FORM}\s*[（(]\s*{HAN_ROLE}[ :：\u3000]*{HAN_NAMES}(?:\s+{HAN_ROLE}[ :：\u3000]*{HAN_NAMES})*\s*[）)]"
)
# 文/王丰; 王丰/文
STROKE_HAN_BYLINE = regex.compile(
    rf"(?:文|撰文|采写|採寫)\s*[/／:：|]\s*{HAN_NAMES}|{HAN_NAMES}\s*[/／]\s*文"
)

LATIN_NAME = r"(?:[Dd](?:e|u|er|en|es)|van|von|le|la|zu|t(?:en|er)|\p{Lu}[\p{L}'’.-]*|and|und|et|en|&|,)"
LATIN_BYLINE = regex.compile(
    rf"(?:By|BY|Von|VON|Par|PAR|Door|DOOR|Text:|Texte\s?:|Tekst:)(?: (?:the|unserem|notre|onze))?(?: {LATIN_NAME},?){{1,9}}"
)
CORRESPONDENT = regex.compile(
    r"[(\[]?\s*(?:From|By) (?:our|the) .{0,40}correspondents?\s*\.?[)\]]?"
    r"|[(\[]?\s*Von unser(?:e[mnr]|m) .{0,30}(?:korrespondent|berichterstatter|mitarbeiter)\w*\s*\.?[)\]]?"
    r"|[(\[]?\s*(?:De|Par) not(?:re|s) .{0,30}correspondants?(?: \w+)?\s*\.?[)\]]?"
    r"|[(\[]?\s*(?:Van|Door) on(?:ze|s) .{0,30}(?:correspondent|verslaggever|medewerker)\w*\s*\.?[)\]]?",
    regex.IGNORECASE,
)
# What every byline without a mark or brackets holds, or begins with; the first set rules out most characters.
HAN_AUTHOR = re.compile(
    r"[者员員稿译譯文写寫](?:(?<=[记記作]者)|(?<=[讯訊派论論][员員])|(?<=撰[文稿])|(?<=[编編][译譯])"
    r"|(?<=[文写寫])\s*[/／:：|]|(?<=文)$)"
)
LATIN_AUTHOR = re.compile(r"[(\[]?\s*(?:from|by|von|de|par|van|door|text|tekst)", re.IGNORECASE)
BYLINE_STRETCH = 60  # characters; a longer line is no byline, whatever it begins with

MONTH = (
    r"(?:jan|feb|f[eé]v|mar|m[aä]r|maa|m[ae]rs|apr|avr|may|mai|mei|june?|juni?|juin|july?|juli|juil|aug|ao[uû]|sep"
    r"|oct|okt|nov|dec|dez|d[eé]c|j[aä]nn?er|hornung|brachmonat)\p{L}*\.?"
)
DAY = r"(?:le |den |the |d\. ?)?\d{1,2}(?:st|nd|rd|th|er|e|te)?\.?"
# LONDON, May 3.—; Berlin, den 4. Jänner.; Paris, 4 mai. —; AMSTERDAM (Reuters) -
LATIN_DATELINE = regex.compile(
    rf"(?:\p{{Lu}}[\p{{L}}.'’-]*(?: \p{{L}}[\p{{L}}.'’-]*){{0,3}},? (?:{DAY} {MONTH}|{MONTH} {DAY})(?:,? \d{{4}})?\.?,?"
    r"|\p{Lu}[\p{Lu}.' -]{2,30}(?:,? [\p{L}.]{2,12})? \([\p{L}/ .]{2,20}\)(?= ?[-–—]))",
    regex.IGNORECASE,
)
LATIN_DAY = re.compile(r"[\d(]")  # one or the other is in each

CAPTION = regex.compile(
    r"(?:上|下|左|右|本)?[图圖](?:[一二三四五六七八九十\d]{1,2})?\s*(?:[为為]|[:：]|[／/])|[图圖]片[说說]明|[△▲▼▽]"
    r"|(?:Photo|Picture|Abbildung|Abb\.|Bild|Foto|Photographie|Légende)\s?:|(?:Above|Below|Pictured|Im Bild|Ci-dessus|Ci-contre)\b[:,]?"
)
CAPTION_HEADS = "上下左右本图圖△▲▼▽PABFLIC"
CAPTION_INSIDE = regex.compile(
    r"[。；][图圖](?:中?[为為]|[①②③]|[一二三])|[。）)](?:资料[图圖]|[资資]料[图圖]片)$|[（(][资資]料[图圖]片[)）]$"
)
CREDIT = regex.compile(
    rf"[（(]?\s*(?:{HAN_ROLE}[ :：\u3000]*)?(?:{HAN_NAMES})?\s*(?:[摄攝](?:影)?|供[图圖]|[发發](?=\s*[）)]|$)|制[图圖]|製[图圖])\s*[）)]?"
    rf"|[（(]?(?:[图圖]|[摄攝]影|[图圖]片[来來]源|制[图圖])\s*[/／:：]\s*[\p{{Han}} 、]{{2,16}}[）)]?"
    r"|(?:Photo(?:s|graph)?|Picture|Foto|Photo|Bild|Image)(?:s? by|:| :|/)\s?[\p{L}\p{M}.,'’/ -]{2,40}"
)
# What every credit holds.
PICTURED = re.compile(
    r"[摄攝图圖发發PFBI](?:(?<=[摄攝图圖])|(?<=[发發])\s*[）)]?$|(?<=P)(?:hoto|icture)|(?<=F)oto|(?<=B)ild|(?<=I)mage)"
)

HAN_ROUND_UP = regex.compile(r"(?:快[讯訊]|[简簡][讯訊报報]|短[讯訊波]|速[览覽]|集萃|一[览覽])$")
HAN_ROUND_UP_ENDS = "讯訊报報波览覽萃"
LATIN_ROUND_UP = regex.compile(
    r"\bin brief\b|^(?:latest |foreign )?telegrams\b"
    r"|\bkurze (?:nachrichten|meldungen)|\bin kürze\b|^vermischtes?\b|\ben bref\b|^faits divers\b|^nouvelles diverses\b"
    r"|^dépêches\b|\bkort(?:e)? (?:nieuws|berichten)\b|^gemengde? (?:nieuws|berichten)\b",
    regex.IGNORECASE,
)


def byline_form(text: str) -> str | None:
    """How *text* is a byline: `marked` (`■ 彭训文`), `bracketed` (`（王丰）`), `plain`; None if it is none.

    >>> byline_form("■ 何玲玲 王俊禄"), byline_form("（王兴仓 刘德龙 摄影报道）"), byline_form("By Our Own Correspondent")
    ('marked', 'bracketed', 'plain')
    >>> byline_form("本报记者从海关获悉，进口额增长。") is None
    True
    """
    if len(text) > BYLINE_STRETCH:
        return None
    head = text[:1]
    if head in "■□◆◇●○★☆▲△※◎" and MARKED_HAN_BYLINE.fullmatch(text):
        return "marked"
    if head in "（(〔" and BRACKETED_BYLINE.fullmatch(text) and not CREDIT.fullmatch(text):
        return "bracketed"
    if HAN_AUTHOR.search(text) and (
        ROLE_HAN_BYLINE.fullmatch(text) or STROKE_HAN_BYLINE.fullmatch(text) or DATED_BYLINE.fullmatch(text)
    ):
        return "plain"
    if not (head.isascii() and LATIN_AUTHOR.match(text)):
        return None
    if CORRESPONDENT.fullmatch(text):
        return "bracketed" if head in "([" else "plain"
    return "plain" if LATIN_BYLINE.fullmatch(text.rstrip(" .")) else None


def dateline(text: str) -> str | None:
    """The dateline that *text* opens with, or None.

    >>> dateline("新华社北京3月6日电 国务院近日印发意见。"), dateline("LONDON, May 3.—The House met.")
    ('新华社北京3月6日电', 'LONDON, May 3.')
    """
    if not text:
        return None
    found = HAN_DATELINE.match(text, 0, 60) if text[0] in HAN_DATELINE_HEADS else None
    if not found and text[0].isupper() and LATIN_DAY.search(text, 0, 80):
        found = LATIN_DATELINE.match(text, 0, 80)
    return found.group().rstrip(",") if found else None


def is_caption(text: str) -> bool:
    """Whether *text* says of itself that it belongs to a picture."""
    if text[:1] in CAPTION_HEADS and CAPTION.match(text):
        return True
    return bool(("图" in text or "圖" in text) and CAPTION_INSIDE.search(text))


def is_credit(text: str) -> bool:
    """Whether *text* only names who took or drew a picture."""
    return len(text) <= BYLINE_STRETCH and bool(PICTURED.search(text) and CREDIT.fullmatch(text))


def is_round_up(text: str) -> bool:
    """Whether a headline says of itself that it stands over many short items."""
    if text[-1:] in HAN_ROUND_UP_ENDS and HAN_ROUND_UP.search(text, max(0, len(text) - 2)):
        return True
    return text < FIRST_HAN and bool(LATIN_ROUND_UP.search(text))


class Jump(NamedTuple):
    """A jump line in a text: its place, and the page it names (None where it names none)."""

    start: int
    end: int
    page: str | None

    def is_all_of(self, text: str) -> bool:
        """Whether *text*, in which it was found, is nothing else."""
        return self.start == 0 and self.end >= len(text)


HAN_PAGE = r"(?:第?\s*(?P<page>[A-Z]?[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*[版页頁])"
LATIN_PAGE = r"(?P<page>[A-Z]?\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|une)"
PAGE = r"(?:p(?:age|\.)|col(?:umn|\.))"
WHERE_ON_IT = r"(?:,? ?cols?(?:umns?|\.)? ?\w{1,5}|,? (?:of )?this (?:section|issue|paper))?"
SEITE = r"(?:Seite|S\.)"
PAGINA = r"(?:pag(?:ina|\.)|blz\.)"
JUMP_TO = regex.compile(
    rf"[（(〔【[]?\s*(?:[紧緊]?下[转轉接]|[文][转轉]|[转轉]入?|[转轉]?[续續][见見]?|未完[，,\s]*[转轉]?)\s*{HAN_PAGE}[^\n。，]{{0,12}}?[）)〕】\]]?\s*$"
    rf"|[（(\[]?\s*(?:Continued|Cont(?:inue)?d\.?|See|Turn to) (?:on|to)?\s?{PAGE}?\s?(?:{LATIN_PAGE}|(?P<page>\w+ page))?{WHERE_ON_IT}\.?[)\]]?\s*$"
    rf"|[（(\[]?\s*(?:(?:Siehe )?Fortsetzung(?: (?:auf|siehe|folgt(?: auf)?))?|Weiter auf|Schlu(?:ß|ss) (?:auf|folgt))\s?{SEITE}?\s?(?P<page>\d{{1,3}})?\.?\s?[)\]]?\s*$"
    rf"|[（(\[]?\s*(?:(?:Lire |Voir )?(?:la )?suite (?:en |à la )?(?:page|p\.)|À suivre|A suivre)\s?{LATIN_PAGE}?\.?\s?[)\]]?\s*$"
    rf"|[（(\[]?\s*(?:(?:Zie )?(?:vervolg|verder) (?:op|{PAGINA})|Wordt vervolgd|Lees verder)\s?(?:op )?{PAGINA}?\s?(?P<page>\d{{1,3}})?\.?\s?[)\]]?\s*$",
    regex.IGNORECASE,
)
JUMP_FROM = regex.compile(
    rf"[（(〔【[]?\s*(?:[紧緊]?(?:上接|接)|[续續]|承接)\s*{HAN_PAGE}[^\n。，]{{0,12}}?[）)〕】\]]?\s*(?=\n|$|(?<=[）)〕】\]]\s*))"
    rf"|[（(\[]?\s*(?:(?:Continued|Cont(?:inue)?d\.?) from {PAGE}?\s?(?:{LATIN_PAGE}|(?P<page>\w+ page))[^\n.]{{0,20}}?|from page {LATIN_PAGE})\.?(?:[)\]]\s*|\s*$)"
    rf"|[（(\[]?\s*(?:Fortsetzung (?:von|aus|der)(?: der)?|von) (?:{SEITE}\s?(?P<page>\d{{1,3}})|(?P<page>Titelseite))\.?(?:[)\]]\s*|\s*$)"
    rf"|[（(\[]?\s*Suite de la (?:(?:page|p\.)?\s?{LATIN_PAGE}|(?P<page>première page))(?: page)?\.?(?:[)\]]\s*|\s*$)"
    rf"|[（(\[]?\s*Vervolg van (?:de )?(?:{PAGINA}\s?(?P<page>\d{{1,3}})|(?P<page>voorpagina))\.?(?:[)\]]\s*|\s*$)",
    regex.IGNORECASE,
)
JUMP_WORD = re.compile(  # the first set rules out most characters
    r"[转轉接续續CcTtSsFfWwVvAaÀà](?:(?<=[转轉接续續]).{0,8}[版页頁]|(?i:(?<=c)ont(?:inue|['’]?d)|(?<=t)urn to|(?<=s)(?:ee p|chlu|uit|uivre)"
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
    found = (
        JUMP_FROM.match(text, 0, max(JUMP_STRETCH, 1)) if len(text) > JUMP_STRETCH else JUMP_FROM.match(text)
    )
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
