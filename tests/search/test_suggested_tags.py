"""Which tags a text points to; the tags that editors gave the stories of the site are the measure."""

from __future__ import annotations

from pathlib import Path

import pytest

from examples.models import ExamplePage
from search.analysis import analyse
from search.documents import BODY
from search.service import similar_to
from search.story import StoryRecord
from search.suggested_tags import MOST, suggested_tags
from search.thesaurus.interpreter import ThesaurusInterpreter
from search.thesaurus.lookup import Lookup
from search.thesaurus.reader import load

pytestmark = pytest.mark.slow

FIXTURE = Path(__file__).parents[2] / "search" / "fixtures" / "thesaurus.ttl"
FACETS = ("rule", "life_domain", "target_group", "partner")


@pytest.fixture(scope="module")
def words() -> ThesaurusInterpreter:
    lookup = Lookup(load(FIXTURE.read_text(encoding="utf-8")), analyse)
    return ThesaurusInterpreter(lambda: lookup)


def test_a_text_points_to_the_rules_that_it_names(words: ThesaurusInterpreter) -> None:
    text = "Door de kostendelersnorm krijgt zij minder. Zij voldoet niet aan de urgentiecriteria."
    found = suggested_tags(text, "nl", FACETS, words)
    assert {"urgentiecriteria", "kostendelersnorm"} <= set(found["rule"])
    assert set(found) == set(FACETS)


def test_a_text_about_nothing_points_to_nothing(words: ThesaurusInterpreter) -> None:
    for text in ("", "  \n", "Het regende die dag.", "\0😀 …" * 3000):
        assert all(not values for values in suggested_tags(text, "nl", FACETS, words).values()), text


def test_few_are_suggested_and_most_stories_get_a_life_domain_of_their_own(
    site: None, words: ThesaurusInterpreter
) -> None:
    stories = ExamplePage.objects.live().filter(locale__language_code="nl")
    right = with_domain = 0
    for story in stories:
        text = "\n".join(getattr(story, name) for name in ("title", "summary", *BODY))
        found = suggested_tags(text, "nl", FACETS, words)
        assert all(len(values) <= MOST for values in found.values())
        own = {tag.term.slug for tag in story.story_life_domains.all()}
        with_domain += bool(own)
        right += bool(own & set(found["life_domain"]))
    assert with_domain > 10, "a story about how to work has none"
    assert right >= 0.7 * with_domain


def test_a_draft_is_like_stories_about_the_same_rule(searchable: None) -> None:
    draft = StoryRecord(
        key="draft",
        slug="",
        language="nl",
        url="",
        title="Een woning voor een gezin",
        summary="",
        tags=(),
        body={"situation": "Een gezin kreeg geen urgentie voor een woning."},
        background=(),
        facets={"rule": ("urgentiecriteria",)},
        place="",
        place_url="",
        year=None,
        published=0,
    )
    found = similar_to(draft, 3)
    assert found
    assert len(found) <= 3
    assert found[0].reasons[0].facet == "rule"
