"""The default cache: files of this machine, but one count for all machines of who tries to sign in."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache

# Keys of allauth: attempts at signing in, and codes that were used already.
SHARED = "allauth"


class FilesAndCounters(FileBasedCache):
    """Files, and for what must be counted exactly the cache "counters".

    Wagtail asks this cache for the addresses of its pages many times a page, which files answer fastest.
    Files cannot count exactly when two requests come at once, though, and other machines do not see them.
    """

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value where there is none; whether it was kept."""
        return _store(key, super()).add(key, value, timeout, version)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The value, or the default."""
        return _store(key, super()).get(key, default, version)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep a value."""
        _store(key, super()).set(key, value, timeout, version)

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a value; whether there was one."""
        return _store(key, super()).delete(key, version)


def _store(key: str, files: Any) -> Any:
    return caches["counters"] if key.startswith(SHARED) else files
