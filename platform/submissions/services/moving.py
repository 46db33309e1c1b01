"""The one place that moves a submission from one state to another."""

from __future__ import annotations

from django.db import transaction

from submissions.actors import Actor
from submissions.models import Submission, SubmissionEvent
from submissions.signals import moved
from submissions.states import EDITABLE, WAYS, Status, WrongStateError


def locked(submission: Submission) -> Submission:
    """The submission as it is now, for this transaction alone; wants a transaction round it.

    SQLite has no locks of rows: there each transaction that writes is alone from its first statement on.
    """
    return Submission.objects.select_for_update().get(pk=submission.pk)


def editable(submission: Submission) -> Submission:
    """As `locked`, for who changes its answers or files.

    Raises:
        WrongStateError: It is with the editors, or closed.
    """
    now = locked(submission)
    if now.status not in EDITABLE:
        raise WrongStateError(now.status, Status.CONCEPT)
    return now


@transaction.atomic
def move(submission: Submission, to: Status, by: Actor, comment: str = "") -> SubmissionEvent:
    """Take a step, write it down and tell who follows; the given object shows the new state too.

    Args:
        submission: Which.
        to: The state it gets.
        by: Who does it.
        comment: What the other side reads with it.

    Raises:
        WrongStateError: There is no such way from the state that it has by now.
    """
    now = locked(submission)
    current = Status(now.status)
    if to not in WAYS[current]:
        raise WrongStateError(current, to)
    now.status = to
    now.save(update_fields=["status", "changed_at"])
    return record(submission, current, to, by, comment)


def record(
    submission: Submission, current: Status | str, to: Status, by: Actor, comment: str = ""
) -> SubmissionEvent:
    """Write down a step that was just taken, in the same transaction, and tell who follows."""
    event = SubmissionEvent.objects.create(
        submission=submission, from_status=current, to_status=to, by=by.user, role=by.role, comment=comment
    )
    submission.status = to
    moved.send(sender=Submission, submission=submission, event=event)
    return event
