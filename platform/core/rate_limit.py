"""How often one visitor may do something; no address is kept, only a digest of it, for an hour."""

from __future__ import annotations

import hashlib
import hmac
import time

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def is_allowed(request: HttpRequest, action: str, most: int, seconds: int) -> bool:
    """Whether this visitor may do it once more; if so, it counts.

    Two requests at the same moment may count as one: this stops a flood, it is no lock.

    Args:
        request: Of the visitor.
        action: What they do.
        most: How often they may.
        seconds: In how long.
    """
    secret = settings.SECRET_KEY.encode()
    digest = hmac.new(secret, f"{action} {address_of(request)}".encode(), hashlib.sha256).hexdigest()
    key, now = f"rate-limit:{digest}", time.time()
    recent = [moment for moment in cache.get(key, []) if moment > now - seconds]
    if len(recent) >= most:
        return False
    cache.set(key, [*recent, now], seconds)
    return True


def address_of(request: HttpRequest) -> str:
    """Network address of the visitor, as the web servers in front saw it (PROXIES: how many there are)."""
    return str(get_adapter().get_client_ip(request))
