"""The steps, for `--list` and `--without`."""

from __future__ import annotations

from functools import cache

from paperclean import public
from paperclean.pipeline import Pipeline, Planned, Reorder, Rewrite, Step, step_name
from paperclean.plans import Style, newspaper
from paperclean.survey import Survey

__all__ = ["list_steps", "step_names"]

# A plan chooses its steps by the page; these pages make it show them all.
PAGES = (
    "",
    "中央和地方政府出台了政策。",
    "政府昨日宣佈，將會繼續發展經濟。",
    "The mayor of the town spoke to the people.",
)


@cache
def step_names() -> tuple[str, ...]:
    """The names of the steps of the default pipeline, in its order, then of the other public steps."""
    every = [name for name in public.__all__ if isinstance(getattr(public, name), Rewrite | Reorder)]
    planned = _planned()
    return (*planned, *(name for name in every if name not in planned))


@cache
def _planned() -> tuple[str, ...]:
    return tuple(dict.fromkeys(_names(newspaper)))


def _names(step: Step) -> list[str]:
    match step:
        case Pipeline():
            return [name for inner in step for name in _names(inner)]
        case Planned():
            return [
                name
                for page in PAGES
                for inner in step.plan(Survey(page), step.style or Style())
                for name in _names(inner)
            ]
        case _:
            return [step_name(step)]


def list_steps() -> str:
    """Every step and what it does, a line each."""
    width = max(map(len, step_names()))
    lines = []
    for title, wanted in (
        ("steps of every run, in this order:", True),
        ("steps to call from Python:", False),
    ):
        rows = [name for name in step_names() if (name in _planned()) == wanted]
        if rows:
            lines += [title, *(f"  {name:{width}}  {_summary(name)}" for name in rows)]
    return "\n".join(lines)


def _summary(name: str) -> str:
    documentation = getattr(public, name, None).__doc__ or ""
    return " ".join(documentation.strip().split("\n\n")[0].split())
