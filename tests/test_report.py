"""The report: every change on both sides, and in a browser the other side lights up."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest

import paperclean as pc

PAGE = "记者<从>会上获悉———\n\n今年“7伊24小时”。\n\n渊王丰冤\n"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pc.reorder
def second_half_first(text):
    middle = len(text) // 2
    yield pc.Span(middle, len(text))
    yield "\n\n"
    yield pc.Span(0, middle)


PIPELINE = pc.Pipeline(pc.undo_font_shift, second_half_first, pc.fold_punctuation)


class Panes(HTMLParser):
    """The text and the keys of the changes in each pane."""

    def __init__(self):
        super().__init__()
        self.pane = None
        self.text = {"raw": "", "clean": ""}
        self.keys = {"raw": set(), "clean": set()}

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "pre":
            self.pane = attributes["id"]
        if tag == "b":
            self.keys[self.pane].update(attributes["data-k"].split())

    def handle_endtag(self, tag):
        if tag == "pre":
            self.pane = None

    def handle_data(self, data):
        if self.pane:
            self.text[self.pane] += data


def test_both_sides_hold_the_whole_text_and_every_change():
    trace = pc.trace(PAGE, pipeline=PIPELINE)
    panes = Panes()
    panes.feed(trace.to_html(title="<page>"))
    assert panes.text == {"raw": trace.raw, "clean": trace.clean}
    every = {str(i) for i in range(sum(change.kind != "move" for change in trace.changes))}
    assert len(every) >= 4
    assert panes.keys == {"raw": every, "clean": every}


def test_the_report_needs_nothing_from_elsewhere():
    html = pc.trace(PAGE, pipeline=PIPELINE).to_html(title="<page>")
    assert "<title>&lt;page&gt;</title>" in html
    assert not re.search(r"https?://|<link|@import|url\(", html)


def test_a_change_tells_its_step_its_reason_and_how_sure_it_is():
    html = pc.trace("渊王丰冤\u200b———锟斤拷", pipeline=pc.newspaper).to_html()
    told = set(re.findall(r'aria-label="([^"]*)"', html))
    assert "undo_font_shift: 渊 → （ (a pair that only a shifted font makes)" in told
    assert "drop_invisibles: &#x27;\\u200b&#x27; → &#x27;&#x27; (prints nothing)" in told
    assert "fold_punctuation: — → &#x27;&#x27; (dash), confidence 0.99" in told
    assert "undo_mojibake: 锟斤拷 left alone (bytes lost in decoding)" in told


@pc.rewrite
def doubtful_capitals(text):
    for at, character in enumerate(text):
        if character.islower():
            yield pc.Edit(at, at + 1, character.upper(), "a guess", 0.5 if character == "a" else 1)


def test_doubtful_changes_are_counted_and_marked():
    html = pc.trace("Abacus", pipeline=doubtful_capitals).to_html()
    assert "only doubtful 1</label>" in html
    assert len(re.findall(r'<b class="h0 doubt" ', html)) == 2  # on both sides
    assert "only doubtful" not in pc.trace("渊王丰冤").to_html()


@pytest.mark.parametrize("step", [str.upper, pc.drop_invisibles])
def test_origins_that_are_guessed_are_told(step):
    html = pc.trace("\u200ba", pipeline=pc.Pipeline(step)).to_html()
    assert ("origins of foreign steps are guessed" in html) == (step is str.upper)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("中央和地方政府出台了一系列帮扶政策。", "zh-Hans"),
        ("立法會議員昨日表示，政府應增加撥款。", "zh-Hant"),
        ("Der Kaiser ist in die Stadt und auf das Schloss gekommen.", "de"),
        ("1234", ""),
    ],
)
def test_a_browser_is_told_the_language(text, language):
    assert pc.trace(text).to_html().count(f' lang="{language}"') == 2


def test_a_notebook_gets_a_frame():
    assert pc.trace(PAGE)._repr_html_().startswith("<iframe")


def test_an_unchanged_text_has_a_report_too():
    assert "1 characters in, 1 out" in pc.trace("a").to_html()


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_in_a_browser_pointing_and_tabbing_light_up_the_other_side(tmp_path):
    probe = """<script>
    const first = document.querySelector("#raw b");
    first.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
    const pointed = document.querySelectorAll("#clean b.other").length;
    const last = [...document.querySelectorAll("#clean b")].at(-1);
    last.focus();
    // a window that another one covers is told of no focus
    if (document.activeElement === last && !document.hasFocus())
        last.dispatchEvent(new FocusEvent("focusin", {bubbles: true}));
    const tabbed = document.querySelectorAll("#raw b.other").length;
    const told = about.textContent.includes("fold_punctuation");
    document.querySelector("input").click();
    const off = document.querySelectorAll("b.off").length;
    document.querySelector("input").click();
    doubt.click();
    const doubtful = document.querySelectorAll("b:not(.off)").length;
    document.title = [pointed, tabbed, told, off, doubtful].join(" ");
    </script>"""
    pipeline = pc.Pipeline(PIPELINE, doubtful_capitals)
    html = pc.trace(PAGE + "a\n", pipeline=pipeline).to_html().replace("</body>", probe + "</body>")
    path = tmp_path / "report.html"
    path.write_text(html, encoding="utf-8")
    done = subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", path.as_uri(),
        ],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    title = re.search(r"<title>(.*?)</title>", done.stdout)[1]
    pointed, tabbed, told, off, doubtful = title.split()
    assert (int(pointed), int(tabbed), told) == (1, 1, "true")
    assert int(off) == 2 * 3  # three characters of the shifted font, on both sides
    assert int(doubtful) == 2
