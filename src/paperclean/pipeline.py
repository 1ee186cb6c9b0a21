"""How steps are put together.

A `Pipeline` and a `Planned` stage are steps too, so all of them nest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import partial
from typing import Any, TypeAlias

from paperclean.layers import Layer
from paperclean.steps import Step, apply, as_text, step_name
from paperclean.survey import Survey

__all__ = ["Pipeline", "Planned", "has_plan", "run"]


class Pipeline:
    """Steps one after another; itself a step. The empty pipeline changes nothing.

    Pipelines compare equal when their steps do, and pickle when their steps do. `TypeError` for a step that is no function.

    >>> Pipeline()("unchanged")
    'unchanged'
    >>> Pipeline(str.strip, str.title)(" the times ")
    'The Times'
    >>> Pipeline(str.strip, str.title).without(str.title)
    Pipeline(strip)
    """

    __name__ = "pipeline"

    def __init__(self, *steps: Step) -> None:
        self.steps = tuple(map(_no_other, steps))

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
        ValueError: no step 'stirp' to leave out of Pipeline(strip); is 'strip' meant?
        """
        for step in steps:
            if isinstance(step, str):
                names = list(_names(self))
                if step not in names:
                    near = "".join(f"; is {name!r} meant?" for name in get_close_matches(step, names, n=1))
                    raise ValueError(f"no step {step!r} to leave out of {self!r}{near}")
            elif not callable(step):
                raise TypeError(f"a step to leave out is a function or its name, not {step!r}")
        excluded = frozenset(step if isinstance(step, str) else step_name(step) for step in steps)
        return _pipeline_less(self, excluded)

    def with_style(self, style: Any) -> Pipeline:
        """Return this pipeline with every plan following *style*.

        `TypeError` for a style of another class than the one that a plan follows now.

        >>> from paperclean import newspaper
        >>> newspaper.with_style("Hans")
        Traceback (most recent call last):
        TypeError: the plan entities follows a Style, not 'Hans'
        """
        return Pipeline(*(_styled(step, style) for step in self))


Plan: TypeAlias = Callable[[Survey, Any], Iterable[Step]]


class Planned:
    """A stage whose steps follow from a survey of the text that enters it; itself a step.

    *plan* is a plain function from a `Survey` and a style to steps, so it reads as a table of contents. *style* may be
    anything that the plan understands. `TypeError` for a plan that is no function.

    >>> def headings(page, style):
    ...     if page.language == "en":
    ...         yield str.title
    >>> Planned(headings)("the fall of the house"), Planned(headings)("de val van het huis")
    ('The Fall Of The House', 'de val van het huis')
    """

    def __init__(self, plan: Plan, style: Any = None, *, excluded: frozenset[str] = frozenset()) -> None:
        if not callable(plan):
            raise TypeError(f"a plan is a function from a survey and a style to steps, not {plan!r}")
        self.plan = plan
        self.style = style
        self.excluded = excluded
        self.__name__ = step_name(plan)

    def __call__(self, text: str) -> str:
        return run(self, text)

    def steps(self, page: Survey) -> list[Step]:
        """The steps planned for a text, from the *page*'s survey."""
        planned = self.plan(page, self.style)
        if not hasattr(planned, "__iter__"):  # a tenth of what `Iterable` takes
            raise TypeError(f"the plan {self.__name__} must yield steps, not return {planned!r}")
        planned = map(_no_other, planned)
        if not self.excluded:
            return list(planned)
        return [_less(step, self.excluded) for step in planned if step_name(step) not in self.excluded]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Planned) and self.plan == other.plan and self._key() == other._key()

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
            return apply(step, text, layers)
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
        if step.style is not None and not isinstance(style, type(step.style)):
            raise TypeError(f"the plan {step.__name__} follows a {type(step.style).__name__}, not {style!r}")
        return Planned(step.plan, style, excluded=step.excluded)
    return step


def _no_other(step: Step) -> Step:
    """*step*, or `TypeError` where it is none."""
    if not callable(step):
        raise TypeError(f"a step is a function from text to text, not {step!r}")
    return step


def has_plan(step: Step) -> bool:
    """Whether there is a plan in *step*, which could follow a style."""
    return isinstance(step, Planned) or (isinstance(step, Pipeline) and any(map(has_plan, step)))


def _identity(step: Step) -> Any:
    if isinstance(step, partial):
        return (_identity(step.func), step.args, tuple(sorted(step.keywords.items())))
    return step
