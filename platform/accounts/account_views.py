"""The account page and what somebody changes there."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts import own_data
from accounts.devices import device_name
from accounts.forms import NameForm
from accounts.middleware import STEPS
from accounts.models import MembershipRequest
from accounts.selectors import memberships_of


@login_required
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Who one is here, for which municipalities, and how one signs in."""
    user: Any = request.user
    steps = Authenticator.objects.filter(user=user, type__in=STEPS)
    context = {
        "memberships": memberships_of(user),
        "requests": user.membership_requests.filter(status=MembershipRequest.Status.OPEN).select_related(
            "municipality"
        ),
        "addresses": EmailAddress.objects.filter(user=user).order_by("-primary", "email"),
        "has_second_step": steps.exists(),
        "organisations": SocialAccount.objects.filter(user=user),
        "session_count": len(UserSession.objects.purge_and_list(user)),
    }
    return render(request, "accounts/overview.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """How colleagues and editors see one's name."""
    user: Any = request.user
    form = NameForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your name is saved."))
        return redirect("accounts:overview")
    return render(request, "accounts/name.html", {"form": form})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is signed in; ends one session, or all others."""
    user: Any = request.user
    own = request.session.session_key
    if request.method == "POST":
        return _end_sessions(request, user)
    found = sorted(UserSession.objects.purge_and_list(user), key=lambda each: each.created_at, reverse=True)
    with_device = [(session, device_name(session.user_agent)) for session in found]
    return render(request, "accounts/sessions.html", {"sessions": with_device, "own": own})


def _end_sessions(request: HttpRequest, user: Any) -> HttpResponse:
    found = UserSession.objects.filter(user=user)
    number = request.POST.get("session", "")
    if number.isascii() and number.isdigit():
        ended = [get_object_or_404(found, pk=int(number))]
    else:
        ended = list(found.exclude(session_key=request.session.session_key))
    for session in ended:
        session.end()
    if request.session.session_key in {session.session_key for session in ended}:
        logout(request)
        return redirect("account_login")
    messages.success(request, _("You are signed out there."))
    return redirect("accounts:sessions")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(app="accounts")
def export(request: HttpRequest) -> HttpResponse:
    """All that the site keeps of somebody, as a file."""
    user: Any = request.user
    response = JsonResponse(own_data.gather(user), json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="mooi-maatwerk-account.json"'
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(app="accounts")
def delete(request: HttpRequest) -> HttpResponse:
    """Deletes the account, after a question."""
    user: Any = request.user
    if request.method == "POST":
        logout(request)
        own_data.erase(user)
        return redirect("accounts:deleted")
    return render(request, "accounts/delete.html", {"memberships": memberships_of(user)})


@require_GET
def deleted(request: HttpRequest) -> HttpResponse:
    """Says that the account is gone."""
    return render(request, "accounts/deleted.html")
