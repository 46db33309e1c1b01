"""Pages of the vocabularies: each term with its stories. Lists of terms are in `list_views`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.page_cache import cached_page, depends_on
from examples.cards import cards, live_stories, term_view, with_counts
from examples.dependencies import (
    municipalities_key,
    row_key,
    rules_of_law_key,
    stories_key,
    tags_under_key,
)
from examples.models import (
    BlockingRule,
    ExamplePage,
    Law,
    LifeDomain,
    Municipality,
    Partner,
    Province,
    TargetGroup,
)
from examples.pages import crumbs, paged
from examples.plain_way import plain_way
from examples.related import history, municipalities_of, neighbours, related_to_stories

TERM_MODELS: dict[str, Any] = {
    "life_domain": LifeDomain,
    "target_group": TargetGroup,
    "partner": Partner,
}
RELATIONS = {
    "life_domain": "story_life_domains",
    "target_group": "story_target_groups",
    "partner": "story_partners",
}


@cached_page
def term(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """A life domain, target group or partner with its stories."""
    model = TERM_MODELS[kind]
    found = get_object_or_404(model, slug=slug, locale__language_code=get_language())
    depends_on(row_key(found), stories_key(found))
    stories = live_stories().filter(**{f"{RELATIONS[kind]}__term": found}).distinct()
    parent = (str(model._meta.verbose_name_plural).capitalize(), reverse(f"examples:{kind}s"))
    context = {
        "kind_label": str(model._meta.verbose_name).capitalize(),
        "related": related_to_stories(stories, found),
        "breadcrumbs": crumbs(parent, (str(found), "")),
    }
    return _stories_of(request, found, stories, context)


@cached_page
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """A municipality with its stories and those of the municipalities that went up in it."""
    found = get_object_or_404(Municipality.objects.select_related("province"), slug=slug)
    places = found.with_predecessors()
    depends_on(
        *(key for place in places for key in (row_key(place), stories_key(place), tags_under_key(place)))
    )
    stories = live_stories().filter(
        municipality__in=places,
        municipality_display=ExamplePage.Display.MUNICIPALITY,
    )
    province = term_view(found.province)
    context = {
        "kind_label": _("Municipality in %(province)s") % {"province": found.province},
        "note": history(found),
        "related": [*related_to_stories(stories, found), neighbours(found)],
        "breadcrumbs": crumbs(
            (_("Municipalities"), reverse("examples:municipalities")),
            (province.label, province.url),
            (str(found), ""),
        ),
    }
    return _stories_of(request, found, stories, context)


@cached_page
def province(request: HttpRequest, slug: str) -> HttpResponse:
    """A province with the stories of its municipalities, unless they show only their size."""
    found = get_object_or_404(Province, slug=slug)
    depends_on(row_key(found), stories_key(found))
    stories = live_stories().filter(municipality__province=found)
    stories = stories.exclude(municipality_display=ExamplePage.Display.SIZE)
    depends_on(municipalities_key(found.pk))
    places = [term_view(each) for each in municipalities_of(found).order_by("name")]
    context = {
        "kind_label": _("Province"),
        "places": places,
        "related": related_to_stories(stories, found),
        "breadcrumbs": crumbs((_("Provinces"), reverse("examples:provinces")), (str(found), "")),
    }
    return _stories_of(request, found, stories, context)


def _stories_of(request: HttpRequest, found: Any, stories: Any, context: dict[str, Any]) -> HttpResponse:
    context |= {"term": term_view(found), **paged(request, stories)}
    return render(request, "examples/term_page.html", context)


@cached_page
def rule(request: HttpRequest, slug: str) -> HttpResponse:
    """A blocking rule: what it says, the room it leaves, its stories by outcome."""
    found = get_object_or_404(BlockingRule, slug=slug, locale__language_code=get_language())
    depends_on(row_key(found), stories_key(found))
    stories = live_stories().filter(story_rules__term=found).distinct()
    shown = cards(stories)
    labels = [*ExamplePage.Outcome.choices, ("", _("Outcome unknown"))]
    groups = [
        {"outcome": value, "label": label, "cards": [card for card in shown if card.outcome == value]}
        for value, label in labels
    ]
    laws = found.rule_laws.select_related("law")
    domains = found.rule_life_domains.select_related("life_domain")
    context = {
        "rule": {
            "title": found.name,
            "description": found.description,
            "as_of": found.as_of,
            "lapsed_on": found.lapsed_on,
            "kind_label": found.get_kind_display(),
            "level_label": found.get_level_display(),
            "laws": [
                {
                    "term": term_view(row.law),
                    "article": _("article %(article)s") % {"article": row.article} if row.article else "",
                }
                for row in laws
            ],
            "life_domains": [term_view(row.life_domain) for row in domains],
        },
        "way": plain_way(found),
        "groups": [group for group in groups if group["cards"]],
        "total": len(shown),
        "changes": [
            {"title": story.title, "url": story.get_url(), "text": story.structural_change}
            for story in stories
            if story.structural_change
        ],
        "breadcrumbs": crumbs((_("Rules"), reverse("examples:rules")), (found.name, "")),
    }
    return render(request, "examples/rule_page.html", context)


@cached_page
def law(request: HttpRequest, slug: str) -> HttpResponse:
    """A law and its rules."""
    found = get_object_or_404(Law, slug=slug, locale__language_code=get_language())
    depends_on(row_key(found), rules_of_law_key(found.pk))
    rules = with_counts(BlockingRule.objects.all()).filter(rule_laws__law=found)
    stories = live_stories().filter(story_rules__term__rule_laws__law=found).distinct()
    context = {
        "law": {
            "name": found.name,
            "abbreviation": found.abbreviation,
            "description": found.description,
            "url": f"https://wetten.overheid.nl/{found.bwb_id}" if found.bwb_id else "",
        },
        "rules": [term_view(each) for each in rules.order_by("-story_count", "name")],
        "total": stories.count(),
        "breadcrumbs": crumbs((_("Laws"), reverse("examples:laws")), (found.name, "")),
    }
    return render(request, "examples/law_page.html", context)
