"""Parquet tables, with pyarrow."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from paperclean.cli.arguments import Options
from paperclean.cli.page import Treatment
from paperclean.cli.parser import UsageError
from paperclean.cli.progress import Progress
from paperclean.cli.writing import whole_file
from paperclean.processes import Failure, in_order

try:
    pa: Any = import_module("pyarrow")
    pq: Any = import_module("pyarrow.parquet")
except ImportError:
    raise UsageError('a Parquet table needs the package pyarrow: pip install "paperclean[arrow]"') from None

__all__ = ["clean_parquet"]

ROWS = 1_000  # read at a time
GROUP = 1 << 26  # bytes that are written at a time: reading many small row groups is slow


def clean_parquet(source: Path, target: Path, options: Options, telling: Progress) -> bool:
    """Clean the column `options.column` of the table *source* into *target*; whether all went well."""
    try:
        return _cleaned(source, target, options, telling)
    except (pa.ArrowException, UnicodeDecodeError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # of the file system, not of Arrow
            raise
        told = " ".join(str(error).split())
        raise OSError(0, f"no Parquet table, or a damaged one: {told}", str(source)) from None


def _cleaned(source: Path, target: Path, options: Options, telling: Progress) -> bool:
    all_well = True
    with pq.ParquetFile(source) as table:
        schema = table.schema_arrow
        column = _column_of_text(source, schema, options.column)
        batches: deque[Any] = deque()  # read, not written yet

        def texts() -> Iterator[str | None]:
            for batch in table.iter_batches(ROWS):
                batches.append(batch)
                yield from batch.column(column).to_pylist()

        results = in_order(
            _Cleaning(options.treatment), texts(), workers=options.workers, size=lambda text: len(text or "")
        )
        how = _compression(table.metadata)
        with whole_file(target) as stream, pq.ParquetWriter(stream, schema, compression=how) as writer:
            written = _Groups(writer)
            held: list[str | None] = []
            for row, result in enumerate(results, 1):
                if isinstance(result, Failure):
                    all_well = False
                    telling.tell(
                        f"paperclean: {source}: row {row}: {result.kind}: {result.message}; kept as it was"
                    )
                    result = batches[0].column(column)[len(held)].as_py()
                held.append(result)
                if len(held) == batches[0].num_rows:
                    batch = batches.popleft()
                    clean = _array(held, batch.column(column))
                    written.add(batch.set_column(column, schema.field(column), clean))
                    telling.advance(len(held))
                    held = []
            written.write()
    return all_well


def _column_of_text(source: Path, schema: Any, name: str) -> int:
    """The number of the column *name*; `UsageError` where the table has none that holds text."""
    column: int = schema.get_field_index(name)
    if column < 0:
        raise UsageError(f"{source} has no column {name!r}; it has {', '.join(schema.names)}")
    if not _is_text(schema.field(column).type):
        raise UsageError(f"{source}: the column {name!r} is {schema.field(column).type}, not text")
    return column


class _Groups:
    """Batches on their way to a table, written in groups of `GROUP` bytes."""

    def __init__(self, writer: Any) -> None:
        self.writer = writer
        self.batches: list[Any] = []
        self.size = 0

    def add(self, batch: Any) -> None:
        self.batches.append(batch)
        self.size += batch.nbytes
        if self.size >= GROUP:
            self.write()

    def write(self) -> None:
        """Write what is held."""
        if self.batches:
            self.writer.write_table(pa.Table.from_batches(self.batches))
        self.batches, self.size = [], 0


class _Cleaning:
    """Cleans a text; null stays null. A class, so that it pickles."""

    def __init__(self, treatment: Treatment) -> None:
        self.treatment = treatment

    def __call__(self, text: str | None) -> str | None:
        return None if text is None else self.treatment.clean(text)


def _compression(metadata: Any) -> Any:
    """The codec that each column of a table is packed with; of an empty one, the usual."""
    if not metadata.num_row_groups:
        return "snappy"
    group = metadata.row_group(0)
    columns = map(group.column, range(group.num_columns))
    return {column.path_in_schema: column.compression.replace("UNCOMPRESSED", "NONE") for column in columns}


def _is_text(kind: Any) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _array(texts: list[str | None], before: Any) -> Any:
    if pa.types.is_dictionary(before.type):
        return pa.array(texts, before.type.value_type).dictionary_encode().cast(before.type)
    return pa.array(texts, before.type)
