"""Columns on one line with the gutters lost: a step for pages known to be so damaged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from paperclean.columns import fused_han, fused_latin
from paperclean.edits import Span
from paperclean.languages import refuse_unknown
from paperclean.scripts import IS_HAN
from paperclean.steps import reorder

__all__ = ["cut_fused_rows"]

FEWEST_ROWS = 8


@reorder
def cut_fused_rows(text: str, *, language: str | None = None) -> Iterator[Span | str]:
    r"""Cut rows in which columns touch without any gutter, and put the columns below one another.

    Some extractors, and OCR that takes a page for one column, write the lines of all columns one after another, a blank
    between them. Text comes in as such lines, at least eight in a stretch without blank lines. Two columns of Chinese are cut
    where the characters on both sides least belong together and those of the rows above and below most do, near the
    one width that suits all rows. Two to ten columns of Latin script are counted and measured by what shares the rows out
    best: lines fill the column's width, in print, or end a sentence, and go on in the column's next line rather than across
    the cut. Rows of more than a thousand characters, or more than a thousand of them, are no page's and stay. *language*
    (`en`, `de`, `fr`, `nl`; `None`: told by the words) chooses the table of associations, `ValueError` for one that is not
    known.

    Not in the default pipeline: about one Chinese row in ten is cut a character off; of the lines of evenly set English
    pages four in five are followed by the right one, of scans from three in five to hardly any, by newspaper.

    >>> page = '''今年前三季度江苏无锡电动全国人大常委会副委员长出
    ... 摩托车出口额同比增长超过席会议并听取了执法检查组
    ... 百分之三十是无锡整体出口关于检查节约能源法实施情
    ... 增速的两倍多迅猛增长的背况的报告与会同志围绕更好
    ... 后有何秘诀这段时间无锡市统筹节能与降碳工作健全节
    ... 的车型四秒变形把便携式出能监督管理体制机制优化居
    ... 行做到极致这款大马力电动民阶梯电价能源工作重点新
    ... 车搭载全球领先的快充技术型城镇化进程中的节能问题'''
    >>> print(cut_fused_rows(page).split()[1])
    摩托车出口额同比增长超过

    >>> page = '''
    ... Nobody knew who had written the The harbour board met on Monday to
    ... letter, but those who read it said hear why the second dock, begun nine
    ... that it must have come from the north, years ago and twice as dear as the
    ... where the snow lay deep and the mails first, still holds no water. Its
    ... were late. The mayor answered that he engineer said that the clay under the
    ... would not wait for a second one. When eastern wall had moved in the winter,
    ... the carriage came back in the evening that the pumps ordered from abroad
    ... it was empty, and the driver, a quiet were late, and that nobody could
    ... man, told the crowd at the bridge what promise more than hard work. The
    ... he had seen on the road. A week later members listened, asked how much had
    ... '''.strip()
    >>> print("\n".join(cut_fused_rows(page).split("\n")[8:13]))
    man, told the crowd at the bridge what
    he had seen on the road. A week later
    The harbour board met on Monday to
    hear why the second dock, begun nine
    years ago and twice as dear as the

    Lines of a single column run on from one to the next, and stay:

    >>> prose = "今年前三季度江苏无锡电动\n摩托车出口额同比增长超过\n" * 5
    >>> cut_fused_rows(prose) == prose
    True
    """
    refuse_unknown(language)
    stretches = [(rows, _pieces(text, rows, language)) for rows in _stretches(text)]
    if not any(pieces for _, pieces in stretches):
        return
    for number, (rows, pieces) in enumerate(stretches):
        if number:
            yield "\n\n"
        yield from pieces or _lines(rows)
    if text.endswith("\n"):
        yield "\n"


def _stretches(text: str) -> Iterator[list[Span]]:
    """The rows that no blank line parts."""
    start = 0
    rows: list[Span] = []
    for line in chain(text.split("\n"), ("",)):
        if body := line.strip():
            at = start + line.index(body)
            rows.append(Span(at, at + len(body)))
        elif rows:
            yield rows
            rows = []
        start += len(line) + 1


def _lines(rows: list[Span]) -> Iterator[Span | str]:
    """The *rows*, one below the other."""
    for number, row in enumerate(rows):
        if number:
            yield "\n"
        yield row


def _pieces(text: str, rows: list[Span], language: str | None) -> list[Span | str]:
    """The columns of a stretch of *rows*, one below the other; nothing where they hold a single one."""
    if len(rows) < FEWEST_ROWS:
        return []
    sample = text[rows[0].start : rows[FEWEST_ROWS - 1].end]
    if len(IS_HAN.findall(sample)) >= 0.5 * len(sample):
        columns = fused_han.columns_apart(text, rows)
        return [piece for column in columns for piece in ("\n\n", *_lines(column))][1:]
    return fused_latin.columns_apart(text, rows, language)
