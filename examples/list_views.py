"""Lists of the terms of a vocabulary, with the number of stories of each."""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from core.page_cache import cached_page, depends_on
from examples.cards import municipalities_with_counts, provinces_with_counts, term_view, with_counts
from examples.dependencies import rules_of_law_key, stories_key, vocabulary_key
from examples.models import BlockingRule, Law, Municipality, Province, RuleLaw
from examples.pages import crumbs
from examples.views import TERM_MODELS

# The field that brings terms of a vocabulary together, where it has one.
CLUSTERS = {"target_group": "cluster", "partner": "level"}
INTROS = {
    "life_domain": gettext_lazy(
        "Where in life does somebody get stuck? Choose a life domain to see the stories."
    ),
    "target_group": gettext_lazy("For whom was a way found? Choose a group to see the stories."),
    "partner": gettext_lazy("Who helped to find a way? Choose an organisation to see the stories."),
}


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
        "elsewhere": {"label": _("All laws"), "url": reverse("examples:laws")},
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
        "elsewhere": {"label": _("All provinces"), "url": reverse("examples:provinces")},
        "breadcrumbs": crumbs((_("Municipalities"), "")),
    }
    return render(request, "examples/term_list.html", context)


@cached_page
def laws(request: HttpRequest) -> HttpResponse:
    """All laws, with the number of stories that got stuck on a rule of each."""
    depends_on(vocabulary_key(Law))
    live = Q(rule_laws__rule__story_tags__page__live=True)
    found = Law.objects.filter(locale__language_code=get_language()).order_by("name")
    counted = found.annotate(
        story_count=Count("rule_laws__rule__story_tags__page", filter=live, distinct=True)
    )
    terms = [term_view(each) for each in counted]
    depends_on(*(rules_of_law_key(each.pk) for each in counted))
    rows = RuleLaw.objects.filter(law__in=counted.values("pk")).select_related("rule")
    depends_on(*(stories_key(row.rule) for row in rows))
    context = {
        "title": _("Laws"),
        "intro": _("Which law blocks? Read which of its rules get in the way and who found a way."),
        "groups": [{"terms": terms}],
        "elsewhere": {"label": _("All rules from A to Z"), "url": reverse("examples:rules")},
        "narrow": True,
        "breadcrumbs": crumbs((_("Laws"), "")),
    }
    return render(request, "examples/term_list.html", context)


@cached_page
def provinces(request: HttpRequest) -> HttpResponse:
    """The provinces, with the number of stories of each."""
    depends_on(vocabulary_key(Province))
    context = {
        "title": _("Provinces"),
        "intro": _("In which province was a way found? Choose one to see its stories and municipalities."),
        "groups": [{"terms": sorted(map(term_view, provinces_with_counts()), key=lambda one: one.label)}],
        "elsewhere": {"label": _("All municipalities"), "url": reverse("examples:municipalities")},
        "narrow": True,
        "breadcrumbs": crumbs((_("Provinces"), "")),
    }
    return render(request, "examples/term_list.html", context)
