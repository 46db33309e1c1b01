"""Stories side by side."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from examples.models import ExamplePage

pytestmark = pytest.mark.usefixtures("searchable")

PAGE = "/nl/vergelijken/"
TWO = f"{PAGE}?voorbeeld=urgentie-zoon-met-ptss&voorbeeld=leeuwarden-maatwerkpot"


def html(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_two_stories_stand_side_by_side_by_part(client: Client) -> None:
    page = html(client, TWO)
    parts = re.findall(r'id="part-([a-z-]+)"', page)
    assert parts == ["what-blocked", "room-used", "solution", "argument", "cost", "result"]
    cost = page[page.index('id="part-cost"') : page.index('id="part-result"')]
    assert "100.000" in cost
    assert "Het voorbeeld zegt hier niets over." in cost
    assert "noindex" in page


def test_each_can_be_taken_away_and_the_english_page_has_the_english_stories(client: Client) -> None:
    assert 'href="/nl/vergelijken/?voorbeeld=leeuwarden-maatwerkpot"' in html(client, TWO)
    english = html(client, TWO.replace("/nl/vergelijken/", "/en/compare/"))
    assert "What blocked" in english
    assert 'href="/en/examples/leeuwarden-maatwerkpot/"' in english


def test_what_is_not_public_is_not_compared(client: Client) -> None:
    ExamplePage.objects.filter(slug="leeuwarden-maatwerkpot").update(live=False)
    page = html(client, TWO)
    assert "Eén van de voorbeelden staat hier niet of niet meer." in page
    assert "maatwerkpot van gemeente" not in page


@pytest.mark.parametrize("query", ["", "?voorbeeld=", "?voorbeeld=%3Cscript%3E", "?voorbeeld=bestaat-niet"])
def test_too_few_stories_get_an_explanation(client: Client, query: str) -> None:
    assert "Vink bij de zoekresultaten" in html(client, f"{PAGE}{query}")


def test_of_more_than_four_the_first_four_are_shown(client: Client) -> None:
    slugs = list(ExamplePage.objects.filter(locale__language_code="nl").values_list("slug", flat=True)[:5])
    page = html(client, f"{PAGE}?{'&'.join(f'voorbeeld={slug}' for slug in slugs)}")
    assert "mm-compare--4" in page
    assert "hoogstens vier" in page


def test_results_can_be_ticked_and_compared_without_script(client: Client) -> None:
    page = html(client, "/nl/zoeken/?q=woning")
    boxes = re.findall(r'<input[^>]*name="voorbeeld"[^>]*>', page)
    assert len(boxes) == 10
    assert not any("checked" in box for box in boxes)
    assert re.search(r'<button[^>]*formaction="/nl/vergelijken/"', page)


def test_what_is_ticked_stays_so_on_other_pages_with_other_filters_and_back_from_comparing(
    client: Client,
) -> None:
    slugs = re.findall(r'name="voorbeeld" value="([^"]+)"', html(client, "/nl/zoeken/"))
    ticked = f"voorbeeld={slugs[0]}&amp;voorbeeld={slugs[1]}"
    page = html(client, f"/nl/zoeken/?leefgebied=wonen&{ticked}".replace("&amp;", "&"))
    assert f'href="?{ticked}"' in page, "the filter is removed and the ticks stay"
    second = html(client, f"/nl/zoeken/?pagina=2&{ticked}".replace("&amp;", "&"))
    elsewhere = second[second.index("Ook aangevinkt om te vergelijken") :]
    boxes = re.findall(r'<input[^>]*name="voorbeeld" value="([^"]+)" checked>', elsewhere)
    assert boxes == slugs[:2]
    compared = html(client, f"{PAGE}?q=&van=&tot=&leefgebied=wonen&{ticked}".replace("&amp;", "&"))
    assert f'href="/nl/zoeken/?leefgebied=wonen&amp;{ticked}"' in compared


def test_ticks_of_the_page_are_shown_in_its_list_alone(client: Client) -> None:
    slugs = re.findall(r'name="voorbeeld" value="([^"]+)"', html(client, "/nl/zoeken/"))
    page = html(client, f"/nl/zoeken/?voorbeeld={slugs[3]}&voorbeeld=bestaat-niet")
    assert re.findall(r'name="voorbeeld" value="([^"]+)" checked', page) == [slugs[3]]
    assert "Ook aangevinkt" not in page
    nothing = html(client, f"/nl/zoeken/?q=kwantumxyzzy&voorbeeld={slugs[3]}")
    assert re.findall(r'name="voorbeeld" value="([^"]+)" checked', nothing) == [slugs[3]]
