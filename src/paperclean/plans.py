"""The newspaper pipeline: which steps a page goes through, in which order, and why in that order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from paperclean.article.furniture import drop_page_furniture
from paperclean.characters.entities import undo_entities
from paperclean.characters.font_shift import undo_font_shift
from paperclean.characters.forms import fold_compatibility_forms
from paperclean.characters.invisibles import drop_invisibles
from paperclean.characters.mojibake import undo_mojibake
from paperclean.characters.suspects import holds_suspects
from paperclean.columns.drawn_rules import drop_column_rules
from paperclean.columns.side_by_side import split_columns
from paperclean.columns.taking_turns import deinterleave_columns
from paperclean.conversion import CONFIGURATIONS, convert_script
from paperclean.languages import KNOWN
from paperclean.lines.hyphens import join_hyphenated_words
from paperclean.lines.wraps import join_wrapped_lines
from paperclean.pipeline import Pipeline, Planned, has_plan
from paperclean.steps import Step, warn_of_name
from paperclean.survey import Survey
from paperclean.tracing import Trace, trace_step
from paperclean.typography.brackets import balance_brackets
from paperclean.typography.justification import undo_justification
from paperclean.typography.punctuation import fold_punctuation
from paperclean.typography.quotes import fold_straight_quotes
from paperclean.typography.spaces import drop_han_spaces
from paperclean.typography.widths import fold_widths

__all__ = ["CHOICES", "Style", "chosen", "clean", "newspaper", "refuse_no_style", "trace"]


@dataclass(frozen=True)
class Style:
    """Matters of taste; everything else is decided from the page. Raises `ValueError` for a choice that there is not.

    *language* (`zh`, `en`, `de`, `fr`, `nl`) overrides what the page's words tell.

    *fold_letters*: full-width Latin letters and digits become ASCII. They may have been printed wide, so by
    default they stay; half-width punctuation in Chinese text becomes full-width in any case.

    *script*: `Hans` or `Hant` has a page of the other script converted; the name of an OpenCC configuration
    (`tw2sp`, `s2hk`; see `convert_script`) has every page converted that is in the script it converts from. By default the
    script stays.

    *furniture*: what becomes of running heads, folios, imprint and jump lines, `keep` or `drop`; what is dropped
    stays in the trace.

    >>> clean("２０２５年經濟", style=Style(script="Hans", fold_letters=True))
    '2025年经济'
    """

    language: str | None = None
    fold_letters: bool = False
    script: str | None = None
    furniture: Literal["keep", "drop"] = "keep"

    def __post_init__(self) -> None:
        """Raise `ValueError` for what is none of the choices: it would be passed over in silence."""
        for name, choices in CHOICES.items():
            given = getattr(self, name)
            if given not in choices and given != getattr(Style, name):
                raise ValueError(f"{name} must be one of {', '.join(map(str, choices))}, not {given!r}")


CONVERSIONS = {"Hans": "t2s", "Hant": "s2t"}  # either leaves a page that is in its script already
CHOICES: dict[str, tuple[Any, ...]] = {
    "language": KNOWN,
    "fold_letters": (False, True),
    "script": (*CONVERSIONS, *CONFIGURATIONS),
    "furniture": ("keep", "drop"),
}


def entities(page: Survey, style: Style) -> Iterator[Step]:
    """First what stands for characters: it may stand for any that the steps after look for."""
    if "&" in page.text:
        yield undo_entities


def characters(page: Survey, style: Style) -> Iterator[Step]:
    """Then the characters: everything after judges by true punctuation."""
    if holds_suspects(page.text):
        yield undo_mojibake  # before the rest: its soft hyphens, controls and private-use characters are bytes
        yield drop_invisibles
        yield undo_mojibake  # once more, where anything was dropped: bytes that it had kept apart
        yield drop_invisibles
        yield fold_compatibility_forms
    yield undo_font_shift


def columns(page: Survey, style: Style) -> Iterator[Step]:
    """Then the columns: only lines of one column can be joined, and only blanks tell where it ends.

    A step told no language finds it once something hangs on it; most pages need none.
    """
    # Before the rows are cut, or rules would be text of the columns behind them.
    yield partial(drop_column_rules, language=style.language)
    yield partial(split_columns, language=style.language)
    # After the rows are cut: a line must hold one column's text alone to be put in its turn.
    yield partial(deinterleave_columns, language=style.language)


def lines(page: Survey, style: Style) -> Iterator[Step]:
    """Then the lines: words first, so that a line is judged by the words it really ends and begins with."""
    if "  " in page.text and not page.may_hold_han:
        yield undo_justification  # before, or a line of words far apart would be a row of a table, and a running head no furniture
    if style.furniture == "drop":  # before, or a folio between two columns would be joined into a sentence
        yield drop_page_furniture
    if page.may_hold_han and page.is_spaced:
        yield drop_han_spaces  # before, or a line is judged by a width and by neighbours that it was not printed with
    yield partial(join_hyphenated_words, language=style.language)
    yield join_wrapped_lines


def typography(page: Survey, style: Style) -> Iterator[Step]:
    """After the lines, so that a sign is judged beside its true neighbours, not beside a column's edge."""
    yield balance_brackets  # before widths, so that both halves are folded alike
    if page.may_hold_han:
        yield fold_straight_quotes  # before, as commas are judged by the marks beside them
        yield partial(fold_widths, letters=style.fold_letters)  # a space is judged by the marks beside it
        yield drop_han_spaces
        yield fold_punctuation


def script(page: Survey, style: Style) -> Iterator[Step]:
    """Last the script: its phrases are whole only where lines are joined, and no step after needs the old one."""
    if style.script:
        yield partial(convert_script, config=CONVERSIONS.get(style.script, style.script))


newspaper = Pipeline(
    Planned(entities, Style()),
    Planned(characters, Style()),
    Planned(columns, Style()),
    Planned(lines, Style()),
    Planned(typography, Style()),
    Planned(script, Style()),
)


def clean(text: str, *, style: Style | None = None) -> str:
    r"""Return *text* as the newspaper printed it: the whole pipeline with safe defaults.

    *style* settles matters of taste. Raises `TypeError` if *text* is not a `str` or *style* no `Style`; a *text* that is
    but a file's name is warned of.

    >>> clean("\ufeff消费需求进一步释放。")
    '消费需求进一步释放。'
    >>> clean("陶渊明说：① 归去来兮。")
    '陶渊明说：① 归去来兮。'
    """
    warn_of_name(text)
    return chosen(style, None)(text)


def trace(text: str, *, style: Style | None = None, pipeline: Step | None = None) -> Trace:
    r"""Clean *text* as `clean` does, or by *pipeline*, and keep every change and its origin.

    *pipeline* is a `Pipeline` or any other step, by default `newspaper`; *style* is for the plans in it. Raises `TypeError`
    if *text* is not a `str`, *pipeline* no function, or *style* no `Style` or without a plan to follow it.

    >>> trace("\ufeff消费").source(0, 1)
    [(1, 2)]
    """
    warn_of_name(text)
    return trace_step(chosen(style, pipeline), text)


def refuse_no_style(style: object) -> None:
    """Raise `TypeError` if *style* is neither a `Style` nor None."""
    if not isinstance(style, Style | None):
        raise TypeError(f"a style is a paperclean.Style, not {style!r}")


def chosen(style: Style | None, pipeline: Step | None) -> Step:
    """The step that *pipeline* (default: the newspaper's) and *style* ask for."""
    if pipeline is None:
        pipeline = newspaper
        refuse_no_style(style)
    if not callable(pipeline):
        raise TypeError(f"a pipeline is a step, a function from text to text, not {pipeline!r}")
    if style is None:
        return pipeline
    if not isinstance(pipeline, Pipeline) or not has_plan(pipeline):
        raise TypeError(
            "a style needs a Pipeline with a plan to follow it, as newspaper has; a step takes options instead"
        )
    return pipeline.with_style(style)
