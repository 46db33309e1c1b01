"""The two engines of the site: filled, and how fast that goes beside the engine's own bulk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tantivy
from django.conf import settings
from elasticsearch.helpers import bulk

from bench.searching.memory import folder_megabytes
from bench.searching.spool import read_spool
from search.encode import encode
from search.engines.base import Engine, EngineDocument
from search.engines.chosen import chosen_engine
from search.engines.elastic import ElasticEngine
from search.engines.elastic.mapping import index_body, make_source
from search.engines.embedded.schema import make_document, make_schema

RATED = 3000  # stories of which the rate is measured
THREADS = 2
HEAP = 128_000_000


def choose(folder: Path | None = None, nodes: tuple[str, ...] = ()) -> Engine:
    """Let the site use an engine from now on, in this process and its forks."""
    settings.SEARCH_FOLDER, settings.SEARCH_NODES = str(folder), nodes
    settings.SEARCH_INDEX, settings.SEARCH_TIMEOUT, settings.SEARCH_WRITE_TIMEOUT = "bench", 60.0, 120.0
    chosen_engine.cache_clear()
    return chosen_engine()


def fill(engine: Engine, spool: Path) -> dict[str, float]:
    """Build the index of all stories.

    Returns:
        Seconds, stories a second.
    """
    start, count = time.perf_counter(), 0

    def documents() -> Iterator[EngineDocument]:
        nonlocal count
        for _, document in read_spool(spool):
            count += 1
            yield document

    build = engine.rebuild()
    build.write(documents())
    build.activate()
    seconds = time.perf_counter() - start
    return {"seconds": round(seconds, 1), "stories_per_second": round(count / seconds, 1)}


def rates(engine: Engine, spool: Path, scratch: Path) -> dict[str, float]:
    """Stories a second: through our engine, with analysis before it, and the engine's bare bulk.

    Args:
        engine: With an index in use; it is filled again with a part of the stories, which is then dropped.
        spool: The stories.
        scratch: For an index of its own.
    """
    pairs = list(read_spool(spool, RATED))
    documents = [document for _, document in pairs]
    if isinstance(engine, ElasticEngine):
        bare = _bare_elastic(engine, documents)
    else:
        bare = _bare_tantivy(documents, scratch / "bare")
    ours = _built(engine, iter(documents))
    whole = _built(engine, (encode(record, 1) for record, _ in pairs))
    return {
        "bare_bulk": round(bare, 1),
        "engine": round(ours, 1),
        "analysis_and_engine": round(whole, 1),
        "engine_by_bare": round(ours / bare, 2),
        "analysis_and_engine_by_bare": round(whole / bare, 2),
    }


def size_megabytes(engine: Engine, folder: Path) -> float:
    """Size of the index in use."""
    if isinstance(engine, ElasticEngine):
        stats: Any = engine.connection.patient.indices.stats(index=engine.connection.access.index)
        return round(stats["_all"]["primaries"]["store"]["size_in_bytes"] / 1024**2, 1)
    return folder_megabytes(folder)


def _built(engine: Engine, documents: Iterator[EngineDocument]) -> float:
    start, count = time.perf_counter(), 0

    def counted() -> Iterator[EngineDocument]:
        nonlocal count
        for document in documents:
            count += 1
            yield document

    build = engine.rebuild()
    build.write(counted())
    list(build.versions())  # all of it can be searched now, as with the bare bulk
    seconds = time.perf_counter() - start
    build.abandon()
    return count / seconds


def _bare_tantivy(documents: list[EngineDocument], folder: Path) -> float:
    folder.mkdir()
    schema = make_schema()
    ready = [make_document(document, schema) for document in documents]
    start = time.perf_counter()
    writer = tantivy.Index(schema, path=str(folder)).writer(HEAP, THREADS)
    for document in ready:
        writer.add_document(document)
    writer.commit()
    seconds = time.perf_counter() - start
    writer.wait_merging_threads()
    return len(ready) / seconds


def _bare_elastic(engine: ElasticEngine, documents: list[EngineDocument]) -> float:
    client = engine.connection.patient
    actions = [{"_id": document.key, "_source": make_source(document)} for document in documents]
    client.indices.create(index="bare", **index_body(engine.connection.access))
    start = time.perf_counter()
    bulk(client, actions, index="bare", chunk_size=500)
    client.indices.refresh(index="bare")
    seconds = time.perf_counter() - start
    client.indices.delete(index="bare")
    return len(actions) / seconds
