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


def test_results_can_be_ticked_without_script(client: Client) -> None:
    page = html(client, "/nl/zoeken/?q=woning")
    boxes = re.findall(r'<input[^>]*form="compare-form"[^>]*>', page)
    assert len(boxes) == len(re.findall('class="mm-result"', page)) > 1
    assert all('name="voorbeeld"' in box for box in boxes)
    assert '<form id="compare-form" action="/nl/vergelijken/" method="get">' in page
