"""Makes the site's own pages from `fixtures/pages.yaml`; pages that exist are left alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page, Site

from examples.models import ExampleIndexPage, ExamplePage
from home.models import FeaturedStory, HomePage, InformationPage

SOURCE = Path(__file__).resolve().parent / "fixtures" / "pages.yaml"
STORIES = {"nl": ("voorbeelden", "Voorbeelden"), "en": ("examples", "Stories")}
RULES = {"nl": "/nl/regels/", "en": "/en/rules/"}
HOME_SLUGS = {"nl": "home", "en": "home-en"}
LINK = re.compile(r'href="page:([a-z0-9-]+)"')

Item = dict[str, Any]


@transaction.atomic
def load_pages(source: Path = SOURCE) -> int:
    """Make the pages that are missing and publish them; how many were made."""
    items: list[Item] = yaml.safe_load(source.read_text(encoding="utf-8"))["pages"]
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in HOME_SLUGS}
    _remove_welcome_page()
    made = 0
    keys: dict[str, Any] = {}
    for code, locale in locales.items():
        addresses = _addresses(items, code)
        home, new = _home(items, locale, addresses, keys)
        made += new
        if code == "nl":
            _set_site(home)
        slug, title = STORIES[code]
        index = ExampleIndexPage(title=title, slug=slug, locale=locale, show_in_menus=True)
        made += _place(home, index, "stories", keys)
        for item in items:
            if item["key"] != "home":
                made += _place(home, _information(item, locale, addresses), item["key"], keys)
    return made


@transaction.atomic
def feature_stories(source: Path = SOURCE) -> None:
    """Put the demo stories that the file names on each front page on which nobody chose any yet."""
    items: list[Item] = yaml.safe_load(source.read_text(encoding="utf-8"))["pages"]
    slugs: list[str] = next(item for item in items if item["key"] == "home")["featured"]
    for home in HomePage.objects.live().filter(featured=None):
        found = {
            story.slug: story
            for story in ExamplePage.objects.live().filter(locale=home.locale, slug__in=slugs)
        }
        chosen = [found[slug] for slug in slugs if slug in found]
        if chosen:
            home.featured.set([FeaturedStory(story=story, locale=home.locale) for story in chosen])
            home.save_revision().publish()


def _remove_welcome_page() -> None:
    plain = ContentType.objects.get_for_model(Page, for_concrete_model=False)
    for page in Page.objects.filter(depth=2, content_type=plain, slug="home"):
        page.delete()


def _set_site(home: Page) -> None:
    """Make the one site answer at BASE_URL with this home page."""
    address = urlsplit(settings.BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    wanted = {"hostname": address.hostname, "port": port, "root_page_id": home.pk}
    site = Site.objects.filter(is_default_site=True).first() or Site(
        is_default_site=True, site_name=settings.WAGTAIL_SITE_NAME
    )
    if any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()


def _addresses(items: list[Item], code: str) -> dict[str, str]:
    """Where each page is in this language, by its key and by its Dutch slug."""
    found = {"stories": f"/{code}/{STORIES[code][0]}/", "rules": RULES[code]}
    found |= {"voorbeelden": found["stories"], "regels": found["rules"]}
    with override(code):
        found |= {"sign-in": reverse("account_login"), "sign-up": reverse("account_signup")}
    for item in items:
        if item["key"] == "home":
            found["home"] = f"/{code}/"
            continue
        slug = item["slug"] if code == "nl" else item["slug_en"]
        found[item["key"]] = found[item["slug"]] = f"/{code}/{slug}/"
    return found


def _resolved(value: Any, addresses: dict[str, str]) -> Any:
    """The value with every token in it filled in."""
    if isinstance(value, dict):
        return {name: _resolved(each, addresses) for name, each in value.items()}
    if isinstance(value, list):
        return [_resolved(each, addresses) for each in value]
    if isinstance(value, str):
        value = value.replace("{{contact_email}}", settings.CONTACT_EMAIL)
        return LINK.sub(lambda match: f'href="{addresses[match[1]]}"', value)
    return value


def _place(parent: Page, page: Page, key: str, keys: dict[str, Any]) -> int:
    """Put the page below its parent and publish it, unless it is there; 1 when made."""
    present = parent.get_children().filter(slug=page.slug, locale=page.locale).first()
    if present is None:
        if key in keys:
            page.translation_key = keys[key]
        parent.add_child(instance=page)
        page.save_revision().publish()
    keys.setdefault(key, (present or page).translation_key)
    return 0 if present else 1


def _home(
    items: list[Item], locale: Locale, addresses: dict[str, str], keys: dict[str, Any]
) -> tuple[Page, int]:
    code = locale.language_code
    texts = _resolved(next(item for item in items if item["key"] == "home")[code], addresses)
    entries = [{**entry, "link": addresses[entry["link"]]} for entry in texts.pop("audience", [])]
    page = HomePage(
        slug=HOME_SLUGS[code],
        locale=locale,
        audience=json.dumps([{"type": "entry", "value": entry} for entry in entries]),
        **texts,
    )
    made = _place(Page.get_first_root_node(), page, "home", keys)
    return HomePage.objects.get(slug=HOME_SLUGS[code], locale=locale, depth=2), made


def _information(item: Item, locale: Locale, addresses: dict[str, str]) -> InformationPage:
    code = locale.language_code
    texts = _resolved(item[code], addresses)
    body = json.dumps(texts.pop("body", []))
    slug = item["slug"] if code == "nl" else item["slug_en"]
    return InformationPage(key=item["key"], slug=slug, locale=locale, show_in_menus=False, body=body, **texts)
