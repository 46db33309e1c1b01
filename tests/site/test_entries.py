"""What the front page and the pages of vocabularies count and point to."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.formats import date_format
from django.utils.translation import override

from examples.models import ExamplePage, Law
from examples.pages import euros
from home.models import HomePage
from home.site_content import feature_stories


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return " ".join(answer.content.decode().split())


def stories_of_law(slug: str) -> int:
    stories = ExamplePage.objects.live().filter(locale__language_code="nl")
    return stories.filter(story_rules__term__rule_laws__law__slug=slug).distinct().count()


def test_law_counts_stories_and_not_rules(site: None, client: Client) -> None:
    number = stories_of_law("huisvestingswet-2014")
    assert number > 1
    words = f"{number} voorbeelden liepen vast op een van deze regels."
    assert words in page(client, "/nl/wetten/huisvestingswet-2014/")


def test_front_page_shows_the_stories_that_editors_chose(site: None, client: Client) -> None:
    assert "De moeite waard" not in page(client, "/nl/")
    feature_stories()
    html = page(client, "/nl/")
    chosen = html[html.index("De moeite waard") : html.index("Welke regel blokkeert?")]
    assert "/nl/voorbeelden/leeuwarden-maatwerkpot/" in chosen
    # An editor's choice stays.
    home = HomePage.objects.get(locale__language_code="nl")
    home.featured.set(home.featured.all()[:1])
    home.save_revision().publish()
    feature_stories()
    assert HomePage.objects.get(pk=home.pk).featured.count() == 1


def test_a_rule_is_a_pattern_from_three_stories_on(site: None, client: Client) -> None:
    def patterns() -> list[str]:
        html = page(client, "/nl/")
        strip = re.search(r'aria-labelledby="patterns".*?</section>', html)
        return re.findall(r'href="/nl/regels/([a-z0-9-]+)/"', strip[0]) if strip else []

    assert "jeugdhulp-stopt-bij-18" in patterns()
    story = ExamplePage.objects.live().filter(
        locale__language_code="nl", story_rules__term__slug="jeugdhulp-stopt-bij-18"
    )[0]
    story.unpublish()
    assert "jeugdhulp-stopt-bij-18" not in patterns()


def test_municipality_without_stories_points_to_its_neighbours(site: None, client: Client) -> None:
    html = page(client, "/nl/gemeenten/zwolle/")
    assert "Nog geen voorbeelden" in html
    assert "Elders in Overijssel" in html
    assert 'href="/nl/gemeenten/enschede/"' in html
    assert 'href="/nl/meedoen/"' in html


def counts(html: str) -> dict[str, int]:
    """The number of stories behind each link of a list; a link without a number has none."""
    items = re.findall(r'<li class="utrecht-link-list__item[^"]*"> <a [^>]*href="([^"]*)"> (.*?)</li>', html)
    numbers = {url: re.search(r"(\d+) voorbeeld", text) for url, text in items}
    return {url: int(found[1]) if found else 0 for url, found in numbers.items()}


def test_laws_are_listed_with_their_stories(site: None, client: Client) -> None:
    shown = counts(page(client, "/nl/wetten/"))
    laws = Law.objects.filter(locale__language_code="nl")
    assert shown == {f"/nl/wetten/{law.slug}/": stories_of_law(law.slug) for law in laws}
    assert len(set(shown.values())) > 2


def test_provinces_are_listed_with_the_stories_that_show_them(site: None, client: Client) -> None:
    url = "/nl/provincies/fryslan/"
    shown = counts(page(client, "/nl/provincies/"))
    assert len(shown) == 12
    assert shown[url] > 0
    story = ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="nl")
    for display, fewer in ((story.Display.PROVINCE, 0), (story.Display.SIZE, 1)):
        story.municipality_display = display
        story.save()
        assert counts(page(client, "/nl/provincies/")) == {**shown, url: shown[url] - fewer}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sitemap_lists_every_story(site: None, client: Client, language: str) -> None:
    html = page(client, f"/{language}/sitemap/")
    for story in ExamplePage.objects.live().filter(locale__language_code=language):
        assert f'href="{story.get_url()}"' in html


def test_dates_and_money_are_written_as_the_language_does(site: None) -> None:
    story = ExamplePage.objects.live()[0]
    with override("en"):
        assert euros(1500) == "€1,500"
        assert date_format(story.first_published_at, "DATE_FORMAT").split()[0].isdigit()
    with override("nl"):
        assert euros(1500) == "€\N{NO-BREAK SPACE}1.500"
