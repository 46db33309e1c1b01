"""Elasticsearch 8: the behaviour of every engine."""

from __future__ import annotations

import pytest

from tests.elasticsearch.servers import data_folder, make_engine, on_server
from tests.search.engines.suite import EngineSuite

pytestmark = on_server("8")


@pytest.fixture
def engine_without_index(elasticsearch_8):
    yield from make_engine(elasticsearch_8)


@pytest.fixture
def engine(engine_without_index):
    engine_without_index.rebuild().activate()
    return engine_without_index


@pytest.fixture
def files(engine):
    return data_folder(engine)


class TestElastic8(EngineSuite):
    """It keeps the contract."""
