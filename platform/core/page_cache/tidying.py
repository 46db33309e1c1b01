"""Removes what the page cache no longer needs."""

from __future__ import annotations

import time
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.filebased import FileBasedCache

from core.page_cache.purging import forget_old_purges


def tidy_up() -> None:
    """Forget old purges, and remove kept pages that are past their time from the disk."""
    forget_old_purges()
    store = caches["pages"]
    # Django removes an expired file only when somebody asks for it: a withdrawn story would stay on the disk.
    if isinstance(store, FileBasedCache):
        oldest = time.time() - (store.default_timeout or 0)
        for path in Path(settings.CACHES["pages"]["LOCATION"]).glob(f"*{store.cache_suffix}"):
            _remove_if_older(path, oldest)


def _remove_if_older(path: Path, oldest: float) -> None:
    try:
        if path.stat().st_mtime < oldest:
            path.unlink()
    except FileNotFoundError:
        return  # another process was first
