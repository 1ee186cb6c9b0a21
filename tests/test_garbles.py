"""Damage to characters, then its repair."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paperclean as pc
from paperclean.characters import shifted_fonts
from paperclean.characters.founder import printed_by_shifted
from strategies.damage import FONTS, WRONG_CODECS, cut_anywhere, in_shifted_font, misread, wide, with_blanks
from strategies.pages import made_page

SEED = Path(__file__).parents[1] / "examples" / "seed" / "gold_unwrapped.txt"

SENTENCES = [
    "消费需求进一步释放，进口消费走向更加常态化。",
    "广东跨境电商进出口额同比增长（社旗县）百分之五。",
    "同时，当人们“宅”在家里，电商、物流、海关监管趋严。",
    "商务部印发《关于应对疫情的通知》，提出措施。",
]
SHORT = ["今年以来", "国家发展", "经济增长", "由北京市人民政府"]  # whole in pairs of bytes
TRADITIONAL = ["消費需求進一步釋放，進口消費走向更加常態化。", "政府公布經費預算（社會福利），市民表示歡迎。"]


def test_the_codec_gives_all_characters_of_the_fonts():
    printed = printed_by_shifted()
    assert len(printed) == 682
    assert len(set(printed.values())) == 682
    assert all("\u4e00" <= c <= "\u9fff" for c in printed)


@pytest.mark.parametrize("font", FONTS)
def test_a_page_in_shifted_fonts_comes_back(font):
    page = pc.undo_font_shift(SEED.read_text(encoding="utf-8"))
    if font == "all":
        page = wide(page)
    raw = in_shifted_font(page, font)
    have = pc.undo_font_shift(raw)
    assert len(have) == len(page)
    shifted = [i for i, c in enumerate(raw) if c != page[i]]
    assert sum(have[i] == page[i] for i in shifted) >= 0.98 * len(shifted)
    assert sum(a != b for a, b in zip(have, page, strict=True)) <= 0.02 * len(shifted)


@pytest.mark.parametrize("laid_out", [cut_anywhere, with_blanks])
def test_a_page_that_keeps_no_rule_of_setting_type_comes_back(laid_out):
    page = pc.undo_font_shift(SEED.read_text(encoding="utf-8"))
    raw = in_shifted_font(page, "punctuation")
    have, wanted, shown = pc.undo_font_shift(laid_out(raw)), laid_out(page), laid_out(raw)
    shifted = [i for i, c in enumerate(shown) if c != wanted[i]]
    assert sum(have[i] != wanted[i] for i in shifted) <= 0.006 * len(shifted)


def test_an_honest_page_is_left_alone():
    page = pc.undo_font_shift(SEED.read_text(encoding="utf-8"))
    assert pc.undo_font_shift(page) == page
    assert pc.undo_mojibake(page) == page
    assert pc.balance_brackets(page) == page


@pytest.mark.parametrize(("written", "read"), WRONG_CODECS)
@given(data=st.data())
def test_text_read_in_the_wrong_codec_comes_back(written, read, data):
    stock = SHORT if read == "gb18030" else TRADITIONAL if written == "big5hkscs" else SENTENCES
    text = "\n".join(data.draw(st.lists(st.sampled_from(stock), min_size=1, max_size=5)))
    assert pc.undo_mojibake(misread(text, written, read)) == text


@given(
    st.lists(st.sampled_from(["déjà vu", "Schüler", "naïve", "señor", "“quoted”", "it’s – so"]), min_size=1)
)
def test_western_text_read_in_the_wrong_codec_comes_back(words):
    text = " ".join(words)
    shown = "".join(
        bytes((b,)).decode("cp1252", "replace") if b not in {0x9D, 0x81, 0x8D, 0x8F, 0x90} else chr(b)
        for b in text.encode()
    )
    assert pc.undo_mojibake(shown) == text
    assert pc.undo_mojibake(text) == text


def test_lost_bytes_are_remarked():
    changes = pc.trace("中国锟斤拷人民", pipeline=pc.undo_mojibake).changes
    assert [(c.kind, c.before) for c in changes] == [("remark", "锟斤拷")]


@pytest.mark.parametrize("garbage", ["（", ")", "（]", '"“', "渊", "Ã©", "锛銆", "¤¤ "])
def test_a_long_line_takes_linear_time(garbage):
    for step in (pc.undo_font_shift, pc.undo_mojibake, pc.balance_brackets):
        short, long = (seconds(step, garbage * times) for times in (1_250, 10_000))
        assert long < 3 * 8 * max(short, 0.001)  # in the square of its length, 64 times as long


def seconds(step, text):
    """Processor time, the best of three runs."""
    found = []
    for _ in range(3):
        start = time.process_time()
        step(text)
        found.append(time.process_time() - start)
    return min(found)


def test_a_long_stretch_is_decided_some_of_it_at_a_time(monkeypatch):
    page = "".join(made_page(seed, width=18).printed for seed in range(3))
    shown = in_shifted_font(page, "punctuation")
    whole = pc.undo_font_shift(shown)
    monkeypatch.setattr(shifted_fonts, "MOST_TOGETHER", 50)
    assert pc.undo_font_shift(shown) == whole == page
