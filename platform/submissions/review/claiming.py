"""An editor takes a submission up and leaves it; two never have the same one."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import TaskState

from accounts.models import User
from submissions.models import Submission
from submissions.review.models import Claim
from submissions.services import deciding
from submissions.services.moving import locked
from submissions.states import SEEN, Status, WrongStateError


class TakenError(Exception):
    """Somebody else has it.

    Attributes:
        by: Who.
    """

    def __init__(self, by: User) -> None:
        super().__init__(str(by))
        self.by = by


@transaction.atomic
def claim(submission: Submission, by: User, take_over: bool = False) -> None:
    """Take it up; a second time changes nothing.

    Args:
        submission: Which.
        by: Who takes it.
        take_over: Whether to take it from who has it.

    Raises:
        TakenError: Somebody else has it.
        WrongStateError: The editors have nothing to do with it in its state.
    """
    now = locked(submission)
    if now.status not in SEEN:
        raise WrongStateError(now.status, Status.IN_REVIEW)
    there = Claim.objects.select_related("by").filter(submission=now).first()
    if there is not None and there.by != by:
        if not take_over:
            raise TakenError(there.by)
        there.delete()
    Claim.objects.get_or_create(submission=now, defaults={"by": by})
    if now.status == Status.SENT:
        deciding.take_up(submission, by)


@transaction.atomic
def release(submission: Submission, by: User) -> None:
    """Leave it to others; who does not have it changes nothing."""
    now = locked(submission)
    given_up, _each = Claim.objects.filter(submission=now, by=by).delete()
    if given_up and now.status == Status.IN_REVIEW and not _is_checked_once(now):
        deciding.release(submission, by)


@transaction.atomic
def ensure_free(submission: Submission, user: User) -> None:
    """See to it that nobody else has it, until the end of the transaction.

    Raises:
        TakenError: Somebody else has it.
    """
    now = locked(submission)
    there = Claim.objects.select_related("by").filter(submission=now).exclude(by=user).first()
    if there is not None:
        raise TakenError(there.by)


def _is_checked_once(submission: Submission) -> bool:
    """Whether one of the two checks of the newest version is done."""
    state = submission.page.current_workflow_state if submission.page else None
    if state is None or submission.page is None:
        return False
    approved = state.task_states.filter(status=TaskState.STATUS_APPROVED)
    return bool(approved.filter(revision=submission.page.get_latest_revision()).exists())
