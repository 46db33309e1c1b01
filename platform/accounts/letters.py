"""E-mails about memberships."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Invitation, MembershipRequest
from core import post
from core.mail import compose, letter


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
    # At once, and not kept by the post: its link lets somebody in.
    compose(_("Invitation of %(municipality)s") % names, letter(paragraphs), [invitation.email]).send()


def send_request(request: MembershipRequest, to: list[str]) -> None:
    """Tells administrators that somebody asks to become a member."""
    names = {"municipality": request.municipality}
    paragraphs = [
        _("Somebody asks to become a member of %(municipality)s. Read who it is, and answer:") % names,
        f"{settings.BASE_URL}{reverse('wagtailsnippets_accounts_membershiprequest:list')}",
    ]
    subject = _("Request for membership of %(municipality)s") % names
    for number, address in enumerate(to):
        key = f"membership-request-{request.pk}-{number}"
        post.send(key, subject, letter(paragraphs), settings.LANGUAGE_CODE, address)


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
    paragraphs = [text, f"{settings.BASE_URL}{reverse('accounts:overview')}"]
    key = f"membership-decision-{request.pk}"
    post.send(key, subject, letter(paragraphs), get_language() or settings.LANGUAGE_CODE, request.user)
