"""What Chinese pages print besides their articles: dates, issues, folios and prices, who made the page, the imprint."""

from __future__ import annotations

import regex

from paperclean.searches import deferred, deferred_regex

__all__ = [
    "EDITORS",
    "HAN_ATOMS",
    "HAN_ATOM_BEGINS",
    "HAN_LIKELY",
    "HAN_NUMBERED",
    "HAN_YEAR",
    "IMPRINT",
    "IMPRINT_PART",
    "OF_CLAUSES",
    "PAGE_NOTE",
    "PAPER_NAME",
    "PLAIN_DATE",
    "SECTION",
]

NUMBER = "[〇○零一二三四五六七八九十廿卅百千万萬\\d０-９]"
STEM_AND_BRANCH = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
DATE = (
    rf"(?:公元|西[历曆]|中[华華]民[国國]|民[国國])?{NUMBER}{{2,9}}年{NUMBER}{{1,3}}月{NUMBER}{{1,3}}日"
    rf"|{NUMBER}{{1,3}}月{NUMBER}{{1,3}}日|{NUMBER}{{1,4}}[年月]{NUMBER}{{1,3}}月?"
)
# 農曆三月初八, 夏曆丙寅年正月十八日, 庚子年三月初八
LUNAR_DATE = (
    rf"(?:[夏旧舊阴陰农農][历曆](?:{STEM_AND_BRANCH}年?)?|{STEM_AND_BRANCH}年)"
    r"[闰閏]?(?:[正冬腊臘]|[一二三四五六七八九十]{1,2})月(?:初?[一二三四五六七八九十廿卅]{1,3})日?"
)
WEEKDAY = r"星期[一二三四五六日天]|[周週礼禮]拜?[一二三四五六日](?![\u3400-\u9fff])"
ISSUE = rf"[总總]?第\s*{NUMBER}{{1,9}}\s*[期号號]|[总總]期[号號]?\s*\d+"
FOLIO = (
    rf"第\s*[A-Z]?{NUMBER}{{1,3}}\s*[-—]?\s*[版页頁张張]|(?:本[报報])?今日(?:出[纸紙版])?{NUMBER}{{1,3}}大?[版张張]"
    r"|[A-Z]?\d{1,3}\s?版|[一二三四五六七八九十]{1,3}版"
)
PRICE = (
    r"(?:零售(?:每[份張张]|价)?|定价|定價|售價|每[份張张]售?|[报報][价價费費])[:：]?\s*(?:[港国國]?[币幣]|大?洋|人民[币幣])*"
    r"\s*[\d.一二三四五六七八九十角元分洋大銅铜枚]+"
)
# A date, weekday, issue, folio or price, and the characters that one begins with.
HAN_ATOMS = f"{LUNAR_DATE}|{DATE}|{WEEKDAY}|{ISSUE}|{FOLIO}|{PRICE}"
HAN_ATOM_BEGINS = (
    rf"[公西中民夏旧舊阴陰农農甲乙丙丁戊己庚辛壬癸星周週礼禮总總第本今零定售每报報]|[A-Z]\d|{NUMBER}"
)
# What makes more than a date of a line, and what makes a date one of this very day.
HAN_NUMBERED = "[版期号號页頁张張]|零售|定[价價]|售價|每份|[报報][价價费費]"
HAN_YEAR = (
    r"民[国國]|西[历曆]|[夏旧舊阴陰农農][历曆]|[〇○零一二三四五六七八九]{4}年"
    rf"|{STEM_AND_BRANCH}年"
)
PLAIN_DATE = deferred(rf"{NUMBER}+[年月]")  # two of which are a stretch of time
OF_CLAUSES = deferred("[的个個是为為在于於将將至到从從自起]")  # beside a date

# Lines that name who made the page or the paper; the names follow a colon, a stroke or a space.
EDITOR = (
    r"(?:(?:本版|值班|今日|[执執]行|首席|[责責]任|[视視][觉覺]|[图圖]片|文字)?"
    r"(?:[编編][辑輯]|[总總主美责責图圖][编編](?:[辑輯])?|[编編]委|版式|版面|[设設][计計]|[责責审審检檢]?校[对對]?|[检檢][审審]|[审審][读讀校]"
    r"|[组組排]版|[制製][图圖]|主任|[一二]读)(?:[设設][计計])?)"
)
MAKER = r"(?:[统統][筹籌]|策[划劃]|[视視][觉覺]|美[术術]|[监監][制製]|出品)(?:[设設][计計])?"
NAMES = r"[\p{Han}·、 \u3000/／]{2,24}"
NAMED = rf"(?:{EDITOR}(?:\s*[:：／/]\s*|[\s\u3000]+)|{MAKER}\s*[:：／/]\s*){NAMES}"
CONTACT = r"(?:[\s\u3000|｜]*(?:[电電][话話]|[热熱][线線]|[邮郵]箱|[信投][稿箱]|QQ|E-?mail)\s*[:：]?\s*[\w@.+-]{5,})"
BULLET = r"[■□●◆]?\s*"
EDITORS = deferred_regex(rf"{BULLET}{NAMED}(?:[\s\u3000|｜]*{BULLET}{NAMED})*{CONTACT}*", regex.IGNORECASE)
IMPRINT = deferred(  # the first set rules out most characters
    r"[国刊C邮郵社印广廣线線](?:(?<=国)(?:内统一(?:连续出版物)?刊?号|外代号)|(?<=刊)号\s*[:：]?\s*CN\s?\d"
    r"|(?<=\bC)N ?\d\d-\d{4}|(?<=[邮郵])[发發]代[号號]|(?:(?<=^社)|(?<=^[报報]社)|(?<=^本[报報刊]社))址\s*[:：]"
    r"|(?<=印)(?:刷[厂廠]?|者)\s*[:：]|(?<=[广廣])告(?:[经經][营營][许許]可|[许許]可证)"
    r"|(?:(?<=^新[闻聞][热熱].)|(?<=^[报爆報]料[热熱].)|(?<=^[发發]行[热熱].))\s*[:：]\s*\d)"
)
# Each alone may stand in an article; several in one line are an imprint's.
IMPRINT_PART = deferred(
    r"(?:社址|地址|[电電][话話]|[传傳]真|[邮郵]政?[编編][码碼]?|[广廣]告(?:部|[热熱][线線])|[发發]行(?:部|[热熱][线線])|[热熱][线線]|主管|主[办辦]|出版|[总總][编編]辑?|[网網]址|[邮郵]箱)\s*[:：]"
)
# （相关报道见第3版）, 更多内容详见A03版, 本版图片均为资料图片
PAGE_NOTE = deferred_regex(
    rf"[（(【〔]?\s*(?:(?:相[关關]|[详詳][细細]|更多|有[关關]|[报報][道導]|全文|内容|[图圖]片|社[论論]|消息|[评評][论論]|新[闻聞]|均|分[别別])){{0,3}}[详詳刊]?[见見]"
    rf"(?:本[报報]|今日)*\s*第?\s*[A-Z]?{NUMBER}{{1,3}}(?:[、,，—-]\s*[A-Z]?{NUMBER}{{1,3}})?\s*[版页頁]\s*[）)】〕]?"
    r"|(?:本版|本期)(?:[图圖]片|照片|稿件|文字)[^。，]{2,24}"
)
# A3 要聞, 03 要闻, 要闻·03: a folio and its section, at the head of a page
SECTION_NAME = (
    r"(?:\p{Han}{0,4}(?:[闻聞讯訊]|[综綜]合|[国國][际際内內]|[时時]政|[经經][济濟]|[财財][经經]|社[会會]|[体體]育|文化|副刊|[娱娛][乐樂]|教育|科技|"
    r"[评評][论論]|理[论論]|[广廣]告|[专專][版题題刊]|健康|法治|民生|生活|都市|地方|[关關]注|深度))"
)
BETWEEN = r"[ \u3000·•|｜/／:：]"
SECTION = deferred_regex(
    rf"[A-Z]\d{{1,2}}{BETWEEN}?\p{{Han}}{{2,6}}|\p{{Han}}{{2,6}}{BETWEEN}?[A-Z]\d{{1,2}}"
    rf"|\d{{1,2}}{BETWEEN}{{0,2}}{SECTION_NAME}|{SECTION_NAME}{BETWEEN}{{0,2}}\d{{1,2}}"
)
PAPER_NAME = deferred_regex(r"\p{Han}{1,6}[报報]")
HAN_LIKELY = deferred(  # the first set rules out most characters
    r"[\d〇○零一二三四五六七八九十廿卅百千万萬A-Za-z°º№星周週礼禮拜总總编編辑輯委式面计計对對校审審版图圖任读讀:：／/定售每报報代内告本]"
    r"(?:(?<=[\d〇○零一二三四五六七八九十廿卅百千万萬])\s?[年月日期号號版页頁张張]|(?<=\d)(?:[.)]?\s?[A-Za-z)–—-]|[./-]\d{1,2}[./-]\d)"
    r"|(?<=[A-Za-z°º№])\.?\s?\d|(?<=[星周週礼禮拜])[期一二三四五六日]|(?<=[总總])期|(?<=[:：／/])"
    r"|(?<=[编編辑輯委式面计計对對校审審版图圖任读讀])[ \t\u3000]|(?<=[零定售每报報])[售价價份張张费費]|(?<=代)[号號]|(?<=内)统|(?<=告)[经經许許]"
    r"|(?<=本)[版期][图圖照稿文])"
)
