"""The laws, each stated once and run over every step and pipeline."""

from __future__ import annotations

import pickle
from functools import partial

import pytest
from hypothesis import example, given

import paperclean as pc
from paperclean.steps import Reorder
from paperclean.tracing import trace_step
from steps import EVERY, STEPS, name
from strategies.damage import FONTS, in_shifted_font, misread, wide
from strategies.pages import made_page
from strategies.texts import TEXTS
from strategies.typography import (
    letter_spaced,
    with_half_width_commas,
    with_invisibles,
    with_radicals,
    with_strewn_spaces,
)

every_step = pytest.mark.parametrize("step", EVERY, ids=name)


DAMAGES = [
    str,
    *(partial(in_shifted_font, font=font) for font in FONTS),
    wide,
    partial(misread, written="utf-8", read="latin-1"),
    letter_spaced,
    partial(with_strewn_spaces, seed=1),
    partial(with_invisibles, seed=1),
    with_half_width_commas,
    with_radicals,
]
# Columns of which every full line ends in a divided word
ALL_DIVIDED = (
    "左边的文字都在这里   右边的文字\nThe committee met on the even-\ning of Tuesday\n二\u3000\u3000-左边的文字都在这里   右边的文字\n\n\n"
    "左边的文字都在这里   右边的文字\nThe committee met on the even-\ning of Tuesday\n二左边的文字都在这里   右边的文字\n《"
)
LAYOUTS = [{}, {"indent": "　　"}, {"blank_lines": 1}, {"indent": "　　", "between_blocks": 1}]


def printed(text: str) -> list[str]:
    return sorted("".join(text.split()))


@every_step
@given(text=TEXTS)
@example(text="")
@example(text="\ud800\x00")
@example(text="\n" * 50)
@example(text="a)\n)")  # a line less than half a unit wide
@example(text=ALL_DIVIDED)
def test_any_text_comes_back_as_text(step, text):
    assert isinstance(step(text), str)


@pytest.mark.parametrize("step", [*STEPS, pc.Pipeline()], ids=name)
@given(text=TEXTS)
@example(text="00000000000\n00000⺀㐀\n㐀\n■00000000000000⺀㐀")  # digits joined without a blank
def test_a_second_run_changes_nothing(step, text):
    once = step(text)
    assert step(once) == once


# Not a law: of texts of random marks the whole pipeline changes two in a thousand again (docs/decisions/0851).
@pytest.mark.parametrize("layout", LAYOUTS, ids=repr)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_second_run_of_the_whole_pipeline_changes_nothing_on_a_page(damage, layout):
    for seed in range(3):
        once = pc.clean(damage(made_page(seed, width=18).text(**layout)))
        assert pc.clean(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "á\x08\x80\x80",  # UTF-8 read as Latin-1, parted by a control that is dropped
        "â\x08\x80\x8b",  # the same of an invisible character
        "00000000000\n00000⺀㐀\n㐀\n■00000000000000⺀㐀",  # digits joined without a blank
    ],
)
def test_a_second_run_of_the_whole_pipeline_changes_nothing_on_what_was_found_to_change(text):
    once = pc.clean(text)
    assert pc.clean(once) == once


@every_step
@given(text=TEXTS)
def test_a_traced_run_equals_a_plain_one_and_replays(step, text):
    trace = trace_step(step, text)
    assert trace.raw == text
    assert trace.clean == step(text)
    assert trace.replay() == trace.clean
    assert trace.is_exact


@pytest.mark.parametrize("step", [s for s in STEPS if isinstance(s, Reorder)], ids=name)
@given(text=TEXTS)
def test_a_reordering_keeps_every_character(step, text):
    assert printed(step(text)) == printed(text)


def places_changed(trace):
    """The places of the raw text that an edit has changed."""
    spans = (span for change in trace.changes if change.kind == "edit" for span in change.source)
    return {at for start, end in spans for at in range(start, end)}


@every_step
@given(text=TEXTS)
def test_origins_stay_in_bounds_and_kept_characters_map_to_themselves(step, text):
    trace = trace_step(step, text)
    changed = places_changed(trace)
    for i, c in enumerate(trace.clean):
        spans = trace.source(i, i + 1)
        assert spans
        assert all(0 <= start <= end <= len(text) for start, end in spans)
        origin = "".join(text[start:end] for start, end in spans)
        if origin and not c.isspace() and not changed.intersection(*(range(*span) for span in spans)):
            assert origin == c


@every_step
@given(text=TEXTS)
def test_targets_lead_back(step, text):
    trace = trace_step(step, text)
    changed = places_changed(trace)
    for i, c in enumerate(text):
        targets = trace.target(i, i + 1)
        assert targets
        assert all(0 <= start <= end <= len(trace.clean) for start, end in targets)
        if not c.isspace() and i not in changed:
            ((start, end),) = targets
            assert trace.clean[start:end] == c
            assert trace.source(start, end) == [(i, i + 1)]


@given(text=TEXTS)
def test_the_source_of_a_composition_is_the_composition_of_sources(text):
    first, second = pc.drop_invisibles, partial(drop_letter, letter="的")
    one = trace_step(first, text)
    two = trace_step(second, one.clean)
    both = trace_step(pc.Pipeline(first, second), text)
    for i in range(len(both.clean)):
        inner = two.source(i, i + 1)
        assert both.source(i, i + 1) == [span for a, b in inner for span in one.source(a, b)]


@pc.rewrite
def drop_letter(text, *, letter):
    for at, c in enumerate(text):
        if c == letter:
            yield pc.Edit(at, at + 1, "")


@every_step
def test_steps_and_pipelines_pickle(step):
    again = pickle.loads(pickle.dumps(step))
    assert again == step
    assert again("记者 abc") == step("记者 abc")


def test_step_names_are_unique():
    names = [name(step) for step in STEPS]
    assert len(names) == len(set(names))
