"""How many of a text's sentences that end at a line's end close a paragraph, told by the text itself.

In some newspapers nine in ten do, for a paragraph there is a sentence; in others one in three. Short lines show it, and
what they show counts for the full ones, of which nothing else tells.
"""

from __future__ import annotations

from math import exp, log

__all__ = ["evidence_of_share"]

USUAL_SHARE = 0.7  # of the sentence ends, as in the newspapers from which the rates in `Habits` come
SEEN = 16.0  # as many sentence ends as if seen before, of that share
ROUNDS = 3  # of reckoning the share and what follows from it; more change nothing
MOST = 30.0  # log odds, beyond which there is no doubt


def evidence_of_share(odds: list[float]) -> float:
    """Evidence of a break after any sentence end of a text, from the log *odds* of one after each.

    >>> evidence_of_share([4.0] * 8) > 0 > evidence_of_share([-4.0] * 8)
    True
    """
    usual = (1 - USUAL_SHARE) / USUAL_SHARE
    against = [exp(-max(-MOST, min(MOST, odd))) for odd in odds]
    factor = 1.0  # by which breaks are likelier
    for _ in range(ROUNDS):
        closing = USUAL_SHARE * SEEN + sum([factor / (factor + odd) for odd in against])
        factor = closing / (SEEN + len(odds) - closing) * usual
    return log(factor)
