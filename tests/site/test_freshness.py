"""No cache outside of the site shows what was withdrawn: each public answer is asked for again each time."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from examples.cards import CARD_PICTURE
from tests.accounts.people import person
from tests.examples.admin import signed_in
from tests.examples.stories import make_picture, make_story
from tests.site.access import ACCESS, ANONYMOUS
from tests.site.routes import routes
from tests.site.world import make_world

LONGEST_SECONDS = 2


def may_stay_unasked(answer: Any) -> bool:
    """Whether a browser or proxy may show the answer again, later than a withdrawal takes, without asking."""
    said = answer.get("Cache-Control", "")
    if "no-cache" in said or "no-store" in said:
        return False
    age = re.search(r"max-age=(\d+)", said)
    return age is None or int(age[1]) > LONGEST_SECONDS


@pytest.mark.slow
def test_every_public_address_is_asked_for_again(tree: None) -> None:
    values = make_world().values
    client, stale = Client(), []
    for route in routes():
        if route.is_admin or ANONYMOUS not in ACCESS[route.name].get:
            continue
        at = {part: values.get(value, value) for part, value in ACCESS[route.name].at.items()}
        if may_stay_unasked(client.get(route.path(at))):
            stale.append(route.name)
    assert not stale


@pytest.fixture
def addresses(tree: None, settings: Any, tmp_path: Any) -> list[str]:
    """Every kind of address that shows something of a story."""
    settings.MEDIA_ROOT = tmp_path
    picture = make_picture("Kooi")
    story = make_story("kanarie", title="Een kanarie", picture=picture)
    page = Client().get(story.get_url()).content.decode()
    social = page.split('property="og:image" content="')[1].split('"')[0]
    asked = ("zoeken/?q=kanarie", "zoeken/?weergave=kaart", "zoeken/suggesties/?q=kan", "vergelijken/")
    return [
        story.get_url(),
        picture.get_rendition(CARD_PICTURE).url,
        social.removeprefix(str(settings.BASE_URL)),
        "/nl/",
        "/nl/voorbeelden/",
        "/sitemap.xml",
        *(f"/nl/{each}" for each in asked),
        f"/nl/vergelijken/?v={story.pk}",
        f"/nl/voorbeeld-melden/{story.pk}/",
    ]


def test_what_shows_something_of_a_story_is_asked_for_again(addresses: list[str]) -> None:
    answers = {address: Client().get(address) for address in addresses}
    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(
        addresses, 200
    )
    assert [address for address, answer in answers.items() if may_stay_unasked(answer)] == []


def test_who_is_signed_in_leaves_nothing_in_a_cache(addresses: list[str]) -> None:
    client = signed_in(person("Redacteur"))
    for address in addresses:
        if not address.startswith(
            ("/media/", "/deelplaatje/", "/nl/zoeken/", "/nl/vergelijken/", "/sitemap")
        ):
            assert client.get(address)["Cache-Control"] == "private, no-store", address
    assert client.cookies[settings.SESSION_COOKIE_NAME]
