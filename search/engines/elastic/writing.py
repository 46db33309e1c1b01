"""Writes to an index in Elasticsearch: never an older version over a newer one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.engines.base import Deletion, EngineDocument, EngineError, IndexMissingError
from search.engines.elastic.connection import NO_INDEX, engine_errors
from search.engines.elastic.mapping import make_source

CHUNK = 500
CHUNK_BYTES = 8_000_000
TRIES = 3
OLDER_VERSION = 409
UNKNOWN_FIELD = "strict_dynamic_mapping_exception"
ANOTHER_VERSION = "the search index is of another version of the site"


def write(
    client: Elasticsearch, alias: str, operations: Iterable[EngineDocument | Deletion], *, visible: bool
) -> None:
    """Store and delete.

    Args:
        client: The cluster.
        alias: Where to; only an alias will do, since a bulk to a missing index would make a wrong one.
        operations: What.
        visible: Whether searches must see it when this returns.

    Raises:
        EngineError: It failed; a part may have been written.
    """
    with engine_errors("Writing to the search index"):
        answers = streaming_bulk(
            client,
            _actions(operations),
            chunk_size=CHUNK,
            max_chunk_bytes=CHUNK_BYTES,
            raise_on_error=False,
            # A cluster that has too much to do is left alone for a moment.
            max_retries=TRIES,
            initial_backoff=0.5,
            max_backoff=5,
            index=alias,
            require_alias=True,
            refresh=visible,
        )
        for _, answer in answers:
            _check(answer)


def _actions(operations: Iterable[EngineDocument | Deletion]) -> Iterator[dict[str, Any]]:
    for operation in operations:
        action: dict[str, Any] = {
            "_id": operation.key,
            "version": operation.version,
            "version_type": "external_gte",
        }
        if isinstance(operation, Deletion):
            yield {**action, "_op_type": "delete"}
        else:
            yield {**action, "_op_type": "index", "_source": make_source(operation)}


def _check(answer: dict[str, Any]) -> None:
    (result,) = answer.values()
    error = result.get("error")
    if not error or result.get("status") == OLDER_VERSION:
        return
    kind = error.get("type") if isinstance(error, dict) else str(error)
    if kind == UNKNOWN_FIELD:
        raise IndexMissingError(ANOTHER_VERSION)
    if kind in NO_INDEX:
        raise IndexMissingError("there is no search index to write to")
    raise EngineError(f"story {result.get('_id')} was refused: {error}")
