"""Drives the review of submissions in tests as editors do."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from accounts.models import User
from submissions.models import Submission
from tests.examples.admin import signed_in


def url_of(submission: Submission) -> str:
    return reverse("review_submission", args=[submission.pk])


def act(user: User, submission: Submission, do: str, **data: Any) -> Any:
    """Press a button on the page of a submission; what the page answers."""
    return signed_in(user).post(url_of(submission), {"do": do, **data})


def newest(submission: Submission) -> int:
    """Number of the newest version."""
    submission.refresh_from_db()
    assert submission.page is not None
    return int(submission.page.latest_revision_id)


def tick_all(user: User, submission: Submission) -> None:
    """See to each point of the list of the check that is on."""
    names = ("clear", "rules", "argument", "money", "tags", "names", "together", "files", "consent")
    act(user, submission, "tick", revision=newest(submission), point=names)


def approve(user: User, submission: Submission) -> str:
    """Go through the checklist and approve; the status that it has then."""
    tick_all(user, submission)
    act(user, submission, "approve", revision=newest(submission))
    submission.refresh_from_db()
    return submission.status


def text_of(user: User, submission: Submission, **query: str) -> str:
    """The page of a submission, as HTML."""
    answer = signed_in(user).get(url_of(submission), query)
    assert answer.status_code == 200
    return str(answer.content.decode())
