"""Real Elasticsearch servers for tests, each started once a run and ended with it.

Tests that use one carry `on_server("8")` or `on_server("9")`: with several workers all tests of one
server go to one worker.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.elasticsearch.artifacts import RELEASES, why_not
from scripts.elasticsearch.cluster import running_cluster, scratch_folder
from search.engines.elastic import Access, ElasticEngine


def on_server(major: str) -> list[pytest.MarkDecorator]:
    """The marks of tests that use the server of a version."""
    return [pytest.mark.slow, pytest.mark.xdist_group(f"elasticsearch-{major}")]


def run_server(major: str) -> Iterator[str]:
    """A server of a version; its address. Without Java or Maven the test is skipped; CI allows no skip."""
    reason = why_not(RELEASES[major])
    if reason:
        pytest.skip(reason)
    with scratch_folder() as folder, running_cluster(RELEASES[major], folder) as (node,):
        yield node.address


def make_engine(*addresses: str) -> Iterator[ElasticEngine]:
    """An engine without an index, patient with a busy machine; nothing of it is left behind."""
    name = f"test-{secrets.token_hex(6)}"
    engine = ElasticEngine(Access(addresses, index=name, timeout=30.0, write_timeout=60.0))
    yield engine
    client = engine.connection.patient
    for index in client.indices.get_alias(index=f"{name}-*"):
        client.indices.delete(index=index)
    engine.close()


def data_folder(engine: ElasticEngine) -> Path:
    """Where the one node of the engine keeps its files."""
    nodes = engine.connection.patient.nodes.info(metric="settings")["nodes"]
    (node,) = nodes.values()
    return Path(node["settings"]["path"]["data"])
