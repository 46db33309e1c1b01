"""An address of the search page to `SearchParams` and back: whatever stands in it, there is an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from search.facets import BY_NAME, FACETS
from search.params import (
    LAST_PAGE,
    LONGEST_QUERY,
    MOST_TICKED,
    MOST_VALUES,
    PlaceOrder,
    SearchParams,
    Sort,
    View,
)

TEXT, PAGE, SORT, FROM, UNTIL = "q", "pagina", "sorteer", "van", "tot"
VIEW, PLACES, TICKED = "weergave", "plaatsen", "voorbeeld"
VALUE = re.compile(r"[A-Za-z0-9_-]{1,80}")  # a slug or a code
YEARS = range(1980, 2101)
ALL_LANGUAGES = "alle"
LANGUAGES = ("nl", "en")

Choice = TypeVar("Choice", bound=StrEnum)


def read(query: QueryDict, language: str) -> SearchParams:
    """What the address asks. What cannot be understood is left out; lengths and numbers are bounded.

    Args:
        query: Parameters of the address.
        language: Language of the page; stories in it are wanted, unless `taal` says otherwise.
    """
    selected: dict[str, tuple[str, ...]] = {}
    for facet in FACETS:
        values = [value for value in query.getlist(facet.key)[:MOST_VALUES] if VALUE.fullmatch(value)]
        selected[facet.name] = tuple(dict.fromkeys(values))
    selected["language"] = _languages(selected["language"], language)
    years = sorted(year for year in (_year(query.get(FROM)), _year(query.get(UNTIL))) if year)
    both = len(years) == len((FROM, UNTIL))
    return SearchParams(
        text=_text(query.get(TEXT, "")),
        language=language,
        selected={name: values for name, values in selected.items() if values},
        year_from=years[0] if both else _year(query.get(FROM)),
        year_to=years[-1] if both else _year(query.get(UNTIL)),
        sort=_one_of(Sort, query.get(SORT), Sort.RELEVANCE),
        page=min(max(_number(query.get(PAGE)) or 1, 1), LAST_PAGE),
        view=_one_of(View, query.get(VIEW), View.LIST),
        places_by=_one_of(PlaceOrder, query.get(PLACES), PlaceOrder.COUNT),
        ticked=ticked(query),
    )


def ticked(query: QueryDict) -> tuple[str, ...]:
    """Slugs of the ticked stories, each once; what cannot be one is left out."""
    slugs = [slug for slug in query.getlist(TICKED) if VALUE.fullmatch(slug)]
    return tuple(dict.fromkeys(slugs))[:MOST_TICKED]


def address(params: SearchParams, **changes: Any) -> str:
    """The address that asks this, as `?…`, in one fixed order; what is as always is left out."""
    params = replace(params, **changes)
    pairs: list[tuple[str, str]] = [(TEXT, params.text)] if params.text else []
    for facet in FACETS:
        values = params.selected.get(facet.name, ())
        if facet.name == "language":
            values = () if values == (params.language,) else values or (ALL_LANGUAGES,)
        pairs += [(facet.key, value) for value in values]
    for name, year in ((FROM, params.year_from), (UNTIL, params.year_to)):
        pairs += [(name, str(year))] if year else []
    pairs += [(SORT, params.sort.value)] if params.sort is not Sort.RELEVANCE else []
    pairs += [(PAGE, str(params.page))] if params.page > 1 else []
    pairs += [(VIEW, params.view.value)] if params.view is not View.LIST else []
    pairs += [(PLACES, params.places_by.value)] if params.places_by is not PlaceOrder.COUNT else []
    pairs += [(TICKED, slug) for slug in params.ticked]
    return f"?{urlencode(pairs)}"


def page_address(params: SearchParams) -> str:
    """The address of the search page that asks this."""
    asked = address(params)
    return reverse("search:page") + (asked if asked != "?" else "")


def with_value(params: SearchParams, name: str, value: str) -> SearchParams:
    """The same question with one more value of a facet, from its first page."""
    values = dict.fromkeys((*params.selected.get(name, ()), value))
    return _selecting(params, name, tuple(values))


def without_value(params: SearchParams, name: str, value: str) -> SearchParams:
    """The same question without a value of a facet, from its first page."""
    return _selecting(params, name, tuple(one for one in params.selected.get(name, ()) if one != value))


def without_filters(params: SearchParams) -> SearchParams:
    """The same question without any filter, from its first page."""
    language: Mapping[str, tuple[str, ...]] = {"language": (params.language,)}
    return replace(params, selected=language, year_from=None, year_to=None, page=1)


def chosen(params: SearchParams) -> list[tuple[str, str]]:
    """Facet and value of every filter that the visitor chose; the page's own language is none."""
    own = ("language", params.language)
    pairs = [(name, value) for name in BY_NAME for value in params.selected.get(name, ())]
    return [pair for pair in pairs if pair != own]


def _selecting(params: SearchParams, name: str, values: Sequence[str]) -> SearchParams:
    selected = {**params.selected, name: tuple(values)}
    return replace(params, selected={key: kept for key, kept in selected.items() if kept}, page=1)


def _languages(values: Sequence[str], own: str) -> tuple[str, ...]:
    if ALL_LANGUAGES in values:
        return ()
    return tuple(value for value in values if value in LANGUAGES) or (own,)


def _text(text: str) -> str:
    spaced = "".join(one if one.isprintable() else " " for one in text[: LONGEST_QUERY * 4])
    return " ".join(spaced.split())[:LONGEST_QUERY].strip()


def _number(text: str | None) -> int | None:
    text = (text or "").strip()[:6]
    return int(text) if text.isascii() and text.isdecimal() else None


def _year(text: str | None) -> int | None:
    year = _number(text)
    return year if year in YEARS else None


def _one_of(choices: type[Choice], text: str | None, default: Choice) -> Choice:
    return choices(text) if text in set(choices) else default
