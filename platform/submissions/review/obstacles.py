"""Why somebody cannot approve a submission now, wherever in the admin they try."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from accounts.models import User
from examples import approval
from submissions.following import open_submission
from submissions.models import Submission
from submissions.review.checklist import is_complete, points_of
from submissions.review.people import claimer_of, took_part
from submissions.states import WAITING


def of_submission(submission: Submission, task: Any, user: User) -> Iterator[str]:
    """The reasons, for a submission that waits for a check."""
    if user.pk in took_part(submission):
        yield _("You are on the submitter's side of this submission: somebody else checks it.")
    claimer = claimer_of(submission)
    if claimer is not None and claimer != user:
        yield _("%(who)s has taken this submission up.") % {"who": claimer}
    revision = submission.page.latest_revision_id if submission.page else None
    if revision is None or not is_complete(submission, points_of(task), revision):
        yield _("First see to each point of the checklist, for this version.")


def _of_page(page: Page, task: Any, user: User) -> Iterator[str]:
    submission = open_submission(page.pk, WAITING) if page.pk else None
    if submission is not None:
        yield from of_submission(submission, task, user)


def connect() -> None:
    """Have these asked before each approval of a story."""
    approval.register("submissions", _of_page)
