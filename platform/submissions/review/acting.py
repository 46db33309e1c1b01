"""What an editor does with a submission that is open before them, each as one transaction."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from submissions.actors import editor
from submissions.models import Message, Submission
from submissions.review.claiming import ensure_free
from submissions.services import conversation, deciding
from submissions.services.moving import locked


@dataclass(frozen=True, slots=True)
class Words:
    """What an editor says to the submitter.

    Attributes:
        text: A question or message; may be empty when there are remarks.
        remarks: By answer.
        token: Number that the form was shown with: a second click says nothing twice.
    """

    text: str
    remarks: Mapping[str, str]
    token: uuid.UUID


class ChangedError(Exception):
    """There is a newer version than the one that the editor looked at."""


@transaction.atomic
def tell(submission: Submission, by: User, words: Words, asks: bool) -> None:
    """Post remarks and a message; with `asks` it goes back to the submitter.

    Args:
        submission: Which.
        by: Who.
        words: What is said.
        asks: Whether the submitter is to answer, and may change the text.

    Raises:
        TakenError: Somebody else has it.
        WrongStateError: It is not with the editors.
    """
    ensure_free(submission, by)
    tokens = {name: uuid.uuid5(words.token, name) for name in ("", *words.remarks)}
    if Message.objects.filter(submission=submission, token__in=tokens.values()).exists():
        return
    if asks:
        deciding.ask(submission, by, "")
    for name, remark in words.remarks.items():
        conversation.say(submission, editor(by), remark, name, tokens[name])
    if words.text:
        conversation.say(submission, editor(by), words.text, token=tokens[""])


@transaction.atomic
def approve(submission: Submission, by: User, revision: int) -> None:
    """Approve the check that is on, of the version that the editor looked at.

    Raises:
        ChangedError: There is a newer version, or no check is on.
        PermissionDenied: Something stands in the way, or it is not this person's to approve.
    """
    now = locked(submission)
    page = now.page
    state = page.current_workflow_task_state if page else None
    if page is None or state is None or page.latest_revision_id != revision:
        raise ChangedError
    task = state.task.specific
    if "approve" not in {name for name, *_rest in task.get_actions(page, by)}:
        raise PermissionDenied
    task.on_action(state, user=by, action_name="approve")


@transaction.atomic
def reject(submission: Submission, by: User, reason: str) -> None:
    """Do not accept it.

    Raises:
        TakenError: Somebody else has it.
        WrongStateError: It is not with the editors or the submitter.
    """
    ensure_free(submission, by)
    deciding.reject(submission, by, reason)
