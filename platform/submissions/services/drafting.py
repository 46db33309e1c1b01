"""Begins drafts and saves what is typed in them; what others typed meanwhile is never overwritten unseen."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from submissions.actors import Actor
from submissions.models import Submission
from submissions.services.moving import editable, locked, record
from submissions.states import OPEN, Role, Status, WrongStateError
from submissions.story import read_from

Answer = str | list[str]
Answers = Mapping[str, Answer]
# Characters of one answer. What is longer is shown again with an error, and not kept.
LONGEST = 50_000


class EditConflictError(Exception):
    """Somebody changed the same answers meanwhile; the others of the form are saved.

    Attributes:
        submission: As it is saved now.
        fields: Names of the answers that differ.
    """

    def __init__(self, submission: Submission, fields: list[str]) -> None:
        super().__init__(", ".join(fields))
        self.submission = submission
        self.fields = fields


@transaction.atomic
def begin(
    user: User,
    municipality_id: int,
    language: str,
    token: uuid.UUID,
    answers: Answers | None = None,
) -> Submission:
    """A new draft, or the one that the same form has made before.

    Args:
        user: Whose it is; must belong to the municipality, which is the caller's to check.
        municipality_id: For which municipality.
        language: "nl" or "en".
        token: Number that the form was shown with: a second click makes no second draft.
        answers: What is filled in already.

    Raises:
        PermissionDenied: The number is of somebody else's submission.
    """
    submission, made = Submission.objects.get_or_create(
        public_id=token,
        defaults={
            "owner": user,
            "municipality_id": municipality_id,
            "language": language,
            "data": {name: plain(value) for name, value in (answers or {}).items()},
        },
    )
    if submission.owner_id != user.pk:
        raise PermissionDenied
    if made:
        record(submission, "", Status.CONCEPT, Actor(user, Role.SUBMITTER))
    return submission


@transaction.atomic
def propose(published: Submission, by: User, token: uuid.UUID) -> Submission:
    """A draft that changes a published story, which stays as it is until the editors approve; one at a time.

    Args:
        published: The story's submission.
        by: Who proposes.
        token: Number that the form was shown with.

    Raises:
        WrongStateError: The story is not on the site.
    """
    now = locked(published)
    page = now.page
    if now.status != Status.PUBLISHED or page is None:
        raise WrongStateError(now.status, Status.CONCEPT)
    root = now.updates or now
    there = root.proposals.filter(status__in=OPEN).first()
    if there:
        return there
    proposal = Submission.objects.create(
        public_id=token,
        owner=by,
        municipality=now.municipality,
        language=now.language,
        page=page,
        updates=root,
        data=read_from(page),
        picture=page.picture,
        document=page.document,
    )
    record(proposal, "", Status.CONCEPT, Actor(by, Role.SUBMITTER))
    return proposal


def save(submission: Submission, answers: Answers, base: int) -> Submission:
    """Save answers as they were typed, right or not.

    Args:
        submission: Which.
        answers: By field.
        base: Version of the submission that the person was shown.

    Returns:
        The submission as it is saved.

    Raises:
        WrongStateError: It is with the editors, or closed.
        EditConflictError: An answer was changed since that version, to something else. The others are saved.
    """
    with transaction.atomic():
        now = editable(submission)
        wanted = {name: plain(value) for name, value in answers.items()}
        differing = {name: value for name, value in wanted.items() if now.data.get(name, "") != value}
        conflicts = [name for name in differing if now.changed.get(name, 0) > base]
        put(now, {name: value for name, value in differing.items() if name not in conflicts})
    if conflicts:
        raise EditConflictError(now, conflicts)
    return now


def put(submission: Submission, answers: Mapping[str, Any]) -> None:
    """Write answers into a submission that is locked, as its next version."""
    if not answers:
        return
    submission.version += 1
    submission.data = {**submission.data, **answers}
    submission.changed = {**submission.changed, **dict.fromkeys(answers, submission.version)}
    submission.save(update_fields=["data", "changed", "version", "changed_at"])


def differs_from_page(submission: Submission) -> bool:
    """Whether answers were changed since the newest version of the page was made of them."""
    if submission.page is None:
        return True
    there = read_from(submission.page.get_latest_revision_as_object())
    return any(submission.data.get(name, "") != value for name, value in there.items())


def plain(value: Answer) -> Answer:
    """An answer that every database can keep."""
    return [plain_text(each) for each in value] if isinstance(value, list) else plain_text(value)


def plain_text(text: str) -> str:
    """A text without NUL and halves of characters, its lines ended alike."""
    text = text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")
