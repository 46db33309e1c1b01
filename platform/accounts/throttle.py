"""How often somebody may do what sends e-mails to others; counted as sign-ins are."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest

LIMITS = {"invite": "30/h/user", "ask": "5/d/user"}


def too_many_invitations(request: HttpRequest) -> bool:
    """Whether the user sent too many invitations of late; counts this one."""
    return _too_many(request, "invite")


def too_many_requests(request: HttpRequest) -> bool:
    """Whether the user asked for too many memberships of late; counts this one."""
    return _too_many(request, "ask")


def _too_many(request: HttpRequest, action: str) -> bool:
    return not ratelimit.consume(request, app="accounts", action=action, config=LIMITS, user=request.user)
