"""The servers that tests of the engines share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.elasticsearch.servers import run_server


@pytest.fixture(scope="session")
def elasticsearch_8() -> Iterator[str]:
    """Address of a server of version 8."""
    yield from run_server("8")


@pytest.fixture(scope="session")
def elasticsearch_9() -> Iterator[str]:
    """Address of a server of version 9."""
    yield from run_server("9")
