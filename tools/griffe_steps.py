"""How the docs show docstrings: doctests as code, and a step as the function it is, from text to text."""

from __future__ import annotations

import re
from typing import Any

import griffe

# A doctest runs from its first prompt to the next blank line.
DOCTEST = re.compile(r"(?m)^>>> .*(?:\n(?!\s*$).*)*")


class Steps(griffe.Extension):
    """Fence the doctests of every docstring; a decorated finder returns text, not edits."""

    def on_function(self, *, func: griffe.Function, **_: Any) -> None:
        self._fence(func)
        if any(str(decorator.value) in {"rewrite", "reorder"} for decorator in func.decorators):
            func.returns = "str"

    def on_class(self, *, cls: griffe.Class, **_: Any) -> None:
        self._fence(cls)

    @staticmethod
    def _fence(thing: griffe.Function | griffe.Class) -> None:
        if thing.docstring:
            text = thing.docstring.value
            thing.docstring.value = DOCTEST.sub(lambda match: f"```pycon\n{match[0]}\n```", text)
