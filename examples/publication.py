"""What must hold before a version of a story is shown, whoever publishes it and by whichever way.

`ExamplePage.publish` asks here: the page editor, the end of the workflow, the schedule, actions on many pages
and translations all come by it. The ways that people take tell them earlier and more kindly.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

if TYPE_CHECKING:  # wagtail.models imports this module by its name in the settings
    from wagtail.models import Revision, WorkflowState

    from examples.models import ExamplePage

log = logging.getLogger(__name__)

_vouched: ContextVar[bool] = ContextVar("vouched", default=False)


class PublicationRefused(PermissionDenied):
    """The version may not be shown; the message says why."""


@contextmanager
def vouched() -> Iterator[None]:
    """Somebody vouches for what is published inside, as the operator does for a file that is imported."""
    token = _vouched.set(True)
    try:
        yield
    finally:
        _vouched.reset(token)


def reason_to_wait(version: ExamplePage) -> str:
    """Why a version may not be shown yet, for whoever wants to; "" when it may."""
    from examples.anonymity import open_warnings  # noqa: PLC0415 (reads the models)
    from examples.takedown.offline import withdrawal_of  # noqa: PLC0415

    if withdrawal_of(version.translation_key):
        return _("This story was taken off the site. Put it back first.")
    if not _vouched.get() and open_warnings(version):
        return _("First decide about each privacy warning.")
    return ""


def may_go_live(revision: Revision) -> bool:
    """Whether a version may be shown or scheduled.

    Returns:
        False for a version whose time has come and that may not: its schedule is cancelled, so that others
        go on. That a person decided about each warning was seen to when it was scheduled.

    Raises:
        PublicationRefused: In all other cases in which it may not.
    """
    reason = reason_to_wait(revision.as_object())
    if not reason:
        return True
    due = revision.approved_go_live_at
    if due is None or due > timezone.now():
        raise PublicationRefused(reason)
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log.warning("Page %s was not published at its time: it may not be shown", revision.object_id)
    return False


def publish_checked(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publish the version that was checked; its checkers need no right to publish.

    Raises:
        PermissionDenied: Somebody approved this version more than once. The tasks see to it that this
            does not happen; this is the last door.
    """
    checkers = list(workflow_state.successful_task_states.values_list("finished_by_id", flat=True))
    if len(set(checkers)) != len(checkers):
        raise PermissionDenied("Each check of a version must be by another person.")
    revision = workflow_state.content_object.get_latest_revision()
    revision.publish(user=user, skip_permission_checks=True)
