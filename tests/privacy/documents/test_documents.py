"""What a document hides is gone, and what its readers see is there."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from docx import Document

from privacy.documents import DocumentRefused, Limits, Reason, sanitise
from tests.privacy.documents import dirty_opendocument, dirty_pdf, dirty_word
from tests.privacy.documents.dirty_opendocument import dirty_opendocument as odt
from tests.privacy.documents.dirty_pdf import dirty_pdf as pdf
from tests.privacy.documents.dirty_pdf import everything_in
from tests.privacy.documents.dirty_word import CANARY, packed
from tests.privacy.documents.dirty_word import dirty_word as docx
from tests.privacy.photographs import TRACES

NO_FIGURES = str.maketrans("", "", "0123456789")


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def assert_nothing_of(data: bytes, package: dict[str, bytes]) -> None:
    for secret in [CANARY.encode(), *TRACES]:
        assert secret not in data
        for name, content in package.items():
            assert secret.decode() not in name
            assert secret not in content, f"{secret!r} in {name}"


def refused(data: bytes, limits: Limits | None = None) -> Reason:
    with pytest.raises(DocumentRefused) as refusal:
        sanitise(data, limits or Limits())
    return refusal.value.reason


def test_word_shows_the_same_and_hides_nothing():
    source = docx()
    assert CANARY.encode() in source
    result = sanitise(source)
    assert result.kind == "docx"
    package = parts(result.data)
    assert_nothing_of(result.data, package)
    text = b"".join(package.values()).decode("utf-8", "replace")
    assert [words for words in dirty_word.SEEN if words not in text] == []
    assert sorted(name.translate(NO_FIGURES) for name in package) == [
        *("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml"),
        *("word/footnotes.xml", "word/header.xml", "word/media/image.jpg", "word/settings.xml"),
        "word/styles.xml",
    ]


def test_a_cleaned_word_document_opens():
    document = Document(BytesIO(sanitise(docx()).data))
    shown = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Ingevoegd.Verplaatst." in shown
    assert len(document.inline_shapes) == 2
    assert document.sections[0].header.paragraphs[0].text == "Kopregel"
    own = document.paragraphs[1].style
    assert own is not None
    assert document.styles["Style 1"].style_id == own.style_id
    assert document.settings.odd_and_even_pages_header_footer
    assert document.core_properties.author == ""


def test_a_document_of_another_program_is_the_same_after_it():
    source = Document()
    source.core_properties.author = CANARY
    source.core_properties.comments = CANARY
    source.add_heading("Aanpak", 1)
    source.add_paragraph("Eerste", style="List Bullet")
    source.add_table(2, 2).cell(1, 1).text = "rechtsonder"
    target = BytesIO()
    source.save(target)
    result = sanitise(target.getvalue())
    assert_nothing_of(result.data, parts(result.data))
    document = Document(BytesIO(result.data))
    assert [(p.text, getattr(p.style, "name", "")) for p in document.paragraphs] == [
        ("Aanpak", "Heading 1"),
        ("Eerste", "List Bullet"),
    ]
    assert document.tables[0].cell(1, 1).text == "rechtsonder"
    again = sanitise(result.data)
    assert parts(again.data).keys() == parts(result.data).keys()


def test_opendocument_shows_the_same_and_hides_nothing():
    source = odt()
    assert CANARY.encode() in source
    result = sanitise(source)
    assert result.kind == "odt"
    package = parts(result.data)
    assert_nothing_of(result.data, package)
    text = b"".join(package.values()).decode("utf-8", "replace")
    assert [words for words in dirty_opendocument.SEEN if words not in text] == []
    assert list(package) == [
        "mimetype",
        "styles.xml",
        "content.xml",
        "Pictures/1.jpg",
        "META-INF/manifest.xml",
    ]
    assert result.data[30:38] == b"mimetype", "stored as the first, so that its type can be read"


@pytest.mark.parametrize(
    "save", [{}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}, {"linearize": True}]
)
def test_pdf_shows_the_same_and_hides_nothing(save):
    source = pdf(2, **save)
    assert CANARY in everything_in(source)
    result = sanitise(source)
    assert result.kind == "pdf"
    inside = everything_in(result.data)
    for secret in [CANARY, *(trace.decode() for trace in TRACES)]:
        assert secret not in inside
        assert secret.encode() not in result.data
    for word in ("JavaScript", "/AcroForm", "/Annots", "/OpenAction", "/EmbeddedFiles", "/Metadata", "/Info"):
        assert word not in inside
    with pikepdf.open(BytesIO(result.data)) as cleaned:
        assert len(cleaned.pages) == 2
        assert dirty_pdf.SEEN.encode() in cleaned.pages[0].Contents.read_bytes()
        assert str(cleaned.Root.Lang) == "nl-NL"
        photo: Any = cleaned.pages[0].Resources.XObject.F
        pixels: Any = pikepdf.PdfImage(photo).as_pil_image()
        assert pixels.size == (60, 40)
        assert pixels.getpixel((5, 5))[0] > 200


def test_what_an_earlier_version_of_a_pdf_held_is_gone():
    source = pdf()
    later = source.replace(b"/Lang", b"/Lung")
    assert CANARY not in everything_in(sanitise(later).data)
    appended = source + b"\n% " + CANARY.encode()
    assert CANARY.encode() not in sanitise(appended).data


def test_only_what_the_first_bytes_say_counts():
    assert refused(b"") is Reason.NOT_A_DOCUMENT
    assert refused(b"<html><script>alert(1)</script>") is Reason.NOT_A_DOCUMENT
    assert refused(b"GIF89a%PDF-1.4") is Reason.NOT_A_DOCUMENT
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) is Reason.UNSUPPORTED
    assert refused(b"{\\rtf1 x}") is Reason.UNSUPPORTED
    assert refused(packed({"a.txt": "x"})) is Reason.UNSUPPORTED
    assert refused(packed({"mimetype": "application/epub+zip", "content.xml": "<x/>"})) is Reason.UNSUPPORTED


def test_a_password_is_refused_and_said():
    locked = pikepdf.Encryption(owner="a", user="b")
    assert refused(pdf(encryption=locked)) is Reason.PROTECTED
    everyone = pikepdf.Encryption(owner="a", user="")
    assert CANARY not in everything_in(sanitise(pdf(encryption=everyone)).data)


def test_hidden_layers_are_refused():
    with pikepdf.open(BytesIO(pdf())) as source:
        layers = source.Root.OCProperties
        layers.D.OFF = pikepdf.Array([layers.OCGs[0]])
        target = BytesIO()
        source.save(target)
    assert refused(target.getvalue()) is Reason.HIDDEN_LAYERS


def test_too_much_is_refused():
    assert refused(pdf(4), Limits(pages=3)) is Reason.TOO_MANY_PAGES
    assert refused(docx(), Limits(file_bytes=100)) is Reason.TOO_LARGE
    assert refused(docx(), Limits(entries=5)) is Reason.TOO_LARGE
    assert refused(docx(), Limits(unpacked_bytes=2000)) is Reason.TOO_LARGE
    assert refused(docx(), Limits(pixels=100)) is Reason.TOO_LARGE
    assert refused(odt(), Limits(part_bytes=100)) is Reason.TOO_LARGE
