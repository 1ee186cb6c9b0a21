"""Every public name, in the order a page meets them. `import paperclean` loads this on first use."""

from __future__ import annotations

import logging

from paperclean.article.assembly import articles
from paperclean.article.continuation import join_continued
from paperclean.article.furniture import drop_page_furniture
from paperclean.article.model import Article, Block
from paperclean.bulk import CleaningError, clean_many
from paperclean.characters.entities import undo_entities
from paperclean.characters.font_shift import undo_font_shift
from paperclean.characters.forms import fold_compatibility_forms
from paperclean.characters.invisibles import drop_invisibles
from paperclean.characters.mojibake import undo_mojibake
from paperclean.columns.drawn_rules import drop_column_rules
from paperclean.columns.fused import cut_fused_rows
from paperclean.columns.side_by_side import PrintedColumn, find_columns, split_columns
from paperclean.columns.taking_turns import deinterleave_columns
from paperclean.conversion import convert_script, fold_stray_script
from paperclean.edits import Edit, Span
from paperclean.lines.hyphens import join_hyphenated_words
from paperclean.lines.wraps import LineRole, join_wrapped_lines, line_roles
from paperclean.ocr.correction import correct_ocr
from paperclean.pipeline import Pipeline, Planned
from paperclean.plans import Style, clean, newspaper, trace
from paperclean.reading import Decoded, NotTextError, decode, read
from paperclean.steps import Step, reorder, rewrite
from paperclean.survey import Survey
from paperclean.tracing import Change, Trace
from paperclean.typography.brackets import balance_brackets
from paperclean.typography.justification import undo_justification
from paperclean.typography.punctuation import fold_punctuation
from paperclean.typography.quotes import fold_straight_quotes
from paperclean.typography.spaces import drop_han_spaces
from paperclean.typography.widths import fold_widths

__all__ = [
    "Article",
    "Block",
    "Change",
    "CleaningError",
    "Decoded",
    "Edit",
    "LineRole",
    "NotTextError",
    "Pipeline",
    "Planned",
    "PrintedColumn",
    "Span",
    "Step",
    "Style",
    "Survey",
    "Trace",
    "articles",
    "balance_brackets",
    "clean",
    "clean_many",
    "convert_script",
    "correct_ocr",
    "cut_fused_rows",
    "decode",
    "deinterleave_columns",
    "drop_column_rules",
    "drop_han_spaces",
    "drop_invisibles",
    "drop_page_furniture",
    "find_columns",
    "fold_compatibility_forms",
    "fold_punctuation",
    "fold_straight_quotes",
    "fold_stray_script",
    "fold_widths",
    "join_continued",
    "join_hyphenated_words",
    "join_wrapped_lines",
    "line_roles",
    "newspaper",
    "read",
    "reorder",
    "rewrite",
    "split_columns",
    "trace",
    "undo_entities",
    "undo_font_shift",
    "undo_justification",
    "undo_mojibake",
]

logging.getLogger("paperclean").addHandler(logging.NullHandler())  # the library itself prints nothing
