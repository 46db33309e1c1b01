"""How much one account may do: more than a person does is a program at work."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from submissions.models import Message, Submission

DRAFTS_A_DAY = 20
MESSAGES_AN_HOUR = 30


def may_begin(user: User, token: uuid.UUID | None = None) -> bool:
    """Whether the person may begin another draft; the one that the token made already does not count.

    Args:
        user: Who.
        token: Number of the form.
    """
    since = timezone.now() - timedelta(days=1)
    begun = Submission.objects.filter(owner=user, created_at__gt=since)
    others = begun.exclude(public_id=token) if token else begun
    return others.count() < DRAFTS_A_DAY


def may_write(user: User) -> bool:
    """Whether the person may send another message."""
    since = timezone.now() - timedelta(hours=1)
    return Message.objects.filter(author=user, at__gt=since).count() < MESSAGES_AN_HOUR
