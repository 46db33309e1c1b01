"""Elasticsearch 9: the behaviour of every engine. It needs Java 21, which not every system has."""

from __future__ import annotations

import pytest

from scripts.elasticsearch.artifacts import RELEASES
from scripts.elasticsearch.java import find_java
from tests.elasticsearch.servers import data_folder, make_engine, on_server
from tests.search.engines.suite import EngineSuite

pytestmark = on_server("9")


@pytest.fixture
def engine_without_index(elasticsearch_9):
    yield from make_engine(elasticsearch_9)


@pytest.fixture
def engine(engine_without_index):
    engine_without_index.rebuild().activate()
    return engine_without_index


@pytest.fixture
def files(engine):
    return data_folder(engine)


if find_java(RELEASES["9"].java):

    class TestElastic9(EngineSuite):
        """It keeps the contract."""
