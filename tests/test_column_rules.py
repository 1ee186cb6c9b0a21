"""Rules drawn between columns."""

from __future__ import annotations

import textwrap
import time

import pytest

import paperclean as pc

STORY = """The figures confounded hopes of a small expansion in the fourth quarter in Europe's biggest economy, and the federal
office said growth for the whole of the year had been lower than was thought. Industry has been hit by the strength of the
currency, which makes its goods dearer abroad, and by the reluctance of households at home to spend what they have saved.
Economists had expected that orders from overseas would make up for it; instead the ministry now speaks of a pause, and the
unions of a crisis that nobody has dared to call by its name. """.replace("\n", " ")
LINES = textwrap.wrap(STORY * 4, 32)
COLUMNS = [LINES[:22], LINES[7:27], LINES[12:30]]


def rows(between: str, *, aligned: bool = True) -> list[str]:
    page = [[column[at] if at < len(column) else "" for column in COLUMNS] for at in range(22)]
    return [between.join(f"{cell:32}" if aligned else cell for cell in row).rstrip() for row in page]


@pytest.mark.parametrize("rule", ["│", "┃", "|", "¦"])
@pytest.mark.parametrize("aligned", [True, False])
def test_a_page_with_rules_comes_out_as_one_with_blanks(rule, aligned):
    with_rules = "\n".join(rows(f" {rule} ", aligned=aligned))
    blank = pc.split_columns(pc.drop_column_rules(with_rules))
    assert blank.split() == pc.split_columns("\n".join(rows("   "))).split()
    assert pc.clean(with_rules).split() == pc.clean("\n".join(rows("   "))).split()


def test_rules_that_end_with_their_columns_or_were_not_read_tell_nothing_of_the_others():
    page = rows(" │ ")
    page[5] = page[5].replace("│", " ", 1)
    page[16:] = [row.rstrip(" │") for row in page[16:]]
    assert "│" not in pc.drop_column_rules("\n".join(page))


def test_rules_with_a_row_of_lines_between_them_are_a_table_s():
    page = rows(" | ")
    page.insert(1, "-" * 33 + "+" + "-" * 34 + "+" + "-" * 33)
    table = "\n".join(page)
    assert pc.drop_column_rules(table) == table


def test_a_row_of_hyphens_that_no_rule_crosses_makes_no_table():
    page = rows(" | ")
    page.insert(9, "-" * 100)
    assert "|" not in pc.drop_column_rules("\n".join(page))


def test_rules_may_be_off_by_a_cell():
    page = [row.replace("│", " │", 1) if at % 3 == 1 else row for at, row in enumerate(rows(" │ "))]
    page[5] = page[5].replace("│", " ", 1)
    page[16:] = [row.rstrip(" │") for row in page[16:]]
    assert "│" not in pc.drop_column_rules("\n".join(page))


def test_rules_of_three_columns_below_two_that_a_headline_parts_from_them():
    wide = textwrap.wrap(STORY * 4, 50)
    two = [f"{left} | {right}" for left, right in zip(wide[:22], wide[9:31], strict=True)]
    headline = [
        "",
        "A HEADLINE OVER ALL",
        "OF THE COLUMNS",
        "",
        "A deck of a line or two below",
        "that tells more",
    ]
    page = "\n".join([*two, *headline, *rows(" | ", aligned=False)[:16]])
    assert "|" not in pc.drop_column_rules(page)


def test_rules_that_touch_the_words_beside_them_leave_a_gutter():
    blank = pc.split_columns(pc.drop_column_rules("\n".join(rows("│"))))
    assert blank.split() == pc.split_columns("\n".join(rows("   "))).split()


def test_lines_of_a_column_start_under_each_other_behind_blanks_for_uneven_rules():
    page = pc.drop_column_rules("\n".join(rows(" | ", aligned=False))).split("\n")
    for column in COLUMNS[1:]:
        assert len({row.index(line) for row, line in zip(page, column, strict=False)}) == 1


def test_a_rule_read_behind_every_line_goes():
    page = "\n".join(LINES[:20])
    assert pc.drop_column_rules(page.replace("\n", " |\n")) == page


def test_rules_before_some_lines_stay():
    text = "\n".join([*LINES[:30], *(f"| {line}" for line in LINES[3:14]), *LINES[20:40]])
    assert pc.drop_column_rules(text) == text


def test_every_rule_that_was_dropped_is_in_the_trace():
    page = "\n".join(rows(" | "))
    trace = pc.trace(page)
    dropped = [c for c in trace.changes if c.step == "drop_column_rules"]
    assert len(dropped) == page.count("|")


def test_many_rules_cost_no_more_each():
    times = []
    for size in (20_000, 160_000):
        text = "|" * size + "\n" + "a | b\n" * (size // 10)
        start = time.process_time()
        assert pc.drop_column_rules(text) == text
        times.append(time.process_time() - start)
    assert times[1] < 8 * 2.5 * times[0] + 0.05
