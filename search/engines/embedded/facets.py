"""Counts the stories by facet value, each facet without its own selection."""

from __future__ import annotations

from collections.abc import Mapping

import tantivy

from search.engines.base import EngineQuery
from search.engines.embedded.queries import QueryMaker
from search.engines.embedded.schema import facet_field

MOST_VALUES = 10_000


def count_facets(
    searcher: tantivy.Searcher, maker: QueryMaker, query: EngineQuery, whole: tantivy.Query
) -> Mapping[str, Mapping[str, int]]:
    """Number of stories by value by facet.

    Args:
        searcher: A moment of the index.
        maker: Makes the queries that leave one selection out.
        query: The question.
        whole: The question as a query, all selections in.

    Returns:
        A table for each of the facets asked for; values without stories are left out.
    """
    selected = [name for name in query.counted if query.selected.get(name)]
    rest = [name for name in query.counted if name not in selected]
    tables = _count(searcher, whole, rest)
    for name in selected:
        tables |= _count(searcher, maker.make(query, ignoring=name), [name])
    return tables


def _count(searcher: tantivy.Searcher, query: tantivy.Query, names: list[str]) -> dict[str, dict[str, int]]:
    if not names:
        return {}
    wanted = {name: {"terms": {"field": facet_field(name), "size": MOST_VALUES}} for name in names}
    found = searcher.aggregate(query, wanted)
    return {
        name: {bucket["key"]: int(bucket["doc_count"]) for bucket in found[name]["buckets"]} for name in names
    }
