"""Searches that go fast where there is little to find."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

__all__ = ["matches"]


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
