"""`read` and `decode`: the text comes back from every encoding newspapers come in, also cut short."""

from __future__ import annotations

import json
import pickle
import random
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import paperclean as pc
from paperclean.not_text import DOUBTFUL, SIGNATURES

SIMPLIFIED = (
    "新华社北京4月8日电（记者王丰）海关总署昨日公布，今年一季度我国货物贸易进出口总值9.04万亿元，同比增长3.5%。"
    "各地各部门出台了一系列帮扶政策，降低企业负担，促进复工复产，企业信心有所恢复。"
)
TRADITIONAL = (
    "立法會昨日繼續審議財政預算案，多名議員發言時要求政府增加撥款，改善基層市民的居住環境。"
    "財政司司長回應表示，當局會在明年推出新措施，預計約有三萬個家庭受惠。"
)
GERMAN = "Köln, 3. März. Die Straßenbahn fährt künftig auch über die große Brücke, wie der Bürgermeister ankündigte."
FRENCH = "Le conseil fédéral a décidé hier d'élever à 5 francs la taxe perçue sur les œuvres étrangères reçues à Genève."
ENGLISH = "The mayor’s speech – “a triumph”, said the Herald – was heard by £5,000-a-year men and café owners alike."

PAGES = [
    (SIMPLIFIED, ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")),
    (TRADITIONAL, ("utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be")),
    (GERMAN, ("utf-8", "utf-8-sig", "cp1252", "iso8859-15", "utf-16", "utf-16-le", "utf-16-be")),
    (FRENCH, ("utf-8", "utf-8-sig", "cp1252", "iso8859-15", "utf-16", "utf-16-le", "utf-16-be")),
    (ENGLISH, ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")),
]
WRITTEN = [
    (text, codec) for text, codecs in PAGES for codec in codecs if not (text is FRENCH and codec == "cp1252")
]
MULTIBYTE = [(text, codec) for text, codec in WRITTEN if codec not in {"cp1252", "iso8859-15"}]


@given(written=st.sampled_from(WRITTEN), start=st.integers(0, 40), length=st.integers(20, 60))
def test_a_short_slice_comes_back_exact(written, start, length):
    text, codec = written
    piece = text[start : start + length].removesuffix("œ")  # the half of a word does not tell it from ½
    assert pc.decode(piece.encode(codec)).text == piece


@given(written=st.sampled_from(MULTIBYTE), length=st.integers(20, 60))
def test_a_read_that_ends_inside_a_character_loses_only_that(written, length):
    text, codec = written
    data = text[:length].encode(codec)[:-1]
    assert pc.decode(data).text.rstrip("\ufffd") == data.decode(codec, "ignore")


@pytest.mark.parametrize(("text", "codec"), WRITTEN)
def test_the_encoding_that_is_named_reads_the_bytes(text, codec):
    data = text.encode(codec)
    decoded = pc.decode(data)
    assert data.decode(decoded.encoding) == text == decoded.text
    assert decoded.confidence > 0.9
    assert all(name != decoded.encoding and 0 <= share <= 1 for name, share in decoded.alternatives)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data):
    try:
        decoded = pc.decode(data)
    except pc.NotTextError as error:
        assert error.kind
        assert error.remedy
    else:
        assert isinstance(decoded.text, str)
        assert 0 <= decoded.confidence <= 1


def test_a_long_text_that_starts_in_ascii_is_judged_by_the_rest():
    text = "Page 1\n" * 3000 + SIMPLIFIED + "\n" + "PAGE 2\n" * 3000
    assert pc.decode(text.encode("gb18030")).text == text
    text = "Page one.\n" * 3000 + "À 5 € les œuvres\n"
    assert pc.decode(text.encode("iso8859-15")).text == text
    assert pc.decode(text.encode("cp1252")).text == text


def test_a_few_broken_bytes_do_not_unseat_utf8():
    data = bytearray((SIMPLIFIED * 5).encode())
    for at in range(100, len(data), 300):
        data[at] = 0xFF
    decoded = pc.decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert decoded.confidence < 1
    assert decoded.text.startswith(SIMPLIFIED[:30])


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("東京都は昨日、新しい計画を発表した。", "cp932"),
        ("東京都は昨日、新しい計画を発表した。", "euc_jp"),
        ("서울시는 어제 새로운 계획을 발표했다고 밝혔다.", "cp949"),
        ("Правительство объявило вчера о новых планах развития промышленности", "cp1251"),
        ("„Füße“ groß – schön", "mac_roman"),
        ("新华社北京电", "hz"),
        ("東京都は昨日", "iso2022_jp"),
        ("新华社北京电，C++ and +8613800138000.", "utf-7"),
        ("新华社北京电", "utf-32-le"),
        ("Köln", "utf-32-be"),
        ("Premier Łukasz Wójcik spotkał się z wicepremierem; mieszkańcy Śląska żądają wyjaśnień.", "cp1250"),
        ("Премьер-министр заявил вчера, что переговоры завершатся", "koi8-r"),
        ("Премьер-министр заявил вчера, что переговоры завершатся", "cp866"),
        ("L'été des curiosités: la majorité s'élève", "cp850"),
        ("Die nächste Straße führt über größere Höfe", "cp437"),
    ],
)
def test_some_other_encodings_are_known_too(text, codec):
    assert pc.decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    "text", ["a+b=c+d, C++, +8613800138000", "1+1=2 and x+abc- y", "+ADw-"[:4], "U+4E2D U+56FD"]
)
def test_a_plus_sign_is_a_plus_sign(text):
    assert pc.decode(text.encode()) == pc.Decoded(text, "ascii", 1.0)


def test_pounds_in_a_single_byte_are_pounds():
    text = "The £10 ticket, a £5 fine and £3.50 a week: £1 in £4, £99 more, £7 each."
    for codec in ("cp1252", "iso8859-15"):
        assert pc.decode(text.encode(codec)).text == text


def test_line_ends_stay():
    assert pc.read(b"a\r\nb\rc\n") == "a\r\nb\rc\n"


def test_nothing_is_text():
    assert pc.decode(b"") == pc.Decoded("", "ascii", 1.0)


NO_TEXT = [
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "a JPEG image"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
    (b"PK\x03\x04\x14\x00\x08\x08\x08\x00", "a ZIP archive"),
    (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00[Content_Types].xml word/", "an office"),
    (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "a gzip archive"),
    (b"\x7fELF\x02\x01\x01\x00", "a program"),
    (b"MZ\x90\x00\x03\x00\x00\x00", "a program"),
    (b"\xcf\xfa\xed\xfe\x07\x00\x00\x01", "a program"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "a JPEG 2000 image"),
    (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a WebP image"),
    (b"GIF89a\x01\x00\x01\x00", "a GIF image"),
    (b"BM\x36\x00\x03\x00\x00\x00\x00\x00", "a BMP image"),
    (b"AT&TFORM\x00\x00\x01\x00DJVU", "a DjVu document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (rb"{\rtf1\ansi Page}", "an RTF document"),
    (b"\x1f\x9d\x90p\xc2", "a compress archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00\x00\x04", "an xz archive"),
    (b"\x28\xb5\x2f\xfd\x04\x00", "a Zstandard archive"),
    (b"\x04\x22\x4d\x18\x64\x40", "an LZ4 archive"),
    (b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7z archive"),
    (b"Rar!\x1a\x07\x01\x00", "a RAR archive"),
    (b"page.txt".ljust(257, b"\0") + b"ustar\x0000", "a tar archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"ARROW1\x00\x00\xff\xff", "an Arrow file"),
    (b"\x00\x01\x00\x00\x00\x0c\x00\x80", "a font"),
    (b"\x00\x00\x00\x18ftypheic", "a film or image"),
    (b"ID3\x04\x00\x00\x00", "a sound or film"),
    (b"II*\x00\x08\x00\x00\x00", "a TIFF image"),
    (b"PAR1\x15\x04\x15\x10\x00\x00", "a Parquet table"),
    (random.Random(3).randbytes(20_000), "binary data"),
    (bytes(5000), "binary data"),
    (random.Random(5).randbytes(48), "binary data"),
    (zlib.compress(b"a page of text, packed"), "binary data"),
    (b"\x89PNG", "a PNG image"),
    (b"ab\x01c" * 50, "binary data"),
    ("海关\x01\x02总署".encode() * 20, "binary data"),
]


@pytest.mark.parametrize(("data", "kind"), NO_TEXT)
def test_bytes_that_hold_no_text_are_refused_by_name(data, kind, tmp_path):
    with pytest.raises(pc.NotTextError, match=f"^{kind}"):
        pc.decode(data)
    path = tmp_path / "page"
    path.write_bytes(data)
    with pytest.raises(pc.NotTextError, match=f"page: {kind}.*, not text: ") as caught:
        pc.read(path)
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)


@pytest.mark.parametrize(
    "piece",
    [
        "海关\ue000\ue001总署",
        "海关\ufffd\ufffd总署",
        "海关总署".encode().decode("gb18030", "replace"),
        "海关总署".encode().decode("latin-1"),  # a third of it controls
    ],
)
def test_a_page_in_utf_8_is_text_whatever_was_lost_in_it_before(piece):
    assert pc.decode((piece * 20).encode()) == pc.Decoded(piece * 20, "utf-8", 1.0)


def test_every_format_that_is_known_is_tried():
    assert {kind for _, kind, _ in SIGNATURES + DOUBTFUL} - {kind for _, kind in NO_TEXT} == {
        "an office or e-book document"  # tried by its first words
    }


def test_of_what_is_hardly_text_decode_is_not_sure():
    found = pc.decode("믄쎆ဧ黢鍨䶮".encode("utf-16-le"))
    assert found.confidence < 0.1


@pytest.mark.parametrize("text", ["星", "눈물", "眼泪", "ábc", "ж", "عمان", "𠮷", "ᚠ"])
def test_a_rare_word_is_text(text):
    assert pc.decode(text.encode()).text == text


def test_a_text_about_formats_is_text():
    for text in ("GIF87a is old.", "BM and PAR1", "MZ were his initials", "RIFF", "PK is a name"):
        assert pc.read(text.encode()) == text


def test_a_missing_file_and_a_wrong_type_say_so(tmp_path):
    with pytest.raises(FileNotFoundError):
        pc.read(tmp_path / "none.txt")
    with pytest.raises(TypeError, match="decode\\(\\) takes bytes, not str"):
        pc.decode("text")


@pytest.mark.parametrize("text", ["记者渊王丰冤报道\n7伊24小时通关。", "记者渊王丰冤报道。" * 100, "海\0关"])
def test_a_text_that_is_given_for_a_path_is_told_from_a_missing_file(text, tmp_path):
    with pytest.raises((OSError, ValueError)) as caught:  # which one depends on the system
        pc.read(text)
    assert "clean() takes it" in caught.value.__notes__[0]
    with pytest.raises(FileNotFoundError) as missing:
        pc.read(tmp_path / "none.txt")
    assert not hasattr(missing.value, "__notes__")


CASES = Path(__file__).parents[2] / "shared/corpus/dev/decode"


@pytest.mark.skipif(not CASES.is_dir(), reason="the corpus is not at hand")
@pytest.mark.parametrize(
    ("name", "codecs"),
    [
        ("zh-Hans", ("gb18030", "utf-16-le")),
        ("zh-Hant", ("big5hkscs", "gb18030", "utf-16-be")),
        ("de", ("cp1252",)),
        ("fr", ("iso8859-15",)),
    ],
)
def test_slices_of_newspapers_come_back_exact(name, codecs):
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    text = "\n".join(json.loads(line)["text"] for line in lines)
    right = tried = 0
    for codec in codecs:
        for start in range(0, len(text) - 60, len(text) // 40):
            try:
                piece = text[start : start + 50]
                data = piece.encode(codec)
            except UnicodeEncodeError:
                continue
            tried += 1
            right += pc.decode(data).text == piece
    assert right >= 0.99 * tried > 0
