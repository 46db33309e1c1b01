"""Reads the index in use as it is now, also when another process writes or switches it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tantivy

from search.engines.base import EngineError
from search.engines.embedded.errors import engine_errors
from search.engines.embedded.folder import IndexFolder, Signature, signature
from search.engines.embedded.schema import MARK, read_mark


@dataclass(frozen=True)
class Snapshot:
    """The index as it was at one moment.

    Attributes:
        schema: Its fields.
        searcher: Searches it.
        number: Differs between snapshots of one reader.
    """

    schema: tantivy.Schema
    searcher: tantivy.Searcher
    number: int


class Reader:
    """Reads the index in use. Many threads may use one, and it survives a fork: it has no threads itself."""

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._index: tantivy.Index | None = None
        self._snapshot: Snapshot | None = None
        self._seen: tuple[Signature | None, Signature | None] = (None, None)
        self._number = 0

    def snapshot(self) -> Snapshot:
        """The index as it is now.

        Raises:
            EngineError: There is no index, or it cannot be read.
        """
        with self._lock:
            try:
                return self._newest()
            except EngineError:
                # Between two looks the index may have been switched and the old one dropped.
                self._index = None
                return self._newest()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._index = self._snapshot = None

    def _newest(self) -> Snapshot:
        pointer = signature(self._folder.pointer)
        path = self._folder.current()
        meta = signature(path / "meta.json")
        if self._index is None or pointer != self._seen[0]:
            self._snapshot = None
            with engine_errors("Opening the search index"):
                self._index = open_index(path)
        if self._snapshot is None or meta != self._seen[1]:
            with engine_errors("Reading the search index"):
                self._index.reload()
                self._number += 1
                self._snapshot = Snapshot(self._index.schema, self._index.searcher(), self._number)
        self._seen = (pointer, meta)
        return self._snapshot


def open_index(path: Path) -> tantivy.Index:
    """Open an index; what it shows changes when it is told to reload."""
    index = tantivy.Index.open(str(path))
    # The thread that would watch the files does not survive a fork.
    index.config_reader("manual")
    return index


def read_index(path: Path) -> Snapshot:
    """The index in a folder as it is now, whether in use or not.

    Raises:
        EngineError: It cannot be read.
    """
    with engine_errors("Reading a search index"):
        index = open_index(path)
        index.reload()
        return Snapshot(index.schema, index.searcher(), 0)


def read_versions(snapshot: Snapshot) -> Iterator[tuple[str, int, str]]:
    """Key, version and digest of each story, read from one column."""
    searcher = snapshot.searcher
    if not searcher.num_docs:
        return
    with engine_errors("Listing the stories of the search index"):
        marks = searcher.search(
            tantivy.Query.all_query(),
            limit=searcher.num_docs,
            count=False,
            order_by_field=MARK,
            order=tantivy.Order.Asc,
        ).hits
    for mark, _ in marks:
        yield read_mark(mark)
