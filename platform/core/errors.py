"""Answers to what goes wrong, with a page that helps."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

from core.context import around, in_admin
from core.erasure import is_gone
from core.standalone import standalone_page

BAD_REQUEST, FORBIDDEN, NOT_FOUND, GONE, SERVER_ERROR = 400, 403, 404, 410, 500


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that makes no sense."""
    return render(request, "400.html", status=BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page for others than this visitor."""
    return _no_access(request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was not sent from its own page, or after the session ended."""
    return _no_access(request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address without a page: never there, taken offline, or only there in another language."""
    if _was_withdrawn(request.path):
        return render(request, "410.html", status=GONE)
    return render(request, "404.html", {"elsewhere": _in_other_languages(request.path)}, status=NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke while the page was made."""
    return standalone_page("500.html", SERVER_ERROR)


def _no_access(request: HttpRequest) -> HttpResponse:
    # It is a page of the site in the admin too, where nothing else brings the menus.
    return render(request, "403.html", around(request) if in_admin(request) else None, status=FORBIDDEN)


def _was_withdrawn(path: str) -> bool:
    """Whether visitors could read a page here earlier; a draft that was never public stays unknown."""
    if is_gone(path):
        return True
    slug = path.rstrip("/").rpartition("/")[2]
    once_public = Page.objects.filter(slug=slug, live=False, first_published_at__isnull=False)
    return any(page.get_url() == path for page in once_public)


def _in_other_languages(path: str) -> list[dict[str, str]]:
    """The pages of other languages that would be translated at this address."""
    code, *parts = path.strip("/").split("/")
    if not parts or code != (get_language() or settings.LANGUAGE_CODE):
        return []
    # Below the home page of a language, which is the second level of the tree.
    found = Page.objects.live().public().filter(slug=parts[-1], depth=len(parts) + 2)
    return [
        {
            "title": page.title,
            "url": page.get_url() or "",
            "code": page.locale.language_code,
            "language": get_language_info(page.locale.language_code)["name_translated"],
        }
        for page in found.exclude(locale__language_code=code).select_related("locale")
    ]
