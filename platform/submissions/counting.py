"""Counts how often stories are read and taken along, without anything of who did so.

Kept pages are answered without any view, so the reader's browser tells it: that a story was read, once it was
in sight for some seconds; that it was taken along, when the citation was copied or the story printed. Each
counts once a visit. Who has no script is not counted.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from examples.models import ExamplePage
from submissions.models import StoryUse

log = logging.getLogger(__name__)

READ, COPIED = "read", "copied"


@dataclass(frozen=True, slots=True)
class Total:
    """How often a story was read and taken along, in all its languages."""

    read: int = 0
    copied: int = 0


def mark(page: ExamplePage, story: Mapping[str, Any]) -> SafeString | str:
    """What tells the script of a story's page where its use is counted; nothing in a preview."""
    if not page.pk or not page.live:
        return ""
    return format_html(
        '<span data-read="{}" data-copied="{}" hidden></span>',
        reverse("submissions:read", args=[page.pk]),
        reverse("submissions:copied", args=[page.pk]),
    )


def count(page_id: int, what: str) -> None:
    """Count a use of a public story. Never raises.

    Args:
        page_id: Number of the story.
        what: `READ` or `COPIED`.
    """
    if not ExamplePage.objects.live().public().filter(pk=page_id).exists():
        return
    month = timezone.localdate().replace(day=1)
    rows = StoryUse.objects.filter(page_id=page_id, month=month)
    more = {what: F(what) + 1}
    try:
        if rows.update(**more):
            return
        try:
            with transaction.atomic():
                StoryUse.objects.create(page_id=page_id, month=month, **{what: 1})
        except IntegrityError:  # another reader was first
            rows.update(**more)
    except DatabaseError:
        log.warning("A use of a story could not be counted", exc_info=True)


def total(page: ExamplePage | None) -> Total:
    """How often a story was used since it is on the site."""
    if page is None:
        return Total()
    found = StoryUse.objects.filter(page__translation_key=page.translation_key)
    sums = found.aggregate(read=Sum(READ, default=0), copied=Sum(COPIED, default=0))
    return Total(**sums)
