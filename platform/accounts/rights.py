"""Who holds a right."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import Q

from accounts.models import User


def holders_of(permission: str) -> list[User]:
    """The active users who hold a right, by themselves or in a role; superusers hold every right.

    Args:
        permission: Such as "submissions.change_submission".
    """
    app, codename = permission.split(".")
    right = Permission.objects.filter(content_type__app_label=app, codename=codename)
    may = Q(groups__permissions__in=right) | Q(user_permissions__in=right) | Q(is_superuser=True)
    return list(User.objects.filter(may, is_active=True).order_by("pk").distinct())
