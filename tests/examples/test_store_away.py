"""A disk or bucket that is away: nothing typed is lost, no page breaks, and it is said in seconds."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from core import storage
from examples.cards import CARD_PICTURE
from examples.models import ExamplePage, Picture, StoryDocument
from examples.uploads import DocumentField, PictureField
from tests.accounts.people import person
from tests.examples.admin import signed_in
from tests.examples.conftest import make_bucket, use_bucket
from tests.examples.stories import make_picture, make_story
from tests.privacy.documents.dirty_word import dirty_word
from tests.privacy.photographs import photograph
from tests.servers import free_port, running_s3

TOLD = "Bestanden kunnen nu niet worden bewaard"


@pytest.fixture(params=["bucket", "disk"])
def story(request: Any, tree: None, settings: Any, tmp_path: Path, no_kept_renditions: None) -> ExamplePage:
    """A live story whose picture was kept, and a store that is away since."""
    if request.param == "disk":
        settings.MEDIA_ROOT = tmp_path / "media"
        story = make_story("plein", picture=make_picture("Plein"))
        (tmp_path / "nothing").write_text("a file where a folder should be")
        settings.MEDIA_ROOT = tmp_path / "nothing"
        return story
    with running_s3() as address:
        use_bucket(settings, address)
        make_bucket(address, "uploads")
        return make_story("plein", picture=make_picture("Plein"))


def picture_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("a.jpg", photograph("JPEG"))


def test_a_form_of_the_editors_says_so_and_keeps_what_was_typed(story: ExamplePage) -> None:
    client = signed_in(person("Redacteur"))
    typed = {"title": "Een leeg plein", "description": "Plein met bomen", "collection": "1"}
    answer = client.post(reverse("wagtailimages:add"), {**typed, "file": picture_file()})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert TOLD in page
    assert "Een leeg plein" in page
    assert "Plein met bomen" in page
    many = client.post(reverse("wagtailimages:add_multiple"), {"collection": "1", "files[]": picture_file()})
    assert TOLD in many.json()["error_message"]
    document = {"title": "Besluit", "collection": "1", "file": SimpleUploadedFile("a.docx", dirty_word())}
    assert TOLD in client.post(reverse("wagtaildocs:add"), document).content.decode()
    assert Picture.objects.count() == 1
    assert not StoryDocument.objects.exists()


def test_each_field_of_files_refuses(story: ExamplePage) -> None:
    for field, upload in (
        (PictureField(), picture_file()),
        (DocumentField(), SimpleUploadedFile("a.docx", dirty_word())),
    ):
        with pytest.raises(ValidationError) as refusal:
            field.clean(upload)
        assert refusal.value.code == "store_unavailable"


def test_pages_stand_and_a_picture_waits(story: ExamplePage, client: Client) -> None:
    assert story.picture is not None
    story.picture.renditions.all().delete()
    cache.clear()
    page = client.get(story.get_url())
    assert page.status_code == 200
    assert "/media/images/" not in page.content.decode()
    assert client.get("/nl/voorbeelden/").status_code == 200
    # As if this size was made before the store went away.
    size = story.picture.renditions.create(
        filter_spec=CARD_PICTURE, focal_point_key="", file="images/a.webp", width=640, height=256
    )
    answer = client.get(size.url)
    assert answer.status_code == 503
    assert (answer["Cache-Control"], answer["Retry-After"]) == ("no-store", "60")


def test_a_store_that_works_again_takes_files_again(bucket: Any, tree: None) -> None:
    assert PictureField().clean(picture_file()).size
    assert not list(bucket.objects.filter(Prefix="uploads/probe"))


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of a store that lets in whoever calls, and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=8) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def test_a_store_that_hangs_is_away_within_seconds(
    silent: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "ANSWER", 0.3)
    use_bucket(settings, silent)
    start = time.monotonic()
    with pytest.raises(ValidationError):
        PictureField().clean(picture_file())
    assert time.monotonic() - start < 15


def test_longest_wait_is_shorter_than_a_web_server_allows() -> None:
    assert (storage.CONNECT + storage.ANSWER) * storage.TRIES < 30


def test_what_is_not_in_the_bucket_is_missing_and_not_away(bucket: Any) -> None:
    for ask in (default_storage.open, default_storage.get_modified_time):
        with pytest.raises(FileNotFoundError):
            ask("documents/none.pdf")
    default_storage.delete("documents/none.pdf")


def test_trouble_of_a_bucket_names_no_file(settings: Any) -> None:
    use_bucket(settings, f"http://127.0.0.1:{free_port()}")
    with pytest.raises(OSError, match=r"^The store of uploads does not do its work: \w+$"):
        default_storage.open("documents/kanarie.pdf")
