"""Uploads: visitors get what a live story shows, and nothing of a draft, wherever the files are kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail import hooks
from wagtail.models import Collection, CollectionViewRestriction

from accounts.models import User
from examples.cards import CARD_PICTURE
from examples.models import ExamplePage, Picture, StoryDocument
from examples.uploads import DocumentField, PictureField, keep_document, keep_picture
from tests.privacy.documents.dirty_word import CANARY, dirty_word
from tests.privacy.photographs import TRACES, photograph

PAGE = "/nl/voorbeelden/leeuwarden-maatwerkpot/"


@pytest.fixture
def story(site: None, storage: str) -> ExamplePage:
    """A live story with a picture and a document."""
    return with_files()


def with_files() -> ExamplePage:
    page = ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="nl")
    page.picture, page.document = new_picture(), new_document()
    page.save_revision().publish()
    return page


@pytest.fixture
def editor(site: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("beheer@mooimaatwerk.example", "a-good-password"))
    return client


def new_picture() -> Picture:
    upload = SimpleUploadedFile(f"{CANARY}.jpg", photograph("JPEG", (800, 400)))
    return keep_picture(PictureField().clean(upload), title="Pot", alternative_text="Een pot", owner=None)


def new_document() -> StoryDocument:
    upload = SimpleUploadedFile(f"{CANARY}.docx", dirty_word())
    return keep_document(DocumentField().clean(upload), title="Besluit: de pot", owner=None)


def addresses(page: ExamplePage) -> list[str]:
    assert page.picture is not None
    assert page.document is not None
    return [page.picture.get_rendition(CARD_PICTURE).url, page.document.url]


def statuses(client: Client, page: ExamplePage) -> list[int]:
    return [client.get(url).status_code for url in addresses(page)]


def document_name(page: ExamplePage) -> str:
    assert page.document is not None
    return str(page.document.file.name)


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_file_is_public_as_long_as_its_story(story: ExamplePage, client: Client, editor: Client) -> None:
    assert statuses(client, story) == [200, 200]
    story.unpublish()
    assert statuses(client, story) == [404, 404]
    assert statuses(editor, story) == [200, 200]
    story.get_latest_revision().publish()
    assert statuses(client, story) == [200, 200]


def test_what_is_handed_out_is_clean_and_harmless(story: ExamplePage, client: Client) -> None:
    picture, document = (client.get(url) for url in addresses(story))
    assert picture["Content-Type"] == "image/webp"
    assert document["Content-Type"].endswith("wordprocessingml.document")
    assert document["Content-Disposition"] == 'attachment; filename="besluit-de-pot.docx"'
    for answer in (picture, document):
        body = content(answer)
        assert int(answer["Content-Length"]) == len(body) > 0
        assert [trace for trace in [CANARY.encode(), *TRACES] if trace in body] == []
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]
        assert CANARY not in str(answer.headers)


def test_who_has_a_file_asks_each_time_whether_it_still_stands(story: ExamplePage, client: Client) -> None:
    tags = {}
    for url in addresses(story):
        first = client.get(url)
        assert first["Cache-Control"] == "public, no-cache"
        tags[url] = {"If-None-Match": first["ETag"]}
        again = client.get(url, headers=tags[url])
        assert (again.status_code, again.content) == (304, b"")
    story.unpublish()
    assert [client.get(url, headers=tags[url]).status_code for url in tags] == [404, 404]


def test_an_editor_keeps_no_copy_of_what_is_private(story: ExamplePage, editor: Client) -> None:
    story.unpublish()
    for url in addresses(story):
        assert editor.get(url)["Cache-Control"] == "private, no-store"


def test_an_original_is_never_public(story: ExamplePage, client: Client, editor: Client) -> None:
    assert story.picture is not None
    assert story.document is not None
    assert story.picture.file.url.startswith("/media/original_images/")
    assert client.get(story.picture.file.url).status_code == 404
    assert editor.get(story.picture.file.url).status_code == 200
    assert client.get(story.document.file.url).status_code == 404


def test_what_a_draft_will_show_is_not_public_yet(story: ExamplePage, client: Client, editor: Client) -> None:
    live = addresses(story)
    story.picture, story.document = new_picture(), new_document()
    story.save_revision()
    assert statuses(client, story) == [404, 404]
    assert statuses(editor, story) == [200, 200]
    assert [client.get(url).status_code for url in live] == [200, 200]
    story.get_latest_revision().publish()
    assert statuses(client, story) == [200, 200]
    assert [client.get(url).status_code for url in live] == [404, 404]


def test_what_no_story_shows_is_not_public(story: ExamplePage, client: Client) -> None:
    picture, document = new_picture(), new_document()
    for url in (picture.get_rendition("width-50").url, picture.file.url, document.url, document.file.url):
        assert client.get(url).status_code == 404


def test_names_tell_nothing_and_one_does_not_lead_to_another(story: ExamplePage, client: Client) -> None:
    one, other = new_document(), new_document()
    assert one.filename != other.filename
    assert len(one.filename.partition(".")[0]) == 32
    shown = story.document
    assert shown is not None
    assert client.get(f"/documents/{shown.pk}/{one.filename}").status_code == 404
    assert client.get(f"/documents/{one.pk}/{shown.filename}").status_code == 404


@pytest.mark.parametrize(
    "path", ["/media/../site.sqlite3", "/media/%2e%2e/site.sqlite3", "/media/", "/documents/"]
)
def test_nothing_else_is_handed_out(story: ExamplePage, client: Client, editor: Client, path: str) -> None:
    assert client.get(path, follow=True).status_code == 404
    assert editor.get(path, follow=True).status_code == 404


def test_a_page_that_was_kept_goes_with_its_files(
    story: ExamplePage, client: Client, kept_pages: None
) -> None:
    assert client.get(PAGE)["X-Page-Cache"] == "miss"
    kept = client.get(PAGE)
    assert kept["X-Page-Cache"] == "hit"
    picture, document = addresses(story)
    assert picture.encode() in kept.content or document.encode() in kept.content
    story.unpublish()
    gone = client.get(PAGE)
    assert gone.status_code in (404, 410)
    assert document.encode() not in gone.content
    assert statuses(client, story) == [404, 404]


def test_documents_of_a_private_collection_stay_private(story: ExamplePage, client: Client) -> None:
    collection = Collection.get_first_root_node().add_child(name="Alleen voor ons")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert story.document is not None
    StoryDocument.objects.filter(pk=story.document.pk).update(collection=collection)
    assert statuses(client, story) == [200, 404]


@pytest.fixture
def own_files(story: ExamplePage) -> Iterator[None]:
    """A room that lets a signed-in visitor see the files that are theirs."""

    def may_see(request: Any, upload: Any) -> bool:
        return bool(upload.uploaded_by_user_id and upload.uploaded_by_user_id == request.user.pk)

    with hooks.register_temporarily("may_see_upload", may_see):
        yield


def test_a_room_may_let_people_see_their_own_files(story: ExamplePage, own_files: None) -> None:
    story.unpublish()
    owner, other = (User.objects.create_user(f"{name}@gemeente.example", "x") for name in ("eigen", "ander"))
    for upload in (story.picture, story.document):
        assert upload is not None
        upload.uploaded_by_user = owner
        upload.save()
    for user, wanted in ((owner, 200), (other, 404)):
        client = Client()
        client.force_login(user)
        assert statuses(client, story) == [wanted, wanted]


def test_a_file_that_is_gone_is_no_server_error(story: ExamplePage, client: Client) -> None:
    assert story.document is not None
    default_storage.delete(str(story.document.file.name))
    assert client.get(story.document.url).status_code == 404


def test_a_file_goes_with_its_row(story: ExamplePage, django_capture_on_commit_callbacks: Any) -> None:
    document = new_document()
    name = str(document.file.name)
    assert default_storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert not DBTaskResult.objects.exists(), "a queue would hold the keys of the bucket"
    assert not default_storage.exists(name)


def test_the_web_server_in_front_may_send_the_file(
    site: None, disk: str, client: Client, settings: Any
) -> None:
    page = with_files()
    settings.MEDIA_ACCEL = "/uploads/"
    picture, document = addresses(page)
    answer = client.get(picture)
    assert answer["X-Accel-Redirect"] == picture.replace("/media/", "/uploads/")
    assert answer["Content-Type"] == "image/webp"
    assert answer.content == b""
    assert client.get(document)["X-Accel-Redirect"] == f"/uploads/{document_name(page)}"
    page.unpublish()
    assert client.get(picture).status_code == 404


def test_a_bucket_is_private_and_holds_random_names(site: None, bucket: Any) -> None:
    picture = new_picture()
    picture.get_rendition(CARD_PICTURE)
    new_document()
    objects = list(bucket.objects.all())
    assert len(objects) == 3
    for stored in objects:
        assert stored.key.startswith("uploads/")
        assert CANARY not in stored.key
        assert CANARY.encode() not in stored.get()["Body"].read()
        grants = stored.Acl().grants
        assert [grant for grant in grants if grant["Grantee"]["Type"] != "CanonicalUser"] == []
