"""Bytes of unknown encoding to text."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from errno import ENAMETOOLONG
from os import PathLike
from pathlib import Path

import regex

from paperclean.not_text import NotTextError, refuse_known_formats
from paperclean.plausibility import is_ascii_control, is_junk, surprise

__all__ = ["Decoded", "NotTextError", "decode", "read"]

BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
]
UTF_32 = "utf-32-le", "utf-32-be"
SEVEN_BIT = [
    (rb"\x1b\$[@B]", "iso2022_jp"),
    (rb"\x1b\$\)C", "iso2022_kr"),
    (rb"~\{(?:[!-~]{2})+~\}", "hz"),
    (rb"\+[A-Za-z0-9+/]{3,}", "utf-7"),
]
TOLD = 20  # bits that such a reading must save over the letters themselves

# Candidates and the bits of evidence that each must bring before it is believed.
CANDIDATES = {
    "utf-8": 0,
    "gb18030": 8,
    "big5hkscs": 8,
    "utf-16-le": 10,
    "utf-16-be": 10,
    "cp1252": 8,
    "iso8859-15": 10,
    "cp932": 20,
    "euc_jp": 20,
    "cp949": 24,
    "mac_roman": 24,
    "cp850": 24,
}
# Asked where the reading that surprises least is strange all the same: text in other languages.
STRANGERS = dict.fromkeys(
    ("cp1250", "iso8859-2", "cp852", "cp1251", "koi8-r", "iso8859-5", "cp866", "cp1253", "cp1254"), 40
)
BYTE = 8  # bits that a byte of no text costs
NO_TEXT = 20  # bits of evidence that it takes to believe that there is no text
REFUSED = 20  # bits beyond them to refuse: no text of twenty languages costs as much, of 32 random bytes nine in ten do
SINGLE_BYTE = {"cp1252", "iso8859-15", "mac_roman", "cp850"}
SURE_SEQUENCES = 8  # so many well-formed UTF-8 sequences do not happen by chance
CUT = 20  # bits that a character cut off at the end costs
HEAD = 512  # bytes that are judged first
HOPELESS = 150  # bits behind the best after them
FOREIGN = 10.0  # bits a byte above ASCII; a text that costs more is in none of the languages known here
FOREIGN_BYTES = 12  # so many bytes above ASCII it takes to tell
WHOLE = 4_096  # bytes that are judged whole; of more, three stretches
BINARY = "binary data", "there is no text in it that could be read"
JUNK = 0.1  # share of characters without a place in a text, above which there is no text


@dataclass(frozen=True)
class Decoded:
    """A text and the *encoding* it was read by (a name that `bytes.decode` takes).

    *confidence*, from 0 to 1, is the probability that the encoding is the right one; *alternatives* are the other
    encodings worth a try with theirs, the likeliest first. What could not be read, a character cut off at
    the end among it, is U+FFFD in *text*.
    """

    text: str
    encoding: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...] = ()


def read(path_or_bytes: str | PathLike[str] | bytes) -> str:
    """The text of a file, or of bytes, whatever its encoding. Line ends stay as they are.

    Raises `NotTextError` for bytes that hold no text, and `OSError` for a file that cannot be read.

    >>> read("记者王丰，北京报道。".encode("gb18030"))
    '记者王丰，北京报道。'
    """
    if isinstance(path_or_bytes, bytes | bytearray | memoryview):
        return decode(bytes(path_or_bytes)).text
    path = Path(path_or_bytes)
    try:
        return decode(path.read_bytes()).text
    except NotTextError as error:
        raise NotTextError(error.kind, error.remedy, path) from None
    except (OSError, ValueError) as error:  # of a NUL in a name, `ValueError`
        if not path.name.isprintable() or (isinstance(error, OSError) and error.errno == ENAMETOOLONG):
            error.add_note("read() takes a path or bytes; a text (str) needs no reading, clean() takes it")
        raise


def decode(data: bytes) -> Decoded:
    r"""Find out the encoding of *data* and read it.

    A byte-order mark decides; then well-formed UTF-8 or UTF-32; then which reading is the least surprising: GB18030,
    Big5-HKSCS, UTF-16 of either order, Windows-1252, ISO 8859-15 and a few more, and where all of them are strange
    those of central Europe, Russian, Greek and Turkish; at last charset-normalizer is asked. *data* may end inside a character.
    `TypeError` for anything but `bytes`.

    >>> decode("立法會議員昨日表示".encode("big5"))
    Decoded(text='立法會議員昨日表示', encoding='big5hkscs', confidence=1.0, alternatives=())
    >>> decode("Köln, 3. März".encode("cp1252")).text
    'Köln, 3. März'

    Bytes that hold no text are refused with `NotTextError`:

    >>> decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    Traceback (most recent call last):
    paperclean.not_text.NotTextError: a PNG image, not text: recognise its text first (OCR), for example with tesseract
    """
    if not isinstance(data, bytes):
        raise TypeError(f"decode() takes bytes, not {type(data).__name__}")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return Decoded(_whole(data, encoding).removeprefix("\ufeff"), encoding, 1.0)
    refuse_known_formats(data)
    if b"\0" in data[:WHOLE]:
        for encoding in UTF_32:
            if _is_whole(data[: min(len(data), WHOLE) // 4 * 4], encoding):
                return Decoded(_whole(data, encoding), encoding, 1.0)
    elif data.isascii():
        return _unless_junk(_seven_bit(data))
    as_utf8 = _whole(data, "utf-8")
    if b"\0" not in data[:WHOLE] and _is_well_formed(data, as_utf8):
        sequences = sum(map(len, regex.findall(r"[^\x00-\x7f]+", as_utf8[:WHOLE])))
        if sequences >= SURE_SEQUENCES:
            # Of a page whose glyphs a PDF could not name the rest is text; of one that was decoded wrongly before, the
            # controls of Latin-1 are bytes of it: `å\x9b½` is 国.
            return _unless_junk(Decoded(as_utf8, "utf-8", 1.0), is_ascii_control)
    return _unless_junk(_least_surprising(data))


def _is_well_formed(data: bytes, as_utf8: str) -> bool:
    """Whether *data* is UTF-8, but for a character cut off at the end; it may hold U+FFFD that another decoder left."""
    return "\ufffd" not in as_utf8[:-1] or (as_utf8.count("\ufffd", 0, -1) <= data.count("\ufffd".encode()))


def _seven_bit(data: bytes) -> Decoded:
    """ASCII, or an encoding that writes other characters in ASCII between marks."""
    for pattern, encoding in SEVEN_BIT:
        marks = regex.search(pattern, data)
        if marks and "\ufffd" not in (text := _whole(data, encoding)):
            sample = data[marks.start() :][:WHOLE]
            if surprise(_whole(sample, encoding)) + TOLD < surprise(sample.decode("ascii")):
                return Decoded(text, encoding, 0.99, (("ascii", 0.01),))
    return Decoded(data.decode("ascii"), "ascii", 1.0)


def _is_whole(data: bytes, encoding: str) -> bool:
    """Whether *data*, of two characters at least, is well-formed in the UTF-32 named."""
    try:
        return len(data) >= 8 and "\0" not in data.decode(encoding)
    except UnicodeDecodeError:
        return False


def _least_surprising(data: bytes) -> Decoded:
    wide, narrow = _sample(data, aligned=2), _sample(data)
    judged: dict[str, float] = {}
    readings: dict[str, str] = {}
    _judge(_within_reach(narrow), narrow, wide, judged, readings)
    best = min(judged, key=judged.__getitem__)
    if _is_strange(narrow, readings[best]) or judged[best] > BYTE * len(narrow):
        _judge(STRANGERS, narrow, wide, judged, readings)
        best = min(judged, key=judged.__getitem__)
    if not best.startswith("utf") and (foreign := _foreign(narrow, readings[best])):
        return Decoded(_whole(data, foreign), foreign, 0.5, ((best, 0.25),))
    as_no_text = judged[best] - BYTE * len(narrow) - NO_TEXT
    if as_no_text > REFUSED:
        raise NotTextError(*BINARY)
    if best in SINGLE_BYTE:
        best = _single_byte(data, best)
    others = [name for name in judged if name != best and readings[name] != readings[best]]
    weights = {name: 2.0 ** max(-60.0, judged[best] - judged[name]) for name in others}
    total = 1 + sum(weights.values()) + 2.0**as_no_text
    likely = [(name, round(w / total, 4)) for name, w in weights.items() if w / total > 0.0005]
    likely.sort(key=lambda pair: -pair[1])
    text = _whole(data, best)
    lost = text.count("\ufffd") / max(1, len(text))
    return Decoded(text, best, round((1 - lost) / total, 4), tuple(likely))


def _within_reach(data: bytes) -> dict[str, int]:
    """The candidates that the first bytes do not rule out already."""
    if len(data) <= 2 * HEAD:
        return CANDIDATES
    head = data[:HEAD]
    judged = {name: surprise(_stretch(head, name)[0]) + prior for name, prior in CANDIDATES.items()}
    least = min(judged.values())
    return {name: prior for name, prior in CANDIDATES.items() if judged[name] < least + HOPELESS}


def _single_byte(data: bytes, best: str) -> str:
    """Which single-byte encoding, judged by the bytes that tell them apart, wherever in the text they stand."""
    places = [
        match.span() for match, _ in zip(regex.finditer(rb"[\x80-\xff]+", data), range(2000), strict=False)
    ]
    windows = Counter(data[max(0, start - 3) : end + 3] for start, end in places)
    costs = {
        name: sum(surprise(_whole(window, name)) * times for window, times in windows.items())
        + CANDIDATES[name]
        for name in SINGLE_BYTE
    }
    return min(costs, key=lambda name: (costs[name], name != best))


def _judge(
    encodings: dict[str, int], narrow: bytes, wide: bytes, judged: dict[str, float], readings: dict[str, str]
) -> None:
    """Read a sample by each of *encodings*, and tell what it costs."""
    for encoding, prior in encodings.items():
        sample = wide if encoding.startswith("utf-16") else narrow
        text, is_cut = _stretch(sample, encoding)
        readings[encoding] = text
        judged[encoding] = (surprise(text) + is_cut * CUT) * len(narrow) / len(sample) + prior


def _is_strange(data: bytes, reading: str) -> bool:
    """Whether *reading* of *data* is in none of the languages known here."""
    strange = "".join(regex.findall(r"[^\x00-\x7f]+", reading))
    high = sum(map(len, regex.findall(rb"[\x80-\xff]+", data)))
    return high > 0 and surprise(strange) >= FOREIGN * high


def _foreign(data: bytes, ours: str) -> str | None:
    """What charset-normalizer makes of *data* if *ours*, the best reading, is in no language known here."""
    if len(regex.findall(rb"[\x80-\xff]", data)) < FOREIGN_BYTES or not _is_strange(data, ours):
        return None
    from charset_normalizer import from_bytes  # noqa: PLC0415  # slow to import, and rarely needed

    best = from_bytes(data).best()
    if best is None or surprise(_whole(data, best.encoding)) > surprise(ours):
        return None
    return best.encoding


def _sample(data: bytes, *, aligned: int = 1) -> bytes:
    """All of *data* if it is short; else three stretches of it, the first where it stops being ASCII.

    A stretch starts with a line, so that it does not start inside a character; with *aligned* 2, for
    UTF-16, where the byte of a newline may be half of a character, only the beginning is taken.
    """
    if len(data) <= WHOLE:
        return data
    third = WHOLE // 3
    if aligned == 2:
        return data[: third // 2 * 2]
    first = regex.search(rb"[\x80-\xff]", data)
    starts = {0, *_line_starts(data, first.start() if first else 0, len(data) // 2, len(data) - third)}
    return b"".join(
        data[start : data.rfind(b"\n", start, start + third) + 1 or start + third] for start in sorted(starts)
    )


def _line_starts(data: bytes, *places: int) -> Iterator[int]:
    for place in places:
        start = data.rfind(b"\n", max(0, place - 4096), place) + 1
        if start:
            yield start


def _whole(data: bytes, encoding: str) -> str:
    """*data* read by *encoding*; U+FFFD once for each stretch that does not fit, or is cut off at the end."""
    text, is_cut = _stretch(data, encoding)
    return text + "\ufffd" if is_cut else text


def _stretch(data: bytes, encoding: str) -> tuple[str, bool]:
    """*data* read by *encoding* as far as its last whole character, and whether a part of one follows."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    text = decoder.decode(data)
    return text, bool(decoder.getstate()[0])


def _unless_junk(decoded: Decoded, is_junk: Callable[[str], bool] = is_junk) -> Decoded:
    """*decoded*, or `NotTextError` where more of it than `JUNK` are characters that no text holds."""
    head = decoded.text[:WHOLE]
    junk = sum(count for character, count in Counter(head).items() if is_junk(character))
    if junk > 3 and junk > JUNK * len(head):
        raise NotTextError(*BINARY)
    return decoded
