"""A public story as the search knows it: plain values, no models, no engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class StoryRecord:
    """All that the index holds of one live, public story in one language.

    Attributes:
        key: Name of the story in the index: its page's number as text.
        slug: Its slug, the same in all languages.
        language: "nl" or "en".
        url: Path of its page.
        title: Plain text.
        summary: Plain text.
        tags: Labels that name it, in its own language: rules with laws, articles, notes; domains; groups;
            partners; the place as far as readers may see it.
        body: Plain texts of its parts by name, in reading order; none is empty.
        background: Plain texts that it is found by and that are not of the story itself: what its rules say,
            other words for its tags.
        facets: Values by facet name, by slug or code; a predecessor's code is its successor's.
        place: The place as far as readers may see it, or "".
        place_url: Path of the page of that place, or "".
        year: Year of the case, or None.
        published: Seconds since 1970 of the first publication.
        copied: How often the story was copied.
    """

    key: str
    slug: str
    language: str
    url: str
    title: str
    summary: str
    tags: tuple[str, ...]
    body: Mapping[str, str]
    background: tuple[str, ...]
    facets: Mapping[str, tuple[str, ...]]
    place: str
    place_url: str
    year: int | None
    published: int
    copied: int = 0
