"""Conversion between traditional and simplified Chinese, and the variants of Taiwan and Hong Kong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from operator import ne
from typing import TYPE_CHECKING

from paperclean.edits import Edit, substitutions
from paperclean.statistics.han import han_association
from paperclean.steps import rewrite
from paperclean.survey import HAN_RUN, Survey

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["convert_script", "fold_stray_script"]

# OpenCC's phrases cross none of these, so what lies between two of them is converted by itself.
PIECE = re.compile(r"[^\s\x00-\x1f，。、；：！？“”‘’「」『』《》〈〉（）()【】〔〕…—\ud800-\udfff]+")
HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
CONFIGURATIONS = ("t2s", "s2t", "tw2s", "s2tw", "hk2s", "s2hk", "tw2sp", "s2twp", "t2tw", "t2hk", "tw2t", "hk2t", "t2jp", "jp2t")  # fmt: skip
WINDOW = 24  # characters; longer than the phrases of OpenCC's dictionaries
MIXED = 0.02  # of a page's Han characters; a page with more strays is of both scripts
NEAR = 3  # characters; strays no farther apart stand together on purpose
FITTING = 1.0  # nats: the association that shows a stray to be part of a word
LONGEST = 4000  # characters of a piece whose phrases are looked for one by one


@rewrite
def convert_script(text: str, *, config: str = "t2s") -> Iterator[Edit]:
    r"""Convert Chinese text from one script or regional variant to another.

    *config* names a configuration of OpenCC: `t2s` and `s2t` between traditional and simplified characters,
    `tw2s`, `hk2s`, `s2tw`, `s2hk` from and to the forms of Taiwan and Hong Kong, `tw2sp` and `s2twp` with the
    words of the region as well (`軟體` for `软件`), `t2tw`, `hk2t`, `t2jp` and so on. Any other name raises
    `ValueError`. Convert after lines are joined: a phrase broken by a line end is not recognized.

    >>> convert_script("轉型記：網絡與軟件")
    '转型记：网络与软件'
    >>> convert_script("乾隆皇后在公里外的理发店里面", config="s2t")
    '乾隆皇后在公里外的理髮店裏面'
    >>> convert_script("記憶體和軟體", config="tw2sp")
    '内存和软件'

    Left alone: a text that is not in the script that *config* converts from, since a second conversion would
    spoil it (`萬里長征` is no simplified text, whose `里` and `征` were to be converted):

    >>> convert_script("萬里長征", config="s2t")
    '萬里長征'

    Where a phrase keeps its length the trace maps character to character, otherwise phrase to phrase.

    Tables: OpenCC (Apache License 2.0).
    """
    convert = converter(config)
    if not HAN.search(text) or not _is_due(text, config):
        return
    pieces = [(match.start(), match[0], convert(match[0])) for match in PIECE.finditer(text)]
    if _is_due("".join(piece for *_, piece in pieces), config):
        if not config.endswith("2s"):
            return
        pieces = [(start, before, convert(piece)) for start, before, piece in pieces]  # 薴 to 苧, and to 苎
    for start, before, piece in pieces:
        if len(before) == len(piece):
            yield from substitutions(before, piece, start, reason=config)
        else:
            yield from _by_phrases(before, piece, start, config)


@cache
def converter(config: str) -> Callable[[str], str]:
    """OpenCC's conversion by that name, loaded on first use and shared."""
    from opencc import OpenCC  # noqa: PLC0415  # loads compiled code that few calls need

    try:
        convert: Callable[[str], str] = OpenCC(config).convert
    except (RuntimeError, ValueError) as unknown:
        raise ValueError(
            f"no configuration of OpenCC: {config!r}; there are {', '.join(CONFIGURATIONS)}"
        ) from unknown
    return convert


def _is_due(text: str, config: str) -> bool:
    """Whether *text* is in the script that *config* converts from."""
    text = text.encode("utf-8", "replace").decode("utf-8")  # OpenCC refuses lone surrogates
    source, _, target = config.partition("2")
    if not (source.startswith("s") or target.startswith("s")):
        return converter(config)(text) != text
    to_simplified = target.startswith("s")
    simplest = converter("t2s")(text)
    traditional: int = sum(map(ne, text, simplest)) if simplest != text else 0  # most often it is the same
    if not traditional:
        return not to_simplified
    if target == "s":
        return True
    simplified: int = sum(map(ne, text, converter("s2t")(text)))
    return traditional > simplified if to_simplified else simplified > traditional


def _by_phrases(before: str, after: str, start: int, config: str) -> Iterator[Edit]:
    """The edits that turn *before* to *after*, which differ in length, each as short as conversion allows."""
    convert = converter(config)
    edits, done = [], 0
    at = 0
    while at < len(before) <= LONGEST:
        window = before[at : at + WINDOW]
        whole = convert(window)
        for size in range(1, len(window) + 1):
            phrase = convert(window[:size])
            if phrase + convert(window[size:]) == whole:
                break
        if phrase != window[:size]:
            edits.append(Edit(start + at, start + at + size, phrase, config))
        if not after.startswith(phrase, done):
            break
        at += size
        done += len(phrase)
    if at == len(before) and done == len(after):
        yield from edits
    else:
        yield Edit(start, start + len(before), after, config)


@rewrite
def fold_stray_script(text: str) -> Iterator[Edit]:
    r"""Bring stray characters of the other Chinese script to the page's own.

    OCR reads a simplified character as its traditional form, or the other way round, where the two look alike
    (`門` for `门`), and so do fonts that hold one script and borrow from the other.

    >>> fold_stray_script("跨境电商行业迎来大考，消费需求進一步释放，经济发展稳中有进。")
    '跨境电商行业迎来大考，消费需求进一步释放，经济发展稳中有进。'

    Left alone: characters with more than one form in the page's script (`发`: 發, 髮), characters that both
    scripts use, two strays near each other (a quotation, a title, a name), a stray that does not go with the
    characters beside it, and every stray of a page that is mixed.

    >>> fold_stray_script("展出的匾额上写着“經濟學社”，跨境电商行业迎来大考，消费需求释放。")
    '展出的匾额上写着“經濟學社”，跨境电商行业迎来大考，消费需求释放。'

    Not in the default pipeline: a page may have printed the other script's form of a name on purpose.
    """
    if not HAN.search(text):
        return
    tables = strays()
    page = Survey(text).script
    if page not in tables:
        return
    suspects, forms = tables[page]
    found = [match.start() for match in suspects.finditer(text)]
    han = sum(map(len, HAN_RUN.findall(text)))
    if not found or len(found) > max(1, MIXED * han) or len(found) > han / 10:
        return
    association = han_association()
    for number, at in enumerate(found):
        if number and at - found[number - 1] <= NEAR:
            continue
        if number + 1 < len(found) and found[number + 1] - at <= NEAR:
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if max(association.pmi(before, text[at]), association.pmi(text[at], after)) >= FITTING:
            yield Edit(at, at + 1, forms[text[at]], "stray of the other script", 0.9)


@cache
def strays() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    """For each script the characters that do not belong in it, and what they are there."""
    table = files("paperclean.data").joinpath("stray_characters.txt").read_text(encoding="utf-8").split()
    return {
        script: (re.compile(f"[{table[row]}]"), dict(zip(table[row], table[row + 1], strict=True)))
        for script, row in (("Hans", 0), ("Hant", 2))
    }
