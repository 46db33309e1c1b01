"""What every page shows around its content."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.page_cache import depends_on
from core.page_cache.middleware import has_session
from core.pages import menu_key

# The page that tells how to send in a story.
SHARE_SLUGS = ("meedoen", "submit")


def site(request: HttpRequest) -> dict[str, Any]:
    """What stands around a page of the site; nothing extra for the admin."""
    return {} if in_admin(request) else around(request)


def in_admin(request: HttpRequest) -> bool:
    """Whether a page of the admin was asked for."""
    return request.path.startswith("/admin/")


def around(request: HttpRequest) -> dict[str, Any]:
    """Name of the site, addresses and menus for the base template."""
    pages = _information_pages()
    return {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "contact_email": settings.CONTACT_EMAIL,
        "canonical_url": _canonical(request),
        "theme_stylesheet": theme_stylesheet(request),
        "menu": _menu(request),
        "footer_menu": _footer(pages),
        "search_url": reverse("search:page"),
        "search_current": request.path == reverse("search:page"),
        "account": _account(request),
        "share_url": next((_address(page) for page in pages if page.slug in SHARE_SLUGS), ""),
        "language_links": _languages(request),
    }


def _canonical(request: HttpRequest) -> str:
    """Address of the page without what does not change it; each page of a list is a page of its own."""
    number = request.GET.get("pagina", "")
    later = number.isascii() and number.isdigit() and number.lstrip("0") not in {"", "1"}
    return f"{settings.BASE_URL}{request.path}{f'?pagina={number}' if later else ''}"


def theme_stylesheet(request: HttpRequest) -> str:
    """Address of the look of the municipality whose host was asked, or "" for the site's own look."""
    try:
        host, _port = split_domain_port(request.get_host())
    except DisallowedHost:
        return ""
    name = settings.THEMES.get(host)
    return static(f"dist/themes/{name}.css") if name else ""


def _menu(request: HttpRequest) -> list[dict[str, Any]]:
    stories = "voorbeelden" if get_language() == "nl" else "examples"
    entries = [
        (_("Stories"), f"/{get_language()}/{stories}/"),
        (_("Rules"), reverse("examples:rules")),
        (_("Municipalities"), reverse("examples:municipalities")),
        (_("Life domains"), reverse("examples:life_domains")),
    ]
    return [{"label": label, "url": url, "current": request.path.startswith(url)} for label, url in entries]


def _account(request: HttpRequest) -> dict[str, Any]:
    """The way to sign in, or to one's account."""
    # Who is signed in has a session; asking for the user of others would keep their page from being kept.
    user = getattr(request, "user", None) if has_session(request) else None
    if user is None or not user.is_authenticated:
        label, url = _("Sign in"), reverse("account_login")
    else:
        label, url = _("Account"), reverse("accounts:overview")
    return {"label": label, "url": url, "current": request.path == url}


def _information_pages() -> list[Page]:
    """The pages just below the home page of the language."""
    depends_on(menu_key(get_language() or settings.LANGUAGE_CODE))
    pages = Page.objects.live().filter(depth=3, locale__language_code=get_language()).order_by("path")
    return list(pages.exclude(slug__in=["voorbeelden", "examples"]))


def _address(page: Page) -> str:
    return f"/{get_language()}/{page.slug}/"


def _footer(pages: list[Page]) -> list[dict[str, Any]]:
    links = [*((page.title, _address(page)) for page in pages), (_("Sitemap"), reverse("home:sitemap"))]
    return [{"label": label, "url": url, "current": False} for label, url in links]


def _languages(request: HttpRequest) -> list[dict[str, Any]]:
    links = []
    for code, label in settings.LANGUAGES:
        url, translated = _address_in(request, code)
        links.append(
            {
                "code": code,
                "label": label,
                "url": url,
                "absolute_url": f"{settings.BASE_URL}{url}",
                "current": code == get_language(),
                "translated": translated,
            }
        )
    return links


def _address_in(request: HttpRequest, code: str) -> tuple[str, bool | None]:
    """Address of the page in another language, and whether there is such a page.

    None where there is no page in this language either: an error.
    """
    if code == get_language():
        return request.path, True
    page = getattr(request, "site_page", None)
    if page is not None:
        address = page.address_in(code)
        return address or page.address_without_translation(code), bool(address)
    missing = getattr(request, "not_translated", ())
    if code in missing:
        return f"/{code}/", False
    match = request.resolver_match
    if match is None or match.view_name == "wagtail_serve":
        return f"/{code}/", None
    with override(code):
        try:
            return reverse(match.view_name, args=match.args, kwargs=_own(match.kwargs)), True
        except NoReverseMatch:
            return f"/{code}/", False


def _own(kwargs: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in kwargs.items() if name != "kind"}
