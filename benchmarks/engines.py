"""Ten thousand pages through local Spark, local Ray and clean_many: byte for byte what one process gives.

pip install ".[engines]"
python benchmarks/engines.py [PAGES]
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pyarrow as pa
import ray
from pages import chinese_page, german_page
from pyspark.sql import SparkSession

import paperclean as pc
from paperclean.arrow import clean_table


def pages(count: int) -> list[str]:
    """Short pages, each of its own: the first lines of made ones, Chinese and German in turn."""
    made = [
        (german_page if number % 2 else chinese_page)(number // 2, dirty=True)
        for number in range(min(count, 400))
    ]
    return [f"{number}\n\n{made[number % len(made)][:1500]}" for number in range(count)]


def digest(texts: list[str]) -> str:
    return sha256("\x00".join(texts).encode()).hexdigest()[:16]


def through_spark(texts: list[str]) -> list[str]:
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    frame = spark.createDataFrame(list(enumerate(texts)), "id long, page string").repartition(8)

    def clean(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield clean_table(batch, "page")

    rows = frame.mapInArrow(clean, "id long, page string").orderBy("id").collect()
    spark.stop()
    return [row["page"] for row in rows]


def through_ray(texts: list[str]) -> list[str]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    ray.data.DataContext.get_current().enable_progress_bars = False
    table = pa.table({"id": list(range(len(texts))), "page": texts})
    cleaned = ray.data.from_arrow(table).map_batches(
        lambda batch: clean_table(batch, "page"), batch_format="pyarrow", batch_size=500
    )
    rows = sorted(cleaned.take_all(), key=lambda row: row["id"])
    ray.shutdown()
    return [row["page"] for row in rows]


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    texts = pages(count)
    ways = {
        "one process": lambda: [pc.clean(text) for text in texts],
        "clean_many, 2 workers": lambda: list(pc.clean_many(iter(texts), workers=2)),
        "Spark, local[2]": lambda: through_spark(texts),
        "Ray, 2 CPUs": lambda: through_ray(texts),
    }
    digests = set()
    for name, way in ways.items():
        start = time.perf_counter()
        cleaned = way()
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        digests.add(digest(cleaned))
        sys.stdout.write(
            f"{name:24} {len(cleaned):7,} pages {seconds:7.1f} s  peak {memory} MB  {digest(cleaned)}\n"
        )
    return len(digests) != 1


if __name__ == "__main__":
    sys.exit(main())
