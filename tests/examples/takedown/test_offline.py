"""A story that is taken off the site is gone everywhere at once, stays off, and can be put back."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import AuditEntry
from examples.models import ExamplePage, StoryReport, Withdrawal
from examples.publication import PublicationRefused
from examples.takedown.offline import put_back, take_offline
from search.models import IndexChange
from tests.accounts.people import person
from tests.examples.admin import edit, signed_in
from tests.examples.stories import make_picture, make_story

SLUG = "leeuwarden-maatwerkpot"


def both() -> tuple[ExamplePage, ExamplePage]:
    """A story of the site in Dutch and English."""
    dutch = ExamplePage.objects.get(slug=SLUG, locale__language_code="nl")
    return dutch, ExamplePage.objects.get(translation_key=dutch.translation_key, locale__language_code="en")


@pytest.mark.parametrize("language", [0, 1])
def test_it_goes_in_all_languages_from_pages_lists_sitemap_and_kept_pages(
    site: None, kept_pages: None, language: int
) -> None:
    stories = both()
    client = Client()
    addresses = [story.get_url() for story in stories]
    lists = ["/nl/voorbeelden/", "/en/examples/", "/nl/gemeenten/leeuwarden/", "/sitemap.xml"]
    before = [client.get(url).content.decode() for url in (*addresses, *lists)]
    assert any(addresses[0] in page for page in before[2:])
    IndexChange.objects.all().delete()
    take_offline(stories[language], person("Moderator"), "een buurvrouw herkent iemand")
    for url in addresses:
        assert client.get(url).status_code == 410
    for url in lists:
        page = client.get(url).content.decode()
        assert not [address for address in addresses if address in page], url
    assert {change.story for change in IndexChange.objects.all()} >= {story.pk for story in stories}


def test_pictures_go_with_it(site: None, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    story = both()[0]
    story.picture = make_picture("foto")
    story.save()
    client = Client()
    page = client.get(story.get_url()).content.decode()
    rendition = story.picture.renditions.first()
    social = (
        page.split('property="og:image" content="')[1].split('"')[0].removeprefix("http://127.0.0.1:8000")
    )
    for url in (rendition.url, social):
        answer = client.get(url)
        assert answer.status_code == 200
        assert "no-cache" in answer["Cache-Control"]
    take_offline(story, person("Moderator"), "herkend")
    for url in (rendition.url, social):
        assert client.get(url).status_code == 404


def test_reports_are_dealt_with_and_it_is_logged_without_the_reason(tree: None) -> None:
    story, moderator = make_story("kanarie"), person("Moderator")
    report = StoryReport.objects.create(story=story, kind="herkenbaar", reason="kanariebuurvrouw")
    take_offline(story, moderator, "kanariebuurvrouw")
    report.refresh_from_db()
    assert (report.outcome, report.handled_by) == ("offline", moderator)
    entry = AuditEntry.objects.get(action="story.withdraw")
    assert (entry.actor, entry.subject) == (moderator.pk, f"story:{story.translation_key}")
    assert "kanarie" not in "".join(str(row) for row in AuditEntry.objects.values_list())


def test_nobody_publishes_it_meanwhile(tree: None) -> None:
    story, boss = make_story("kanarie"), person("Beheerder")
    take_offline(story, boss, "herkend")
    answer = edit(signed_in(boss), story.pk, title="Toch maar wel", action_publish="1")
    assert answer["Location"] == reverse("story_takedown", args=[story.pk])
    story.refresh_from_db()
    assert not story.live
    assert story.draft_title == "Toch maar wel"
    with pytest.raises(PublicationRefused):
        story.get_latest_revision().publish()


def test_its_schedule_is_cancelled(tree: None) -> None:
    story = make_story("kanarie", live=False)
    story.go_live_at = timezone.now() + timedelta(hours=1)
    revision = story.save_revision()
    revision.publish()
    take_offline(story, person("Moderator"), "herkend")
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_an_import_leaves_it_off(tree: None, tmp_path: Any) -> None:
    story = make_story("kanarie")
    take_offline(story, person("Moderator"), "herkend")
    text = "- {slug: kanarie, titel: Nieuw, samenvatting: s, situatie: s, knelpunt: k, oplossing: o}\n"
    (tmp_path / "een.yaml").write_text(text)
    out = StringIO()
    call_command("import_examples", tmp_path / "een.yaml", publish=True, stdout=out)
    assert "1 left out" in out.getvalue()
    story.refresh_from_db()
    assert not story.live
    assert story.title != "Nieuw"


def test_it_is_put_back_as_readers_saw_it_in_the_languages_in_which_they_did(site: None) -> None:
    dutch, english = both()
    moderator = person("Moderator")
    client = signed_in(moderator)
    title = dutch.title
    client.post(reverse("story_takedown", args=[dutch.pk]), {"do": "take-off", "why": "herkend"})
    edit(signed_in(person("Redacteur")), dutch.pk, title="Een nieuw concept")
    shown = client.get(reverse("story_takedown", args=[dutch.pk])).content.decode()
    assert "herkend" in shown
    client.post(reverse("story_takedown", args=[dutch.pk]), {"do": "put-back"})
    for page in (dutch, english):
        page.refresh_from_db()
        assert page.live
    assert dutch.title == title
    assert dutch.draft_title == "Een nieuw concept" or dutch.has_unpublished_changes
    assert not Withdrawal.objects.exists()
    assert AuditEntry.objects.filter(action="story.put-back", actor=moderator.pk).count() == 1


def test_a_draft_that_was_not_on_the_site_is_not_put_on_it(tree: None) -> None:
    story, moderator = make_story("kanarie", live=False), person("Moderator")
    take_offline(story, moderator, "herkend")
    assert put_back(Withdrawal.objects.get(), moderator) == []
    story.refresh_from_db()
    assert not story.live


@pytest.mark.parametrize("role", ["Redacteur", "Moderator"])
def test_a_reason_is_asked_and_only_moderators_may(tree: None, role: str) -> None:
    story = make_story("kanarie")
    url = reverse("story_takedown", args=[story.pk])
    client = signed_in(person(role))
    assert (client.get(url).status_code == 200) == (role == "Moderator")
    client.post(url, {"do": "take-off", "why": "  "})
    assert not Withdrawal.objects.exists()
    client.post(url, {"do": "take-off", "why": "herkend"})
    assert Withdrawal.objects.exists() == (role == "Moderator")
