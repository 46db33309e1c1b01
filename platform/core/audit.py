"""The audit log: who did what and when, without content, only ever added to.

Whatever Wagtail logs (its own log has titles and can be erased) comes in by itself, as do sign-ins. A room
with actions of its own names them with `name_actions` and writes them with `record`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, PageLogEntry

from core.models import AuditEntry

Label = str | Promise

_labels: dict[str, Label] = {
    "sign-in": _("Signed in"),
    "sign-in.failed": _("Sign-in failed"),
    "sign-out": _("Signed out"),
    "erase": _("Erased for good"),
    "purge": _("Removed what was too old"),
    "audit.export": _("Audit log exported"),
    "mail.again": _("E-mail sent again"),
}


def name_actions(labels: Mapping[str, Label]) -> None:
    """Say how editors read a room's own actions.

    Args:
        labels: Label by action, such as "story.withdraw".
    """
    _labels.update(labels)


def label_of(action: str) -> str:
    """How editors read an action."""
    if action in _labels:
        return str(_labels[action])
    return str(registry.get_action_label(action)) if registry.action_exists(action) else action


def record(action: str, *, actor: Any = None, subject: str = "", detail: str = "") -> None:
    """Add an entry, in the transaction of what was done.

    Args:
        action: What was done.
        actor: The user who did it, or their number; None for the site itself.
        subject: To what, by kind and key: "page:12". Never a title.
        detail: Codes and numbers alone: nothing that a person typed.
    """
    number = actor if isinstance(actor, int) else getattr(actor, "pk", None)
    AuditEntry.objects.create(action=action, actor=number, subject=subject, detail=detail)


def names_of(numbers: set[int]) -> dict[int, str]:
    """E-mail addresses of users by number; those that were removed are not in it."""
    found: dict[int, str] = dict(
        get_user_model()._default_manager.filter(pk__in=numbers).values_list("pk", "email")
    )
    return found


def _logged(sender: Any, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Wagtail logged something: the same without its label and data."""
    if not created or raw:
        return
    page = isinstance(instance, PageLogEntry)
    kind = "page" if page else ContentType.objects.get_for_id(instance.content_type_id).model
    key = instance.page_id if page else instance.object_id
    record(instance.action, actor=instance.user_id, subject=f"{kind}:{key}")


def _signed_in(sender: Any, user: Any, **kwargs: Any) -> None:
    record("sign-in", actor=user)


def _signed_out(sender: Any, user: Any, **kwargs: Any) -> None:
    if user is not None:
        record("sign-out", actor=user)


def _sign_in_failed(sender: Any, **kwargs: Any) -> None:
    # Not with which address: people type passwords there by mistake.
    record("sign-in.failed")


def connect() -> None:
    """Follow Wagtail's logs and sign-ins."""
    for model in (PageLogEntry, ModelLogEntry):
        post_save.connect(_logged, sender=model, dispatch_uid=f"audit {model.__name__}")
    user_logged_in.connect(_signed_in, dispatch_uid="audit sign-in")
    user_logged_out.connect(_signed_out, dispatch_uid="audit sign-out")
    user_login_failed.connect(_sign_in_failed, dispatch_uid="audit failed sign-in")
