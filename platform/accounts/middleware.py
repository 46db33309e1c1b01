"""Who enters the admin: whoever may work there, and not with a password alone."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

ADMIN = "/admin/"
SIGN_OUT = "/admin/logout/"
# Recovery codes are no step of their own: they stand in for one of these.
STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class AdminDoorMiddleware:
    """Tells who may not work in the admin so, and sends editors to where they add a second step."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page that was asked for, or the way to a second step.

        Raises:
            PermissionDenied: They are signed in, and may not work in the admin. Wagtail would send them to
                sign in, and that page, as they are signed in, back to the admin, without an end.
        """
        user = request.user
        if not request.path.startswith(ADMIN) or request.path == SIGN_OUT or not user.is_authenticated:
            return self.get_response(request)
        if not user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        if settings.MFA_REQUIRED and not is_mfa_enabled(user, STEPS):
            messages.warning(request, _("To work in the admin you need an extra step. Add one here."))
            return redirect("mfa_index")
        return self.get_response(request)
