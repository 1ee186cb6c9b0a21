"""Pages and modules whose package is not installed are left out of the run, and named."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

NEEDS = {
    "src/paperclean/arrow.py": ["pyarrow"],
    "src/paperclean/cli/parquet.py": ["pyarrow"],
    "docs/how-to/arrow.md": ["pyarrow"],
    "docs/how-to/pandas.md": ["pyarrow", "pandas"],
    "docs/how-to/polars.md": ["pyarrow", "polars"],
    "docs/how-to/duckdb.md": ["pyarrow", "duckdb"],
    "docs/how-to/datasets.md": ["pyarrow", "datasets"],
    "docs/how-to/spark.md": ["pyarrow", "pandas", "pyspark"],
    "docs/how-to/ray.md": ["pyarrow", "ray"],
}
LEFT_OUT = {path: gone for path, needed in NEEDS.items() if (gone := [n for n in needed if not find_spec(n)])}
collect_ignore = [str(Path(__file__).parent / path) for path in LEFT_OUT]


def pytest_report_header() -> list[str]:
    """Name what is left out."""
    return [f"left out: {path} (needs {', '.join(gone)})" for path, gone in LEFT_OUT.items()]
