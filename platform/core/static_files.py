"""Static files with a hash of their content in their name, compressed beforehand: kept for ever."""

from __future__ import annotations

from django.conf import settings
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """The files as they were collected; production refuses to name one that was not."""

    def stored_name(self, name: str) -> str:
        """The name with the hash; outside production, where nothing was collected yet, the plain name."""
        if not self.hashed_files and settings.ENVIRONMENT != "production":
            return name
        hashed: str = super().stored_name(name)
        return hashed
