"""A PDF with something to hide in every corner. What nobody may find holds CANARY."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.privacy.documents.dirty_word import CANARY
from tests.privacy.photographs import photograph

SEEN = "Zichtbare tekst"


def dirty_pdf(pages: int = 1, **save: Any) -> bytes:
    """A PDF of so many pages; the first has a photograph, a form and comments."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(200, 200))
    _draw(pdf)
    _comment(pdf)
    _fill_corners(pdf)
    target = BytesIO()
    pdf.save(target, **save)
    return target.getvalue()


def _draw(pdf: pikepdf.Pdf) -> None:
    """Text, and a photograph as it came from the camera; both under names that are keys elsewhere."""
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(f"BT /A 12 Tf 10 100 Td ({SEEN}) Tj ET q /F Do Q".encode())
    photo = pdf.make_stream(photograph("JPEG"))
    photo.Type, photo.Subtype, photo.Filter = Name.XObject, Name.Image, Name.DCTDecode
    photo.Width, photo.Height, photo.BitsPerComponent, photo.ColorSpace = 60, 40, 8, Name.DeviceRGB
    photo.Metadata = pdf.make_stream(CANARY.encode())
    photo.PieceInfo = Dictionary(Private=String(CANARY))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(CANARY)))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(
        Font=Dictionary(A=font), XObject=Dictionary(F=photo), Properties=Dictionary(MC0=layer)
    )
    page.Thumb = photo
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))


def _comment(pdf: pikepdf.Pdf) -> None:
    """A filled field, a note and a link on the page."""
    shared: dict[str, Any] = {
        "Type": Name.Annot,
        "Rect": [0, 0, 9, 9],
        "T": String(CANARY),
        "Contents": String(CANARY),
    }
    target = Dictionary(S=Name.URI, URI=String(CANARY))
    annotations = [
        pdf.make_indirect(Dictionary(Subtype=Name.Widget, FT=Name.Tx, V=String(CANARY), **shared)),
        pdf.make_indirect(Dictionary(Subtype=Name.Text, **shared)),
        pdf.make_indirect(Dictionary(Subtype=Name.Link, A=target, **shared)),
    ]
    pdf.pages[0].obj.Annots = Array(annotations)
    pdf.Root.AcroForm = Dictionary(Fields=Array(annotations[:1]), XFA=pdf.make_stream(CANARY.encode()))


def _fill_corners(pdf: pikepdf.Pdf) -> None:
    """All that lies beside the pages."""
    script = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{CANARY}')"))
    page = pdf.pages[0].obj
    page.AA = Dictionary(O=script)
    page.PieceInfo = Dictionary(Private=String(CANARY))
    page.LastModified = String(CANARY)
    pdf.Root.OpenAction = script
    pdf.Root.Outlines = Dictionary(Title=String(CANARY))
    pdf.Root.StructTreeRoot = Dictionary(Alt=String(CANARY))
    pdf.Root.Lang = String("nl-NL")
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    for place in (pdf.Root, pdf.Root.Pages, pdf.trailer):
        place[f"/{CANARY}"] = String(CANARY)
    pdf.attachments[f"{CANARY}.txt"] = CANARY.encode()
    pdf.docinfo["/Author"] = CANARY
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [CANARY]


def everything_in(data: bytes) -> str:
    """All that a PDF holds, its streams unpacked."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            target,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
        )
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        raw = b"".join(stream.read_raw_bytes() for stream in streams)
    text = target.getvalue().decode("latin-1")
    # Text in a dictionary may be written as UTF-16.
    return text + raw.decode("latin-1") + text.replace("\0", "")
