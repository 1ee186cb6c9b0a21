"""Conversion of script: every configuration obeys the laws, and offsets are kept."""

from __future__ import annotations

import pickle
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

import paperclean as pc
from paperclean.conversion import CONFIGURATIONS
from paperclean.tracing import trace_step
from strategies.pages import PAGES, made_page
from strategies.texts import TOKENS

HAN_TEXTS = st.one_of(
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=30),
    st.lists(st.sampled_from([*TOKENS, *"萬里長征万里长征头髮发後后薴使用者記憶體軟體"]), max_size=40).map(
        "".join
    ),
)

every_configuration = pytest.mark.parametrize("config", CONFIGURATIONS)


@every_configuration
@given(text=HAN_TEXTS)
def test_a_second_run_changes_nothing(config, text):
    once = pc.convert_script(text, config=config)
    assert pc.convert_script(once, config=config) == once


@every_configuration
@given(page=PAGES)
def test_a_page_of_the_source_script_is_converted_as_opencc_does(config, page):
    is_source = page.script == ("Hans" if config[0] == "s" else "Hant")
    if is_source or config in {"t2tw", "tw2t", "t2hk", "hk2t", "t2jp"}:
        assert pc.convert_script(page.printed, config=config) == OpenCC(config).convert(page.printed)
    assert trace_step(partial(pc.convert_script, config=config), page.printed).is_exact


def test_characters_map_to_characters_and_phrases_to_phrases():
    trace = pc.trace("記憶體與網絡", pipeline=partial(pc.convert_script, config="tw2sp"))
    assert trace.clean == "内存与网络"
    assert trace.source(0, 1) == [(0, 3)]
    assert trace.source(3, 4) == [(4, 5)]


def test_an_unknown_configuration_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="no configuration of OpenCC: 'simplified'; there are t2s, s2t"):
        pc.convert_script("國", config="simplified")


def test_pipelines_that_convert_pickle():
    step = pc.Pipeline(partial(pc.convert_script, config="s2t"))
    assert step("国") == "國"
    assert pickle.loads(pickle.dumps(step))("国") == "國"
    style = pc.newspaper.with_style(pc.Style(script="Hant"))
    assert pickle.loads(pickle.dumps(style)) == style


def test_style_asks_for_a_script():
    hans, hant = made_page(1).printed, made_page(1, script="Hant").printed
    assert "經濟" in pc.clean(hans + "经济", style=pc.Style(script="Hant"))
    assert "经济" in pc.clean(hant + "經濟", style=pc.Style(script="Hans"))
    assert "經濟" in pc.clean(hant + "經濟", style=pc.Style(script="Hant"))
    assert "网络" in pc.clean("網路的發展", style=pc.Style(script="tw2sp"))
