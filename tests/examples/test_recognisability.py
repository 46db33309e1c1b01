"""What readers see of the place, the warning about a small one, and how many stories are alike."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from accounts.models import User
from examples import anonymity
from examples.models import ExamplePage, ExampleTargetGroup, Municipality, TargetGroup
from examples.recognisability import advised_display, rare_traits, with_the_same
from tests.accounts.people import person
from tests.examples.admin import send_form, signed_in
from tests.examples.stories import make_story

RARE = "Het gezin met een eeneiige drieling kreeg hulp."


@pytest.mark.parametrize(
    ("size", "traits", "shown"),
    [
        ("lt20k", 0, "provincie"),
        ("lt20k", 1, "grootteklasse"),
        ("20k-50k", 0, "gemeente"),
        ("20k-50k", 1, "provincie"),
        ("20k-50k", 2, "grootteklasse"),
        ("50k-100k", 1, "gemeente"),
        ("gt250k", 3, "gemeente"),
        ("gt250k", 4, "provincie"),
        ("gt250k", 8, "grootteklasse"),
        ("", 0, "provincie"),
    ],
)
def test_the_fewer_residents_and_the_more_traits_the_less_is_shown(
    size: str, traits: int, shown: str
) -> None:
    assert advised_display(Municipality(population_class=size), traits) == shown


def test_more_traits_never_show_more() -> None:
    order = ["gemeente", "provincie", "grootteklasse"]
    for size in (*Municipality.PopulationClass.values, ""):
        shown = [advised_display(Municipality(population_class=size), number) for number in range(12)]
        assert [order.index(each) for each in shown] == sorted(order.index(each) for each in shown)


def test_a_trait_that_is_told_twice_is_one() -> None:
    assert rare_traits([RARE]) == rare_traits([RARE, RARE]) >= 1
    assert rare_traits(["Een moeder met schulden kreeg hulp."]) == 0


def small() -> Municipality:
    found: Municipality = Municipality.objects.filter(population_class="lt20k", valid_until=None).first()  # type: ignore[assignment]
    return found


@pytest.fixture
def story(tree: None) -> ExamplePage:
    story = make_story("klein", municipality=small(), live=False)
    add_groups(story, 3)
    return story


def add_groups(story: ExamplePage, number: int) -> None:
    terms = TargetGroup.objects.filter(locale=story.locale).order_by("pk")[:number]
    story.story_target_groups = [ExampleTargetGroup(term=each, locale=story.locale) for each in terms]
    story.save_revision()


def place_warnings(story: ExamplePage) -> list[Any]:
    warnings = anonymity.open_warnings(anonymity.latest(ExamplePage.objects.get(pk=story.pk)))
    return [warning for warning in warnings if warning.text.field == "municipality"]


def test_a_small_municipality_with_three_groups_warns_and_with_two_does_not(story: ExamplePage) -> None:
    (warning,) = place_warnings(story)
    assert small().name in warning.words
    add_groups(story, 2)
    assert place_warnings(story) == []


def test_a_large_municipality_and_one_that_does_not_show_do_not_warn(story: ExamplePage) -> None:
    story.municipality_display = story.Display.PROVINCE
    story.save_revision()
    assert place_warnings(story) == []
    story.municipality_display = story.Display.MUNICIPALITY
    story.municipality = Municipality.objects.get(slug="leeuwarden")
    story.save_revision()
    assert place_warnings(story) == []


def test_one_click_shows_the_province_instead(story: ExamplePage) -> None:
    client = signed_in(person("Redacteur"))
    url = reverse("story_anonymity", args=[story.pk])
    assert small().province.name in client.get(url).content.decode()
    client.post(url, {"warning": place_warnings(story)[0].key, "do": "neutral"})
    version = anonymity.latest(ExamplePage.objects.get(pk=story.pk))
    assert version.municipality_display == "provincie"
    assert version.municipality == small()


def test_it_may_stay_when_somebody_says_why(story: ExamplePage) -> None:
    client = signed_in(person("Redacteur"))
    warning = place_warnings(story)[0]
    url = reverse("story_anonymity", args=[story.pk])
    client.post(url, {"warning": warning.key, "do": "keep", "why": "de gemeente wil genoemd worden"})
    assert place_warnings(story) == []
    add_groups(story, 4)
    assert place_warnings(story), "other groups are another decision"


def test_the_checker_sees_how_many_stories_are_alike(story: ExamplePage) -> None:
    url = reverse("story_anonymity", args=[story.pk])
    client = signed_in(person("Moderator"))
    assert client.get(url).context["same"] == 0
    assert "wijst alleen dit voorbeeld aan" in client.get(url).content.decode()
    for slug, municipality, year in (("a", small(), None), ("b", small(), 2024), ("c", None, None)):
        other = make_story(slug, municipality=municipality, year=year)
        add_groups(other, 4)
        other.story_target_groups.commit()
    assert client.get(url).context["same"] == 1
    assert with_the_same(ExamplePage.objects.get(slug="a")) == 0, "it has a group more"


@pytest.fixture
def form(tree: None) -> tuple[User, str]:
    parent = make_story("buur").get_parent()
    url = reverse("wagtailadmin_pages:add", args=["examples", "examplepage", parent.pk])
    return person("Redacteur"), url


@pytest.mark.parametrize(
    ("slug", "situation", "chosen", "kept"),
    [
        ("small", "Gewoon.", "", "provincie"),
        ("small", RARE, "", "grootteklasse"),
        ("leeuwarden", "Gewoon.", "", "gemeente"),
        ("small", "Gewoon.", "gemeente", "gemeente"),
    ],
)
def test_the_form_follows_the_advice_unless_told_otherwise(
    form: tuple[User, str], slug: str, situation: str, chosen: str, kept: str
) -> None:
    user, url = form
    place = small() if slug == "small" else Municipality.objects.get(slug=slug)
    texts = {"title": "Nieuw", "slug": "nieuw", "summary": "s", "what_blocked": "k", "solution": "o"}
    changes = {**texts, "situation": situation, "municipality": str(place.pk)}
    send_form(signed_in(user), url, {**changes, **({"municipality_display": chosen} if chosen else {})})
    story = ExamplePage.objects.get(slug="nieuw")
    assert anonymity.latest(story).municipality_display == kept
