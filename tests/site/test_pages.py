"""A visitor walks the site: every page answers, in both languages, within a bounded number of queries."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from examples.models import ExamplePage, PrivacyCheckTask


def links(html: str) -> set[str]:
    return {
        url.split("#")[0].split("?")[0]
        for url in re.findall(r'href="(/[^"]*)"', html)
        if not url.startswith(("/static/", "/media/", "/admin/", "/nl/zoeken", "/en/search"))
    }


def test_every_link_of_the_site_leads_to_a_page(site: None, client: Client) -> None:
    waiting, seen = {"/nl/", "/en/"}, set()
    while waiting:
        url = waiting.pop()
        seen.add(url)
        answer = client.get(url)
        assert answer.status_code == 200, url
        html = answer.content.decode()
        assert "{{" not in html, url
        waiting |= links(html) - seen
    assert sum(url.startswith("/nl/voorbeelden/") for url in seen) == 27
    assert sum(url.startswith("/en/examples/") for url in seen) == 27
    assert sum(url.startswith("/nl/regels/") for url in seen) == 46


def test_story_shows_its_parts_and_what_is_uncertain(site: None, client: Client) -> None:
    html = client.get("/nl/voorbeelden/utrecht-rolstoelwoningen/").content.decode()
    for words in ("Utrecht", "De situatie", "De oplossing", "Nog te controleren", "Urgentiecriteria"):
        assert words in html


def test_a_place_counts_rules_and_domains_among_its_own_stories(site: None, client: Client) -> None:
    html = client.get("/nl/gemeenten/leeuwarden/").content.decode()
    own = ExamplePage.objects.filter(municipality__slug="leeuwarden", locale__language_code="nl")
    money = own.filter(story_life_domains__term__slug="geld").count()
    related = " ".join(re.sub("<[^>]*>", " ", html[html.index("Leefgebieden in") :]).split())
    assert re.search(r"Geld en schulden (\d+) voorbeeld", related)[1] == str(money)  # type: ignore[index]
    assert money < ExamplePage.objects.filter(story_life_domains__term__slug="geld").count()


@pytest.mark.parametrize("url", ["/nl/bestaat-niet/", "/nl/regels/bestaat-niet/", "/en/rules/nothing/"])
def test_unknown_address_gets_a_page_that_helps(site: None, client: Client, url: str) -> None:
    answer = client.get(url)
    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()


def test_draft_is_not_public(site: None, client: Client) -> None:
    story = ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="nl")
    story.unpublish()
    assert client.get("/nl/voorbeelden/leeuwarden-maatwerkpot/").status_code == 410
    assert story.title not in client.get("/nl/gemeenten/leeuwarden/").content.decode()


def test_privacy_check_wants_a_second_person(site: None) -> None:
    first, second = (
        User.objects.create_user(f"{name}@mooimaatwerk.example", "a-good-password")
        for name in ("een", "twee")
    )
    for user in (first, second):
        user.groups.add(Group.objects.get(name="Moderator"))
    story = ExamplePage.objects.get(slug="leeuwarden-maatwerkpot", locale__language_code="nl")
    story.title = "Maatwerkpot, verbeterd"
    story.save_revision()
    writer = User.objects.create_user("schrijver@mooimaatwerk.example", "a-good-password")
    state = story.get_workflow().start(story, writer)
    state.current_task_state.approve(user=first)
    state.refresh_from_db()
    story = ExamplePage.objects.get(pk=story.pk)
    task = state.current_task_state.task.specific
    assert isinstance(task, PrivacyCheckTask)
    assert task.get_actions(story, first) == []
    assert task.get_actions(story, second)
    state.current_task_state.specific.approve(user=second)
    assert ExamplePage.objects.get(pk=story.pk).title == "Maatwerkpot, verbeterd"
