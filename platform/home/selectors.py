"""What the front page shows."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.page_cache import depends_on
from examples.cards import (
    card,
    cards,
    for_cards,
    live_stories,
    municipalities_with_counts,
    term_view,
    with_counts,
)
from examples.dependencies import all_stories_key, tags_key, titles_key, vocabulary_key
from examples.models import BlockingRule, ExampleIndexPage, ExamplePage, LifeDomain, Municipality
from home.models import HomePage, InformationPage

PATTERN = 3
ENTRIES = 6
NEWEST = 3


def home_context(page: HomePage) -> dict[str, object]:
    """Entries by life domain, rule and municipality; featured and newest stories; signals; figures."""
    depends_on(all_stories_key(), tags_key())
    depends_on(*(vocabulary_key(model) for model in (BlockingRule, LifeDomain, Municipality)))
    rules = list(with_counts(BlockingRule.objects.all()).order_by("-story_count", "name"))
    places = list(municipalities_with_counts().filter(story_count__gt=0).order_by("-story_count", "name"))
    index = ExampleIndexPage.objects.live().filter(locale_id=page.locale_id).first()
    stories = live_stories()
    featured = featured_stories(page, stories)
    newest = stories.exclude(pk__in=[story.pk for story in featured])[:NEWEST]
    return {
        "life_domains": [term_view(each) for each in with_counts(LifeDomain.objects.all())],
        "rules": [term_view(each) for each in rules[:ENTRIES] if each.story_count],
        "municipalities": [term_view(each) for each in places[:ENTRIES]],
        "featured": [card(story) for story in featured],
        "newest": cards(newest),
        "patterns": [term_view(each) for each in rules if each.story_count >= PATTERN],
        "figures": [
            {"value": stories.count(), "label": _("stories")},
            {"value": len(places), "label": _("municipalities")},
            {"value": len(rules), "label": _("rules explained")},
        ],
        "audience": [
            {"title": block.value["title"], "text": block.value["text"], "url": block.value["link"]}
            for block in page.audience
        ],
        "all_rules_url": reverse("examples:rules"),
        "all_municipalities_url": reverse("examples:municipalities"),
        "all_stories_url": index.get_url() if index else "",
    }


def featured_stories(page: HomePage, stories: QuerySet[ExamplePage]) -> list[ExamplePage]:
    """Those of the stories that editors chose for the front page, in their order."""
    chosen = [row.story_id for row in page.featured.all()]
    found = {story.pk: story for story in for_cards(stories.filter(pk__in=chosen))}
    return [found[key] for key in chosen if key in found]


def site_map(language: str) -> list[dict[str, object]]:
    """Everything on the site in a few groups of links: its pages, and the lists of vocabularies."""
    depends_on(titles_key(language), vocabulary_key(LifeDomain))
    home = HomePage.objects.live().filter(locale__language_code=language).first()
    pages = home.get_children().live() if home else Page.objects.none()
    lists = (
        (_("Rules from A to Z"), "rules"),
        (_("Laws"), "laws"),
        (_("Municipalities"), "municipalities"),
        (_("Provinces"), "provinces"),
        (_("Life domains"), "life_domains"),
        (_("Target groups"), "target_groups"),
        (_("Partners"), "partners"),
    )
    stories = live_stories().order_by("title")
    return [
        {
            "title": _("Find by"),
            "links": [
                {"label": _("Search"), "url": reverse("search:page")},
                *({"label": label, "url": reverse(f"examples:{name}")} for label, name in lists),
            ],
        },
        {
            "title": _("About this site"),
            "links": [
                {"label": each.title, "url": each.get_url()}
                for each in pages
                if each.specific_class is InformationPage
            ],
        },
        {
            "title": _("Life domains"),
            "links": [
                {"label": each.label, "url": each.url}
                for each in map(term_view, LifeDomain.objects.filter(locale__language_code=language))
            ],
        },
        {"title": _("Stories"), "links": [{"label": each.title, "url": each.get_url()} for each in stories]},
    ]
