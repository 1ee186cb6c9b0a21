"""The words of rows whose gutters are lost: how wide they are in print, and how well one goes on after another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from paperclean.columns.latin_links import ENDS_SENTENCE, divided_word
from paperclean.columns.letters import width_in_print
from paperclean.columns.rows import WORD
from paperclean.edits import Span
from paperclean.statistics.vocabulary import vocabulary
from paperclean.statistics.words import HYPHENATED, whole_word, word_association

__all__ = ["BLANK", "FusedWords"]

BLANK = 250  # thousandths of the type size, between two words
LEAST, MOST = -3.5, 4.5  # nats; one odd pair must not decide


class FusedWords:
    """The words of some *rows* of *text*, numbered through all of them.

    *rows*: the numbers of the words of each row. *spans*: where a word stands in the text. *at*: where in its row it begins in
    print, in thousandths of the type size; *widths*: how wide it is; *ends*: whether it ends a sentence.
    """

    def __init__(self, text: str, rows: Sequence[Span], language: str | None) -> None:
        found = [[match.span() for match in WORD.finditer(text, row.start, row.end)] for row in rows]
        self.spans = [span for row in found for span in row]
        self.words = words = [text[start:end] for start, end in self.spans]
        bounds = [0, *accumulate(map(len, found))]
        self.rows = list(map(range, bounds, bounds[1:]))
        self.widths = list(map(width_in_print, words))
        self.at = [
            at
            for row in self.rows
            for at in accumulate((self.widths[word] + BLANK for word in row[:-1]), initial=0)
        ]
        self.ends = [ENDS_SENTENCE.search(word) is not None for word in words]
        self._table = table = word_association(language)
        left = list(map(table.left_class, words))
        self._following = list(map(table.following, left))
        self._right = list(map(table.right_class, words))
        self._divided = [classes[1] == HYPHENATED for classes in left]
        self._known = vocabulary(language)
        self._of_page = {whole_word("", word) for word in words}
        self._joined: dict[tuple[int, int], float] = {}

    def width(self, row: range) -> int:
        """How wide the words of a *row*, or of a part of one, are together."""
        return self.at[row[-1]] + self.widths[row[-1]] - self.at[row[0]]

    def link(self, word: int, other: int) -> float:
        """The log odds that *other* goes on after *word*."""
        value = self._following[word][self._right[other]]
        if self._divided[word]:
            joined = self._joined.get((word, other))
            if joined is None:
                stump, rest = self.words[word], self.words[other]
                joined = divided_word(stump, rest, self._table, self._of_page, self._known)
                self._joined[word, other] = joined
            value += joined
        return MOST if value > MOST else max(value, LEAST)
