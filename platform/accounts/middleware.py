"""Nobody works in the admin with a password alone."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

ADMIN = "/admin/"
SIGN_OUT = "/admin/logout/"
# Recovery codes are no step of their own: they stand in for one of these.
STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class SecondStepMiddleware:
    """Sends editors who have no second step yet to where they add one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page that was asked for, or the way to a second step."""
        if not lacks_second_step(request):
            return self.get_response(request)
        messages.warning(request, _("To work in the admin you need an extra step. Add one here."))
        return redirect("mfa_index")


def lacks_second_step(request: HttpRequest) -> bool:
    """Whether the request is for the admin, by somebody who may work there and signs in with one step."""
    if not settings.MFA_REQUIRED or not request.path.startswith(ADMIN) or request.path == SIGN_OUT:
        return False
    user = request.user
    return user.has_perm("wagtailadmin.access_admin") and not is_mfa_enabled(user, STEPS)
