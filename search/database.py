"""The plain search in the database that answers while the engine does not."""

from __future__ import annotations

import re

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from examples.models import ExamplePage
from search.documents import indexable
from search.params import SearchParams
from search.steering import UNSTEERED, Steering

# Enough to be useful; each word costs the database a pass over the titles and summaries.
MOST_WORDS = 6
WORD = re.compile(r"\w[\w'-]*")
# How each facet is chosen in the database; a place only as far as readers may see it.
WAYS = {
    "life_domain": "story_life_domains__term__slug",
    "rule": "story_rules__term__slug",
    "law": "story_rules__term__rule_laws__law__slug",
    "target_group": "story_target_groups__term__slug",
    "partner": "story_partners__term__slug",
    "province": "municipality__province__slug",
    "municipality": "municipality__code",
    "learning_order": "learning_order",
    "outcome": "outcome",
    "language": "locale__language_code",
}
HIDDEN = {
    "province": Q(municipality_display=ExamplePage.Display.SIZE),
    "municipality": ~Q(municipality_display=ExamplePage.Display.MUNICIPALITY),
}


def find(params: SearchParams, steering: Steering = UNSTEERED) -> tuple[int, list[str]]:
    """Stories whose title, summary or rules have all of the words, newest first.

    Args:
        params: The question; its sort and its counts are not heeded.
        steering: What editors chose for the question: stories in front, and stories that are hidden.

    Returns:
        The total, and the keys of the page.
    """
    chosen = _chosen(indexable(), params).exclude(pk__in=steering.hidden)
    with_words = chosen
    for word in WORD.findall(params.text.replace('"', " "))[:MOST_WORDS]:
        with_words = with_words.filter(
            Q(title__icontains=word) | Q(summary__icontains=word) | Q(story_rules__term__name__icontains=word)
        )
    found = chosen.filter(Q(pk__in=with_words.values("pk")) | Q(pk__in=steering.first))
    order = ["-first_published_at", "pk"]
    if steering.first:
        places = [When(pk=key, then=Value(place)) for place, key in enumerate(steering.first)]
        place = Case(*places, default=Value(len(places)), output_field=IntegerField())
        found, order = found.annotate(place=place), ["place", *order]
    found = found.order_by(*order).distinct().values_list("pk", flat=True)
    return found.count(), [str(key) for key in found[params.offset : params.offset + params.page_size]]


def _chosen(stories: QuerySet[ExamplePage], params: SearchParams) -> QuerySet[ExamplePage]:
    for name, values in params.selected.items():
        chosen = [value for value in values if name != "learning_order" or value.isdecimal()]
        stories = stories.filter(**{f"{WAYS[name]}__in": chosen})
        if name in HIDDEN:
            stories = stories.exclude(HIDDEN[name])
    if params.year_from is not None:
        stories = stories.filter(year__gte=params.year_from)
    if params.year_to is not None:
        stories = stories.filter(year__lte=params.year_to)
    return stories
