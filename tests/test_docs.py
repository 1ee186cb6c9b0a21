"""The docs name what there is, all of it and nothing else."""

from __future__ import annotations

import ast
import re
import runpy
from pathlib import Path

import pytest

import paperclean as pc
from steps import STEPS

PROJECT = Path(__file__).parents[1]
TOOL = runpy.run_path(str(PROJECT / "tools" / "make_docs_pages.py"))


def test_every_step_has_its_page_as_the_script_makes_it():
    made = TOOL["pages"]()
    there = {
        path.stem: path.read_text(encoding="utf-8") for path in (PROJECT / "docs" / "steps").glob("*.md")
    }
    assert there == made, "run tools/make_docs_pages.py"
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    assert TOOL["navigation"](config, list(made)) == config, "run tools/make_docs_pages.py"


def test_every_public_name_has_its_reference():
    pages = "\n".join(path.read_text(encoding="utf-8") for path in (PROJECT / "docs").rglob("*.md"))
    for name in set(pc.__all__) - {"Step", "newspaper"}:  # a type and a value, without a docstring
        assert f"::: {getattr(pc, name).__module__}.{name}\n" in pages, name


def test_the_list_of_decisions_is_whole():
    index = (PROJECT / "docs" / "decisions" / "index.md").read_text(encoding="utf-8")
    assert index == TOOL["decisions"](), "run tools/make_docs_pages.py"


@pytest.mark.parametrize("step", STEPS, ids=repr)
def test_readme_and_changelog_name_every_step(step):
    for file in ("README.md", "CHANGELOG.md"):
        assert f"`{step.__name__}`" in (PROJECT / file).read_text(encoding="utf-8"), file


def test_every_file_of_the_navigation_exists():
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8").split("nav:")[1]
    for path in re.findall(r"([\w/-]+\.md)", config):
        assert (PROJECT / "docs" / path).is_file(), path


def test_every_page_is_in_the_navigation():
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8").split("nav:")[1]
    for path in (PROJECT / "docs").rglob("*.md"):
        name = path.relative_to(PROJECT / "docs").as_posix()
        assert name in config or name.startswith("decisions/"), name


def test_links_between_pages_lead_somewhere():
    for page in [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *(PROJECT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("package", ["article", "characters", "columns", "lines", "typography"])
def test_the_map_of_a_package_names_its_modules_and_no_others(package):
    folder = PROJECT / "src" / "paperclean" / package
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    modules = {path.stem for path in folder.glob("[!_]*.py")}
    assert set(re.findall(r"`(\w+)`", told)) - set(pc.__all__) == modules
