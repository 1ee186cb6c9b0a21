"""The heart: edits, layers, pipelines, traces, beyond what the laws say of every step."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paperclean as pc
from paperclean.edits import substitutions
from paperclean.tracing import trace_step
from strategies.texts import TEXTS


@pc.rewrite
def every_third_letter(text, *, to="xy"):
    for at in range(0, len(text), 3):
        yield pc.Edit(at, at + 1, to)


@pc.reorder
def reverse_lines(text):
    at = len(text)
    for line in reversed(text.split("\n")):
        yield pc.Span(at - len(line), at)
        yield "\n"
        at -= len(line) + 1


def test_edits_out_of_order_are_refused():
    @pc.rewrite
    def wrong(text):
        yield pc.Edit(2, 3, "")
        yield pc.Edit(0, 1, "")

    with pytest.raises(ValueError, match="in order"):
        wrong("abc")


def test_a_finder_that_is_no_function_or_finds_nothing_at_all_is_refused():
    for make in (pc.rewrite, pc.reorder):
        with pytest.raises(TypeError, match="a step is made from a function"):
            make("text")

        @make
        def forgets_to_yield(text):
            text.find("x")

        with pytest.raises(TypeError, match="the finder of forgets_to_yield returned None"):
            forgets_to_yield("text")


@pytest.mark.parametrize("all_of_it", [lambda text: text.upper(), lambda text: pc.Edit(0, 1, "A"), len])
def test_a_finder_that_returns_the_text_or_one_edit_is_refused(all_of_it):
    for make in (pc.rewrite, pc.reorder):
        with pytest.raises(TypeError, match=r"returned one (str|Edit|int): it must yield what it finds"):
            make(all_of_it)("text")


@pytest.mark.parametrize(
    "wrong",
    [
        pc.Span(0, 1),
        (0, 1),
        "abc",
        3,
        None,
        pc.Edit(0, 1, None),
        pc.Edit("0", 1, ""),
        pc.Edit(0.0, 1.0, ""),
    ],
)
def test_what_is_no_edit_is_refused_and_the_step_named_plain_and_traced(wrong):
    @pc.rewrite
    def mistaken(text):
        yield pc.Edit(0, 0, "-")
        yield wrong

    for run in (mistaken, lambda text: pc.trace(text, pipeline=mistaken)):
        with pytest.raises(TypeError, match=r"^mistaken must find Edit\(start, end, text\), not "):
            run("text")


@pytest.mark.parametrize("wrong", [pc.Edit(0, 4, ""), (0, 4), 4, pc.Span(0.0, 4), pc.Span(0, None)])
def test_what_is_no_span_is_refused_and_the_step_named(wrong):
    @pc.reorder
    def mistaken(text):
        yield wrong

    with pytest.raises(TypeError, match=r"^mistaken must find Span\(start, end\) and white space, not "):
        mistaken("text")


def test_an_error_of_a_finder_itself_is_told_as_it_is():
    @pc.rewrite
    def mistaken(text):
        yield pc.Edit(0, 1, "")
        yield pc.Edit(1, 1 + None, "")

    with pytest.raises(TypeError, match="unsupported operand"):
        mistaken("text")


def test_edits_that_clash_name_their_step():
    @pc.rewrite
    def wrong(text):
        yield pc.Edit(0, 3, "a")
        yield pc.Edit(2, 4, "b")

    with pytest.raises(ValueError, match=r"the edits of wrong must be .* apart .*: Edit\(start=2, end=4"):
        pc.Pipeline(str.strip, wrong)("text")


@pytest.mark.parametrize("wrong", ["lines", None])
def test_a_plan_that_is_no_function_is_refused(wrong):
    with pytest.raises(TypeError, match="a plan is a function"):
        pc.Planned(wrong)


def test_a_plan_goes_by_the_name_of_its_function():
    def chosen(steps, page, style):
        return steps

    planned = pc.Planned(partial(chosen, [str.strip]))
    assert repr(planned) == "Planned(chosen)"
    assert planned(" a ") == "a"


def test_a_plan_that_gives_no_steps_is_refused():
    with pytest.raises(TypeError, match="the plan <lambda> must yield steps, not return None"):
        pc.Planned(lambda page, style: None)("text")
    with pytest.raises(TypeError, match="a step is a function from text to text, not 'strip'"):
        pc.Planned(lambda page, style: ["strip"])("text")


def test_plain_tuples_are_edits_in_a_traced_run_too():
    step = pc.rewrite(lambda text: [(0, 1, "A")])
    assert [(change.before, change.after) for change in pc.trace("abc", pipeline=step).changes] == [
        ("a", "A")
    ]


def test_a_finder_without_a_name_goes_by_its_functions():
    step = pc.rewrite(partial(every_third_letter.__wrapped__, to="z"))
    assert repr(step) == pc.trace("abc", pipeline=step).changes[0].step == "every_third_letter"


@pytest.mark.parametrize("edit", [(2, 4), (4, 4), (2, 1), (-1, 1)])
def test_an_edit_that_is_not_inside_the_text_is_refused(edit):
    @pc.rewrite
    def wrong(text):
        yield pc.Edit(*edit, "")

    with pytest.raises(ValueError, match="inside the text"):
        wrong("abc")


@pytest.mark.parametrize("spans", [[(0, 3), (0, 3)], [(0, 4)], [(-1, 3)], [(0, 2), (3, 2), (2, 3)]])
def test_a_reordering_that_doubles_or_leaves_the_text_is_refused(spans):
    @pc.reorder
    def wrong(text):
        return [pc.Span(*span) for span in spans]

    with pytest.raises(ValueError, match=r"overlaps another or is not inside the text of 3 characters"):
        wrong("abc")


def test_a_separator_that_prints_something_is_refused():
    @pc.reorder
    def wrong(text):
        yield pc.Span(0, len(text))
        yield "x"

    with pytest.raises(ValueError, match="white space, not 'x'"):
        wrong("abc")


def test_substitutions_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="equal lengths, not 1 and 2"):
        list(substitutions("a", "bc"))


def test_a_foreign_step_that_gives_back_no_text_is_refused():
    with pytest.raises(TypeError, match="step len returned int, not text"):
        pc.Pipeline(len)("abc")


def test_bytes_are_refused_by_name_with_the_way_out():
    with pytest.raises(TypeError, match=r"not bytes; paperclean\.read\(\)"):
        pc.clean(b"abc")
    for other in (pc.drop_invisibles, pc.line_roles, pc.find_columns):
        with pytest.raises(TypeError, match="not bytes"):
            other(b"abc")


def test_the_name_of_a_file_is_cleaned_with_a_warning():
    name = "archive/1949年/10/01.txt"
    for call in (pc.clean, lambda name: pc.trace(name).clean, lambda name: next(iter(pc.clean_many([name])))):
        with pytest.warns(UserWarning, match=r"a file's name; paperclean\.read\(\) reads the file"):
            assert call(name) == name
    for text in ("See the notes.txt", "消费需求进一步释放。", "a\nb.txt"):
        assert pc.clean(text) == text  # a warning would be an error


def test_something_that_is_no_step_is_refused():
    with pytest.raises(TypeError, match="a step is a function"):
        pc.Pipeline("drop_invisibles")


def test_what_is_no_step_cannot_be_left_out_and_is_no_pipeline():
    for wrong in (3, ["fold_punctuation"]):
        with pytest.raises(TypeError, match="a step to leave out is a function or its name"):
            pc.newspaper.without(wrong)
    with pytest.raises(TypeError, match="a pipeline is a step"):
        pc.trace("text", pipeline="fold_punctuation")


def test_a_name_that_no_step_has_cannot_be_left_out():
    for wrong in ("undo_mojibak", "", "fold_stray_script"):
        with pytest.raises(ValueError, match=f"no step '{wrong}' to leave out of Pipeline"):
            pc.newspaper.without(wrong)
        with pytest.raises(ValueError, match="no step"):
            pc.Pipeline(pc.newspaper, str.strip).without("strip", wrong)


def test_a_function_that_is_no_step_of_it_takes_nothing_out():
    assert pc.Pipeline(str.strip).without(pc.cut_fused_rows) == pc.Pipeline(str.strip)


def test_a_plan_whose_names_are_not_known_is_left_by_functions():
    chosen = [str.upper, str.strip]
    plan = partial(lambda steps, page, style: steps, chosen)
    plan.__name__ = "chosen"
    pipeline = pc.Pipeline(pc.Planned(plan))
    with pytest.raises(ValueError, match="no step 'upper'"):
        pipeline.without("upper")
    assert pipeline.without(str.upper)(" a ") == "a"


class Branch(str):
    """A text of a class of its own, as those of parsers are, which hold on to their tree."""

    __slots__ = ()


@pytest.mark.parametrize("text", ["海关总署公布。", "渊王丰冤", ""])
def test_a_text_of_a_subclass_comes_back_plain(text):
    branch = Branch(text)
    trace = pc.trace(branch)
    out = [trace.raw, trace.clean, pc.clean(branch), pc.drop_invisibles(branch), *pc.clean_many([branch])]
    assert [type(each) for each in out] == [str] * 5
    assert trace.raw == text
    assert trace.clean == pc.clean(text)


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "german"},
        {"script": "hans"},
        {"furniture": "delete"},
        {"furniture": None},
        {"script": []},
        {"fold_letters": "no"},
    ],
)
def test_a_style_that_does_not_exist_is_refused(wrong):
    with pytest.raises(ValueError, match="must be one of"):
        pc.Style(**wrong)
    for call in (pc.clean, pc.trace, pc.articles):
        with pytest.raises(TypeError, match=r"a style is a paperclean\.Style"):
            call("text", style=wrong)


def test_a_step_that_runs_twice_remarks_once():
    trace = pc.trace(
        "\x00记者锟斤拷报道\ufffd今天\ufffd"
    )  # the control is dropped, and so mojibake looked for again
    remarks = [(change.step, change.source) for change in trace.changes if change.kind == "remark"]
    assert sorted(remarks) == [
        ("drop_invisibles", ((8, 9),)),
        ("drop_invisibles", ((11, 12),)),
        ("undo_mojibake", ((3, 6),)),
    ]


def test_a_foreign_step_is_traced_by_comparison_and_marked():
    trace = pc.trace("ab\ncd", pipeline=pc.Pipeline(str.upper))
    assert trace.clean == "AB\nCD"
    assert not trace.is_exact
    assert trace.source(0, 1) == [(0, 1)]
    assert trace.replay() == trace.clean


def test_a_remark_changes_nothing_and_is_listed():
    @pc.rewrite
    def remark_on_replacement_characters(text):
        for at, c in enumerate(text):
            if c == "\ufffd":
                yield pc.Edit(at, at + 1, c, "lost in decoding")

    trace = pc.trace("a\ufffdb", pipeline=remark_on_replacement_characters)
    assert trace.clean == trace.raw
    assert [(c.kind, c.reason, c.source) for c in trace.changes] == [
        ("remark", "lost in decoding", ((1, 2),))
    ]


def test_a_moved_span_comes_from_several_places():
    trace = pc.trace("one\ntwo\nthree", pipeline=reverse_lines)
    assert trace.clean == "three\ntwo\none\n"
    assert trace.source(0, 9) == [(8, 13), (4, 7)]
    assert trace.target(0, 3) == [(10, 13)]


def test_text_that_was_moved_from_between_is_in_no_span():
    @pc.reorder
    def second_line_last(text):
        one, two, three = (pc.Span(at, at + 3) for at in (0, 4, 8))
        return [one, "\n", three, "\n", two]

    trace = pc.trace("one\ntwo\nsix", pipeline=second_line_last)
    assert trace.clean == "one\nsix\ntwo"
    assert trace.source(0, 7) == [(0, 3), (8, 11)]
    assert trace.target(0, 11) == [(0, 3), (8, 11), (4, 7)]
    assert trace.target(0, 7) == [(0, 3), (8, 11)]


def test_text_that_was_put_in_comes_from_one_empty_span():
    @pc.rewrite
    def part(text):
        for at in range(1, len(text)):
            yield pc.Edit(at, at, "--")

    trace = pc.trace("abc", pipeline=pc.Pipeline(part, reverse_lines, str.strip))
    assert trace.clean == "a--b--c"
    for start, end in ((1, 3), (2, 3), (4, 6), (2, 2)):
        (span,) = trace.source(start, end)
        assert span[0] == span[1]


def test_text_that_was_put_in_at_two_places_comes_from_one_empty_span():
    @pc.rewrite
    def mark_lines(text):
        for at in (0, text.index("\n") + 1):
            yield pc.Edit(at, at, "X")

    @pc.reorder
    def marks_first(text):  # Xa\nXb
        return [pc.Span(*span) for span in ((0, 1), (3, 4), (1, 2), (4, 5))]

    trace = pc.trace("a\nb", pipeline=pc.Pipeline(mark_lines, marks_first))
    assert trace.clean == "XXab"
    assert trace.source(0, 2) == [(0, 0)]
    assert trace.source(0, 4) == [(0, 1), (2, 3)]


def test_a_long_stretch_that_a_foreign_step_changed_is_one_change():
    trace = pc.trace("a" * 1_500, pipeline=str.upper)
    assert [change.source for change in trace.changes] == [((0, 1_500),)]
    assert trace.replay() == trace.clean


def test_every_plan_surveys_the_text_that_enters_its_stage():
    surveyed = []

    def notes(page, style):
        surveyed.append(page.text)
        return [str.upper] if page.text.islower() else []

    assert pc.Pipeline(pc.Planned(notes), str.strip, pc.Planned(notes))(" a ") == "A"
    assert surveyed == [" a ", "A"]


def test_pipelines_compare_by_their_steps():
    one = pc.Pipeline(partial(every_third_letter, to="z"), reverse_lines)
    assert one == pc.Pipeline(partial(every_third_letter, to="z"), reverse_lines)
    assert one != pc.Pipeline(partial(every_third_letter, to="y"), reverse_lines)
    assert one.without(every_third_letter) == pc.Pipeline(reverse_lines)
    assert one.without("reverse_lines") == pc.Pipeline(partial(every_third_letter, to="z"))
    assert pc.newspaper.without(pc.drop_invisibles)("\ufeffa") == "\ufeffa"


def test_pipelines_are_known_by_their_steps_wherever_they_nest():
    nested = pc.Pipeline(pc.newspaper, str.strip)
    assert len(nested) == 2
    assert hash(nested) == hash(pc.Pipeline(pc.newspaper, str.strip))
    _, second, *_ = pc.newspaper
    assert repr(second) == "Planned(characters)"
    assert hash(second) == hash([*pc.newspaper][1])
    assert second("\ufeff渊王丰冤") == "（王丰）"
    assert nested.without(pc.drop_invisibles)("\ufeffa ") == "\ufeffa"


def test_a_style_reaches_nested_plans_and_needs_one():
    nested = pc.Pipeline(pc.newspaper, str.strip)
    style = pc.Style(script="Hant")
    assert pc.trace(" 轉型记 ", pipeline=nested, style=pc.Style(script="Hans")).clean == "转型记"
    assert nested.with_style(style)(" 经济发展 ") == "經濟發展"
    for without_a_plan in (pc.drop_invisibles, pc.Pipeline(pc.Pipeline(pc.drop_invisibles))):
        with pytest.raises(TypeError, match="a style needs a Pipeline with a plan"):
            pc.trace("a", pipeline=without_a_plan, style=style)


@pytest.mark.parametrize("wrong", ["Hans", None, {"script": "Hans"}, pc.Style])
def test_what_is_no_style_is_refused_where_it_is_given(wrong):
    with pytest.raises(TypeError, match="the plan entities follows a Style, not "):
        pc.Pipeline(pc.newspaper, str.strip).with_style(wrong)
    if wrong is not None:
        for call in (pc.trace, pc.clean_many):
            with pytest.raises(TypeError, match="follows a Style"):
                call(["a"] if call is pc.clean_many else "a", pipeline=pc.newspaper, style=wrong)


def test_a_plan_without_a_style_follows_any():
    loud = pc.Pipeline(pc.Planned(lambda page, style: [str.upper] if style == "loud" else []))
    assert (loud("a"), loud.with_style("loud")("a")) == ("a", "A")


def test_spans_outside_are_refused():
    with pytest.raises(ValueError, match="not inside the clean text of 1 characters"):
        pc.trace("a").source(0, 2)
    for wrong in ((0, "1"), (0.0, 1.0), (None, 1)):
        with pytest.raises(TypeError, match="whole numbers"):
            pc.trace("a").target(*wrong)


@given(text=TEXTS, to=st.sampled_from(["", "x", "xy"]), data=st.data())
def test_offsets_of_random_compositions(text, to, data):
    """Bounds, order and copied characters hold for edits, moves and edits after moves."""
    step = pc.Pipeline(partial(every_third_letter, to=to), reverse_lines, pc.drop_invisibles)
    trace = trace_step(step, text)
    assert trace.replay() == trace.clean
    start = data.draw(st.integers(0, len(trace.clean)))
    end = data.draw(st.integers(start, len(trace.clean)))
    for a, b in trace.source(start, end):
        assert 0 <= a <= b <= len(text)
