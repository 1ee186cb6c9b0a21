"""How printed lines behave, as numbers: the constants by which roles are decided and columns told from lists.

A *unit* of width is an em of Chinese, or an average lower-case letter of Latin script. Rates are probabilities of
what a compositor does; evidence is in natural logarithms, positive for a paragraph's end.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import log

__all__ = ["CHINESE", "CHINESE_1920S", "ENDS_SENTENCE", "INDENT_SHARES", "LATIN", "Habits"]

ENDS_SENTENCE = 1  # classes of end marks up to this one end a sentence, in either script
INDENT_SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)  # shares of first lines that lost an indent, one table each


@dataclass(frozen=True, eq=False)
class Habits:
    """The constants of one kind of text.

    Rates by the end mark of a line come in the order of the classes of its script's measuring module.
    """

    han: bool
    whole_marks: bool  # whether sentences end in full stops, as they have since about 1930
    # how far a line inside a paragraph falls short of the full width: shares and scales of three Laplace parts
    core: float
    core_scale: float
    shoulder: float
    shoulder_scale: float
    floor: float
    overfull: float  # share of last lines wider than the column
    overfull_by: float  # units by which a line must exceed it to count
    indent: float  # units
    indent_scale: float
    indent_tolerance: float
    # end marks of lines inside a paragraph, of last lines, of display lines
    end_inside: tuple[float, ...]
    end_last: tuple[float, ...]
    end_display: tuple[float, ...]
    # evidence of a break in how the next line opens: after a sentence's end, after anything else
    opening_after_end: tuple[float, ...]
    opening_inside: tuple[float, ...]
    last: float  # share of last lines among lines that continue a paragraph
    single: float  # shares of one-line paragraphs and of display lines among lines that open a block
    display: float
    display_density: float  # of the widths of display lines, a unit
    display_below: float  # share of the column's width that a line of display stays under
    new_width_at_break: float  # chance that the column's width changes there
    new_width_inside: float
    association: float  # weight of how ill the next line's first characters go on from the line's last
    association_offset: float  # evidence of a break where the two are neither
    opening: float  # weight of how seldom blocks open with the next line's first character
    block: int  # lines over which the width is measured anew
    least_width: int  # units; narrower stacks of lines are no column
    least_mean: float  # units that joined lines are wide on average, at least
    least_support: float  # of a width held possible beside another, as a share of that one's
    peak_apart: float  # units between two widths held possible at once
    quantum: float  # units between two widths told apart
    same_width: float  # units between the widths of neighbouring blocks up to which they are one
    indent_prior: tuple[float, float]  # lines that lost an indent, and that had none, as if seen before
    scale: float  # of deviations, for a column of this many units, with whose root they grow; 0: they do not

    # what follows from these: log odds of another column width after a break, and inside a paragraph
    switch_closed: float = field(init=False)
    switch_open: float = field(init=False)
    # log rates of middle, first, last, single and display lines, by the class of the mark at their end
    by_end: list[tuple[float, float, float, float, float]] = field(init=False)

    def __post_init__(self) -> None:
        inside, closed = self.new_width_inside, self.new_width_at_break
        same_open, same_closed = log(1 - inside), log(1 - closed)
        by_end = [
            (
                same_open + log(1 - self.last) + log(going_on),
                same_closed + log(1 - self.single - self.display) + log(going_on),
                same_open + log(self.last) + log(last),
                same_closed + log(self.single) + log(last),
                same_closed + log(self.display) + log(shown) + log(self.display_density),
            )
            for going_on, last, shown in zip(self.end_inside, self.end_last, self.end_display, strict=True)
        ]
        object.__setattr__(self, "switch_closed", log(closed / (1 - closed)))
        object.__setattr__(self, "switch_open", log(inside / (1 - inside)))
        object.__setattr__(self, "by_end", by_end)


# Rates of end marks and openings in Chinese of today: `tools/count_line_habits.py`, over 22 MB of news text set into
# columns, evened out towards what OCR and display lines add. Those of the 1920s and of Latin script, and all
# widths, are rates of hand-transcribed newspapers that the project measures itself by while it is written, smoothed;
# results on those are kinder than on papers never looked at.
CHINESE = Habits(
    han=True,
    whole_marks=True,
    core=0.83,
    core_scale=0.25,
    shoulder=0.158,
    shoulder_scale=0.6,
    floor=0.012,
    overfull=0.005,
    overfull_by=0.8,
    indent=2.0,
    indent_scale=0.35,
    indent_tolerance=0.8,
    end_inside=(0.030, 0.002, 0.009, 0.004, 0.002, 0.090, 0.003, 0.86),
    end_last=(0.80, 0.08, 0.012, 0.03, 0.012, 0.004, 0.012, 0.05),
    end_display=(0.02, 0.01, 0.12, 0.002, 0.01, 0.004, 0.01, 0.82),
    # counted (no symbol stands behind a sentence within a paragraph); inside a sentence symbols, marks that may not open a line and
    # dashes go by what they do around display lines
    opening_after_end=(4.2, -3.0, 0.2, 1.1, 0.3, 0.1, 1.1, 0.3, 0.0),
    opening_inside=(6.0, -3.0, 1.5, 2.5, 1.5, 0.8, 1.8, 2.8, -0.2),
    last=0.28,
    single=0.07,
    display=0.25,
    display_density=0.03,
    display_below=9.0,
    new_width_at_break=0.05,
    new_width_inside=0.004,
    association=0.5,
    association_offset=0.5,
    opening=0.6,
    block=16,
    least_width=7,
    least_mean=5.0,
    least_support=0.2,
    peak_apart=0.8,
    quantum=0.5,
    same_width=0.6,
    indent_prior=(8.0, 1.0),
    scale=0.0,
)

CHINESE_1920S = replace(
    CHINESE,
    whole_marks=False,
    opening_after_end=(4.5, -3.0, 0.3, 0.3, 0.5, 0.0, 0.5, 0.0, 0.0),
    opening_inside=(4.5, -3.0, 1.5, 3.5, 1.5, 1.0, 2.0, 2.0, -0.3),
    end_inside=(0.014, 0.001, 0.010, 0.003, 0.002, 0.085, 0.003, 0.89),
    end_last=(0.15, 0.02, 0.10, 0.01, 0.012, 0.25, 0.012, 0.45),
    indent_prior=(1.0, 1.0),
    least_support=0.3,
    least_width=4,
    core=0.72,
    core_scale=0.35,
    shoulder=0.24,
    shoulder_scale=1.0,
    floor=0.04,
    last=0.14,
    single=0.2,
    display=0.15,
    indent_scale=0.6,
    display_below=0.85,
    overfull=0.002,
    association=0.2,
    association_offset=0.25,
    opening=0.0,
)

LATIN = Habits(
    han=False,
    whole_marks=True,
    core=0.55,
    core_scale=1.8,
    shoulder=0.42,
    shoulder_scale=2.5,
    floor=0.05,
    overfull=0.006,
    overfull_by=8.0,
    indent=3.8,
    indent_scale=2.2,
    indent_tolerance=1.4,
    end_inside=(0.032, 0.001, 0.006, 0.008, 0.06, 0.003, 0.51, 0.27, 0.11),
    end_last=(0.76, 0.07, 0.02, 0.045, 0.01, 0.006, 0.079, 0.009, 0.001),
    end_display=(0.25, 0.01, 0.02, 0.03, 0.02, 0.01, 0.637, 0.02, 0.003),
    opening_after_end=(1.5, -1.0, 0.7, 1.4, 0.0, 0.0, 2.6, 2.6),
    opening_inside=(0.8, -1.5, -1.0, 0.5, 0.5, 0.0, 3.0, 0.5),
    last=0.11,
    single=0.02,
    display=0.02,
    display_density=0.0075,
    display_below=0.85,
    new_width_at_break=0.1,
    new_width_inside=0.004,
    association=0.0,
    association_offset=0.0,
    opening=0.0,
    block=8,
    least_width=10,
    least_mean=16.0,
    least_support=0.1,
    peak_apart=2.5,
    quantum=1.0,
    same_width=1.6,
    indent_prior=(4.0, 1.0),
    scale=40.0,
)
