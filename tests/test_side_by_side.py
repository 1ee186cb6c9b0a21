"""Pages set in columns by program come back line by line; pages of one column come back as they were."""

from __future__ import annotations

import json
import math
import random
import textwrap
import time
from dataclasses import replace
from itertools import chain, zip_longest
from pathlib import Path

import pytest

import paperclean as pc
from paperclean.cli.columns import draw_columns
from paperclean.columns.costs import full_line
from paperclean.columns.cuts import Around, Cut, Cutter, Piece, Sequel
from paperclean.columns.edges import edges_of
from paperclean.columns.evidence import share_of_running_columns
from paperclean.columns.gaps import Gaps
from paperclean.columns.grid import grid_of
from paperclean.columns.hung import with_hung_marks
from paperclean.columns.inferred import widened
from paperclean.columns.justified import gutters_alone, padded
from paperclean.columns.layout import Layout, around
from paperclean.columns.letters import in_print
from paperclean.columns.measure import Column, Run, Usual, columns_in, columns_of, full_length
from paperclean.columns.order import Block, Line, Rule, blocks_of, in_reading_order
from paperclean.columns.page_pairs import PagePairs
from paperclean.columns.rhythm import Rhythm
from paperclean.columns.rows import Row, rows_of
from paperclean.columns.sequels import sequels
from paperclean.columns.tabs import stops_of
from paperclean.statistics.words import word_association
from strategies.latin import filled_up
from strategies.prose import GERMAN, HAN, MORE, STORY, VINEYARD

SHARED = Path(__file__).parents[2] / "shared" / "corpus" / "dev"


def cut_row(row: Row, columns: list[Column], around: Around | None = None, before: float = math.inf) -> Cut:
    return Cutter(row, columns).cut(columns, around, before)


def set_page(columns: list[list[str]], width: int, gutter: int, *, wide: bool) -> str:
    rows = []
    for number in range(max(map(len, columns))):
        row = ""
        for lines in columns:
            line = lines[number] if number < len(lines) else ""
            row += line + " " * (width + gutter - len(line) * (2 if wide else 1))
        rows.append(row.rstrip())
    return "\n".join(rows)


def lines_of(text: str, width: int, *, wide: bool) -> list[str]:
    if wide:
        return [text[i : i + width // 2] for i in range(0, len(text), width // 2)]
    return textwrap.wrap(text, width)


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("gutter", [2, 3, 5])
@pytest.mark.parametrize("count", [2, 3, 5])
def test_a_page_set_in_columns_comes_back_column_by_column(count, gutter, wide):
    rng = random.Random(count * 10 + gutter)
    columns = []
    for _ in range(count):
        start = rng.randrange(200) if not wide else rng.randrange(80)
        text = ((STORY if not wide else HAN) * 3)[start : start + (700 if not wide else 260)].strip()
        paragraphs = [text[: len(text) // 3], text[len(text) // 3 :]]
        columns.append([line for p in paragraphs for line in lines_of(p.strip(), 32, wide=wide)])
    page = set_page(columns, 32, gutter, wide=wide)
    out = [line.strip() for line in pc.split_columns(page).split("\n") if line.strip()]
    assert out == [line for lines in columns for line in lines]
    assert len(pc.find_columns(page)) == count


@pytest.mark.parametrize("gutter", [1, 2, 4])
def test_columns_aligned_by_characters_come_back_as_those_aligned_by_cells(gutter):
    """As pdfplumber and pypdf lay out Chinese pages: a line of digits has more characters in the same width."""
    story = "".join(
        f"{sentence}{number * 7919 % 9000 + 1000}" for number, sentence in enumerate(HAN.split("船"))
    )
    columns = [
        [line for line, _ in zip(_filled(story[start:] + story * 3, 16), range(30), strict=False)]
        for start in (0, 31, 77)
    ]
    width = max(len(line) for lines in columns for line in lines)
    page = "\n".join(
        "".join(line.ljust(width + gutter) for line in row).rstrip() for row in zip(*columns, strict=True)
    )
    out = [line.strip() for line in pc.split_columns(page).split("\n") if line.strip()]
    assert out == [line for lines in columns for line in lines]
    found = pc.find_columns(page)
    assert [(column.left, column.by_character) for column in found] == [
        (place * (width + gutter), True) for place in range(3)
    ]


def _filled(text: str, ems: float) -> list[str]:
    """Lines of *text*, of which digits are half an em wide."""
    lines, room = [""], ems
    for character in text:
        room -= 0.5 if character.isdigit() else 1
        if room < 0:
            lines.append("")
            room = ems - 1
        lines[-1] += character
    return lines


def test_lines_alone_in_their_rows_tell_how_chinese_columns_are_aligned():
    """By characters the second column starts with the ninth everywhere; by cells it does only where it stands alone."""
    left, right = (textwrap.wrap(HAN[start:] + HAN[:start], 8) for start in (0, 60))
    rows = [
        f"{one}  {other}" if number % 3 else f"{one}\n{' ' * 10}{other}"
        for number, (one, other) in enumerate(zip(left, right, strict=True))
    ]
    assert grid_of("\n".join(rows)).by_character


def test_columns_may_be_read_from_the_right():
    columns = [lines_of(HAN * 2, 28, wide=True), lines_of(HAN[40:] * 2, 28, wide=True)]
    page = set_page(columns, 28, 4, wide=True)
    out = pc.split_columns(page, right_to_left=True).replace("\n\n", "\n").split("\n")
    assert out == columns[1] + columns[0]


@pytest.mark.parametrize("width", range(24, 100, 7))
def test_one_column_at_any_width_stays_also_filled_up_with_blanks(width):
    lines = textwrap.wrap(STORY * 3, width)
    for page in ("\n".join(lines), "\n".join(_flush_right(lines, width, random.Random(width)))):
        assert pc.split_columns(page) == page
        assert pc.find_columns(page) == []


def _flush_right(lines: list[str], width: int, rng: random.Random) -> list[str]:
    """*lines* filled up to *width* cells with blanks between their words."""
    filled = []
    for line in lines:
        words = line.split(" ")
        gaps = [1] * (len(words) - 1)
        for _ in range(width - len(line) if gaps else 0):
            gaps[rng.randrange(len(gaps))] += 1
        filled.append("".join(w + " " * g for w, g in zip(words, [*gaps, 0], strict=True)))
    return filled


@pytest.mark.parametrize("width", [36, 44, 52])
def test_columns_filled_up_with_blanks_come_apart_at_their_wider_gutters(width):
    rng = random.Random(width)
    columns = [textwrap.wrap((STORY * 4)[start:], width - 4)[:30] for start in (0, 40, 90)]
    page = set_page([[filled_up(line, width) for line in lines] for lines in columns], width, 9, wide=False)
    assert padded(page, rows_of(page))
    out = [line.split() for line in pc.split_columns(page).split("\n") if line]
    assert out == [line.split() for lines in columns for line in lines]
    assert "  " not in pc.split_columns(page)
    tables = set_page([["Oats  33s", "Rye  27s"] * 6] * 2, width, 9, wide=False)
    prose = "\n".join(_flush_right(textwrap.wrap(STORY * 3, width), width, rng) * 4)
    assert gutters_alone(rows_of(f"{prose}\n{tables}")) == []


def test_a_single_blank_parts_chinese_columns_beside_a_box_of_wider_ones():
    rng = random.Random(3)
    columns = [lines_of((HAN * 3)[start:], 18, wide=True)[:24] for start in (0, 33, 71, 104)]
    for lines in columns:  # where paragraphs end
        for at in range(rng.randint(1, 3), 24, 6):
            lines[at] = lines[at][: rng.randint(2, 7)]
    left, inner, *right = columns
    box = lines_of(HAN[17:] * 2, 32, wide=True)[:10]
    rows = set_page(columns, 18, 1, wide=True).split("\n")
    beside = set_page(right, 18, 1, wide=True).split("\n")
    rows[7:17] = [f"  {line}    {row}" for line, row in zip(box, beside[7:17], strict=True)]
    out = [line.strip() for line in pc.split_columns("\n".join(rows)).split("\n") if line]
    assert out == [*left[:7], *inner[:7], *box, *left[17:], *inner[17:], *chain(*right)]


def test_one_tab_between_two_columns_leads_to_the_next_column():
    columns = [textwrap.wrap((STORY * 3)[start:], 30)[: 30 - start % 7] for start in (0, 40, 90, 136)]
    page = "\n".join("\t".join(row).rstrip() for row in zip_longest(*columns, fillvalue=""))
    assert [line for line in pc.split_columns(page).split("\n") if line] == [*chain(*columns)]
    left = [column.left for column in pc.find_columns(page)]
    assert len(left) == 4
    assert left == sorted(set(left))
    assert draw_columns(page).split("\n")[1].count("┌") == 4


def test_tabs_that_fill_gutters_up_lead_to_every_eighth_cell():
    columns = [lines_of((HAN * 3)[start:], 26, wide=True)[:24] for start in (0, 33, 71)]
    columns = [
        ["　　" + line[:-2] if at % 5 == 0 else line for at, line in enumerate(lines)] for lines in columns
    ]
    page = "\n".join("\t".join(row) for row in zip(*columns, strict=True))
    assert stops_of(page, lambda field: 2 * len(field)) == ()
    out = [line.strip() for line in pc.split_columns(page).split("\n") if line]
    assert out == [line.strip() for line in chain(*columns)]


def test_cells_of_a_table_parted_by_tabs_stay():
    words = STORY.split()
    rng = random.Random(1)
    rows = []
    for _ in range(40):
        cells = [rng.randrange(80) for _ in range(3)]
        rows.append("\t".join(" ".join(words[cell : cell + rng.randint(1, 6)]) for cell in cells))
    assert pc.split_columns("\n".join(rows)) == "\n".join(rows)


def test_a_headline_over_all_columns_comes_first():
    columns = [textwrap.wrap(STORY[i:] + STORY, 30) for i in (0, 40, 90)]
    headline = "Still no water in the second dock, says the board's engineer"
    page = " " * 15 + headline + "\n\n" + set_page(columns, 30, 4, wide=False)
    out = pc.split_columns(page)
    assert out.strip().startswith(headline)
    assert out.strip().split("\n")[2] == columns[0][0]


@pytest.mark.parametrize("width", range(26, 42, 2))
def test_a_paragraph_runs_on_to_a_head_that_opens_with_a_name(width):
    lines = textwrap.wrap(STORY * 2, width)
    half = len(lines) // 2
    lines[half - 1] = "and the merchants who own them wrote to"[:width].rpartition(" ")[0]
    lines[half] = "Monday to hear why the second dock is dear"[:width].rpartition(" ")[0]
    page = set_page([lines[:half], lines[half:]], width, 4, wide=False)
    assert f"{lines[half - 1]}\n{lines[half]}\n" in pc.split_columns(page)


def test_a_paragraph_that_runs_from_foot_to_head_is_one_block():
    lines = textwrap.wrap(STORY * 2, 30)
    half = len(lines) // 2
    while lines[half - 1][-1] in ".," or len(lines[half - 1]) < 26 or not lines[half][0].islower():
        half += 1
    out = pc.split_columns(set_page([lines[:half], lines[half:]], 30, 4, wide=False))
    assert f"{lines[half - 1]}\n{lines[half]}" in out


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus is not at hand")
@pytest.mark.parametrize("name", ["set_zh-Hans", "set_zh-Hant", "set_en"])
def test_pages_of_the_corpus_come_back_in_order(name):
    with (SHARED / "columns" / f"{name}.jsonl").open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream][:6]
    for row in rows:
        out = ["".join(line.split()) for line in pc.split_columns(row["layout_text"]).split("\n")]
        out = [line for line in out if line]
        for region in row["regions"]:
            lines = ["".join(line.split()) for line in region]
            size = len(lines)
            assert any(out[at : at + size] == lines for at, line in enumerate(out) if line == lines[0])


@pytest.mark.parametrize(
    "page",
    [
        ("word " * 5_000 + "   gap\n") * 8,
        ("a   b" * 5_000 + "\n") * 8,
        "left side words    right side words\n" * 5_000,
        "\n".join(" " * (i % 90) + "aaa bbb" + " " * (3 + i % 7) + "ccc ddd eee-" for i in range(4_000)),
    ],
    ids=["long lines", "many gaps", "many rows", "wandering"],
)
def test_odd_pages_take_linear_time_and_keep_every_character(page):
    start = time.process_time()
    out = pc.split_columns(page)
    assert sorted("".join(out.split())) == sorted("".join(page.split()))
    assert time.process_time() - start < 15


CHINESE = (
    "港务局星期一开会，听取汇报：第二船坞开工已经九年，造价是第一船坞的两倍，至今仍然不能使用。工程师说，东墙下面的黏土在"
    "冬天移动了，从国外订购的水泵迟迟没有运到，谁也不能作出保证。委员们听了报告，询问已经花费多少经费，答复是账目要等生病的"
    "职员回来以后才能提交大会审查。与此同时，船只停泊在港外，货主们不得不雇用驳船，并且再次写信给部长。"
)


@pytest.mark.parametrize("story", [GERMAN, CHINESE])
@pytest.mark.parametrize("count", [2, 3])
def test_clean_joins_a_paragraph_that_runs_on_from_the_foot_of_a_column(story, count):
    wide = story is CHINESE
    lines = lines_of(story, 28 if wide else 32, wide=wide)
    deep = -(-len(lines) // count)
    columns = [lines[at : at + deep] for at in range(0, len(lines), deep)]
    assert pc.clean(set_page(columns, 32, 3, wide=wide)) == story


def test_a_divided_word_ends_a_full_line():
    row = rows_of("zum Angriff übergehen werden. Man Jagdflugzeuge, Schnellbomber und Langstrecken-")[0]
    columns = [Column(0, 46.0, False), Column(48, 46.0, True)]
    _, pieces = cut_row(row, columns)
    assert [(piece.first, piece.last) for piece in pieces] == [(0, 5), (5, 9)]


def test_lines_set_close_in_wide_columns_come_apart():
    story = STORY * 2
    columns = [
        [
            story[at : at + 35].strip() + "-" * story[at + 34 : at + 36].isalpha()
            for at in range(start, start + 480, 35)
        ]
        for start in (7, 177, 333)
    ]
    rows = [
        f"{left} {middle}".ljust(108) + right if number % 26 < 18 else f"{left:54}{middle:54}{right}"
        for number, (left, middle, right) in enumerate(zip(*(c * 6 for c in columns), strict=False))
    ]
    out = pc.split_columns("\n".join(rows)).split("\n")
    printed = {line for column in columns for line in column}
    assert sum(line.strip() in printed for line in out if line.strip()) == len(rows) * 3


def test_lines_without_a_divided_word_tell_how_long_a_full_line_is_where_columns_are_wider():
    columns = [textwrap.wrap((STORY * 3)[at:], 44) for at in (0, 57, 211)]
    rows = [
        f"{left} {middle}".ljust(120) + right if number % 3 == 2 else f"{left:60}{middle:60}{right}"
        for number, (left, middle, right) in enumerate(zip(*columns, strict=False))
    ]
    measured = columns_of(rows_of("\n".join(rows)), 44.0)
    assert all(column.full < 47 for found in measured for column in found)


def test_short_lines_of_any_length_do_not_hide_how_long_full_lines_are():
    short = [f"{'x' * (20 + at % 13)}      y" for at in range(60)]
    divided = [f"{'x' * (53 + at % 9)}-" for at in range(20)]
    length = full_length(rows_of("\n".join(short + divided)))
    assert length is not None
    assert 54 <= length <= 62


def test_a_last_column_that_few_rows_reach_is_a_column():
    lines = textwrap.wrap(STORY * 3, 44)
    rows = [
        f"{left:48}{middle} {right}" if number % 9 > 6 else f"{left:48}{middle}"
        for number, (left, middle, right) in enumerate(zip(lines, lines[7:], lines[13:], strict=False))
    ]
    measured = columns_of(rows_of("\n".join(rows)), 44.0)
    assert all(len(found) == 3 for found in measured)


def test_a_first_column_of_few_lines_is_a_column():
    lines = textwrap.wrap(STORY * 3, 44)
    few = [" " * (number % 7 * 2) + "The Ship" if number % 6 == 2 else "" for number in range(30)]
    page = [
        f"{left:50}{middle:48}{right}" for left, middle, right in zip(few, lines, lines[7:], strict=False)
    ]
    measured = columns_of(rows_of("\n".join(page)), 44.0)
    assert all(len(found) == 3 for found in measured)


def test_tables_of_running_words_are_seldom_taken_for_columns():
    words = (STORY + GERMAN).split()
    split = 0
    for seed in range(60):
        chance = random.Random(seed)
        width = chance.randint(20, 28)
        rows = [
            "".join(
                " ".join(chance.choices(words, k=chance.randint(1, 4)))[: width - 3].ljust(width)
                for _ in range(3)
            )
            for _ in range(30)
        ]
        page = "\n".join(row.rstrip() for row in rows)
        split += pc.split_columns(page) != page
    assert split <= 1  # 8 if only what stands beside a line told, not what follows it in the row below


def test_a_line_far_before_all_columns_belongs_to_the_nearest():
    columns = [Column(84, 60.0, False), Column(157, 30.0, False), Column(235, 60.0, False)]
    row = rows_of(" " * 24 + "The fine Oak-built Ship OTHELLO" + " " * 40 + "of sale, and in the")[0]
    assert cut_row(row, columns)[1][0].column == 0


def test_a_blank_in_chinese_parts_columns_even_where_no_edge_is():
    columns = [Column(0, 24.0, False), Column(22, 24.0, False)]
    row = rows_of("海关加快  消费需求进一步释放市场活力")[0]  # its second line begins far before its column
    assert len(cut_row(row, columns)[1]) == 2
    assert len(cut_row(row._replace(blanks=True), columns)[1]) == 1


def test_columns_that_run_on_need_not_be_neighbours():
    story = textwrap.wrap(STORY, 30)[:12]
    labels = [f"Nr. {number}" for number in range(12)]
    page = set_page([story, labels, story[3:]], 30, 4, wide=False)
    rows = rows_of(page)
    columns = [[Column(edge, 30.0, False) for edge in (0, 34, 68)]] * len(rows)
    layout = Layout(rows, columns, [cut_row(row, columns[0])[1] for row in rows])
    assert share_of_running_columns(page, layout, blocks_of(layout.lines()))[1] > 6


def test_a_number_beside_a_headline_is_a_line_of_its_own_but_a_row_of_a_table_is_one():
    story = lines_of(STORY, 32, wide=False)
    left = [*story[:6], "[60673]            Auction", *story[6:12]]
    right = [*story[4:10], "Oats                    7.12", "Barley                  8.40", *story[:5]]
    out = pc.split_columns(set_page([left, right], 32, 4, wide=False)).split("\n")
    assert out[6:8] == ["[60673]", "Auction"]
    assert "Oats  7.12" in out
    assert "Barley  8.40" in out


def test_columns_of_a_page_that_lies_aslant_are_read_one_after_the_other():
    def block(left: int, top: int, foot: int) -> Block:
        lines = [Line(row, 0, 1, left, left, left + 60, 0, 60.0, 60, spans=False) for row in range(top, foot)]
        return Block(left, left, left + 60, lines)

    first, under_it, beside = block(4, 0, 60), block(10, 60, 100), block(50, 0, 100)
    assert in_reading_order([beside, first, under_it]) == [first, under_it, beside]


def test_a_gap_inside_a_line_costs_the_same_however_wide():
    columns = [Column(0, 60.0, False)]
    near, far = (cut_row(rows_of("[74547]" + blanks * " " + "Aufgebot.")[0], columns) for blanks in (9, 30))
    assert near == far


def words_by_column(text: str, columns: list[Column], around: Around | None = None) -> dict[int, str]:
    words = text.split()
    _, pieces = cut_row(rows_of(text)[0], columns, around, cut_row(rows_of(text)[0], columns)[0])
    return {piece.column: " ".join(words[piece.first : piece.last]) for piece in pieces}


def test_a_word_too_many_costs_much_and_many_not_much_more():
    full = full_line([Column(0, 40.0, False)], 0)
    exact, longer, longest = (full.cost(length, 0, length, False) for length in (40, 47, 60))
    assert exact == 0
    assert longer > 1.5  # by a normal distribution of s.d. .1 1.2
    assert longest < 6.5  # and 8


def test_a_line_of_wide_blanks_that_ends_within_its_column_is_not_too_long():
    columns = [Column(0, 42.0, False), Column(64, 42.0, False)]
    stretched = "tihet,    ne  voulut    point   recevoir    son   ancien   et"
    assert words_by_column(" " * 64 + stretched, columns) == {1: " ".join(stretched.split())}
    narrow = [columns[0], Column(64, 20.0, False), Column(84, 20.0, False), Column(104, 20.0, False)]
    assert len(words_by_column(" " * 64 + stretched, narrow)) > 1


def test_a_word_before_a_gap_begins_the_line_only_where_it_has_room():
    columns = [Column(0, 42.0, False), Column(64, 42.0, False)]
    glued = "poursuite sous un soleil brûlant et encore certainement"
    at_edge = words_by_column(f"{glued:64}cette sortie assez longue", columns)
    assert at_edge == {0: glued, 1: "cette sortie assez longue"}
    behind = words_by_column(f"{glued:79}cette sortie assez longue", columns)
    assert behind[1] == "certainement cette sortie assez longue"


def test_words_that_speak_against_every_way_to_cut_a_row_leave_it_cut():
    text = "poursuite sous un soleil brûlant et encore lieu hier soir à Saint-Denis devant le jardin"
    columns = [Column(0, 42.0, False), Column(44, 42.0, True)]

    def against(above: str, _: str) -> float:
        return -10.0 if above == "avait" else 0.0

    around = Around(text.split(), {1: "avait"}, {}, Sequel(against, against), [0.0, 0.0])
    assert words_by_column(text, columns, around)[1].startswith("lieu hier")


def test_a_column_goes_on_where_its_lines_touch_but_such_an_edge_weighs_little():
    apart, touching, faint = (f"{'x' * 38:{width}}{'y' * 30}" for width in (42, 39, 40))
    rows = rows_of("\n".join([apart] * 24 + [touching] * 14 + [faint] + [touching] * 13 + [apart] * 24))
    beside, between = (dict(edges_of(rows)[at // 4]) for at in (8, 38))
    assert beside.keys() == {0, 42}
    assert between.keys() == {0, 42}
    assert between[42] < 1 < beside[42]


def test_a_line_stretched_to_its_width_starts_no_columns_inside():
    stretched = "der       Termin    auf       den       18. Mai"
    rows = rows_of("\n".join([stretched.ljust(56) + "anberaumten Sitzung zu erscheinen und"] * 3))
    inside = {rows[0].left[2], rows[0].left[3]}
    assert inside.isdisjoint(edge.cell for edges in edges_of(rows) for edge in edges)


@pytest.mark.parametrize("width", range(30, 70, 5))
def test_one_column_stretched_evenly_and_widely_stays(width):
    page = "\n".join(filled_up(line, width + width // 2) for line in textwrap.wrap(STORY * 3, width))
    assert padded(page, rows_of(page))
    assert pc.split_columns(page) == page


def test_a_heading_in_the_middle_of_a_column_starts_no_column():
    story = textwrap.wrap(STORY * 2, 40)
    headed = [" " * 14 + "The harbour board" if at in (3, 9, 15) else line for at, line in enumerate(story)]
    rows = rows_of(set_page([headed, headed, story], 40, 3, wide=False))
    edges = {column.edge for columns in columns_of(rows, 40.0) for column in columns}
    assert edges == {0, 43, 86}


def test_lines_over_a_supposed_gutter_tell_against_it():
    narrow, broad = textwrap.wrap(STORY * 3, 30), textwrap.wrap(STORY * 3, 53)
    page = [f"{a:33}{b:33}{c}" for a, b, c in zip(narrow, narrow[5:], broad, strict=False)]
    columns = columns_of(rows_of("\n".join(page)), 30.0)
    assert [column.edge for column in columns[2]] == [0, 33, 66]


def test_a_line_of_narrow_letters_holds_more_of_them():
    text = "till little Willi filled it still will tell the harbour board met on Monday to hear why"
    row = in_print(text, rows_of(text))[0]
    columns = [Column(0, 37.0, False), Column(38, 46.0, True)]
    words = text.split()
    assert [words[piece.first] for piece in cut_row(row, columns)[1]] == ["till", "the"]


def test_a_list_in_the_midst_of_a_column_does_not_hide_that_it_runs_on():
    rows = [f"{number}. Oats" for number in range(60)]
    story = textwrap.wrap(STORY, 30)[:12]
    page = set_page([[*story, *rows, *story], [*story[5:], *rows, *story]], 30, 4, wide=False)
    assert len(pc.find_columns(page)) == 2


@pytest.mark.parametrize("width", [16, 18])
def test_narrow_chinese_columns_come_apart(width):
    columns = [lines_of((HAN * 2)[start:], width, wide=True)[:20] for start in (0, 33, 71)]
    assert pc.split_columns(set_page(columns, width, 3, wide=True)).split() == [
        line for c in columns for line in c
    ]


def test_blank_lines_after_every_row_part_nothing():
    columns = [
        ["港务局开会听取", "船坞汇报", *lines_of((HAN * 2)[start:], 24, wide=True)] for start in (0, 33)
    ]
    page = set_page(columns, 24, 3, wide=True).replace("\n", "\n\n")
    assert pc.split_columns(page).split() == [*columns[0], *columns[1]]


def test_a_chinese_column_is_not_halved_where_its_lines_have_no_blank():
    usual = Usual(20.0, 22.0)
    lines = [Run(0, 44, [], [(0, 44)]), Run(0, 18, [], [(0, 18)]), Run(0, 20, [], [(0, 20)])] * 6
    assert columns_in(0, 46, lines, usual, last=False)[0] == 1
    parted = [run._replace(unbroken=[(0, 21)]) for run in lines]
    assert columns_in(0, 46, parted, usual, last=False)[0] == 2


def test_chinese_lines_are_cut_at_a_single_blank_rather_than_latin_ones():
    columns = [Column(0, 24.0, False), Column(26, 24.0, False)]
    row = rows_of("港务局星期一开会听取汇报第二 船坞开工已经九年造价是第一")[0]
    assert len(cut_row(row, columns).pieces) == 2
    han, latin = (Gaps(row._replace(blanks=blanks), columns).touch for blanks in (False, True))
    assert han < latin


def test_a_mark_that_hangs_out_fills_the_gutter_of_chinese_columns():
    columns = []
    for start in (0, 33, 70):
        lines = lines_of((HAN * 2)[start:], 28, wide=True)[:16]
        columns.append([line + "，" * (at % 4 == 1) for at, line in enumerate(lines, start)])
    page = set_page(columns, 28, 2, wide=True)
    assert any("，" in word[:-1] for word in page.split())
    assert pc.split_columns(page).split() == [line for lines in columns for line in lines]


def test_chinese_that_follows_a_mark_far_from_an_edge_is_no_word_of_its_own():
    columns = [Column(0, 24.0, False), Column(26, 24.0, False)]
    inside = "港务局星期，一开会听取汇报第二船坞开工已经，九年造价是第一"
    at_edge = "港务局星期一开会听取汇报，第二船坞开工已经九年造价是第一"
    assert [with_hung_marks(text, rows_of(text)[0], columns).left for text in (inside, at_edge)] == [
        [0],
        [0, 26],
    ]


def test_columns_parted_by_tabs_come_apart():
    left, right = (lines_of(HAN[start:] * 2, 32, wide=True)[:14] for start in (0, 40))
    page = "\n".join(f"{one}\t{other}" for one, other in zip(left, right, strict=True))
    assert pc.split_columns(page).split() == [*left, *right]


def test_a_headline_over_two_columns_beside_a_third_is_not_cut():
    columns = [Column(0, 44.0, False), Column(50, 44.0, False), Column(100, 44.0, False)]
    headline = " " * 15 + "USA-Politik in Fernost gegenüber Japan nun doch"
    row = rows_of(f"{headline:100}burgische, aber keine Reichsverwaltung des")[0]
    _, pieces = cut_row(row, columns)
    assert [row.left[piece.first] for piece in pieces] == [15, 100]
    spans = [line.spans for line in Layout([row], [columns], [pieces]).lines()[0]]
    assert spans == [True, False]


def test_columns_whose_lines_nearly_all_touch_are_told_by_their_divided_words():
    lines = [STORY[at : at + 43].strip() + "-" for at in range(0, 480, 43)] * 3
    page = "\n".join(f"{a} {b}" for a, b in zip(lines, lines[5:], strict=False))
    rows = rows_of(page)
    columns = [[Column(0, 44.0, False), Column(45, 44.0, True)]] * len(rows)
    layout = Layout(rows, columns, [cut_row(row, columns[0])[1] for row in rows])
    share, apart = share_of_running_columns(page, layout, blocks_of(layout.lines()))
    assert share > 0.5
    assert apart > 20


def set_wide_below(narrow: int, wide: int) -> tuple[list[str], str]:
    """A page of three columns, under the second and third of them lines as wide as both; those lines and the page."""
    lines, wide_lines = textwrap.wrap(STORY * 6, narrow), textwrap.wrap(STORY * 6, wide)[3:27]
    above = set_page([lines[:16], lines[5:21], lines[9:25]], narrow, 3, wide=False)
    return wide_lines, above + "\n" + set_page([lines[16:40], wide_lines], narrow, 3, wide=False)


@pytest.mark.parametrize("narrow", [28, 30, 38])
@pytest.mark.parametrize("more", [0, 2, 4])
def test_lines_as_wide_as_two_columns_are_not_cut(narrow, more):
    wide_lines, page = set_wide_below(narrow, 2 * narrow + more)
    assert set(wide_lines) <= {line.strip() for line in pc.split_columns(page).split("\n")}


def touching(left: list[str], right: list[str]) -> tuple[str, Layout]:
    """A page of two columns of lines that touch in every row, as cut there."""
    page = "\n".join(map(" ".join, zip(left, right, strict=True)))
    rows = rows_of(page)
    pieces = [
        [Piece(0, 0, len(one.split()), False, True), Piece(1, len(one.split()), len(row.left), True, False)]
        for one, row in zip(left, rows, strict=True)
    ]
    columns = [[Column(0, 40.0, False), Column(41, 40.0, True)] for _ in rows[::4]]
    layout = Layout(rows, columns, pieces)
    sequel = Sequel(sequels("en"), sequels("en"))
    heard = {at: around(page, layout, at, sequel, Rhythm([])) for at in range(len(rows))}
    return page, replace(layout, heard=heard)


def test_a_line_is_seldom_cut_at_one_blank_on_a_page_whose_gutters_show():
    """Notes in smaller type, under a column of longer lines, hold a word or two more."""
    left = [*textwrap.wrap(STORY * 2, 38)[:30], *textwrap.wrap(MORE, 53)]
    right = textwrap.wrap(MORE * 3, 44)[: len(left)]
    page = "\n".join(f"{one:64}{other}" for one, other in zip(left, right, strict=True))
    assert [line for line in pc.split_columns(page).split("\n") if line] == [*left, *right]


def test_what_goes_on_across_an_edge_tells_that_it_is_none():
    lines = textwrap.wrap(STORY * 3, 40)
    page, layout = touching(lines[:12], lines[12:24])
    assert widened(page, layout) is layout
    page, layout = touching(lines[:24:2], lines[1:24:2])
    assert [len(columns) for columns in widened(page, layout).columns] == [1, 1, 1]


def set_divided(width: int, start: int, count: int) -> list[str]:
    """So many lines of the story, cut to a width in the middle of words."""
    story = STORY * 3
    return [
        story[at : at + width].strip() + "-" * story[at + width - 1 : at + width + 1].isalpha()
        for at in range(start, start + count * width, width)
    ]


def test_lines_above_the_columns_are_cut_at_gaps_only():
    columns = [set_divided(42, start, 30) for start in (0, 170, 333)]
    rows = [
        f"{a} {b}".ljust(92) + c if number % 9 else f"{a:46}{b:46}{c}"
        for number, (a, b, c) in enumerate(zip(*columns, strict=True))
    ]
    head = [
        f"City, when fetched at the office or at a branch {month} 2.60 6.30 {month + 12}.50 {25 + month}.00"
        for month in range(1, 7)
    ]
    out = [line.strip() for line in pc.split_columns("\n".join([*head, "", *rows])).split("\n")]
    assert set(head) <= set(out)
    lines = [line for column in columns for line in column]
    assert sum(line in out for line in lines) > 0.9 * len(lines)


def in_columns(lines: list[str], count: int, *, backwards: bool = False) -> list[list[str]]:
    """The lines parted into so many columns, one read after the other."""
    size = len(lines) // count
    columns = [lines[number * size : (number + 1) * size] for number in range(count)]
    return columns[::-1] if backwards else columns


@pytest.mark.parametrize("backwards", [False, True])
def test_a_blank_line_under_which_no_column_goes_on_parts_bands(backwards):
    upper, lower = set_divided(35, 0, 45), set_divided(35, 420, 30)
    page = "\n\n".join(
        set_page(in_columns(lines, 3, backwards=backwards), 35, 4, wide=False) for lines in (upper, lower)
    )
    out = pc.split_columns(page, right_to_left=backwards).split("\n")
    assert [line for line in out if line] == upper + lower


def test_a_blank_line_past_which_columns_go_on_parts_nothing():
    lines = set_divided(35, 0, 45)
    rows = set_page(in_columns(lines, 3), 35, 4, wide=False).split("\n")
    out = pc.split_columns("\n".join([*rows[:8], "", *rows[8:]])).split("\n")
    assert [line for line in out if line] == lines


def test_three_blank_lines_part_bands_whatever_the_words():
    lines = set_divided(35, 0, 45)
    rows = set_page(in_columns(lines, 3), 35, 4, wide=False).split("\n")
    out = pc.split_columns("\n".join([*rows[:8], "", "", "", *rows[8:]])).split("\n")
    assert [line for line in out if line][:24] == lines[:8] + lines[15:23] + lines[30:38]


def test_words_that_the_page_repeats_side_by_side_are_not_parted_nor_is_a_pair_told_by_itself():
    page = PagePairs(["bei Saint Denis liegt", "aus Saint Denis kam", "von Bord ging"])
    assert page.calls("Saint", "Denis") > page.calls("Saint", "Denis", own=1) > 0.5
    assert page.calls("Bord", "ging") > 0 >= page.calls("Bord", "ging", own=1)
    assert page.calls("Denis", "Bord") == page.calls("Denis", "Bord", own=1) < 0


def test_a_row_is_cut_where_the_next_column_is_due_a_line():
    row = rows_of("mäßig zustehenden Oberbefehls über die unterbrochen.")[0]
    words = ["word"] * len(row.left)
    columns = [Column(0, 42.0, False), Column(46, 42.0, True)]
    nothing = Sequel(lambda _last, _first: 0.0, lambda _last, _first: 0.0)
    for due, firsts in ((0.0, [0]), (4.0, [0, 5])):
        around = Around(words, {}, {}, nothing, [0.0, due])
        _, pieces = cut_row(row, columns, around)
        assert [piece.first for piece in pieces] == firsts


def test_a_line_is_due_where_a_step_over_it_is_longer_than_steps_are():
    level, uneven = Rhythm([1] * 90 + [2] * 10), Rhythm([1] * 50 + [2] * 45 + [3] * 5)
    assert level.due(1, 1) > 1.5
    assert uneven.due(1, 1) < 0
    assert uneven.due(2, 2) > 1.5


def test_the_half_above_seeks_the_half_that_makes_a_word_whole():
    line = "das Haus am Rande des Waldes gehört ihr schwester ist alles gesagt was dazu zu sagen wäre"
    columns = [Column(0, 43.0, False), Column(45, 38.0, True)]
    for follows, first in ((sequels("de"), "schwester"), (word_association("de").pmi, "ist")):
        around = Around(line.split(), {1: "Kranken-"}, {}, Sequel(follows, follows), [0.0, 0.0])
        _, pieces = cut_row(rows_of(line)[0], columns, around)
        assert line.split()[pieces[1].first] == first


@pytest.mark.parametrize("seed", [4, 7, 10, 11])  # about half of all; docs/decisions/0850 tells of the others
def test_prose_with_wide_gaps_anywhere_has_no_columns(seed):
    chance = random.Random(seed)
    gap = [" "] * 8 + ["   ", "    "]
    lines = [
        "".join(word + chance.choice(gap) for word in chance.choices(STORY.split(), k=9)) for _ in range(60)
    ]
    page = "\n".join(line.rstrip() for line in lines)
    assert pc.split_columns(page) == page


@pytest.mark.parametrize("seed", range(20))
def test_prose_with_wide_gaps_strewn_in_it_is_no_page_of_columns(seed):
    """Words go on in each other across such a gap, and not in the line below, as they do where columns lie side by side."""
    chance = random.Random(seed)
    lines = []
    for line in textwrap.wrap(STORY * 3, 70):
        words = line.split()
        at = chance.randrange(len(words))
        words[at] = " " * chance.randint(2, 3) * (at > 0) + words[at]
        lines.append(" ".join(words))
    text = "\n".join(lines)
    assert pc.split_columns(text) == text


def made_table(chance: random.Random, rows: int, columns: int, gap: int) -> list[str]:
    """Rows of names, prices and dates, in columns of their own."""
    names = [
        "Wheat",
        "Oats",
        "Barley",
        "Copper",
        "Tin",
        "Zinc",
        "London",
        "Paris",
        "Vienna",
        "Berlin",
        "Rovers",
        "United",
    ]
    cells = [
        lambda: " ".join(chance.sample(names, chance.randint(1, 2))),
        lambda: f"{100 * chance.random():.2f}",
        lambda: f"{chance.randint(1, 28)} {chance.choice(['Jan', 'Feb', 'March'])}",
    ]
    kinds = [0, *chance.choices(range(3), k=columns - 1)]
    found = [[cells[kind]() for kind in kinds] for _ in range(rows)]
    sizes = [max(map(len, column)) + gap for column in zip(*found, strict=True)]
    return ["".join(map(str.ljust, row, sizes)).rstrip() for row in found]


@pytest.mark.parametrize(
    "seed", [24, 36, 80, 248, 294, 309, 311, 344]
)  # of 500 those of which lines were cut
def test_a_table_between_paragraphs_cuts_no_line_of_them(seed):
    """Two blanks stand behind each sentence, as typists write."""
    chance = random.Random(seed)
    width = chance.choice([34, 48, 60, 72])
    sentences = [sentence + "." for sentence in (STORY + MORE).strip(" .").split(". ")]
    parts = [
        textwrap.wrap("  ".join(chance.sample(sentences, 6)), width) for _ in range(chance.randint(3, 8))
    ]
    table = made_table(chance, chance.randint(5, 40), chance.randint(2, 6), chance.randint(2, 6))
    parts.insert(len(parts) * 2 // 3, table)
    page = "\n\n".join(map("\n".join, parts))
    assert pc.split_columns(page) == page


def test_no_line_is_due_on_a_page_without_steps():
    assert Rhythm([]).due(1, 2) == 0


THEATRE = (
    "At the municipal theatre the tenor was hoarse and the orchestra late, yet the audience applauded every aria. The "
    "soprano, engaged from Milan, sang the final scene with such warmth that the curtain rose eleven times. Critics "
    "praise the scenery, painted by the director's brother, and regret that the ballet was left out. "
)


@pytest.mark.parametrize("across", [True, False], ids=["articles of two columns", "of one column"])
def test_white_beside_white_parts_articles_that_are_read_on_above_it(across):
    story, vineyard, theatre = (textwrap.wrap(text, 30) for text in (STORY, VINEYARD, THEATRE * 2))
    one, another = [story[:9], story[9:18]], [vineyard[:8], vineyard[8:16]]
    columns = zip(one, another, strict=True) if across else (one, another)
    beside = theatre[:21]
    page = set_page(
        [*([*upper, *[""] * (14 - len(upper)), *lower] for upper, lower in columns), beside],
        30,
        4,
        wide=False,
    )
    out = [line for line in pc.split_columns(page).split("\n") if line]
    assert out == [line for part in (*one, *another, beside) for line in part]


@pytest.mark.parametrize("rows", [6, 7])
def test_a_picture_over_two_columns_does_not_part_their_article(rows):
    story, theatre = textwrap.wrap(STORY + VINEYARD, 28), textwrap.wrap(THEATRE * 2, 28)
    columns = [[*story[at : at + rows], *[""] * 8, *story[at + rows : at + 2 * rows]] for at in (0, 2 * rows)]
    beside = theatre[: 2 * rows + 8]
    out = pc.split_columns(set_page([*columns, beside], 28, 4, wide=False)).split("\n")
    assert [line for line in out if line] == [*story[: 4 * rows], *beside]


def block_at(top: int, foot: int, left: int, right: int, *, spans: bool = False) -> Block:
    lines = [Line(row, 0, 1, left, left, right, 0, 30.0, 30, spans) for row in (top, foot)]
    return Block(left, left, right, lines)


@pytest.mark.parametrize("right_to_left", [False, True])
def test_articles_that_are_no_rectangles_are_read_whole(right_to_left):
    # A headline over the first two columns, one over the last two further down: no straight line parts them.
    blocks = [
        block_at(0, 19, 0, 30),
        block_at(0, 19, 32, 62),
        block_at(20, 21, 0, 62, spans=True),
        block_at(22, 59, 0, 30),
        block_at(22, 39, 32, 62),
        block_at(0, 39, 64, 94),
        block_at(40, 41, 32, 94, spans=True),
        block_at(42, 59, 32, 62),
        block_at(42, 59, 64, 94),
    ]
    if right_to_left:
        blocks = [
            block_at(
                block.lines[0].row, block.lines[-1].row, 94 - block.right, 94 - block.left, spans=block.spans
            )
            for block in blocks
        ]
    rng = random.Random(2)
    mixed = rng.sample(blocks, len(blocks))
    assert in_reading_order(mixed, right_to_left=right_to_left) == blocks


def test_a_rule_parts_what_stands_over_it_from_what_stands_below():
    lines = [
        [Line(row, 0, 1, left, left, left + 30, 0, 30.0, 30, False) for left in (0, 32, 64)]
        for row in range(20)
    ]
    ordered = in_reading_order(blocks_of(lines, [Rule(9, 0, 62)]))
    assert [(block.top, block.left) for block in ordered] == [(0, 0), (0, 32), (10, 0), (10, 32), (0, 64)]
