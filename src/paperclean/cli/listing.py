"""The steps, for `--list` and `--without`."""

from __future__ import annotations

from functools import cache

from paperclean import public
from paperclean.pipeline import Pipeline, Planned
from paperclean.plans import Style, newspaper
from paperclean.steps import Reorder, Rewrite, Step, step_name
from paperclean.survey import Survey

__all__ = ["list_steps", "planned_steps"]

# A plan chooses its steps by the page; these pages make it show them all, the one with the earlier steps first.
PAGES = (
    "\u200bThe mayor &amp;  the people.",
    "中央和地方政府出台了政策。",
)


@cache
def planned_steps() -> tuple[str, ...]:
    """The names of the steps of the default pipeline, in its order."""
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
    others = [name for name in public.__all__ if isinstance(getattr(public, name), Rewrite | Reorder)]
    others = [name for name in others if name not in planned_steps()]
    width = max(map(len, (*planned_steps(), *others)))
    lines = []
    for title, names in (
        ("steps of a run, as far as the page asks for them, in this order:", planned_steps()),
        ("steps to call from Python (in a run only by --script and by --furniture drop):", others),
    ):
        lines += [title, *(f"  {name:{width}}  {_summary(name)}" for name in names)]
    return "\n".join(lines)


def _summary(name: str) -> str:
    documentation = getattr(public, name, None).__doc__ or ""
    return " ".join(documentation.strip().split("\n\n")[0].split())
