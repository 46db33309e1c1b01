"""All that the site keeps of somebody, for themselves; and how it is removed."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page

from accounts.models import Invitation, Membership, MembershipRequest, User
from accounts.signals import personal_data_asked
from core import audit


def gather(user: User) -> dict[str, Any]:
    """All data about somebody, as JSON can hold it; secrets such as passwords and keys are left out."""
    data: dict[str, Any] = {
        "exported_at": timezone.now(),
        "site": settings.BASE_URL,
        "account": {
            "name": user.get_full_name(),
            "email": user.email,
            "joined": user.date_joined,
            "last_sign_in": user.last_login,
            "groups": sorted(user.groups.values_list("name", flat=True)),
        },
        "email_addresses": _rows(EmailAddress.objects.filter(user=user), "email", "verified", "primary"),
        "memberships": _rows(Membership.objects.filter(user=user), "municipality__name", "role", "since"),
        "requests": _rows(
            MembershipRequest.objects.filter(user=user), "municipality__name", "reason", "status", "asked_at"
        ),
        "invitations_received": _rows(
            Invitation.objects.filter(email__in=_addresses(user)), "municipality__name", "role", "sent_at"
        ),
        "invitations_sent": _rows(
            Invitation.objects.filter(invited_by=user), "email", "municipality__name", "role", "sent_at"
        ),
        "extra_steps": _rows(Authenticator.objects.filter(user=user), "type", "created_at", "last_used_at"),
        "organisations": _rows(SocialAccount.objects.filter(user=user), "provider", "uid", "extra_data"),
        "sessions": _rows(UserSession.objects.filter(user=user), "created_at", "ip", "user_agent"),
        "pages": _rows(Page.objects.filter(owner=user), "title", "url_path", "first_published_at"),
    }
    for _receiver, part in personal_data_asked.send(sender=User, user=user):
        data.update(part or {})  # type: ignore[arg-type]
    return data


@transaction.atomic
def erase(user: User) -> None:
    """Remove the account and all that is about the person; what they published stays, without their name."""
    keys = UserSession.objects.filter(user=user).values_list("session_key", flat=True)
    Session.objects.filter(session_key__in=list(keys)).delete()
    Invitation.objects.filter(email__in=_addresses(user)).delete()
    for row in (user, *user.memberships.all(), *user.membership_requests.all()):
        # Wagtail's log has their name.
        ModelLogEntry.objects.for_instance(row).delete()
    audit.record("account.delete", subject=f"user:{user.pk}")
    user.delete()


def _addresses(user: User) -> list[str]:
    return list(EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True))


def _rows(found: QuerySet[Any], *fields: str) -> list[dict[str, Any]]:
    return [{name.partition("__")[0]: value for name, value in row.items()} for row in found.values(*fields)]
