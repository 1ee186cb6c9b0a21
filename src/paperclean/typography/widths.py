"""Full-width letters and half-width punctuation, each in the width of the text round it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from paperclean.edits import Edit
from paperclean.scripts import HAN, IS_HAN
from paperclean.steps import rewrite

__all__ = ["fold_widths"]

ENDS_HAN = rf"{HAN}》」』｣"  # only Chinese text ends with these
MAY_END_HAN = "”’）)％%"  # Latin text too
# 行径,8 月 6 日; 差距;2.富差距; 包括3.0 does not
GOES_ON = rf"[{HAN}“‘「『《（(｢]|[0-9０-９A-Za-z]{{1,12}}[.．、)）]? ?[{HAN}]"
CLOSING = "”’」』）)｣"
# A point behind Chinese text and before more of it, or at a line's end
INNER = rf"(?<=[{HAN}][{HAN}{MAY_END_HAN}]|[0-9][％%])\.(?=[{HAN}“‘「『《（(｢]|$)"

# A page of Chinese has few of these characters, so each is looked at.
CANDIDATE = re.compile(r"[,;?!:.()｡-､Ａ-Ｚａ-ｚ０-９]")
FOUND = regex.compile(  # not `re`, which takes 40 ms to compile it
    r"(?P<letters>(?:[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])|[Ａ-Ｚａ-ｚ０-９]+)(?:．[０-９]+)*(?:(?<=[０-９])％)?)"
    rf"|(?<=[{ENDS_HAN}])(?P<mark>[,;?!])(?: (?=[{HAN}])|(?={GOES_ON}|[{CLOSING}]|$))"
    rf"|(?<=[{MAY_END_HAN}])(?P<doubtful>[,;?!])(?: (?=[{HAN}])|(?=[{HAN}]))"
    rf"|(?<=[{ENDS_HAN}{MAY_END_HAN}])(?P<colon>:)(?=[{HAN}“‘「『《｢])"
    rf"|(?<=[{HAN}][{HAN}])(?P<stop>\.)(?=[{CLOSING}]|$)"
    rf"|(?P<inner>{INNER})"
    rf"|(?P<halved>[｡｢｣､])"
    rf"|(?P<bracket>\((?=[^()（）\n]{{1,60}}\)))",
    regex.MULTILINE,
)
TO_ASCII = {c: c - 0xFEE0 for c in (*range(ord("Ａ"), ord("Ｚ") + 1), *range(ord("ａ"), ord("ｚ") + 1))}
TO_ASCII |= {c: c - 0xFEE0 for c in (*range(ord("０"), ord("９") + 1), ord("．"), ord("％"), ord("，"))}
TO_FULL = dict(zip(",;?!:.｡｢｣､", "，；？！：。。「」、", strict=True))
FULL_WIDTH = re.compile("[Ａ-Ｚａ-ｚ０-９]")
HAN_OR_QUOTE = regex.compile(f"[{HAN}“”「」『』《》｢｣]")
INNER_STOP = regex.compile(INNER, regex.MULTILINE)
LEAST_INNER, COMMAS = 2, ",，"  # and as many commas at least; points stand in names too
HALF_KATAKANA = re.compile("[ｦ-ﾟ]")


@rewrite
def fold_widths(text: str, *, letters: bool = True) -> Iterator[Edit]:  # noqa: C901, PLR0912  # one arm a kind of character
    r"""Fold full-width Latin letters and digits to ASCII, and half-width punctuation of Han text to full width.

    Typesetting by GB 2312 stores a digit as wide as an ideograph, and a shifted font gives such digits back;
    OCR and keyboards write the comma of another alphabet. Both print the same sign in another width.

    >>> fold_widths("３月２５日，ＡＩｏＴ销量达３．５％,同比增长(约两倍)")
    '3月25日，AIoT销量达3.5%，同比增长（约两倍）'

    Left alone: numbers, times, addresses, brackets round Latin letters or digits alone, and everything that
    has no Han character beside it.

    >>> fold_widths("3,000 at 12:30, https://example.com/?a,b (PMI) 时间:12:30 1)加强 安德烈.奥昆科夫")
    '3,000 at 12:30, https://example.com/?a,b (PMI) 时间:12:30 1)加强 安德烈.奥昆科夫'

    *letters* says whether full-width letters and digits are folded too.
    """
    if not IS_HAN.search(text) and not FULL_WIDTH.search(text):
        return
    ends_sentences: bool | None = None
    done, closing = 0, -1  # where the next match may begin; the bracket that closes an opening one
    for candidate in CANDIDATE.finditer(text):
        at = candidate.start()
        if at == closing:
            yield Edit(at, at + 1, "）", "half-width punctuation", 0.95)
        match = FOUND.match(text, at) if at >= done else None
        if match is None:
            continue
        start, end = match.span()
        done = end
        match match.lastgroup:
            case "letters":
                if letters:
                    yield Edit(start, end, match[0].translate(TO_ASCII), "full-width letters")
            case "inner":
                if ends_sentences is None:
                    ends_sentences = _ends_sentences(text)
                if ends_sentences:
                    yield Edit(start, end, "。", "half-width punctuation", 0.9)
            case "halved":
                if not HALF_KATAKANA.search(text, max(0, start - 1), end + 1):
                    yield Edit(start, end, TO_FULL[match[0]], "half-width punctuation")
            case "bracket":
                closed = text.find(")", end)
                before, after = text[max(0, start - 1) : start], text[closed + 1 : closed + 2]
                if IS_HAN.search(text, end, closed) and (
                    HAN_OR_QUOTE.match(before) or HAN_OR_QUOTE.match(after)
                ):
                    closing = closed
                    yield Edit(start, end, "（", "half-width punctuation", 0.95)
            case _:
                yield Edit(start, end, TO_FULL[match[0][0]], "half-width punctuation", 0.95)


def _ends_sentences(text: str) -> bool:
    """Whether the point ends the sentences of *text*, which has no other full stop."""
    if "。" in text or "｡" in text:
        return False
    stops = len(INNER_STOP.findall(text))
    return LEAST_INNER <= stops <= sum(map(text.count, COMMAS))
