"""Similar stories below a story."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from examples.models import ExamplePage
from search import service
from tests.core.kept import state

pytestmark = pytest.mark.usefixtures("searchable")

STORY = "/nl/voorbeelden/urgentie-zoon-met-ptss/"


def html(client: Client, url: str) -> str:
    return " ".join(client.get(url).content.decode().split())


def test_a_story_leads_to_stories_like_it_and_says_why(client: Client) -> None:
    page = html(client, STORY)
    below = page[page.index('id="similar"') :]
    assert "Vergelijkbare voorbeelden" in below
    assert "Zelfde regel: Urgentiecriteria voor een woning" in below
    english = html(client, "/en/examples/urgentie-zoon-met-ptss/")
    assert "Same rule: " in english[english.index('id="similar"') :]


def test_a_story_that_was_withdrawn_is_not_shown_though_the_index_has_it_still(client: Client) -> None:
    story = ExamplePage.objects.get(slug="urgentie-zoon-met-ptss", locale__language_code="nl")
    first = service.similar(str(story.pk))
    assert first
    ExamplePage.objects.filter(pk=int(first[0].story.key)).update(live=False)
    after = service.similar(str(story.pk))
    assert after is not None
    assert first[0].story.key not in {one.story.key for one in after}
    assert first[0].story.url not in html(client, STORY)


def test_without_an_engine_the_story_is_shown_alone(client: Client, settings: Any, tmp_path: Any) -> None:
    settings.SEARCH_FOLDER = str(tmp_path / "none")
    assert 'id="similar"' not in html(client, STORY)


def test_a_kept_page_goes_with_the_stories_that_it_shows(client: Client, kept_pages: None) -> None:
    story = ExamplePage.objects.get(slug="urgentie-zoon-met-ptss", locale__language_code="nl")
    found = service.similar(str(story.pk))
    assert found
    client.get(STORY)
    assert state(client, STORY) == "hit"
    assert found[0].story.url in html(client, STORY)
    ExamplePage.objects.get(pk=int(found[0].story.key)).unpublish()
    assert state(client, STORY) == "miss"
    assert found[0].story.url not in html(client, STORY)


def test_a_kept_page_goes_when_the_index_has_changed_or_answers_again(
    client: Client, kept_pages: None, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = settings.SEARCH_FOLDER
    settings.SEARCH_FOLDER = str(tmp_path / "none")
    assert 'id="similar"' not in html(client, STORY)
    assert state(client, STORY) == "hit"
    settings.SEARCH_FOLDER = right
    monkeypatch.setattr(service.breaker, "_until", 0.0)
    client.get("/nl/zoeken/?q=woning")
    assert state(client, STORY) == "miss"
    assert 'id="similar"' in html(client, STORY)


def test_a_story_with_its_similar_ones_takes_few_queries(client: Client) -> None:
    client.get(STORY)
    with CaptureQueriesContext(connection) as queries:
        client.get(STORY)
    assert len(queries) <= 12, [query["sql"] for query in queries]


def test_looking_for_similar_stories_takes_one_query(django_assert_num_queries: Any) -> None:
    key = str(ExamplePage.objects.get(slug="urgentie-zoon-met-ptss", locale__language_code="nl").pk)
    service.similar(key)
    with django_assert_num_queries(1):
        assert service.similar(key)
