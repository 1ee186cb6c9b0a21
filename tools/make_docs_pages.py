"""Write docs/steps/<step>.md, one page a step made from its docstring, and list them in mkdocs.yml.

python tools/make_docs_pages.py
"""

from __future__ import annotations

import re
from pathlib import Path

from paperclean import public
from paperclean.steps import Reorder, Rewrite

PROJECT = Path(__file__).parents[1]
# In the order of a run; steps that are not named here follow in alphabetical order.
ORDER = (
    "undo_entities", "undo_mojibake", "drop_invisibles", "fold_compatibility_forms", "undo_font_shift",
    "drop_column_rules", "split_columns", "deinterleave_columns", "cut_fused_rows", "drop_page_furniture",
    "undo_justification", "join_hyphenated_words", "join_wrapped_lines", "balance_brackets", "fold_straight_quotes", "fold_widths",
    "drop_han_spaces", "fold_punctuation", "convert_script", "fold_stray_script", "correct_ocr",
)  # fmt: skip


def pages() -> dict[str, str]:
    """The text of each step's page, by the step's name, in order."""
    steps = {name: getattr(public, name) for name in public.__all__}
    found = [name for name, step in steps.items() if isinstance(step, Rewrite | Reorder)]
    found.sort(key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))
    return {name: f"::: {steps[name].__module__}.{name}\n" for name in found}


def navigation(config: str, names: list[str]) -> str:
    """*config*, the text of mkdocs.yml, with the steps listed."""
    listed = "".join(f"      - {name}: steps/{name}.md\n" for name in names)
    return re.sub(r"(?<=  - Steps:\n)(?:      - .*\n)*", listed, config)


def decisions() -> str:
    """The text of docs/decisions/index.md: the title of each decision."""
    lines = ["# Decisions\n", "What was tried and kept, or tried and did not help.\n"]
    for path in sorted((PROJECT / "docs" / "decisions").glob("[0-9]*.md")):
        title = path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
        lines.append(f"- [{title}]({path.name})")
    return "\n".join(lines) + "\n"


def main() -> None:
    folder = PROJECT / "docs" / "steps"
    folder.mkdir(exist_ok=True)
    made = pages()
    for name, text in made.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (PROJECT / "docs" / "decisions" / "index.md").write_text(decisions(), encoding="utf-8")
    config = PROJECT / "mkdocs.yml"
    config.write_text(navigation(config.read_text(encoding="utf-8"), list(made)), encoding="utf-8")


if __name__ == "__main__":
    main()
