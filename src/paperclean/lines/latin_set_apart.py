"""Lines of Latin print that stand by themselves, told by what they say: bylines, credits of pictures, jump lines, salutations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperclean.lines.jump_lines import jump_from, jump_to
from paperclean.lines.latin import STOPS
from paperclean.lines.latin_bylines import CREDIT, ROLE, latin_byline_form
from paperclean.lines.letters_to_editors import closes_letter, is_salutation
from paperclean.lines.notices import notice_lines
from paperclean.lines.printed import Lines
from paperclean.statistics.words import HYPHENS

__all__ = ["latin_lines_set_apart"]

# The first three letters of a byline, a jump line or a salutation, and the last four of a byline;
# nearly all other lines are ruled out by them.
BEGINNINGS = (
    "By_ BY_ Fro FRO Von VON Van Par PAR De_ Doo DOO Tex Tek Eig EIG Spe SPE Con CON See Tur For FOR Wei Sch Sie Sui Voi Lir Zie "
    "Ver Lee Wor A_s À_s Ple Sto Bit Les La_ Exc Pro Rec Rep Int Ein Une Un_ Cor Ser Ass Age ANP AFP Ave Fot FOT Pho PHO Bil Pic Bee"
)
SALUTATIONS = (
    "Sir SIR Dea My_ Mr. MR. Mad Gen To_ TO_ Seh Gee Ver Tit An_ Mon Mes Mij Gea Waa M._ Lie Che Chè Bes"
)
OPENERS = frozenset(word.replace("_", " ") for word in f"{BEGINNINGS} {SALUTATIONS}".split())
BRACKETS = frozenset("([")
# (To be continued.) (12. Fortsetzung.) (Nachdruck verboten.) (La suite au prochain numéro.) (Slot volgt.)
INSTALMENT = re.compile(
    r"[(\[](?:\d{1,3}(?:\.|e|th) ?)?(?i:to be con(?:tinued|cluded)|continued|concluded|fortsetzung|schlu(?:ß|ss)|nachdruck|(?:la )?suite|(?:la )?fin|vervolg|slot)"
    r"(?: [\w. ]{2,25})?[.!]*[)\]]\.?"
)
# Local democracy reporter; h.whitcombe@echo.example; @hwhitcombe
BELOW_BYLINE = re.compile(rf"[\w.+-]*@[\w.-]+|(?!The |A )[A-Z][\w&-]*(?: [\w&-]+){{0,3}} {ROLE}")
ROLE_ENDS = frozenset(["itor", "ITOR", "dent", "DENT", "rter", "RTER", "iter", "ITER"])
# What ends with an address of electronic mail, without a stop
MAIL = re.compile(r"(?:^|[ :(])[\w.+-]+@[\w-]+(?:\.[\w-]+)+$", re.ASCII)
# What ends with a jump line that sends on: a page, or the word for it, and no mere `see page 4`.
SENT_ON = re.compile(
    r"(?i:cont(?:inue|['’]?d|\. )|turn to|fortsetzung|weiter auf|schlu(?:ß|ss) auf|suite |à suivre|vervolg|verder )"
)
JUMP_ENDS = re.compile("[0-9)]")
GOES_ON = frozenset(",").union(HYPHENS)


def latin_lines_set_apart(printed: Lines, goes_on: list[bool]) -> tuple[list[int], list[int]]:
    """The numbers of those of the lines *printed* that stand by themselves, and of those that a jump line, an address or a letter's close ends.

    *goes_on* tells which lines open as one that goes on a sentence does.

    >>> some = ["on Monday.", "Continued on page 4", "By John Smith", "The House met."]
    >>> latin_lines_set_apart(Lines(some), [True, False, False, False])
    ([1, 2], [])
    """
    lines = printed.texts
    before_rest = [*goes_on[1:], False]
    alone = [
        i
        for i, line in enumerate(lines)
        if not goes_on[i]
        and (line[:3] in OPENERS or line[0] in BRACKETS or line[-4:] in ROLE_ENDS)
        and (
            is_salutation(line) or (not (before_rest[i] and "@" not in lines[i + 1]) and _stands_alone(line))
        )
    ]
    alone += _below_bylines(lines, alone)
    numbered = [match.start() for match in JUMP_ENDS.finditer(printed.lasts)]
    ends = [i for i in numbered if _ends_with_jump_line(lines[i])]
    mails = [i for i, line in enumerate(lines) if "@" in line and not before_rest[i] and MAIL.search(line)]
    alone += [i for i in notice_lines(lines) if not before_rest[i]]
    alone += [i for i in mails if i and " " not in lines[i] and lines[i - 1][-1] in STOPS]
    closing = [i for i, last in enumerate(printed.lasts) if last == "," and closes_letter(lines[i])]
    return alone, ends + closing + mails


def _below_bylines(lines: list[str], alone: list[int]) -> Iterator[int]:
    """The lines below those that stand *alone* that say what a reporter is, or where to write to him."""
    for i in alone:
        below = i + 1
        while below < len(lines) and BELOW_BYLINE.fullmatch(lines[below]):
            yield below
            below += 1


def _stands_alone(line: str) -> bool:
    """Whether a line is a byline or a jump line and nothing else."""
    if line[-1] in GOES_ON:
        return False
    if (
        latin_byline_form(line)
        or CREDIT.fullmatch(line)
        or (line[0] in BRACKETS and INSTALMENT.fullmatch(line))
    ):
        return True
    return any(jump and jump.is_all_of(line) for jump in (jump_to(line), jump_from(line)))


def _ends_with_jump_line(line: str) -> bool:
    """Whether the last words of a line send its reader to another page."""
    jump = jump_to(line)
    return jump is not None and jump.start > 0 and SENT_ON.search(line, jump.start) is not None
