"""Who may do what with submissions on the editors' side."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from submissions.models import Submission
from submissions.states import Role

# To see the queue, take submissions up, ask and comment.
REVIEW = "review.review_submission"
# To refuse one, and to take over what somebody else has taken up.
DECIDE = "review.decide_submission"


def claimer_of(submission: Submission) -> User | None:
    """Who has it, or None."""
    claim = getattr(submission, "claim", None)
    return claim.by if claim else None


def may_check(submission: Submission, task: Any, user: User) -> bool:
    """Whether a check is this person's to do: their role has it, and they had no part in what is checked."""
    return user.pk not in took_part(submission) and bool(task.get_actions(submission.page, user))


def took_part(submission: Submission) -> set[int]:
    """Numbers of who cannot check it: whose it is, and who did something on the submitter's side."""
    roles = [Role.SUBMITTER, Role.COORDINATOR]
    acted = submission.events.filter(role__in=roles, by__isnull=False).values_list("by_id", flat=True)
    wrote = submission.messages.filter(role__in=roles, author__isnull=False).values_list(
        "author_id", flat=True
    )
    owner = {submission.owner_id} if submission.owner_id else set()
    return {number for number in (*owner, *acted, *wrote) if number is not None}
