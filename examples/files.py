"""Hands out uploads: to visitors only what a live story shows, to editors everything.

Wherever a file is kept, on a disk or in a bucket, this site alone hands it out.
"""

from __future__ import annotations

import logging
from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from wagtail import hooks
from wagtail.users.models import UserProfile

from examples.models import ExamplePage, Picture, PictureRendition, StoryDocument
from privacy.documents import CONTENT_TYPES

log = logging.getLogger(__name__)
AWAY = 503
KINDS = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif"}
KINDS |= {str(kind): content_type for kind, content_type in CONTENT_TYPES.items()}
# A file may be shown, and may do nothing: no script, no plug-in, no form.
HARMLESS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture; 404 for a visitor when no live story shows it."""
    public = is_public(path)
    if not public and not _may_see(request, path):
        raise Http404("No live story shows this file.")
    return _sent(request, path, public)


def is_public(path: str) -> bool:
    """Whether the file is a picture in a size for pages, of a story that everybody may read.

    Originals are never public: no page shows them. Documents have an address of their own.
    """
    pictures = PictureRendition.objects.filter(file=path).values("image")
    return ExamplePage.objects.live().public().filter(picture__in=pictures).exists()


def _may_see(request: HttpRequest, path: str) -> bool:
    """Whether the file is one that this visitor may see before everybody does."""
    rendition = PictureRendition.objects.filter(file=path).select_related("image").first()
    picture = rendition.image if rendition else Picture.objects.filter(file=path).first()
    if picture is not None:
        return may_see_draft(request, picture)
    return may_work_here(request) and UserProfile.objects.filter(avatar=path).exists()


def may_see_draft(request: HttpRequest, upload: Picture | StoryDocument) -> bool:
    """Whether the visitor may see a file that no live story shows.

    That is who works in the admin; and, for files of its own, whom a room says so by the hook
    `may_see_upload`, a function of request and upload.
    """
    return may_work_here(request) or any(may(request, upload) for may in hooks.get_hooks("may_see_upload"))


def may_work_here(request: HttpRequest) -> bool:
    """Whether the visitor works in the admin."""
    return request.user.is_active and request.user.has_perm("wagtailadmin.access_admin")


def document(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """A document, in place of Wagtail's own view; 404 for a visitor when no live story shows it."""
    found = get_object_or_404(StoryDocument.objects.select_related("collection"), pk=pk)
    if found.filename != name:
        raise Http404("The document does not have this name.")
    shown = ExamplePage.objects.live().public().filter(document=found).exists()
    public = shown and not found.collection.get_view_restrictions()
    if not public and not may_see_draft(request, found):
        raise Http404("No live story shows this document.")
    return _sent(request, found.file.name, public, found.download_name)


def _sent(request: HttpRequest, path: str, public: bool, download_name: str = "") -> HttpResponseBase:
    """The file. Names are random and never used again, so that the name tells whether somebody has it."""
    etag = f'"{path.rpartition("/")[2]}"'
    response = get_conditional_response(request, etag=etag) or _answer(path, download_name)
    if response.status_code == AWAY:
        patch_cache_control(response, no_store=True)
        return response
    for header, value in HARMLESS.items():
        response[header] = value
    response["ETag"] = etag
    # A browser or proxy may keep it, and asks each time whether it still stands: it may have been withdrawn.
    control = {"public": True, "no_cache": True} if public else {"private": True, "no_store": True}
    patch_cache_control(response, **control)
    return response


def _answer(path: str, download_name: str) -> HttpResponseBase:
    kind = KINDS.get(path.rpartition(".")[2], "application/octet-stream")
    if settings.MEDIA_ACCEL:
        # The web server in front replaces it by the file.
        accelerated = HttpResponse(content_type=kind)
        accelerated["X-Accel-Redirect"] = f"{settings.MEDIA_ACCEL}{quote(path)}"
        if download_name:
            accelerated["Content-Disposition"] = f'attachment; filename="{download_name}"'
        return accelerated
    try:
        file = default_storage.open(path)
        return FileResponse(
            file, as_attachment=bool(download_name), filename=download_name, content_type=kind
        )
    except FileNotFoundError as error:
        log.exception("A file is in the database and not in the storage.")
        raise Http404("The file is gone.") from error
    except OSError as error:
        log.error("A file cannot be read: %s", error)
        return HttpResponse(status=AWAY, headers={"Retry-After": "60"})
