"""Time and memory of every step as texts grow, on ordinary and on hostile text.

python benchmarks/growth.py                 # all steps, 20 kB to 1 MB
python benchmarks/growth.py --step clean --largest 50
"""

from __future__ import annotations

import argparse
import math
import sys
import time
import tracemalloc
from collections.abc import Callable

from pages import chinese_page, german_page

import paperclean as pc
from paperclean import public
from paperclean.pipeline import Reorder, Rewrite

BOUND, MEMORY_BOUND = 1.05, 12


def repeated(text: str) -> Callable[[int], str]:
    return lambda size: (text * (size // len(text) + 1))[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "Chinese, dirty": repeated(chinese_page(1, dirty=True)),
    "German, dirty": repeated(german_page(1, dirty=True)),
    "Chinese, clean": repeated(chinese_page(1, dirty=False)),
    "one endless Chinese line": repeated(chinese_page(2, dirty=False).replace("\n", "")),
    "one endless word": repeated("a"),
    "one Han character": repeated("渊"),
    "opening brackets": repeated("（"),
    "shifted brackets": repeated("渊王丰冤"),
    "empty lines": repeated("\n"),
    "blanks": repeated(" "),
    "lines of one blank": repeated(" \n"),
    "gutters": repeated("左边的文字   右边的文字\n"),
    "hyphens": repeated("-\n"),
    "divided words": repeated("Ver-\nbin-\n"),
    "dashes": repeated("—"),
    "full stops": repeated("。"),
    "quotation marks": repeated("“”\"'"),
    "spaced Han": repeated("第 "),
    "mojibake": repeated("Ã©"),
    "replacement characters": repeated("锟斤拷"),
    "combining marks": repeated("e\u0301\u0301\u0301"),
    "digits and dots": repeated("3.5 "),
    "paragraphs and bylines": repeated("跨境电商。\n■ 王丰\n"),
    "headlines": repeated("深圳创新\n\n"),
    "folios": repeated("A03 2024年1月5日 星期五\n"),
}


def seconds(step: Callable[[str], object], text: str) -> float:
    best = math.inf
    for _ in range(3):
        start = time.process_time()
        step(text)
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    return best


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--step", help="only this one")
    parser.add_argument(
        "--largest", type=float, default=1, help="MB (millions of characters) of the largest text"
    )
    options = parser.parse_args()
    large = int(options.largest * 1_000_000)
    small = large // 50 if large <= 1_000_000 else large // 20
    functions: dict[str, Callable[[str], object]] = {
        "clean": pc.clean,
        "trace": pc.trace,
        "articles": pc.articles,
    }
    found = [getattr(public, name) for name in public.__all__]
    functions |= {step.__name__: step for step in found if isinstance(step, Rewrite | Reorder)}
    bad = 0
    for name, step in functions.items():
        if options.step and options.step != name:
            continue
        for kind, make in TEXTS.items():
            step(make(2000))
            one, two = seconds(step, make(small)), seconds(step, make(large))
            exponent = math.log(max(two, 1e-6) / max(one, 1e-6)) / math.log(large / small)
            if two < 0.02:  # too quick to tell
                continue
            text = make(large // 10)
            tracemalloc.start()
            step(text)
            peak = tracemalloc.get_traced_memory()[1] / sys.getsizeof(text)
            tracemalloc.stop()
            marks = " GROWS" * (exponent > BOUND + 0.1) + " MEMORY" * (peak > MEMORY_BOUND)
            bad += bool(marks)
            sys.stdout.write(
                f"{name:26} {kind:26} {large / 1e6 / two:8.2f} M characters/s  exponent {exponent:5.2f}  "
                f"memory ×{peak:5.1f}{marks}\n"
            )
            sys.stdout.flush()
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
