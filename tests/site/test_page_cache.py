"""A change refreshes all pages that show it and no others."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image as PillowImage
from wagtail.models import Page

from examples.models import (
    BlockingRule,
    ExampleIndexPage,
    ExamplePage,
    ExampleRule,
    Law,
    Municipality,
    Picture,
)
from home.models import HomePage, InformationPage
from tests.core.kept import made_anew, state
from tests.site.walk import LINK, addresses, all_addresses

STORY, ENGLISH = "/nl/voorbeelden/leeuwarden-maatwerkpot/", "/en/examples/leeuwarden-maatwerkpot/"
ABOUT = "/nl/over-ons/"


class Warm:
    """A site of which every page is kept."""

    def __init__(self, client: Client, urls: list[str]) -> None:
        self.client, self.urls = client, urls
        self.before = {url: client.get(url).content for url in urls}
        self.gone: set[str] = set()

    def not_kept(self) -> set[str]:
        return {url for url in self.urls if state(self.client, url) != "hit"}

    def check(self, subject: str = "", counts: str = "") -> set[str]:
        """The pages that changed.

        All of them were purged, and nothing else was but pages that show the subject (they link to its
        address) without the part of it that changed, and one page that counts (home).
        """
        stale = self.not_kept()
        now = {url: made_anew(self.client, url) for url in self.urls}
        changed = {url for url in self.urls if now[url] != self.before[url]}
        shows = {url for url in self.urls if subject and f'href="{subject}"'.encode() in now[url]}
        assert changed - stale == set(), "shown although it has changed"
        assert stale - changed - shows - {subject, counts} == set(), "made anew although nothing has changed"
        assert all(self.client.get(url).content == now[url] for url in self.urls)
        self.before = now
        return changed


@pytest.fixture
def warm(site: None, kept_pages: None, client: Client) -> Warm:
    """The pages that show a story or count it, some of the same kind, and a sample of all others."""
    near = {
        path
        for path in LINK.findall(client.get(STORY).content.decode())
        if path.startswith("/nl/") and not {"zoeken", "inloggen", "voorbeeld-melden"} & set(path.split("/"))
    }
    near |= {STORY, ENGLISH, "/nl/voorbeelden/?pagina=2", "/nl/regels/urgentiecriteria/"}
    near |= {"/nl/gemeenten/leeuwarden/", "/en/municipalities/leeuwarden/", "/nl/regels/kostendelersnorm/"}
    near |= {"/nl/wetten/", "/en/laws/", "/nl/provincies/", "/en/provinces/"}
    near |= {"/nl/sitemap/", "/nl/leefgebieden/", "/nl/voorbeelden/utrecht-rolstoelwoningen/"}
    return Warm(client, sorted(near | set(all_addresses(client)[::25])))


def story(language: str = "nl") -> ExamplePage:
    return ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code=language)


def publish(page: Page) -> None:
    page.save_revision().publish()


def test_every_public_page_is_kept(warm: Warm) -> None:
    assert warm.not_kept() == set()


@pytest.mark.slow
def test_withdrawing_and_publishing_a_story(site: None, kept_pages: None, client: Client) -> None:
    warm = Warm(client, addresses(client))
    assert warm.not_kept() == set()
    page = story(language="en")
    page.unpublish()
    changed = warm.check()
    lists = {"/en/", "/en/examples/", "/en/municipalities/", "/en/municipalities/leeuwarden/"}
    assert {ENGLISH, STORY, *lists} <= changed
    # The Dutch story is still there; its switch to English is not.
    assert {url for url in changed if url.startswith("/nl/")} == {STORY}
    assert client.get(ENGLISH).status_code == 410
    publish(page)
    assert warm.check() == changed
    assert client.get(ENGLISH).status_code == 200


@pytest.mark.slow
def test_changes_of_a_story(warm: Warm) -> None:
    page = story()
    page.title = "Een pot voor wat nergens past"
    page.save_revision()
    assert warm.check() == set(), "a draft shows nowhere"

    publish(page)
    changed = warm.check()
    assert {STORY, "/nl/voorbeelden/?pagina=2"} & changed
    assert "/nl/gemeenten/leeuwarden/" in changed
    assert not {url for url in changed if url.startswith("/en/")}

    page.municipality_display = page.Display.PROVINCE
    publish(page)
    changed = warm.check(STORY, counts="/nl/")
    assert {"/nl/gemeenten/leeuwarden/", "/nl/gemeenten/", STORY} <= changed

    rules = {row.slug: row for row in BlockingRule.objects.filter(locale=page.locale)}
    used, unused = page.story_rules.first().term.slug, "kostendelersnorm"
    page.story_rules = [ExampleRule(term=rules[unused], locale=page.locale)]
    publish(page)
    changed = warm.check(STORY, counts="/nl/")
    assert {f"/nl/regels/{used}/", f"/nl/regels/{unused}/", "/nl/regels/"} <= changed

    page.delete()
    assert {ENGLISH, "/nl/", "/nl/sitemap/"} <= warm.check()


@pytest.mark.slow
def test_changes_of_vocabularies(warm: Warm) -> None:
    rule = BlockingRule.objects.get(slug="urgentiecriteria", locale__language_code="nl")
    rule.name = "Urgentieregels"
    rule.save()
    changed = warm.check()
    assert {
        "/nl/regels/",
        "/nl/regels/urgentiecriteria/",
        "/nl/voorbeelden/utrecht-rolstoelwoningen/",
    } <= changed

    rule.room = "Een andere ruimte."
    rule.save()
    assert warm.check("/nl/regels/urgentiecriteria/") == {"/nl/regels/urgentiecriteria/"}

    place = Municipality.objects.get(slug="leeuwarden")
    place.name = "Ljouwert"
    place.save()
    changed = warm.check()
    assert {"/nl/gemeenten/leeuwarden/", "/en/municipalities/leeuwarden/", "/nl/gemeenten/", STORY} <= changed

    law = Law.objects.get(slug="participatiewet", locale__language_code="nl")
    law.name = "Wet om mee te doen"
    law.save()
    changed = warm.check()
    assert changed
    assert not {url for url in changed if url.startswith("/en/")}


@pytest.mark.slow
def test_changes_of_pages_and_menus(warm: Warm) -> None:
    about = InformationPage.objects.get(slug="over-ons")
    about.intro = "Wie wij zijn."
    publish(about)
    assert warm.check() == {ABOUT}

    home = HomePage.objects.get(locale__language_code="en")
    home.intro = "It can be done."
    publish(home)
    assert warm.check() == {"/en/"}

    about.title = "Wie wij zijn"
    publish(about)
    changed = warm.check()
    assert changed == {url for url in warm.urls if url.startswith("/nl/")}, "the footer shows it"

    index = ExampleIndexPage.objects.get(locale__language_code="nl")
    index.save()
    assert warm.check("/nl/voorbeelden/") == set()


@pytest.mark.slow
def test_a_picture_that_changes_refreshes_what_shows_it(warm: Warm, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    data = io.BytesIO()
    PillowImage.new("RGB", (800, 400), "#24527a").save(data, "PNG")
    picture = Picture.objects.create(title="Pot", description="Een pot", file=ImageFile(data, "pot.png"))
    page = story()
    page.picture = picture
    publish(page)
    first = warm.check(STORY)
    picture.description = "Een blauwe pot"
    picture.save()
    assert warm.check(STORY) <= first
    assert "blauwe" in warm.client.get(STORY).content.decode()
