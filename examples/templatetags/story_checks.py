"""The checks of a translation, below its editor."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext
from wagtail.models import Page
from wagtail_localize.models import Translation

register = template.Library()


@register.inclusion_tag("examples/admin/translation_checks.html", takes_context=True)
def translation_checks(context: RequestContext, page: Page, translation: Translation) -> dict[str, Any]:
    """Where the page stands in its workflow, and what the user may do about it."""
    user = context.request.user
    state = page.current_workflow_task_state
    permissions = page.permissions_for_user(user)
    actions = (
        {name for name, _label, _modal in state.task.specific.get_actions(page, user)} if state else set()
    )
    return {
        "page": page,
        "translation": translation,
        "state": state,
        "may_approve": "approve" in actions,
        "may_reject": "reject" in actions,
        "may_send_in": translation.enabled and permissions.can_submit_for_moderation(),
        "may_publish": permissions.can_publish(),
    }
