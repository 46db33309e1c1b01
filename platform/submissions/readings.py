"""Counts how often stories are read, without anything of who reads them.

Kept pages are answered without any view, so the reader's browser says that a story was read: once a visit,
when it was in sight for some seconds. Who has no script is not counted.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from examples.models import ExamplePage
from submissions.models import StoryReadings

log = logging.getLogger(__name__)


def mark(page: ExamplePage, story: Mapping[str, Any]) -> SafeString | str:
    """What tells the script of a story's page where its reading is counted; nothing in a preview."""
    if not page.pk or not page.live:
        return ""
    return format_html('<span data-reading="{}" hidden></span>', reverse("submissions:read", args=[page.pk]))


def count(page_id: int) -> None:
    """Count that a public story was read. Never raises."""
    if not ExamplePage.objects.live().public().filter(pk=page_id).exists():
        return
    month = timezone.localdate().replace(day=1)
    rows = StoryReadings.objects.filter(page_id=page_id, month=month)
    try:
        if rows.update(number=F("number") + 1):
            return
        try:
            with transaction.atomic():
                StoryReadings.objects.create(page_id=page_id, month=month, number=1)
        except IntegrityError:  # another reader was first
            rows.update(number=F("number") + 1)
    except DatabaseError:
        log.warning("A reading could not be counted", exc_info=True)


def total(page: ExamplePage | None) -> int:
    """How often a story was read."""
    if page is None:
        return 0
    return StoryReadings.objects.filter(page=page).aggregate(all=Sum("number"))["all"] or 0
