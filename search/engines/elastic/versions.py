"""Lists the stories of an index in Elasticsearch."""

from __future__ import annotations

from collections.abc import Iterator

from elasticsearch import Elasticsearch
from elasticsearch.dsl import Search
from elasticsearch.dsl.query import MatchAll

from search.engines.elastic.connection import engine_errors
from search.engines.elastic.mapping import KEY

PAGE = 5000


def read_versions(client: Elasticsearch, index: str) -> Iterator[tuple[str, int, str]]:
    """Key, version and digest of each story, by key.

    Args:
        client: The cluster.
        index: Index or alias.

    Yields:
        One story.

    Raises:
        EngineError: The cluster did not answer.
    """
    search = Search().query(MatchAll()).sort(KEY).source([KEY, "version", "digest"])[0:PAGE]
    while True:
        with engine_errors("Listing the stories of the search index"):
            answer = client.search(index=index, allow_partial_search_results=False, **search.to_dict())
            hits = answer["hits"]["hits"]
            sources = [hit["_source"] for hit in hits]
            stories = [(each[KEY], int(each["version"]), str(each["digest"])) for each in sources]
        yield from stories
        if len(hits) < PAGE:
            return
        search = search.extra(search_after=hits[-1]["sort"])
