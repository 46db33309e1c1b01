"""Where to go from a page of a vocabulary: what its stories are about, and what lies near."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from core.page_cache import depends_on
from examples.cards import TermView, municipalities_with_counts, term_view
from examples.dependencies import label_key, places_key, tags_under_key
from examples.models import BlockingRule, ExamplePage, LifeDomain, Municipality, Province

MOST = 6
Group = dict[str, Any]


def related_to_stories(stories: QuerySet[ExamplePage], found: Any) -> list[Group]:
    """The rules and life domains of these stories, without the term that the page is about."""
    depends_on(tags_under_key(found))
    pages = stories.order_by().values("pk")
    groups = ((_("Rules that blocked here"), BlockingRule), (_("Life domains in these stories"), LifeDomain))
    return [
        {"title": title, "terms": _most_used(model, pages)}
        for title, model in groups
        if type(found) is not model
    ]


def _most_used(model: Any, pages: QuerySet[Any]) -> list[TermView]:
    """The terms with most of these stories, each with how many of these it has."""
    among = Count("story_tags__page", filter=Q(story_tags__page__in=pages), distinct=True)
    # By slug, so that the name of one that is not shown does not matter to the page.
    chosen = model.objects.annotate(among=among).filter(among__gt=0).order_by("-among", "slug")[:MOST]
    ranked = sorted(chosen, key=lambda term: (-term.among, term.name.casefold()))
    return [replace(term_view(term), count=term.among) for term in ranked]


def municipalities_of(province: Province, without: Municipality | None = None) -> QuerySet[Any]:
    """Today's municipalities of a province with `story_count`, those with most stories first."""
    places = municipalities_with_counts().filter(province=province, valid_until=None)
    if without:
        places = places.exclude(pk=without.pk)
    return places.order_by("-story_count", "name")


def neighbours(found: Municipality) -> Group:
    """Other municipalities of the province that have stories."""
    depends_on(places_key(found.province))
    near = municipalities_of(found.province, without=found).filter(story_count__gt=0)[:MOST]
    return {
        "title": _("Elsewhere in %(province)s") % {"province": found.province},
        "terms": [term_view(each) for each in near],
    }


def history(found: Municipality) -> str:
    """What became of a lapsed municipality, or which ones went up in this one; "" where there is nothing."""
    if found.valid_until:
        successors = list(found.successors.all())
        depends_on(*(label_key(each) for each in successors))
        later = ", ".join(str(each) for each in successors)
        return _("This municipality no longer exists. It went up in: %(names)s.") % {"names": later}
    earlier = [str(each) for each in found.with_predecessors() if each.pk != found.pk]
    if not earlier:
        return ""
    return _("Stories from before the merger count too: %(names)s.") % {"names": ", ".join(sorted(earlier))}
