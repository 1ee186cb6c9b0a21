"""Runs of line numbers: near each other, or one after another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import sub

__all__ = ["near_each_other", "runs_of"]


def near_each_other(numbers: list[int], apart: int) -> Iterator[list[int]]:
    """The runs of *numbers*, in order, each no more than *apart* from the one before."""
    run: list[int] = []
    for number in numbers:
        if run and number - run[-1] > apart:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def runs_of(numbers: list[int], least: int) -> Iterator[list[int]]:
    """The runs of *numbers*, in order, that follow one another, *least* of them or more."""
    if least - 1 not in map(sub, numbers[least - 1 :], numbers):
        return
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        if len(found) >= least:
            yield found
