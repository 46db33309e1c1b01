"""Forms of uploads: only clean files come in, and what is refused is explained."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form

from examples.models import Picture, StoryDocument
from examples.uploads import DocumentField, PictureField, keep_document, keep_picture
from privacy import documents, images
from tests.privacy.documents.dirty_opendocument import dirty_opendocument
from tests.privacy.documents.dirty_pdf import dirty_pdf
from tests.privacy.documents.dirty_word import CANARY, dirty_word
from tests.privacy.photographs import TRACES, photograph

SOURCES = {"pdf": dirty_pdf, "docx": dirty_word, "odt": dirty_opendocument}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def upload(content: bytes, name: str = f"{CANARY}.exe") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/x-msdownload")


def code_of(form: Any, field: str) -> str:
    assert not form.is_valid()
    return str(form.errors.as_data()[field][0].code)


@pytest.mark.parametrize("kind", SOURCES)
def test_a_document_is_kept_clean_under_a_random_name(kind: str, tree: None) -> None:
    file = DocumentField().clean(upload(SOURCES[kind]()))
    document = keep_document(file, title="Besluit over de pot", owner=None)
    document.refresh_from_db()
    assert document.file_extension == kind
    assert CANARY not in str(document.file.name)
    assert document.download_name == f"besluit-over-de-pot.{kind}"
    with document.file.open() as kept:
        content = kept.read()
    assert CANARY.encode() not in content
    assert document.file_size == len(content)
    assert len(document.file_hash) == 40


def test_a_picture_is_kept_clean_under_a_random_name(tree: None) -> None:
    file = PictureField().clean(upload(photograph("JPEG")))
    picture = keep_picture(file, title="Plein", alternative_text="Een leeg plein", owner=None)
    picture.refresh_from_db()
    assert picture.description == "Een leeg plein"
    assert CANARY not in picture.file.name
    for stored in (picture.file, picture.get_rendition("width-30").file):
        with stored.open() as kept:
            content = kept.read()
        assert [trace for trace in TRACES if trace in content] == []


def test_names_are_random_however_a_file_comes_in(tree: None) -> None:
    picture = Picture(title="x", file=upload(photograph("PNG"), "jan.png"))
    picture.save()
    document = StoryDocument.objects.create(title="x", file=upload(b"x", "jan.pdf"))
    assert "jan" not in f"{picture.file.name} {document.file.name}"
    assert picture.file.name.endswith(".png")


def test_a_picture_asks_for_an_alternative_text(tree: None) -> None:
    data = {"title": "Plein", "collection": "1"}
    form = get_image_form(Picture)(data, {"file": upload(photograph("JPEG"))})
    assert code_of(form, "description") == "required"


def test_the_editors_form_of_documents_lets_in_clean_files_alone(tree: None) -> None:
    def form(content: bytes) -> Any:
        data = {"title": "Besluit", "collection": "1"}
        return get_document_form(StoryDocument)(data, {"file": upload(content)})

    valid = form(dirty_word())
    assert valid.is_valid(), valid.errors
    assert CANARY.encode() not in valid.cleaned_data["file"].read()
    assert code_of(form(b"MZ" + b"\0" * 100), "file") == documents.Reason.NOT_A_DOCUMENT.value


def test_limits_are_settings_and_are_told(settings: Any, tree: None) -> None:
    settings.DOCUMENT_LIMITS = documents.Limits(file_bytes=2 * 1024**2, pages=2)
    settings.PICTURE_LIMITS = images.Limits(pixels=1_000_000)
    with pytest.raises(Exception, match="2 pag"):
        DocumentField().clean(upload(dirty_pdf(3)))
    with pytest.raises(Exception, match="2 MB"):
        DocumentField().clean(upload(b"%PDF-" + b"\0" * 2 * 1024**2))
    with pytest.raises(Exception, match="1 megapixel"):
        PictureField().clean(upload(photograph("PNG", (1001, 1000))))
