"""Closes the site to visitors while somebody works on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import override

from core.standalone import standalone_page

SERVICE_UNAVAILABLE = 503
RETRY_AFTER_SECONDS = 600
# Editors sign in and go on working, and whoever watches the site sees that it is well.
OPEN = ("/admin/", "/oidc/", "/healthz")


def flag_file() -> Path:
    """The file that closes the site by being there; it is in the data folder, so all processes see it."""
    return Path(settings.DATA_DIR) / "maintenance"


def is_closed() -> bool:
    """Whether visitors get the maintenance page."""
    return flag_file().exists()


def close() -> None:
    """Close the site to visitors."""
    flag_file().touch()


def reopen() -> None:
    """Open the site to visitors again."""
    flag_file().unlink(missing_ok=True)


@cache
def open_addresses() -> tuple[str, ...]:
    """What the addresses that stay open begin with."""
    entrances = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            entrances.append(reverse("account_login"))
    return (*OPEN, *entrances)


class MaintenanceMiddleware:
    """Answers visitors with the maintenance page while the site is closed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page that was asked for, or 503 with a page that needs no database."""
        if not is_closed() or request.path.startswith(open_addresses()):
            return self.get_response(request)
        response = standalone_page("503.html", SERVICE_UNAVAILABLE)
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return response
