"""Uploads that mean harm, or that came in damaged; the same ones each time."""

from __future__ import annotations

import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from PIL import Image

from tests.privacy.documents.dirty_opendocument import SPACES as ODF_SPACES
from tests.privacy.documents.dirty_opendocument import dirty_opendocument
from tests.privacy.documents.dirty_pdf import dirty_pdf
from tests.privacy.documents.dirty_word import SPACES, dirty_word, packed
from tests.privacy.photographs import photograph

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><html><script>alert(1)</script></html>"
PROGRAM = b"MZ" + b"\0" * 200 + b"This program cannot be run in DOS mode."
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def pictures() -> Iterator[tuple[str, bytes]]:
    """What is offered as a picture."""
    for kind in FORMATS:
        source = photograph(kind)
        chance = random.Random(kind)  # noqa: S311 - repeatable damage, not a secret
        for number in range(20):
            yield f"cut-{number}.{kind}", source[: len(source) * number // 20]
        for number in range(30):
            yield f"damaged-{number}.{kind}", damaged(source, chance)
        yield f"with-page.{kind}", source + HTML
        yield f"with-program.{kind}", source + packed({"a.exe": PROGRAM})
        yield f"page-inside.{kind}", source[:30] + HTML + source[30:]
        yield f"head-only.{kind}", source[:12] + b"\0" * 5000
        yield f"two.{kind}", source + photograph("PNG")
    yield from fakes()
    yield from picture_bombs()


def damaged(source: bytes, chance: random.Random) -> bytes:
    """The same bytes, some of them changed, taken out or doubled."""
    result = bytearray(source)
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(result))
        change = chance.randrange(3)
        if change == 0:
            result[place] = chance.randrange(256)
        elif change == 1:
            del result[place : place + chance.randint(1, 40)]
        else:
            result[place:place] = result[place : place + chance.randint(1, 40)]
    return bytes(result)


def fakes() -> Iterator[tuple[str, bytes]]:
    """What is not what its name says."""
    gif, bmp, tiff = BytesIO(), BytesIO(), BytesIO()
    for target, kind in ((gif, "GIF"), (bmp, "BMP"), (tiff, "TIFF")):
        Image.new("RGB", (4, 4)).save(target, kind)
    contents = [b"", b"\0", HTML, SVG, PROGRAM, gif.getvalue(), bmp.getvalue(), tiff.getvalue()]
    contents += [b"GIF89a/*" + HTML, b"#!/bin/sh\nrm -rf /\n", b"%!PS\n(x) run", b"\xff\xd8\xff", b"RIFF" * 9]
    contents += [b"<?php system($_GET[0]); ?>", b"{\\rtf1}", b"\x89PNG\r\n\x1a\n", b"\xef\xbb\xbf" + SVG]
    for number, content in enumerate(contents):
        yield f"fake-{number}.jpg", content


def picture_bombs() -> Iterator[tuple[str, bytes]]:
    """Small files that want much memory."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    def png(width: int, height: int, *extra: bytes) -> bytes:
        header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        pixels = chunk(b"IDAT", zlib.compress(b"\0" * 9))
        return b"\x89PNG\r\n\x1a\n" + header + b"".join(extra) + pixels + chunk(b"IEND", b"")

    for side in (7_000, 12_001, 30_000, 60_000, 2**31 - 1):
        yield f"bomb-{side}.png", png(side, side)
    much = zlib.compress(b"a" * 30_000_000, 9)
    yield "text.png", png(9, 9, *[chunk(b"zTXt", b"k\0\0" + much)] * 20)
    yield "colours.png", png(9, 9, chunk(b"iCCP", b"k\0\0" + much))
    canvas = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0" * 4 + (16_382).to_bytes(3, "little") * 2 + b"\0" * 8
    yield "canvas.webp", b"RIFF" + struct.pack("<I", len(canvas)) + canvas
    for number in range(15):
        yield f"size-{number}.jpg", _jpeg_of_size(number)


def _jpeg_of_size(number: int) -> bytes:
    """A JPEG that says that it is larger than it is."""
    source = bytearray(photograph("JPEG"))
    place = next(at for at in range(len(source)) if source[at] == 0xFF and source[at + 1] in (0xC0, 0xC2))
    source[place + 5 : place + 9] = struct.pack(">HH", 65_535 - number, 4_000 * (number + 1))
    return bytes(source)


def documents() -> Iterator[tuple[str, bytes]]:
    """What is offered as a document."""
    sources: dict[str, tuple[Callable[[], bytes], int]] = {
        **{"docx": (dirty_word, 39), "odt": (dirty_opendocument, 39), "pdf": (dirty_pdf, 25)}
    }
    for kind, (make, times) in sources.items():
        source = make()
        chance = random.Random(kind)  # noqa: S311 - repeatable damage, not a secret
        for number in range(times):
            yield f"cut-{number}.{kind}", source[: len(source) * number // times]
        for number in range(times):
            yield f"damaged-{number}.{kind}", damaged(source, chance)
    yield from packages()
    empty = b"PK\x05\x06" + b"\0" * 18
    for number, content in enumerate([b"", HTML, SVG, PROGRAM, b"%PDF-", b"PK\x03\x04", empty]):
        yield f"fake-{number}.pdf", content
    yield from pdfs()


def packages() -> Iterator[tuple[str, bytes]]:
    """Packages that mean harm."""
    types, text = {"[Content_Types].xml": "<Types/>"}, {"mimetype": "application/vnd.oasis.opendocument.text"}
    laughing = f"<w:document {SPACES}><w:body>&l11;&e;</w:body></w:document>"
    for name, prologue in (("laughs", LAUGHS), ("external", EXTERNAL)):
        yield (
            f"{name}.docx",
            word_of(prologue + laughing),
        )
        yield f"{name}.odt", odt_of(f"{prologue}<office:document-content {ODF_SPACES}/>")
    deep = "<w:p>" * 20_000 + "</w:p>" * 20_000
    yield "deep.docx", word_of(f"<w:document {SPACES}><w:body>{deep}</w:body></w:document>")
    yield "zeros.docx", word_of("0" * 60_000_000)
    yield "zeros.odt", odt_of(" " * 60_000_000)
    yield "many.docx", packed({**types, **{f"word/{number}.xml": "x" for number in range(5_000)}})
    yield "up.docx", packed({**types, "../../../etc/passwd": "x", "word/document.xml": "<x/>"})
    yield "absolute.odt", packed({**text, "content.xml": "<x/>", "/etc/x": "x"})
    yield "itself.docx", word_of(f"<w:document {SPACES}/>", related="document.xml", kind="header")
    yield "nowhere.docx", word_of(f"<w:document {SPACES}/>", related="../../x", kind="styles")
    yield "strict.docx", word_of('<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    yield "utf16.docx", word_of(f"<w:document {SPACES}/>".encode("utf-16"))
    yield "program.docx", packed({**types, "word/document.xml": PROGRAM, "word/vbaProject.bin": PROGRAM})
    yield "sheet.docx", packed({**types, "xl/workbook.xml": "<x/>"})
    yield "twice.docx", _twice()
    yield "nested.odt", packed({"mimetype": "application/zip", "content.xml": packed({"a": "b" * 10**6})})
    yield "old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000
    yield "lie.docx", _lie()
    yield (
        "no-parts.odt",
        packed({**text, "content.xml": "<x/>"}),
    )


def word_of(document: str | bytes, related: str = "", kind: str = "image") -> bytes:
    """A package with this as its document."""
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    start = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    root = f'<Relationship Id="a" Type="{start}/officeDocument" Target="word/document.xml"/>'
    own = f'<Relationship Id="a" Type="{start}/{kind}" Target="{related}"/>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f"<Relationships {space}>{root}</Relationships>",
            "word/_rels/document.xml.rels": f"<Relationships {space}>{own}</Relationships>",
            "word/document.xml": document,
        }
    )


def odt_of(content: str) -> bytes:
    """A package with this as its content."""
    styles = f"<office:document-styles {ODF_SPACES}/>"
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content, "styles.xml": styles})


def _twice() -> bytes:
    """A package with two parts of one name."""
    target = BytesIO(dirty_word())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/documenx.xml", "<x/>")
    return target.getvalue().replace(b"word/documenx.xml", b"word/document.xml")


def _lie() -> bytes:
    """A package whose directory says that its parts are empty."""
    source = bytearray(word_of("0" * 3_000_000))
    place = -1
    while (place := source.find(b"PK\x01\x02", place + 1)) >= 0:
        source[place + 24 : place + 28] = b"\0" * 4
    return bytes(source)


def pdfs() -> Iterator[tuple[str, bytes]]:
    """PDFs that mean harm."""
    catalog = b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    yield "objects.pdf", _object_bomb()
    loop = b"2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\n"
    yield "loop.pdf", pdf_of(catalog + loop)
    nest = b"2 0 obj\n" + b"[" * 50_000 + b"]" * 50_000 + b"\nendobj\n"
    yield "nest.pdf", pdf_of(catalog + nest)
    yield "count.pdf", pdf_of(catalog + b"2 0 obj\n<< /Type /Pages /Kids [] /Count 2000000000 >>\nendobj\n")
    kids = b"2 0 obj\n<< /Type /Pages /Count 9 /Kids [" + b"3 0 R " * 20_000 + b"] >>\nendobj\n"
    page = b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n"
    yield "kids.pdf", pdf_of(catalog + kids + page)
    yield "pages.pdf", dirty_pdf(400)
    for number, marker in enumerate([HTML, PROGRAM, photograph("JPEG")]):
        yield f"joined-{number}.pdf", marker + dirty_pdf()


def pdf_of(body: bytes) -> bytes:
    """A PDF of these objects, its table of places left to whoever reads it."""
    return b"%PDF-1.7\n" + body + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def _object_bomb() -> bytes:
    """A PDF whose objects lie in a stream that is larger than what may be used for it."""
    objects = (
        b"2 0 3 40 << /Type /Catalog /Pages 3 0 R >>".ljust(49) + b"<< /Type /Pages /Kids [] /Count 0 >>"
    )
    packer = zlib.compressobj(9)
    packed_objects = packer.compress(objects)
    for _ in range(70):
        packed_objects += packer.compress(b" " * 10_000_000)
    packed_objects += packer.flush()
    head = f"1 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length {len(packed_objects)} >>\n"
    start = b"%PDF-1.7\n"
    first = head.encode() + b"stream\n" + packed_objects + b"\nendstream\nendobj\n"
    table = len(start + first)
    rows = [(0, 0, 0), (1, len(start), 0), (2, 1, 0), (2, 1, 1), (1, table, 0)]
    places = b"".join(struct.pack(">BIB", *row) for row in rows)
    keys = f"/Type /XRef /Size 5 /W [1 4 1] /Root 2 0 R /Length {len(places)}"
    last = f"4 0 obj\n<< {keys} >>\nstream\n".encode() + places + b"\nendstream\nendobj\n"
    return start + first + last + f"startxref\n{table}\n%%EOF\n".encode()
