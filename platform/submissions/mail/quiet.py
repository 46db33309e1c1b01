"""Wagtail's own e-mails about checks have the title of the story: about submissions they are not sent."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from wagtail.admin import signal_handlers
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from submissions.models import Submission

# As Wagtail connects them, see wagtail.admin.signal_handlers.
NOTIFIERS: tuple[tuple[Any, Any, str, Any], ...] = (
    (
        task_submitted,
        TaskState,
        "group_approval_task_submitted_email_notification",
        signal_handlers.task_submission_email_notifier,
    ),
    (
        workflow_submitted,
        WorkflowState,
        "workflow_state_submitted_email_notification",
        signal_handlers.workflow_submission_email_notifier,
    ),
    (
        workflow_rejected,
        WorkflowState,
        "workflow_state_rejected_email_notification",
        signal_handlers.workflow_rejection_email_notifier,
    ),
    (
        workflow_approved,
        WorkflowState,
        "workflow_state_approved_email_notification",
        signal_handlers.workflow_approval_email_notifier,
    ),
)


def _unless_submitted(notifier: Any) -> Any:
    def notify(instance: Any = None, **kwargs: Any) -> None:
        # Once it is kept: a submission gets its page in the transaction that starts the checks.
        transaction.on_commit(partial(_notify, notifier, instance, kwargs), robust=True)

    return notify


def _notify(notifier: Any, instance: Any, kwargs: dict[str, Any]) -> None:
    state = instance.workflow_state if isinstance(instance, TaskState) else instance
    if not Submission.objects.filter(page_id=int(state.object_id)).exists():
        notifier(instance=instance, **kwargs)


def connect() -> None:
    """Put a sieve before each of Wagtail's notifiers."""
    for signal, sender, name, notifier in NOTIFIERS:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(_unless_submitted(notifier), sender=sender, dispatch_uid=name, weak=False)
