"""Terms and cards as templates show them."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import get_language

from core.page_cache import depends_on
from core.pages import page_key
from examples.dependencies import label_key, row_key, stories_key
from examples.models import (
    ExampleLifeDomain,
    ExamplePage,
    ExampleRule,
    LifeDomain,
    Municipality,
    Picture,
    Province,
)

TERM_VIEWS = {
    "lifedomain": "life_domain",
    "targetgroup": "target_group",
    "partner": "partner",
    "law": "law",
    "blockingrule": "rule",
    "municipality": "municipality",
    "province": "province",
}
log = logging.getLogger(__name__)
CARD_PICTURE = "fill-640x256|format-webp"


@dataclass(frozen=True, slots=True)
class TermView:
    """A term of a vocabulary; `count` is the number of live stories, None where it is not shown."""

    label: str
    url: str
    slug: str
    count: int | None = None
    description: str = ""
    icon: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A story in a list."""

    title: str
    url: str
    summary: str
    outcome: str
    outcome_label: str
    kind_label: str
    place_label: str
    year: int | None
    learning_order: int | None
    life_domains: list[TermView]
    rules: list[TermView]
    picture: dict[str, Any] = field(default_factory=dict)


def term_view(term: Any, count: int | None = None, shown: bool = True) -> TermView:
    """Any row of a vocabulary as templates show it; `shown` is false where they only count it."""
    name = TERM_VIEWS[term._meta.model_name]
    number = count if count is not None else getattr(term, "story_count", None)
    if shown:
        depends_on(label_key(term), *([] if number is None else [stories_key(term)]))
    return TermView(
        label=str(term),
        url=reverse(f"examples:{name}", args=[term.slug]),
        slug=term.slug,
        count=number,
        description=getattr(term, "description", ""),
        icon=term.slug if isinstance(term, LifeDomain) else "",
    )


def live_stories() -> QuerySet[ExamplePage]:
    """Public stories in the language of the moment, newest first."""
    stories: QuerySet[ExamplePage] = ExamplePage.objects.live().public()
    return stories.filter(locale__language_code=get_language()).order_by("-first_published_at", "pk")


def for_cards(stories: QuerySet[ExamplePage]) -> QuerySet[ExamplePage]:
    """The stories with all that a card shows, in a fixed number of queries however many cards there are."""
    return stories.select_related("municipality__province").prefetch_related(
        Prefetch("story_life_domains", ExampleLifeDomain.objects.select_related("term")),
        Prefetch("story_rules", ExampleRule.objects.select_related("term")),
        Prefetch("picture", Picture.objects.prefetch_renditions(CARD_PICTURE)),
    )


def with_counts(terms: QuerySet[Any]) -> QuerySet[Any]:
    """Terms of the language of the moment with `story_count`, the number of live stories."""
    return terms.filter(locale__language_code=get_language()).annotate(
        story_count=Count("story_tags__page", filter=Q(story_tags__page__live=True), distinct=True)
    )


def place_view(story: ExamplePage) -> dict[str, str] | None:
    """What readers may see of the place: the municipality, its province or its number of residents."""
    municipality: Municipality | None = story.municipality
    if municipality is None:
        return None
    depends_on(label_key(municipality))
    if story.municipality_display == ExamplePage.Display.PROVINCE:
        term = term_view(municipality.province)
        return {"label": term.label, "url": term.url}
    if story.municipality_display == ExamplePage.Display.SIZE:
        return {"label": municipality.get_population_class_display(), "url": ""}
    term = term_view(municipality)
    return {"label": term.label, "url": term.url}


def picture_view(story: ExamplePage, domains: Iterable[TermView]) -> dict[str, Any]:
    """The story's picture, or the seed of the pattern that stands for it."""
    picture: Picture | None = story.picture
    rendition = _rendition(picture) if picture else None
    if picture and rendition:
        return {
            "kind": "image",
            "url": rendition.url,
            "srcset": "",
            "width": rendition.width,
            "height": rendition.height,
            "alt": picture.description,
        }
    seed = zlib.crc32(str(story.translation_key).encode())
    return {"kind": "pattern", "seed": seed, "domains": [term.slug for term in domains]}


def _rendition(picture: Picture) -> Any:
    """The picture in the size of a card; None while the store cannot give it, so that the page stands."""
    depends_on(row_key(picture))
    try:
        return picture.get_rendition(CARD_PICTURE)
    except OSError as error:
        log.error("A picture cannot be shown: %s", error)
        return None


def card(story: ExamplePage) -> Card:
    """The story as a card; wants the relations of `for_cards`."""
    depends_on(page_key(story.pk))
    domains = [term_view(tag.term) for tag in story.story_life_domains.all()]
    place = place_view(story)
    return Card(
        title=story.title,
        url=story.get_url() or "",
        summary=story.summary,
        outcome=story.outcome,
        outcome_label=story.get_outcome_display(),
        kind_label=story.get_kind_display(),
        place_label=place["label"] if place else "",
        year=story.year,
        learning_order=story.learning_order,
        life_domains=domains,
        # A card names the first rule and says how many more there are.
        rules=[term_view(tag.term, shown=not nth) for nth, tag in enumerate(story.story_rules.all())],
        picture=picture_view(story, domains),
    )


def cards(stories: QuerySet[ExamplePage]) -> list[Card]:
    """The stories as cards."""
    return [card(story) for story in for_cards(stories)]


def municipalities_with_counts() -> QuerySet[Any]:
    """Municipalities with `story_count`: live stories of the language that show the municipality's name."""
    shown = Q(
        stories__live=True,
        stories__locale__language_code=get_language(),
        stories__municipality_display=ExamplePage.Display.MUNICIPALITY,
    )
    return Municipality.objects.annotate(story_count=Count("stories", filter=shown))


def provinces_with_counts() -> QuerySet[Any]:
    """Provinces with `story_count`: live stories of the language that show their municipality or province."""
    shown = Q(
        municipalities__stories__live=True,
        municipalities__stories__locale__language_code=get_language(),
    ) & ~Q(municipalities__stories__municipality_display=ExamplePage.Display.SIZE)
    return Province.objects.annotate(story_count=Count("municipalities__stories", filter=shown))
