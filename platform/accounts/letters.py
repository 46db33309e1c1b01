"""E-mails about memberships."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.mails import HELLO
from accounts.models import Invitation, MembershipRequest
from core.mail import compose


def send_invitation(invitation: Invitation, key: str) -> None:
    """The link with which the invitation is accepted, in the language of who invites."""
    names = {"municipality": invitation.municipality, "name": invitation.invited_by}
    until = date_format(localtime(invitation.expires_at), "DATE_FORMAT")
    paragraphs = [
        _("%(name)s invites you to send in stories for %(municipality)s.") % names,
        _("Open this link to join. It works until %(date)s, and once:") % {"date": until},
        f"{settings.BASE_URL}{reverse('accounts:invitation', args=[key])}",
        _("Do you not know what this is about? Then do nothing."),
    ]
    _send(_("Invitation of %(municipality)s") % names, paragraphs, [invitation.email])


def send_request(request: MembershipRequest, to: list[str]) -> None:
    """Tells administrators that somebody asks to become a member."""
    names = {"municipality": request.municipality}
    paragraphs = [
        _("Somebody asks to become a member of %(municipality)s. Read who it is, and answer:") % names,
        f"{settings.BASE_URL}{reverse('wagtailsnippets_accounts_membershiprequest:list')}",
    ]
    _send(_("Request for membership of %(municipality)s") % names, paragraphs, to)


def send_decision(request: MembershipRequest) -> None:
    """Tells who asked what was decided."""
    names = {"municipality": request.municipality}
    if request.status == MembershipRequest.Status.APPROVED:
        subject = _("You belong to %(municipality)s now") % names
        text = (
            _("An administrator approved your request. You can send in stories for %(municipality)s:") % names
        )
    else:
        subject = _("Your request for %(municipality)s") % names
        text = _("An administrator did not approve your request. Your account stays as it was:")
    _send(subject, [text, f"{settings.BASE_URL}{reverse('accounts:overview')}"], [request.user.email])


def _send(subject: str, paragraphs: list[str], to: list[str]) -> None:
    text = "\n\n".join([str(HELLO), *paragraphs, str(settings.WAGTAIL_SITE_NAME)])
    for address in to:
        compose(subject, text, [address]).send()
