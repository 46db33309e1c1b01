"""What happens to the page of a submission in Wagtail's workflow moves the submission along."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import page_published, page_unpublished, task_approved, workflow_rejected

from accounts.models import User
from examples.models import ExamplePage
from submissions.actors import editor
from submissions.models import Submission
from submissions.services.deciding import ask
from submissions.services.moving import move
from submissions.states import SEEN, WAITING, Status


def open_submission(page_id: int | str, among: frozenset[Status] = SEEN) -> Submission | None:
    """The submission whose answers are the newest version of a page, not decided yet."""
    return Submission.objects.filter(page_id=int(page_id), status__in=among).first()


def story_published(sender: Any, instance: ExamplePage, **kwargs: Any) -> None:
    """The story is on the site: so is what waited for it, and a withdrawn one that an editor put back."""
    revision = kwargs.get("revision")
    by = editor(revision.user if revision else None)
    found = (
        open_submission(instance.pk)
        or Submission.objects.filter(page_id=instance.pk, status=Status.WITHDRAWN, updates=None).first()
    )
    if found:
        move(found, Status.PUBLISHED, by)


def story_unpublished(sender: Any, instance: ExamplePage, **kwargs: Any) -> None:
    """An editor took the story off the site."""
    for found in Submission.objects.filter(page_id=instance.pk, status=Status.PUBLISHED, updates=None):
        move(found, Status.WITHDRAWN, editor(None))


def changes_asked(sender: Any, instance: WorkflowState, user: User | None = None, **kwargs: Any) -> None:
    """A checker sent the story back in Wagtail's own screens: that is a question with its comment."""
    found = open_submission(instance.object_id, WAITING) if _is_of_story(instance) else None
    if found:
        ask(found, user, instance.current_task_state.comment)


def check_passed(sender: Any, instance: TaskState, user: User | None = None, **kwargs: Any) -> None:
    """The first check was passed: the editors are at work on it."""
    state = instance.workflow_state
    if state.status != WorkflowState.STATUS_IN_PROGRESS or not _is_of_story(state):
        return
    found = open_submission(state.object_id, frozenset({Status.SENT}))
    if found:
        move(found, Status.IN_REVIEW, editor(user))


def _is_of_story(state: WorkflowState) -> bool:
    return state.content_type.model_class() is ExamplePage


def connect() -> None:
    """Follow the pages of stories."""
    page_published.connect(_whole(story_published), sender=ExamplePage, weak=False)
    page_unpublished.connect(_whole(story_unpublished), sender=ExamplePage, weak=False)
    workflow_rejected.connect(changes_asked, dispatch_uid="submissions: changes asked")
    task_approved.connect(check_passed, dispatch_uid="submissions: check passed")


def _whole(receiver: Any) -> Any:
    return transaction.atomic(receiver)
