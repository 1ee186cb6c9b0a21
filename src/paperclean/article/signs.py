"""What the lines that are not body text look like: bylines, datelines, captions, credits.

Each pattern is judged on one whole block of a cleaned page. The conventions are those of Chinese newspapers
of both scripts and of English, German, French and Dutch ones.
"""

from __future__ import annotations

import re

import regex

from paperclean.lines.bylines import latin_byline_form
from paperclean.scripts import FIRST_HAN

__all__ = [
    "ITEM_MARKS",
    "byline_form",
    "dateline",
    "is_caption",
    "is_credit",
    "is_instalment",
    "is_round_up",
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
    r"\s*(?:(?:摄影|攝影|综合|綜合|整理)?[报報][道導]|文|整理|著|譯|遺[作著])?\s*[）)〕]|[（(]\p{Han}{5,7}(?:著|譯|遺[作著])[）)]"
)
# 【記者陳大文台北報導】
PLACED_BYLINE = regex.compile(
    rf"[【（(〔\[]\s*{HAN_ROLE}[ :：\u3000]*{HAN_NAMES}[ ／/]?\p{{Han}}{{0,8}}(?:[报報][道導]|\d{{0,2}}日?[电電])\s*[】）)〕\]]"
)
# 王丰 综合报道; 本报评论员; 約翰耿脫著
ROLE_BEHIND = regex.compile(
    rf"{HAN_NAMES}[ \u3000]+(?:(?:[综綜]合|摄影|攝影)?[报報][道導]|[编編][译譯]|撰文|整理|文)|(?:本[报報刊]|[\p{{Han}}]{{2,6}}(?:[报報]|社))(?:特[约約])?[评評][论論][员員]"
    r"|\p{Han}{2,6}(?<![名巨原专專论論])[著譯]"
)
# 新华社北京3月6日电; 中央社台北六日電; 本报讯; 【大公報訊】
HAN_DATELINE_FORM = (
    r"(?:[【（(〔\[]\s*[\p{Han}\d／/ ]{0,24}?(?:[讯訊]|[日]?[电電]|[报報][道導])\s*[】）)〕\]]"
    r"|(?:新[华華]社|中[新央]社|法新社|路透社|美[联聯]社|塔斯社|共同社)[\p{Han}]{2,12}?(?:\d{1,2}月)?[\d一二三四五六七八九十]{1,3}日(?:[专專])?[电電]"
    r"|[据據](?:新[华華]社|中[新央]社|法新社|路透社|美[联聯]社|共同社)(?:[\p{Han}\d]{2,12}?日)?[电電]"
    r"|本[报報](?:[\p{Han}]{2,6}(?:\d{1,2}月)?\d{1,2}日)?[讯訊电電])"
)
HAN_DATELINE = regex.compile(HAN_DATELINE_FORM)
HAN_DATELINE_HEAD = re.compile(
    "[【（(〔[]|新[华華]社|中[新央]社|法新社|路透社|美[联聯]社|塔斯社|共同社|本[报報]|[据據](?:[新中法美共]|路透)"
)
# 本报北京11月6日电 （记者张洋）, on a line of its own
DATED_BYLINE = regex.compile(
    rf"{HAN_DATELINE_FORM}\s*[（(]\s*{HAN_ROLE}[ :：\u3000]*{HAN_NAMES}(?:\s+{HAN_ROLE}[ :：\u3000]*{HAN_NAMES})*\s*[）)]"
)
# 文/王丰; 王丰/文
STROKE_HAN_BYLINE = regex.compile(
    rf"(?:文|撰文|采写|採寫)\s*[/／:：|]\s*{HAN_NAMES}|{HAN_NAMES}\s*[/／]\s*文"
)

HAN_BYLINES = (ROLE_HAN_BYLINE, STROKE_HAN_BYLINE, DATED_BYLINE, ROLE_BEHIND)
# What every byline without a mark or brackets holds, or begins with; the first set rules out most characters.
HAN_AUTHOR = re.compile(
    r"[者员員稿译譯文写寫道導理著](?:(?<=[记記作]者)|(?<=[讯訊派论論][员員])|(?<=撰[文稿])|(?<=[编編][译譯])"
    r"|(?<=[文写寫])\s*[/／:：|]|(?<=文)$|(?<=[报報][道導])$|(?<=整理)$|(?<=[著譯])$)"
)
BYLINE_STRETCH = 60  # characters; a longer line is no byline, whatever it begins with

MONTH = (
    r"(?:jan|feb|f[eé]v|mar|m[aä]r|maa|m[ae]rs|apr|avr|may|mai|mei|june?|juni?|juin|july?|juli|juil|aug|ao[uû]|sep"
    r"|oct|okt|nov|dec|dez|d[eé]c|j[aä]nn?er|hornung|brachmonat)\p{L}*\.?"
)
DAY = r"(?:le |den |the |d\. ?)?\d{1,2}(?:st|nd|rd|th|er|e|te)?\.?"
# LONDON, May 3.—; Berlin, den 4. Jänner.; Paris, 4 mai. —; AMSTERDAM (Reuters) -
# A day of the week, or what stands before a day inside a sentence, is no place.
NO_PLACE = (
    r"(?!(?:a[mbu]|im|bis|vom|seit|on|in|by|since|until|le|la|du|the|op|de|het|sinds|vanaf) "
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|diens|donners|frei|sonn|sams)tag\b|mittwoch\b|sonnabend\b"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche\b|(?:maan|dins|woens|donder|vrij|zater|zon)dag\b)"
)
LATIN_DATELINE = regex.compile(
    rf"(?:{NO_PLACE}\p{{Lu}}[\p{{L}}.'’-]*(?: \p{{L}}[\p{{L}}.'’-]*){{0,3}},? (?:{DAY} {MONTH}|{MONTH} {DAY})(?:,? \d{{4}})?\.?,?"
    r"|\p{Lu}[\p{Lu}.' -]{2,30}(?:,? [\p{L}.]{2,12})? \([\p{L}/ .]{2,20}\)(?= ?[-–—])"
    r"|(?-i:\p{Lu}{4,}(?: \p{Lu}{3,}){0,2})(?= (?:[–—]|--) ))",
    regex.IGNORECASE,
)
LATIN_DAY = re.compile(r"[\d(–—]|--")  # one or the other is in each
BEFORE_DATELINE = " *†‡△▲○●§"  # a correspondent's sign

CAPTION = regex.compile(
    r"(?:上|下|左|右|本)?[图圖](?:[一二三四五六七八九十\d]{1,2})?\s*(?:[为為]|[:：]|[／/])|[图圖]片[说說]明|[△▲▼▽].{8}"
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
# One of these alone is a picture's; several below one another are items of news.
ITEM_MARKS = "△▲▼▽"
# What every credit holds.
PICTURED = re.compile(
    r"[摄攝图圖发發PFBI](?:(?<=[摄攝图圖])|(?<=[发發])\s*[）)]?$|(?<=P)(?:hoto|icture)|(?<=F)oto|(?<=B)ild|(?<=I)mage)"
)

INSTALMENT = re.compile(
    r"[（(〔\[](?:[一二三四五六七八九十廿卅百千\d]{1,5}|[上中下续續完]|[续續][一二三四五六七八九十完前])[）)〕\]]"
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
    if head in "（(〔【[" and (
        (BRACKETED_BYLINE.fullmatch(text) and not CREDIT.fullmatch(text)) or PLACED_BYLINE.fullmatch(text)
    ):
        return "bracketed"
    if HAN_AUTHOR.search(text) and any(form.fullmatch(text) for form in HAN_BYLINES):
        return "plain"
    return latin_byline_form(text) if head.isascii() else None


def dateline(text: str) -> str | None:
    """The dateline that *text* opens with, or None.

    >>> dateline("新华社北京3月6日电 国务院近日印发意见。"), dateline("LONDON, May 3.—The House met.")
    ('新华社北京3月6日电', 'LONDON, May 3.')
    """
    if HAN_DATELINE_HEAD.match(text):
        found = HAN_DATELINE.match(text, 0, 60)
        if found:
            return found.group()
    first = len(text) - len(text.lstrip(BEFORE_DATELINE))
    if text[first : first + 1].isupper() and LATIN_DAY.search(text, 0, 80):
        found = LATIN_DATELINE.match(text, first, 80)
        return found.group().rstrip(",") if found else None
    return None


def is_caption(text: str) -> bool:
    """Whether *text* says of itself that it belongs to a picture."""
    if text[:1] in CAPTION_HEADS and CAPTION.match(text):
        return True
    return bool(("图" in text or "圖" in text) and CAPTION_INSIDE.search(text))


def is_credit(text: str) -> bool:
    """Whether *text* only names who took or drew a picture."""
    return len(text) <= BYLINE_STRETCH and bool(PICTURED.search(text) and CREDIT.fullmatch(text))


def is_instalment(text: str) -> bool:
    """Whether a line numbers the instalment of what goes on from day to day: `（二）`, `（續）`."""
    return text[0] in "（(〔[" and bool(INSTALMENT.fullmatch(text))


def is_round_up(text: str) -> bool:
    """Whether a headline says of itself that it stands over many short items."""
    if text[-1:] in HAN_ROUND_UP_ENDS and HAN_ROUND_UP.search(text, max(0, len(text) - 2)):
        return True
    return text < FIRST_HAN and bool(LATIN_ROUND_UP.search(text))
