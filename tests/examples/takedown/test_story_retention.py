"""What grows too old of stories goes, what somebody needs stays, and a dry run removes nothing."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision
from wagtail_localize.models import String, TranslationSource

from core.models import AuditEntry
from examples.models import ExamplePage, Picture, StoryReport
from examples.takedown.offline import take_offline
from tests.accounts.people import person
from tests.examples.stories import make_picture, make_story

LONG_AGO = timezone.now() - timedelta(days=31)
FORMER = "Kanarie Zeldzaamsma"


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def story(tree: None) -> ExamplePage:
    """A live story with two old versions, the first with a name as its title."""
    story = make_story("verhaal", title=FORMER)
    for title in ("Tweede titel", "Derde titel"):
        story.title = title
        story.save_revision(log_action=True).publish()
    make_old(story)
    story.refresh_from_db()
    return story


def make_old(story: ExamplePage) -> None:
    story.revisions.update(created_at=LONG_AGO)
    PageLogEntry.objects.filter(page=story.pk).update(timestamp=LONG_AGO)


def purge(**options: Any) -> str:
    out = StringIO()
    call_command("purge_old", stdout=out, **options)
    return out.getvalue()


def test_old_versions_of_a_published_story_go_and_the_one_shown_stays(story: ExamplePage) -> None:
    assert "old versions of published stories, after 30 days: 2\n" in purge()
    assert [revision.pk for revision in story.revisions.all()] == [story.live_revision_id]
    entry = AuditEntry.objects.get(action="purge", subject="rule:old versions of published stories")
    assert (entry.actor, entry.detail) == (None, "2")


def test_a_dry_run_counts_and_removes_nothing(story: ExamplePage) -> None:
    before = story.revisions.count(), list(PageLogEntry.objects.values_list("label", flat=True))
    assert "after 30 days: 2\n" in purge(dry_run=True)
    assert (story.revisions.count(), list(PageLogEntry.objects.values_list("label", flat=True))) == before


def test_young_versions_stay(story: ExamplePage) -> None:
    story.revisions.update(created_at=timezone.now() - timedelta(days=29))
    purge()
    assert story.revisions.count() == 3


def test_the_number_of_days_is_a_setting(story: ExamplePage, settings: Any) -> None:
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "published": 32}
    purge()
    assert story.revisions.count() == 3


def test_what_is_planned_or_being_checked_or_the_newest_draft_stays(story: ExamplePage) -> None:
    planned = story.save_revision()
    Revision.objects.filter(pk=planned.pk).update(approved_go_live_at=timezone.now() + timedelta(days=9))
    checked = story.save_revision()
    story.get_workflow().start(story, person("Redacteur"))
    newest = story.save_revision()
    make_old(story)
    purge()
    left = set(story.revisions.values_list("pk", flat=True))
    assert left == {planned.pk, checked.pk, newest.pk, story.live_revision_id}


@pytest.mark.parametrize("withdrawn", [False, True])
def test_drafts_and_withdrawn_stories_keep_their_versions(story: ExamplePage, withdrawn: bool) -> None:
    if withdrawn:
        take_offline(story, person("Moderator"), "herkend")
    else:
        story.unpublish()
    before = story.revisions.count()
    purge()
    assert story.revisions.count() == before


def test_files_that_only_an_old_version_showed_go_and_others_stay(tree: None, media: Path) -> None:
    gone, kept, unused = make_picture("weg"), make_picture("blijft"), make_picture("los")
    story = make_story("verhaal", picture=gone)
    story.picture = kept
    story.save_revision().publish()
    story.picture = None
    story.save_revision().publish()
    make_story("buur", picture=kept)
    make_old(story)
    purge()
    assert set(Picture.objects.values_list("pk", flat=True)) == {kept.pk, unused.pk}
    assert not (media / gone.file.name).exists()
    assert (media / kept.file.name).exists()


def test_a_former_title_leaves_the_log(story: ExamplePage) -> None:
    # A draft's title in the log of another page is not of this rule.
    assert PageLogEntry.objects.filter(page=story.pk, label=FORMER).exists()
    purge()
    entries = PageLogEntry.objects.filter(page=story.pk)
    assert {entry.label for entry in entries} == {"Derde titel"}
    assert FORMER not in str(list(entries.values_list("data", flat=True)))


def test_sentences_of_old_versions_leave_the_translations(story: ExamplePage) -> None:
    story.summary = FORMER
    TranslationSource.update_or_create_from_instance(story)
    assert String.objects.filter(data=FORMER).exists()
    story.summary = "Iets anders."
    TranslationSource.update_or_create_from_instance(story)
    purge()
    assert not String.objects.filter(data=FORMER).exists()
    assert String.objects.filter(data="Iets anders.").exists()


def test_reports_go_ninety_days_after_they_were_dealt_with(story: ExamplePage) -> None:
    for days in (None, 89, 91):
        handled = None if days is None else timezone.now() - timedelta(days=days)
        StoryReport.objects.create(story=story, kind="anders", reason=str(days), handled_at=handled)
    purge()
    assert set(StoryReport.objects.values_list("reason", flat=True)) == {"None", "89"}
