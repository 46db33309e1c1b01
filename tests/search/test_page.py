"""The search page as a visitor without script gets it, and its answers to the script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search import service
from search.params import SearchParams
from search.results import SearchResults

pytestmark = pytest.mark.usefixtures("searchable")

PAGE, ENGLISH = "/nl/zoeken/", "/en/search/"


def html(client: Client, url: str, **headers: str) -> str:
    answer = client.get(url, headers=headers)
    assert answer.status_code == 200, url
    return " ".join(answer.content.decode().split())


def titles(page: str) -> list[str]:
    found = re.findall(r'mm-result__title"> <a [^>]*>(.*?)</a>', page)
    return [re.sub(r"<[^>]+>", "", title) for title in found]


def test_words_find_stories_and_are_marked(client: Client) -> None:
    page = html(client, f"{PAGE}?q=rolstoel")
    assert "Utrecht zoekt rolstoelwoningen" in titles(page)[0]
    assert re.search(r'<mark class="nl-mark">[Rr]olstoel', page)
    assert "<h1" in page


def test_without_words_all_stories_newest_first_in_the_page_s_language(client: Client) -> None:
    assert "26 voorbeelden" in html(client, PAGE)
    assert "26 stories" in html(client, ENGLISH)
    assert "52 voorbeelden" in html(client, f"{PAGE}?taal=alle")


def test_filters_are_links_to_the_search_without_them(client: Client) -> None:
    page = html(client, f"{PAGE}?q=woning&leefgebied=wonen&leefgebied=geld&van=2015")
    for chip in ("Leefgebied: Wonen", "Leefgebied: Geld en schulden", "Jaar: vanaf 2015"):
        assert chip in page
    assert 'href="?q=woning&amp;leefgebied=geld&amp;van=2015"' in page
    assert "Verwijder alle filters" in page


def test_every_value_is_there_and_one_that_gives_nothing_cannot_be_chosen(client: Client) -> None:
    page = html(client, f"{PAGE}?q=rolstoel")
    domains = re.findall(r'<input[^>]*name="leefgebied"[^>]*>', page)
    assert len(domains) == 12
    assert any("disabled" in box for box in domains)
    assert any("disabled" not in box for box in domains)
    assert len(re.findall(r'<input[^>]*name="gemeente"[^>]*>', page)) >= 342


def test_a_facet_s_counts_do_not_heed_its_own_choice() -> None:
    free = service.search(SearchParams(selected={"language": ("nl",)}))
    chosen = service.search(SearchParams(selected={"language": ("nl",), "outcome": ("voorstel",)}))

    def counts(results: SearchResults, name: str) -> dict[str, int | None]:
        table = next(table for table in results.facets if table.facet.name == name)
        return {value.value: value.count for value in table.values}

    assert counts(free, "outcome") == counts(chosen, "outcome")
    assert counts(free, "life_domain") != counts(chosen, "life_domain")


def test_pages_have_real_links_and_none_lies_behind_the_last(client: Client) -> None:
    first = html(client, PAGE)
    assert 'href="?pagina=2"' in first
    seen = [title for number in (1, 2, 3) for title in titles(html(client, f"{PAGE}?pagina={number}"))]
    assert len(seen) == len(set(seen)) == 26
    assert "26 voorbeelden" in html(client, f"{PAGE}?pagina=99")


def test_only_the_bare_page_is_for_other_search_engines(client: Client) -> None:
    assert "noindex" not in html(client, PAGE)
    for state in ("?q=woning", "?leefgebied=wonen", "?pagina=2"):
        page = html(client, f"{PAGE}{state}")
        assert "noindex" in page
        assert re.search(r'rel="canonical" href="[^"?]*/nl/zoeken/"', page)


def test_a_mistyped_word_is_mended(client: Client) -> None:
    page = html(client, f"{PAGE}?q=rolstoelwonningen")
    assert "Bedoelde je:" in page
    assert titles(page)


def test_nothing_found_says_what_helps(client: Client) -> None:
    page = html(client, f"{PAGE}?q=rolstoel&gemeente=GM0363&leefgebied=wonen")
    assert "Laat één filter weg" in page
    assert "Gemeente: Amsterdam" in page
    assert "geeft 1 voorbeeld" in page
    assert "Stel je vraag aan andere gemeenten" in page
    assert "Deze voorbeelden komen het dichtst in de buurt" in page
    unknown = html(client, f"{PAGE}?q=kwantumxyzzy")
    assert "De nieuwste voorbeelden" in unknown
    assert "in de buurt" not in unknown, "nothing comes near a word that no story has"


def test_the_script_gets_only_what_changes_and_the_words_to_say(client: Client) -> None:
    part = html(client, f"{PAGE}?q=rolstoel", **{"HX-Request": "true"})
    assert "<html" not in part
    assert "<title>Zoeken: rolstoel" in part
    assert 'hx-swap-oob="innerHTML:#search-status"' in part
    assert titles(part)


def test_what_was_typed_comes_back_as_text(client: Client) -> None:
    page = html(client, f"{PAGE}?q=%3Cscript%3Ealert(1)%3C/script%3E%22")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_suggestions_come_in_groups_with_addresses(client: Client) -> None:
    groups = client.get(f"{PAGE}suggesties/?q=utr").json()["groups"]
    assert {group["label"] for group in groups} >= {"Voorbeelden", "Gemeente"}
    urls = [option["url"] for group in groups for option in group["options"]]
    assert all(client.get(url).status_code == 200 for url in urls)
    assert client.get(f"{PAGE}suggesties/?q=").json() == {"groups": []}


@pytest.mark.slow
@hypothesis_settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(max_size=10_000),
    pairs=st.lists(
        st.tuples(
            st.sampled_from(["regel", "gemeente", "taal", "orde", "van", "tot", "sorteer", "pagina"]),
            st.text(max_size=40),
        ),
        max_size=12,
    ),
)
def test_any_question_gets_a_page(client: Client, text: str, pairs: list[tuple[str, str]]) -> None:
    answer = client.get(PAGE, [("q", text), *pairs])
    assert answer.status_code == 200


def test_a_broken_index_gives_a_plain_search_and_says_so(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.SEARCH_FOLDER = str(tmp_path / "none")
    page = html(client, f"{PAGE}?q=rolstoel&leefgebied=wonen")
    assert "Zoeken werkt even beperkt" in page
    assert any("Utrecht" in title for title in titles(page))
    assert service.breaker.broken
    asked = html(client, f"{PAGE}?q=rolstoel")
    assert "Zoeken werkt even beperkt" in asked
