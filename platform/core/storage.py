"""Uploads in a bucket of an S3-compatible store."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings
from storages.backends.s3 import S3Storage


class BucketStorage(S3Storage):
    """Keeps files privately; their addresses are the site's own, which decides who may have each."""

    file_overwrite = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**(options or settings.STORAGES["default"]["OPTIONS"]))

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How to make it again: from the settings, for what this says is kept in the queue of tasks."""
        return "core.storage.BucketStorage", [], {}

    def url(self, name: str, *args: object, **kwargs: object) -> str:
        """The file's address on this site: the same as for a file on a disk."""
        return f"{settings.MEDIA_URL}{quote(name)}"
