"""Every public name, in the order a page meets them. `import paperclean` loads this on first use."""

from __future__ import annotations

from paperclean.characters.invisibles import drop_invisibles
from paperclean.edits import Edit, Span
from paperclean.pipeline import Pipeline, Planned, Step, reorder, rewrite
from paperclean.plans import Style, clean, newspaper, trace
from paperclean.survey import Survey
from paperclean.tracing import Change, Trace

__all__ = [
    "Change",
    "Edit",
    "Pipeline",
    "Planned",
    "Span",
    "Step",
    "Style",
    "Survey",
    "Trace",
    "clean",
    "drop_invisibles",
    "newspaper",
    "reorder",
    "rewrite",
    "trace",
]
