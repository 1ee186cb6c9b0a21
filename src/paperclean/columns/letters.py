"""How wide words are in print, where letters are not all of one width.

Lines set to one width differ in their number of letters: one of many `m` and capitals holds fewer than one of many `i`
and `l`. Measured in the letters' own widths, the full lines of real columns differ by a ninth to a quarter less.
"""

from __future__ import annotations

from paperclean.columns.rows import Row, is_wide

__all__ = ["in_print", "width_in_print"]

# In thousandths of the type size, as in common faces for running text (Times and its like).
WIDTHS = {
    character: width
    for characters, width in (
        (".,·", 250),
        ("ijltſI:;'’‘!|/1îï", 290),
        ("frJ()[]-‐⸗¬", 333),
        ('sceazéèêëàâäáçß?*"“”„«»', 430),
        ("vxykndhobpqugñöóôòüúùû023456789", 500),
        ("ABCDEFGHKLNOPQRSTUVXYZÄÖÜÉÈÀ&œæ", 660),
        ("w", 720),
        ("m", 780),
        ("MW—%", 900),
    )
    for character in characters
}
USUAL = 450


def width_in_print(word: str) -> int:
    """How wide *word* is, in thousandths of the type size."""
    return sum([WIDTHS.get(character, USUAL) for character in word])


class _Widths(dict[str, int]):
    """The width of each word, reckoned when first asked for."""

    def __missing__(self, word: str) -> int:
        width = self[word] = width_in_print(word)
        return width


def in_print(text: str, rows: list[Row]) -> list[Row]:
    r"""The same rows, with the places in print where words begin and finish; Han characters are all of one width.

    >>> from paperclean.columns.rows import rows_of
    >>> narrow, wide = in_print("will still\nMann wommt", rows_of("will still\nMann wommt"))
    >>> narrow.finish[-1] < 9 and wide.finish[-1] > 11
    True
    """
    if is_wide(text):
        return rows
    of = _Widths()
    widths = [[of[text[a:b]] for a, b in zip(row.start, row.end, strict=True)] for row in rows]
    cells = sum(sum(row.right) - sum(row.left) for row in rows)
    scale = cells / sum(map(sum, widths))
    printed = []
    for row, wide in zip(rows, widths, strict=True):
        begin: list[float] = []
        finish: list[float] = []
        at = 0.0
        for gap, width in zip(row.gap, wide, strict=True):
            begin.append(at + gap)
            at += gap + scale * width
            finish.append(at)
        printed.append(row._replace(begin=begin, finish=finish))
    return printed
