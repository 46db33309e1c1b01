"""The states of a submission and the ways between them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a submission stands."""

    CONCEPT = "concept", _("Draft")
    SENT = "ingestuurd", _("Sent in")
    IN_REVIEW = "in-behandeling", _("Being checked")
    QUESTION = "vraag", _("Question from the editors")
    PUBLISHED = "gepubliceerd", _("Published")
    REJECTED = "afgewezen", _("Not accepted")
    WITHDRAWN = "ingetrokken", _("Withdrawn")


class Role(models.TextChoices):
    """As what somebody acts on a submission. The other side reads this and no name."""

    SUBMITTER = "inzender", _("Submitter")
    COORDINATOR = "coordinator", _("Coordinator of the municipality")
    EDITOR = "redactie", _("Editors")


# With the submitter, who may change the text.
EDITABLE = frozenset({Status.CONCEPT, Status.QUESTION})
# With the editors.
WAITING = frozenset({Status.SENT, Status.IN_REVIEW})
# Not decided yet: there is at most one of these for a page.
OPEN = EDITABLE | WAITING
# Those of which the editors have the text.
SEEN = OPEN - {Status.CONCEPT}
# What can be taken back to a draft.
CLOSED = frozenset({Status.REJECTED, Status.WITHDRAWN})

WAYS: dict[Status, frozenset[Status]] = {
    Status.CONCEPT: frozenset({Status.SENT, Status.WITHDRAWN}),
    Status.SENT: frozenset(
        {Status.IN_REVIEW, Status.QUESTION, Status.PUBLISHED, Status.REJECTED, Status.WITHDRAWN}
    ),
    Status.IN_REVIEW: frozenset(
        {Status.SENT, Status.QUESTION, Status.PUBLISHED, Status.REJECTED, Status.WITHDRAWN}
    ),
    Status.QUESTION: frozenset(
        {Status.SENT, Status.IN_REVIEW, Status.PUBLISHED, Status.REJECTED, Status.WITHDRAWN}
    ),
    # Published again: an editor put a story that was withdrawn back on the site.
    Status.PUBLISHED: frozenset({Status.WITHDRAWN}),
    Status.REJECTED: frozenset({Status.CONCEPT}),
    Status.WITHDRAWN: frozenset({Status.CONCEPT, Status.PUBLISHED}),
}


class WrongStateError(Exception):
    """The submission is in a state from which the wanted one cannot be reached."""

    def __init__(self, current: str, wanted: str) -> None:
        super().__init__(f"no way from {current} to {wanted}")
        self.current = current
        self.wanted = wanted
