"""Submissions go with the story that is erased, and when they grow too old."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from examples.models import ExamplePage, Picture
from examples.takedown.erase import erase
from submissions.models import Message, Submission, SubmissionEvent
from submissions.states import Role, Status
from tests.accounts.people import person
from tests.examples.stories import make_picture, make_story
from tests.examples.takedown.canaries import database_dump
from tests.submissions.drafts import make_draft, send, submitter

WORD = "kanariewoord"


@pytest.fixture(autouse=True)
def folders(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path


@pytest.fixture
def submission(tree: None) -> Submission:
    """A submission with a word in its answers, its conversation, a step and a picture; it is sent in."""
    user = submitter()
    submission = send(make_draft(user, situation=f"Een {WORD}."), user)
    submission.picture = make_picture(WORD)
    submission.data = {"title": WORD}
    submission.save()
    Message.objects.create(submission=submission, author=user, role=Role.SUBMITTER, text=WORD)
    submission.events.update(comment=WORD)
    return submission


def decide(submission: Submission, status: Status, days: int) -> None:
    """Decide about it so many days ago."""
    moment = timezone.now() - timedelta(days=days)
    event = SubmissionEvent.objects.create(submission=submission, to_status=status, role=Role.EDITOR)
    SubmissionEvent.objects.filter(pk=event.pk).update(at=moment)
    Submission.objects.filter(pk=submission.pk).update(status=status, changed_at=moment)


def test_erasing_a_story_takes_its_submission_along(submission: Submission) -> None:
    assert submission.page is not None
    assert WORD in database_dump()
    erase(submission.page, person("Beheerder"))
    assert not Submission.objects.exists()
    assert not Picture.objects.exists()
    assert WORD not in database_dump()


@pytest.mark.parametrize(("days", "left"), [(89, 1), (91, 0)])
def test_what_was_not_accepted_goes_after_ninety_days_with_its_draft(
    submission: Submission, days: int, left: int
) -> None:
    decide(submission, Status.REJECTED, days)
    call_command("purge_old", dry_run=True, verbosity=0)
    assert Submission.objects.count() == 1
    call_command("purge_old", verbosity=0)
    assert Submission.objects.count() == ExamplePage.objects.count() == left
    assert (WORD in database_dump()) == bool(left)


def test_a_story_that_readers_know_stays_when_a_change_of_it_is_not_accepted(submission: Submission) -> None:
    submission.page = make_story("bekend")
    submission.save()
    decide(submission, Status.REJECTED, 91)
    call_command("purge_old", verbosity=0)
    assert not Submission.objects.exists()
    assert ExamplePage.objects.filter(slug="bekend").exists()


@pytest.mark.parametrize(("days", "title"), [(29, WORD), (31, "Een woning op de begane grond")])
def test_answers_go_a_month_after_publication(submission: Submission, days: int, title: str) -> None:
    Submission.objects.filter(pk=submission.pk).update(data={"title": WORD, "situation": WORD})
    decide(submission, Status.PUBLISHED, days)
    call_command("purge_old", verbosity=0)
    submission.refresh_from_db()
    assert submission.title == title
    assert ("situation" in submission.data) == (days == 29)
