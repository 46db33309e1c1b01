"""Answers anonymous visitors with kept pages, and keeps what may be kept."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from core.page_cache.collect import Collected, collecting
from core.page_cache.entry import Entry
from core.page_cache.purging import latest_purge
from core.page_cache.release import namespace

log = logging.getLogger(__name__)

# Every other query string is answered, and not kept: visitors must not be able to fill the store.
QUERY = re.compile(r"(pagina=[1-9][0-9]{0,3})?", re.ASCII)
# A page that goes with other request headers than these is not the same for everybody.
HARMLESS_VARY = {"accept-encoding"}
STATE = "X-Page-Cache"
PUBLIC = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)


class PageCacheMiddleware:
    """Stands outside session, language and everything else that costs time, inside the security headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """A kept page, or the page as it is made now."""
        if not is_anonymous_reading(request):
            return self._personal(request)
        name = entry_name(request)
        entry = _load(name)
        if entry is not None and entry.is_current():
            return _marked(entry.answer(request), "hit")
        seen = latest_purge()
        with collecting() as collected:
            response = self.get_response(request)
        if may_be_kept(request, response, collected):
            entry = Entry.of(response, collected.keys, seen)  # type: ignore[arg-type]
            _save(name, entry)
            return _marked(entry.answer(request), "miss")
        if not response.has_header("Cache-Control"):
            patch_cache_control(response, no_cache=True)
        return _marked(response, "not kept")

    def _personal(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            wanted = {"private": True, "no_store": True} if has_session(request) else {"no_cache": True}
            patch_cache_control(response, **wanted)
        return _marked(response, "not kept")


def has_session(request: HttpRequest) -> bool:
    """Whether the visitor may be signed in, or be told something that is for them alone."""
    return bool({settings.SESSION_COOKIE_NAME, "messages"} & request.COOKIES.keys())


def is_anonymous_reading(request: HttpRequest) -> bool:
    """Whether a kept page may answer: nobody signed in, a plain address, not the editor's preview."""
    return (
        request.method in ("GET", "HEAD")
        and request.path.startswith(PUBLIC)
        and not has_session(request)
        and not request.headers.get("Authorization")
        and not getattr(request, "is_dummy", False)
        and QUERY.fullmatch(request.META.get("QUERY_STRING", "")) is not None
    )


def may_be_kept(request: HttpRequest, response: HttpResponseBase, collected: Collected) -> bool:
    """Whether the page is the same for all visitors and its view noted all that it shows."""
    vary = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    return (
        collected.may_be_kept
        and isinstance(response, HttpResponse)
        and response.status_code == 200  # noqa: PLR2004 (OK)
        and request.method == "GET"
        and not response.cookies
        and vary <= HARMLESS_VARY
        and not response.has_header("Cache-Control")
        and not getattr(request, "is_preview", False)
    )


def entry_name(request: HttpRequest) -> str:
    """Name of the page in the store: one for each release, host and address."""
    host, _port = split_domain_port(request.get_host())
    parts = (namespace(), host, request.path, request.META.get("QUERY_STRING", ""))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _marked(response: HttpResponseBase, state: str) -> HttpResponseBase:
    response[STATE] = state
    return response


def _load(name: str) -> Entry | None:
    try:
        packed: Any = caches["pages"].get(name)
    except Exception:
        log.warning("The page store cannot be read; pages are made anew.", exc_info=True)
        return None
    return Entry(*packed) if packed else None


def _save(name: str, entry: Entry) -> None:
    try:
        caches["pages"].set(name, entry.packed())
    except Exception:
        log.warning("The page store cannot be written; the page is not kept.", exc_info=True)
