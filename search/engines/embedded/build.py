"""A new embedded index beside the one in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from search.engines.base import Deletion, EngineDocument, EngineError
from search.engines.embedded.errors import engine_errors
from search.engines.embedded.folder import IndexFolder
from search.engines.embedded.reader import read_index, read_versions
from search.engines.embedded.writer import Writer

THREADS = 2


class EmbeddedBuild:
    """See `Build`.

    Raises:
        EngineError: Another one is under way.
    """

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        with engine_errors("Beginning a new search index"):
            self._lock = folder.lock_build()
            folder.clean()
            self._path = folder.create()
        self._writer = Writer(self._path, THREADS)

    def write(self, operations: Iterable[EngineDocument | Deletion]) -> None:
        """See `Build.write`."""
        self._writer.write(operations)

    def versions(self) -> Iterator[tuple[str, int, str]]:
        """See `Build.versions`."""
        self._writer.commit()
        yield from read_versions(read_index(self._path))

    def activate(self) -> None:
        """See `Build.activate`."""
        self._writer.commit()
        self._writer.close()
        with engine_errors("Switching to the new search index"), self._folder.switching():
            self._folder.switch(self._path)
        self._lock.close()

    def abandon(self) -> None:
        """See `Build.abandon`. What is broken can be dropped as well; what is in use stays."""
        with suppress(EngineError):
            self._writer.close()
        self._folder.drop(self._path)
        self._lock.close()
