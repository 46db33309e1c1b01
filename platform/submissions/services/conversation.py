"""What the submitter and the editors say to each other."""

from __future__ import annotations

import uuid

from django.db import transaction

from submissions.actors import Actor
from submissions.models import Message, Submission
from submissions.services.drafting import plain_text
from submissions.services.moving import locked, move
from submissions.signals import said
from submissions.states import Status


@transaction.atomic
def say(
    submission: Submission, by: Actor, text: str, field: str = "", token: uuid.UUID | None = None
) -> Message:
    """Add a message, once for each token.

    Args:
        submission: About which.
        by: Who says it.
        text: What is said.
        field: Which answer it is about, or "".
        token: Number that the form was shown with: a second click says nothing twice.
    """
    message, made = Message.objects.get_or_create(
        submission=submission,
        token=token or uuid.uuid4(),
        defaults={"author": by.user, "role": by.role, "text": plain_text(text), "field": field},
    )
    if made:
        said.send(sender=Message, submission=submission, message=message)
    return message


@transaction.atomic
def reply(submission: Submission, by: Actor, text: str, token: uuid.UUID, answers: bool) -> Message:
    """Say something as the submitter's side; with `answers` the editors' question goes back to them.

    Raises:
        WrongStateError: There was no question, or somebody answered it already in another form.
    """
    known = Message.objects.filter(submission=submission, token=token).first()
    if known:
        return known
    message = say(submission, by, text, token=token)
    if answers:
        _give_back(submission, by)
    return message


def _give_back(submission: Submission, by: Actor) -> None:
    now = locked(submission)
    move(now, Status.SENT, by)
    state = now.page.current_workflow_state if now.page else None
    if state is not None and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(by.user)
