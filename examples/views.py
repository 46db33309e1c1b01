"""Pages of the vocabularies: lists of terms, and each term with its stories."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from core.page_cache import cached_page, depends_on
from examples.cards import cards, live_stories, municipalities_with_counts, term_view, with_counts
from examples.dependencies import (
    municipalities_key,
    row_key,
    rules_of_law_key,
    stories_key,
    tags_under_key,
    vocabulary_key,
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
# The field that brings terms of a vocabulary together, where it has one.
CLUSTERS = {"target_group": "cluster", "partner": "level"}
INTROS = {
    "life_domain": gettext_lazy(
        "Where in life does somebody get stuck? Choose a life domain to see the stories."
    ),
    "target_group": gettext_lazy("For whom was a way found? Choose a group to see the stories."),
    "partner": gettext_lazy("Who helped to find a way? Choose an organisation to see the stories."),
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
        "breadcrumbs": crumbs((_("Municipalities"), reverse("examples:municipalities")), (str(found), "")),
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
        "breadcrumbs": crumbs((_("Rules"), reverse("examples:rules")), (found.name, "")),
    }
    return render(request, "examples/law_page.html", context)


@cached_page
def rules(request: HttpRequest) -> HttpResponse:
    """All rules from A to Z."""
    depends_on(vocabulary_key(BlockingRule))
    groups: dict[str, list[Any]] = {}
    for each in with_counts(BlockingRule.objects.all()).order_by("name"):
        groups.setdefault(each.name[0].upper(), []).append(term_view(each))
    context = {
        "title": _("Rules from A to Z"),
        "intro": _("Which rule blocks? Read what it says, what leeway it leaves and who found a way."),
        "letters": [
            {"label": letter, "url": f"#{letter}" if letter in groups else ""} for letter in ascii_uppercase
        ],
        "groups": [{"label": letter, "id": letter, "terms": terms} for letter, terms in groups.items()],
        "narrow": True,
        "breadcrumbs": crumbs((_("Rules"), "")),
    }
    return render(request, "examples/term_list.html", context)


@cached_page
def terms(request: HttpRequest, kind: str) -> HttpResponse:
    """All terms of a vocabulary in their clusters, with the number of stories of each."""
    model = TERM_MODELS[kind]
    depends_on(vocabulary_key(model))
    title = str(model._meta.verbose_name_plural).capitalize()
    found = with_counts(model.objects.all())
    cluster = CLUSTERS.get(kind)
    groups: dict[str, dict[str, Any]] = {}
    choices = model._meta.get_field(cluster).choices if cluster else [("", "")]
    for value, label in choices:
        groups[value] = {"label": label, "id": value, "terms": []}
    for each in found:
        groups[getattr(each, cluster) if cluster else ""]["terms"].append(term_view(each))
    context = {
        "title": title,
        "intro": INTROS[kind],
        "layout": "tiles" if kind == "life_domain" else "phrases",
        "groups": [group for group in groups.values() if group["terms"]],
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "examples/term_list.html", context)


@cached_page
def municipalities(request: HttpRequest) -> HttpResponse:
    """The municipalities of today by province, with the number of stories of each."""
    depends_on(vocabulary_key(Municipality), vocabulary_key(Province))
    groups: dict[int, dict[str, Any]] = {}
    found = municipalities_with_counts().filter(valid_until=None).select_related("province")
    for each in found.order_by("province__name", "name"):
        place = each.province
        group = groups.setdefault(
            place.pk, {"label": place.label, "id": place.slug, "url": term_view(place).url, "terms": []}
        )
        group["terms"].append(term_view(each))
    context = {
        "title": _("Municipalities"),
        "intro": _(
            "The number behind a name is its number of stories. Some stories do not name their municipality."
        ),
        "letters": [{"label": group["label"], "url": f"#{group['id']}"} for group in groups.values()],
        "groups": list(groups.values()),
        "layout": "names",
        "breadcrumbs": crumbs((_("Municipalities"), "")),
    }
    return render(request, "examples/term_list.html", context)
