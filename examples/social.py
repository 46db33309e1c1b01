"""The picture that goes with a link to a story, on social media and in chats."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import override

from examples import social_picture
from examples.cards import TermView, place_view, term_view
from examples.models import ExamplePage

# Raise it when the drawing changes: pictures have an address for each version.
DRAWING = 1
KEPT_SECONDS = 24 * 3600
Words = tuple[str, str, int, list[str]]


def words(story: ExamplePage, domains: Sequence[TermView]) -> Words:
    """All that the picture shows: title, line above it, seed of the pattern and life domains."""
    place = place_view(story)
    parts = [
        story.get_kind_display(),
        place["label"] if place else "",
        ", ".join(domain.label for domain in domains),
    ]
    seed = zlib.crc32(str(story.translation_key).encode())
    return story.title, " · ".join(filter(None, parts)), seed, [domain.slug for domain in domains]


def picture_url(story: ExamplePage, domains: Sequence[TermView]) -> str:
    """Absolute address of the picture, which changes with what it shows; "" for a story not yet saved."""
    return f"{settings.BASE_URL}{_path(story, _digest(words(story, domains)))}" if story.pk else ""


def picture(request: HttpRequest, pk: int, digest: str) -> HttpResponse:
    """The picture of a live story, as PNG; an older version leads to the one of today."""
    story = ExamplePage.objects.live().public().select_related("locale").filter(pk=pk).first()
    if story is None:
        raise Http404("No such story.")
    with override(story.locale.language_code):
        tags = story.story_life_domains.select_related("term")
        shown = words(story, [term_view(tag.term) for tag in tags])
    if digest != _digest(shown):
        return HttpResponseRedirect(_path(story, _digest(shown)))
    png = cache.get_or_set(f"social-picture:{digest}", lambda: _drawn(shown), KEPT_SECONDS)
    # Whoever keeps it asks each time whether it still stands: it goes at once with a story that is withdrawn.
    headers = {"Cache-Control": "public, no-cache", "ETag": f'"{digest}"'}
    answer = HttpResponse(png, content_type="image/png", headers=headers)
    return get_conditional_response(request, etag=headers["ETag"], response=answer) or answer


def _drawn(shown: Words) -> bytes:
    title, kicker, seed, domains = shown
    return social_picture.draw(title, kicker, settings.WAGTAIL_SITE_NAME, seed, domains)


def _digest(shown: Words) -> str:
    return hashlib.sha256(repr((DRAWING, shown)).encode()).hexdigest()[:16]


def _path(story: ExamplePage, digest: str) -> str:
    return reverse("social-picture", args=[story.pk, digest])
