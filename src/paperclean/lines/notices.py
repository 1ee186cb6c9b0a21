"""Lines of notices, laws and death notices in Latin script that stand by themselves: a place and a day, a section's number, who mourns."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["notice_lines"]

# Danzig, den 3. Juli 1894.; Leiden, 14 October 1897.; Bath, Nov. 3, 1860: of 209 such lines on real pages 206 stand by themselves
PLACE_AND_DAY = re.compile(
    r"""[A-ZÀ-ÖØ-Þ][\w'’-]+(?:[ ,][ ]?[\w./'’-]+){0,3},[ ](?:
        (?:den[ ]|le[ ]|the[ ])?\d{1,2}(?:\.|er|st|nd|rd|th|en)?[ ]?[^\W\d]{3,10}\.?,?
        |[A-Z][a-z]{2,8}\.?[ ]\d{1,2}(?:st|nd|rd|th)?,
    )[ ]\d{4}\.?""",
    re.VERBOSE,
)
# Séance du mardi 16 mars, au soir.; 10. Sitzung vom 27. Januar.; Zitting van Dinsdag 15 November.
SITTING = re.compile(
    r"(?:\d{1,3}(?:\.|e|me|ste|de) )?(?:Séance|Audience|Sitzung|Zitting|Vergadering|Sitting) (?:du|de|vom|von|van|of) (?:\w+,? )?(?:den )?\d{1,2}(?:\.|er|th|st|rd|nd)? [^\W\d]{3,10}"
    r"(?:,? \d{4})?(?:,? [\w ]{2,16})?\.?"
)
SITTING_FIRSTS = frozenset("0123456789SAZV")
# §. 11.; Art. 3; No. 2.: of 39 none belongs to what stands beside it
SECTION = re.compile(r"(?:§{1,2}\.? ?|Art(?:ikel|icle|\.)? |N[or]\. )\d{1,4}[a-z]?\.?")
SECTION_FIRSTS = frozenset("§AN")
BEFORE_SECTION = frozenset(".!?:")
# In tiefer Trauer:; Im Namen der trauernden Hinterbliebenen:; of 18 all stand by themselves
MOURNERS = re.compile(
    r"In (?:still|tief|namenlos|unſagbar|unsagbar|schmerzlich|ſchmerzlich|groß)\w* (?:Trauer|Schmerz|Leid|Herzeleid|Weh)e?[:;.]?"
    r"|(?:Im Namen d\w*\.? |Die )(?:tief)?trauern\w*\.? Hinterblieb\w*\.?[:;.]?"
)
MOURNERS_FIRSTS = frozenset(["In ", "Im ", "Die"])
LONGEST = 45  # characters of such a line


def notice_lines(lines: list[str]) -> Iterator[int]:
    """The numbers of those of *lines* that stand by themselves.

    >>> shown = ["is closed.", "Danzig, den 3. Juli 1894.", "Amtsgericht.", "nach", "§ 3.", "trifft zu.", "§ 4."]
    >>> [*notice_lines(shown)]
    [1, 6]
    """
    for i, line in enumerate(lines):
        if len(line) > LONGEST:
            continue
        first = line[0]
        if (
            (first in SITTING_FIRSTS and SITTING.fullmatch(line))
            or ((line[-5:-1].isdigit() or line[-4:].isdigit()) and PLACE_AND_DAY.fullmatch(line))
            or (first in SECTION_FIRSTS and SECTION.fullmatch(line) and lines[i - 1][-1] in BEFORE_SECTION)
            or (line[:3] in MOURNERS_FIRSTS and MOURNERS.fullmatch(line))
        ):
            yield i
