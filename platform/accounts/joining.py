"""How somebody becomes a member of a municipality, and stops being one."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts import letters
from accounts.models import Invitation, Membership, MembershipRequest, MunicipalityDomain, User
from accounts.models.membership import Role
from core import audit

KEY_BYTES = 32


def join(user: User, municipality: Any, role: str = Role.SUBMITTER, by: User | None = None) -> Membership:
    """Make somebody a member; a submitter can become a coordinator this way, never the other way round."""
    membership, made = Membership.objects.get_or_create(
        user=user, municipality=municipality, defaults={"role": role}
    )
    raised = not made and role == Role.COORDINATOR and membership.role != role
    if raised:
        membership.role = role
        membership.save(update_fields=["role"])
    if made or raised:
        audit.record(
            "membership.join", actor=by or user, subject=_subject(municipality), detail=membership.role
        )
    return membership


def remove(membership: Membership, by: User) -> None:
    """End a membership."""
    audit.record("membership.remove", actor=by, subject=_subject(membership.municipality))
    membership.delete()


def join_by_domain(user: User) -> list[Membership]:
    """Make somebody a member where their confirmed e-mail addresses say that they work."""
    addresses = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    names = {address.rpartition("@")[2].lower() for address in addresses}
    found = MunicipalityDomain.objects.filter(domain__in=names).select_related("municipality")
    return [join(user, domain.municipality) for domain in found]


def welcome_all(domain: MunicipalityDomain) -> int:
    """Make everybody a member whose confirmed address is at the domain; how many they are."""
    addresses = EmailAddress.objects.filter(verified=True, email__iendswith=f"@{domain.domain}")
    users = User.objects.filter(pk__in=addresses.values("user"))
    for user in users:
        join(user, domain.municipality)
    return len(users)


@transaction.atomic
def invite(municipality: Any, email: str, role: str, by: User) -> Invitation:
    """Invite the owner of an address by e-mail; an earlier invitation of theirs stops working."""
    email = email.strip().lower()
    Invitation.objects.open().filter(municipality=municipality, email=email).update(
        withdrawn_at=timezone.now()
    )
    key = secrets.token_urlsafe(KEY_BYTES)
    invitation = Invitation.objects.create(
        municipality=municipality, email=email, role=role, invited_by=by, key_digest=digest_of(key)
    )
    audit.record("membership.invite", actor=by, subject=_subject(municipality), detail=role)
    transaction.on_commit(lambda: letters.send_invitation(invitation, key))
    return invitation


def withdraw(invitation: Invitation, by: User) -> None:
    """Take an invitation back."""
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    audit.record("membership.uninvite", actor=by, subject=_subject(invitation.municipality))


def invitation_of(key: str) -> Invitation | None:
    """The invitation that a link belongs to, as long as it can be accepted."""
    found = Invitation.objects.open().filter(key_digest=digest_of(key))
    return found.select_related("municipality", "invited_by").first()


def may_accept(invitation: Invitation, user: User) -> bool:
    """Whether the invitation is for this person: for one of their confirmed addresses."""
    return EmailAddress.objects.filter(user=user, verified=True, email__iexact=invitation.email).exists()


@transaction.atomic
def accept(invitation: Invitation, user: User) -> Membership:
    """Become a member by an invitation."""
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    return join(user, invitation.municipality, invitation.role, by=invitation.invited_by)


@transaction.atomic
def ask(user: User, municipality: Any, reason: str) -> MembershipRequest:
    """Ask the administrators to become a member; asking twice is asking once."""
    request, made = MembershipRequest.objects.get_or_create(
        user=user,
        municipality=municipality,
        status=MembershipRequest.Status.OPEN,
        defaults={"reason": reason},
    )
    if made:
        letters.send_request(request, administrators())
    return request


@transaction.atomic
def decide(request: MembershipRequest, approved: bool, by: User) -> None:
    """Answer a request that is still open, and tell who asked."""
    status = MembershipRequest.Status
    found = MembershipRequest.objects.select_for_update().filter(pk=request.pk, status=status.OPEN)
    decision = status.APPROVED if approved else status.REFUSED
    if not found.update(status=decision, decided_at=timezone.now(), decided_by=by):
        return
    request.refresh_from_db()
    if approved:
        join(request.user, request.municipality, by=by)
    letters.send_decision(request)


def administrators() -> list[str]:
    """The addresses of who decides about requests, or the mailbox of the editors."""
    may = Q(is_superuser=True) | Q(groups__permissions__codename="change_membershiprequest")
    found = User.objects.filter(may, is_active=True).distinct().values_list("email", flat=True)
    return sorted(found) or [settings.CONTACT_EMAIL]


def digest_of(key: str) -> str:
    """What is kept of the key of an invitation."""
    return hashlib.sha256(key.encode()).hexdigest()


def _subject(municipality: Any) -> str:
    return f"municipality:{municipality.code}"
