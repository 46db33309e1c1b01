"""Only what everybody may read becomes a record, and a record tells no more than the page does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from examples.models import ExampleIndexPage, ExamplePage, Municipality
from search.documents import current_codes, records
from search.story import StoryRecord

pytestmark = pytest.mark.usefixtures("site")

SLUG = "utrecht-rolstoelwoningen"


def story() -> ExamplePage:
    return ExamplePage.objects.get(slug=SLUG, locale__language_code="nl")


def found() -> dict[tuple[str, str], StoryRecord]:
    return {(record.slug, record.language): record for record in records()}


def test_every_live_story_in_both_languages() -> None:
    assert len(found()) == ExamplePage.objects.live().count() == 52
    dutch, english = found()[SLUG, "nl"], found()[SLUG, "en"]
    assert dutch.url == f"/nl/voorbeelden/{SLUG}/"
    assert english.url == f"/en/examples/{SLUG}/"
    assert dutch.facets["rule"] == english.facets["rule"]
    assert "Wonen" in dutch.tags
    assert "Housing" in english.tags
    assert dutch.facets["municipality"] == ("GM0344",)


def test_a_story_is_found_by_what_its_rules_say_and_by_the_names_of_its_terms() -> None:
    page = story()
    rule = page.story_rules.first().term
    background = found()[SLUG, "nl"].background
    assert rule.description in background
    assert rule.slug.replace("-", " ") in background


def test_records_leave_the_language_of_the_moment_alone() -> None:
    with translation.override("nl"):
        for record in records():
            assert translation.get_language() == "nl", record.key


def test_what_not_everybody_may_read_gives_no_record() -> None:
    page = story()
    canary = "kanariewoord"
    page.title = canary
    page.save_revision()
    assert canary not in repr(found())
    page.save_revision().publish()
    assert canary in repr(found())
    page.unpublish()
    assert canary not in repr(found())
    page.save_revision().publish()
    ExamplePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert canary not in repr(found())
    ExamplePage.objects.filter(pk=page.pk).update(expire_at=None)
    parent = ExampleIndexPage.objects.get(locale__language_code="nl")
    restriction = PageViewRestriction.objects.create(page=parent, restriction_type="login")
    assert canary not in repr(found())
    restriction.delete()
    assert canary in repr(found())
    assert not list(records(["999999"]))


@pytest.mark.parametrize(
    ("display", "shown", "hidden"),
    [
        (ExamplePage.Display.MUNICIPALITY, {"municipality", "province"}, set()),
        (ExamplePage.Display.PROVINCE, {"province"}, {"municipality"}),
        (ExamplePage.Display.SIZE, set(), {"municipality", "province"}),
    ],
)
def test_a_hidden_place_is_nowhere_in_the_record(display: str, shown: set[str], hidden: set[str]) -> None:
    page = story()
    page.municipality_display = display
    page.municipality = Municipality.objects.get(name="Zaanstad")
    page.save_revision().publish()
    record = found()[SLUG, "nl"]
    assert shown <= record.facets.keys()
    assert not hidden & record.facets.keys()
    if "municipality" in hidden:
        outside_the_prose = (record.tags, record.place, record.place_url, record.facets)
        assert "zaanstad" not in repr(outside_the_prose).lower()
    if "province" in hidden:
        assert "Noord-Holland" not in record.tags


def test_a_municipality_that_went_up_in_another_rolls_up() -> None:
    page = story()
    page.municipality = Municipality.objects.get(name="Ten Boer")
    page.save_revision().publish()
    assert found()[SLUG, "nl"].facets["municipality"] == (Municipality.objects.get(name="Groningen").code,)


def test_every_lapsed_municipality_leads_to_ones_of_today() -> None:
    today = set(Municipality.objects.filter(valid_until=None).values_list("code", flat=True))
    lapsed = Municipality.objects.exclude(valid_until=None)
    codes = current_codes()
    assert lapsed
    assert not [place.code for place in lapsed if not set(codes.get(place.code, ())) <= today]
    assert not [place.code for place in lapsed if place.code not in codes]
