"""One real site with the demo stories, and one Chromium, for all tests of this folder."""

from __future__ import annotations

import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from scripts.demo_site import demo_site
from scripts.dev.project import Project, find_project
from scripts.dev.setup import set_up_site
from scripts.error_pages import error_pages
from scripts.shots import CHROMIUM
from tests.elasticsearch.servers import run_server
from tests.made_once import copy_migrated, kept, sources

DATABASE = "site.sqlite3"
# The engine suites run on Elasticsearch 9 as well; the same walk on it would cost a minute more.
ENGINES = ("embedded", "elasticsearch-8")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A data folder of their own, with the demo site in it; whose making is kept for the next run."""
    own = replace(find_project(), data_dir=tmp_path_factory.mktemp("demo"))

    def make(file: Path) -> None:
        copy_migrated(own.data_dir / DATABASE)
        set_up_site(own, demo=True)
        with tarfile.open(file, "w") as archive:
            archive.add(own.data_dir, ".")

    shutil.unpack_archive(kept("demo", sources(), make), own.data_dir, "tar")
    return own


@pytest.fixture(scope="session")
def address(project: Project) -> Iterator[str]:
    """Address of the running site, without a slash at the end."""
    with demo_site(project) as address:
        yield address


def copy_of(project: Project, folder: Path) -> Project:
    """The same checkout with a copy of the data folder, also while the site runs on it."""
    shutil.copytree(project.data_dir, folder, ignore=shutil.ignore_patterns("*.lock", "site.sqlite3*"))
    with sqlite3.connect(project.data_dir / DATABASE) as source, sqlite3.connect(folder / DATABASE) as copy:
        source.backup(copy)  # the file alone may lack what was written last
    return replace(project, data_dir=folder)


@pytest.fixture(scope="session", params=ENGINES)
def site_with_engine(
    request: pytest.FixtureRequest, project: Project, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Address of the demo site, then of copies of it that search with real Elasticsearch servers."""
    _, _, major = request.param.partition("-")
    if not major:
        yield address
        return
    copy = copy_of(project, tmp_path_factory.mktemp(request.param) / "data")
    servers = run_server(major)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEARCH_URL", next(servers))
        with demo_site(copy) as running:
            yield running
    next(servers, None)


@pytest.fixture(scope="session")
def errors(project: Project, address: str) -> dict[str, str]:
    """HTML by path of the error pages that a healthy site does not show."""
    return dict(error_pages(project))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, for the whole run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A tab of its own; paths are relative to the site."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.fixture
def page_with_errors(page: Page, errors: dict[str, str]) -> Page:
    """The tab, in which the error pages have an address."""

    def answer(route: Route) -> None:
        path = "/" + route.request.url.split("/", 3)[3]
        route.fulfill(body=errors[path], content_type="text/html")

    page.route(lambda url: "/" + url.split("/", 3)[3] in errors, answer)
    return page
