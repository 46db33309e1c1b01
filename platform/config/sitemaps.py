"""What `sitemap.xml` tells search engines: every public page in each language, and its translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.models import Page

from examples.cards import TERM_VIEWS
from examples.models import BlockingRule, Law, LifeDomain, Municipality, Partner, Province, TargetGroup

Item = tuple[str, str]
TRANSLATED: tuple[Any, ...] = (BlockingRule, Law, LifeDomain, Partner, TargetGroup)
PLACES: tuple[Any, ...] = (Municipality, Province)
LISTS = (
    "home:sitemap",
    "examples:rules",
    "examples:laws",
    "examples:municipalities",
    "examples:provinces",
    "examples:life_domains",
    "examples:target_groups",
    "examples:partners",
)
CODES = [code for code, _name in settings.LANGUAGES]


class _OwnHost(Sitemap[Any]):
    """Gives the addresses that canonical links give, whatever host was asked."""

    def get_protocol(self, protocol: str | None = None) -> str:
        """Of BASE_URL."""
        return str(settings.BASE_URL).partition("://")[0]

    def get_domain(self, site: Any = None) -> str:
        """Of BASE_URL."""
        return str(settings.BASE_URL).partition("://")[2]


class PageSitemap(_OwnHost):
    """Pages of the tree, with the day on which each was last published."""

    def items(self) -> list[Page]:
        """Live pages that everybody may see, a language at a time."""
        return list(Page.objects.live().public().filter(depth__gt=1).order_by("locale", "path").specific())

    def location(self, item: Page) -> str:
        """Path of the page."""
        return str(item.get_url() or "/")

    def lastmod(self, item: Page) -> datetime | None:
        """When the page was last published."""
        return item.last_published_at


class ViewSitemap(_OwnHost):
    """The map of the site, lists of the vocabularies, and a page for each of their terms."""

    i18n = True
    alternates = True
    languages = CODES

    def __init__(self) -> None:
        self._languages: dict[Item, set[str]] = defaultdict(set)

    def items(self) -> list[Item]:
        """Name of the view and slug; remembers in which languages each can be read."""
        if not self._languages:
            for name in LISTS:
                self._languages[name, ""] = set(CODES)
            for model in PLACES:
                self._note(model, ((slug, code) for (slug,) in _slugs(model) for code in CODES))
            for model in TRANSLATED:
                self._note(model, _slugs(model, "locale__language_code"))
        return list(self._languages)

    def _note(self, model: Any, rows: Iterable[tuple[str, str]]) -> None:
        view = f"examples:{TERM_VIEWS[model._meta.model_name]}"
        for slug, code in rows:
            self._languages[view, slug].add(code)

    def get_languages_for_item(self, item: Item) -> list[str]:
        """Codes of the languages in which the page exists."""
        return [code for code in CODES if code in self._languages[item]]

    def location(self, item: Item) -> str:
        """Path of the page in the language of the moment."""
        view, slug = item
        return reverse(view, args=[slug] if slug else [])


def _slugs(model: Any, *more: str) -> Any:
    return model.objects.order_by("slug").values_list("slug", *more)


SITEMAPS = {"pages": PageSitemap, "views": ViewSitemap}
