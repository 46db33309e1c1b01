"""What the page of one submission shows to an editor."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from examples.anonymity import latest, open_warnings
from examples.models import PrivacyCheckTask
from submissions.models import Submission
from submissions.review.checklist import lines, points_of
from submissions.review.comparing import as_page, previous, rows, versions
from submissions.review.forms import AskForm, RejectForm
from submissions.review.labels import label_of, labels_of
from submissions.review.obstacles import of_submission
from submissions.review.people import DECIDE, claimer_of, may_check
from submissions.review.queue import age_of, number_of, owner_of, title_of
from submissions.states import EDITABLE, SEEN, WAITING, Status


def fields_of(submission: Submission) -> list[str]:
    """The answers that an editor can remark on: those that the newest version has."""
    known = versions(submission)
    newest = as_page(submission.page, known[0]) if submission.page and known else None
    return [row.field for row in rows(None, newest)] if newest else []


def context_of(submission: Submission, user: User, compared_with: str) -> dict[str, Any]:
    """All of it.

    Args:
        submission: Which.
        user: Who looks.
        compared_with: Number of the version to compare with, or "".
    """
    is_open = submission.status in SEEN
    return {
        "submission": submission,
        "title": title_of(submission),
        "number": number_of(submission),
        "role": owner_of(submission),
        "age": age_of(submission),
        "claimer": claimer_of(submission),
        "is_mine": claimer_of(submission) == user,
        "is_open": is_open,
        "is_waiting": submission.status in WAITING,
        "may_decide": user.has_perm(DECIDE),
        "with_submitter": submission.status in EDITABLE,
        "timeline": timeline(submission),
        **_compared(submission, compared_with),
        **_check(submission, user),
        "ask": AskForm(fields_of(submission), submission.language) if is_open else None,
        "reject": RejectForm(submission.language) if is_open else None,
    }


def _compared(submission: Submission, chosen: str) -> dict[str, Any]:
    """The newest version beside an older one; of a closed submission without a page nothing is shown."""
    page, known = submission.page, versions(submission)
    if page is None or not known or submission.status not in SEEN | {Status.PUBLISHED}:
        return {"rows": []}
    before, newest = previous(known, chosen), as_page(page, known[0])
    if newest is None:
        return {"rows": []}
    return {
        "rows": rows(as_page(page, before), newest),
        "newest": known[0],
        "before": before,
        "older": known[1:],
        "picture": newest.picture,
        "document": newest.document,
    }


def _check(submission: Submission, user: User) -> dict[str, Any]:
    """The check that is on: its list, and what stands in the way of approving."""
    page = submission.page
    state = page.current_workflow_task_state if page and submission.status in WAITING else None
    if page is None or state is None:
        return {"task": None}
    task, revision = state.task.specific, page.latest_revision_id
    points = points_of(task)
    warnings = len(open_warnings(latest(page)))
    return {
        "task": task,
        "revision": revision,
        "lines": lines(submission, points, revision),
        "may_check": may_check(submission, task, user),
        "reasons": _reasons(submission, task, user, warnings),
        "warnings": warnings,
        "may_edit": page.permissions_for_user(user).can_edit()
        and not page.permissions_for_user(user).page_locked(),
    }


def _reasons(submission: Submission, task: Any, user: User, warnings: int) -> list[str]:
    """What stands in the way of approving."""
    page, for_privacy = submission.page, isinstance(task, PrivacyCheckTask)
    if for_privacy and not task.is_second_person(page, user):
        return [_("The privacy check is by somebody who had no part in this version.")]
    may = {name for name, *_rest in task.get_actions(page, user)}
    reasons = list(of_submission(submission, task, user)) if may else []
    if may and for_privacy and warnings:
        reasons.append(_("First decide about each privacy warning."))
    if not reasons and "approve" not in may:
        reasons.append(_("This check is by moderators and administrators."))
    return reasons


def timeline(submission: Submission) -> list[dict[str, Any]]:
    """Steps, messages and changes by editors, oldest first."""
    found = [
        {
            "at": event.at,
            "who": event.get_role_display(),
            "what": event.get_to_status_display(),
            "text": event.comment,
        }
        for event in submission.events.all()
    ]
    for message in submission.messages.all():
        about = label_of(message.field) if message.field else ""
        what = _("Message about: %(field)s") % {"field": about} if about else _("Message")
        found.append(
            {"at": message.at, "who": message.get_role_display(), "what": what, "text": message.text}
        )
    for change in submission.editorial_changes.select_related("by"):
        what = _("Changed by the editors: %(fields)s") % {"fields": labels_of(change.fields)}
        found.append({"at": change.at, "who": str(change.by or ""), "what": what, "text": ""})
    return sorted(found, key=lambda one: one["at"])
