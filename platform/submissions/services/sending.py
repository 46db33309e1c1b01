"""Sends a submission in: its answers become a draft page that waits in the workflow."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, WorkflowState

from accounts.models import User
from examples.address import provisional_slug
from examples.models import ExampleIndexPage, ExamplePage
from submissions.actors import Actor
from submissions.models import Submission
from submissions.services.conversation import say
from submissions.services.moving import locked, move
from submissions.states import EDITABLE, WAITING, Status, WrongStateError
from submissions.story import write_to


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody states that no resident can be recognised, or that they agree.

    Attributes:
        text: The words that the person agreed to.
        role: Function of who states it.
    """

    text: str
    role: str


class StaleError(Exception):
    """Somebody changed the answers since the person looked at what they send."""


class PageBusyError(Exception):
    """The editors are working on the page of the story: a second version cannot wait beside theirs."""


@transaction.atomic
def send(submission: Submission, by: Actor, statement: Statement, base: int) -> Submission:
    """Send in, once: a second click finds it sent.

    Args:
        submission: Its answers must have been checked, see `submissions.steps.problems`.
        by: Who sends.
        statement: Of anonymity and consent.
        base: Version that the person was shown.

    Raises:
        WrongStateError: It is closed.
        StaleError: The answers changed since that version.
        PageBusyError: The editors have unpublished work on the page that it is a proposal for.
        ValidationError: The page does not accept the answers.
    """
    now = locked(submission)
    if now.status in WAITING:
        return now
    if now.status not in EDITABLE:
        raise WrongStateError(now.status, Status.SENT)
    if now.version != base:
        raise StaleError
    now.consent, now.consent_role = statement.text, statement.role
    now.consent_at = now.sent_at = timezone.now()
    now.page = _page_of(now, by.user)
    now.save()
    move(now, Status.SENT, by)
    _tell_what_stays(now, by)
    return now


def _tell_what_stays(submission: Submission, by: Actor) -> None:
    """The editors read why the submitter let words stand that the privacy check warned about; once each."""
    for reason in submission.kept:
        if not reason.get("told"):
            say(submission, by, reason["why"], reason["field"])
            reason["told"] = True
    submission.save(update_fields=["kept"])


def _page_of(submission: Submission, by: User | None) -> ExamplePage:
    """The page with the answers as its newest version, waiting in the workflow."""
    page = submission.page.get_latest_revision_as_object() if submission.page else None
    state = page.current_workflow_state if page else None
    if state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS:
        raise PageBusyError
    page = page or _new_page(submission)
    write_to(page, submission, submission.data)
    page.consent = consent_line(submission)
    if page.pk is None:
        _index(submission.language).add_child(instance=page)
    page.full_clean()
    page.save_revision(user=by, log_action=True)
    if state is not None:
        state.resume(by)
    elif workflow := page.get_workflow():
        workflow.start(page, by)
    return page


def _new_page(submission: Submission) -> ExamplePage:
    locale = Locale.objects.get(language_code=submission.language)
    slug = provisional_slug()
    return ExamplePage(live=False, locale=locale, owner=submission.owner, slug=slug)


def _index(language: str) -> ExampleIndexPage:
    """The page under which the stories of a language are.

    Raises:
        ValidationError: There is none.
    """
    found = ExampleIndexPage.objects.filter(locale__language_code=language).first()
    if found is None:
        raise ValidationError(f"there is no index of stories in {language}")
    return found


def consent_line(submission: Submission) -> str:
    """The statement with its date and the role of who made it, as editors read it."""
    day = submission.consent_at.date().isoformat() if submission.consent_at else ""
    return f"{submission.consent}\n{submission.consent_role}, {submission.municipality}, {day}"
