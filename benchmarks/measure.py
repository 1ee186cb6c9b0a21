"""Measure paperclean beside others, in one run on one machine, and write docs/speed.md and its chart.

    pip install ".[benchmarks]"
    python benchmarks/measure.py            # prints the table
    python benchmarks/measure.py --write    # writes docs/speed.md and docs/speed.svg

Every figure is MB of UTF-8 a second of processor time, the best of nine runs over the same pages, in turns. Machines
differ: compare the rows of one run, not the figures of two.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

import opencc
import regex
from pages import chinese_page, german_page

import paperclean as pc
from paperclean import public
from paperclean.steps import Reorder, Rewrite

DOCS = Path(__file__).parents[1] / "docs"
PAGES, ROUNDS = 12, 9
KINDS = {
    "Chinese, dirty": (chinese_page, True),
    "Chinese, clean": (chinese_page, False),
    "German, dirty": (german_page, True),
    "German, clean": (german_page, False),
}
Rows = dict[str, dict[str, float]]


def peers() -> dict[str, Callable[[str], object]]:
    """What others offer for some of the same damage; those that are installed."""
    found: dict[str, Callable[[str], object]] = {}
    floor = regex.compile(r"\n(?<=[^。！？.!?]\n)")
    found["one regex pass"] = lambda text: floor.sub("", text)
    found["opencc t2s"] = opencc.OpenCC("t2s").convert
    try:
        import ftfy  # noqa: PLC0415  # each peer may be missing

        found["ftfy.fix_text"] = ftfy.fix_text
    except ImportError:
        sys.stderr.write("ftfy is not installed\n")
    try:
        import cleantext  # noqa: PLC0415

        found["cleantext.clean"] = lambda text: cleantext.clean(text, to_ascii=False)
    except ImportError:
        sys.stderr.write("clean-text is not installed\n")
    try:
        from unstructured.cleaners.core import group_broken_paragraphs  # noqa: PLC0415

        found["unstructured group_broken_paragraphs"] = group_broken_paragraphs
    except ImportError:
        sys.stderr.write("unstructured is not installed\n")
    return found


def best_times(functions: dict[str, Callable[[str], object]], pages: list[str]) -> dict[str, float]:
    """Seconds of processor time that each function takes for all *pages*, the best of all rounds.

    They take turns, so that a clock that swings is as kind to one as to another.
    """
    best = dict.fromkeys(functions, float("inf"))
    for function in functions.values():
        function(pages[0])  # tables are loaded and patterns compiled once
    for _ in range(ROUNDS):
        for name, function in functions.items():
            start = time.process_time()
            for page in pages:
                function(page)
            best[name] = min(best[name], time.process_time() - start)
    return best


def measure() -> Rows:
    """Rates by function and kind of page."""
    steps = [getattr(public, name) for name in public.__all__]
    functions: dict[str, Callable[[str], object]] = {
        "paperclean.clean": pc.clean,
        "paperclean.trace": pc.trace,
    }
    functions |= peers()
    functions |= {step.__name__: step for step in steps if isinstance(step, Rewrite | Reorder)}
    rows: Rows = {name: {} for name in functions}
    for kind, (make, dirty) in KINDS.items():
        pages = [make(number, dirty=dirty) for number in range(PAGES)]
        size = sum(len(page.encode()) for page in pages) / 1e6
        for name, seconds in best_times(functions, pages).items():
            rows[name][kind] = size / max(seconds, 1e-9)
    return rows


def shown(rate: float) -> str:
    """*rate* in three figures, and never by powers of ten: 0.931, 31.1, 20,400."""
    return f"{float(f'{rate:.3g}'):,.0f}" if rate >= 100 else f"{rate:.3g}"


def table(rows: Rows) -> str:
    """The rates as a Markdown table."""
    lines = ["| MB/s | " + " | ".join(KINDS) + " |", "| --- |" + " ---: |" * len(KINDS)]
    for name, rates in rows.items():
        lines.append(f"| `{name}` | " + " | ".join(shown(rates[kind]) for kind in KINDS) + " |")
    ftfy = rows.get("ftfy.fix_text")
    if ftfy:
        ratios = [f"{rows['paperclean.clean'][kind] / ftfy[kind]:.1f}" for kind in KINDS]
        lines.append("| **`paperclean.clean` ÷ `ftfy.fix_text`** | " + " | ".join(ratios) + " |")
    return "\n".join(lines)


def chart(rows: Rows) -> str:
    """Dirty Chinese pages as horizontal bars, on a scale of powers of ten."""
    import math  # noqa: PLC0415  # only the chart needs it

    kind = "Chinese, dirty"
    names = [name for name in rows if not isinstance(getattr(public, name, None), Rewrite | Reorder)]
    names.sort(key=lambda name: -rows[name][kind])
    top = math.ceil(max(math.log10(rows[name][kind]) for name in names))
    low = math.floor(min(math.log10(rows[name][kind]) for name in names))
    scale = 420 / (top - low)
    foot = 12 + 26 * len(names)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 {foot + 44}" font-size="13" role="img">',
        "<title>MB a second on dirty Chinese pages</title>",
        "<style>text{fill:#777;font-family:system-ui,sans-serif}.own{fill:#795548}.peer{fill:#9aa5b1}line{stroke:#777;opacity:.4}</style>",
    ]
    for power in range(low, top + 1):
        x = 300 + scale * (power - low)
        out += [
            f'<line x1="{x:.1f}" y1="4" x2="{x:.1f}" y2="{foot}"/>',
            f'<text x="{x:.1f}" y="{foot + 16}" text-anchor="middle">{10.0**power:,g}</text>',
        ]
    for row, name in enumerate(names):
        length = scale * (math.log10(rows[name][kind]) - low)
        y = 12 + 26 * row
        owner = "own" if name.startswith("paperclean") else "peer"
        out += [
            f'<text x="290" y="{y + 13}" text-anchor="end">{name}</text>',
            f'<rect class="{owner}" x="300" y="{y}" width="{length:.1f}" height="18" rx="2"/>',
            f'<text x="{306 + length:.1f}" y="{y + 13}">{shown(rows[name][kind])}</text>',
        ]
    out.append(f'<text x="300" y="{foot + 36}">MB of UTF-8 a second</text></svg>')
    return "\n".join(out) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write docs/speed.md and docs/speed.svg")
    options = parser.parse_args()
    rows = measure()
    sys.stdout.write(table(rows) + "\n")
    if options.write:
        text = (DOCS / "speed.md").read_text(encoding="utf-8")
        before, _, rest = text.partition("<!-- table -->")
        _, _, after = rest.partition("<!-- end of table -->")
        where = f"Python {platform.python_version()}, {platform.machine()}, one process."
        made = f"{before}<!-- table -->\n\n{where}\n\n{table(rows)}\n\n<!-- end of table -->{after}"
        (DOCS / "speed.md").write_text(made, encoding="utf-8")
        (DOCS / "speed.svg").write_text(chart(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
