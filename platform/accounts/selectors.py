"""Who belongs to which municipality."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from accounts.models import Membership, User
from accounts.models.membership import Role


def municipalities_of(user: Any) -> QuerySet[Any]:
    """The municipalities that somebody belongs to, by name; none for who is not signed in."""
    model = apps.get_model("examples", "Municipality")
    if not user.is_authenticated:
        return model.objects.none()
    return model.objects.filter(memberships__user=user).order_by("name")


def memberships_of(user: Any) -> QuerySet[Membership]:
    """Somebody's memberships with their municipality, by its name."""
    if not user.is_authenticated:
        return Membership.objects.none()
    return Membership.objects.filter(user=user).select_related("municipality").order_by("municipality__name")


def coordinated_by(user: Any) -> QuerySet[Any]:
    """The municipalities that somebody coordinates, by name."""
    # Both conditions in one filter: they are about the same membership.
    model = apps.get_model("examples", "Municipality")
    if not user.is_authenticated:
        return model.objects.none()
    return model.objects.filter(memberships__user=user, memberships__role=Role.COORDINATOR).order_by("name")


def is_member(user: Any, municipality: Any) -> bool:
    """Whether somebody belongs to the municipality, in whatever role."""
    return _has_role(user, municipality, Role.values)


def is_coordinator(user: Any, municipality: Any) -> bool:
    """Whether somebody coordinates the municipality."""
    return _has_role(user, municipality, [Role.COORDINATOR])


def members_of(municipality: Any) -> QuerySet[Membership]:
    """The memberships of a municipality with their user: coordinators first, then by address."""
    found = Membership.objects.filter(municipality=municipality, user__is_active=True)
    return found.select_related("user").order_by("role", "user__email")


def coordinators_of(municipality: Any) -> QuerySet[User]:
    """The users who coordinate a municipality."""
    return User.objects.filter(
        memberships__municipality=municipality, memberships__role=Role.COORDINATOR, is_active=True
    ).order_by("email")


def _has_role(user: Any, municipality: Any, roles: list[str]) -> bool:
    if municipality is None or not user.is_authenticated or not user.is_active:
        return False
    return Membership.objects.filter(user=user, municipality=municipality, role__in=roles).exists()
