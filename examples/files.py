"""Hands out uploads: to visitors only what a live story shows, to editors everything."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.static import serve

from examples.models import ExamplePage, PictureRendition, StoryDocument


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file of the media folder; 404 for a visitor when no live story shows it."""
    public = is_public(path)
    if not public and not may_see_drafts(request):
        raise Http404("No live story shows this file.")
    response = _handed_over(path) if settings.MEDIA_ACCEL else serve(request, path, str(settings.MEDIA_ROOT))
    # Not for ever: the file of a story that is withdrawn must go too.
    patch_cache_control(response, **({"public": True, "max_age": 600} if public else {"private": True}))
    return response


def is_public(path: str) -> bool:
    """Whether the file is a picture in a size for pages, of a story that everybody may read.

    Originals are never public: no page shows them. Documents have an address of their own.
    """
    pictures = PictureRendition.objects.filter(file=path).values("image")
    return ExamplePage.objects.live().public().filter(picture__in=pictures).exists()


def may_see_drafts(request: HttpRequest) -> bool:
    """Whether the visitor works in the admin."""
    return request.user.is_active and request.user.has_perm("wagtailadmin.access_admin")


def refuse_document(document: StoryDocument, request: HttpRequest) -> HttpResponse | None:
    """None where the visitor may have the document; Wagtail then serves it.

    Raises:
        Http404: No live story shows it.
    """
    shown = ExamplePage.objects.live().public().filter(document=document).exists()
    if not shown and not may_see_drafts(request):
        raise Http404("No live story shows this document.")
    return None


def _handed_over(path: str) -> HttpResponse:
    """An answer that the web server in front replaces by the file; it works out the content type."""
    response = HttpResponse(headers={"X-Accel-Redirect": f"{settings.MEDIA_ACCEL}{quote(path)}"})
    del response["Content-Type"]
    return response
