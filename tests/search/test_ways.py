"""What a rule allows, above the results of who names the rule."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.test import Client

from search import service
from search.params import SearchParams
from search.thesaurus.current import current

pytestmark = pytest.mark.usefixtures("searchable")


@pytest.fixture(autouse=True)
def thesaurus(searchable: None) -> None:
    call_command("load_thesaurus", verbosity=0)
    current.forget()


def above(client: Client, query: str) -> str:
    page = " ".join(client.get(f"/nl/zoeken/?{query}").content.decode().split())
    return page[page.index('id="search-total"') : page.index('<ol class="mm-results"')]


def test_a_question_that_names_a_rule_shows_what_it_allows_first(client: Client) -> None:
    shown = above(client, "q=de+kostendelersnorm+knelt")
    assert "Is maatwerk nodig? Kostendelersnorm" in shown
    assert "Participatiewet, artikel 22a" in shown
    assert "Nog te controleren" in shown
    assert 'href="/nl/regels/kostendelersnorm/"' in shown


def test_a_question_that_names_none_shows_none(client: Client) -> None:
    assert "Is maatwerk nodig?" not in above(client, "q=zoon")
    assert service.search(SearchParams("gezin met kinderen")).rules == ()


def test_the_rule_that_is_chosen_as_a_filter_counts_as_named(client: Client) -> None:
    shown = above(client, "regel=urgentiecriteria")
    assert "1 voorbeeld bleef binnen de regel." in shown
    assert "Voor 2 moest een regel of afspraak veranderen." in shown
    assert "Is maatwerk nodig?" not in above(client, "regel=urgentiecriteria&regel=kostendelersnorm")
