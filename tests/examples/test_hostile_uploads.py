"""Forty photographs and five hundred hostile uploads by the editors' views: no leak and no server error."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from accounts.models import User
from examples.models import ExamplePage, Picture
from tests.examples import hostile
from tests.privacy.documents.dirty_pdf import everything_in
from tests.privacy.documents.dirty_word import CANARY
from tests.privacy.documents.test_documents import parts
from tests.privacy.photographs import OWNER, TRACES, photograph

pytestmark = pytest.mark.slow
NAME = f"{CANARY}-{OWNER}"
SECRETS = [CANARY.encode(), *TRACES]


@pytest.fixture
def editor(site: None, disk: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("beheer@mooimaatwerk.example", "a-good-password"))
    return client


def photographs() -> Iterator[bytes]:
    """Forty photographs: of each format, in each position in which a camera is held."""
    for kind in hostile.FORMATS:
        for orientation in range(1, 9):
            yield photograph(kind, (64 + orientation, 40), orientation)
        yield photograph(kind, (400, 300), 6)
        yield photograph(kind, (33, 200), 1, "L")


def leaks(content: bytes) -> list[bytes]:
    """The secrets in a file, also in what is compressed in it."""
    everything = content
    if content.startswith(b"PK"):
        everything += b"".join(name.encode() + part for name, part in parts(content).items())
    elif content.startswith(b"%PDF"):
        everything += everything_in(content).encode("latin-1", "replace")
    elif content:
        with Image.open(BytesIO(content)) as image:
            assert not dict(image.getexif())
    return [secret for secret in SECRETS if secret in everything]


def test_forty_photographs_tell_nothing(
    editor: Client, client: Client, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    taken = list(photographs())
    assert len(set(taken)) == 40
    story = ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="nl")
    for number, content in enumerate(taken):
        assert OWNER.encode() in content
        answer = editor.post(
            reverse("wagtailimages:add"),
            {
                **{"title": f"Foto {number}", "description": "Een plein", "collection": "1", "tags": ""},
                "file": SimpleUploadedFile(f"{NAME}.jpg", content, "image/jpeg"),
            },
        )
        assert answer.status_code == 302, answer.content.decode()
        story.picture = Picture.objects.get(title=f"Foto {number}")
        story.save_revision().publish()
        for spec in ("original", "width-30|format-jpeg", "fill-20x20|format-webp", "width-20|format-avif"):
            shown: Any = client.get(story.picture.get_rendition(spec).url)
            assert shown.status_code == 200
            assert leaks(b"".join(shown.streaming_content)) == []
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) == 40 * 5
    assert [path for path in kept if leaks(path.read_bytes()) or CANARY in path.name] == []
    assert NAME not in caplog.text


def test_five_hundred_hostile_uploads_get_an_answer_and_leave_nothing(
    editor: Client, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    views = {
        "wagtailimages:add_multiple": list(hostile.pictures()),
        "wagtaildocs:add_multiple": list(hostile.documents()),
    }
    assert sum(map(len, views.values())) >= 500
    answers = [
        (name, editor.post(reverse(view), upload(name, content)))
        for view, uploads in views.items()
        for name, content in uploads
    ]
    assert [(name, answer.status_code) for name, answer in answers if answer.status_code != 200] == []
    refused = [(name, answer.json()) for name, answer in answers if not answer.json()["success"]]
    assert [name for name, said in refused if len(said["error_message"]) < 20] == []
    assert len(answers) > len(refused) > 250, "most are refused, and some damage does no harm"
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) == len(answers) - len(refused)
    assert {path.name: leaks(path.read_bytes()) for path in kept if leaks(path.read_bytes())} == {}
    assert [path.name for path in kept if CANARY in path.name] == []
    assert NAME not in caplog.text


def upload(name: str, content: bytes) -> dict[str, Any]:
    """What the uploader of many files sends."""
    file = SimpleUploadedFile(f"{NAME}-{name}", content, "image/jpeg")
    return {"title": "Een titel", "collection": "1", "files[]": file}
