"""The way into the search for pages, interfaces and exports: it always answers, and within a bounded time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from django.urls import reverse

from core.page_cache import purge
from search import database
from search.breaker import Breaker
from search.documents import indexable, records
from search.encode import decode
from search.engines.base import Engine, EngineAnswer, EngineError, EngineQuery, Hit
from search.engines.chosen import chosen_engine
from search.explain import Explanation, explain
from search.facets import FACETS, Facet, ValueOrder
from search.highlight import Marker
from search.meaning import Interpreter
from search.params import SearchParams
from search.question import parse
from search.results import FacetTable, FacetValue, Result, SearchResults, SimilarStory, Tag
from search.similar import SIMILAR_KEY, reasons, similar_query
from search.steering import Steering, steered, steering
from search.story import StoryRecord
from search.suggest import Suggestion, from_labels, suggest
from search.thesaurus.current import current
from search.thesaurus.interpreter import ThesaurusInterpreter
from search.understanding import Understanding, understand
from search.vocabulary import Labels, vocabulary

logger = logging.getLogger(__name__)
breaker = Breaker()
interpreter = ThesaurusInterpreter(current.lookup)
SORTS = {"relevantie": "relevance", "nieuwste": "newest", "meest-overgenomen": "most_copied"}

Answer = TypeVar("Answer")


def search(params: SearchParams, words: Interpreter = interpreter) -> SearchResults:
    """The stories that the question asks for, with facets; from the database when the engine fails.

    Args:
        params: The question.
        words: What words mean; another than the thesaurus shows an editor what a change would do.
    """
    labels = vocabulary.labels(params.language)
    chosen = steering(params)
    found = _ask(lambda engine: _find(params, engine, chosen, words))
    if found is None:
        return _from_database(params, labels, chosen)
    understanding, answer = found
    marker = understanding.marker()
    return SearchResults(
        params=params,
        total=answer.total,
        results=tuple(
            replace(_result(hit, marker, labels), chosen=hit.key in chosen.first) for hit in answer.hits
        ),
        facets=_tables(params, labels, answer.facets) if params.facets else (),
        suggestion=understanding.suggestion,
        rules=understanding.rules,
    )


def warm_up() -> None:
    """Read dictionaries, thesaurus and labels now, so that the first visitor does not wait for them."""
    for language in ("nl", "en"):
        vocabulary.labels(language)
        interpreter.meanings(parse("schuldhulpverlening", language))


def count(params: SearchParams) -> int | None:
    """Number of stories that the question gives, or None when the engine does not answer."""
    chosen = steering(params)
    found = _ask(lambda engine: _find(replace(params, facets=False, page=1), engine, chosen))
    return found[1].total if found else None


def explanation(params: SearchParams, keys: Sequence[str]) -> Explanation | None:
    """How the question was understood and what makes the scores of these stories; None without an engine."""

    def ask(engine: Engine) -> Explanation:
        understanding = understand(params.text, params.language, engine, interpreter)
        return explain(understanding, engine, keys)

    return _ask(ask)


def similar(key: str, limit: int = 4) -> tuple[SimilarStory, ...] | None:
    """Stories like this one with the reasons, or None when the engine does not answer.

    Args:
        key: The story's.
        limit: Most stories.
    """
    return _still_public(_ask(lambda engine: _alike(key, limit, engine)))


def similar_to(story: StoryRecord, limit: int = 4) -> tuple[SimilarStory, ...] | None:
    """Stories like one that is not in the index, such as a draft, or None when the engine does not answer.

    Args:
        story: What is known of it so far.
        limit: Most stories.
    """
    return _still_public(_ask(lambda engine: _like(story, limit, engine)))


def _still_public(found: tuple[SimilarStory, ...] | None) -> tuple[SimilarStory, ...] | None:
    if not found:
        return found
    # The index is some seconds behind: a story that was just withdrawn may still be in it.
    still = {
        str(pk)
        for pk in indexable().filter(pk__in=[one.story.key for one in found]).values_list("pk", flat=True)
    }
    return tuple(one for one in found if one.story.key in still)


def _alike(key: str, limit: int, engine: Engine) -> tuple[SimilarStory, ...]:
    own = engine.search(EngineQuery(keys=(key,), limit=1)).hits
    if not own:
        return ()
    return _like(decode(own[0].stored), limit, engine)


def _like(story: StoryRecord, limit: int, engine: Engine) -> tuple[SimilarStory, ...]:
    others = [decode(hit.stored) for hit in engine.search(similar_query(story, limit)).hits]
    return tuple(SimilarStory(other, why) for other in others if (why := reasons(story, other)))


def suggestions(text: str, language: str) -> tuple[Suggestion, ...]:
    """What begins like the text: stories, and values of facets with the address that chooses them."""
    labels = vocabulary.labels(language)
    found = _ask(lambda engine: suggest(text, labels, engine, language))
    return found if found is not None else from_labels(text, labels, language)


def _ask(question: Callable[[Engine], Answer]) -> Answer | None:
    """What the engine answers, or None when it fails or failed just now."""
    if not breaker.allows():
        return None
    try:
        answer = question(chosen_engine())
    except EngineError as error:
        breaker.failed()
        logger.warning("The search engine does not answer: %s", type(error).__name__)
        return None
    if breaker.broken:
        purge(SIMILAR_KEY)  # pages that were kept in the meantime show no similar stories
    breaker.succeeded()
    return answer


def _find(
    params: SearchParams, engine: Engine, chosen: Steering, words: Interpreter = interpreter
) -> tuple[Understanding, EngineAnswer]:
    understanding = understand(params.text, params.language, engine, words)
    query = engine_query(understanding.query, params)
    return understanding, steered(query, chosen, engine)


def engine_query(query: EngineQuery, params: SearchParams) -> EngineQuery:
    """The question with selections, counts, order and page."""
    by_words = bool(query.groups)
    return replace(
        query,
        selected=params.selected,
        years=(params.year_from, params.year_to),
        counted=tuple(facet.name for facet in FACETS) if params.facets else (),
        sort=SORTS[params.sort] if by_words or SORTS[params.sort] != "relevance" else "newest",
        offset=params.offset,
        limit=params.page_size,
    )


def _from_database(params: SearchParams, labels: Labels, chosen: Steering) -> SearchResults:
    total, keys = database.find(params, chosen)
    by_key = {record.key: record for record in records(keys)}
    marker = Marker(parse(params.text, params.language))
    results = (
        replace(_shown(by_key[key], 0.0, marker, labels), chosen=key in chosen.first)
        for key in keys
        if key in by_key
    )
    tables = _tables(params, labels, None) if params.facets else ()
    return SearchResults(params, total, tuple(results), tables, degraded=True)


def _result(hit: Hit, marker: Marker | None, labels: Labels) -> Result:
    return _shown(decode(hit.stored), hit.score, marker, labels)


def _shown(story: StoryRecord, score: float, marker: Marker | None, labels: Labels) -> Result:
    outcome = next(iter(story.facets.get("outcome", ())), "")
    order = next(iter(story.facets.get("learning_order", ())), "")
    summary = marker.mark(story.summary) if marker else ((story.summary, False),)
    passage = marker.passage((story.summary, *story.body.values())) if marker else ()
    return Result(
        key=story.key,
        slug=story.slug,
        url=story.url,
        language=story.language,
        title=marker.mark(story.title) if marker else ((story.title, False),),
        passage=passage or summary,
        place=Tag("", story.place, story.place_url) if story.place else None,
        year=story.year,
        outcome=outcome,
        outcome_label=labels["outcome"].get(outcome, ""),
        learning_order=labels["learning_order"].get(order, ""),
        rules=_tags("rule", story, labels),
        life_domains=_tags("life_domain", story, labels),
        score=score,
    )


def _tags(facet: str, story: StoryRecord, labels: Labels) -> tuple[Tag, ...]:
    return tuple(
        Tag(value, labels[facet].get(value, value), reverse(f"examples:{facet}", args=[value]))
        for value in story.facets.get(facet, ())
    )


def _tables(
    params: SearchParams, labels: Labels, counts: Mapping[str, Mapping[str, int]] | None
) -> tuple[FacetTable, ...]:
    """Every facet with every value; without counts when they are not known."""
    tables = []
    for facet in FACETS:
        known = labels[facet.name]
        counted = counts.get(facet.name, {}) if counts is not None else None
        chosen = params.selected.get(facet.name, ())
        values = dict.fromkeys([*known, *(counted or ()), *chosen])
        rows = [
            FacetValue(
                value,
                known.get(value, value),
                None if counted is None else counted.get(value, 0),
                value in chosen,
            )
            for value in values
        ]
        tables.append(FacetTable(facet, tuple(_ordered(facet, rows))))
    return tuple(tables)


def _ordered(facet: Facet, values: Iterable[FacetValue]) -> list[FacetValue]:
    keys: dict[ValueOrder, Callable[[FacetValue], Any]] = {
        ValueOrder.MOST_FIRST: lambda one: (not one.selected, -(one.count or 0), one.label.casefold()),
        ValueOrder.LABEL: lambda one: one.label.casefold(),
        ValueOrder.DECLARED: lambda one: 0,
    }
    return sorted(values, key=keys[facet.order])
