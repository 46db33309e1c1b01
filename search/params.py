"""What a visitor asks of the search: one frozen value that every caller builds and the service reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

LONGEST_QUERY = 500  # characters; what is longer is cut, never refused
MOST_VALUES = 50  # selected values a facet
PAGE_SIZE = 10
LAST_PAGE = 100
MOST_TICKED = 8  # more than can be compared, so that one too many is said and not lost

NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Sort(StrEnum):
    """Orders of the results; the value is what stands in an address."""

    RELEVANCE = "relevantie"
    NEWEST = "nieuwste"
    MOST_COPIED = "meest-overgenomen"


class View(StrEnum):
    """How the results are shown."""

    LIST = "lijst"
    MAP = "kaart"


class PlaceOrder(StrEnum):
    """Orders of the municipalities beside the map."""

    COUNT = "aantal"
    NAME = "naam"


@dataclass(frozen=True)
class SearchParams:
    """A question to the search.

    Attributes:
        text: What was typed: words, "phrases", -exclusions. At most `LONGEST_QUERY` characters count.
        language: Language of the text and of the labels, "nl" or "en".
        selected: Chosen values by the name of the facet (see `search.facets`): OR within, AND across.
        year_from: First year that counts, or None.
        year_to: Last year that counts, or None.
        sort: Order of the results; without a text relevance means newest.
        page: Number of the page, from 1.
        page_size: Results a page.
        facets: Whether the counts are wanted.
        view: How the results are shown.
        places_by: Order of the municipalities beside the map.
        ticked: Slugs of the stories that the visitor ticked, to compare them.
    """

    text: str = ""
    language: str = "nl"
    selected: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    year_from: int | None = None
    year_to: int | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    facets: bool = True
    view: View = View.LIST
    places_by: PlaceOrder = PlaceOrder.COUNT
    ticked: tuple[str, ...] = ()

    @property
    def offset(self) -> int:
        """Number of results before this page."""
        return (self.page - 1) * self.page_size
