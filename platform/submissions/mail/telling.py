"""Tells people by e-mail what happened with a submission, in the transaction in which it happens."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_approved

from accounts.models import User
from core import post
from core.mail import letter
from core.models import OutgoingMail
from submissions.following import open_submission
from submissions.mail import notices, quiet
from submissions.mail.notices import Notice
from submissions.mail.recipients import editors, language_of, remember_language, submitters
from submissions.models import Message, Submission, SubmissionEvent
from submissions.signals import moved, said
from submissions.states import Role, Status


def tell_step(sender: Any, submission: Submission, event: SubmissionEvent, **kwargs: Any) -> None:
    """A submission got another state: the submitter hears of it, the editors when it is their turn."""
    if event.by is not None and event.by == submission.owner:
        remember_language(event.by)
    before, now = event.from_status, Status(event.to_status)
    if not before:
        return
    released = (before, now) == (Status.IN_REVIEW, Status.SENT)
    for each in submitters(submission):
        _tell(each, submission, notices.RELEASED if released else notices.STEPS[now], event.pk)
    if now == Status.SENT and not released:
        answered = before == Status.QUESTION
        for one in editors(submission):
            _drop(one, submission, notices.TO_EDITORS)
            _tell(one, submission, notices.ANSWERED if answered else notices.ARRIVED, event.pk)


def tell_message(sender: Any, submission: Submission, message: Message, **kwargs: Any) -> None:
    """Somebody said something: the other side hears of it, unless an e-mail that waits leads there anyhow."""
    if message.role != Role.EDITOR:
        for one in editors(submission):
            if not any(_waits(one, submission, notice) for notice in (notices.ARRIVED, notices.ANSWERED)):
                _tell(one, submission, notices.TO_EDITORS, message.pk)
        return
    for each in submitters(submission):
        if not _waits(each, submission, notices.STEPS[Status.QUESTION]):
            _tell(each, submission, notices.MESSAGE, message.pk)


def tell_second(sender: Any, instance: TaskState, user: User | None = None, **kwargs: Any) -> None:
    """The first check is done: somebody else must do the second."""
    state = instance.workflow_state
    if state.status != WorkflowState.STATUS_IN_PROGRESS or state.current_task_state_id == instance.pk:
        return
    submission = open_submission(state.object_id)
    if submission is not None:
        for one in editors(submission, but=user):
            _tell(one, submission, notices.SECOND_CHECK, instance.pk)


def _tell(to: User | str, submission: Submission, notice: Notice, number: int) -> None:
    """Send a notice once, unless the same one is still waiting: it has no more to say."""
    if _waits(to, submission, notice):
        return
    language = language_of(to)
    with override(language):
        address = _address(to, submission, notice)
        text = letter([str(notice.text), f"{notice.link}\n{address}"])
        key = f"{_key(submission, notice, to)}-{number}"
        post.send(key, str(notice.subject), text, language, to)


def _address(to: User | str, submission: Submission, notice: Notice) -> str:
    """Where it is read: the status page for its own people, the admin for the editors."""
    for_editors = notice in (notices.ARRIVED, notices.ANSWERED, notices.SECOND_CHECK, notices.TO_EDITORS)
    path = (
        reverse("review_submission", args=[submission.pk]) if for_editors else submission.get_absolute_url()
    )
    return f"{settings.BASE_URL}{path}"


def _key(submission: Submission, notice: Notice, to: User | str) -> str:
    return f"submission-{submission.pk}-{notice.kind}-{to.pk if isinstance(to, User) else 'editors'}"


def _waiting(to: User | str, submission: Submission, notice: Notice) -> Any:
    key = _key(submission, notice, to)
    return OutgoingMail.objects.filter(key__startswith=f"{key}-", state=OutgoingMail.State.WAITING)


def _waits(to: User | str, submission: Submission, notice: Notice) -> bool:
    return bool(_waiting(to, submission, notice).exists())


def _drop(to: User | str, submission: Submission, notice: Notice) -> None:
    """Take back a notice that was not sent yet: another one says more."""
    _waiting(to, submission, notice).delete()


def connect() -> None:
    """Follow submissions and their checks."""
    moved.connect(tell_step, dispatch_uid="mail: step")
    said.connect(tell_message, dispatch_uid="mail: message")
    task_approved.connect(tell_second, dispatch_uid="mail: second check")
    quiet.connect()
