"""Uploads: visitors get what a live story shows, and nothing of a draft."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image as PillowImage

from accounts.models import User
from examples.cards import CARD_PICTURE
from examples.models import ExamplePage, Picture, StoryDocument


@pytest.fixture
def story(site: None, settings: Any, tmp_path: Path) -> ExamplePage:
    """A live story with a picture and a document."""
    settings.MEDIA_ROOT = tmp_path
    # Wagtail keeps sizes of pictures there by numbers, which tests use again.
    cache.clear()
    data = io.BytesIO()
    PillowImage.new("RGB", (800, 400), "#24527a").save(data, "PNG")
    page = ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="nl")
    page.picture = Picture.objects.create(title="Pot", file=ImageFile(data, "pot.png"))
    page.document = StoryDocument.objects.create(
        title="Besluit", file=ContentFile(b"%PDF-1.4", "besluit.pdf")
    )
    page.save_revision().publish()
    return page


def addresses(page: ExamplePage) -> list[str]:
    assert page.picture is not None
    assert page.document is not None
    return [page.picture.get_rendition(CARD_PICTURE).url, page.document.url]


def statuses(client: Client, page: ExamplePage) -> list[int]:
    return [client.get(url).status_code for url in addresses(page)]


def test_a_file_is_public_as_long_as_its_story(story: ExamplePage, client: Client) -> None:
    assert statuses(client, story) == [200, 200]
    story.unpublish()
    assert statuses(client, story) == [404, 404]
    client.force_login(User.objects.create_superuser("beheer@mooimaatwerk.example", "a-good-password"))
    assert statuses(client, story) == [200, 200]


def test_an_original_is_never_public(story: ExamplePage, client: Client) -> None:
    assert story.picture is not None
    assert client.get(story.picture.file.url).status_code == 404


@pytest.mark.parametrize("path", ["/media/../site.sqlite3", "/media/%2e%2e/site.sqlite3", "/media/"])
def test_nothing_else_is_handed_out(story: ExamplePage, client: Client, path: str) -> None:
    assert client.get(path, follow=True).status_code == 404


def test_the_web_server_in_front_may_send_the_file(story: ExamplePage, client: Client, settings: Any) -> None:
    settings.MEDIA_ACCEL = "/uploads/"
    url, _document = addresses(story)
    answer = client.get(url)
    assert answer["X-Accel-Redirect"] == url.replace("/media/", "/uploads/")
    assert answer.content == b""
    story.unpublish()
    assert client.get(url).status_code == 404
