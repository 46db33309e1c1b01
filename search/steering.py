"""Applies what editors chose for a query: stories put first, and stories hidden."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils import timezone

from search.engines.base import Engine, EngineAnswer, EngineQuery
from search.models import SteeredResult
from search.params import SearchParams, Sort
from search.question import plain_query

FIRST = SteeredResult.Effect.FIRST


@dataclass(frozen=True)
class Steering:
    """Keys of stories that are put first, in order, and of stories that are hidden."""

    first: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


UNSTEERED = Steering()


def steering(params: SearchParams) -> Steering:
    """What editors chose for this question, as far as it has not ended; first only in order of relevance."""
    query = plain_query(params.text)
    if not query:
        return UNSTEERED
    rows = SteeredResult.objects.filter(
        query=query, language=params.language, until__gte=timezone.localdate()
    ).values_list("story_id", "effect")
    found = [(str(key), effect) for key, effect in rows.order_by("pk")]
    return Steering(
        first=tuple(k for k, effect in found if effect == FIRST and params.sort is Sort.RELEVANCE),
        hidden=tuple(k for k, effect in found if effect != FIRST),
    )


def steered(query: EngineQuery, steering: Steering, engine: Engine) -> EngineAnswer:
    """The answer with the chosen stories in front; total, counts and pages are as if they ranked there.

    A chosen story is in front when it has all selected values, even if no word of the question is in it.

    Raises:
        EngineError: The engine does not answer.
    """
    query = replace(query, without=(*query.without, *steering.hidden))
    if not steering.first:
        return engine.search(query)
    chosen = replace(query, keys=steering.first, counted=(), offset=0, limit=len(steering.first))
    found = {hit.key: hit for hit in engine.search(replace(chosen, groups=(), sort="newest")).hits}
    front = [found[key] for key in steering.first if key in found]
    by_themselves = engine.search(replace(chosen, limit=0)).total
    counts = engine.search(replace(query, limit=0))
    rest = engine.search(
        replace(
            query,
            without=(*query.without, *found),
            counted=(),
            offset=max(0, query.offset - len(front)),
            limit=query.limit - len(front[query.offset :][: query.limit]),
        )
    )
    return EngineAnswer(
        total=counts.total + len(front) - by_themselves,
        hits=(*front[query.offset :][: query.limit], *rest.hits),
        facets=counts.facets,
    )
