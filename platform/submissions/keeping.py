"""What somebody typed survives the end of their session: without script too.

A form that comes in from somebody who is signed out is kept in the new session and shown again after
signing in. One with a token from before they signed in again is not saved, and shown again with a new one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, resolve_url
from django.views.decorators.csrf import csrf_exempt

from core.errors import csrf_failure

View = Callable[..., HttpResponseBase]
SESSION_KEY = "kept_answers"
LONGEST = 400_000  # characters of one form
SIGNED_OUT, FORBIDDEN = 401, 403


class _Check(CsrfViewMiddleware):
    """Django's check of the token, asked by us."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def token_is_right(request: HttpRequest) -> bool:
    """Whether the form came from a page of this site for this session."""
    check = _Check(lambda _request: HttpResponse())
    check.process_request(request)
    return check.process_view(request, None, (), {}) is None  # type: ignore[arg-type]


def keeps_answers(view: View) -> View:
    """A view for who is signed in, that loses no form of somebody who was.

    The view finds in `request.token_is_right` whether it may save, and takes up again what was kept with
    `kept_answers`.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        right = request.method in ("GET", "HEAD") or token_is_right(request)
        request.token_is_right = right  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            if not right and wants_json(request):
                return JsonResponse({"error": "token"}, status=FORBIDDEN)
            return view(request, *args, **kwargs)
        if request.method != "POST":
            return login_required(view)(request, *args, **kwargs)
        if wants_json(request):
            return JsonResponse({"error": "signed out"}, status=SIGNED_OUT)
        if not right:
            return csrf_failure(request)
        body = request.POST.urlencode()
        if len(body) <= LONGEST:
            request.session[SESSION_KEY] = {request.path: body}
        return redirect(sign_in_url(request.path))

    return answer


def kept_answers(request: HttpRequest) -> QueryDict | None:
    """The form that was sent to this address while its writer was signed out; it is given once."""
    kept = request.session.get(SESSION_KEY, {})
    if request.path not in kept:
        return None
    del request.session[SESSION_KEY]
    return QueryDict(kept[request.path])


def sign_in_url(path: str) -> str:
    """Where one signs in to go on at a path."""
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({REDIRECT_FIELD_NAME: path})}"


def wants_json(request: HttpRequest) -> bool:
    """Whether the script asks, and not a page."""
    return request.headers.get("Accept", "").startswith("application/json")
