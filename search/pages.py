"""What the search page shows, worked out from the results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from examples.models import BlockingRule
from examples.plain_way import PlainWay, plain_way
from search import forms, service
from search.documents import indexable
from search.facets import BY_NAME, ValueOrder
from search.params import LAST_PAGE, SearchParams, Sort, View
from search.results import FacetTable, FacetValue, SearchResults
from search.suggest import STORY, Suggestion

# Values of a facet that show at once; the rest unfolds.
SHOWN_VALUES = 6
# For who found nothing: stories that come near, and filters of which leaving out is tried.
NEAREST = 3
MOST_DROPS = 6
# Rules of which the room stands above the results.
MOST_WAYS = 2


@dataclass(frozen=True)
class Chip:
    """A chosen filter, and the address without it."""

    label: str
    facet_label: str
    url: str


@dataclass(frozen=True)
class FacetView:
    """A facet as a group of checkboxes: those that show at once, and those that unfold."""

    name: str
    key: str
    label: str
    first: tuple[FacetValue, ...]
    rest: tuple[FacetValue, ...]
    selected: int

    @property
    def open(self) -> bool:
        """Whether the rest starts unfolded: when something in it is chosen."""
        return any(value.selected for value in self.rest)


@dataclass(frozen=True)
class Link:
    """A way to another state of the search."""

    label: str
    url: str
    current: bool = False
    count: int | None = None


def search_context(results: SearchResults) -> dict[str, Any]:
    """Everything that the search page's templates need."""
    params = results.params
    return {
        "params": params,
        "results": results,
        "query": params.text,
        "chips": chips(results),
        "facets": [facet_view(table) for table in results.facets if table.facet.name != "language"],
        "languages": languages(results),
        "sorts": sorts(params),
        "views": views(params),
        "ways": ways(results),
        "pages": page_links(results),
        "page_range": page_range(results),
        "suggestion_url": forms.address(replace(params, text=results.suggestion, page=1)),
        "clear_url": forms.address(forms.without_filters(params)),
        "chosen": len(forms.chosen(params)) + bool(params.year_from or params.year_to),
        "language_choice": language_choice(params),
        "ticked_elsewhere": ticked_elsewhere(results),
        "noindex": forms.address(params) != "?",
        "canonical_url": f"{settings.BASE_URL}{reverse('search:page')}",
    }


def chips(results: SearchResults) -> list[Chip]:
    """The chosen filters in the order of the page."""
    params = results.params
    labels = {(table.facet.name, one.value): one.label for table in results.facets for one in table.values}
    shown = [
        Chip(
            label=labels.get((name, value), value),
            facet_label=str(BY_NAME[name].label),
            url=forms.address(forms.without_value(params, name, value)),
        )
        for name, value in forms.chosen(params)
    ]
    if params.year_from or params.year_to:
        url = forms.address(replace(params, year_from=None, year_to=None, page=1))
        shown.append(Chip(years_label(params), _("Year"), url))
    return shown


def years_label(params: SearchParams) -> str:
    """The range of years in words."""
    years = {"first": params.year_from, "last": params.year_to}
    if params.year_from and params.year_to:
        return _("%(first)s to %(last)s") % years
    return _("from %(first)s") % years if params.year_from else _("until %(last)s") % years


def facet_view(table: FacetTable) -> FacetView:
    """The values to choose from; a list in an order of its own stays whole."""
    values = table.values
    shown = len(values) if table.facet.order is ValueOrder.DECLARED else SHOWN_VALUES
    return FacetView(
        name=table.facet.name,
        key=table.facet.key,
        label=str(table.facet.label),
        first=values[:shown],
        rest=values[shown:],
        selected=len(table.selected),
    )


def languages(results: SearchResults) -> list[Link]:
    """Links to the stories in each language, and in all."""
    params = results.params
    table = next((table for table in results.facets if table.facet.name == "language"), None)
    if table is None:
        return []
    now = params.selected.get("language", ())
    links = [
        Link(one.label, _language_url(params, (one.value,)), now == (one.value,), one.count)
        for one in table.values
    ]
    return [*links, Link(_("All languages"), _language_url(params, ()), not now)]


def _language_url(params: SearchParams, values: tuple[str, ...]) -> str:
    selected = {name: kept for name, kept in params.selected.items() if name != "language"}
    if values:
        selected["language"] = values
    return forms.address(replace(params, selected=selected, page=1))


def language_choice(params: SearchParams) -> str:
    """What the form must repeat when another language than the page's own is wanted."""
    values = params.selected.get("language", ())
    return "" if values == (params.language,) else next(iter(values), forms.ALL_LANGUAGES)


def sorts(params: SearchParams) -> list[Link]:
    """The orders to choose from; without words there is no relevance."""
    labels = {
        Sort.RELEVANCE: _("Best match"),
        Sort.NEWEST: _("Newest"),
        Sort.MOST_COPIED: _("Most copied"),
    }
    now = params.sort if params.text or params.sort is not Sort.RELEVANCE else Sort.NEWEST
    return [
        Link(label, forms.address(replace(params, sort=sort, page=1)), sort is now)
        for sort, label in labels.items()
        if params.text or sort is not Sort.RELEVANCE
    ]


def views(params: SearchParams) -> list[Link]:
    """The ways to show the results."""
    labels = {View.LIST: _("List"), View.MAP: _("Map")}
    return [
        Link(label, forms.address(replace(params, view=view, page=1)), view is params.view)
        for view, label in labels.items()
    ]


def ways(results: SearchResults) -> list[PlainWay]:
    """What the rules allow that the question names, or the one that is chosen; on the first page alone."""
    if results.params.page > 1:
        return []
    chosen = results.params.selected.get("rule", ())
    slugs = list(dict.fromkeys([*results.rules, *(chosen if len(chosen) == 1 else ())]))[:MOST_WAYS]
    found = BlockingRule.objects.filter(locale__language_code=results.params.language, slug__in=slugs)
    return (
        [plain_way(rule) for rule in sorted(found, key=lambda rule: slugs.index(rule.slug))] if slugs else []
    )


def page_links(results: SearchResults) -> list[dict[str, Any] | None]:
    """Links to the pages round this one; None stands for a gap."""
    last, now = min(results.pages, LAST_PAGE), results.params.page
    wanted = sorted({1, now - 1, now, now + 1, last} & set(range(1, last + 1)))
    links: list[dict[str, Any] | None] = []
    for before, number in zip([0, *wanted], wanted, strict=False):
        links += [None] if number - before > 1 else []
        url = forms.address(replace(results.params, page=number))
        links.append({"number": number, "url": url, "current": number == now})
    return links


def page_range(results: SearchResults) -> tuple[int, int]:
    """Numbers of the first and the last result of the page, counted from 1."""
    first = results.params.offset + 1
    return first, results.params.offset + len(results.results)


def ticked_elsewhere(results: SearchResults) -> list[tuple[str, str]]:
    """Slug and title of the stories that are ticked and not among the results of this page."""
    here = {result.slug for result in results.results} if results.params.view is View.LIST else set()
    slugs = [slug for slug in results.params.ticked if slug not in here]
    if not slugs:
        return []
    stories = indexable().filter(slug__in=slugs, locale__language_code=results.params.language)
    titles = dict(stories.values_list("slug", "title"))
    return [(slug, titles[slug]) for slug in slugs if slug in titles]


def nothing_context(results: SearchResults) -> dict[str, Any]:
    """What helps when nothing was found: which filter to leave out, what comes near, whom to ask."""
    params = results.params
    without = forms.without_filters(params)
    near = service.search(replace(without, facets=False, page_size=NEAREST)) if forms.chosen(params) else None
    is_near = near is not None and near.total > 0
    if near is None or not is_near:
        near = service.search(replace(without, text="", facets=False, page_size=NEAREST))
    return {
        "drops": drops(results),
        "nearest": near.results,
        "is_near": is_near,
        "contact_url": f"/{params.language}/contact/",
    }


def drops(results: SearchResults) -> list[Link]:
    """Each chosen filter with the number of stories that the search without it gives, where it gives any."""
    params = results.params
    labels = {(table.facet.name, one.value): one.label for table in results.facets for one in table.values}
    links = []
    for name, value in forms.chosen(params)[:MOST_DROPS]:
        wider = forms.without_value(params, name, value)
        number = service.count(wider)
        if number:
            label = f"{BY_NAME[name].label}: {labels.get((name, value), value)}"
            links.append(Link(label, forms.address(wider), count=number))
    return links


def suggestion_groups(suggestions: Iterable[Suggestion]) -> list[dict[str, Any]]:
    """Suggestions by kind, each with the address it leads to."""
    groups: dict[str, dict[str, Any]] = {}
    for one in suggestions:
        label = _("Stories") if one.kind == STORY else str(BY_NAME[one.kind].label)
        group = groups.setdefault(one.kind, {"label": label, "options": []})
        group["options"].append({"label": one.label, "url": one.url or value_url(one.kind, one.value)})
    return list(groups.values())


def value_url(facet: str, value: str) -> str:
    """The page of a rule, law or life domain; of another value the search for it."""
    if facet in ("rule", "law", "life_domain"):
        return reverse(f"examples:{facet}", args=[value])
    return f"{reverse('search:page')}?{urlencode({BY_NAME[facet].key: value})}"
