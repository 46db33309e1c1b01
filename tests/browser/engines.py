"""The demo site on either engine, for tests that walk through the search."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.demo_site import demo_site
from scripts.dev.project import Project
from tests.elasticsearch.servers import run_server

DATABASE = "site.sqlite3"
ENGINES = ("embedded", "elasticsearch")


@pytest.fixture(scope="session")
def elastic_address(
    project: Project, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Address of a copy of the demo site that searches with a real Elasticsearch server."""
    folder: Path = tmp_path_factory.mktemp("elastic") / "data"
    shutil.copytree(project.data_dir, folder, ignore=shutil.ignore_patterns("*.lock", "site.sqlite3*"))
    with sqlite3.connect(project.data_dir / DATABASE) as source, sqlite3.connect(folder / DATABASE) as copy:
        source.backup(copy)  # the site runs on it: its file alone may lack what was written last
    servers = run_server("8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEARCH_URL", next(servers))
        with demo_site(replace(project, data_dir=folder)) as running:
            yield running
    next(servers, None)


@pytest.fixture(scope="session", params=ENGINES)
def site_with_engine(request: pytest.FixtureRequest) -> str:
    """Address of the demo site on one engine, then on the other."""
    name = {"embedded": "address", "elasticsearch": "elastic_address"}[request.param]
    address: str = request.getfixturevalue(name)
    return address
