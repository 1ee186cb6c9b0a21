"""What the lines that are not body text look like: bylines, datelines, captions, credits.

Each pattern is judged on one whole block of a cleaned page. The conventions are those of Chinese newspapers
of both scripts and of English, German, French and Dutch ones.
"""

from __future__ import annotations

import regex

from paperclean.article.furniture import WEEKDAY
from paperclean.article.latin_pictures import is_latin_caption, is_latin_credit
from paperclean.lines.chinese_bylines import HAN_DATELINE, HAN_NAMES, HAN_ROLE, han_byline_form
from paperclean.lines.latin_bylines import latin_byline_form
from paperclean.scripts import FIRST_HAN
from paperclean.searches import deferred, deferred_regex

__all__ = [
    "ITEM_MARKS",
    "byline_form",
    "dateline",
    "is_caption",
    "is_credit",
    "is_dateline",
    "is_instalment",
    "is_notice",
    "is_round_up",
]

HAN_DATELINE_HEAD = deferred(
    "[【（(〔[]|新[华華]社|中[新央]社|法新社|路透社|美[联聯]社|塔斯社|共同社|本[报報]|[据據](?:[新中法美共]|路透)"
)
HAN_DATELINE_BEGINS = frozenset("【（〔新中法路美塔共本据據")
DATELINE_ENDS = frozenset("讯訊电電】）)〕]")
LAST_LATIN = "\u024f"  # letter, so that what begins before it is in no Chinese character or mark
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
    rf"|(?:{WEEKDAY})\b)"
)
LATIN_DATELINE = deferred_regex(
    rf"(?:{NO_PLACE}\p{{Lu}}[\p{{L}}.'’-]*(?: \p{{L}}[\p{{L}}.'’-]*){{0,3}},? (?:{DAY} {MONTH}|{MONTH} {DAY})(?:,? \d{{4}})?\.?,?"
    r"|\p{Lu}[\p{Lu}.' -]{2,30}(?:,? [\p{L}.]{2,12})? \([\p{L}/ .]{2,20}\)(?= ?[-–—])"
    r"|(?-i:\p{Lu}{4,}(?: \p{Lu}{3,}){0,2})(?= (?:[–—]|--) ))",
    regex.IGNORECASE,
)
LATIN_DAY = deferred(r"[\d(–—]|--")  # one or the other is in each
BEFORE_DATELINE = " *†‡△▲○●§"  # a correspondent's sign

CAPTION = deferred_regex(
    r"(?:上|下|左|右|本)?[图圖](?:[一二三四五六七八九十\d①②③④⑤⑥]{1,2})?\s*(?:[为為]|[:：]|[／/](?!\s*文))|[图圖]片[说說]明|[△▲▼▽].{8}"
)
CAPTION_HEADS = "上下左右本图圖△▲▼▽"
PHOTOGRAPHER = rf"(?:{HAN_ROLE}[ :：\u3000]*)?{HAN_NAMES}\s*"
CAPTION_INSIDE = deferred_regex(
    rf"[。；][图圖](?:中?[为為]|[①②③]|[一二三])|[。）)](?:资料[图圖]|[资資]料[图圖]片)$|[（(][资資]料[图圖照]片[)）]$"
    rf"|[（(](?:{PHOTOGRAPHER}[/／]?\s*(?:[摄攝]影?|提供|供[图圖])|(?:[图圖]|[摄攝]影|照片|翻[摄攝])\s*[/／:：自][^（()）。]{{2,20}})[)）]$"
    rf"|(?:[。！？][”」』）)]?\s*|\s)(?:新[华華]社[发發]\s*[（(])?{PHOTOGRAPHER}(?<!拍)[摄攝]影?[)）]?$|[。！？\s]\s*[图圖][/／][\p{{Han}} ]{{2,10}}$"
)
OF_PICTURE = deferred("[图圖摄攝]|照片")  # one of which each of these holds
CREDIT = deferred_regex(
    rf"(?:新[华華]社[发發]\s*)?[（(]?\s*(?:{HAN_ROLE}[ :：\u3000]*)?(?:{HAN_NAMES})?\s*(?:[/／]\s*)?(?:[摄攝](?:影)?|供[图圖]|[发發](?=\s*[）)]|$)|制[图圖]|製[图圖])\s*[）)]?"
    rf"|[（(]?(?:[图圖]|[摄攝]影|[图圖]片[来來]源|制[图圖])\s*[/／:：]\s*(?!文)[\p{{Han}} 、]{{2,16}}[）)]?"
    r"|[（(]?(?:本[报報])?[资資]料[图圖照]片[）)]?|新[华華]社[发發]|新[华華]社[/／]\p{Han}{2,4}|[（(]翻[摄攝]自[^（()）]{2,12}[）)]"
)
# One of these alone is a picture's; several below one another are items of news.
ITEM_MARKS = "△▲▼▽"
# What every credit holds.
PICTURED = deferred(r"[摄攝图圖发發片社](?:(?<=[摄攝图圖])|(?<=[发發片])\s*[）)]?$|(?<=社)[/／])")

INSTALMENT = deferred(
    r"[（(〔\[](?:[一二三四五六七八九十廿卅百千\d]{1,5}|[上中下续續完]|[续續][一二三四五六七八九十完前])[）)〕\]]"
)
HAN_ROUND_UP = deferred_regex(r"(?:快[讯訊]|[简簡][讯訊报報]|短[讯訊波]|速[览覽]|集萃|一[览覽])$")
HAN_ROUND_UP_ENDS = "讯訊报報波览覽萃"
# Headlines of notices and leaders, which no subhead is: 招标公告, 遗失声明, 訃聞, 社論, 社評：收費改革
NOTICE = deferred_regex(
    r"\p{Han}{0,16}(?:公告|公示|通告|[启啟]事|[声聲]明|[讣訃][告闻聞]|[布佈]告)|重要通知"
    r"|(?:本[报報])?(?:社[论論评評]|[时時短][评評]|[编編]者按)(?:[：:｜|丨].{2,40})?"
)
LATIN_ROUND_UP = deferred_regex(
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
    if text[:1] <= LAST_LATIN:
        return latin_byline_form(text)
    form = han_byline_form(text) if len(text) <= BYLINE_STRETCH else None
    return None if form is None or is_credit(text) else form


def dateline(text: str) -> str | None:
    """The dateline that *text* opens with, or None.

    >>> dateline("新华社北京3月6日电 国务院近日印发意见。"), dateline("LONDON, May 3.—The House met.")
    ('新华社北京3月6日电', 'LONDON, May 3.')
    """
    if text[:1] >= FIRST_HAN and text[0] not in HAN_DATELINE_BEGINS:
        return None
    if HAN_DATELINE_HEAD.match(text):
        han = HAN_DATELINE.match(text, 0, 60)
        if han:
            return han.group()
    first = len(text) - len(text.lstrip(BEFORE_DATELINE))
    if text[first : first + 1].isupper() and LATIN_DAY.search(text, 0, 80):
        found = LATIN_DATELINE.match(text, first, 80)
        return found.group().rstrip(",") if found else None
    return None


def is_dateline(text: str) -> bool:
    """Whether *text* is a Chinese dateline and nothing else, on a line of its own: `【中央社台北三日電】`."""
    return text[-1] in DATELINE_ENDS and dateline(text) == text


def is_caption(text: str) -> bool:
    """Whether *text* says of itself that it belongs to a picture."""
    if text[:1] in CAPTION_HEADS and CAPTION.match(text):
        return True
    if text[:1] <= LAST_LATIN:
        return is_latin_caption(text)
    return bool(OF_PICTURE.search(text) and CAPTION_INSIDE.search(text))


def is_credit(text: str) -> bool:
    """Whether *text* only names who took or drew a picture."""
    if text[:1] <= LAST_LATIN:
        return is_latin_credit(text)
    return len(text) <= BYLINE_STRETCH and bool(PICTURED.search(text) and CREDIT.fullmatch(text))


def is_instalment(text: str) -> bool:
    """Whether a line numbers the instalment of what goes on from day to day: `（二）`, `（續）`."""
    return text[0] in "（(〔[" and bool(INSTALMENT.fullmatch(text))


def is_notice(text: str) -> bool:
    """Whether a headline says of itself that it stands over a notice or a leader.

    >>> is_notice("遗失声明"), is_notice("关于渔港路积水问题的答复")
    (True, False)
    """
    return text[0] >= FIRST_HAN and bool(NOTICE.fullmatch(text))


def is_round_up(text: str) -> bool:
    """Whether a headline says of itself that it stands over many short items."""
    if text[-1:] in HAN_ROUND_UP_ENDS and HAN_ROUND_UP.search(text, max(0, len(text) - 2)):
        return True
    return text < FIRST_HAN and bool(LATIN_ROUND_UP.search(text))
