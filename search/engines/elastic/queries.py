"""A question as a request to Elasticsearch, built of terms: nothing reaches a query parser."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from elasticsearch.dsl import Search
from elasticsearch.dsl import aggs as aggregations
from elasticsearch.dsl import query as dsl

from search.engines.base import Clause, EngineQuery, Group, Phrase, Term
from search.engines.elastic.mapping import COPIED, KEY, PUBLISHED, STORED, YEAR, facet_field
from search.engines.texts import effective_sort, reachable_limit

MOST_VALUES = 10_000

_SORTS: dict[str, list[Any]] = {
    "relevance": [{"_score": "desc"}, {PUBLISHED: "desc"}, {KEY: "asc"}],
    "newest": [{PUBLISHED: "desc"}, {KEY: "asc"}],
    "most_copied": [{COPIED: "desc"}, {PUBLISHED: "desc"}, {KEY: "asc"}],
}


def make_search(query: EngineQuery) -> Search:
    """The request: hits and counts in one.

    Args:
        query: The question.

    Returns:
        A search without an index.
    """
    selections = {name: _facet(name, values) for name, values in query.selected.items() if values}
    counted = bool(query.counted)
    search: Search = Search().query(_whole(query, [] if counted else list(selections.values())))
    search = search.sort(*_SORTS[effective_sort(query)]).source([STORED])
    limit = reachable_limit(query)
    search = search[query.offset : query.offset + limit] if limit else search[0:0]
    if counted and selections:
        search = search.post_filter(_all_of(selections.values()))
    for name in query.counted:
        values = aggregations.Terms(field=facet_field(name), size=MOST_VALUES)
        others = [found for other, found in selections.items() if other != name]
        if others:
            search.aggs.bucket(name, "filter", filter=_all_of(others)).bucket("values", values)
        else:
            search.aggs.bucket(name, values)
    return search.extra(track_total_hits=True)


def copy_preference(query: EngineQuery) -> str:
    """A name by which each page of one question is answered by the same copies of the index.

    Copies differ in what they still hold of deleted stories, and so a little in their scores.
    """
    asked = replace(query, offset=0, limit=0, counted=())
    return f"question-{zlib.crc32(repr(asked).encode())}"


def _whole(query: EngineQuery, selections: list[dsl.Query]) -> dsl.Query:
    should = [_group(group) for group in query.groups]
    minimum = min(query.minimum, len(should))
    must: list[dsl.Query] = [dsl.MatchAll(boost=0.0)]
    if minimum > 0:
        must, should = [dsl.Bool(should=should, minimum_should_match=minimum)], []
    without = [dsl.Terms(key=list(query.without))] if query.without else []
    return dsl.Bool(
        must=must,
        should=should,
        minimum_should_match=0,
        filter=[*_filters(query), *selections],
        must_not=[*map(_clause, query.excluded), *without],
    )


def _filters(query: EngineQuery) -> list[dsl.Query]:
    found = [_group(group) for group in query.required]
    first, last = query.years
    bounds = {name: year for name, year in (("gte", first), ("lte", last)) if year is not None}
    if bounds:
        found.append(dsl.Range(YEAR, bounds))
    if query.keys is not None:
        found.append(dsl.Terms(key=list(query.keys)))
    return found


def _group(group: Group) -> dsl.Query:
    alternatives = [_sum(clauses) for clauses in group.alternatives if clauses]
    if not alternatives:
        return dsl.MatchNone()
    return alternatives[0] if len(alternatives) == 1 else dsl.DisMax(queries=alternatives)


def _sum(clauses: Sequence[Clause]) -> dsl.Query:
    parts = [_clause(clause) for clause in clauses]
    return parts[0] if len(parts) == 1 else dsl.Bool(should=parts, minimum_should_match=1)


def _clause(clause: Clause) -> dsl.Query:
    terms = (clause.term,) if isinstance(clause, Term) else clause.terms
    if not terms:
        return dsl.MatchNone()
    if isinstance(clause, Term) or len(terms) == 1:
        return dsl.Term(clause.field, {"value": terms[0], "boost": clause.weight})
    phrase = {"query": " ".join(terms), "slop": clause.slop, "boost": clause.weight, "analyzer": "whitespace"}
    found = dsl.MatchPhrase(clause.field, phrase)
    return _where_near(clause, found) if clause.slop else found


def _where_near(clause: Phrase, near: dsl.Query) -> dsl.Query:
    terms = [dsl.Term(clause.field, {"value": term, "boost": clause.weight}) for term in clause.terms]
    return dsl.Bool(must=terms, filter=[near])


def _facet(name: str, values: Sequence[str]) -> dsl.Query:
    return dsl.Q("terms", **{facet_field(name): list(values)})


def _all_of(filters: Iterable[dsl.Query]) -> dsl.Query:
    return dsl.Bool(filter=list(filters))
