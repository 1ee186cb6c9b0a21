"""Rows that hold a line of each column, the gutters lost: they come apart; rows of a single column stay."""

from __future__ import annotations

import textwrap
from itertools import pairwise, zip_longest

import pytest

import paperclean as pc
from strategies.prose import GERMAN, HAN, MORE, STORY, VINEYARD

LOAN = VINEYARD + (
    "A loan from the canton is spoken of, and the cooperative has asked its members to say by the end of the month who would take it. "
)
SCHOOL = (
    "In der neuen Schule an der Brücke wird seit dem Herbst auch am Abend unterrichtet. Wer tagsüber in der Fabrik "
    "steht, lernt dort rechnen, zeichnen und die Anfänge der französischen Sprache. Der Lehrer, ein junger Mann aus "
    "dem Oberland, hat die Bänke selber gebaut, weil die Gemeinde nur für das Holz aufkommen wollte. Jetzt fehlt es "
    "an Lampen, und im Winter, so schreibt er, sehe man die Tafel kaum. Ein Freund der Sache hat ihm darauf zwei "
    "große Laternen geschickt und gebeten, seinen Namen nicht zu nennen."
)
DIGUE = (
    "La digue qui protège les prés au-dessous du moulin a cédé dans la nuit de mardi, et l'eau est entrée dans les "
    "caves du bas de la ville. Le préfet, arrivé à cheval avant le jour, a fait ouvrir les écluses et distribuer du "
    "pain aux familles qui avaient dû quitter leurs maisons. On ne compte pas de victimes, mais les foins sont perdus "
    "et le pont de bois a été emporté avec la maison du garde. Les ouvriers de la fabrique ont travaillé sans repos. "
)
PROCES = (
    "Le procès du notaire de la rue Haute s'est ouvert devant une salle pleine. L'accusé, qui porte la barbe et des "
    "lunettes bleues, a répondu d'une voix ferme qu'il n'avait jamais reçu la somme dont parle la veuve. Celle-ci a "
    "montré au tribunal deux lettres que personne ne connaissait encore, et que l'avocat a demandé à examiner avant "
    "de continuer. Le président a remis la suite à jeudi, jour où seront entendus les commis et le caissier. "
)
ORCHARD = (
    "今年春天气温回升得早果农们三月初就下地修剪枝条村里请来农业大学的老师讲授怎样防治病虫害合作社统一购买肥料"
    "价格比去年便宜一成左右到了秋天苹果获得丰收可是销路成了新的问题县里组织干部到南方的大城市推销又帮助农民在网上"
    "开店许多年轻人返回家乡学习摄影和包装把山里的水果卖到全国各地收入比外出打工还要高出不少"
)


def fused(*columns: list[str]) -> str:
    """The *columns* as an extraction writes them that goes by height and parts words by one blank."""
    return "\n".join(" ".join(filter(None, row)) for row in zip_longest(*columns, fillvalue=""))


def share_in_order(columns: list[list[str]], out: str) -> float:
    """The share of the lines that stand in *out* with the column's next line below them."""
    lines = out.split("\n")
    pairs = {(line, below) for line, below in pairwise(lines)}
    want = [pair for column in columns for pair in pairwise(column)]
    return sum(pair in pairs for pair in want) / len(want)


@pytest.mark.parametrize(
    ("texts", "width", "least"),
    [
        ([STORY + LOAN, MORE + STORY], 36, 0.9),
        ([STORY, MORE, LOAN], 34, 0.8),
        ([GERMAN, SCHOOL], 34, 0.9),
        ([DIGUE, PROCES], 34, 0.8),
    ],
    ids=["two columns", "three columns", "German", "French"],
)
def test_rows_of_latin_script_come_apart(texts, width, least):
    columns = [textwrap.wrap(text, width) for text in texts]
    page = fused(*columns)
    assert share_in_order(columns, page) == 0
    assert share_in_order(columns, pc.cut_fused_rows(page)) >= least


def test_rows_of_chinese_come_apart():
    columns = [[text[at : at + 12] for at in range(0, 132, 12)] for text in (HAN, ORCHARD)]
    page = "\n".join(map("".join, zip(*columns, strict=True)))
    assert share_in_order(columns, pc.cut_fused_rows(page)) >= 0.7


def test_columns_of_unequal_length_come_apart():
    columns = [textwrap.wrap(text, 34) for text in (STORY + MORE, LOAN)]
    assert share_in_order(columns, pc.cut_fused_rows(fused(*columns))) >= 0.8


def test_a_headline_over_the_columns_stays_whole():
    columns = [textwrap.wrap(text, 36) for text in (STORY + LOAN, MORE + STORY)]
    headline = "Dock Still Dry"
    out = pc.cut_fused_rows(f"{headline}\n{fused(*columns)}").split("\n")
    assert out[0] == headline
    assert share_in_order(columns, "\n".join(out)) >= 0.9


def test_every_character_stays_and_is_traced_to_its_place():
    page = fused(*(textwrap.wrap(text, 34) for text in (STORY, MORE, LOAN)))
    trace = pc.trace(page, pipeline=pc.cut_fused_rows)
    assert trace.clean != page
    assert sorted("".join(trace.clean.split())) == sorted("".join(page.split()))
    for at, character in enumerate(trace.clean):
        if not character.isspace():
            ((start, end),) = trace.source(at, at + 1)
            assert page[start:end] == character


@pytest.mark.parametrize("width", [40, 60, 80, 110])
@pytest.mark.parametrize("text", [STORY + MORE + LOAN, GERMAN + " " + SCHOOL, DIGUE + PROCES, HAN + ORCHARD])
def test_lines_of_a_single_column_stay(text, width):
    if text[0] >= "\u4e00":
        page = "\n".join(text[at : at + width // 2] for at in range(0, len(text), width // 2))
    else:
        page = "\n".join(textwrap.wrap(text, width))
    assert pc.cut_fused_rows(page) == page


@pytest.mark.parametrize(
    "page",
    [
        "Zürich fair seven Bern rain four Genève fair nine\n" * 12,
        "\n".join(
            f"{n}. Wanderers v. Rovers, kick-off at {n % 6 + 1} on the lower ground" for n in range(1, 25)
        ),
        "\n".join(f"    if item.{name}(value) and not other: return {name!r}" for name in dir(str)[-30:]),
        "O\n" * 30,
    ],
    ids=["table", "fixtures", "source code", "one word a line"],
)
def test_what_holds_no_columns_stays(page):
    assert pc.cut_fused_rows(page) == page


def test_what_has_been_cut_is_not_cut_again():
    out = pc.cut_fused_rows(fused(*(textwrap.wrap(text, 34) for text in (STORY, MORE, LOAN))))
    assert pc.cut_fused_rows(out) == out


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_text_ends_as_it_did(end):
    page = fused(*(textwrap.wrap(text, 34) for text in (STORY, MORE, LOAN))) + end
    out = pc.cut_fused_rows(page)
    assert out != page
    assert out.rstrip() + end == out
