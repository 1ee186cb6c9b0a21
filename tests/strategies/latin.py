"""Made-up newspaper pages in Latin script, set in a justified column with words divided at the line end."""

from __future__ import annotations

import random

from hypothesis import strategies as st

# Where a word may be divided stands a middle dot; a hyphen of the word's own may end a line too; _ is a space.
GERMAN = """
der die das und nicht mit von dem den auf für hat wird ist daß bei nach sich auch
Re·gie·rung Ver·samm·lung vor·ge·schla·gen ge·nom·men Ei·sen·bahn Zei·tung er·schie·nen be·rich·tet Sol·da·ten
Krieg·füh·rung Ge·sell·schaft zu·rück·ge·kehrt Un·ter·su·chung ab·ge·schlos·sen Ver·trag wirt·schaft·li·chen
Rat Stadt Herr Volk Land hier dort gestern heute morgen U-Boot Süd-Ame·ri·ka Staats-Ar·chiv
Handels-_und_Ge·wer·be Schreib-_oder_Le·se·kunst
""".split()  # noqa: SIM905  # a page of words reads better than a list of them
ENGLISH = """
the of and to that was with for which from by this had have were are been his the of the and in
gov·ern·ment par·lia·ment com·mit·tee ap·point·ed rail·way in·for·ma·tion meet·ing yes·ter·day sol·diers
con·sid·er·able de·part·ment peo·ple news·pa·per mag·is·trate pris·on·er wit·ness ev·i·dence London town house
well-known Anglo-Saxon
""".split()  # noqa: SIM905
FRENCH = """
le la les des et du que qui dans une est pour par sur ce pas au avec plus son le la de
gou·ver·ne·ment as·sem·blée con·seil mi·nis·tre dé·pu·tés jour·nal jour·née com·mis·sion an·non·ce sol·dats
com·man·dant im·por·tan·te mu·ni·ci·pal ré·pu·bli·que Paris ville roi c'est-à-dire peut-être Sergent-Major
""".split()  # noqa: SIM905
STOCKS = {"de": GERMAN, "en": ENGLISH, "fr": FRENCH}


@st.composite
def paragraphs(draw, language):
    """Paragraphs of ten to fifty words, whole, as lists of words with their points of division."""
    stock = STOCKS[language]
    out = []
    for size in draw(st.lists(st.integers(10, 50), min_size=1, max_size=6)):
        picked = draw(st.lists(st.integers(0, 10_000), min_size=size, max_size=size))
        words = " ".join(stock[i % len(stock)] for i in picked).replace("_", " ").split()
        words[0] = words[0][0].upper() + words[0][1:]
        out.append([*words[:-1], words[-1] + "."])
    return out


def whole(words):
    """The paragraph as one line of text."""
    return " ".join(words).replace("·", "")


def column(words, width, mark="-", indent=0):
    """The paragraph in lines of at most *width*, words divided where they have to be."""
    lines, line = [], " " * indent
    for word in words:
        glue = " " if line.strip() else ""
        plain = word.replace("·", "")
        if len(line) + len(glue) + len(plain) <= width:
            line += glue + plain
            continue
        head, rest = divide(word, width - len(line) - len(glue), mark)
        if head:
            line += glue + head
        lines.append(line)
        line = rest.replace("·", "")
    return [*lines, line]


def divide(word, room, mark):
    """The longest part of *word* that fits into *room* with its mark, and the rest; nothing if none fits."""
    for at in range(len(word) - 1, 0, -1):
        if word[at] == "·":
            head = word[:at].replace("·", "") + mark
        elif word[at - 1] == "-":
            head = word[:at].replace("·", "")
        else:
            continue
        if len(head) <= room and len(head) > 2:  # no letter is left alone
            return head, word[at:].lstrip("·")
    return "", word


@st.composite
def pages(draw, marks="-⸗¬\xad", indent=0):
    """A language, its paragraphs whole, and the lines of the column they are set in."""
    language = draw(st.sampled_from(sorted(STOCKS)))
    mark = draw(st.sampled_from(marks))
    width = draw(st.integers(26, 48))
    found = draw(paragraphs(language))
    lines = [line for words in found for line in column(words, width, mark, indent)]
    return language, [whole(words) for words in found], lines


def made_blocks(seed, language):
    """The blocks of a page, always the same ones of a *seed*, as lists of words: headings, and paragraphs of a few sentences."""
    chance = random.Random(seed)
    blocks = []
    for _ in range(chance.randint(2, 4)):
        blocks.append([_with_capital(word) for word in _picked(chance, language, chance.randint(2, 3))])
        blocks += [_paragraph(chance, language) for _ in range(chance.randint(2, 5))]
    return blocks


def _picked(chance, language, size):
    return " ".join(chance.choices(STOCKS[language], k=size)).replace("_", " ").split()


def _paragraph(chance, language):
    return [word for _ in range(chance.randint(2, 5)) for word in _sentence(chance, language)]


def _sentence(chance, language):
    first, *words, last = _picked(chance, language, chance.randint(6, 22))
    return [
        _with_capital(first),
        *(word + "," if chance.random() < 0.08 else word for word in words),
        last + ".",
    ]


def _with_capital(word):
    return word[0].upper() + word[1:]


def filled_up(line: str, width: int, chance: random.Random | None = None) -> str:
    """*line* flush right at *width* cells by blanks between its words, as many everywhere but for one: at the first gaps, or where *chance* puts it."""
    words = line.split(" ")
    gaps = len(words) - 1
    each, rest = divmod(width - sum(map(len, words)), max(1, gaps))
    wider = chance.sample(range(gaps), rest) if chance and gaps else range(rest)
    return "".join(word + " " * (each + (at in wider)) for at, word in enumerate(words)).rstrip()
