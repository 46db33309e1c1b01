"""Writes to an embedded index: never an older version over a newer one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import tantivy

from search.engines.base import Deletion, EngineDocument
from search.engines.embedded.errors import engine_errors
from search.engines.embedded.reader import open_index
from search.engines.embedded.schema import KEY, VERSION, make_document

Operation = EngineDocument | Deletion

HEAP = 64_000_000  # bytes; what a thread collects before it writes a segment
CHUNK = 500
COMMIT_EVERY = 20_000
MOST_GRAVES = 10_000


class Writer:
    """The writer of one index; it holds tantivy's lock until it is closed.

    Raises:
        EngineError: Another process writes, or the index cannot be opened.
    """

    def __init__(self, path: Path, threads: int = 1) -> None:
        self.path = path
        self.process = os.getpid()
        with engine_errors("Opening the search index for writing"):
            self._index = open_index(path)
            self._schema = self._index.schema
            self._writer = self._index.writer(HEAP * threads, threads)
            self._searcher = self._index.searcher()
        self._graves = Graves(path / "deleted.json")
        self._uncommitted: dict[str, int] = {}

    def write(self, operations: Iterable[Operation]) -> None:
        """Store and delete; to be seen after `commit`.

        Raises:
            EngineError: It failed; nothing since the last commit was kept.
        """
        stream = iter(operations)
        while chunk := list(islice(stream, CHUNK)):
            with engine_errors("Writing to the search index"):
                self._write_chunk(chunk)
            if len(self._uncommitted) > COMMIT_EVERY:
                self.commit()

    def commit(self) -> None:
        """Make what was written visible to a new snapshot.

        Raises:
            EngineError: It failed.
        """
        with engine_errors("Writing to the search index"):
            self._graves.save()
            self._writer.commit()
            self._uncommitted.clear()
            self._index.reload()
            self._searcher = self._index.searcher()

    def close(self) -> None:
        """Let go of the lock when running merges are done."""
        with engine_errors("Closing the search index"):
            self._writer.wait_merging_threads()

    def _write_chunk(self, chunk: Sequence[Operation]) -> None:
        known = self._versions(dict.fromkeys(operation.key for operation in chunk))
        for operation in chunk:
            if operation.version >= known.get(operation.key, 0):
                self._apply(operation, exists=operation.key in known)
                known[operation.key] = self._uncommitted[operation.key] = operation.version

    def _apply(self, operation: Operation, *, exists: bool) -> None:
        if exists:
            self._writer.delete_documents_by_term(KEY, operation.key)
        if isinstance(operation, Deletion):
            self._graves.dig(operation)
        else:
            self._graves.fill(operation.key)
            self._writer.add_document(make_document(operation, self._schema))

    def _versions(self, keys: Iterable[str]) -> dict[str, int]:
        """Version of each of these stories that is or was in the index."""
        known = self._graves.versions(keys)
        if self._searcher.num_docs:
            found = {}
            for key in keys:
                wanted = tantivy.Query.term_query(self._schema, KEY, key)
                hits = self._searcher.search(wanted, limit=1, count=False).hits
                if hits:
                    found[key] = hits[0][1]
            versions = self._searcher.fast_field_values(VERSION, list(found.values()))
            known.update((key, int(version or 0)) for key, version in zip(found, versions, strict=True))
        known.update((key, self._uncommitted[key]) for key in keys if key in self._uncommitted)
        return known


class Graves:
    """Which version of a story was deleted, of the last ones: a late older write must not revive it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._changed = False
        try:
            self._versions: dict[str, int] = json.loads(file.read_text())
        except (OSError, ValueError):
            self._versions = {}

    def versions(self, keys: Iterable[str]) -> dict[str, int]:
        """Version of each of these stories that was deleted."""
        return {key: self._versions[key] for key in keys if key in self._versions}

    def dig(self, deletion: Deletion) -> None:
        """Remember a deletion."""
        self.fill(deletion.key)
        self._versions[deletion.key] = deletion.version
        self._changed = True

    def fill(self, key: str) -> None:
        """Forget it: the story is back."""
        self._changed |= self._versions.pop(key, None) is not None

    def save(self) -> None:
        """Write them down before the index is committed: a crash in between is only a deletion done twice."""
        if not self._changed:
            return
        for key in list(self._versions)[:-MOST_GRAVES]:
            del self._versions[key]
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(self._versions))
        fresh.replace(self._file)
        self._changed = False
