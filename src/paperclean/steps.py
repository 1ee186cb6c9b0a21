"""Steps: functions from text to text, and those whose every change can be traced.

`rewrite` makes such a step from a finder of edits, `reorder` from a finder of spans in their new order.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable
from functools import partial, update_wrapper
from itertools import starmap
from typing import Concatenate, Generic, ParamSpec, TypeAlias, TypeVar

from paperclean.edits import Edit, Span, arrange, splice
from paperclean.layers import Layer, Reordered, Rewritten, difference

__all__ = [
    "Reorder",
    "Rewrite",
    "Step",
    "apply",
    "as_text",
    "reorder",
    "rewrite",
    "step_name",
    "warn_of_name",
]

FILES = ".txt", ".text", ".pdf"
NAME = re.compile(r"\S{1,255}")  # told by its form alone: to look for the file may ask another machine
NOT_TEXT = "paperclean cleans text (str), not {}; paperclean.read() turns bytes and files into text"

ONE = (str, Edit, Span)  # what a finder returns that should have yielded it
Step: TypeAlias = Callable[[str], str]
P = ParamSpec("P")
Found = TypeVar("Found")


def as_text(text: object) -> str:
    """*text* as a plain `str`: one of a subclass may hold a whole tree or array in memory. `TypeError` for no text."""
    if type(text) is str:
        return text
    if not isinstance(text, str):
        raise TypeError(NOT_TEXT.format(type(text).__name__))
    return str.__str__(text)


def warn_of_name(text: object) -> None:
    """Warn where *text* is the name of a file and no more: what is in the file is meant."""
    if isinstance(text, str) and text.endswith(FILES) and NAME.fullmatch(text):
        warnings.warn("the text to clean is a file's name; paperclean.read() reads the file", stacklevel=3)


class _Finder(Generic[P, Found]):
    """A step made from a finder. It pickles by its name, as a function does."""

    __name__: str
    __qualname__: str

    def __init__(self, find: Callable[Concatenate[str, P], Iterable[Found]]) -> None:
        if not callable(find):
            raise TypeError(
                f"a step is made from a function that finds its edits or spans, not from {find!r}"
            )
        self._find = find
        update_wrapper(self, find)
        self.__name__ = step_name(find)

    def __call__(self, text: str, /, *args: P.args, **options: P.kwargs) -> str:
        return self.run(as_text(text), None, *args, **options)

    def __repr__(self) -> str:
        return self.__name__

    def __reduce__(self) -> str:
        return self.__qualname__

    def run(self, text: str, layers: list[Layer] | None, /, *args: P.args, **options: P.kwargs) -> str:
        """What *text* becomes; append to *layers*, where given, what was done."""
        found = self._find(text, *args, **options)
        if isinstance(found, ONE) or not hasattr(found, "__iter__"):
            what = "None" if found is None else f"one {type(found).__name__}"
            raise TypeError(
                f"the finder of {self.__name__} returned {what}: it must yield what it finds, or return a list of it"
            )
        return self.made(text, found, layers)

    def made(self, text: str, found: Iterable[Found], layers: list[Layer] | None) -> str:
        """What *text* becomes by what was *found*; append to *layers*, where given, the record of it."""
        raise NotImplementedError


class Rewrite(_Finder[P, Edit]):
    """A step that edits text in place; made by `rewrite`."""

    def made(self, text: str, found: Iterable[Edit], layers: list[Layer] | None) -> str:
        if layers is None:
            return splice(text, found, by=self.__name__)  # an edit is let go as soon as it is made
        edits = list(found)
        after = splice(text, edits, by=self.__name__)
        if edits:
            layers.append(Rewritten(self.__name__, list(starmap(Edit, edits)), text))
        return after


class Reorder(_Finder[P, "Span | str"]):
    """A step that moves text; made by `reorder`."""

    def made(self, text: str, found: Iterable[Span | str], layers: list[Layer] | None) -> str:
        pieces = list(found)
        if not pieces:
            return text
        after, placed = arrange(text, pieces, by=self.__name__)
        if layers is not None:
            layers.append(Reordered(self.__name__, placed, text, after))
        return after


def rewrite(find: Callable[Concatenate[str, P], Iterable[Edit]]) -> Rewrite[P]:
    """Make a step from a finder of edits (ordered, not overlapping). Use as a decorator.

    The step raises `ValueError` for edits that overlap, are out of order or outside the text, and `TypeError` for what is no
    `Edit`, both with its name.

    >>> @rewrite
    ... def drop_stars(text):
    ...     for at, c in enumerate(text):
    ...         if c == "*":
    ...             yield Edit(at, at + 1, "")
    >>> drop_stars("a*b*")
    'ab'
    >>> rewrite(lambda text: [Edit(0, 2, ""), Edit(1, 3, "")])("abc")
    Traceback (most recent call last):
    ValueError: the edits of <lambda> must be in order, apart and inside the text: Edit(start=1, end=3, text='', reason='', confidence=1.0) in a text of 3 characters, of which 2 are already done
    """
    return Rewrite(find)


def reorder(find: Callable[Concatenate[str, P], Iterable[Span | str]]) -> Reorder[P]:
    """Make a step from a finder of spans and white-space separators in their new order. Use as a decorator.

    A finder that yields nothing leaves the text as it is. One that would lose or double a character
    is refused with `ValueError`, one that yields anything else with `TypeError`.

    >>> @reorder
    ... def swap_halves(text):
    ...     middle = len(text) // 2
    ...     yield Span(middle, len(text))
    ...     yield Span(0, middle)
    >>> swap_halves("右左")
    '左右'
    >>> reorder(lambda text: [Span(1, 2)])("右左")
    Traceback (most recent call last):
    ValueError: <lambda> must keep every character: '右' at 0 is in no span
    """
    return Reorder(find)


def apply(step: Step, text: str, layers: list[Layer] | None) -> str:
    """What *step*, a single one, makes of *text*; append to *layers*, where given, what it did."""
    finder, args, options = step, (), {}
    if isinstance(step, partial) and isinstance(step.func, _Finder):
        finder, args, options = step.func, step.args, step.keywords
    if isinstance(finder, _Finder):
        return finder.run(text, layers, *args, **options)
    after = step(text)
    if not isinstance(after, str):
        raise TypeError(f"step {step_name(step)} returned {type(after).__name__}, not text")
    if layers is not None and after != text:
        layers.append(difference(step_name(step), text, after))
    return after


def step_name(step: Callable[..., object]) -> str:
    """The name a step goes by: its function's."""
    while isinstance(step, partial):
        step = step.func
    return getattr(step, "__name__", None) or type(step).__name__
