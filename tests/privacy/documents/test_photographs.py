"""Photographs inside a PDF lose their metadata and keep their pixels."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from privacy.documents import DocumentRefused, sanitise
from privacy.documents.photographs import without_metadata
from tests.privacy.documents.dirty_pdf import dirty_pdf, everything_in
from tests.privacy.photographs import TRACES, photograph


def pixels(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as image:
        return image.convert("RGB").tobytes()


def jpeg(**options: Any) -> bytes:
    target = BytesIO()
    with Image.open(BytesIO(photograph("JPEG", (90, 70)))) as image:
        kept = {"exif": image.info["exif"], "xmp": image.info["xmp"], "comment": b"secret-comment"}
        image.save(target, "JPEG", **kept, **options)
    return target.getvalue()


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"restart_marker_blocks": 2}, {"quality": 100}]
)
def test_a_jpeg_keeps_its_pixels(options: dict[str, Any]) -> None:
    source = jpeg(**options)
    assert any(trace in source for trace in TRACES)
    cleaned = without_metadata(source + b"Jan de Vries, after the end")
    assert [trace for trace in TRACES if trace in cleaned] == []
    assert pixels(cleaned) == pixels(source)


def test_colours_of_print_keep_their_meaning() -> None:
    target = BytesIO()
    Image.effect_noise((40, 40), 90).convert("CMYK").save(target, "JPEG")
    source = target.getvalue()
    assert b"Adobe" in source
    assert pixels(without_metadata(source)) == pixels(source)


@pytest.mark.parametrize("bare", [True, False])
def test_a_jpeg_2000_keeps_its_pixels(bare: bool) -> None:
    target = BytesIO()
    image = Image.effect_noise((64, 64), 60).convert("RGB")
    image.save(target, "JPEG2000", no_jp2=bare, comment="Jan de Vries")
    source = target.getvalue()
    assert b"Jan de Vries" in source
    if not bare:
        secret = b"uuid" + b"\0" * 16 + b"secret-xmp"
        source += (len(secret) + 4).to_bytes(4, "big") + secret
    cleaned = without_metadata(source)
    assert [trace for trace in TRACES if trace in cleaned] == []
    assert pixels(cleaned) == pixels(source)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1", b"\xff\xd8" + b"x" * 99, b"\xff\x4f\xff\x51"]
)
def test_what_cannot_be_read_is_refused_or_holds_nothing(data: bytes) -> None:
    try:
        assert without_metadata(data) == b"\xff\xd8\xff\xd9"
    except DocumentRefused:
        return


@pytest.mark.parametrize("around", [["FlateDecode"], ["ASCIIHexDecode", "FlateDecode"], None])
def test_a_photograph_is_found_in_a_pdf_however_it_lies_there(around: list[str] | None) -> None:
    with pikepdf.open(BytesIO(dirty_pdf())) as pdf:
        photo: Any = pdf.pages[0].Resources.XObject.F
        raw = photograph("JPEG")
        if around is None:
            photo.write(raw)
            del photo["/Subtype"]
        else:
            inner = _compressed(raw, around)
            photo.write(inner, filter=pikepdf.Array([pikepdf.Name(f"/{n}") for n in [*around, "DCTDecode"]]))
        target = BytesIO()
        pdf.save(target, compress_streams=False)
    result = sanitise(target.getvalue()).data
    inside = everything_in(result)
    assert [trace for trace in TRACES if trace.decode() in inside] == []
    if around:
        with pikepdf.open(BytesIO(result)) as cleaned:
            kept: Any = cleaned.pages[0].Resources.XObject.F
            assert pixels(kept.read_raw_bytes()) == pixels(raw)


def _compressed(raw: bytes, around: list[str]) -> bytes:
    content = zlib.compress(raw)
    return content.hex().encode() + b">" if "ASCIIHexDecode" in around else content


def test_a_pdf_that_was_cut_is_mended_or_refused() -> None:
    source = dirty_pdf()
    cut = source[: source.rindex(b"xref")]
    with pikepdf.open(BytesIO(sanitise(cut).data)) as mended:
        assert len(mended.pages) == 1
    with pytest.raises(DocumentRefused):
        sanitise(source[:200])
