"""A picture and a document with a submission: clean, and private until the story is on the site."""

from __future__ import annotations

import io
import re
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import Membership, User
from examples.models import Picture, StoryDocument
from submissions.models import Submission
from submissions.services.drafting import propose
from submissions.states import Status
from tests.privacy.documents.dirty_word import dirty_word
from tests.submissions.drafts import make_draft, page_of, send, submitter
from tests.submissions.test_pages import address, html_of, signed_in
from tests.submissions.test_states import check_both


@pytest.fixture
def user(tree: None, settings: Any, tmp_path: Path) -> User:
    settings.MEDIA_ROOT = tmp_path
    return submitter()


@pytest.fixture
def draft(user: User) -> Submission:
    return make_draft(user)


def photograph() -> SimpleUploadedFile:
    data = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "Maker Met Naam"
    Image.new("RGB", (900, 600), "teal").save(data, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_Jansen.jpg", data.getvalue(), "image/jpeg")


def add(client: Client, draft: Submission, **files: Any) -> Any:
    answers = {"alternative_text": "Een trap", "document_title": "Ruilformulier", **files}
    return client.post(address(draft, "step", "bestanden"), answers)


def test_a_picture_is_kept_clean_and_for_its_municipality_alone(user: User, draft: Submission) -> None:
    mine = signed_in(user)
    assert add(mine, draft, picture=photograph(), verder="1")["Location"] == address(draft, "step", "privacy")
    picture = Picture.objects.get()
    with picture.file.open() as kept:
        assert b"Maker" not in kept.read()
    assert "jansen" not in picture.file.name.casefold()
    page = html_of(mine.get(address(draft, "step", "bestanden")))
    assert 'alt="Een trap"' in page
    file = picture.get_rendition("max-640x480|format-webp").url
    coordinator = signed_in(submitter("baas", role=Membership.Role.COORDINATOR))
    for who, status in (
        (mine, 200),
        (coordinator, 200),
        (signed_in(submitter("ander", place="utrecht")), 404),
    ):
        assert who.get(file).status_code == status
    assert Client().get(file).status_code == 404


def test_a_document_goes_with_the_story(user: User, draft: Submission) -> None:
    mine = signed_in(user)
    add(mine, draft, document=SimpleUploadedFile("besluit.docx", dirty_word()))
    document = StoryDocument.objects.get()
    assert mine.get(document.url).status_code == 200
    assert Client().get(document.url).status_code == 404
    submission = send(draft, user)
    check_both(page_of(submission))
    assert Client().get(document.url).status_code == 200


def test_what_cannot_be_used_says_why_and_keeps_the_words(user: User, draft: Submission) -> None:
    mine = signed_in(user)
    page = html_of(add(mine, draft, picture=SimpleUploadedFile("a.jpg", b"geen foto")))
    assert "Dit bestand is geen" in page
    assert 'value="Een trap"' in page


def test_a_picture_without_words_is_kept_and_asks_for_them_before_sending(
    user: User, draft: Submission
) -> None:
    mine = signed_in(user)
    page = html_of(add(mine, draft, picture=photograph(), alternative_text="", verder="1"))
    assert "Schrijf wat er op de afbeelding te zien is" in page
    assert Picture.objects.count() == 1
    url = address(draft, "step", "insturen")
    assert "#bestand-alternative_text" in html_of(mine.get(url))
    mine.post(url, {"version": "0", "stated_role": "Coach", "contact": "", "agreed": "ja"})
    draft.refresh_from_db()
    assert draft.status == Status.CONCEPT
    add(mine, draft, alternative_text="Een flat", verder="1")
    assert Picture.objects.get().description == "Een flat"
    assert "#bestand-alternative_text" not in html_of(mine.get(url))


def test_the_words_with_files_are_checked_for_privacy_too(user: User, draft: Submission) -> None:
    mine = signed_in(user)
    add(mine, draft, picture=photograph(), alternative_text="Mevrouw Jansen op de trap")
    url = address(draft, "step", "privacy")
    page = mine.get(url).content.decode()
    assert "<mark" in page
    key = re.search(r'name="vervang" value="(\w+)"', page)
    assert key
    mine.post(url, {"vervang": key[1], "tekst": "alternative_text"})
    assert Picture.objects.get().description == "Mevrouw op de trap"


def test_words_with_a_picture_that_readers_see_change_by_a_new_picture_alone(
    user: User, draft: Submission
) -> None:
    mine = signed_in(user)
    add(mine, draft, picture=photograph())
    check_both(page_of(send(draft, user)))
    draft.refresh_from_db()
    proposal = propose(draft, user, uuid.uuid4())
    add(mine, proposal, alternative_text="Iets anders", verder="1")
    assert Picture.objects.get().description == "Een trap"


def test_what_is_taken_off_or_replaced_is_gone(user: User, draft: Submission) -> None:
    mine = signed_in(user)
    add(mine, draft, picture=photograph())
    add(mine, draft, picture=photograph())
    picture = Picture.objects.get()
    assert Path(picture.file.path).exists()
    add(mine, draft, weg="picture")
    draft.refresh_from_db()
    assert draft.picture is None
    assert not Picture.objects.exists()


def test_files_that_cannot_be_kept_cost_nothing_that_was_typed(
    user: User, draft: Submission, settings: Any, tmp_path: Path
) -> None:
    (tmp_path / "nothing").write_text("a file where a folder should be")
    settings.MEDIA_ROOT = tmp_path / "nothing"
    answer = add(signed_in(user), draft, picture=photograph())
    assert answer.status_code == 200
    assert "Bestanden kunnen nu niet worden bewaard" in html_of(answer)
    for typed in ("Een trap", "Ruilformulier"):
        assert typed in html_of(answer)
    assert not Picture.objects.exists()
