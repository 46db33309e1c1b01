"""The embedded engine: the contract on a tantivy index in a folder."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import tantivy

from search.engines.base import (
    Deletion,
    EngineAnswer,
    EngineDocument,
    EngineError,
    EngineQuery,
    Health,
    Hit,
)
from search.engines.embedded.build import EmbeddedBuild
from search.engines.embedded.errors import engine_errors
from search.engines.embedded.facets import count_facets
from search.engines.embedded.folder import IndexFolder
from search.engines.embedded.queries import QueryMaker
from search.engines.embedded.ranking import number_found, ranked_page
from search.engines.embedded.reader import Reader, Snapshot, read_versions
from search.engines.embedded.schema import KEY, STORED
from search.engines.embedded.vocabulary import Vocabulary
from search.engines.embedded.writer import Writer
from search.engines.texts import NO_TERMS, check_word_field, most_edits


class EmbeddedEngine:
    """A tantivy index in a folder. Every process may read it, one at a time may write it."""

    def __init__(self, root: Path) -> None:
        self._folder = IndexFolder(root)
        self._reader = Reader(self._folder)
        self._writing = threading.Lock()
        self._writer: Writer | None = None
        self._vocabularies: dict[str, tuple[int, Vocabulary]] = {}

    def write(self, operations: Iterable[EngineDocument | Deletion]) -> None:
        """See `Engine.write`."""
        self._folder.current()
        with self._writing, self._folder.writing():
            writer = self._open_writer()
            try:
                writer.write(operations)
                writer.commit()
            except BaseException:
                # What it had collected must not be committed with the next batch.
                self._writer = None
                raise

    def search(self, query: EngineQuery) -> EngineAnswer:
        """See `Engine.search`."""
        snapshot = self._reader.snapshot()
        maker = QueryMaker(snapshot.schema)
        whole = maker.make(query)
        with engine_errors("Searching"):
            total, page = ranked_page(snapshot.searcher, whole, query)
            hits = [Hit(*_read(snapshot, address, score)) for score, address in page]
            facets = count_facets(snapshot.searcher, maker, query, whole)
        return EngineAnswer(total, tuple(hits), facets)

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        """See `Engine.frequencies`."""
        snapshot = self._reader.snapshot()
        with engine_errors("Counting words"):
            return {(field, term): _stories_with(snapshot, field, term) for field, term in terms}

    def words(self, field: str, prefix: str, limit: int) -> list[tuple[str, int]]:
        """See `Engine.words`."""
        check_word_field(field)
        searcher = self._reader.snapshot().searcher
        with engine_errors("Listing words"):
            # Without a filter the words of deleted stories are there until a merge.
            found = searcher.terms_with_prefix(field, prefix, tantivy.Query.all_query())
        found = [(word, count) for word, count in found if word != NO_TERMS]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]

    def close_words(self, field: str, word: str, limit: int) -> list[tuple[str, int]]:
        """See `Engine.close_words`."""
        snapshot = self._reader.snapshot()
        with engine_errors("Looking for close words"):
            close = self._vocabulary(snapshot, field).close(word, most_edits(word))
            counted = [(edits, -_stories_with(snapshot, field, other), other) for edits, other in close]
        return [(other, -count) for _, count, other in sorted(counted) if count][:limit]

    def versions(self) -> Iterator[tuple[str, int, str]]:
        """See `Engine.versions`."""
        yield from read_versions(self._reader.snapshot())

    def rebuild(self) -> EmbeddedBuild:
        """See `Engine.rebuild`."""
        return EmbeddedBuild(self._folder)

    def remains(self) -> int:
        """See `Engine.remains`."""
        with engine_errors("Counting what was deleted"):
            segments = json.loads((self._folder.current() / "meta.json").read_text())["segments"]
        return sum((segment["deletes"] or {}).get("num_deleted_docs", 0) for segment in segments)

    def health(self) -> Health:
        """See `Engine.health`."""
        try:
            stories = self._reader.snapshot().searcher.num_docs
        except EngineError as error:
            return Health(ok=False, stories=0, detail=str(error))
        if not os.access(self._folder.root, os.W_OK):
            return Health(ok=False, stories=stories, detail=f"{self._folder.root} cannot be written")
        return Health(ok=True, stories=stories, detail=f"embedded index in {self._folder.root}")

    def close(self) -> None:
        """See `Engine.close`."""
        with self._writing:
            self._drop_writer()
        self._reader.close()

    def _open_writer(self) -> Writer:
        path = self._folder.current()
        writer = self._writer
        if writer is None or writer.path != path or writer.process != os.getpid():
            self._drop_writer()
            self._writer = writer = Writer(path)
        return writer

    def _drop_writer(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None and writer.process == os.getpid() and writer.path.is_dir():
            writer.close()

    def _vocabulary(self, snapshot: Snapshot, field: str) -> Vocabulary:
        number, vocabulary = self._vocabularies.get(field, (0, None))
        if vocabulary is None or number != snapshot.number:
            words = (word for word, _ in snapshot.searcher.terms_with_prefix(field, ""))
            vocabulary = Vocabulary(word for word in words if word != NO_TERMS)
            self._vocabularies[field] = (snapshot.number, vocabulary)
        return vocabulary


def _read(
    snapshot: Snapshot, address: tantivy.DocAddress, score: float
) -> tuple[str, float, dict[str, object]]:
    document = snapshot.searcher.doc(address)
    return document[KEY][0], score, json.loads(document[STORED][0])


def _stories_with(snapshot: Snapshot, field: str, term: str) -> int:
    wanted = tantivy.Query.term_query(snapshot.schema, field, term, "basic")
    return number_found(snapshot.searcher.search(wanted, limit=1))
