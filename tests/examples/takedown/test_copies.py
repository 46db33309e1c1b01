"""Copies that editors made of a story are named, and go along when somebody ticks them."""

from __future__ import annotations

from django.urls import reverse
from wagtail.models import Locale

from examples.models import ExamplePage
from examples.takedown.copies import copies_of
from tests.accounts.people import person
from tests.examples.admin import signed_in
from tests.examples.stories import make_story


def copy(story: ExamplePage, slug: str, **texts: str) -> ExamplePage:
    """What "copy page" makes, then changed."""
    made: ExamplePage = story.copy(update_attrs={"slug": slug, "title": slug}, keep_live=True)
    for name, value in texts.items():
        setattr(made, name, value)
    made.save_revision().publish()
    return made


def rewritten(story: ExamplePage, slug: str) -> ExamplePage:
    """A copy that served as a form to fill in."""
    texts = {
        name: f"Iets anders over {name}." for name in ("summary", "situation", "what_blocked", "solution")
    }
    return copy(story, slug, **texts)


def test_copies_are_known_in_both_directions_and_others_are_not(tree: None) -> None:
    story = make_story("kanarie")
    near, far = copy(story, "kopie"), rewritten(story, "ander")
    again = copy(near, "kopie-van-kopie")
    make_story("buur")
    assert [(one.page.pk, one.same > 0) for one in copies_of(story)] == [
        (near.pk, True),
        (far.pk, False),
        (again.pk, True),
    ]
    assert {one.page.pk for one in copies_of(again)} == {story.pk, near.pk, far.pk}


def test_translations_and_mirrors_are_no_copies(tree: None) -> None:
    story = make_story("kanarie")
    story.create_alias(update_slug="spiegel")
    english = Locale.objects.get(language_code="en")
    story.copy_for_translation(english, copy_parents=True)
    assert copies_of(story) == []


def test_what_is_ticked_goes_off_the_site_with_it(tree: None) -> None:
    story = make_story("kanarie")
    near, far = copy(story, "kopie"), rewritten(story, "ander")
    url = reverse("story_takedown", args=[story.pk])
    client = signed_in(person("Moderator"))
    page = " ".join(client.get(url).content.decode().split())
    assert f'value="{near.translation_key}" checked' in page
    assert f'value="{far.translation_key}" >' in page
    client.post(url, {"do": "take-off", "why": "herkend", "copy": str(near.translation_key)})
    live = ExamplePage.objects.live().values_list("pk", flat=True)
    assert set(live) == {far.pk}


def test_what_is_ticked_is_erased_with_it_and_nothing_else(
    tree: None, settings: object, tmp_path: object
) -> None:
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]
    story, other = make_story("kanarie"), make_story("buur")
    near, far = copy(story, "kopie"), rewritten(story, "ander")
    client = signed_in(person("Beheerder"))
    keys = [str(near.translation_key), str(other.translation_key)]
    client.post(reverse("story_erase", args=[story.pk]), {"title": story.title, "copy": keys})
    assert set(ExamplePage.objects.values_list("pk", flat=True)) == {far.pk, other.pk}
    assert client.get("/nl/voorbeelden/kopie/").status_code == 410
