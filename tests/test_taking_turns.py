"""Columns that take turns, put back in reading order; and what must not move."""

from __future__ import annotations

import ast
import configparser
import http.server
import inspect
import optparse
import random
import time
import zipfile
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given

import paperclean as pc
from paperclean.columns.by_height import lattice_by_height
from paperclean.columns.chains import Line, Sheet, upright
from paperclean.columns.doubts import doubtful_stretches, is_han, loose_stretches
from paperclean.columns.in_turn import chains_in_turn, share_out_of_turn
from paperclean.columns.latin_links import LatinLinks
from paperclean.columns.lattice import DEAREST, partition, shortfalls
from paperclean.columns.parting import are_full, by_height
from paperclean.columns.seams import better_of_both
from paperclean.columns.turns import SURE, stretches_taking_turns
from strategies.pages import made_page
from strategies.turns import columns, share_of_successors, take_turns

HAN_WORDS = "海关加快清关检验速度企业生产经营改善消费需求释放市场活力增强"
WORDS = (
    "the board met on monday to hear why the second dock begun nine years ago and twice as dear as the first still holds no "
    "water its engineer said that the clay under the eastern wall had moved in the winter that the pumps ordered from abroad "
    "were late and that nobody could promise more than hard work the members listened asked how much had been spent and were "
    "told that the books would be laid before them when the clerk who is ill returns to his desk"
)
SEED_PAGE = Path(__file__).parents[1] / "examples" / "seed" / "page.txt"


@given(printed=columns())
def test_columns_that_take_turns_come_back(printed):
    mixed = "\n".join(take_turns(printed))
    lines = pc.deinterleave_columns(mixed).split("\n")
    assert sorted(lines) == sorted(mixed.split("\n"))


def test_most_lines_of_made_up_columns_find_their_successor():
    shares = []
    for seed in range(12):
        pages = [made_page(100 * seed + i) for i in range(2 + seed % 3)]
        printed = [
            [line for block in page.blocks if block.kind == "paragraph" for line in block.lines][:30]
            for page in pages
        ]
        found = pc.deinterleave_columns("\n".join(take_turns(printed))).split("\n")
        shares.append(share_of_successors(printed, found))
    assert sum(shares) / len(shares) > 0.95  # few phrases make up these pages, so that many lines fit many


def test_most_lines_of_rows_a_blank_apart_find_their_successor():
    """Rows as pdfplumber writes them: a blank between columns, and none in place of one that has ended."""
    shares = []
    for seed in range(12):
        pages = [made_page(100 * seed + i) for i in range(2 + seed % 3)]
        printed = [
            [line for block in page.blocks if block.kind == "paragraph" for line in block.lines][: 30 - 3 * i]
            for i, page in enumerate(pages)
        ]
        rows = [" ".join(filter(None, row)) for row in zip_longest(*printed)]
        found = pc.deinterleave_columns("\n".join(rows)).split("\n")
        shares.append(share_of_successors(printed, found))
    assert sum(shares) / len(shares) > 0.93


def columns_of_two_pages() -> list[list[str]]:
    return [
        [line for block in made_page(seed).blocks if block.kind == "paragraph" for line in block.lines][:34]
        for seed in (0, 1)
    ]


@pytest.mark.parametrize("seed", [4, 8])
def test_text_above_and_below_columns_that_take_turns_stays_there(seed):
    above, left, right, below = (
        [line for block in page.blocks if block.kind == "paragraph" for line in block.lines][:lines]
        for page, lines in (
            (made_page(10 * seed + i, articles=9), 150 if i in {0, 3} else 40) for i in range(4)
        )
    )
    found = pc.deinterleave_columns("\n".join([*above, *take_turns([left, right]), *below])).split("\n")
    assert found[:150] == above
    assert found[-150:] == below


def test_a_row_here_and_there_that_holds_lines_of_two_columns_is_cut():
    """As `pdftotext` writes them, where a gutter is narrow."""
    printed = columns_of_two_pages()
    text = ""
    for number, row in enumerate(zip(*printed, strict=True)):
        text += (" " if number % 8 == 3 else "\n").join(row) + "\n"
    found = pc.deinterleave_columns(text).split("\n")
    assert share_of_successors(printed, found) > 0.9


def blocks_of_rows(seed: int) -> tuple[str, list[list[str]]]:
    """Blocks as `pdftotext` writes them where it cannot tell columns apart, lines of a row on one line or on one each; their columns."""
    rng = random.Random(seed)
    blocks, columns = [], []
    for block in range(3):
        pages = [made_page(1000 * seed + 10 * block + i) for i in range(2)]
        printed = [
            [line for found in page.blocks if found.kind == "paragraph" for line in found.lines][:20]
            for page in pages
        ]
        rows = [[*filter(None, row)] for row in zip_longest(*printed)]
        blocks.append("\n".join((" " if rng.random() < 0.6 else "\n").join(row) for row in rows))
        columns += printed
    return "\n\n".join(blocks), columns


def test_rows_of_several_columns_come_apart_block_by_block():
    shares = []
    for seed in range(8):
        text, printed = blocks_of_rows(seed)
        found = pc.deinterleave_columns(text)
        assert found.count("\n\n") == 2
        shares.append(share_of_successors(printed, found.split("\n")))
    assert sum(shares) / len(shares) > 0.9


@pytest.mark.parametrize("seed", range(8))
def test_a_table_of_clauses_between_blank_lines_stays(seed):
    _, (prose, *_) = blocks_of_rows(seed)
    rng = random.Random(seed)
    cells = [HAN_WORDS[at : at + 5] + "，" + HAN_WORDS[at + 6 : at + 11] for at in range(20)]
    table = [" ".join(rng.sample(cells, 2)) for _ in range(30)]
    page = "\n".join([*prose, "", *table, "", *prose])
    assert pc.deinterleave_columns(page) == page


def test_a_headline_of_two_parts_is_not_cut_among_columns_that_take_turns():
    printed = columns_of_two_pages()
    headlines = [f"{HAN_WORDS[at : at + 6]} {HAN_WORDS[at + 8 : at + 14]}" for at in (0, 4, 8, 12)]
    for number, headline in enumerate(headlines):
        printed[number % 2].insert(10 * number, headline)
    found = pc.deinterleave_columns("\n".join(take_turns(printed))).split("\n")
    assert set(headlines) <= set(found)
    assert share_of_successors(printed, found) > 0.9


def test_lines_that_go_on_now_two_lines_on_now_five_are_as_sure_as_those_on_a_level():
    chance = random.Random(2)
    following = chance.choices(range(2, 8), k=90)
    others = [[chance.gauss(-0.6, 1) for _ in range(90)] for _ in range(60)]

    class Links:
        def lag(self, lag: int) -> list[float]:
            return [
                2.0 if step == lag else other
                for other, step in zip(others[lag], following[: 90 - lag], strict=False)
            ]

    assert stretches_taking_turns(Links(), 90)[0].evidence > SURE  # 3.2 by the one lag that fits best


@pytest.mark.parametrize("seed", [94, 101, 202])
def test_a_list_of_headlines_stays(seed):
    """By chance some fit the one two below better than the one below; but no clause goes on in the next line."""
    blocks = made_page(seed, articles=60, paragraphs=0).blocks
    headlines = "\n".join(block.lines[0] for block in blocks if block.kind == "headline")
    assert pc.deinterleave_columns(headlines) == headlines


@pytest.mark.parametrize("seed", [2, 4, 41])
def test_rows_whose_cells_of_clauses_do_not_go_on_below_stay(seed):
    """By chance these cells fit those below a little better than those beside, as columns do by far."""
    rng = random.Random(seed)
    words = [HAN_WORDS[at : at + 2] for at in range(0, len(HAN_WORDS), 2)]
    cells = iter(["".join(rng.choices(words, k=4)) for _ in range(5 * 40)])
    rows = zip(cells, cells, cells, cells, cells, strict=True)
    page = "\n".join(f"{a}，{b} {c}，{d}" for a, b, c, d, _ in rows)
    assert pc.deinterleave_columns(page) == page


def test_a_list_of_records_of_three_lines_each_stays():
    """The lines of one kind go on after each other better than neighbours do; but only two or three at a stretch."""
    rng = random.Random(0)
    titles = ["The Great Escape", "A Night in Town", "The Last Train", "Her Brother", "The Long Road"]
    news = ["renamed to the new hall", "moved from the old mill", "closed for the summer", "open again"]
    since = ["since 12 May", "since 3 June", "since the war (was moved to the park)"]
    page = "\n\n-----\n\n".join(
        f"where: {rng.choice(titles)}\nwhy:   {rng.choice(news)}, and may be used later.\n{rng.choice(since)}"
        for _ in range(25)
    )
    assert pc.deinterleave_columns(page) == page


@pytest.mark.parametrize("seed", [0, 2, 4, 5])
def test_records_whose_lines_are_as_wide_as_it_happens_stay(seed):
    """A name, a remark and a place in turn: those of one kind go on after each other, but none is broken for want of room."""
    rng = random.Random(seed)
    words = WORDS.split()

    def phrase(size: int) -> str:
        at = rng.randrange(len(words) - size)
        return " ".join(words[at : at + size])

    lines = [line for _ in range(30) for line in (phrase(2).upper(), phrase(rng.randint(3, 9)), phrase(3))]
    assert pc.deinterleave_columns("\n".join(lines)) == "\n".join(lines)


def test_a_column_may_be_wider_below_than_above():
    """Bands of four columns above bands of two: the lines of both are full, each in a column of its own width."""
    lines = [Line(0, 1.0 if at < 30 else 2.1, ends=False) for at in range(60)]
    assert are_full([range(60)], lines)
    assert not are_full([range(60)], [Line(0, 1.0 if at % 2 else 2.1, ends=False) for at in range(60)])


@pytest.mark.parametrize("gap", [1, 4])
@pytest.mark.parametrize("seed", range(20))
def test_a_table_between_chinese_paragraphs_stays(seed, gap):
    """Its cells, a blank or more apart, are no lines of columns."""
    chance = random.Random(seed)
    prose = [line for block in made_page(seed).blocks if block.kind == "paragraph" for line in block.lines][
        :40
    ]
    goods = ["小麦", "玉米", "大豆", "招商银行", "股份有限公司", "中国石油", "上海", "广州"]
    names = ["".join(chance.sample(goods, chance.randint(1, 3))) for _ in range(24)]
    size = gap + (max(map(len, names)) if gap > 1 else 0)
    rows = [
        name
        + "\u3000" * (size - len(name) - 1) * (gap > 1)
        + f" {100 * chance.random():.2f} {chance.randint(0, 9999)}"
        for name in names
    ]
    page = "\n".join([*prose[:20], *rows, *prose[20:]])
    assert pc.deinterleave_columns(page) == page


@pytest.mark.parametrize(
    "module", [ast, configparser, http.server, optparse, zipfile], ids=lambda m: m.__name__
)
def test_source_code_stays(module):
    source = inspect.getsource(module)
    assert pc.deinterleave_columns(source) == source


@given(printed=columns(most=3))
def test_blank_lines_between_do_not_disturb(printed):
    lines = take_turns(printed)
    plain = pc.deinterleave_columns("\n".join(lines)).split()
    assert pc.deinterleave_columns("\n\n".join(lines)).split() == plain


@given(printed=columns())
def test_columns_one_below_the_other_stay(printed):
    page = "\n".join(line for column in printed for line in column)
    assert pc.deinterleave_columns(page) == page


@pytest.mark.parametrize("seed", range(3, 8))
def test_columns_whose_lines_stand_in_no_order_within_a_row_are_seen(seed):
    lines = [line.strip() for line in SEED_PAGE.read_text(encoding="utf-8").split("\n") if line.strip()]
    printed = [lines[at : at + 30] for at in (10, 60, 130, 180)]
    rows = [
        random.Random(f"{seed} {number}").sample(row, 4)
        for number, row in enumerate(zip(*printed, strict=True))
    ]
    found = pc.deinterleave_columns("\n".join(line for row in rows for line in row)).split("\n")
    assert share_of_successors(printed, found) > 0.6


def test_the_founding_page_stays_in_order():
    page = SEED_PAGE.read_text(encoding="utf-8")
    assert pc.deinterleave_columns(page) == page


def test_a_stretch_of_a_clean_page_is_put_in_order():
    lines = [line for line in SEED_PAGE.read_text(encoding="utf-8").split("\n") if line.strip()]
    before, one, other, after = lines[1:90], lines[125:160], lines[200:235], lines[300:390]
    page = "\n".join([*before, *take_turns([one, other]), *after])
    found = pc.deinterleave_columns(page).split("\n")
    assert share_of_successors([before, one, other, after], found) > 0.97
    assert found[:60] == before[:60]
    assert found[-60:] == after[-60:]


GERMAN = [
    "Die Versammlung der Handels-",
    "kammer war zahlreich besucht, und der",
    "Vorsitzende erstattete den Jahres-",
    "bericht. Ein heftiges Gewitter hat in den um-",
    "liegenden Dörfern beträchtlichen Schaden",
    "angerichtet.",
]


@pytest.mark.parametrize(
    "lines",
    [GERMAN * 50, [line for line in SEED_PAGE.read_text(encoding="utf-8").split("\n") if line.strip()]],
)
def test_only_lines_that_do_not_go_on_after_each_other_are_looked_at(lines):
    language = "de" if lines[0] == GERMAN[0] else "zh"
    han = is_han(lines)
    assert han == (language == "zh")
    assert not loose_stretches(lines[:200], han=han)
    mixed = [*lines[:100], *take_turns([lines[100:120], lines[141:161]]), *lines[161:261]]
    [(start, end)] = doubtful_stretches(mixed, loose_stretches(mixed, han=han), language)
    assert 40 <= start <= 100
    assert 140 <= end <= 200


def sheet_of(columns, told=3, later=0.7):
    """A sheet whose lines are of *columns*, with words that tell much of each one's first lines and little *later*."""
    seen: dict[str, int] = {}
    known = [seen.setdefault(c, 0) < told and not seen.update({c: seen[c] + 1}) for c in columns]

    def link(first, second):
        return (2.0 if known[second] else later) * (1 if columns[first] == columns[second] else -1)

    none = [0.0] * len(columns)
    return Sheet([Line(0, 20.0, False)] * len(columns), link, none, none)


def right(before, columns):
    """How many lines go on after one of their own column."""
    return sum(last >= 0 and columns[last] == column for last, column in zip(before, columns, strict=True))


@pytest.mark.parametrize(
    "columns",
    [
        "ABC" * 12,
        "ABC" * 6 + "AC" * 9,
        "ABCD" * 5 + "ABDC" * 5,
        "BCDA" * 5 + "BBBBBBBBDDDDCCCC",
        "ABCBACBABACBABCBABACBABCABBACBABCABABCBACBABACBABCBABACBABCABBACBABCAB",
    ],
    ids=[
        "regular",
        "one ends",
        "two swap places",
        "foot by foot",
        "three line spacings",
    ],
)
def test_lines_that_fit_many_go_on_where_they_are_due(columns):
    before = partition(lattice_by_height(sheet_of(columns), strictness=1.0))
    assert right(before, columns) >= len(columns) - 11


def test_where_words_tell_nothing_turns_repeat_those_of_two_turns_ago():
    columns = "AEDBFCDGABCFEG" * 4  # rows hold two thirds of a line, each column misses one in three
    before = partition(lattice_by_height(sheet_of(columns, told=6, later=0.0), strictness=1.0))
    assert right(before, columns) >= 0.8 * len(columns)


def test_what_a_link_costs_is_told_by_the_best_partition_that_has_it():
    sheet = sheet_of("ABCACBABCABCBCA" * 3)
    lattice = lattice_by_height(sheet, strictness=1.0)
    found = shortfalls(lattice)
    assert [links[last] for links, last in zip(found, partition(lattice), strict=True)] == [0.0] * len(found)
    costs = [cost for links in found for cost in links.values()]
    assert 0 < max(costs) < DEAREST


def test_a_page_is_searched_from_both_ends_and_by_what_both_have_seen():
    columns = "ABCBACBABACBABCBABACBABCABBACBABCABABCBACBABACBABCBABACBABCABBACBABCAB"
    sheet = sheet_of(columns, later=0.3)
    from_top = partition(lattice_by_height(sheet, strictness=1.0))
    from_foot = upright(partition(lattice_by_height(sheet.upside_down(), strictness=1.0)))
    both = by_height(sheet, sheet.upside_down(), strictness=1.0)
    assert right(both, columns) > max(right(from_top, columns), right(from_foot, columns))


@pytest.mark.parametrize(
    "columns",
    ["ABC" * 12, "ABC" * 6 + "AC" * 9, "AB" * 4 + "ABC" * 9, "ABC" * 6 + "BC" + "ABC" * 8],
    ids=["regular", "one ends", "one begins", "a line is lost"],
)
def test_columns_on_a_level_keep_their_turns(columns):
    sheet = sheet_of(columns, told=99)
    before = chains_in_turn(sheet)
    assert right(before, columns) == len(columns) - 3
    assert upright(chains_in_turn(sheet.upside_down())) == before
    assert not share_out_of_turn(before)


def test_columns_that_keep_beginning_where_others_end_are_out_of_turn():
    assert share_out_of_turn([-1, -1, -1, 0, 1, -1, 3, 4, 5, 6]) == 1 / 10
    assert not share_out_of_turn([-1, -1, -1, 0, 1, 2, -1, -1, 6, 7])  # a page below a page


def test_of_two_partitions_each_part_is_the_better_one():
    columns = "AB" * 12
    sheet = sheet_of(columns)
    whole = [-1, -1, *range(22)]
    wrong_above = [-1, 0, 1, -1, 3, 2, *range(4, 22)]
    wrong_below = [*whole[:-2], 21, 20]
    assert better_of_both(wrong_above, wrong_below, sheet) == whole
    assert better_of_both(wrong_below, wrong_above, sheet) == whole


def test_a_cut_word_is_ended_by_the_line_that_makes_it_whole():
    page = LatinLinks(
        ["kann einem freigesprochenen Ange-", "zusammengereimt und manches", "klagten auch"] * 2
        + ["der Schaden ward von ihm ver-", "ursachte Umtriebe aus der", "und mit der", "der Angeklagten"],
        "de",
    )
    assert page.link(0, 2) > page.link(0, 1) + 2  # it stands on the page
    assert page.link(6, 7) > page.link(6, 1) + 2  # it is a word
    assert page.link(6, 7) - page.link(2, 7) > page.link(6, 8) - page.link(2, 8)  # what no word is, ends one


def test_words_that_stand_together_on_the_page_go_on_after_each_other():
    lines = [
        "das Amt Norda hat",
        "im Amt Norda kam",
        "er ging zum Amt",
        "Norda liegt im",
        "Sinda liegt im",
        "er kam ins im Amt",
    ]
    page = LatinLinks(lines, "de")
    assert page.link(2, 3) > page.link(2, 4) + 1
    assert (
        page.link(5, 3) - page.link(5, 4) > page.link(2, 3) - page.link(2, 4) + 0.5
    )  # three of them, the more so


def test_the_trace_tells_the_evidence_and_leads_back():
    lines = [line for line in SEED_PAGE.read_text(encoding="utf-8").split("\n") if line.strip()]
    page = "\n".join(take_turns([lines[10:40], lines[130:160]]))
    trace = pc.trace(page, pipeline=pc.deinterleave_columns)
    assert all(
        "columns take turns" in change.reason and 0 < change.confidence <= 1 for change in trace.changes
    )
    at = trace.clean.index(lines[20].strip())
    [(start, end)] = trace.source(at, at + len(lines[20].strip()))
    assert page[start:end] == lines[20].strip()


@pytest.mark.parametrize("line", ["的", "a", "- ", "Die Re-", "1", "。"])
def test_long_texts_take_linear_time(line):
    def seconds(count):
        start = time.process_time()
        pc.deinterleave_columns("\n".join([line] * count))
        return time.process_time() - start

    seconds(200)
    assert seconds(40_000) < 12 * max(seconds(10_000), 0.02)
