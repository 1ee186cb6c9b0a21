"""One file of cases a step: `tests/cases/<step>.toml`.

A case has a `name`, `before`, `after` (absent: must come back unchanged), `why`, and optionally `source`,
`options` (a table of keyword arguments) and `known_failure = true` (strict: it must fail).
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from steps import STEPS

FOLDER = Path(__file__).parent / "cases"
KEYS = {"name", "before", "after", "why", "source", "options", "known_failure"}
BY_NAME = {step.__name__: step for step in STEPS}


def every_case():
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            marks = [pytest.mark.xfail(reason=case["why"])] if case.get("known_failure") else []
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}", marks=marks)


@pytest.mark.parametrize(("step", "case"), list(every_case()))
def test_case(step, case):
    after = case.get("after", case["before"])
    assert BY_NAME[step](case["before"], **case.get("options", {})) == after, case["why"]


@pytest.mark.parametrize("step", BY_NAME)
def test_every_step_has_cases_that_repair_and_refuse(step):
    cases = tomllib.loads((FOLDER / f"{step}.toml").read_text(encoding="utf-8"))["case"]
    assert any("after" in case for case in cases)
    assert any("after" not in case for case in cases)
    assert all(case["why"] for case in cases)
    assert not {key for case in cases for key in case} - KEYS


@pytest.mark.parametrize("step", BY_NAME)
def test_every_step_has_a_docstring_with_a_repair_and_a_refusal(step):
    assert (BY_NAME[step].__doc__ or "").count(">>>") >= 2
