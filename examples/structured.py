"""A story as machines read it: a schema.org Article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings

from core.structured_data import publisher, without_empty
from examples.cards import TermView
from examples.models import ExamplePage


def article(page: ExamplePage, story: Mapping[str, Any], picture_url: str) -> dict[str, Any]:
    """The story as an Article; of the place it says no more than the page does.

    Args:
        page: The story.
        story: What its template shows.
        picture_url: Absolute address of the picture for links to it.

    Returns:
        An Article with what it is about and where it took place.
    """
    terms = [*story["life_domains"], *(rule["term"] for rule in story["rules"]), *story["target_groups"]]
    return without_empty(
        {
            "@type": "Article",
            "@id": story["permalink"],
            "url": story["permalink"],
            "headline": page.title,
            "description": page.summary,
            "inLanguage": page.locale.language_code,
            "datePublished": page.first_published_at and page.first_published_at.isoformat(),
            "dateModified": page.last_published_at and page.last_published_at.isoformat(),
            "image": picture_url,
            "author": publisher(),
            "publisher": publisher(),
            "about": about(terms),
            "spatialCoverage": place(page, story["place"]),
            "isBasedOn": page.source_url,
        }
    )


def about(terms: Iterable[TermView]) -> list[dict[str, Any]]:
    """Terms as what a story is about."""
    return [
        {"@type": "DefinedTerm", "name": term.label, "url": f"{settings.BASE_URL}{term.url}"}
        for term in terms
    ]


def place(page: ExamplePage, shown: Mapping[str, str] | None) -> dict[str, Any] | None:
    """The municipality or province that the page shows; nothing where it shows only a size."""
    if shown is None or not shown["url"] or page.municipality is None:
        return None
    area = {
        "@type": "AdministrativeArea",
        "name": shown["label"],
        "url": f"{settings.BASE_URL}{shown['url']}",
    }
    if page.municipality_display == ExamplePage.Display.MUNICIPALITY:
        area["sameAs"] = page.municipality.tooi_uri
    return area
