"""Static files with a hash of their content in their name, compressed beforehand: kept for ever."""

from __future__ import annotations

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """The files as they were collected.

    Attributes:
        strict: Whether a file that was not collected is an error even where nothing was collected at all;
            else all keep their plain names there, as in tests.
    """

    def __init__(self, *args: Any, strict: bool = True, **options: Any) -> None:
        self.strict = strict
        super().__init__(*args, **options)

    def stored_name(self, name: str) -> str:
        """The name with the hash."""
        if not (self.strict or self.hashed_files):
            return name
        hashed: str = super().stored_name(name)
        return hashed
