"""Adds a picture and a document to a submission, puts them into words, and takes them off again."""

from __future__ import annotations

from django.db import transaction

from examples.models import ExamplePage, Picture, StoryDocument
from submissions.models import Submission
from submissions.services.moving import editable

Upload = Picture | StoryDocument
KINDS = ("picture", "document")


@transaction.atomic
def attach(submission: Submission, kind: str, upload: Upload | None) -> Submission:
    """Let the submission have this picture or document, or none; one that nothing uses any more is deleted.

    Args:
        submission: Which.
        kind: "picture" or "document".
        upload: A kept upload, or None to take off what is there.

    Raises:
        WrongStateError: It is with the editors, or closed.
    """
    now = editable(submission)
    before: Upload | None = getattr(now, kind)
    setattr(now, kind, upload)
    now.save(update_fields=[kind, "changed_at"])
    # Versions of a page may show it, and only they know.
    if before is not None and before != upload and now.page_id is None and not _is_used(before, kind):
        before.delete()
    return now


def may_describe(submission: Submission) -> bool:
    """Whether the words with its files are its own: readers of a live story see them already."""
    return submission.page is None or not submission.page.live


@transaction.atomic
def describe(submission: Submission, kind: str, words: str) -> None:
    """Say what the picture shows, or what the document is called.

    Args:
        submission: Which.
        kind: "picture" or "document".
        words: What readers get.

    Raises:
        WrongStateError: It is with the editors, or closed.
    """
    now = editable(submission)
    upload: Upload | None = getattr(now, kind)
    if upload is None or not may_describe(now):
        return
    upload.title = words
    if isinstance(upload, Picture):
        upload.description = words
    upload.save()


def words_with(upload: Upload | None) -> str:
    """What a picture shows, or what a document is called; "" without either."""
    if isinstance(upload, Picture):
        return str(upload.description)
    return str(upload.title) if upload is not None else ""


def _is_used(upload: Upload, kind: str) -> bool:
    return any(model.objects.filter(**{kind: upload}).exists() for model in (Submission, ExamplePage))
