"""Uploads in a bucket of an S3-compatible store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from urllib.parse import quote

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from s3transfer.exceptions import RetriesExceededError
from storages.backends.s3 import S3Storage

# Seconds. A request that waits longer than the web server lets it would end without an answer.
CONNECT, ANSWER, TRIES = 3, 8, 2
NOT_FOUND = 404


@contextmanager
def _trouble_as_of_a_disk() -> Iterator[None]:
    """Turn what goes wrong with the store into an OSError, so that callers need not know where files are."""
    try:
        yield
    except (BotoCoreError, Boto3Error, ClientError, RetriesExceededError) as error:
        answer = error.response if isinstance(error, ClientError) else {}
        if answer.get("ResponseMetadata", {}).get("HTTPStatusCode") == NOT_FOUND:
            raise FileNotFoundError("The store of uploads has no such file.") from error
        # The kind of error alone: a message may hold names of files and buckets.
        raise OSError(f"The store of uploads does not do its work: {type(error).__name__}") from error


class BucketStorage(S3Storage):
    """Keeps files privately; their addresses are the site's own, which decides who may have each.

    A store that is away, slow or refuses raises OSError within seconds, a missing file FileNotFoundError.
    """

    file_overwrite = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.client_config: Config
        waits = Config(
            connect_timeout=CONNECT,
            read_timeout=ANSWER,
            retries={"total_max_attempts": TRIES, "mode": "standard"},
        )
        self.client_config = self.client_config.merge(waits)

    def url(self, name: str, *args: object, **kwargs: object) -> str:
        """The file's address on this site: the same as for a file on a disk."""
        return f"{settings.MEDIA_URL}{quote(name)}"

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        with _trouble_as_of_a_disk():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        """Remove a file; one that is not there is no error."""
        with _trouble_as_of_a_disk():
            super().delete(name)

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        """Names of the folders and files in a folder."""
        with _trouble_as_of_a_disk():
            folders, files = super().listdir(name)
            return folders, files

    def get_modified_time(self, name: str) -> datetime:
        """When the file came in."""
        with _trouble_as_of_a_disk():
            return super().get_modified_time(name)

    def _open(self, name: str, mode: str = "rb") -> Any:
        with _trouble_as_of_a_disk():
            file = super()._open(name, mode)
            if "r" in mode:
                # Fetch it now: whoever reads it later could no longer tell the visitor.
                file.seek(0)
            return file

    def _save(self, name: str, content: Any) -> str:
        with _trouble_as_of_a_disk():
            return str(super()._save(name, content))
