"""Every public step, found by what it is."""

from __future__ import annotations

import paperclean as pc
from paperclean import public
from paperclean.steps import Reorder, Rewrite, step_name

STEPS = [value for name in public.__all__ if isinstance(value := getattr(public, name), Rewrite | Reorder)]
PIPELINES = [pc.newspaper, pc.Pipeline()]
EVERY = [*STEPS, *PIPELINES]


def name(step: object) -> str:
    return "newspaper" if step is pc.newspaper else step_name(step)  # type: ignore[arg-type]
