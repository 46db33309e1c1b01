"""Is maatwerk needed: what a rule allows, and which stories stayed within it."""

from __future__ import annotations

import pytest
from django.test import Client

from examples.models import BlockingRule, ExamplePage
from examples.plain_way import plain_way, reach

ACHIEVED, PROPOSAL, FAILED = (
    ExamplePage.Outcome.ACHIEVED,
    ExamplePage.Outcome.PROPOSAL,
    ExamplePage.Outcome.FAILED,
)
CASE, CHANGE = ExamplePage.Kind.CASE, ExamplePage.Kind.SYSTEM_CHANGE


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ((ACHIEVED, CASE, 1, "Een uitzondering."), "within"),
        (("", CASE, None, "Een uitzondering."), "within"),
        ((ACHIEVED, CASE, 1, "  "), "unknown"),
        ((ACHIEVED, CASE, 3, "Een uitzondering."), "beyond"),
        ((ACHIEVED, CHANGE, 2, ""), "beyond"),
        ((PROPOSAL, CHANGE, 3, "Nog niet gebruikt."), "unknown"),
        ((FAILED, CASE, 1, "Een uitzondering."), "unknown"),
    ],
)
def test_how_far_a_story_went_follows_from_what_was_filled_in(
    facts: tuple[str, str, int | None, str], expected: str, db: None
) -> None:
    outcome, kind, order, room = facts
    page = ExamplePage(outcome=outcome, kind=kind, learning_order=order)
    assert reach(page, room) == expected


def test_every_public_story_of_the_rule_is_in_one_group(site: None) -> None:
    rule = BlockingRule.objects.get(slug="urgentiecriteria", locale__language_code="en")
    way = plain_way(rule)
    urls = [story.url for story in (*way.within, *way.beyond, *way.unknown)]
    live = ExamplePage.objects.live().filter(story_rules__term=rule)
    assert len(urls) == len(set(urls)) == live.count() == 4
    live.first().unpublish()
    after = plain_way(rule)
    assert len([*after.within, *after.beyond, *after.unknown]) == 3


def test_the_page_of_a_rule_begins_with_what_it_allows(site: None, client: Client) -> None:
    page = " ".join(client.get("/nl/regels/urgentiecriteria/").content.decode().split())
    plain, stories = page.index("Is maatwerk nodig?"), page.index("voorbeelden bij deze regel")
    assert plain < stories
    assert "hardheidsclausule" in page[plain:stories]
    assert "Huisvestingswet 2014, artikel 12" in page[plain:stories]
    assert "Nog te controleren" in page[plain:stories]
    assert "Voorrang op een woning voor een zoon met PTSS" in page[plain:stories]
