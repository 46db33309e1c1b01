"""A cluster behind TLS with an authority of its own, users and keys: a real socket, a real server."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from search.engines.base import EngineError, EngineQuery
from search.engines.chosen import chosen_engine
from search.engines.elastic import Access, ElasticEngine
from tests.elasticsearch.servers import on_server
from tests.elasticsearch.tls import Door, door, make_certificates
from tests.search.engines.stories import asks, story
from tests.search.engines.suite.asking import fill, keys

pytestmark = on_server("8")

USER, PASSWORD, API_KEY = "site", "geheim:ö", "c2l0ZTpnZWhlaW0="
BASIC = f"Basic {base64.b64encode(f'{USER}:{PASSWORD}'.encode()).decode()}"
OPENS = {BASIC, f"ApiKey {API_KEY}"}


@pytest.fixture
def secured(elasticsearch_8: str, tmp_path: Path) -> Iterator[Door]:
    with door(elasticsearch_8, tmp_path, OPENS) as opened:
        yield opened


def engine_for(secured: Door, **access: Any) -> ElasticEngine:
    given = {"ca_certificate": str(secured.authority), "timeout": 30.0, "retries": 0, **access}
    return ElasticEngine(Access((secured.address,), index="test-secured", **given))


@pytest.mark.parametrize(
    ("access", "shown"),
    [({"user": USER, "password": PASSWORD}, BASIC), ({"api_key": API_KEY}, f"ApiKey {API_KEY}")],
    ids=["user", "key"],
)
def test_who_has_the_key_and_knows_the_authority_writes_and_searches(
    secured: Door, access: dict[str, str], shown: str
) -> None:
    engine = engine_for(secured, **access)
    fill(engine, story("1", body_exact="huis"))
    engine.write([story("2", body_exact="huis")])
    assert sorted(keys(engine, EngineQuery(groups=asks("huis")))) == ["1", "2"]
    assert engine.health().ok
    assert set(secured.shown) == {shown}
    for index in engine.connection.patient.indices.get_alias(index="test-secured-*"):
        engine.connection.patient.indices.delete(index=index)
    engine.close()


@pytest.mark.parametrize(
    "access", [{}, {"user": USER, "password": "fout"}, {"api_key": "Zm91dA=="}], ids=["none", "user", "key"]
)
def test_a_key_that_does_not_fit_is_an_error(secured: Door, access: dict[str, str]) -> None:
    engine = engine_for(secured, **access)
    with pytest.raises(EngineError, match="security_exception"):
        engine.search(EngineQuery())
    assert not engine.health().ok
    engine.close()


def test_a_server_that_another_authority_signed_gets_no_key_to_see(secured: Door, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other, _, _ = make_certificates(tmp_path / "other")
    for authority in (str(other), ""):  # "" stands for those of the system
        engine = engine_for(secured, user=USER, password=PASSWORD, ca_certificate=authority)
        with pytest.raises(EngineError, match=r"(?i)certificate"):
            engine.search(EngineQuery())
        engine.close()
    assert secured.shown == []


def test_the_settings_reach_the_cluster(secured: Door, settings: Any) -> None:
    settings.SEARCH_NODES = (secured.address,)
    settings.SEARCH_CA_CERTIFICATE = str(secured.authority)
    settings.SEARCH_USER, settings.SEARCH_PASSWORD = USER, PASSWORD
    settings.SEARCH_TIMEOUT = 30.0
    engine = chosen_engine()
    assert "no search index" in engine.health().detail
    assert set(secured.shown) == {BASIC}
    engine.close()
