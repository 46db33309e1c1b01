"""Files that no row names any more: a row went while the disk or bucket was away, and its file stayed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.core.files.storage import default_storage
from wagtail.models import UploadedFile

from examples.models.media import Picture, PictureRendition, StoryDocument
from examples.uploads.store import PROBE

# Where the site keeps what these models name; what others put beside it is not ours.
FOLDERS = ("original_images", "images", "documents", "wagtail_uploads", PROBE)
MODELS = (Picture, PictureRendition, StoryDocument, UploadedFile)


def forget_leftover(before: datetime, dry_run: bool) -> int:
    """Remove those of before a moment, or with `dry_run` only count them; how many.

    Args:
        before: What is younger may get its row in a moment.
        dry_run: Whether nothing is removed.

    Raises:
        OSError: The disk or bucket is away.
    """
    stored = {name for folder in FOLDERS for name in _files_in(folder)}
    named = {name for model in MODELS for name in model._default_manager.values_list("file", flat=True)}
    old = [name for name in sorted(stored - named) if default_storage.get_modified_time(name) < before]
    if not dry_run:
        for name in old:
            default_storage.delete(name)
    return len(old)


def _files_in(folder: str) -> Iterator[str]:
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for each in folders:
        yield from _files_in(f"{folder}/{each}")
