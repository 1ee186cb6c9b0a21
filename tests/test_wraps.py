"""Lines joined: pages set in columns come back, roles agree with joins, and no text takes more than linear time."""

from __future__ import annotations

import json
import random
import textwrap
import time
from pathlib import Path

import pytest

import paperclean as pc
from paperclean.lines import chinese, column_widths, latin
from paperclean.lines.association import dissociation
from paperclean.lines.chinese_set_apart import chinese_lines_set_apart
from paperclean.lines.divided_widths import as_printed
from paperclean.lines.habits import CHINESE, LATIN
from paperclean.lines.latin import end_classes, opening_classes
from paperclean.lines.lists import is_list
from paperclean.lines.measures import measured
from paperclean.lines.printed import Lines, printed_lines
from paperclean.lines.ragged_rows import ragged_rows
from paperclean.lines.typefaces import ANTIQUA, FRAKTUR, typeface, widths
from paperclean.lines.wraps import SECTION, line_roles
from strategies.pages import made_page

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "seed" / "page.txt"
SHARED = Path(__file__).resolve().parents[2] / "shared"
SEED = SHARED / "corpus" / "seed"


def breaks(output: str) -> set[int]:
    """How many printed characters stand before each line end."""
    found, printed = set(), 0
    for line in output.split("\n"):
        printed += len("".join(line.split()))
        found.add(printed)
    return found


@pytest.mark.parametrize("blank_lines", [0, 1])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_pages_set_in_columns_come_back(indent, blank_lines):
    right = wrong = missed = 0
    for seed in range(12):
        page = made_page(seed)
        have = breaks(pc.join_wrapped_lines(page.text(indent=indent, blank_lines=blank_lines)))
        want = breaks(page.printed)
        right, wrong, missed = right + len(have & want), wrong + len(have - want), missed + len(want - have)
    assert 2 * right / (2 * right + wrong + missed) > 0.96


@pytest.mark.parametrize("seed", range(6))
def test_a_page_of_whole_paragraphs_is_left_alone(seed):
    printed = made_page(seed).printed
    assert pc.join_wrapped_lines(printed) == printed


def test_a_text_longer_than_a_section_is_joined_as_its_pages_are():
    pages = [made_page(seed) for seed in range(12)]
    rounds = 1 + 2 * SECTION // sum(len(page.text()) for page in pages)
    text = "\n".join(page.text() for page in pages * rounds)
    assert len(text) > 2 * SECTION
    have = breaks(pc.join_wrapped_lines(text))
    want = breaks("\n".join(page.printed for page in pages * rounds))
    assert 2 * len(have & want) / (len(have) + len(want)) > 0.96


@pytest.mark.parametrize(
    "missing", range(3)
)  # lines of the first paragraph, so that sections end at each of its lines
def test_blank_lines_come_between_all_blocks_of_every_section(missing):
    lines = [
        "中央和地方政府出台了一系列帮扶",
        "政策，降低企业负担、促进复工复产，",
        "加快清关和检验，货物快速到达。",
    ]
    paragraph = "\n\n".join(lines)  # a blank line after each of its lines, none behind it
    count = 1 + 2 * SECTION // len(paragraph)
    text = "\n".join(["\n\n".join(lines[missing:]), *[paragraph] * count])
    assert len(text) > 2 * SECTION
    first, *others = pc.join_wrapped_lines(text).split("\n\n")
    assert first == "".join(lines[missing:])
    assert others == ["".join(lines)] * count


def test_only_white_space_changes():
    page = made_page(3)
    text = page.text(blank_lines=1)
    assert "".join(pc.join_wrapped_lines(text).split()) == "".join(text.split())


@pytest.mark.parametrize("seed", range(4))
def test_roles_tell_what_is_joined(seed):
    text = made_page(seed).text()
    output = pc.join_wrapped_lines(text)
    roles = line_roles(text)
    assert [text[r.start : r.end] for r in roles] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]
    assert all(0.5 <= r.confidence <= 1 for r in roles)
    blocks = sum(r.role in {"last", "single", "display"} for r in roles)
    assert (
        abs(blocks - len([line for line in output.split("\n") if line])) <= 2
    )  # roles look once, the step again


def test_every_join_tells_how_sure_it_is():
    trace = pc.trace(made_page(1).text(), pipeline=pc.Pipeline(pc.join_wrapped_lines))
    assert trace.changes
    assert all(change.reason and 0.5 <= change.confidence <= 1 for change in trace.changes)


@pytest.mark.parametrize(
    "text",
    [
        "海关加快清关检验\n" * 20_000,
        "word and another word\n" * 20_000,
        "\n" * 1_000_000,
        "字" * 1_000_000,
        "（\n" * 20_000,
        ("a" * 100 + "\n") * 10_000,
    ],
    ids=["Chinese", "English", "empty", "one line", "brackets", "long words"],
)
def test_a_long_text_takes_linear_time(text):
    begin = time.process_time()
    pc.join_wrapped_lines(text[: len(text) // 8])
    middle = time.process_time()
    pc.join_wrapped_lines(text)
    assert time.process_time() - middle < 16 * (middle - begin) + 0.3


@pytest.mark.skipif(not SEED.is_dir(), reason="the founding page's answers are not at hand")
def test_the_founding_page_has_its_paragraphs():
    page = (SEED / "page.txt").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in (SEED / "lines.jsonl").read_text(encoding="utf-8").splitlines()]
    output = set(pc.join_wrapped_lines(page).split("\n"))
    paragraph, right, printed = "", 0, 0
    source = [line.strip() for line in page.split("\n") if line.strip()]
    for line, text in zip(lines, source, strict=True):
        if line["role"] in {"first", "middle", "last"}:
            paragraph += text
        if line["role"] == "last":
            printed += 1
            right += paragraph in output
            paragraph = ""
    assert (right, printed) == (93, 93)


def test_lines_without_a_divided_word_keep_their_widths():
    """A stretch of a page may know no divided word though another does."""
    texts = ["Der Gemeinderat hat beschlossen", "die Leitung bis zum Bahnhof", "fortzuführen."]
    printed = widths(texts, FRAKTUR)
    assert as_printed(texts, printed, [0, 0, 0], LATIN, FRAKTUR)[0] == printed


@pytest.mark.parametrize(
    ("page", "clean"),
    [
        (
            "The well-\nknown author re-\nentered the co-\noperative.",
            "The well-known author reentered the cooperative.",
        ),
        ("Ein Ge-\ndanke – und Bin-\ndestriche sind es.", "Ein Gedanke – und Bindestriche sind es."),
        (
            "Sie wollen nur reden und nicht han-\ndeln . Doch wohl denen im Rate.",
            "Sie wollen nur reden und nicht handeln . Doch wohl denen im Rate.",
        ),
    ],
)
def test_line_ends_inside_words_are_joined_and_leave_no_spaces(page, clean):
    assert pc.clean(page) == clean


@pytest.mark.parametrize("pads", [(2, 2, 2), (6, 3, 5)], ids=["Markdown", "to one width"])
def test_spaces_that_pad_a_few_lines_are_no_part_of_a_word(pads):
    texts = ["Roses are red,", "Violets are blue,", "Sugar is sweet,"]
    page = "\n".join(text + " " * pad for text, pad in zip(texts, pads, strict=True)) + "\nAnd so are you."
    assert pc.clean(page) == page


TEXT = (
    "Der Gemeinderat hat in seiner letzten Sitzung beschlossen, die Leitung bis zum Bahnhof fortzuführen und den "
    "Bauern der Umgegend zu möglichst billigen Preisen Strom abzugeben, damit auch sie sich dieser Einrichtung zum "
    "Besten ihrer Güter bedienen können. Schüler, welche sich rechtzeitig melden, erhalten Ermäßigung."
)


def column_set_in(face: bytes, width: int = 36) -> list[str]:
    """Forty lines as wide as a column of *width* units."""
    chance = random.Random(1)
    lines = []
    while len(lines) < 40:
        line = " ".join(chance.sample(TEXT.split(), chance.randint(4, 9)))
        if abs(widths([line], face)[0] - width) < 0.5:
            lines.append(line)
    return lines


@pytest.mark.parametrize(("width", "is_break"), [(39, False), (44, True)])
def test_a_slightly_wider_column_ends_no_paragraph(width, is_break):
    before = [line.rstrip(".,") for line in column_set_in(FRAKTUR)]
    before[-1] += "."
    roles = line_roles("\n".join(before + column_set_in(FRAKTUR, width)))
    assert (roles[len(before) - 1].role == "last") == is_break


@pytest.mark.parametrize("face", [FRAKTUR, ANTIQUA])
def test_the_typeface_is_the_one_that_fills_the_column(face):
    lines = column_set_in(face)
    assert typeface(lines) == (face, widths(lines, face))


def test_only_german_is_set_in_fraktur():
    assert typeface(["the council of the county", "such a church", "each of the"])[0] is ANTIQUA


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("wolle in den Wald und vielleicht auch weiter. —", latin.SENTENCE_END),
        ("bei der Expedition Fr. 22.—", latin.SENTENCE_END),
        ("und die Sitzung —", latin.NO_MARK),
        ("von Reimar Hobbing 1927.", latin.SENTENCE_END),
        ("in der Nacht vom 27.", latin.ABBREVIATION),
        ("vor dem Gemeinderat erschien die Fr.", latin.ABBREVIATION),
        ("für das gleiche Jahr einen Beitrag von 600 Fr.", latin.SENTENCE_END),
        ("und zwar am 3. d.", latin.ABBREVIATION),
        ("Sydney, Oct. 11.", latin.SENTENCE_END),
        ("Old Boys 0.", latin.SENTENCE_END),
        ("the engineers stayed at the", latin.LEADS_ON),
        ("die Erhöhung der Subvention von", latin.LEADS_ON),
        ("und der Minister tritt ab", latin.NO_MARK),
        ("« Nous avons examiné les comptes, dit-il. »", latin.QUOTED_END),
        ("et l'on n'en parla plus…", latin.SENTENCE_END),
    ],
)
def test_a_line_end_that_may_end_a_sentence(line, end):
    assert latin.end_classes([line]) == [end]


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("贸易增长。", chinese.SENTENCE_END),
        ("贸易增长.", chinese.SENTENCE_END),
        ("贸易增长．", chinese.SENTENCE_END),
        ("贸易增长!”", chinese.QUOTED_END),
        ("贸易增长.)", chinese.QUOTED_END),
        ("贸易增长”", chinese.CLOSING),
        ("贸易增长33.", chinese.NO_MARK),  # 33.|4%
        ("贸易增长,", chinese.COMMA),
    ],
)
def test_a_chinese_line_end_whatever_script_its_mark_is_of(line, end):
    assert chinese.end_classes(Lines([line])) == [end]


@pytest.mark.parametrize(
    ("line", "opening"),
    [
        ("Berlin, 14. Mai. Der Reichstag", latin.DATELINE),
        ("Dienstag, den 18. Juli, im Saale", latin.CAPITALIZED),
        ("Monday, March 3, in the great hall", latin.CAPITALIZED),
        ("Frankfurt. Die Schützengesellschaft", latin.NAME),
        ("Mr. Hume said that he", latin.NAME),
        ("b) Die Divisionstruppen", latin.NUMBERED),
        ("— Man schreibt aus Paris", latin.NUMBERED),
        ("— weshalb man ihn, um dieses", latin.LOWER_CASE),
        ("-- Oui, dit le maire", latin.NUMBERED),
        ("-- weshalb man ihn, um dieses", latin.LOWER_CASE),
        ("• Het herstel van de brug", latin.NUMBERED),
        ("•patible with justice", latin.OTHER),
        ("IV. Von den Steuern", latin.NUMBERED),
        ("2° un projet de loi", latin.NUMBERED),
        ("13.50 Fr. das Stück", latin.DIGIT),
        ("« qui n'avait rien vu", latin.LOWER_CASE),
        ("'s Avonds kwam een bode", latin.CAPITALIZED),
        ("'s-Gravenhage, 3 Maart. De", latin.DATELINE),
        ("Paris, 1er mars. On", latin.DATELINE),
    ],
)
def test_how_a_line_opens(line, opening):
    assert latin.opening_classes([line]) == [opening]


def test_a_mark_repeated_before_each_line_quoted_opens_nothing():
    lines = [
        "« La neige est tombée.",
        "» Les chemins sont coupés.",
        "» On craint pour le pain. »",
        "« Oui. »",
    ]
    assert latin.opening_classes(lines) == [latin.QUOTE, latin.CAPITALIZED, latin.CAPITALIZED, latin.QUOTE]


@pytest.mark.parametrize("end", "，的是不")
def test_what_a_number_follows_tells_of_no_break(end):
    lines = printed_lines(f"政府出台了政策。一系列帮扶{end}\n12月起海关加快清关。")
    assert dissociation(measured(lines), [0]) == [CHINESE.association_offset]


def test_headings_over_a_sentence_are_no_column():
    headings = (
        "省长就东部山区客运列车脱轨相撞事故向邻省省长致慰问电\n"
        "李省长向医院院长致慰问电\n"
        "1月20日，省长就东部山区客运列车脱轨相撞事故向邻省省长费海明先生致慰问电。"
    )
    column = "省长表示，惊悉东部山区不幸发生客运\n列车与货车相撞事故，造成重大人员伤亡\n。他向医院致慰问电。"
    assert is_list(measured(printed_lines(headings)), [0, 1])
    assert not is_list(measured(printed_lines(column)), [0, 1])


def test_a_block_of_one_column_comes_out_as_if_each_of_its_lines_were_looked_at(monkeypatch):
    pages = [EXAMPLE.read_text(encoding="utf-8"), *(made_page(seed).text() for seed in range(12))]
    at_once = [*map(pc.join_wrapped_lines, pages)]
    monkeypatch.setattr(column_widths, "LEAST_GAIN", -1e9)
    assert [*map(pc.join_wrapped_lines, pages)] == at_once
    monkeypatch.setattr(column_widths, "LEAST_GAIN", 1e9)
    assert [*map(pc.join_wrapped_lines, pages)] != at_once


@pytest.mark.parametrize(
    ("line", "following", "is_alone"),
    [
        ("本报讯（记者王丰）", "今年的书展昨天在文", False),
        ("本报讯（记者王丰）", "今年的书展昨天在文化中心开幕，三百家", True),
        ("【大公報訊】", "今年的書展昨天在文化", True),
        ("采写：王丰", "今年的书展昨天", True),
        ("下转A3版", "今年的书展昨天", True),
        ("（王丰）", "今年的书展昨天", False),
        ("记者，王丰", "今年的书展昨天", False),
    ],
)
def test_chinese_lines_that_stand_alone(line, following, is_alone):
    lines = printed_lines(f"水厂明年供水。\n{line}\n{following}")
    page = "\n" + "\n".join(lines.texts)
    assert chinese_lines_set_apart(lines, page, chinese.end_classes(lines)).alone == [1] * is_alone


RAGGED = [
    (
        "The harbour board met on Monday to hear why the second dock, begun nine years ago and twice as dear as "
        "the first, still holds no water. Its engineer said that the clay had moved."
    ),
    (
        "The members asked how much had been spent, and were told to wait. The books would be laid before them "
        "when the clerk returns to his desk. Meanwhile the ships lie in the roads and pay for lighters. The "
        "merchants have written once more to the minister."
    ),
    (
        "Nobody knew who had written the letter. Those who read it said that it must have come from the north, "
        "where the snow lay deep and the mails were late. The mayor answered that he would not wait for a second "
        "one. He went home."
    ),
    (
        "A week later the schools were opened again and the market was held as usual. The price of bread had "
        "doubled. His daughter wrote to the paper that the story was not true, and asked to be left alone."
    ),
]


@pytest.mark.parametrize("width", range(28, 60, 3))
def test_spaces_at_line_ends_go_on_where_no_paragraph_ends_with_one(width):
    stories = RAGGED * 2
    lines = [" \n".join(textwrap.wrap(text, width)) for text in stories]
    assert pc.join_wrapped_lines("\n".join(lines)) == "\n".join(stories)
    # A line whose words stand far apart, each on a line of its own, and a headline
    parted = [text.replace("why the second dock", "why \nthe \nsecond \ndock") for text in lines]
    parted[1] = parted[1].replace("spent, \n", "spent, ").replace("spent, ", "spent—\n")
    stories = [stories[0], stories[1].replace("spent, ", "spent—"), *stories[2:]]
    page = "\n".join(["Still no water in the second", "dock, says engineer", *parted])
    out = pc.join_wrapped_lines(page).split("\n")
    assert out[-len(stories) :] == stories


@pytest.mark.parametrize("width", range(28, 60, 3))
def test_spaces_at_all_line_ends_tell_nothing(width):
    page = "\n".join(line for text in RAGGED * 2 for line in textwrap.wrap(text, width))
    spaced = page.replace("\n", " \n") + " "
    out = [[line.rstrip() for line in pc.join_wrapped_lines(text).split("\n")] for text in (page, spaced)]
    assert out[0] == out[1]


@pytest.mark.parametrize("blank_lines", [2, 3])
def test_more_blank_lines_part_paragraphs_where_one_stands_after_each_line(blank_lines):
    for width in range(28, 60):
        page = ("\n" * (blank_lines + 1)).join("\n\n".join(textwrap.wrap(text, width)) for text in RAGGED)
        assert pc.join_wrapped_lines(page) == ("\n" * (blank_lines + 1)).join(RAGGED)


@pytest.mark.parametrize(
    ("indent", "between", "most"),
    [("", "\n\n", 0), ("   ", "\n", 2), ("", "\n", 16)],  # without a mark the room for the next word tells
)
def test_ragged_lines_come_back_best_where_paragraphs_are_marked(indent, between, most):
    wrong = 0
    for width in range(28, 60):
        page = between.join(textwrap.fill(paragraph, width, initial_indent=indent) for paragraph in RAGGED)
        wrong += pc.join_wrapped_lines(page) != between.join(indent + paragraph for paragraph in RAGGED)
    assert wrong <= most


def test_rows_set_apart_by_blank_lines_end_where_none_parts_the_lines():
    rows = [
        "Newcomers welcome—page 12",
        "Bursar is chosen—page 3",
        "War of gramophones—page 9",
        "Football foretold—page 21",
    ]
    heads = ["Beer to be forbidden on the college green", "By THOMAS HARDWICK"]
    text = [
        "A shift of policy toward",
        "the use of ale and wine has made",
        "the supper in the hall a thing of the past.",
    ]
    page = printed_lines("\n\n".join([*rows, *heads, "\n".join(text)]))
    found = [*ragged_rows(page, end_classes(page.texts), opening_classes(page.texts))]
    assert found
    assert max(found) <= len(rows + heads)


def test_a_heading_in_capitals_with_a_hyphen_for_its_dash_opens_a_paragraph():
    page = """the end of which business there were found to
be one hundred names on the roll, being an in-
crease of one name since last revision day.
MINERALS.-The mania for mines appears to
have affected some of the worthy folk in this
neighbourhood, who were lately shown a piece
of copper smelted from some ore said to have
been found by a shepherd at the back of a hill.
WEATHER. - The drought has come to an end,
and the rivers have risen to such a height that
the mail could not cross for two days together.
"""
    assert [line.split()[0] for line in pc.clean(page).splitlines()] == ["the", "MINERALS.-The", "WEATHER."]
