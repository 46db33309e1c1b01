"""Members of a municipality: who they are, inviting, removing, joining and leaving."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import joining
from accounts.forms import InviteForm, RequestForm
from accounts.models import Invitation
from accounts.selectors import coordinated_by, members_of, memberships_of
from accounts.throttle import too_many_invitations, too_many_requests

log = logging.getLogger(__name__)

READ_OR_SEND = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(READ_OR_SEND)
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """For a coordinator: members and open invitations of a municipality; invites."""
    municipality = _coordinated(request, slug)
    form = InviteForm(request.POST or None, municipality=municipality, initial={"role": "submitter"})
    if request.method == "POST" and form.is_valid():
        if too_many_invitations(request):
            messages.error(request, _("You sent many invitations. Wait an hour and go on."))
        else:
            _invite(request, municipality, form)
            return redirect("accounts:members", slug)
    context = {
        "municipality": municipality,
        "members": members_of(municipality),
        "invitations": Invitation.objects.open().filter(municipality=municipality),
        "form": form,
    }
    return render(request, "accounts/members.html", context)


def _invite(request: HttpRequest, municipality: Any, form: InviteForm) -> None:
    user: Any = request.user
    email = form.cleaned_data["email"]
    try:
        joining.invite(municipality, email, form.cleaned_data["role"], by=user)
    except (SMTPException, OSError):
        log.exception("An invitation could not be sent")
        messages.error(request, _("The e-mail to %s could not be sent. Invite them again later.") % email)
    else:
        messages.success(request, _("The invitation to %s is sent.") % email)


@login_required
@require_http_methods(READ_OR_SEND)
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """For a coordinator: takes an invitation back, after a question."""
    municipality = _coordinated(request, slug)
    user: Any = request.user
    invitation = get_object_or_404(Invitation.objects.open(), municipality=municipality, pk=pk)
    if request.method == "POST":
        joining.withdraw(invitation, by=user)
        messages.success(request, _("The invitation to %s is withdrawn.") % invitation.email)
        return redirect("accounts:members", slug)
    return render(request, "accounts/withdraw.html", {"invitation": invitation})


@login_required
@require_http_methods(READ_OR_SEND)
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """For a coordinator: removes a member, after a question."""
    municipality = _coordinated(request, slug)
    user: Any = request.user
    membership = get_object_or_404(members_of(municipality), pk=pk)
    if membership.user_id == user.pk:
        return redirect("accounts:leave", slug)
    if request.method == "POST":
        joining.remove(membership, by=user)
        messages.success(request, _("%s is not a member any more.") % membership.user)
        return redirect("accounts:members", slug)
    return render(request, "accounts/remove.html", {"membership": membership})


@login_required
@require_http_methods(READ_OR_SEND)
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Ends one's own membership, after a question."""
    user: Any = request.user
    membership = get_object_or_404(memberships_of(user), municipality__slug=slug)
    if request.method == "POST":
        joining.remove(membership, by=user)
        messages.success(request, _("You do not belong to %s any more.") % membership.municipality)
        return redirect("accounts:overview")
    return render(request, "accounts/leave.html", {"membership": membership})


@login_required
@require_http_methods(READ_OR_SEND)
def ask(request: HttpRequest) -> HttpResponse:
    """Asks the administrators to become a member of a municipality."""
    user: Any = request.user
    form = RequestForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        if too_many_requests(request):
            messages.error(request, _("You sent many requests. Wait until tomorrow and go on."))
        else:
            joining.ask(user, form.cleaned_data["municipality"], form.cleaned_data["reason"])
            messages.success(request, _("Your request is sent. We mail you when it is answered."))
            return redirect("accounts:overview")
    return render(request, "accounts/ask.html", {"form": form})


@require_http_methods(READ_OR_SEND)
def invitation(request: HttpRequest, key: str) -> HttpResponse:
    """Where the link of an invitation leads: accept it, or sign in first."""
    found = joining.invitation_of(key)
    if found is None:
        return render(request, "accounts/invitation_gone.html", status=404)
    user: Any = request.user
    if not user.is_authenticated:
        # Whoever has the link reads the mail of that address: no second mail to confirm it.
        get_adapter().stash_verified_email(request, found.email)
        return render(request, "accounts/invitation.html", {"invitation": found})
    fits = joining.may_accept(found, user)
    if request.method == "POST" and fits:
        joining.accept(found, user)
        messages.success(request, _("You belong to %s now.") % found.municipality)
        return redirect("accounts:overview")
    return render(request, "accounts/invitation.html", {"invitation": found, "fits": fits})


def _coordinated(request: HttpRequest, slug: str) -> Any:
    """The municipality, if the visitor coordinates it.

    Raises:
        Http404: They do not; nobody else learns who works there.
    """
    municipality = coordinated_by(request.user).filter(slug=slug).first()
    if municipality is None:
        raise Http404("Only for coordinators of the municipality.")
    return municipality
