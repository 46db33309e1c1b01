"""Uploads that an editor began and left: Wagtail keeps them until somebody fills in the rest."""

from __future__ import annotations

from datetime import datetime

from django.core.files.storage import default_storage
from wagtail.models import UploadedFile


def forget_unfinished(before: datetime, dry_run: bool) -> int:
    """Remove those that came in before a moment, or with `dry_run` only count them; how many."""
    old = [upload for upload in UploadedFile.objects.all() if _came_in_before(upload, before)]
    if not dry_run:
        for upload in old:
            upload.file.delete(save=False)
            upload.delete()
    return len(old)


def _came_in_before(upload: UploadedFile, moment: datetime) -> bool:
    """When it came in only its file knows; without a file it is of no use."""
    try:
        return default_storage.get_modified_time(upload.file.name) < moment
    except FileNotFoundError:
        return True
