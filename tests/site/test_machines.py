"""What the site says to search engines, social media and other machines."""

from __future__ import annotations

import io
import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from PIL import Image

from core.structured_data import as_json_ld
from examples.models import ExamplePage
from examples.social_picture import HEIGHT, TITLE_LINES, WIDTH, draw, fitted

STORY, ENGLISH = "/nl/voorbeelden/leeuwarden-maatwerkpot/", "/en/examples/leeuwarden-maatwerkpot/"
BASE = "http://127.0.0.1:8000"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph(html: str) -> dict[str, Any]:
    (text,) = BLOCK.findall(html)
    return {thing["@type"]: thing for thing in json.loads(text)["@graph"]}


def meta(html: str, name: str) -> str:
    found = re.search(rf'<meta property="{name}"\s+content="([^"]*)"', html)
    return found[1] if found else ""


def test_a_story_describes_itself(site: None, client: Client) -> None:
    things = graph(client.get(STORY).content.decode())
    article = things["Article"]
    assert article["headline"]
    assert article["inLanguage"] == "nl"
    assert article["url"] == f"{BASE}{STORY}"
    assert {term["url"] for term in article["about"]} > {f"{BASE}/nl/leefgebieden/geld/"}
    assert article["spatialCoverage"]["name"] == "Leeuwarden"
    assert article["spatialCoverage"]["sameAs"].startswith("https://identifier.overheid.nl/")
    crumbs = things["BreadcrumbList"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == [1, 2, 3]
    assert crumbs[-1]["item"] == f"{BASE}{STORY}"


@pytest.mark.parametrize("display", ["provincie", "grootteklasse"])
def test_a_hidden_municipality_stays_hidden_for_machines(site: None, client: Client, display: str) -> None:
    ExamplePage.objects.filter(slug="leeuwarden-maatwerkpot").update(municipality_display=display)
    article = graph(client.get(STORY).content.decode())["Article"]
    assert "gemeente" not in json.dumps(article.get("spatialCoverage", {}))
    assert ("spatialCoverage" in article) == (display == "provincie")


def test_data_cannot_end_its_block() -> None:
    text = as_json_ld([{"name": "</script><script>alert(1)</script>&<!--"}])
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["name"].startswith("</script>")


def test_a_page_names_its_translations_and_its_own_address(site: None, client: Client) -> None:
    html = client.get(ENGLISH).content.decode()
    for code, path in (("nl", STORY), ("en", ENGLISH), ("x-default", STORY)):
        assert f'hreflang="{code}" href="{BASE}{path}"' in html
    assert f'<link rel="canonical" href="{BASE}{ENGLISH}">' in html
    ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="en").unpublish()
    html = client.get(STORY).content.decode()
    assert f'href="{BASE}{ENGLISH}"' not in html


def test_each_page_of_a_list_has_its_own_address(site: None, client: Client) -> None:
    html = client.get("/nl/voorbeelden/?pagina=2&x=1").content.decode()
    assert f'<link rel="canonical" href="{BASE}/nl/voorbeelden/?pagina=2">' in html


def test_a_link_to_a_story_comes_with_a_picture(site: None, client: Client) -> None:
    html = client.get(STORY).content.decode()
    path = urlsplit(meta(html, "og:image")).path
    answer = client.get(path)
    picture = Image.open(io.BytesIO(answer.content))
    assert (answer["Content-Type"], picture.size) == ("image/png", (WIDTH, HEIGHT))
    assert len(answer.content) < 100_000
    assert client.get(path).content == answer.content
    page = ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="nl")
    page.title = "Anders"
    page.save_revision().publish()
    moved = client.get(path)
    assert moved.status_code == 302
    assert moved["Location"] == urlsplit(meta(client.get(STORY).content.decode(), "og:image")).path
    page.unpublish()
    assert client.get(moved["Location"]).status_code == 404


@pytest.mark.parametrize("title", ["Kort", "Een heel lang verhaal " * 12, "Onafbreekbaarlangwoord" * 9])
def test_every_title_fits_its_picture(title: str) -> None:
    font, lines = fitted(title)
    assert 1 <= len(lines) <= TITLE_LINES
    assert max(font.getlength(line) for line in lines) <= (WIDTH - 144) * 2
    assert draw(title, "Casus", "Mooi Maatwerk", 7, ["geld"]) == draw(
        title, "Casus", "Mooi Maatwerk", 7, ["geld"]
    )


def test_the_sitemap_lists_what_everybody_may_see(site: None, client: Client) -> None:
    xml = client.get("/sitemap.xml").content.decode()
    assert f"<loc>{BASE}{STORY}</loc>" in xml
    assert f"<loc>{BASE}/en/rules/urgentiecriteria/</loc>" in xml
    for path in ("/nl/sitemap/", "/nl/wetten/", "/en/laws/", "/nl/provincies/", "/en/provinces/"):
        assert f"<loc>{BASE}{path}</loc>" in xml
    ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="nl").unpublish()
    assert STORY not in client.get("/sitemap.xml").content.decode()


def test_robots_are_told_where_the_sitemap_is(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    assert "Disallow: /admin/" in answer.content.decode()
    assert f"Sitemap: {BASE}/sitemap.xml" in answer.content.decode()
