"""The base of every page type."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction

from core.page_cache import depends_on, keep_page


def page_key(pk: int) -> str:
    """Key of what a page itself says, for the page cache."""
    return f"page:{pk}"


def menu_key(language: str) -> str:
    """Key of the menus of a language, for the page cache."""
    return f"menu:{language}"


def is_menu_key(key: str) -> bool:
    """Whether the key is of a menu."""
    return key.startswith("menu:")


class SitePage(Page):
    """A page that knows in which languages it can be read and which kept pages show it."""

    # Whether get_context and what it calls note all that the page shows.
    is_cached = False

    # Relations that the page always shows: read together with it.
    routed_with: tuple[str, ...] = ()
    # The pages above it from the home page down, where the address led to the page; else None.
    trail: list[Page] | None = None

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The template's context; the page is kept on the request for the language switch."""
        request.site_page = self  # type: ignore[attr-defined]
        depends_on(page_key(self.pk), self.translations_key)
        if self.is_cached:
            keep_page()
        return dict(super().get_context(request, *args, **kwargs))

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        """As Wagtail does, on the host of BASE_URL: mail links to where the site runs now."""
        parts = super().get_url_parts(request)
        return (parts[0], settings.BASE_URL, parts[2]) if parts and parts[1] else parts

    @property
    def translations_key(self) -> str:
        """Key of the page's addresses in all languages, for the page cache."""
        return f"translations:{self.translation_key}"

    def list_facts(self) -> dict[str, Any]:
        """The lists that show the page, by their keys, each with what it sorts and filters by."""
        return {menu_key(self.locale.language_code): (self.title, self.url_path, self.show_in_menus)}

    @property
    def parent(self) -> Page | None:
        """The page above it."""
        return self.trail[-1] if self.trail else self.get_parent()

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Restrictions of this page and those above it, without asking again which those are."""
        trail = [*(self.trail or ()), self]
        if self.trail is None or any(page.alias_of_id for page in trail):
            return super().get_view_restrictions()
        above = Q(page_id__in=[page.pk for page in trail]) | Q(page__depth=1)
        found: QuerySet[PageViewRestriction] = PageViewRestriction.objects.filter(above)
        return found

    def address_in(self, code: str) -> str:
        """Path of the live page in another language, or "" where it is not translated."""
        other = self.get_translations().live().filter(locale__language_code=code).first()
        return (other.get_url() or "") if other else ""

    def address_without_translation(self, code: str) -> str:
        """Path at which the page would be in another language; there a page says that it is not."""
        above = self.parent
        other = above.get_translations().live().filter(locale__language_code=code).first() if above else None
        return f"{other.get_url()}{self.slug}/" if other else f"/{code}/"
