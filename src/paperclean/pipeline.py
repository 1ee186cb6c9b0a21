"""Steps and how they are put together.

A step is any function from text to text. `rewrite` and `reorder` make steps whose every change can be
traced; a `Pipeline` and a `Planned` stage are steps too, so all of them nest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial, update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar

from paperclean.edits import Edit, Span, arrange, splice
from paperclean.layers import Layer, Reordered, Rewritten, difference
from paperclean.survey import Survey

__all__ = [
    "Pipeline",
    "Planned",
    "Reorder",
    "Rewrite",
    "Step",
    "as_text",
    "reorder",
    "rewrite",
    "run",
    "step_name",
]

NOT_TEXT = "paperclean cleans text (str), not {}; paperclean.read() turns bytes and files into text"

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


class _Finder(Generic[P, Found]):
    """A step made from a finder. It pickles by its name, as a function does."""

    __name__: str
    __qualname__: str

    def __init__(self, find: Callable[Concatenate[str, P], Iterable[Found]]) -> None:
        self._find = find
        update_wrapper(self, find)

    def __call__(self, text: str, /, *args: P.args, **options: P.kwargs) -> str:
        text = as_text(text)
        return self.made(text, self._find(text, *args, **options), None)

    def __repr__(self) -> str:
        return self.__name__

    def __reduce__(self) -> str:
        return self.__qualname__

    def run(self, text: str, layers: list[Layer] | None, /, *args: P.args, **options: P.kwargs) -> str:
        """What *text* becomes; append to *layers*, where given, what was done."""
        return self.made(text, self._find(text, *args, **options), layers)

    def made(self, text: str, found: Iterable[Found], layers: list[Layer] | None) -> str:
        """What *text* becomes by what was *found*; append to *layers*, where given, the record of it."""
        raise NotImplementedError


class Rewrite(_Finder[P, Edit]):
    """A step that edits text in place; made by `rewrite`."""

    def made(self, text: str, found: Iterable[Edit], layers: list[Layer] | None) -> str:
        if layers is None:
            return splice(text, found)  # an edit is let go as soon as it is made
        edits = list(found)
        if edits:
            layers.append(Rewritten(self.__name__, edits, text))
        return splice(text, edits)


class Reorder(_Finder[P, "Span | str"]):
    """A step that moves text; made by `reorder`."""

    def made(self, text: str, found: Iterable[Span | str], layers: list[Layer] | None) -> str:
        pieces = list(found)
        if not pieces:
            return text
        after, placed = arrange(text, pieces)
        if layers is not None:
            layers.append(Reordered(self.__name__, placed, text, after))
        return after


def rewrite(find: Callable[Concatenate[str, P], Iterable[Edit]]) -> Rewrite[P]:
    """Make a step from a finder of edits (ordered, not overlapping). Use as a decorator.

    >>> @rewrite
    ... def drop_stars(text):
    ...     for at, c in enumerate(text):
    ...         if c == "*":
    ...             yield Edit(at, at + 1, "")
    >>> drop_stars("a*b*")
    'ab'
    """
    return Rewrite(find)


def reorder(find: Callable[Concatenate[str, P], Iterable[Span | str]]) -> Reorder[P]:
    """Make a step from a finder of spans and white-space separators in their new order. Use as a decorator.

    A finder that yields nothing leaves the text as it is. A finder that would lose or double a character
    is refused with `ValueError` (see `paperclean.edits.arrange`).

    >>> @reorder
    ... def swap_halves(text):
    ...     middle = len(text) // 2
    ...     yield Span(middle, len(text))
    ...     yield Span(0, middle)
    >>> swap_halves("右左")
    '左右'
    """
    return Reorder(find)


class Pipeline:
    """Steps one after another; itself a step. The empty pipeline changes nothing.

    Pipelines compare equal when their steps do, and pickle when their steps do.

    >>> Pipeline()("unchanged")
    'unchanged'
    >>> Pipeline(str.strip, str.title)(" the times ")
    'The Times'
    >>> Pipeline(str.strip, str.title).without(str.title)
    Pipeline(strip)
    """

    __name__ = "pipeline"

    def __init__(self, *steps: Step) -> None:
        for step in steps:
            if not callable(step):
                raise TypeError(f"a step is a function from text to text, not {step!r}")
        self.steps = steps

    def __call__(self, text: str) -> str:
        return run(self, text)

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pipeline) and list(map(_identity, self)) == list(map(_identity, other))

    def __hash__(self) -> int:
        return hash(tuple(map(_identity, self)))

    def __repr__(self) -> str:
        return f"Pipeline({', '.join(map(step_name, self))})"

    def without(self, *steps: Step | str) -> Pipeline:
        """Return this pipeline less *steps*, wherever they are nested: functions, or their names.

        A function that is no step here takes nothing out; a name that no step or plan here knows is a mistake:
        `ValueError`. Anything else is a `TypeError`.

        >>> Pipeline(str.strip).without("stirp")
        Traceback (most recent call last):
        ValueError: no step 'stirp' to leave out of Pipeline(strip)
        """
        for step in steps:
            if isinstance(step, str):
                if step not in _names(self):
                    raise ValueError(f"no step {step!r} to leave out of {self!r}")
            elif not callable(step):
                raise TypeError(f"a step to leave out is a function or its name, not {step!r}")
        names = frozenset(step if isinstance(step, str) else step_name(step) for step in steps)
        return _pipeline_less(self, names)

    def with_style(self, style: Any) -> Pipeline:
        """Return this pipeline with every plan following *style*."""
        return Pipeline(*(_styled(step, style) for step in self))


Plan: TypeAlias = Callable[[Survey, Any], Iterable[Step]]


class Planned:
    """A stage whose steps follow from a survey of the text that enters it; itself a step.

    *plan* is a plain function from a `Survey` and a style to steps, so it reads as a table of contents.
    """

    def __init__(self, plan: Plan, style: Any = None, *, excluded: frozenset[str] = frozenset()) -> None:
        self.plan = plan
        self.style = style
        self.excluded = excluded
        self.__name__ = plan.__name__

    def __call__(self, text: str) -> str:
        return run(self, text)

    def steps(self, page: Survey) -> list[Step]:
        """The steps planned for a text, from the *page*'s survey."""
        planned = self.plan(page, self.style)
        if not self.excluded:
            return list(planned)
        return [_less(step, self.excluded) for step in planned if step_name(step) not in self.excluded]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Planned) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"Planned({self.__name__})"

    def _key(self) -> tuple[Any, ...]:
        return (self.plan, self.style, self.excluded)


def run(step: Step, text: str, layers: list[Layer] | None = None) -> str:
    """Return what *step* makes of *text*; append to *layers*, where given, what it did.

    The one code path of plain and traced runs.
    """
    return _run(step, as_text(text), layers)


def _run(step: Step, text: str, layers: list[Layer] | None, page: Survey | None = None) -> str:
    match step:
        case Pipeline():
            inner: Sequence[Step] = step.steps
        case Planned():
            page = _survey(text, page)
            inner = step.steps(page)
        case _:
            return _apply(step, text, layers)
    idle: list[Step] = []  # steps that left the text as it is now, and so would again
    for each in inner:
        if each in idle:
            continue
        if isinstance(each, Planned):
            page = _survey(text, page)
        before, text = text, _run(each, text, layers, page)
        if text == before:
            idle.append(each)
        else:
            idle.clear()
    return text


def _survey(text: str, page: Survey | None) -> Survey:
    """The survey of *text*: the one at hand, where nothing has been changed since."""
    return page if page is not None and page.text is text else Survey(text)


def _apply(step: Step, text: str, layers: list[Layer] | None) -> str:
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


def step_name(step: Step) -> str:
    """The name a step goes by: its function's."""
    while isinstance(step, partial):
        step = step.func
    return getattr(step, "__name__", None) or type(step).__name__


def _names(step: Step) -> Iterator[str]:
    """The names of *step* and of all in it. A plan's steps depend on the page, but stand by name in its code."""
    yield step_name(step)
    if isinstance(step, Pipeline):
        for inner in step:
            yield from _names(inner)
    elif isinstance(step, Planned) and (code := getattr(step.plan, "__code__", None)):
        yield from code.co_names


def _pipeline_less(steps: Iterable[Step], names: frozenset[str]) -> Pipeline:
    return Pipeline(*(_less(step, names) for step in steps if step_name(step) not in names))


def _less(step: Step, names: frozenset[str]) -> Step:
    if isinstance(step, Pipeline):
        return _pipeline_less(step, names)
    if isinstance(step, Planned):
        return Planned(step.plan, step.style, excluded=step.excluded | names)
    return step


def _styled(step: Step, style: Any) -> Step:
    if isinstance(step, Pipeline):
        return step.with_style(style)
    if isinstance(step, Planned):
        return Planned(step.plan, style, excluded=step.excluded)
    return step


def _identity(step: Step) -> Any:
    if isinstance(step, partial):
        return (_identity(step.func), step.args, tuple(sorted(step.keywords.items())))
    return step
