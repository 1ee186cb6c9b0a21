"""Bytes that hold no text: images, PDF, archives and the like, told by how they begin."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import regex

__all__ = ["NotTextError", "refuse_known_formats"]

RECOGNISE = "recognise its text first (OCR), for example with tesseract"
EXTRACT = "extract its text first, for example with pdftotext -layout"
UNPACK = "unpack it first"
EXPORT = "save it as plain text first"
OTHER = "there is no text in it to clean"

# what a file begins with, what it is, what to do about it
SIGNATURES = [
    (rb"\x89PNG", "a PNG image", RECOGNISE),
    (rb"\xff\xd8\xff", "a JPEG image", RECOGNISE),
    (rb"II\*\x00|MM\x00[*+]|II\+\x00", "a TIFF image", RECOGNISE),
    (rb"\x00\x00\x00\x0cjP  \r\n|\xff\x4f\xff\x51", "a JPEG 2000 image", RECOGNISE),
    (rb"RIFF....WEBP", "a WebP image", RECOGNISE),
    (rb"AT&TFORM....DJV", "a DjVu document", "extract its text first, for example with djvutxt"),
    (rb"\s{0,64}%PDF-\d", "a PDF document", EXTRACT),
    (
        rb"PK\x03\x04(?=.{0,200}(?:word/|_rels/|content\.xml|mimetype))",
        "an office or e-book document",
        EXPORT,
    ),
    (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", "a ZIP archive", UNPACK),
    (rb"\x1f\x8b\x08", "a gzip archive", UNPACK),
    (rb"\x1f[\x9d\xa0]", "a compress archive", UNPACK),
    (rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", "a bzip2 archive", UNPACK),
    (rb"\xfd7zXZ\x00", "an xz archive", UNPACK),
    (rb"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
    (rb"\x04\x22\x4d\x18", "an LZ4 archive", UNPACK),
    (rb"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (rb"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (rb".{257}ustar", "a tar archive", UNPACK),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", EXPORT),
    (rb"\{\\rtf\d", "an RTF document", EXPORT),
    (rb"\x7fELF", "a program", OTHER),
    (rb"[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|\xca\xfe\xba\xbe|\x00asm", "a program", OTHER),
    (rb"SQLite format 3\x00", "an SQLite database", "export its text first"),
    (rb"ARROW1\x00\x00", "an Arrow file", "read it with pyarrow and clean its column of text"),
    (rb"\x00\x01\x00\x00\x00.[\x00\x01]|wOF[F2]", "a font", OTHER),
    (rb"....ftyp", "a film or image", OTHER),
]
# letters that a text may begin with too: a control character near them decides
DOUBTFUL = [
    (rb"GIF8[79]a", "a GIF image", RECOGNISE),
    (rb"BM....\x00\x00\x00\x00", "a BMP image", RECOGNISE),
    (rb"MZ", "a program", OTHER),
    (rb"PAR1", "a Parquet table", "clean its column of text (paperclean[arrow])"),
    (rb"ID3|OggS|fLaC|RIFF", "a sound or film", OTHER),
]


class NotTextError(ValueError):
    """Bytes that hold no text. *kind* says what they are, *remedy* what to do, *path* where they were read."""

    def __init__(self, kind: str, remedy: str, path: Path | None = None) -> None:
        super().__init__(kind, remedy, path)
        self.kind = kind
        self.remedy = remedy
        self.path = path

    def __str__(self) -> str:
        what = f"{self.kind}, not text: {self.remedy}"
        return f"{self.path}: {what}" if self.path else what


def refuse_known_formats(data: bytes) -> None:
    """Raise `NotTextError` if *data* begins as a known format that is no text.

    >>> refuse_known_formats("GIF8 was a format".encode())
    >>> refuse_known_formats(b"%PDF-1.7")
    Traceback (most recent call last):
    paperclean.not_text.NotTextError: a PDF document, not text: extract its text first, for example with pdftotext -layout
    """
    head = data[:1024]
    if not _any_known().match(head):
        return
    for signatures, decided in ((SIGNATURES, True), (DOUBTFUL, regex.search(rb"[\x00-\x08\x0e-\x1f]", head))):
        if not decided:
            continue
        for beginning, kind, remedy in signatures:
            if regex.match(beginning, head, regex.DOTALL):
                raise NotTextError(kind, remedy)


@cache
def _any_known() -> regex.Pattern[bytes]:
    """How any of the formats begins: one search decides of most files that they are none."""
    beginnings = (beginning for beginning, *_ in SIGNATURES + DOUBTFUL)
    return regex.compile(b"|".join(b"(?:%b)" % beginning for beginning in beginnings), regex.DOTALL)
