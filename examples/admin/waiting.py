"""The panel on the dashboard that shows what waits for a check, and for how long."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import now
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState, WorkflowState

SHOWN = 20


class WaitingPanel(Component):
    """Pages in the workflow, those that wait longest first."""

    name = "waiting"
    template_name = "examples/admin/waiting.html"
    order = 90

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The pages that wait, with the step, since when and whether the user can do it."""
        user = parent_context["request"].user
        mine = set(TaskState.objects.reviewable_by(user).values_list("pk", flat=True))
        states = list(waiting()[:SHOWN])
        pages = Page.objects.in_bulk([int(state.object_id) for state in states])
        items = [
            {
                "page": page,
                "step": state.current_task_state.task.name,
                "since": state.current_task_state.started_at,
                "days": (now() - state.current_task_state.started_at).days,
                "sent_in_by": state.requested_by,
                "is_mine": state.current_task_state_id in mine,
            }
            for state in states
            if (page := pages.get(int(state.object_id))) and page.permissions_for_user(user).can_edit()
        ]
        return {"items": items, "total": waiting().count(), "shown": SHOWN}


def waiting() -> QuerySet[WorkflowState]:
    """Runs of the workflow that wait for a check, longest first."""
    states: QuerySet[WorkflowState] = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, current_task_state__status=TaskState.STATUS_IN_PROGRESS
    )
    return states.select_related("current_task_state__task", "requested_by").order_by(
        "current_task_state__started_at"
    )
