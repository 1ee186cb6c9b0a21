"""What bylines, credits, imprints and round-ups look like, and what a headline and its text have in common."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paperclean.article.affinity import Rarity, Terms, terms
from paperclean.article.fitting import Fitting
from paperclean.article.furniture import is_furniture
from paperclean.article.signs import byline_form, dateline, is_caption, is_credit, is_dateline, is_round_up
from paperclean.lines.latin_bylines import name_alone


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("■ 何玲玲 王俊禄", "marked"),
        ("□ 蒋 蓝", "marked"),
        ("■解放军报特约记者 潘 阳 通讯员 郭佳俊", "marked"),
        ("◎林淑芬（新北市，退休教師）", "marked"),
        ("●旅游贴士", None),
        ("■相关链接", None),
        ("■记者手记", None),
        ("本报记者 陶 然 程 思", "plain"),
        ("（王丰）", "bracketed"),
        ("（记者 陈洋涵）", "bracketed"),
        ("本报记者 李代广 实习记者 李葳", "plain"),
        ("記者陳大文／台北報導", "plain"),
        ("通讯员 王丰", "plain"),
        ("本報通訊員 陳大文", "plain"),
        ("特派员 王丰", "plain"),
        ("評論員 陳大文", "plain"),
        ("特约撰稿 王丰", "plain"),
        ("撰文：王丰", "plain"),
        ("编译 王丰", "plain"),
        ("作者：王丰", "plain"),
        ("文/王丰", "plain"),
        ("采写：王丰", "plain"),
        ("採寫 ：陳大文", "plain"),
        ("王丰/文", "plain"),
        ("From our own correspondent.", "plain"),
        ("(BY OUR SPECIAL CORRESPONDENT)", "bracketed"),
        ("Von unserem Berichterstatter", "plain"),
        ("De notre envoyé correspondant", "plain"),
        ("Van onze correspondent", "plain"),
        ("By John Smith", "plain"),
        ("Door Jan de Vries", "plain"),
        ("Texte : Jean Dupont", "plain"),
        ("【記者陳大文台北報導】", "bracketed"),
        ("（中央社記者陳大文台北6日電）", "bracketed"),
        ("王丰 综合报道", "plain"),
        ("王丰 编译", "plain"),
        ("本报评论员", "plain"),
        ("約翰耿脫著", "plain"),
        ("（海上漱石生遺作）", "bracketed"),
        ("世界文學名著", None),
        ("(K. Schmid)", "bracketed"),
        ("(New York)", None),
        ("By Jane Smith in Washington", "plain"),
        ("JANE SMITH, Political Editor", "plain"),
        ("Associated Press Writer", "plain"),
        ("Special to The Herald", "plain"),
        ("De notre envoyé spécial", "plain"),
        ("(Eigenbericht.)", "bracketed"),
        ("本报记者从海关获悉，进口额增长。", None),
        ("经济形势 综合报道组", None),
        ("A famous American writer", None),
        ("Byzantium and Rome", None),
        ("文化下乡", None),
        ("本报北京11月6日电 （记者张洋）", "plain"),
        ("本報訊（記者陳大文）", "plain"),
        ("本报北京11月6日电 （记者张洋） 进口额增长。", None),
        ("中央社台北六日電", None),
    ],
)
def test_bylines(text, form):
    assert byline_form(text) == form


@pytest.mark.parametrize(
    "text",
    [
        *(
            "□ 记者 王丰 通讯员 黄兴",
            "□王丰",
            "◎记者 王丰 摄影 黄兴",
            "■ 文/本报记者 王丰 图/黄兴",
            "■記者陳大文",
            "＊陳大文",
        ),
        *("■本刊记者/王丰", "■记者 王丰 摄影报道"),
    ],
)
def test_bylines_behind_a_mark(text):
    assert byline_form(text) == "marked"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "（本报记者 王丰 通讯员 黄兴）",
            "（本报记者王丰）",
            "（通讯员王丰 黄兴）",
            "（记者 王丰 文/图）",
            "（丰）",
        ),
        *(
            "（作者系某大学教授）",
            "（本文作者为某研究所研究员）",
            "（作者单位：某大学）",
            "（来源：新华网）",
            "（据《人民日报》）",
        ),
        *(
            "【記者陳大文／台北報導】",
            "〔記者陳大文／台北報導〕",
            "【本報記者陳大文北京三日電】",
            "（中央社記者陳大文台北三日電）",
        ),
        "【編譯陳大文／綜合外電報導】",
    ],
)
def test_bylines_in_brackets(text):
    assert byline_form(text) == "bracketed"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "文/图 王丰",
            "图/文 王丰",
            "文图/王丰",
            "文/王丰 图/黄兴",
            "文、图/王丰",
            "文 王丰",
            "王丰 文/图",
            "王丰/文 黄兴/图",
        ),
        *(
            "撰文/王丰 摄影/黄兴",
            "采写 本报记者 王丰 通讯员 黄兴",
            "采写：南方日报记者 王丰",
            "口述 王丰 整理 黄兴",
        ),
        *(
            "本报记者 王丰 实习生 黄兴",
            "本报记者 王丰 文/图",
            "经济日报-中国经济网记者 王丰 黄兴",
            "澎湃新闻记者 王丰",
        ),
        *("本报综合报道", "综合新华社报道", "本报讯 记者王丰报道", "晨报讯（记者 王丰）", "译者：王丰"),
        *(
            "文／陳大文　圖／林雅婷",
            "採訪撰文／陳大文",
            "記者陳大文、林雅婷／綜合報導",
            "特派記者陳大文／東京報導",
            "編譯陳大文／綜合外電",
        ),
    ],
)
def test_bylines_by_role_and_deed(text):
    assert byline_form(text) == "plain"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "记者了解到",
            "记者来到上海",
            "据总台记者了解",
            "本報記者昨日所見",
            "對於新聞記者應特",
            "记者朋友们进行了充分报道",
        ),
        *(
            "图/王丰",
            "摄影：王丰",
            "（一）",
            "（上）",
            "（續）",
            "（圖）",
            "王丰 黄兴",
            "图文并茂",
            "文化 下乡",
        ),
    ],
)
def test_what_is_no_byline(text):
    assert byline_form(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "By John Smith, Staff Writer",
            "BY JOHN SMITH",
            "by John Smith",
            "By J. B. Smith Jr.",
            "By John Smith and Mary O'Neill",
        ),
        *(
            "Story by John Smith",
            "BY R. E. SMITH,",
            "JOHN SMITH reports from Rome",
            "Chief Sports Writer",
            "By Associated Press",
            "By Our Political Correspondent",
        ),
        *(
            "By Mary Smith in New York and George W. O'Neill in Washington",
            "By Cable to The Herald.",
            "Special Dispatch to The Herald",
        ),
        *(
            "Von Max Müller, Berlin",
            "Von unserem Berliner Korrespondenten Max Müller",
            "Von Max Müller (Text) und Eva Weber (Fotos)",
        ),
        *(
            "Text und Bild: Max Müller",
            "Eva Weber berichtet aus Rom",
            "Ein Bericht von Eva Weber",
            "Von Prof. Dr. Max Müller, Wien",
            "Eigenbericht",
        ),
        *(
            "par Jean Dupont",
            "Propos recueillis par Jean Dupont",
            "De notre envoyée spéciale à Rome",
            "Jean Dupont avec AFP",
            "Élise Dupont avec AFP",
        ),
        *(
            "Par Jean Dupont, de l'Académie française",
            "Correspondance particulière",
            "Un reportage de Jean Dupont",
            "Avec AFP",
        ),
        *(
            "Van een onzer redacteuren",
            "Van onze verslaggeefster",
            "Door onze sportredactie",
            "Tekst: Jan Jansen Foto's: Piet de Vries",
            "Tekst Jan Jansen",
            "ANP",
        ),
    ],
)
def test_latin_bylines(text):
    assert byline_form(text) == "plain"


@pytest.mark.parametrize(
    "text",
    [
        "(AFP)",
        "(By the United Press)",
        "[By Telegraph.]",
        "(Par dépêche.)",
        "(Eigener Drahtbericht.)",
        "(Van onzen correspondent.)",
    ],
)
def test_latin_bylines_in_brackets(text):
    assert byline_form(text) == "bracketed"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "By noon it rained.",
            "By the end of May",
            "From the House of Commons",
            "Special offers for all",
            "The Times, London",
            "Vandalism",
        ),
        *(
            "Von der Mosel",
            "Text der Note",
            "Par exemple",
            "De la guerre",
            "Van de markt",
            "Une analyse",
            "Door het ijs",
            "John Smith",
            "Met de trein",
        ),
    ],
)
def test_what_is_no_latin_byline(text):
    assert byline_form(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "JOHN SMITH",
        "J. B. Smith",
        "JOHN SMITH in Berlin",
        "Max Müller (Wien)",
        "Jean Dupont, à Rome",
        "Jan van den Berg",
        "Marie d'Arcy et Luc Petit",
    ],
)
def test_what_may_be_a_name_alone(text):
    assert name_alone(text)


@pytest.mark.parametrize(
    "text", ["Smith", "The House", "Der Krieg", "Peace at Last", "POLICE SEEK 4 MEN", "Les Halles"]
)
def test_what_is_no_name_alone(text):
    assert not name_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Photo: Ann Webb",
            "PHOTO BY ANN WEBB",
            "© AFP",
            "ANN WEBB/REUTERS",
            "Bild: dpa",
            "(Bild: Keystone)",
            "Foto's Els 't Hart",
        ),
        *(
            "Photo d'archives",
            "Photo Jean Dupont",
            "FOTO: EVA WEBER",
            "Photographs by Ann Webb",
            "Picture: Ann Webb/The Herald",
            "(Photo AFP)",
        ),
    ],
)
def test_latin_credits(text):
    assert is_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "Photo: the house was empty.",
        "Bilder einer Ausstellung",
        "Photo finish at Ascot",
        "and/or",
        "Image problems",
    ],
)
def test_what_is_no_latin_credit(text):
    assert not is_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "The new bridge. Photo: Ann Webb",
            "The new bridge. (AP Photo/Ann Webb)",
            "The new bridge. Ann Webb/Reuters",
            "Above: the new bridge.",
        ),
        *(
            "Im Bild: die neue Brücke.",
            "Die neue Brücke. Foto: dpa",
            "Unser Bild zeigt: die neue Brücke.",
            "Notre photo : le nouveau pont.",
        ),
        *(
            "Le nouveau pont. © Jean Dupont",
            "De nieuwe brug. (Foto ANP)",
            "Op de foto: de nieuwe brug.",
            "The mayor (left) on Tuesday. Picture: Ann Webb",
        ),
    ],
)
def test_latin_captions(text):
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "Above all, he slept.",
        "He saw the photo. Webb left.",
        "Below, the river rose and rose",
        "He died. (AFP)",
    ],
)
def test_what_is_no_latin_caption(text):
    assert not is_caption(text)


@pytest.mark.parametrize(
    "text", ["【本報訊】", "【中央社台北三日電】", "中央社台北三日電", "（据新华社电）", "本报讯"]
)
def test_datelines_on_a_line_of_their_own(text):
    assert is_dateline(text)


@pytest.mark.parametrize("text", ["【本報訊】立法院", "据新华社报道", "王丰", "LONDON, May 3."])
def test_what_is_no_dateline_by_itself(text):
    assert not is_dateline(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "图①：工人在车间里忙碌。",
            "工人在车间里忙碌。 本报记者 王丰摄",
            "工人在车间里忙碌。新华社发（王丰摄）",
        ),
        *(
            "工人在车间里忙碌。（资料照片）",
            "陳大文指出，應該檢討。（記者林雅婷攝）",
            "陳大文指出，應該檢討。（圖／林雅婷）",
        ),
        "陳大文在台北。 圖／林雅婷",
    ],
)
def test_captions(text):
    assert is_caption(text)


@pytest.mark.parametrize(
    "text", ["王丰爱好摄影。", "銀世界」正在拍攝", "他说：“图为不朽。”", "▲毒死養母", "图文并茂"]
)
def test_what_is_no_caption(text):
    assert not is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "王丰摄",
            "（王丰攝）",
            "王丰供图",
            "王丰 发",
            "（新华社发）",
            "圖／陳大文",
            "图/王丰",
            "Photo: John Smith",
        ),
        *(
            "新华社发（王丰 摄）",
            "新华社/法新",
            "本报资料图片",
            "（資料照片）",
            "記者陳大文／攝影",
            "（翻攝自網路）",
        ),
        *("Picture by J. Smith", "Foto: Jan Smit", "Bild: Hans Maier", "Image: J. Smith"),
    ],
)
def test_credits(text):
    assert is_credit(text)


@pytest.mark.parametrize("text", ["王丰发言", "图书馆开放", "Photography of today", "Forum", "王丰"])
def test_what_is_no_credit(text):
    assert not is_credit(text)


@pytest.mark.parametrize(
    "line",
    [
        "1957年9月—1961年7月",
        "3月16日出版的第6期《求是》杂志",
        "2026年3月1日；第3版",
        "2026年3月1日 第3版，",
        "3月1日星期日，天气晴",
        "5 janvier 1916,",
        "Freitag, 2. Januar. Heute abend",
    ],
)
def test_what_says_more_than_a_date_is_no_furniture(line):
    assert not is_furniture(line, edge=True)


def test_more_may_stand_beside_a_date_at_the_edge_of_a_page():
    line = "2026年12月31日 星期四 南方都市报国际新闻"
    assert is_furniture(line, edge=True)
    assert not is_furniture(line)
    assert not is_furniture(line + "部责任编委", edge=True)


@pytest.mark.parametrize(
    "text",
    [
        "国内统一连续出版物号 CN 11-0014",
        "国内统一刊号：CN11-0014",
        "刊号：CN 11-0014",
        "代号1-68 CN 11-0014",
        "邮发代号1-68",
        "郵發代號 1-68",
        "国外代号D19",
        "社址：北京市王府井大街277号",
        "本报社址：北京市王府井大街277号",
        "報社址：上海望平街",
        "承印刷厂：新华",
        "广告经营许可证京西工商广字0001号",
        "广告许可证 京西工商广字0001号",
        "地址：北京市王府井大街277号 电话：65368383",
    ],
)
def test_imprints(text):
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    ["中国社址未定：2020年", "国内外代号", "印刷机械厂 2020年开工", "广告 2020年的许可", "热线：65368383"],
)
def test_what_is_no_imprint(text):
    assert not is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "国际快讯",
            "要聞簡訊",
            "短波",
            "要闻速览",
            "天下集萃",
            "一周一览",
            "News in Brief",
            "Latest telegrams",
        ),
        *("KURZE NACHRICHTEN", "In Kürze", "Vermischtes", "Faits divers", "Dépêches", "Korte berichten"),
        "Gemengd nieuws",
    ],
)
def test_headlines_of_round_ups(text):
    assert is_round_up(text)


@pytest.mark.parametrize("text", ["快讯社成立", "他不看简报了", "The telegrams", "Briefly"])
def test_other_headlines(text):
    assert not is_round_up(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LONDON, May 3.—The House met.", "LONDON, May 3."),
        ("AMSTERDAM (Reuters) - Het huis", "AMSTERDAM (Reuters)"),
        ("Berlin, den 4. Jänner. Der Kaiser", "Berlin, den 4. Jänner."),
        ("* Berlin, 4. Jan. Der Kaiser", "Berlin, 4. Jan."),
        ("WASHINGTON — The House met.", "WASHINGTON"),
        ("（中央社記者陳大文台北6日電）立法院", "（中央社記者陳大文台北6日電）"),
        ("据新华社电 国务院近日印发意见。", "据新华社电"),
        ("据新华社报道，国务院近日印发意见。", None),
        ("London is a city of 3 millions", None),
        ("FIRE—The House burnt", None),
        ("Am Mittwoch, 24. November, tritt der Rat", None),
        ("Sonntag, 21. November 1937", None),
        ("On Friday, 3 May, the House", None),
        ("Le vendredi 3 mai, la Chambre", None),
    ],
)
def test_datelines(text, found):
    assert dateline(text) == found


HAN = re.compile(r"[\u3400-\u9fff]")
SMALL = st.text("北西油田，\u3400\u9fff\ua000\ud800\U00020000")


def pairs(text: str) -> list[str]:
    return [one + other for one, other in pairwise(text) if HAN.match(one) and HAN.match(other)]


@given(one=SMALL, other=SMALL)
@example(one="", other="北")
def test_terms_of_chinese_are_its_pairs_of_characters(one, other):
    assert len(terms(one)) == len(set(pairs(one)))
    assert len(terms(one) & terms(other)) == len({*pairs(one)} & {*pairs(other)})


@given(one=SMALL, other=SMALL)
def test_terms_of_a_stretch_are_those_of_its_text_alone(one, other):
    both = Terms(one + other)
    assert both.within(0, len(one)) == terms(one)
    assert both.within(len(one), len(one + other)) == terms(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Ölfelder of A12 and 97% of 1,000.5 x86", {"ölfeld", "97%", "1,000."}),
        ("97abcd a97 b1234", {"97", "abcd", "b1234"}),
        ("and of it", set()),
    ],
)
def test_terms_of_latin_script_are_long_words_and_figures(text, found):
    assert terms(text) == found


def test_short_words_count_beside_chinese():
    words = {term for term in terms("中国GDP增长3.5% vs 2019年") if isinstance(term, str)}
    assert words == {"gdp", "3.5%", "vs", "2019"}


def test_what_few_paragraphs_hold_weighs_more():
    rarity = Rarity([{"a", "b"}, {"a", "c"}, {"a", "c"}])
    a, b, c = (rarity.weight([term]) for term in "abc")
    assert a < c < b
    assert rarity.holders == {"a": [0, 1, 2], "c": [1, 2]}
    assert rarity.alone == [b, 0, 0]
    assert rarity.share({"b", "c"}, {"c"}) == c / (b + c)


def test_one_word_in_common_says_less_than_several():
    held = [{"a", "b", "c"}, {"d"}, {"e"}]
    fitting = Fitting(held, [True, False, False], Rarity(held).by_count, [{"a"}, {"a", "b", "c"}])
    one, several = (fitting.fits(words, 0, 3)[0] for words in ({"a"}, {"a", "b", "c"}))
    assert 0 < one < several
