"""Time and memory of every step as texts grow, on ordinary and on hostile text.

python benchmarks/growth.py                 # all steps and texts, 50 kB to 1 MB
python benchmarks/growth.py --step clean --text dirty --largest 50

Each run has a process of its own, so that what it takes is seen from outside: memory as the system counts it,
less what the process and its text took before, and an end to runs that take too long or too much. Time is the
processor's in the step itself, without what the system takes to hand out memory, which a search at 300 million characters
a second shows on a long text, and without the collector of cycles, which looks at all objects again and again as they grow.
"""

from __future__ import annotations

import argparse
import gc
import math
import multiprocessing
import resource
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection

from pages import chinese_page, german_page

import paperclean as pc
from paperclean import public
from paperclean.steps import Reorder, Rewrite

BOUND, MEMORY_BOUND = 1.05, 12
NOISE = 0.1  # of an exponent, between two runs on a busy machine
CONSTANT = 64_000_000  # bytes; tables, and what is kept of one section of a text
STEPS_UP = 20  # times as long as the shorter text is the longer
TOO_QUICK = 0.02  # seconds; nothing can be told
QUICK = 0.5  # seconds; the best of five runs is taken
GIGABYTES = 8


def repeated(text: str) -> Callable[[int], str]:
    return lambda size: text * max(1, size // len(text))


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
    "round-ups": repeated(
        "国际快讯\n\n"
        + "深圳企业跨境电商新突破\n\n疫情持续，跨境电商行业迎来大考，企业期待新的突破点。\n\n" * 3
    ),
    "folios": repeated("A03 2024年1月5日 星期五\n"),
}


def measured(
    step: Callable[[str], object], make: Callable[[int], str], size: int, limit: int
) -> tuple[float, int] | None:
    """Seconds of processor time and bytes of memory that *step* takes on a text so long, or None past *limit*."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(step, make, size, limit, theirs))
    process.start()
    theirs.close()
    try:
        found: tuple[float, int] | None = ours.recv()
    except EOFError:
        found = None
    process.join()
    return found


def _measure(
    step: Callable[[str], object], make: Callable[[int], str], size: int, limit: int, to: Connection
) -> None:
    step(make(2000))  # tables are read
    gc.disable()
    text = make(size)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTES << 30, GIGABYTES << 30))
    before = _memory()
    seconds = _seconds(step, text)
    memory = _memory() - before
    for _ in range(4):
        if seconds < QUICK:
            seconds = min(seconds, _seconds(step, text))
    to.send((seconds, memory))


def _seconds(step: Callable[[str], object], text: str) -> float:
    start = _usage().ru_utime
    after = step(text)  # kept until the time is taken: letting it go takes time too
    end = _usage().ru_utime
    del after
    return end - start


def _memory() -> int:
    """The most memory that this process has taken."""
    return _usage().ru_maxrss * 1024


def _usage() -> resource.struct_rusage:
    return resource.getrusage(resource.RUSAGE_SELF)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--step", help="only this one")
    parser.add_argument("--text", default="", help="only the texts that have this in their names")
    parser.add_argument(
        "--largest", type=float, default=1, help="MB (millions of characters) of the largest text"
    )
    parser.add_argument("--limit", type=int, default=300, help="seconds of processor time for one run")
    options = parser.parse_args()
    large = int(options.largest * 1_000_000)
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
            if options.text not in kind:
                continue
            line = f"{name:26} {kind:26}"
            one = measured(step, make, large // STEPS_UP, options.limit)
            two = measured(step, make, large, options.limit) if one else None
            if one is None or two is None:
                sys.stdout.write(f"{line} TOO LONG OR TOO LARGE\n")
                bad += 1
                continue
            if two[0] < TOO_QUICK:
                continue
            shorter, longer = make(large // STEPS_UP), make(large)
            longer_by = len(longer) / len(shorter)
            exponent = math.log(two[0] / max(one[0], TOO_QUICK / longer_by)) / math.log(longer_by)
            peak = two[1] / sys.getsizeof(longer)
            marks = " GROWS" * (exponent > BOUND + NOISE)
            marks += " MEMORY" * (peak > MEMORY_BOUND and two[1] > CONSTANT)
            bad += bool(marks)
            sys.stdout.write(
                f"{line} {large / 1e6 / two[0]:8.2f} M characters/s  exponent {exponent:5.2f}  "
                f"memory ×{peak:5.1f} ({two[1] / 1e6:.0f} MB){marks}\n"
            )
            sys.stdout.flush()
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
