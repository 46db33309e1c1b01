"""What a migration needs to give a role its permissions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.migrations import RunPython


def grant(app_label: str, model: str, actions: Sequence[str], roles: Sequence[str]) -> RunPython:
    """An operation of a migration that gives roles permissions on a model, and takes them away in reverse.

    Args:
        app_label: Of the model.
        model: Its name in lower case.
        actions: Such as "add", "change".
        roles: Names of groups; those that are not there are passed over.
    """

    def of(apps: Any, change: str) -> None:
        found = [permission(apps, app_label, model, f"{action}_{model}") for action in actions]
        for group in apps.get_model("auth.Group").objects.filter(name__in=roles):
            getattr(group.permissions, change)(*found)

    return RunPython(lambda apps, editor: of(apps, "add"), lambda apps, editor: of(apps, "remove"))


def permission(apps: Any, app_label: str, model: str, codename: str) -> Any:
    """The permission, made when Django has not yet done so: that happens after the migrations."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    return apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": f"Can {codename.replace('_', ' ')}"},
    )[0]
