"""One page of hits in the order of the contract: equal ones by newest, then by key."""

from __future__ import annotations

from collections import Counter
from typing import Any, cast

import tantivy

from search.engines.base import EngineQuery
from search.engines.embedded.schema import KEY, MOST_COPIED, PUBLISHED
from search.engines.texts import effective_sort, reachable_limit

Ranked = tuple[float, tantivy.DocAddress]

_COLUMNS = {"newest": PUBLISHED, "most_copied": MOST_COPIED}


def number_found(result: tantivy.SearchResult) -> int:
    """How many stories a search found."""
    return int(cast(Any, result).count or 0)  # tantivy's types leave it out


def ranked_page(
    searcher: tantivy.Searcher, whole: tantivy.Query, query: EngineQuery
) -> tuple[int, list[Ranked]]:
    """Number of stories found, and score and address of those on the page.

    tantivy breaks ties by where a story happens to lie, which a merge changes. So all that tie with the last
    one are fetched and sorted here.

    Args:
        searcher: A moment of the index.
        whole: The question as a query.
        query: The question.

    Returns:
        The total and the page. A score is 0 unless the order is by relevance.
    """
    sort = effective_sort(query)
    column = _COLUMNS.get(sort)
    limit = reachable_limit(query)
    last = query.offset + limit
    # tantivy sets memory apart for as many hits as it is asked for: never ask for more than there are.
    most = max(searcher.num_docs, 1)
    wanted = last + 1 if limit else 1
    while True:
        result = searcher.search(whole, limit=min(wanted, most), order_by_field=column)
        hits, total = result.hits, number_found(result)
        if len(hits) < wanted or not limit or hits[-1][0] != hits[last - 1][0]:
            break
        wanted *= 8
    if not limit or len(hits) <= query.offset:
        return total, []
    ordered = _break_ties(searcher, hits)[query.offset : last]
    return total, [(0.0 if column else score, address) for score, address in ordered]


def _break_ties(searcher: tantivy.Searcher, hits: list[Ranked]) -> list[Ranked]:
    moments = searcher.fast_field_values(PUBLISHED, [address for _, address in hits])
    ranks = [(-score, -(moment or 0)) for (score, _), moment in zip(hits, moments, strict=True)]
    counts = Counter(ranks)
    keys = [
        searcher.doc(address)[KEY][0] if counts[rank] > 1 else ""
        for rank, (_, address) in zip(ranks, hits, strict=True)
    ]
    order = sorted(range(len(hits)), key=lambda place: (ranks[place], keys[place]))
    return [hits[place] for place in order]
