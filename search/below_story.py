"""Similar stories below a story, each with the reason in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from core.page_cache import depends_on
from core.pages import page_key
from examples.models import ExamplePage
from search import service
from search.results import SimilarStory
from search.similar import SIMILAR_KEY, Reason

SAME = {
    "rule": gettext_lazy("same rule"),
    "target_group": gettext_lazy("same target group"),
    "life_domain": gettext_lazy("same life domain"),
    "word": gettext_lazy("same words"),
}


def similar_stories(page: ExamplePage, story: Mapping[str, Any]) -> SafeString | str:
    """The stories most like this one, or "" where there are none.

    Args:
        page: The story's page.
        story: What its template shows of it; its terms are those that a reason can name.
    """
    found = service.similar(str(page.pk)) if page.pk else ()
    depends_on(SIMILAR_KEY, *(page_key(int(one.story.key)) for one in found or ()))
    if not found:
        return ""
    labels = labels_of(story)
    stories = [{"story": one.story, "reason": in_words(one, labels)} for one in found]
    return render_to_string("search/similar.html", {"stories": stories})


def labels_of(story: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Labels of the story's own terms by facet and value."""
    terms = {
        "rule": [rule["term"] for rule in story["rules"]],
        "target_group": story["target_groups"],
        "life_domain": story["life_domains"],
    }
    return {facet: {term.slug: term.label for term in found} for facet, found in terms.items()}


def in_words(similar: SimilarStory, labels: Mapping[str, Mapping[str, str]]) -> str:
    """The reasons as a sentence: "same rule: kostendelersnorm; same words: hypotheek"."""
    return "; ".join(_reason(reason, labels) for reason in similar.reasons)


def _reason(reason: Reason, labels: Mapping[str, Mapping[str, str]]) -> str:
    names = labels.get(reason.facet, {})
    return f"{SAME[reason.facet]}: {', '.join(names.get(value, value) for value in reason.values)}"
