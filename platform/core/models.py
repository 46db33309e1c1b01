"""Rows that every room uses."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Purge(models.Model):
    """Something that pages show has changed; kept pages that are older than this row show it no more.

    Rows are only added: their numbers order them after the pages that were made before.
    """

    key = models.CharField(max_length=120)
    purged_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        indexes = [models.Index(fields=["key", "id"], name="purge_key_number")]

    def __str__(self) -> str:
        return f"{self.pk} {self.key}"
