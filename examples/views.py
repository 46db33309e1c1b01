"""Pages of the vocabularies: lists of terms, and each term with its stories."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from examples.cards import cards, live_stories, municipalities_with_counts, term_view, with_counts
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


def term(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """A life domain, target group or partner with its stories."""
    model = TERM_MODELS[kind]
    found = get_object_or_404(model, slug=slug, locale__language_code=get_language())
    stories = live_stories().filter(**{f"{RELATIONS[kind]}__term": found}).distinct()
    parent = (str(model._meta.verbose_name_plural).capitalize(), reverse(f"examples:{kind}s"))
    return _stories_of(request, found, str(model._meta.verbose_name).capitalize(), stories, parent)


def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """A municipality with its stories and those of the municipalities that went up in it."""
    found = get_object_or_404(Municipality.objects.select_related("province"), slug=slug)
    stories = live_stories().filter(
        municipality__in=found.with_predecessors(),
        municipality_display=ExamplePage.Display.MUNICIPALITY,
    )
    parent = (_("Municipalities"), reverse("examples:municipalities"))
    return _stories_of(request, found, _("Municipality"), stories, parent)


def province(request: HttpRequest, slug: str) -> HttpResponse:
    """A province with the stories of its municipalities, unless they show only their size."""
    found = get_object_or_404(Province, slug=slug)
    stories = live_stories().filter(municipality__province=found)
    stories = stories.exclude(municipality_display=ExamplePage.Display.SIZE)
    parent = (_("Municipalities"), reverse("examples:municipalities"))
    return _stories_of(request, found, _("Province"), stories, parent)


def _stories_of(
    request: HttpRequest, found: Any, kind_label: str, stories: Any, parent: tuple[str, str]
) -> HttpResponse:
    context = {
        "term": term_view(found),
        "kind_label": kind_label,
        "related": [],
        "breadcrumbs": crumbs(parent, (str(found), "")),
        **paged(request, stories),
    }
    return render(request, "examples/term_page.html", context)


def rule(request: HttpRequest, slug: str) -> HttpResponse:
    """A blocking rule: what it says, the room it leaves, its stories by outcome."""
    found = get_object_or_404(BlockingRule, slug=slug, locale__language_code=get_language())
    shown = cards(live_stories().filter(story_rules__term=found).distinct())
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
            "room": found.room,
            "to_check": found.to_check or ("" if found.is_certain else found.get_certainty_display()),
            "as_of": found.as_of,
            "lapsed_on": found.lapsed_on,
            "kind_label": found.get_kind_display(),
            "level_label": found.get_level_display(),
            "laws": [{"term": term_view(row.law), "article": row.article} for row in laws],
            "life_domains": [term_view(row.life_domain) for row in domains],
        },
        "groups": [group for group in groups if group["cards"]],
        "total": len(shown),
        "breadcrumbs": crumbs((_("Rules"), reverse("examples:rules")), (found.name, "")),
    }
    return render(request, "examples/rule_page.html", context)


def law(request: HttpRequest, slug: str) -> HttpResponse:
    """A law and its rules."""
    found = get_object_or_404(Law, slug=slug, locale__language_code=get_language())
    rules = with_counts(BlockingRule.objects.all()).filter(rule_laws__law=found)
    context = {
        "law": {
            "name": found.name,
            "abbreviation": found.abbreviation,
            "description": found.description,
            "url": f"https://wetten.overheid.nl/{found.bwb_id}" if found.bwb_id else "",
        },
        "rules": [term_view(each) for each in rules],
        "total": len(rules),
        "breadcrumbs": crumbs((_("Rules"), reverse("examples:rules")), (found.name, "")),
    }
    return render(request, "examples/law_page.html", context)


def rules(request: HttpRequest) -> HttpResponse:
    """All rules from A to Z."""
    groups: dict[str, list[Any]] = {}
    for each in with_counts(BlockingRule.objects.all()).order_by("name"):
        groups.setdefault(each.name[0].upper(), []).append(term_view(each))
    context = {
        "title": _("Rules from A to Z"),
        "intro": _("Which rule blocks? Read what it says, which room it leaves and who found a way."),
        "letters": [{"label": letter, "url": f"#{letter}"} for letter in groups],
        "groups": [{"label": letter, "id": letter, "terms": terms} for letter, terms in groups.items()],
        "breadcrumbs": crumbs((_("Rules"), "")),
    }
    return render(request, "examples/term_list.html", context)


def terms(request: HttpRequest, kind: str) -> HttpResponse:
    """All terms of a vocabulary, with the number of stories of each."""
    model = TERM_MODELS[kind]
    title = str(model._meta.verbose_name_plural).capitalize()
    shown = [term_view(each) for each in with_counts(model.objects.all())]
    context = {
        "title": title,
        "intro": "",
        "groups": [{"label": "", "id": "", "terms": shown}],
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "examples/term_list.html", context)


def municipalities(request: HttpRequest) -> HttpResponse:
    """The municipalities of today by province, with the number of stories of each."""
    groups: dict[int, dict[str, Any]] = {}
    found = municipalities_with_counts().filter(valid_until=None).select_related("province")
    for each in found.order_by("province__name", "name"):
        place = each.province
        group = groups.setdefault(place.pk, {"label": place.label, "id": place.slug, "terms": []})
        group["terms"].append(term_view(each))
    context = {
        "title": _("Municipalities"),
        "intro": _("Municipalities that hide their name in a story are not counted."),
        "groups": list(groups.values()),
        "breadcrumbs": crumbs((_("Municipalities"), "")),
    }
    return render(request, "examples/term_list.html", context)
