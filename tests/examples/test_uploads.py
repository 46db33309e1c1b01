"""Forms of uploads: only clean files come in, and what is refused is explained."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile

from accounts.models import User
from examples.models import Picture, StoryDocument
from examples.uploads import DocumentField, PictureField, keep_document, keep_picture
from examples.uploads.unfinished import forget_unfinished
from privacy import documents, images
from tests.privacy.documents.dirty_opendocument import dirty_opendocument
from tests.privacy.documents.dirty_pdf import dirty_pdf
from tests.privacy.documents.dirty_word import CANARY, dirty_word
from tests.privacy.photographs import TRACES, photograph

SOURCES = {"pdf": dirty_pdf, "docx": dirty_word, "odt": dirty_opendocument}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("disk")]


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
    refused = form(b"MZ" + b"\0" * 100)
    assert code_of(refused, "file") == documents.Reason.NOT_A_DOCUMENT.value
    assert len(refused.errors["file"]) == 1


def test_limits_are_settings_and_are_told(settings: Any, tree: None) -> None:
    settings.DOCUMENT_LIMITS = documents.Limits(file_bytes=2 * 1024**2, pages=2)
    settings.PICTURE_LIMITS = images.Limits(pixels=1_000_000)
    with pytest.raises(Exception, match="2 pag"):
        DocumentField().clean(upload(dirty_pdf(3)))
    with pytest.raises(Exception, match="2 MB"):
        DocumentField().clean(upload(b"%PDF-" + b"\0" * 2 * 1024**2))
    with pytest.raises(Exception, match="1 megapixel"):
        PictureField().clean(upload(photograph("PNG", (1001, 1000))))


def test_the_uploader_of_many_pictures_asks_for_the_rest_and_keeps_no_name(tree: None) -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("beheer@mooimaatwerk.example", "a-good-password"))
    data = {"title": "", "collection": "1", "files[]": upload(photograph("JPEG"), f"{CANARY}.jpg")}
    answer = client.post(reverse("wagtailimages:add_multiple"), data)
    said = answer.json()
    assert said["success"]
    assert CANARY not in said["form"]
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[said["uploaded_file_id"]])
    prefix = f"uploaded-image-{said['uploaded_file_id']}"
    values = {f"{prefix}-title": "Plein", f"{prefix}-collection": "1", f"{prefix}-description": ""}
    assert not client.post(url, values).json()["success"]
    assert client.post(url, {**values, f"{prefix}-description": "Een leeg plein"}).json()["success"]
    assert Picture.objects.get().description == "Een leeg plein"
    assert not UploadedFile.objects.exists()


def test_what_was_begun_and_left_is_forgotten(tree: None) -> None:
    kept = UploadedFile.objects.create(file=upload(photograph("PNG"), "a.png"))
    name = str(kept.file.name)
    assert forget_unfinished(timezone.now() - timedelta(days=7), False) == 0
    later = timezone.now() + timedelta(minutes=1)
    assert forget_unfinished(later, True) == 1
    assert default_storage.exists(name)
    assert forget_unfinished(later, False) == 1
    assert not default_storage.exists(name)
    assert not UploadedFile.objects.exists()


def test_the_picture_of_an_editor_is_cleaned(tree: None) -> None:
    user = User.objects.create_superuser("beheer@mooimaatwerk.example", "a-good-password")
    form = AvatarPreferencesForm({}, {"avatar": upload(photograph("JPEG"))}, instance=UserProfile(user=user))
    assert form.is_valid(), form.errors
    profile = form.save()
    assert CANARY not in str(profile.avatar.name)
    with profile.avatar.open() as kept:
        content = kept.read()
    assert [trace for trace in TRACES if trace in content] == []
    bad = AvatarPreferencesForm({}, {"avatar": upload(b"GIF89a")}, instance=profile)
    assert code_of(bad, "avatar") == images.Reason.UNSUPPORTED.value
