"""Any text at all, and text made of what newspapers are made of."""

from __future__ import annotations

from hypothesis import strategies as st

ANY = st.text(st.characters(exclude_categories=()), max_size=200)  # lone surrogates and NUL among them

TOKENS = [
    *"渊冤袁遥尧野冶伊园员圆猿源缘远苑愿怨援益也咱页暂的中国人民记者一二（）()「」『』【】《》“”\"'‘’，。、：；！？…—-–·•・",
    *"0123456789abcxyzABCÄöéſﬁ１２ＡＢ",
    "\n", "\n\n", "\r\n", "\f", " ", "  ", "     ", "\t", "\u3000", "\u3000\u3000", "\ufeff", "\u200b", "\xad", "¬", "⸗", "\ufffd",
    "的", "，", "。", "the ", "und ", "vorge-\nschlagen ", "c'est-à-\ndire ", "é", "Ã©", "锟斤拷", "⼀", "■ ", "———", "...", "。。。",
]  # fmt: skip

NEWSPAPERISH = st.lists(st.sampled_from(TOKENS), max_size=120).map("".join)

TEXTS = st.one_of(ANY, NEWSPAPERISH)
