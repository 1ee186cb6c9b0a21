"""What lines are about: the words, or pairs of characters, that only a few of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

__all__ = ["topics"]

COMMON_SHARE = 0.04  # a word on more of the lines says nothing of their subject
MOST_MENTIONS = 24
TOPIC_BITS = 2_048  # of a longer text several words share a bit


def topics(features: Sequence[set[str]]) -> list[int]:
    """For each line the features it shares with a few others, a bit a feature."""
    counted = Counter(feature for line in features for feature in line)
    most = max(3, min(MOST_MENTIONS, round(COMMON_SHARE * len(features))))
    shared = (feature for feature, n in counted.items() if 2 <= n <= most)
    bits = {feature: 1 << i % TOPIC_BITS for i, feature in enumerate(shared)}
    out = []
    for line in features:
        topic = 0
        for feature in line:
            topic |= bits.get(feature, 0)
        out.append(topic)
    return out
