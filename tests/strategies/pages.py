"""Chinese newspaper pages, made up and set in columns as a newspaper sets them.

A `Page` knows what was printed, block by block, and how its lines were broken, so a test can damage it and ask
a step for the page back. `pages()` draws pages; `made_page(seed)` makes the same page every time.

    page.printed            the blocks, one a line: the text that a perfect step gives back
    page.lines              every printed line, in order
    page.joints             what joins each two lines: "none", "space" or "break"
    page.text(...)          the lines as extraction gives them: indents kept or lost, blank lines doubled
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import regex
from hypothesis import strategies as st
from opencc import OpenCC

# ---------------------------------------------------------------- made-up text

words = str.split
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静磊洋艳勇军杰娟涛明超霞平刚玲辉建国文华志强海燕晓东"
PLACES = words("北京市 上海 重庆 广东省 浙江永康 湖南长沙 深圳市 河南南阳 新疆 四川成都 江苏南京 山东青岛")
WHEN = words(
    "近日 去年以来 今年前三个月 3月10日 2019年4月 疫情期间 截至目前 当天下午 2月中旬 “十三五”时期 20日 昨天 今年1—9月 春节前后"
)
WHO = words(
    "当地政府 中小企业 公司负责人 有关部门 研究人员 工作人员 科技企业 各地农民 铁路部门 商务部门 专家学者 外贸企业 金融机构 消费者 市民 技术人员 海关 电商平台 AIoT企业 服务业"
)
HOW = words("进一步 积极 加快 持续 陆续 全力 努力 同时 正在 已经 继续 逐步 共同 不断")
DID = words(
    "扩大生产规模 推进技术改造 完善服务体系 降低经营成本 恢复正常营业 公布调查结果 开展环境卫生检查 提高产品质量 推出优惠贷款 保障市场供应 加强国际合作 拓展海外市场 解决实际困难 改善居民生活 培育自主品牌 提供信用贷款 布局5G网络 推动复工复产 落实减税政策 打通销售渠道 建设物流中心 培训技术工人 签订合作协议 减少污染排放 开发智能产品"
)
WHAT = words(
    "进出口总额 销售收入 工业增加值 新增贷款 旅客人数 粮食产量 线上订单 用电量 开工率 专利申请 就业岗位 投资总额"
)
CHANGED = words(
    "同比增长33.4% 超过2000万元 达到15.76亿元 下降8% 突破100万人次 增长近5倍 恢复到去年同期的97.5% 比上月扩大0.1个百分点 居全国首位 大幅增加"
)
TOPIC = words(
    "数字经济 复工复产 对外贸易 智能电视 智慧农业 “微笑曲线” 绿色发展 公共服务 科技创新 城市更新 跨境电商 乡村振兴 黄河治理 老旧小区改造 铁路货运"
)
SHORT = words(
    "挺进新阵地 精准帮扶 主动转型 高效纾困 提速增效 再上台阶 惠及百姓 稳中有进 焕发新活力 走出新路 迎来大考 勇挑重担"
)
FURTHER = words("业内人士认为 据了解 数据显示 记者调查发现 值得注意的是 总体看 与此同时 此外 不过 可以说")

# ---------------------------------------------------------------- setting

CLOSING = "，。、；：！？”’）》」』】…—·%％"  # no line begins with these (kinsoku)
OPENING = "“‘（《「『【"  # and none ends with these
UNIT = regex.compile(
    rf"[{OPENING}]*(?:[0-9]+(?:\.[0-9]+)?[%％]?|[A-Za-z][A-Za-z0-9]*|——|……|[^{CLOSING}{OPENING}])[{CLOSING}]*"
    rf"|[{OPENING}{CLOSING}]+"
)


def em(text: str) -> float:
    """The printed width of *text* in ems, no punctuation squeezed."""
    return sum(0.5 if c < "\u0250" else 1.0 for c in text)


def set_in_column(text: str, width: float, *, indent: float = 2) -> list[str]:
    """Break *text* into the lines of a column, its punctuation squeezed to half an em where that helps."""
    lines, line, used, squeezable = [], "", indent, 0.0
    for unit in UNIT.findall(text):
        size = em(unit)
        marks = sum(c in CLOSING or c in OPENING for c in unit) / 2
        if line and used + size > width + min(1.0, squeezable + marks):
            lines.append(line)
            line, used, squeezable = "", 0.0, 0.0
        line += unit
        used += size
        squeezable += marks
    return [*lines, line]


@dataclass(frozen=True)
class Block:
    """One printed block: kind is headline, deck, byline, subhead, paragraph or caption."""

    kind: str
    text: str
    lines: tuple[str, ...]
    joint: str = "none"  # between its lines; the lines of a headline may be joined with a space


@dataclass(frozen=True)
class Page:
    """A page of articles, set in columns of *width* ems."""

    blocks: tuple[Block, ...]
    width: float
    script: str

    @cached_property
    def printed(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for block in self.blocks for line in block.lines)

    @cached_property
    def joints(self) -> tuple[str, ...]:
        joints: list[str] = []
        for block in self.blocks:
            joints += [block.joint] * (len(block.lines) - 1) + ["break"]
        return tuple(joints[:-1])

    def text(self, *, indent: str = "", blank_lines: int = 0, between_blocks: int = 0) -> str:
        """The lines one below the other.

        *indent* opens each paragraph, *blank_lines* follow every line, and *between_blocks* more every block.
        """
        pieces = []
        for block in self.blocks:
            opening = indent if block.kind == "paragraph" else ""
            pieces.append(("\n" * (1 + blank_lines)).join([opening + block.lines[0], *block.lines[1:]]))
        return ("\n" * (1 + blank_lines + between_blocks)).join(pieces)


class _Writer:
    """Writes made-up news by chance."""

    def __init__(self, chance: random.Random, width: float, script: str) -> None:
        self.pick = chance.choice
        self.random = chance.random
        self.between = chance.randint
        self.width = width
        self.script = script

    def name(self) -> str:
        return self.pick(SURNAMES) + "".join(self.pick(GIVEN) for _ in range(self.between(1, 2)))

    def clause(self) -> str:
        if self.random() < 0.3:
            return self.pick(WHAT) + self.pick(CHANGED)
        return self.pick(WHO) + self.pick(HOW) + self.pick(DID)

    def sentence(self) -> str:
        kind = self.random()
        if kind < 0.2:
            return f"“{self.clause()}，{self.clause()}。”{self.pick(PLACES)}{self.pick(WHO)}{self.name()}说。"
        if kind < 0.35:
            return f"{self.pick(FURTHER)}，{self.clause()}；{self.clause()}。"
        if kind < 0.45:
            return f"{self.pick(PLACES)}{self.pick(HOW)}{self.pick(DID)}、{self.pick(DID)}，{self.clause()}……"
        if kind < 0.55:
            return f"{self.pick(TOPIC)}——{self.pick(WHO)}如何{self.pick(DID)}？"
        opening = self.pick((self.pick(WHEN) + "，", self.pick(PLACES), self.pick(FURTHER) + "，"))
        return opening + "，".join(self.clause() for _ in range(self.between(1, 3))) + "。"

    def block(self, kind: str, text: str, *, width: float | None = None, indent: float = 0) -> Block:
        text = _in_script(text, self.script)
        return Block(kind, text, tuple(set_in_column(text, width or self.width, indent=indent)))

    def headline(self) -> Block:
        first, second = self.pick(TOPIC) + self.pick(SHORT), self.pick(PLACES) + self.pick(DID)
        if self.random() < 0.5:
            return self.block("headline", first, width=99)
        text = _in_script(f"{first} {second}", self.script)
        lines = text.split(" ") if self.random() < 0.5 else [text]
        return Block("headline", text, tuple(lines), "space")

    def byline(self) -> Block:
        names = " ".join(self.name() for _ in range(self.between(1, 3)))
        form = self.pick(("■ {}", "■ 新华社记者 {}", "本报记者 {}", "（记者 {}）", "（{} 摄影报道）"))
        return self.block("byline", form.format(names), width=99)

    def article(self, paragraphs: int) -> list[Block]:
        head = [self.headline()]
        if self.random() < 0.4:
            head.append(self.block("deck", f"——{self.pick(PLACES)}{self.pick(TOPIC)}{self.pick(DID)}纪实"))
        byline = self.byline()
        body: list[Block] = []
        for number in range(paragraphs):
            if number and self.random() < 0.25:
                body.append(self.block("subhead", self.pick(TOPIC) + self.pick(SHORT)))
            text = "".join(self.sentence() for _ in range(self.between(1, 5)))
            body.append(self.block("paragraph", text, indent=2))
        if self.random() < 0.3:
            body.append(
                self.block(
                    "caption", f"图为{self.pick(PLACES)}{self.pick(WHO)}{self.pick(HOW)}{self.pick(DID)}。"
                )
            )
        return [*head, *body, byline] if byline.text.startswith("（") else [*head, byline, *body]


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2t")


def _in_script(text: str, script: str) -> str:
    if script == "Hans":
        return text
    return _traditional().convert(text).translate(str.maketrans("“”‘’", "「」『』"))


def made_page(
    seed: int, *, width: float = 17, script: str = "Hans", articles: int = 2, paragraphs: int = 4
) -> Page:
    """The page of *seed*: *articles* of *paragraphs* each, in columns of *width* ems, `Hans` or `Hant`."""
    writer = _Writer(random.Random(seed), width, script)
    blocks = [block for _ in range(articles) for block in writer.article(paragraphs)]
    return Page(tuple(blocks), width, script)


def pages(
    *,
    widths: Sequence[float] = (9, 11, 13, 15, 17, 18, 20, 22, 24, 30),
    scripts: Sequence[str] = ("Hans", "Hant"),
    articles: tuple[int, int] = (1, 3),
    paragraphs: tuple[int, int] = (1, 8),
) -> st.SearchStrategy[Page]:
    """Pages of every shape. A page is made from a seed, so that drawing one costs no more than writing it."""
    return st.builds(
        made_page,
        st.integers(0, 2**32),
        width=st.sampled_from(widths),
        script=st.sampled_from(scripts),
        articles=st.integers(*articles),
        paragraphs=st.integers(*paragraphs),
    )


PAGES = pages()
