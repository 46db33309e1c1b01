"""Pages that are made from what the site holds."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.page_cache import cached_page
from examples.pages import crumbs
from home.selectors import site_map


@cached_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page of the site in one view, for who cannot find it in the menu."""
    context = {
        "groups": site_map(get_language() or settings.LANGUAGE_CODE),
        "breadcrumbs": crumbs((_("Sitemap"), "")),
    }
    return render(request, "home/sitemap.html", context)
