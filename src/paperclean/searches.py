"""Searches that go fast where there is little to find, and patterns that cost nothing where they are not asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, cast

import regex

__all__ = ["deferred", "deferred_regex", "matches"]

FUNCTIONS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def deferred(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """*pattern* of `re`, compiled when it is first used: long ones take up to a tenth of a second, and few pages ask for all.

    >>> deferred("[a-c]+").fullmatch("abc")[0]
    'abc'
    """
    return cast("re.Pattern[str]", _Deferred(partial(re.compile, pattern, flags)))


def deferred_regex(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """The same of `regex`."""
    return cast("regex.Pattern[str]", _Deferred(partial(regex.compile, pattern, flags)))


class _Compiled:
    """A pattern that has been compiled: its functions are looked up as fast as any object's."""


class _Deferred(_Compiled):
    """A pattern that *compiled* makes when something is first asked of it."""

    def __init__(self, compiled: Callable[[], object]) -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        pattern = self._compiled()
        vars(self).update((function, getattr(pattern, function)) for function in FUNCTIONS)
        self.__class__ = _Compiled  # type: ignore[assignment]  # what it derives from
        return getattr(self, name)


def matches(pattern: regex.Pattern[str], text: str, begin: re.Pattern[str]) -> Iterator[regex.Match[str]]:
    """The matches of *pattern* in *text*, one after another, tried only where *begin* finds that one may begin.

    `re` finds the next of a set of characters far faster than `regex` rules out a pattern at every place.

    >>> [found[0] for found in matches(regex.compile(r"aa+|ab"), "aaa ab a", re.compile("a"))]
    ['aaa', 'ab']
    """
    end = 0
    for candidate in begin.finditer(text):
        match = pattern.match(text, candidate.start()) if candidate.start() >= end else None
        if match:
            end = match.end()
            yield match
