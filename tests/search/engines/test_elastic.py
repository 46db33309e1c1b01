"""What only a server can do wrong, or only Elasticsearch can do."""

from __future__ import annotations

import json
import socket
from dataclasses import replace

import pytest

from search.engines.base import EngineError, EngineQuery, IndexMissingError
from search.engines.elastic import Access, ElasticEngine
from tests.elasticsearch.hostile import hostile_server
from tests.elasticsearch.servers import make_engine, on_server
from tests.search.engines.oracle import Oracle
from tests.search.engines.stories import asks, corpus, story
from tests.search.engines.suite.asking import fill, keys


@pytest.fixture
def hostile():
    with hostile_server() as started:
        yield started


def calls(engine):
    return [
        lambda: engine.search(EngineQuery(groups=asks("a"), counted=("rule",))),
        lambda: engine.words("title_exact", "a", 3),
        lambda: engine.close_words("title_exact", "abcdef", 3),
        lambda: engine.frequencies([("title_exact", "a")]),
        lambda: list(engine.versions()),
        lambda: engine.write([story("1")]),
        engine.rebuild,
    ]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (429, {"error": {"type": "es_rejected_execution_exception"}, "status": 429}),
        (503, {"error": {"type": "cluster_block_exception"}, "status": 503}),
        (500, {"error": "out of memory"}),
        (401, {"error": {"type": "security_exception"}}),
        (200, {}),
        (200, {"hits": None, "took": 1, "timed_out": False, "_shards": {"failed": 0}}),
        (200, {"timed_out": True, "_shards": {"failed": 0}, "hits": {"hits": [], "total": {"value": 0}}}),
        (200, {"timed_out": False, "_shards": {"failed": 1}, "hits": {"hits": [], "total": {"value": 0}}}),
        (200, []),
        (200, "no JSON {"),
    ],
)
def test_whatever_the_server_answers_a_search_raises_only_an_engine_error(hostile, status, body):
    hostile.status = status
    hostile.body = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    engine = ElasticEngine(Access((hostile.address,), timeout=2.0, write_timeout=2.0))
    for call in calls(engine)[:4]:
        with pytest.raises(EngineError):
            call()
    health = engine.health()
    assert (health.ok, health.stories) == (False, 0)
    engine.close()


@pytest.mark.parametrize("status", [429, 503, 500, 401])
def test_writing_and_upkeep_raise_only_an_engine_error(hostile, status, monkeypatch):
    monkeypatch.setattr("search.engines.elastic.writing.TRIES", 0)
    hostile.status, hostile.body = status, b'{"error": {"type": "x"}}'
    engine = ElasticEngine(Access((hostile.address,), timeout=2.0, write_timeout=2.0))
    for call in calls(engine)[4:]:
        with pytest.raises(EngineError):
            call()
    engine.close()


def test_nobody_listens(unused_address):
    engine = ElasticEngine(Access((unused_address,), timeout=0.5, write_timeout=0.5))
    for call in calls(engine):
        with pytest.raises(EngineError):
            call()
    assert not engine.health().ok
    engine.close()


@pytest.fixture
def unused_address():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


def test_a_server_that_hangs_is_asked_once_and_given_up(hostile):
    hostile.delay = 3.0
    engine = ElasticEngine(Access((hostile.address,), timeout=0.2, retries=5))
    with pytest.raises(EngineError):
        engine.search(EngineQuery())
    assert len(hostile.asked) == 1
    engine.close()


def test_a_node_that_refuses_is_passed_over(hostile, unused_address):
    answer = {"timed_out": False, "_shards": {"failed": 0}, "hits": {"hits": [], "total": {"value": 7}}}
    hostile.body = json.dumps(answer).encode()
    engine = ElasticEngine(Access((unused_address, hostile.address), retries=2))
    assert [engine.search(EngineQuery()).total for _ in range(6)] == [7] * 6
    engine.close()


@pytest.mark.parametrize(
    ("access", "expected"),
    [
        ({"user": "zoeker", "password": "geheim"}, "Basic em9la2VyOmdlaGVpbQ=="),
        ({"api_key": "abc"}, "ApiKey abc"),
    ],
)
def test_it_shows_who_it_is(hostile, access, expected):
    engine = ElasticEngine(Access((hostile.address,), **access))
    engine.health()
    sent = {name.lower(): value for name, value in hostile.asked[0][2].items()}
    assert sent["authorization"] == expected
    engine.close()


def test_a_ca_certificate_that_is_not_there_is_an_engine_error():
    engine = ElasticEngine(Access(("https://127.0.0.1:1",), ca_certificate="/nowhere/ca.pem"))
    with pytest.raises(EngineError):
        engine.search(EngineQuery())
    assert not engine.health().ok


class TestOnAServer:
    """With Elasticsearch 8."""

    pytestmark = on_server("8")

    @pytest.fixture
    def engine(self, elasticsearch_8):
        yield from make_engine(elasticsearch_8)

    def test_writing_never_makes_an_index_by_itself(self, engine):
        with pytest.raises(IndexMissingError):
            engine.write([story("1")])
        assert not engine.connection.patient.indices.exists(index=engine.connection.access.index)

    def test_a_dropped_build_is_not_made_again_by_writing_to_it(self, engine):
        first = engine.rebuild()
        engine.rebuild()
        with pytest.raises(IndexMissingError):
            first.write([story("1")])

    def test_an_index_of_another_version_asks_for_a_rebuild(self, engine):
        client, name = engine.connection.patient, engine.connection.access.index
        client.indices.create(index=f"{name}-old", mappings={"dynamic": "strict"}, aliases={name: {}})
        with pytest.raises(IndexMissingError, match="another version"):
            engine.write([story("1")])
        assert "another version" in engine.health().detail
        fill(engine, story("1"))
        assert engine.health().ok

    def test_a_rebuild_leaves_one_index(self, engine):
        for number in range(3):
            fill(engine, story(str(number)))
        indices = engine.connection.patient.indices.get_alias(index=f"{engine.connection.access.index}-*")
        (aliases,) = indices.values()
        assert list(aliases["aliases"]) == [engine.connection.access.index]

    def test_several_shards_score_as_one(self, engine):
        stories = corpus(200)
        engine.connection.access = replace(engine.connection.access, shards=3)
        fill(engine, *stories)
        query = EngineQuery(groups=asks("baas", "daat"), limit=200, counted=("rule",))
        right, answer = Oracle(stories).answer(query), engine.search(query)
        assert answer.facets == right.facets
        assert {hit.key: pytest.approx(hit.score, rel=2e-3) for hit in answer.hits} == right.scores

    def test_pages_behind_the_deepest_hit_are_empty(self, engine):
        fill(engine, story("1"))
        answer = engine.search(EngineQuery(offset=20_000, limit=10, counted=("rule",)))
        assert (answer.total, answer.hits) == (1, ())
        assert keys(engine, EngineQuery(offset=0, limit=50_000)) == ["1"]

    def test_a_read_only_index_refuses_a_write_and_still_answers(self, engine):
        fill(engine, story("1"))
        name = engine.connection.access.index
        engine.connection.patient.indices.put_settings(index=name, settings={"index.blocks.write": True})
        with pytest.raises(EngineError):
            engine.write([story("2")])
        assert keys(engine, EngineQuery()) == ["1"]
