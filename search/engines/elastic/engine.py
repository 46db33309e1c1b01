"""The engine on Elasticsearch: the contract on an alias of a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from search.engines.base import (
    Deletion,
    EngineAnswer,
    EngineDocument,
    EngineError,
    EngineQuery,
    Health,
    Hit,
)
from search.engines.elastic.build import ElasticBuild
from search.engines.elastic.connection import Access, Connection, engine_errors
from search.engines.elastic.mapping import STORED
from search.engines.elastic.queries import copy_preference, make_search
from search.engines.elastic.versions import read_versions
from search.engines.elastic.words import stories_with, words_close_to, words_with_prefix
from search.engines.elastic.writing import ANOTHER_VERSION, write
from search.engines.texts import check_word_field, layout_name


class ElasticEngine:
    """An alias on an Elasticsearch cluster; its index changes with each rebuild.

    Attributes:
        connection: To the cluster.
    """

    def __init__(self, access: Access) -> None:
        self.connection = Connection(access)
        self._alias = access.index

    def write(self, operations: Iterable[EngineDocument | Deletion]) -> None:
        """See `Engine.write`."""
        write(self.connection.patient, self._alias, operations, visible=True)

    def search(self, query: EngineQuery) -> EngineAnswer:
        """See `Engine.search`."""
        request = make_search(query).to_dict()
        # Shards that each count for themselves would score differently.
        search_type = "dfs_query_then_fetch" if self.connection.access.shards > 1 else "query_then_fetch"
        with engine_errors("Searching"):
            answer = self.connection.quick.search(
                index=self._alias,
                search_type=search_type,
                preference=copy_preference(query),
                allow_partial_search_results=False,
                **request,
            )
            return _read(answer.body, query)

    def frequencies(self, terms: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
        """See `Engine.frequencies`."""
        with engine_errors("Counting words"):
            return stories_with(self.connection.quick, self._alias, terms)

    def words(self, field: str, prefix: str, limit: int) -> list[tuple[str, int]]:
        """See `Engine.words`."""
        check_word_field(field)
        with engine_errors("Listing words"):
            return words_with_prefix(self.connection.quick, self._alias, field, prefix, limit)

    def close_words(self, field: str, word: str, limit: int) -> list[tuple[str, int]]:
        """See `Engine.close_words`."""
        with engine_errors("Looking for close words"):
            return words_close_to(self.connection.quick, self._alias, field, word, limit)

    def versions(self) -> Iterator[tuple[str, int, str]]:
        """See `Engine.versions`."""
        yield from read_versions(self.connection.patient, self._alias)

    def rebuild(self) -> ElasticBuild:
        """See `Engine.rebuild`."""
        return ElasticBuild(self.connection)

    def remains(self) -> int:
        """See `Engine.remains`."""
        with engine_errors("Counting what was deleted"):
            stats = self.connection.patient.indices.stats(index=self._alias, metric="docs")
            return int(stats["_all"]["primaries"]["docs"]["deleted"])

    def health(self) -> Health:
        """See `Engine.health`."""
        try:
            with engine_errors("Asking how the cluster is"):
                client = self.connection.quick
                stories = int(client.count(index=self._alias)["count"])
                cluster = client.cluster.health(index=self._alias)
                if not self._is_of_this_version():
                    return Health(ok=False, stories=stories, detail=ANOTHER_VERSION)
        except EngineError as error:
            return Health(ok=False, stories=0, detail=str(error))
        status = str(cluster["status"])
        detail = f"Elasticsearch is {status}, with {cluster['number_of_nodes']} nodes"
        return Health(ok=status in ("green", "yellow"), stories=stories, detail=detail)

    def close(self) -> None:
        """See `Engine.close`."""
        self.connection.close()

    def _is_of_this_version(self) -> bool:
        mappings = self.connection.quick.indices.get_mapping(index=self._alias)
        metas = (about["mappings"].get("_meta", {}) for about in mappings.values())
        return all(meta.get("layout") == layout_name() for meta in metas)


def _read(answer: Mapping[str, Any], query: EngineQuery) -> EngineAnswer:
    if answer["timed_out"] or answer["_shards"]["failed"]:
        raise EngineError("Searching: a part of the cluster did not answer")
    found = answer["hits"]
    hits = tuple(Hit(hit["_id"], hit["_score"] or 0.0, hit["_source"][STORED]) for hit in found["hits"])
    tables = answer.get("aggregations", {})
    facets = {name: _count(tables[name]) for name in query.counted}
    return EngineAnswer(int(found["total"]["value"]), hits, facets)


def _count(table: Mapping[str, Any]) -> dict[str, int]:
    buckets = table.get("values", table)["buckets"]
    return {str(bucket["key"]): int(bucket["doc_count"]) for bucket in buckets}
