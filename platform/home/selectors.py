"""What the front page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from examples.cards import cards, live_stories, municipalities_with_counts, term_view, with_counts
from examples.models import BlockingRule, ExampleIndexPage, LifeDomain

if TYPE_CHECKING:
    from home.models import HomePage

PATTERN = 3
ENTRIES = 8


def home_context(page: HomePage) -> dict[str, object]:
    """Entries by life domain, rule and municipality; newest stories; signals; figures."""
    stories = live_stories()
    rules = list(with_counts(BlockingRule.objects.all()).order_by("-story_count", "name")[:ENTRIES])
    places = municipalities_with_counts()
    index = ExampleIndexPage.objects.live().filter(locale_id=page.locale_id).first()
    newest = cards(stories[:3])
    explained = BlockingRule.objects.filter(locale_id=page.locale_id)
    return {
        "life_domains": [term_view(each) for each in with_counts(LifeDomain.objects.all())],
        "rules": [term_view(each) for each in rules if each.story_count],
        "municipalities": [
            term_view(each)
            for each in places.filter(story_count__gt=0).order_by("-story_count", "name")[:ENTRIES]
        ],
        "newest": newest,
        "patterns": [term_view(each) for each in rules if each.story_count >= PATTERN],
        "figures": [
            {"value": stories.count(), "label": _("stories")},
            {
                "value": stories.exclude(municipality=None).values("municipality").distinct().count(),
                "label": _("municipalities"),
            },
            {"value": explained.count(), "label": _("rules explained")},
        ],
        "audience": [
            {"title": block.value["title"], "text": block.value["text"], "url": block.value["link"]}
            for block in page.audience
        ],
        "all_rules_url": reverse("examples:rules"),
        "all_municipalities_url": reverse("examples:municipalities"),
        "all_stories_url": index.get_url() if index else "",
    }
