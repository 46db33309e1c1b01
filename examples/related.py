"""Where to go from a page of a vocabulary: what its stories are about, and what lies near."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from core.page_cache import depends_on
from examples.cards import municipalities_with_counts, term_view, with_counts
from examples.dependencies import label_key, places_key, stories_key, tags_under_key
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


def _most_used(model: Any, pages: QuerySet[Any]) -> list[Any]:
    terms = with_counts(
        model.objects.filter(pk__in=model.objects.filter(story_tags__page__in=pages).values("pk"))
    )
    ranked = list(terms.order_by("-story_count", "name"))
    # One that is not shown may overtake one that is.
    depends_on(*(stories_key(term) for term in ranked))
    return [term_view(term) for term in ranked[:MOST]]


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
