"""What the search answers: plain values for pages, interfaces and exports."""

from __future__ import annotations

from dataclasses import dataclass

from search.facets import Facet
from search.highlight import Segments
from search.params import SearchParams
from search.similar import Reason
from search.story import StoryRecord


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet; `count` is the number of results that choosing it shows, None if not counted."""

    value: str
    label: str
    count: int | None
    selected: bool


@dataclass(frozen=True)
class FacetTable:
    """A facet with every value that it has, also those with 0."""

    facet: Facet
    values: tuple[FacetValue, ...]

    @property
    def selected(self) -> tuple[FacetValue, ...]:
        """The chosen values."""
        return tuple(value for value in self.values if value.selected)


@dataclass(frozen=True)
class Tag:
    """A tag of a result."""

    value: str
    label: str
    url: str


@dataclass(frozen=True)
class Result:
    """A story found; texts are segments (text, whether it is marked), to be escaped by who shows them.

    `chosen` says that editors put it first for this question.
    """

    key: str
    slug: str
    url: str
    language: str
    title: Segments
    passage: Segments
    place: Tag | None
    year: int | None
    outcome: str
    outcome_label: str
    learning_order: str
    rules: tuple[Tag, ...]
    life_domains: tuple[Tag, ...]
    score: float
    chosen: bool = False


@dataclass(frozen=True)
class SearchResults:
    """The answer to `params`.

    Attributes:
        params: The question, with what it was bounded to.
        total: Number of stories.
        results: Those of the page.
        facets: Tables in the order of the page; empty when not asked for.
        suggestion: "Did you mean": the text with its typing errors mended, or "".
        rules: Slugs of the rules that the question surely names.
        degraded: Whether the engine did not answer and the database did: only words in title, summary and
            tags were looked for.
    """

    params: SearchParams
    total: int
    results: tuple[Result, ...]
    facets: tuple[FacetTable, ...] = ()
    suggestion: str = ""
    rules: tuple[str, ...] = ()
    degraded: bool = False

    @property
    def pages(self) -> int:
        """Number of pages."""
        return -(-self.total // self.params.page_size)


@dataclass(frozen=True)
class SimilarStory:
    """A story like another one, and what the two share."""

    story: StoryRecord
    reasons: tuple[Reason, ...]
