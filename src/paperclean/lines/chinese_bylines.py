"""Bylines of Chinese print: names, with what their bearers are before them or what they did before or behind.

One is made of parts: a role and names (`本报记者 王丰`), a deed and names (`撰文：王丰`, `图/黄兴`), names and a deed
(`王丰 综合报道`); a mark or brackets may stand in the role's place. Where they reported from may follow (`／台北報導`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from paperclean.scripts import HAN
from paperclean.searches import deferred

__all__ = ["HAN_DATELINE", "HAN_DATELINE_FORM", "HAN_NAME", "HAN_NAMES", "HAN_ROLE", "han_byline_form"]

# 王丰; 王 丰 as wide as a name of three characters
HAN_NAME = rf"(?:[{HAN}·]{{2,4}}|[{HAN}][ \u3000]{{1,2}}[{HAN}](?![{HAN}·]))"
BETWEEN_NAMES = r"[ 、，,／/\u3000]{1,3}"
HAN_NAMES = rf"{HAN_NAME}(?:{BETWEEN_NAMES}{HAN_NAME})*"
# The surnames of some ninety-five in a hundred people: one begins a name that stands right behind its bearer's role.
SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭肖程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏"
    "薛叶葉阎閻闫余潘杜戴夏钟鍾鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文"
    "庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳"
    "盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵闻聞解强強柴华華车車冉房边邊古简簡"
)
PAPER = rf"(?:本[报報刊网網台社]|新[华華]社|中[央新]社|[{HAN}]{{1,6}}(?:[报報社网網台刊都]|新[闻聞]|在[线線]|日[报報]))"
QUALITY = rf"(?:特[约約派]|[实實][习習]|[见見][习習]|首席|高[级級]|全媒体|全媒體|融媒体|[驻駐][{HAN}]{{1,6}}?|本[报報]|[资資]深)"
HAN_ROLE = (
    rf"(?:(?:{PAPER}(?:[·—-]{PAPER})*)?{QUALITY}*"
    r"(?:[记記]者|通[讯訊][员員]|特派[员員]|[评評][论論][员員]|特[约約]撰稿人?|[编編][译譯]|[实實][习習]生|撰稿人?|作者|[译譯]者))"
)
AFTER_ROLE = rf"(?:[ :：／/\u3000]+|(?=[{SURNAMES}]))"
# What they did: the text, the pictures, or both.
TEXT = r"(?:(?:[采採][写寫訪访][ /／、]?)?撰文|[采採][写寫]|[编編][译譯]|[翻]?[译譯]|整理|口述|文(?:[ 、/／并並和]{0,2}[图圖摄攝])?|[图圖][ 、/／]?文)"
PICTURES = r"(?:[摄攝]影?|[图圖]片?|供[图圖]|制[图圖]|製[图圖])"
REPORT = r"(?:(?:摄影|攝影|[综綜]合|[专專][题題]|[编編][译譯])?[报報][道導导])"
AFTER_DEED = r"(?:\s*[:：/／|]\s*|[ \u3000]+)"
BEFORE_DEED = r"(?:[ \u3000]*[/／][ \u3000]*|[ \u3000]+)"
WITH_ROLE = rf"{HAN_ROLE}{AFTER_ROLE}{HAN_NAMES}"
DEED_BEHIND = rf"{HAN_NAMES}{BEFORE_DEED}(?:{TEXT}|{REPORT})"
OF_PICTURES = rf"(?:{PICTURES}{AFTER_DEED}{HAN_NAMES}|{HAN_NAMES}{BEFORE_DEED}{PICTURES})"
PART = rf"(?:(?:{TEXT}{AFTER_DEED})?{WITH_ROLE}|{TEXT}{AFTER_DEED}{HAN_NAMES}|{DEED_BEHIND})"
MORE = rf"(?:[ 、，,；;／/|\u3000]{{1,3}}(?:{PART}|{OF_PICTURES}))*"
DEED_LAST = rf"(?:[ \u3000]*[／/]?[ \u3000]*(?:{TEXT}|{REPORT}|{PICTURES}[报報][道導]))"
# Where they reported from, or where from and when: 台北報導, 北京三日電, 綜合外電
FROM = rf"(?:[ ／/]*(?:[{HAN}]{{2,4}}|)(?:[综綜]合|[专專][题題])?(?:[报報][道導导]|外[电電]|[\d一二三四五六七八九十廿]{{0,3}}日?[电電讯訊]))"

# All in one, and what it says told by its groups: each set of characters takes a millisecond to compile, and this has thirty.
# Names alone are a byline behind a mark or a bracket only; behind a mark it may tell who they are: ◎林淑芬（新北市，退休教師）.
BYLINE = deferred(
    rf"\s*(?:{PART}|(?<=.){HAN_NAMES}){MORE}"
    rf"(?:(?P<deed>{DEED_LAST})|(?P<place>{FROM})|\s*(?P<work>{REPORT}|[文著譯]|遺[作著])|(?P<about>[（(〔][^（()）〔〕。]{{2,24}}[）)〕]))?\s*"
)
WORK = deferred(rf"[{HAN}]{{5,7}}(?:著|譯|遺[作著])")  # 約翰耿脫著, in brackets
# 【記者陳大文台北報導】, （中央社記者陳大文台北六日電）
PLACED_BYLINE = deferred(rf"[【（(〔\[]\s*{WITH_ROLE}{FROM}\s*[】）)〕\]]")
# 本报评论员, 本报综合报道, 約翰耿脫著
WITHOUT_NAMES = deferred(
    rf"(?:本[报報刊]|[{HAN}]{{2,6}}(?:[报報]|社))(?:特[约約])?[评評][论論][员員]"
    rf"|(?:本[报報刊])?[综綜]合(?:[报報][道導]|外[电電]|{PAPER}(?:[报報][道導]|消息))|[据據]{PAPER}[报報][道導]"
    rf"|[{HAN}]{{2,6}}(?<![名巨原专專论論])[著譯]"
)
# Of whoever wrote it, behind a text: （作者系某大学教授）, （来源：新华网）, （据《人民日报》）
ABOUT = deferred(
    r"[（(〔]\s*(?:(?:本文)?作者(?:[单單]位)?\s*(?:[为為系係是]|[:：])[^（()）。]{2,40}|(?:稿件|文章|[图圖]文)?[来來]源\s*[:：][^（()）。]{2,24}"
    r"|[据據摘](?:自)?《[^《》]{2,16}》[^（()）。]{0,6}|新[华華]社供本[报報][^（()）。]{2,6})\s*[）)〕]"
)
SIGNATURE = deferred(
    rf"[（(](?![〇○零一二三四五六七八九十百上中下左右前后後续續完终終注附图圖文略无無男女])[{HAN}][）)]"
)

# 新华社北京3月6日电; 中央社台北六日電; 本报讯; 【大公報訊】
HAN_DATELINE_FORM = (
    rf"(?:[【（(〔［\[]\s*[{HAN}\d／/ ]{{0,24}}?(?:[讯訊]|[日]?[电電]|[报報][道導])\s*[】）)〕］\]]"
    rf"|(?:新[华華]社|中[新央]社|法新社|路透社|美[联聯]社|塔斯社|共同社)[{HAN}]{{2,12}}?(?:\d{{1,2}}月)?[\d一二三四五六七八九十]{{1,3}}日(?:[专專])?[电電]"
    rf"|[据據](?:新[华華]社|中[新央]社|法新社|路透社|美[联聯]社|共同社)(?:[{HAN}\d]{{2,12}}?日)?[电電]"
    rf"|本[报報](?:[{HAN}]{{2,6}}(?:\d{{1,2}}月)?\d{{1,2}}日)?[讯訊电電])"
)
HAN_DATELINE = deferred(HAN_DATELINE_FORM)
# 本报北京11月6日电 （记者张洋）, on a line of its own
DATED_BYLINE = deferred(
    rf"(?:{HAN_DATELINE_FORM}|[{HAN}]{{2,4}}[报報]?[讯訊])\s*(?:[（(](?P<names>[^（()）]+)[）)]|{WITH_ROLE}[报報][道導])"
)

# What every byline without a mark or brackets holds; the first set rules out most characters.
AUTHOR = re.compile(
    r"[者员員稿译譯文写寫道導导理著生述图圖电電](?:(?<=[记記作译譯]者)|(?<=[讯訊派论論][员員])|(?<=撰[文稿])|(?<=[编編][译譯])|(?<=[习習]生)"
    r"|(?<=[文写寫图圖述理])\s*[/／:：|、 \u3000]|(?<=[文图圖译譯])$|(?<=[报報][道導导])$|(?<=[整][理])$|(?<=著)$|(?<=外[电電])$)"
)
IN_BRACKETS = (PLACED_BYLINE, ABOUT, SIGNATURE)
# Behind a mark one of the names begins with a surname, is foreign, or set off from a role: 相关链接, 旅游贴士, 记者手记 are none.
SURNAMED = re.compile(f".(?:.*[ 、，,／/\u3000])?(?:[{SURNAMES}]|.*·)")
PARTED = re.compile(f"[ :：／/|\u3000]|[者员員生稿][{SURNAMES}]")
MARKS = frozenset("■□◆◇●○◎★☆▲△※＊*")
BRACKETS = frozenset("（(〔【[")
ROUND, CLOSING = frozenset("（(〔"), frozenset("）)〕")


def han_byline_form(text: str) -> str | None:
    """How *text* is a byline: `marked` (`■ 彭训文`), `bracketed` (`（王丰）`), `plain`; None if it is none.

    >>> han_byline_form("□ 记者 王丰 通讯员 黄兴"), han_byline_form("（本报记者 王丰）"), han_byline_form("文/王丰 图/黄兴")
    ('marked', 'bracketed', 'plain')
    """
    head = text[:1]
    return _form(text) if head in MARKS or head in BRACKETS or AUTHOR.search(text) else None


@lru_cache(1024)  # a byline is asked about several times, and takes as long as all other lines of its page
def _form(text: str) -> str | None:
    head = text[:1]
    if head in MARKS and _says(text, 1, len(text), "deed", "place", "about"):
        return "marked" if SURNAMED.match(text) or (AUTHOR.search(text) and PARTED.search(text)) else None
    if head in BRACKETS and (_is_in_brackets(text) or any(form.fullmatch(text) for form in IN_BRACKETS)):
        return "bracketed"
    return "plain" if _is_plain(text) else None


def _says(text: str, start: int, end: int, *endings: str) -> bool:
    """Whether *text* from *start* up to *end* is names and what their bearers are or did, and nothing behind but one of *endings*."""
    found = BYLINE.fullmatch(text, start, end)
    return found is not None and found.lastgroup in {None, *endings}


def _is_in_brackets(text: str) -> bool:
    end = len(text) - 1
    if text[0] not in ROUND or text[end] not in CLOSING:
        return False
    return _says(text, 1, end, "deed", "work") or WORK.fullmatch(text, 1, end) is not None


def _is_plain(text: str) -> bool:
    if _says(text, 0, len(text), "deed", "place"):
        return True
    dated = DATED_BYLINE.fullmatch(text)
    if dated:
        names = dated["names"]
        return not names or _says(names, 0, len(names), "deed")
    return WITHOUT_NAMES.fullmatch(text) is not None
