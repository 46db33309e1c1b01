"""The words of an index in Elasticsearch: how many stories have them, which begin so, which are close."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.dsl import Search
from elasticsearch.dsl import aggs as aggregations
from elasticsearch.dsl import query as dsl

from search.engines.base import LONGEST_TERM
from search.engines.elastic.mapping import words_field
from search.engines.texts import NO_TERMS, edits, most_edits

CANDIDATES = 100
MOST_STORIES = 2**31 - 1


def stories_with(
    client: Elasticsearch, index: str, terms: Sequence[tuple[str, str]]
) -> Mapping[tuple[str, str], int]:
    """Number of stories that have each (field, term)."""
    if not terms:
        return {}
    wanted = {str(n): {"term": {field: {"value": term}}} for n, (field, term) in enumerate(terms)}
    search: Search = Search()[0:0]
    search.aggs.bucket("terms", "filters", filters=wanted)
    buckets = _ask(client, index, search)["aggregations"]["terms"]["buckets"]
    return {pair: int(buckets[str(n)]["doc_count"]) for n, pair in enumerate(terms)}


def words_with_prefix(
    client: Elasticsearch, index: str, field: str, prefix: str, limit: int
) -> list[tuple[str, int]]:
    """Words of a field that begin so, most stories first."""
    listed = words_field(field)
    # Of Lucene's regular expressions every sign may be escaped, not only those with a meaning.
    pattern = re.sub(r"(\W)", r"\\\1", prefix) + ".*"
    search: Search = Search().query(dsl.Bool(filter=[dsl.Prefix(listed, {"value": prefix})]))[0:0]
    # One more, for the word that stands for no words.
    search.aggs.bucket("words", aggregations.Terms(field=listed, include=pattern, size=limit + 1))
    buckets = _ask(client, index, search)["aggregations"]["words"]["buckets"]
    found = [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets]
    return [pair for pair in found if pair[0] != NO_TERMS][:limit]


def words_close_to(
    client: Elasticsearch, index: str, field: str, word: str, limit: int
) -> list[tuple[str, int]]:
    """Words of a field that are a few edits away, the nearest first."""
    if not 1 <= len(word) <= LONGEST_TERM or word.split() != [word]:
        return []
    most = most_edits(word)
    term = {
        "field": field,
        "size": CANDIDATES,
        "max_edits": most,
        # All of them, also those that are rare, short or begin otherwise; the choice is made here.
        "suggest_mode": "always",
        "prefix_length": 0,
        "min_word_length": 1,
        "accuracy": 0.0,
        "max_inspections": CANDIDATES,
        "max_term_freq": MOST_STORIES,
        "string_distance": "damerau_levenshtein",
    }
    search: Search = Search()[0:0].suggest("close", word, term=term)
    options = _ask(client, index, search)["suggest"]["close"][0]["options"]
    distances = {str(option["text"]): edits(word, str(option["text"]), most) for option in options}
    near = [other for other, distance in distances.items() if 0 < distance <= most]
    # The suggester counts stories that were deleted, until a merge.
    counts = stories_with(client, index, [(field, other) for other in near])
    ranked = sorted((distances[other], -counts[field, other], other) for other in near)
    return [(other, -count) for _, count, other in ranked if count][:limit]


def _ask(client: Elasticsearch, index: str, search: Search) -> Any:
    return client.search(index=index, allow_partial_search_results=False, **search.to_dict())
