"""The two checks before a story is published: of its content, then of privacy."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from accounts.models import User
from examples.approval import obstacles


class StoryCheckTask(AbstractGroupApprovalTask):
    """Approval by somebody for whom nothing stands in the way, see `examples.approval`."""

    class Meta:
        abstract = True

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        """Approve only when nothing stands in the way."""
        if action_name == "approve":
            reasons = obstacles(task_state.workflow_state.content_object, self, user)
            if reasons:
                raise PermissionDenied(" ".join(reasons))
        super().on_action(task_state, user, action_name, **kwargs)

    def get_actions(self, obj: Page, user: User) -> list[tuple[str, Any, bool]]:
        """The usual actions; no approval while something stands in the way."""
        actions = list(super().get_actions(obj, user))
        if obstacles(obj, self, user):
            return [action for action in actions if action[0] != "approve"]
        return actions


class ContentCheckTask(StoryCheckTask):
    """Approval of what a story says."""

    class Meta:
        verbose_name = _("content check")
        verbose_name_plural = _("content checks")

    @classmethod
    def get_description(cls) -> str:
        """What the administrator reads when making a workflow."""
        return str(_("Somebody checks that the story is right, clear and complete"))

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        """Approve the newest version: an editor may have changed the story since it was sent in.

        The privacy check does not: of a version that is newer than it, the content comes first again.
        """
        if action_name == "approve":
            task_state.revision = task_state.workflow_state.content_object.get_latest_revision()
        super().on_action(task_state, user, action_name, **kwargs)


class PrivacyCheckTask(StoryCheckTask):
    """Approval by a second person: not who wrote this version, sent it in or approved it before."""

    class Meta:
        verbose_name = _("privacy check")
        verbose_name_plural = _("privacy checks")

    @classmethod
    def get_description(cls) -> str:
        """What the administrator reads when making a workflow."""
        return str(_("A second person checks that no resident can be recognised"))

    def is_second_person(self, page: Page, user: User) -> bool:
        """Whether the user had no part yet in the version that waits."""
        state = page.current_workflow_state
        if state is None:
            return True
        revision = page.get_latest_revision()
        approved = state.task_states.filter(status=TaskState.STATUS_APPROVED, revision=revision)
        first = {state.requested_by_id, *approved.values_list("finished_by_id", flat=True)}
        return user.pk not in first | {revision.user_id if revision else None}

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        """Approve only when somebody decided about each warning of the detectors."""
        from examples.anonymity import open_warnings  # noqa: PLC0415 (reads these models)

        page = task_state.workflow_state.content_object
        story = page.get_latest_revision_as_object() if action_name == "approve" else None
        if story is not None and hasattr(story, "anonymity_decisions") and open_warnings(story):
            raise PermissionDenied(str(_("First decide about each privacy warning.")))
        super().on_action(task_state, user, action_name, **kwargs)

    def get_actions(self, obj: Page, user: User) -> list[tuple[str, Any, bool]]:
        """The usual actions for a second person, none for the first; no approval while a warning is open."""
        from examples.anonymity import latest, open_warnings  # noqa: PLC0415 (reads these models)

        if not self.is_second_person(obj, user):
            return []
        actions = list(super().get_actions(obj, user))
        story = obj.specific
        if hasattr(story, "anonymity_decisions") and open_warnings(latest(story)):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> Any:
        """Checks that wait for this user: only those in which somebody else did the first steps."""
        waiting = super().get_task_states_user_can_moderate(user, **kwargs)
        mine = [
            state.pk
            for state in waiting.select_related("workflow_state")
            if self.is_second_person(state.workflow_state.content_object, user)
        ]
        return waiting.filter(pk__in=mine)
