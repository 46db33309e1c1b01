"""The end of the workflow: what was checked goes live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:  # wagtail.models imports this module by its name in the settings
    from wagtail.models import WorkflowState


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
