"""What is done with one page: read, clean, and put into the form that was asked for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from paperclean.article.assembly import articles
from paperclean.cli.columns import draw_columns
from paperclean.pipeline import Pipeline, run
from paperclean.plans import Style, newspaper
from paperclean.reading import NotTextError, decode
from paperclean.tracing import Trace, trace_step

__all__ = ["FORMATS", "Cleaned", "Treatment", "json_line", "json_value"]

FORMATS = ("text", "markdown", "json")
OF_JSON: dict[type, str] = {
    dict: "clean one field of it, as a table called .jsonl, or read from standard input with --field",
    list: "put each record on a line of its own first, for example with jq -c '.[]', and clean one field of them",
}
JSON = re.compile(r"\s*(?:\[\s*)?\{")  # a list of numbers, such as [1], may begin a page
SUFFIXES = {"text": "", "markdown": ".md", "json": ".json", "columns": ".columns"}


class Cleaned(NamedTuple):
    """What came of a page: its new *content*, the *encoding* it had, the lines of its *trace*, its *report*."""

    content: bytes
    encoding: str
    trace: bytes = b""
    report: bytes = b""


@dataclass(frozen=True)
class Treatment:
    """How pages are cleaned and written. It pickles, so that worker processes can follow it."""

    style: Style = field(default_factory=Style)
    without: tuple[str, ...] = ()
    format: str = "text"
    in_articles: bool = False
    is_traced: bool = False
    is_reported: bool = False
    encoding: str | None = None

    @cached_property
    def pipeline(self) -> Pipeline:
        """The default pipeline as asked for."""
        return newspaper.without(*self.without).with_style(self.style)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "pipeline"}

    def file_name(self, name: str) -> str:
        """What the file of the page *name* is called."""
        return name + SUFFIXES[self.format]

    def clean(self, text: str) -> str:
        """The clean text of *text*."""
        return run(self.pipeline, text)

    def page(self, name: str, data: bytes) -> Cleaned:
        """What becomes of the bytes of the page *name*. Raises what reading and cleaning raise."""
        if self.encoding:
            text, encoding = data.decode(self.encoding).removeprefix("\ufeff"), self.encoding
        else:
            decoded = decode(data)
            text, encoding = decoded.text, decoded.encoding
        if kind := _kind_of_json(text):
            raise NotTextError("JSON", OF_JSON[kind])
        if self.format == "columns":
            return Cleaned(draw_columns(text).encode("utf-8", "backslashreplace") + b"\n", encoding)
        trace = trace_step(self.pipeline, text) if self.is_traced or self.is_reported else None
        if self.in_articles:
            content = self._in_articles(name, text, encoding)
        else:
            content = self._written(name, trace.clean if trace else run(self.pipeline, text), encoding)
        if trace is None:
            return Cleaned(content, encoding)
        lines = trace_lines(name, trace) if self.is_traced else b""
        report = trace.to_html(title=name).encode("utf-8", "backslashreplace") if self.is_reported else b""
        return Cleaned(content, encoding, lines, report)

    def _in_articles(self, name: str, text: str, encoding: str) -> bytes:
        found = articles(text, style=self.style)
        if self.format == "json":
            return json_line(
                {"file": name, "encoding": encoding, "articles": [article.to_dict() for article in found]}
            )
        if self.format == "markdown":
            parted = "\n\n---\n\n".join(article.to_markdown() for article in found)
        else:
            parted = "\n\n\n".join(article.text for article in found)
        return _file(parted)

    def _written(self, name: str, clean: str, encoding: str) -> bytes:
        if self.format == "json":
            return json_line({"file": name, "encoding": encoding, "text": clean})
        return _file(clean)


def _kind_of_json(text: str) -> type | None:
    """What *text* is, if it is JSON: a `dict` for an object, or one a line, a `list` for a list of objects."""
    if not JSON.match(text):
        return None
    for part in (text.lstrip().partition("\n")[0], text):
        try:
            return type(json.loads(part))
        except ValueError:
            continue
    return None


def _file(text: str) -> bytes:
    if text and not text.endswith("\n"):
        text += "\n"  # a text file ends with a newline
    return text.encode("utf-8", "backslashreplace")


def trace_lines(name: str, trace: Trace) -> bytes:
    """Every change of *trace*, a JSON object a line."""
    return b"".join(json_line({"file": name, **change._asdict()}) for change in trace.changes)


def json_line(value: dict[str, Any]) -> bytes:
    """*value* as one line of JSON in UTF-8."""
    return json_value(value) + b"\n"


def json_value(value: Any) -> bytes:
    """*value* as JSON in UTF-8; where it holds what UTF-8 cannot, all but ASCII is escaped."""
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()
