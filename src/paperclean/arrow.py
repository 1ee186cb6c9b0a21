"""Columns of texts: the bridge to pandas, Polars, DuckDB, Spark, Ray and every other engine that speaks Arrow.

Needs the extra `paperclean[arrow]`.

>>> import pyarrow as pa
>>> from paperclean.arrow import clean_array
>>> clean_array(pa.array(["渊王丰冤", None])).to_pylist()
['（王丰）', None]
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Literal

from paperclean.article.assembly import articles
from paperclean.pipeline import run
from paperclean.plans import Style, chosen, trace
from paperclean.reading import decode
from paperclean.steps import Step
from paperclean.survey import Survey

try:
    import pyarrow as pa
except ImportError as missing:
    raise ImportError(
        'paperclean.arrow needs pyarrow; install it with: pip install "paperclean[arrow]"'
    ) from missing

__all__ = ["EXTRA_COLUMNS", "clean_array", "clean_table"]

log = logging.getLogger("paperclean")


def clean_array(
    array: Any,
    *,
    style: Style | None = None,
    pipeline: Step | None = None,
    errors: Literal["raise", "null"] = "raise",
) -> Any:
    """Clean every value of an Arrow array.

    *array* is a `pyarrow.Array` or `ChunkedArray` of strings (any Arrow string type) or of bytes, which are
    decoded first; a dictionary array is cleaned once a value. What comes back has the same length, nulls and
    chunks, and the same type but that bytes become strings. *style* and *pipeline* as in `paperclean.trace`.

    *errors* says what becomes of a value that cannot be cleaned, bytes that hold no text for instance: `raise` ends
    the work, `null` makes it null and tells it to the log; a note of the error and the log tell which value it is.
    Raises `TypeError` for an array of anything else.

    >>> clean_array(pa.array(["渊王丰冤"] * 3).dictionary_encode()).to_pylist()
    ['（王丰）', '（王丰）', '（王丰）']
    >>> clean_array(pa.array(["（王丰）"])).to_pylist()
    ['（王丰）']
    >>> clean_array(pa.array(["（王丰）".encode(), b"%PDF-1.7"]), errors="null").to_pylist()
    ['（王丰）', None]
    """
    if errors not in ("raise", "null"):
        raise ValueError(f"errors must be 'raise' or 'null', not {errors!r}")
    if not isinstance(array, pa.Array | pa.ChunkedArray):
        raise TypeError(f"an array of Arrow is wanted, not {type(array).__name__}; pyarrow.array() makes one")
    step = chosen(style, pipeline)

    def change(value: str | bytes, at: int) -> str | None:
        where = f"value {at} of the {'dictionary' if pa.types.is_dictionary(array.type) else 'array'}"
        try:
            return run(step, _text(value))
        except Exception as error:
            if errors == "raise":
                error.add_note(where)
                raise
            log.warning("%s is made null: %s: %s", where, type(error).__name__, error)
            return None

    return _mapped(array, change)


def clean_table(  # noqa: PLR0913  # all but two by name, those of clean_array among them
    table: Any,
    column: str,
    *,
    extra: Sequence[str] = (),
    style: Style | None = None,
    pipeline: Step | None = None,
    errors: Literal["raise", "null"] = "raise",
) -> Any:
    """Clean one column of an Arrow table or record batch.

    *table* is a `pyarrow.Table` or `RecordBatch`; all columns but *column* are handed on as they are. *style*,
    *pipeline* and *errors* as in `clean_array`. *extra*
    names columns to add, each called `<column>_<name>`:

    - `encoding` (string): what the bytes were read as; null where the column holds strings,
    - `language` (string): `zh`, `en`, `de`, `fr`, `nl`, or null,
    - `changes` (int32): how many changes were made,
    - `articles` (list of structs): the articles of the page, as `Article.to_dict` gives them.

    Raises `KeyError` for a column that is not there, `ValueError` for an unknown name in *extra* or a name
    that is taken.

    >>> page = pa.table({"id": [7], "text": ["渊王丰冤"]})
    >>> clean_table(page, "text", extra=["language", "changes"]).to_pylist()
    [{'id': 7, 'text': '（王丰）', 'text_language': 'zh', 'text_changes': 2}]
    """
    if not isinstance(table, pa.Table | pa.RecordBatch):
        raise TypeError(f"a table of Arrow is wanted, not {type(table).__name__}")
    names = list(table.schema.names)
    if column not in names:
        raise KeyError(f"no column {column!r}; the table has {', '.join(map(repr, names)) or 'none'}")
    if isinstance(extra, str):
        raise TypeError(f"extra takes a list of names, [{extra!r}]")
    for name in extra:
        if name not in EXTRA_COLUMNS:
            raise ValueError(f"unknown extra column {name!r}; known are {', '.join(EXTRA_COLUMNS)}")
        if f"{column}_{name}" in names:
            raise ValueError(f"the table has a column {column}_{name} already")
    dirty = table.column(column)
    clean = clean_array(dirty, style=style, pipeline=pipeline, errors=errors)
    columns = {name: table.column(name) for name in names}
    columns[column] = clean
    for name in extra:
        make, kind = EXTRA_COLUMNS[name]
        columns[f"{column}_{name}"] = pa.array(make(dirty, clean, style, pipeline), kind)
    fields = [table.schema.field(name) for name in names]
    fields[names.index(column)] = fields[names.index(column)].with_type(clean.type)
    fields += [pa.field(name, columns[name].type) for name in columns if name not in names]
    schema = pa.schema(fields, metadata=table.schema.metadata)
    made = pa.RecordBatch if isinstance(table, pa.RecordBatch) else pa.Table
    return made.from_arrays(list(columns.values()), schema=schema)


def _is_string(kind: Any) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _is_binary(kind: Any) -> bool:
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_binary_view(kind))


def _mapped(array: Any, change: Callable[[str | bytes, int], str | None], begin: int = 0) -> Any:
    """*array* with each value changed, which is told its place; the first one's is *begin*."""
    if isinstance(array, pa.ChunkedArray):
        begins = accumulate(map(len, array.chunks), initial=0)
        chunks = [_mapped(chunk, change, begin) for chunk, begin in zip(array.chunks, begins, strict=False)]
        return pa.chunked_array(chunks, _result_type(array.type))
    if pa.types.is_dictionary(array.type):
        values = _mapped(array.dictionary, change)
        if not values.null_count and len(set(values.to_pylist())) == len(values):
            return pa.DictionaryArray.from_arrays(array.indices, values)
        # Two dirty texts have become one clean text, or one null.
        encoded = values.take(array.indices).dictionary_encode()
        return encoded.cast(pa.dictionary(array.type.index_type, values.type))
    kind = _result_type(array.type)
    if pa.types.is_null(array.type):
        return array
    values = enumerate(_plain(array), begin)
    return pa.array([None if value is None else change(value, at) for at, value in values], kind)


def _result_type(kind: Any) -> Any:
    if pa.types.is_dictionary(kind):
        return pa.dictionary(kind.index_type, _result_type(kind.value_type))
    if _is_binary(kind):
        return pa.large_string() if pa.types.is_large_binary(kind) else pa.string()
    if _is_string(kind) or pa.types.is_null(kind):
        return kind
    raise TypeError(f"an array of texts or of bytes is wanted, not of {kind}")


def _text(value: str | bytes) -> str:
    return decode(value).text if isinstance(value, bytes) else value


def _plain(array: Any) -> list[Any]:
    return array.to_pylist()  # type: ignore[no-any-return]  # Arrow's own types are not known to the checker


def _cleaned(dirty: Any, clean: Any) -> Iterator[Any]:
    """The dirty values, None for those that are null now."""
    for value, text in zip(_plain(dirty), _plain(clean), strict=True):
        yield None if text is None else value


def _encodings(dirty: Any, clean: Any, _style: Style | None, _pipeline: Step | None) -> list[str | None]:
    return [decode(value).encoding if isinstance(value, bytes) else None for value in _cleaned(dirty, clean)]


def _languages(_dirty: Any, clean: Any, _style: Style | None, _pipeline: Step | None) -> list[str | None]:
    return [None if text is None else Survey(text).language for text in _plain(clean)]


def _changes(dirty: Any, clean: Any, style: Style | None, pipeline: Step | None) -> list[int | None]:
    counts: list[int | None] = []
    for value in _cleaned(dirty, clean):
        found = () if value is None else trace(_text(value), style=style, pipeline=pipeline).changes
        counts.append(None if value is None else sum(change.kind != "remark" for change in found))
    return counts


def _articles(dirty: Any, clean: Any, style: Style | None, pipeline: Step | None) -> list[Any]:
    if pipeline is not None:
        raise ValueError("articles are found by the newspaper pipeline; give a style, not a pipeline")
    out: list[Any] = []
    for value in _cleaned(dirty, clean):
        found = [] if value is None else articles(_text(value), style=style)
        out.append(None if value is None else [article.to_dict() for article in found])
    return out


SPAN = pa.list_(pa.int64(), 2)
BLOCK = pa.struct(
    {
        "kind": pa.string(),
        "text": pa.string(),
        "spans": pa.list_(SPAN),
        "page": pa.int32(),
        "confidence": pa.float64(),
    }
)
ARTICLE = pa.struct(
    dict.fromkeys(
        [
            "id",
            "headline",
            "deck",
            "byline",
            "dateline",
            "language",
            "script",
            "continued_to",
            "continued_from",
        ],
        pa.string(),
    )
    | {"confidence": pa.float64(), "blocks": pa.list_(BLOCK)}
)

EXTRA_COLUMNS: dict[str, tuple[Callable[..., list[Any]], Any]] = {
    "encoding": (_encodings, pa.string()),
    "language": (_languages, pa.string()),
    "changes": (_changes, pa.int32()),
    "articles": (_articles, pa.list_(ARTICLE)),
}
