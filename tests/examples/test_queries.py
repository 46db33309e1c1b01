"""The number of queries of a page does not depend on the number of stories."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from examples.models import ExamplePage
from tests.examples.stories import make_picture, make_story

pytestmark = pytest.mark.slow

STORY, INDEX = 12, 20
PAGES = {
    "/nl/voorbeelden/leeuwarden-maatwerkpot/": STORY,
    "/en/examples/leeuwarden-maatwerkpot/": STORY,
    "/nl/voorbeelden/": INDEX,
    "/en/examples/": INDEX,
    "/nl/": INDEX,
    "/nl/regels/urgentiecriteria/": INDEX,
    "/nl/gemeenten/leeuwarden/": INDEX,
}


def queries_of(url: str, client: Client) -> list[str]:
    """What a page asks of the database when no cache holds it; a first visit makes the renditions."""
    assert client.get(url).status_code == 200
    for cache in caches.all():
        if "pages" in str(cache.__dict__.get("_dir", "")):
            cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in queries]


def test_pages_stay_under_their_limit_however_many_stories_there_are(site: None, client: Client) -> None:
    for story in ExamplePage.objects.all():
        ExamplePage.objects.filter(pk=story.pk).update(picture=make_picture(story.slug))
    few = {url: queries_of(url, client) for url in PAGES}
    for number in range(34):
        now = timezone.now()
        make_story(f"nog-{number}", picture=make_picture(str(number)), first_published_at=now)
    assert ExamplePage.objects.live().filter(locale__language_code="nl").count() == 60
    for url, most in PAGES.items():
        assert 0 < len(few[url]) <= most, (url, few[url])
        many = queries_of(url, client)
        assert len(many) == len(few[url]), (url, many)
