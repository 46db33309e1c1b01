"""A text that is there already is divided over the questions, and none of it is lost."""

from __future__ import annotations

import io
import zipfile

import pytest

from submissions import documents
from submissions.documents import DocumentRefused, Reason, text_of
from submissions.quick_start import split_text

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = """Een woning op de begane grond

Situatie
Een gezin woonde op vier hoog.

Het was krap.

## Knelpunt:
Het gezin kreeg geen urgentie.
Oplossing: De corporatie ruilde twee woningen.
Zo kon het.

3. Resultaat
Het gezin woont gelijkvloers.
"""


def packed(name: str, xml: str, **others: str) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, xml)
        for other, content in others.items():
            archive.writestr(other, content)
    return file


def docx(*paragraphs: str) -> io.BytesIO:
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    return packed("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')


def odt(*paragraphs: str) -> io.BytesIO:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(f"<text:p>{each}</text:p>" for each in paragraphs)
    xml = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:text="{office}:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed("content.xml", xml, mimetype="application/vnd.oasis.opendocument.text")


def test_headings_are_recognised_in_the_ways_that_people_write_them() -> None:
    assert split_text(TEXT) == {
        "title": "Een woning op de begane grond",
        "situation": "Een gezin woonde op vier hoog.\n\nHet was krap.",
        "what_blocked": "Het gezin kreeg geen urgentie.",
        "solution": "De corporatie ruilde twee woningen.\nZo kon het.",
        "result": "Het gezin woont gelijkvloers.",
    }


def test_what_fits_nowhere_goes_to_the_situation() -> None:
    text = "Een lang verhaal zonder kopjes, dat gewoon begint.\nEn doorgaat: ook met een dubbele punt."
    assert split_text(text) == {"situation": text}


@pytest.mark.parametrize("text", ["", "   \n\n", "Situatie", ":", "##", "Situatie:\n\nKnelpunt:"])
def test_a_text_without_text_gives_no_answers(text: str) -> None:
    assert split_text(text) in ({}, {"situation": text.strip()})


def test_a_heading_that_comes_twice_loses_nothing() -> None:
    found = split_text("Situatie\nEen.\nOplossing\nTwee.\nSituatie\nDrie.")
    assert found == {"situation": "Een.\nDrie.", "solution": "Twee."}


def test_no_word_is_lost_whatever_the_text() -> None:
    for text in (TEXT, "x\ny: z\n\nResultaat: goed", "\ufeffSituatie\r\nA\rB", "#" * 5000, "a\n" * 5000):
        kept = " ".join(split_text(text).values())
        for word in text.split():
            assert word in kept or word.strip("#.:3").casefold() in {
                "",
                "situatie",
                "\ufeffsituatie",
                "knelpunt",
                "oplossing",
                "resultaat",
            }


@pytest.mark.parametrize("make", [docx, odt])
def test_paragraphs_of_a_document_are_read(make: object) -> None:
    upload = make("Situatie", "Een &amp; twee.", "", "Drie.")  # type: ignore[operator]
    assert text_of(upload) == "Situatie\n\nEen & twee.\n\nDrie."


def test_deleted_text_is_not_read() -> None:
    body = "<w:p><w:r><w:t>Blijft.</w:t></w:r><w:del><w:r><w:delText>Weg.</w:delText></w:r></w:del></w:p>"
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    assert text_of(packed("word/document.xml", xml)) == "Blijft."


def reason_of(upload: io.BytesIO) -> Reason:
    with pytest.raises(DocumentRefused) as refused:
        text_of(upload)
    return refused.value.reason


def test_what_is_no_document_is_refused() -> None:
    assert reason_of(io.BytesIO(b"%PDF-1.7")) is Reason.NOT_A_DOCUMENT
    assert reason_of(packed("iets.txt", "tekst")) is Reason.NOT_A_DOCUMENT
    assert reason_of(packed("content.xml", "<kapot")) is Reason.BROKEN
    assert reason_of(docx("", " ")) is Reason.EMPTY
    whole = docx("Een zin.").getvalue()
    assert reason_of(io.BytesIO(whole[: len(whole) // 2])) is Reason.NOT_A_DOCUMENT


def test_a_bomb_is_refused_before_it_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MAX_XML", 200_000)
    filler = "<x/>" * 200_000
    xml = f'<w:document xmlns:w="{WORD}">{filler}</w:document>'
    upload = packed("word/document.xml", xml)
    assert len(upload.getvalue()) < 20_000
    assert reason_of(upload) is Reason.TOO_LARGE


def test_entities_and_types_are_refused() -> None:
    lol = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'
    xml = f'{lol}<w:document xmlns:w="{WORD}"><w:p>&c;</w:p></w:document>'
    assert reason_of(packed("word/document.xml", xml)) is Reason.BROKEN
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    assert reason_of(packed("content.xml", f"{outside}<a>&b;</a>")) is Reason.BROKEN


def test_deep_and_long_documents_are_bounded() -> None:
    deep = "<x>" * 3000 + "</x>" * 3000
    xml = f'<w:document xmlns:w="{WORD}"><w:p>{deep}</w:p></w:document>'
    assert reason_of(packed("word/document.xml", xml)) in {Reason.BROKEN, Reason.EMPTY}
    assert len(text_of(docx(*["woord " * 1000] * 40))) == documents.MAX_TEXT
