"""Articles that go on on another page of the issue."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

import regex

from paperclean.article.affinity import Rarity, Term, terms
from paperclean.article.assignment import assign
from paperclean.article.model import Article

__all__ = ["join_continued"]

PAGE_AGREES = 2.0  # the jump line names the page, counted from 1
WORDS = 8.0  # for all of the words in common
ENOUGH = 0.5
MOST = 60  # ends or beginnings of one issue that are weighed against each other
NUMBERS = (
    "一 二 三 四 五 六 七 八 九 十",
    "one two three four five six seven eight nine ten",
    "first second third fourth fifth sixth seventh eighth ninth tenth",
    "ersten zweiten dritten vierten fünften sechsten siebten achten",
    "première deuxième troisième quatrième",
)
WORDS_OF_NUMBER = {word: number for words in NUMBERS for number, word in enumerate(words.split(), 1)}
WORDS_OF_NUMBER |= dict.fromkeys(("front", "une", "voorpagina", "titelseite"), 1)


@dataclass
class _Placed:
    page: int
    at: int
    article: Article
    words: set[Term]


def join_continued(pages: Iterable[Iterable[Article]]) -> list[Article]:
    r"""Join the articles of one issue's *pages* (each as `articles` gives them) that go on on another page.

    An article that a jump line sends on (`下转第3版`, `Continued on page 4`) is joined with one that a jump line
    brings from elsewhere (`上接第1版`, `Fortsetzung von Seite 1`) where the pages agree or the two share their
    rare words. All of them are weighed together. The joined article keeps the first one's headline; a block's *page* says
    which page its spans lie in. `TypeError` for what is no page, the articles of a single one for instance.

    >>> from paperclean import articles
    >>> front = articles("永康变“轻”了\n\n■ 何玲玲\n\n永康五金产业由重变轻。（下转第2版）")
    >>> inside = articles("（上接第1版）永康五金销售遍布全球。")
    >>> [(article.headline, article.text) for article in join_continued([front, inside])]
    [('永康变“轻”了', '永康变“轻”了\n\n■ 何玲玲\n\n永康五金产业由重变轻。\n\n永康五金销售遍布全球。')]

    Left apart, since nothing says that they belong together:

    >>> len(join_continued([articles("永康变轻。"), articles("重庆变快。")]))
    2
    """
    placed = [
        _Placed(number, at, _on_page(article, number), terms(article.text))
        for number, page in enumerate(map(_articles_of, pages))
        for at, article in enumerate(page)
    ]
    going = [p for p in placed if p.article.continued_to is not None][:MOST]
    coming = [p for p in placed if p.article.continued_from is not None][:MOST]
    follower = _followers(going, coming, Rarity([p.words for p in placed]))
    joined: list[Article] = []
    taken = {id(later) for later in follower.values()}
    for one in placed:
        if id(one) in taken:
            continue
        article, last = one.article, one
        while (later := follower.get(id(last))) is not None:  # on a later page, so that this ends
            article, last = _joined(article, later.article), later
        joined.append(article)
    return joined


def _articles_of(page: Iterable[Article]) -> list[Article]:
    """The articles of *page*, or `TypeError` where it is none."""
    if not isinstance(page, Article):
        found = list(page)
        if all(isinstance(article, Article) for article in found):
            return found
    raise TypeError(
        "join_continued takes pages, each with its articles, [articles(front), articles(inside)], "
        f"not {reprlib.repr(page)}"
    )


def _followers(going: list[_Placed], coming: list[_Placed], rarity: Rarity) -> dict[int, _Placed]:
    gains = []
    for one in going:
        row = [_odds(one, other, rarity) - ENOUGH if other.page > one.page else -1.0 for other in coming]
        gains.append(row + [0.0] * len(going))
    out: dict[int, _Placed] = {}
    if gains:
        for one, row, goes_to in zip(going, gains, assign(gains), strict=True):
            if goes_to < len(coming) and row[goes_to] > 0:
                out[id(one)] = coming[goes_to]
    return out


def _odds(one: _Placed, other: _Placed, rarity: Rarity) -> float:
    odds = 0.0
    for named, page in ((one.article.continued_to, other.page), (other.article.continued_from, one.page)):
        number = _number(named)
        if number is not None:
            odds += PAGE_AGREES if number == page + 1 else -PAGE_AGREES
    one_holds, other_holds = one.words, other.words
    fewer = min(one_holds, other_holds, key=len)
    return odds + WORDS * rarity.share(fewer, one_holds & other_holds)


def _number(page: str | None) -> int | None:
    """The number of the *page* that a jump line names.

    >>> [*map(_number, ["3", "A3", "三", "THREE", "dritten Seite", "Titelseite", "", None])]
    [3, 3, 3, 3, 3, 1, None, None]
    """
    if not page:
        return None
    word = page.split()[0].lower()
    if word in WORDS_OF_NUMBER:
        return WORDS_OF_NUMBER[word]
    digits = regex.search(r"[0-9]+", page)
    return int(digits.group()) if digits else None


def _on_page(article: Article, number: int) -> Article:
    return replace(article, blocks=tuple(block._replace(page=number) for block in article.blocks))


def _joined(one: Article, other: Article) -> Article:
    body = [b for b in one.blocks if b.kind != "furniture"] + [
        b for b in other.blocks if b.kind != "furniture"
    ]
    furniture = [b for b in (*one.blocks, *other.blocks) if b.kind == "furniture"]
    return replace(
        one,
        blocks=(*body, *furniture),
        text=f"{one.text}\n\n{other.text}",
        byline=one.byline or other.byline,
        continued_to=other.continued_to,
    )
