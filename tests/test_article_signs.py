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
from paperclean.article.signs import byline_form, dateline, is_credit, is_round_up


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("■ 何玲玲 王俊禄", "marked"),
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
            "王丰摄",
            "（王丰攝）",
            "王丰供图",
            "王丰 发",
            "（新华社发）",
            "圖／陳大文",
            "图/王丰",
            "Photo: John Smith",
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
    ],
)
def test_imprints(text):
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text", ["中国社址未定：2020年", "国内外代号", "印刷机械厂 2020年开工", "广告 2020年的许可"]
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
