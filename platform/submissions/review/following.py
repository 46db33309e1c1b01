"""Keeps the editors' side in step with what happens to submissions and their pages."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from wagtail.models import Revision, TaskState
from wagtail.signals import task_approved

from accounts.models import User
from examples.models import ExamplePage
from submissions.following import open_submission
from submissions.models import Submission, SubmissionEvent
from submissions.review.models import Claim, EditorialChange
from submissions.review.people import took_part
from submissions.signals import moved
from submissions.states import SEEN, WAITING
from submissions.story import read_from


def leave_closed(sender: Any, submission: Submission, event: SubmissionEvent, **kwargs: Any) -> None:
    """Nobody has a submission that is decided or withdrawn."""
    if event.to_status not in SEEN:
        Claim.objects.filter(submission=submission).delete()


def leave_to_second(sender: Any, instance: TaskState, user: User | None = None, **kwargs: Any) -> None:
    """Who did a check leaves the submission to whoever does the next one."""
    page_id = instance.workflow_state.object_id
    if user is not None and page_id.isdigit():
        Claim.objects.filter(submission__page_id=int(page_id), by=user).delete()


def note_change(sender: Any, instance: Revision, raw: bool = False, **kwargs: Any) -> None:
    """An editor saved a version of a submission: write down which answers it changed, for the submitter."""
    stories = ContentType.objects.get_for_model(ExamplePage)
    if raw or instance.user_id is None or instance.content_type_id != stories.pk:
        return
    submission = open_submission(instance.object_id, WAITING)
    if submission is None or instance.user_id in took_part(submission):
        return
    fields = changed_fields(instance)
    if not fields:
        EditorialChange.objects.filter(revision=instance.pk).delete()
        return
    EditorialChange.objects.update_or_create(
        revision=instance.pk,
        defaults={"submission": submission, "fields": fields, "by_id": instance.user_id},
    )


def changed_fields(revision: Revision) -> list[str]:
    """Names of the answers in which a version differs from the one before."""
    before = (
        Revision.objects.filter(
            content_type_id=revision.content_type_id, object_id=revision.object_id, pk__lt=revision.pk
        )
        .order_by("-pk")
        .first()
    )
    if before is None:
        return []
    old, new = before.as_object(), revision.as_object()
    was, now = read_from(old), read_from(new)
    fields = [name for name in {**was, **now} if was.get(name, "") != now.get(name, "")]
    return fields + [
        name for name in ("picture_id", "document_id") if getattr(old, name) != getattr(new, name)
    ]


def connect() -> None:
    """Follow submissions, their checks and the versions of their pages."""
    moved.connect(leave_closed, dispatch_uid="review: closed")
    task_approved.connect(leave_to_second, dispatch_uid="review: second check")
    post_save.connect(note_change, sender=Revision, dispatch_uid="review: editorial change")
