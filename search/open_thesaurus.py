"""The thesaurus as open data: the file, and the addresses by which its concepts are named."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from search.models import ThesaurusConcept
from search.thesaurus import skos
from search.thesaurus.storage import stored


def changed(request: HttpRequest) -> datetime | None:
    """When an editor last changed a concept."""
    latest: datetime | None = ThesaurusConcept.objects.aggregate(latest=Max("changed"))["latest"]
    return latest


@require_safe
@cache_control(no_cache=True)
@condition(last_modified_func=changed)
def turtle(request: HttpRequest) -> HttpResponse:
    """All concepts as SKOS in Turtle, as editors have them now."""
    text = skos.write(stored(), f"{settings.BASE_URL}/id/thesaurus", entailed=True)
    answer = HttpResponse(text, content_type="text/turtle; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="begrippen.ttl"'
    answer["Access-Control-Allow-Origin"] = "*"  # it is for everybody, scripts of other sites too
    return answer


@require_safe
def concept(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The address of a concept, or of the scheme: it is a meaning, which the file tells of.

    Raises:
        Http404: There is no such concept.
    """
    if slug and not ThesaurusConcept.objects.filter(slug=slug).exists():
        raise Http404
    return HttpResponse(status=303, headers={"Location": reverse("thesaurus")})
