"""Finds the page of an address: in one query where Wagtail takes five to seven."""

from __future__ import annotations

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as serve_by_tree

from core.pages import SitePage


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at the path below the home page of the language; 404 where there is none."""
    page = find(path)
    if page is not None:
        # Where Wagtail keeps the outcome of walking down the tree; with it there, it does not walk.
        request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    answer: HttpResponse = serve_by_tree(request, path)
    return answer


def find(path: str) -> SitePage | None:
    """The live page at a path; None leaves the address to Wagtail.

    That is right for what no path says: which of several sites a host name means.
    """
    roots = Site.get_site_root_paths()
    if len({root.site_id for root in roots}) != 1:
        return None
    below = next((root.root_path for root in roots if root.language_code == get_language()), None)
    if below is None:
        return None
    parts = [part for part in path.split("/") if part]
    above = [f"{below}{'/'.join(parts[:depth])}/".replace("//", "/") for depth in range(len(parts) + 1)]
    trail = list(Page.objects.filter(url_path__in=above).select_related(*_relations()).order_by("depth"))
    if len(trail) != len(above) or not trail[-1].live:
        return None
    kind = trail[-1].specific_class
    if kind is None or not issubclass(kind, SitePage):
        return None
    page: SitePage = getattr(trail[-1], kind._meta.model_name)
    page.trail = trail[:-1]
    return page


def _relations() -> list[str]:
    """Names of the relations from a page to its row in each page type, and to what that type shows."""
    types = [model for model in apps.get_models() if issubclass(model, SitePage)]
    return [
        "__".join(filter(None, (model._meta.model_name, relation)))
        for model in types
        for relation in ("", *model.routed_with)
    ]
