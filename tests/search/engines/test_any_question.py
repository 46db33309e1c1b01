"""Ten thousand generated questions and sets of parameters: each has an answer of bounded size and effort.

They come in parts, which a run of tests spreads over the cores. Elasticsearch gets as many as time allows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import service
from search.breaker import Breaker
from search.engines.base import DEEPEST_HIT, Clause, Engine, EngineAnswer, EngineQuery
from search.engines.chosen import chosen_engine
from search.facets import BY_NAME, FACETS
from search.forms import address, read
from search.params import LAST_PAGE, LONGEST_QUERY, MOST_VALUES, SearchParams, Sort
from search.query import MOST_CLAUSES
from search.question import MOST_EXCLUSIONS, MOST_PHRASES
from search.results import SearchResults
from search.spelling import MOST_MENDED
from search.suggest import EACH
from search.suggest import FACETS as SUGGESTED
from search.upkeep import rebuild
from search.vocabulary import vocabulary
from tests.elasticsearch.servers import make_engine

EMBEDDED_PARTS, EMBEDDED_EACH = 4, 2500
ELASTIC_EXAMPLES = 500
# No measurement: an answer that hangs. One takes some milliseconds.
HANGS = 10.0

SINGLE = """
urgentie woning wonnig schuldhulpverlening kostendelersnorm Wmo lvb gemeente de het niet ik 3:4 22a
schuld-hulp ggz/wmo Súdwest-Fryslân ’s-Gravenhage title_exact:x AND * ? a~2 a^9 { } ( ) \\ / " “ „ - -- -"
' && || ! <script> % _ ﬁ ß İ é 😀👩 漢字 العربية ¹²³ ٣
"""
SPACED = ["art. 3:4", "uit huis gezet", "OR NOT", "[a TO b]", "\x00", "\u202e", "\u2212", "e\u0301\u0301"]
PIECES = [*SINGLE.split(), *SPACED, "x" * 250, "1" * 60]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=9)), max_size=200).map(" ".join),
)
KEYS = [
    *(facet.key for facet in FACETS),
    *("van", "tot", "sorteer", "pagina", "weergave", "plaatsen", "q", "anders"),
]
KNOWN = "wonen urgentiecriteria GM0344 PV26 1 2 nl en alle 2019 2101 nieuwste kaart naam -1 1e9 0 100"
VALUES = st.one_of(st.sampled_from(KNOWN.split()), st.text(max_size=90))
VALUE_TUPLES = st.lists(VALUES, max_size=5).map(tuple)
PAIRS = st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=12)
MANY = st.lists(st.tuples(st.sampled_from(KEYS), VALUES), min_size=100, max_size=150)
# As an interface may ask, without the form in between.
DIRECT = st.builds(
    SearchParams,
    text=TEXTS,
    language=st.sampled_from(["nl", "en"]),
    selected=st.dictionaries(st.sampled_from(list(BY_NAME)), VALUE_TUPLES, max_size=4),
    year_from=st.none() | st.integers(-(10**6), 10**6),
    year_to=st.none() | st.integers(-(10**6), 10**6),
    sort=st.sampled_from(Sort),
    page=st.integers(1, 10**9),
    page_size=st.integers(1, 50),
    facets=st.booleans(),
)


class Watched:
    """A real engine that counts how often it is asked, and looks how large the questions are."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.asked = 0

    def __getattr__(self, name: str) -> Any:
        self.asked += 1
        return getattr(self._engine, name)

    def search(self, query: EngineQuery) -> EngineAnswer:
        self.asked += 1
        assert sum(len(clauses) for group in query.groups for clauses in group.alternatives) <= MOST_CLAUSES
        assert len(query.required) <= MOST_PHRASES
        assert len(query.excluded) <= 2 * MOST_EXCLUSIONS
        assert sum(map(letters, query.excluded)) <= 4 * LONGEST_QUERY
        return self._engine.search(query)


def letters(clause: Clause) -> int:
    return sum(map(len, getattr(clause, "terms", None) or (getattr(clause, "term", ""),)))


def params_of(pairs: list[tuple[str, str]], text: str) -> SearchParams:
    """What the search page reads from an address; within its bounds, and the same when written and read."""
    query = QueryDict(mutable=True)
    for key, value in [("q", text), *pairs]:
        query.appendlist(key, value)
    params = read(query, "nl")
    assert len(params.text) <= LONGEST_QUERY
    assert 1 <= params.page <= LAST_PAGE
    assert all(len(values) <= MOST_VALUES for values in params.selected.values())
    assert read(QueryDict(address(params).removeprefix("?")), "nl") == params
    return params


def assert_answered(watched: Watched, params: SearchParams) -> None:
    watched.asked, started = 0, time.monotonic()
    results = service.search(params)
    assert time.monotonic() - started < HANGS
    # One request a page, and before it those by which mistyped words are mended.
    assert watched.asked <= 1 + MOST_MENDED + 1
    assert not results.degraded, "the engine failed"
    assert_whole(results)
    watched.asked = 0
    suggested = service.suggestions(params.text, params.language)
    assert len(suggested) <= EACH * (1 + len(SUGGESTED))
    assert watched.asked <= 2


def assert_whole(results: SearchResults) -> None:
    params = results.params
    left = max(0, min(results.total, DEEPEST_HIT) - params.offset)
    assert len(results.results) == min(params.page_size, left)
    for result in results.results:
        assert len("".join(text for text, _ in result.passage)) < 1000
    assert len(results.suggestion) <= 2 * LONGEST_QUERY
    if params.facets:
        labels = vocabulary.labels(params.language)
        for table in results.facets:
            assert {value.value for value in table.values} >= set(labels[table.facet.name])
            assert all(value.count is not None and value.count >= 0 for value in table.values)


def ask_many(watched: Watched, examples: int) -> None:
    """Ask generated questions."""

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(
        params=st.one_of(
            st.builds(params_of, pairs=PAIRS, text=TEXTS),
            st.builds(params_of, pairs=PAIRS, text=TEXTS),
            st.builds(params_of, pairs=MANY, text=TEXTS),
            DIRECT,
        )
    )
    def each(params: SearchParams) -> None:
        assert_answered(watched, params)

    each()


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Callable[[Engine], Watched]:
    def start(engine: Engine) -> Watched:
        watched = Watched(engine)
        monkeypatch.setattr(service, "chosen_engine", lambda: watched)
        monkeypatch.setattr(service, "breaker", Breaker())
        # The labels are read anew every few seconds, which is nothing of the question's.
        monkeypatch.setattr("search.vocabulary.SECONDS", 10_000.0)
        monkeypatch.setattr("search.thesaurus.current.SECONDS", 10_000.0)
        return watched

    return start


@pytest.mark.slow
@pytest.mark.parametrize("part", range(EMBEDDED_PARTS))
def test_any_question_has_an_answer_from_the_embedded_engine(
    searchable: None, watch: Callable[[Engine], Watched], part: int
) -> None:
    ask_many(watch(chosen_engine()), EMBEDDED_EACH)


@pytest.fixture
def elastic(elasticsearch_8: str) -> Iterator[Engine]:
    yield from make_engine(elasticsearch_8)


@pytest.mark.slow
@pytest.mark.xdist_group("elasticsearch-8")
def test_any_question_has_an_answer_from_elasticsearch(
    site: None, elastic: Engine, watch: Callable[[Engine], Watched]
) -> None:
    vocabulary.forget()
    rebuild(elastic)
    ask_many(watch(elastic), ELASTIC_EXAMPLES)
