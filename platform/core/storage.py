"""Uploads in a bucket of an S3-compatible store."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from storages.backends.s3 import S3Storage


class BucketStorage(S3Storage):
    """Keeps files privately; their addresses are the site's own, which decides who may have each."""

    file_overwrite = False

    def url(self, name: str, *args: object, **kwargs: object) -> str:
        """The file's address on this site: the same as for a file on a disk."""
        return f"{settings.MEDIA_URL}{quote(name)}"
