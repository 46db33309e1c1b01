"""How a submission leaves or changes the queue: taken up, asked about, refused, withdrawn."""

from __future__ import annotations

from django.db import transaction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction

from accounts.models import User
from examples.models import ExamplePage
from submissions.actors import Actor, editor
from submissions.models import Submission
from submissions.services.conversation import say
from submissions.services.drafting import put
from submissions.services.moving import locked, move
from submissions.states import OPEN, Status
from submissions.story import read_from


def take_up(submission: Submission, by: User) -> None:
    """An editor begins to check it.

    Raises:
        WrongStateError: It is not with the editors.
    """
    move(submission, Status.IN_REVIEW, editor(by))


def release(submission: Submission, by: User) -> None:
    """The editor leaves it to others.

    Raises:
        WrongStateError: Nobody had taken it up.
    """
    move(submission, Status.SENT, editor(by))


@transaction.atomic
def ask(submission: Submission, by: User | None, question: str, field: str = "") -> None:
    """Give it back with a question: the submitter may change the text, as it stands in the newest version.

    Args:
        submission: One that is with the editors.
        by: Who asks.
        question: In the conversation; may be empty when it stands there already.
        field: Which answer it is about, or "".

    Raises:
        WrongStateError: It is not with the editors.
    """
    move(submission, Status.QUESTION, editor(by))
    refill(submission)
    state = submission.page.current_workflow_state if submission.page else None
    if state is not None and state.status == state.STATUS_IN_PROGRESS:
        state.current_task_state.specific.reject(user=by, comment=question)
    if question.strip():
        say(submission, editor(by), question, field)


@transaction.atomic
def reject(submission: Submission, by: User, reason: str) -> None:
    """Do not accept it, and say why. A page that was never public is deleted; a live one stays as it is.

    Raises:
        WrongStateError: It is not with the editors or the submitter.
        ValueError: There is no reason.
    """
    if not reason.strip():
        raise ValueError("a submission is refused with a reason")
    was = Status(locked(submission).status)
    move(submission, Status.REJECTED, editor(by), reason.strip())
    _leave_queue(submission, was, by)


@transaction.atomic
def withdraw(submission: Submission, by: Actor, comment: str = "") -> None:
    """Take it back at whatever stage; a published story goes off the site, with what was proposed for it.

    Raises:
        WrongStateError: It is closed already.
    """
    was = Status(locked(submission).status)
    move(submission, Status.WITHDRAWN, by, comment)
    for proposal in submission.proposals.filter(status__in=OPEN):
        withdraw(proposal, by)
    _leave_queue(submission, was, by.user)
    page = submission.page
    if was == Status.PUBLISHED and page is not None and page.live:
        # The municipality may take its own story off the site; in Wagtail it has no rights.
        UnpublishPageAction(page, user=by.user).execute(skip_permission_checks=True)


@transaction.atomic
def reopen(submission: Submission, by: Actor) -> None:
    """Take a refused or withdrawn submission up as a draft again.

    Raises:
        WrongStateError: It is not closed.
    """
    move(submission, Status.CONCEPT, by)


def refill(submission: Submission) -> None:
    """Fill the answers with the newest version of the page, in which editors may have worked."""
    now = locked(submission)
    page = now.page
    if page is None:
        return
    newest = page.get_latest_revision_as_object()
    answers = {name: value for name, value in read_from(newest).items() if now.data.get(name, "") != value}
    now.picture, now.document = newest.picture, newest.document
    now.save(update_fields=["picture", "document"])
    put(now, answers)
    submission.refresh_from_db()


def _leave_queue(submission: Submission, was: Status, by: User | None) -> None:
    """Stop the checks of its page, keep what editors changed, and leave no version of it behind."""
    page: ExamplePage | None = submission.page
    if page is None or was == Status.CONCEPT:
        return
    if was != Status.QUESTION:  # then the submitter may have typed more than the page has
        refill(submission)
    state = page.current_workflow_state
    if state is not None:
        state.cancel(user=by)
    if page.first_published_at is None:
        DeletePageAction(page, user=by).execute(skip_permission_checks=True)
        submission.refresh_from_db()
    elif was != Status.PUBLISHED and page.live and page.live_revision:
        # The newest version is the live one again.
        page.live_revision.as_object().save_revision(user=by, changed=False, log_action=True)
        ExamplePage.objects.filter(pk=page.pk).update(has_unpublished_changes=False)
