"""What is published by one process is fresh at once in all others, whatever each of them has kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page

from scripts.demo_site import demo_site
from scripts.dev.project import Project
from tests.browser.test_editing import press, sign_in

SLUG = "almelo-acht-weken"
STORY, LIST, OTHER = f"/nl/voorbeelden/{SLUG}/", "/nl/sitemap/", "/nl/contact/"
# Enough for each of the four workers to have made the page.
TIMES = 24


@pytest.fixture
def other_address(project: Project, address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The same site on a second server, with two workers that each keep pages in their own memory."""
    monkeypatch.setenv("CACHE_URL", "locmemcache://")
    with demo_site(project) as running:
        yield running


def read(url: str) -> tuple[str, str]:
    """A page as a visitor gets it, and whether it was kept."""
    with urlopen(Request(url, headers={"Accept-Encoding": "identity"})) as answer:  # noqa: S310 (our own site)
        return answer.read().decode(), answer.headers["X-Page-Cache"]


def read_often(addresses: tuple[str, ...], path: str) -> list[tuple[str, str]]:
    """The page from all servers, many times at once."""
    urls = [f"{address}{path}" for address in addresses for _ in range(TIMES)]
    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(read, urls))


def open_in_admin(page: Page, project: Project) -> tuple[str, str]:
    """Sign in as somebody who may publish; address of the story's form, and its title."""
    people = json.loads((project.data_dir / "demo-sign-ins.json").read_text(encoding="utf-8"))
    person = next(each for each in people if each["role"] == "administrator")
    sign_in(page, person["email"], person["password"])
    page.goto(STORY)
    title = page.get_by_role("heading", level=1).inner_text()
    page.goto(f"/admin/stories/?{urlencode({'q': title})}")
    page.get_by_role("link", name=title, exact=True).first.click()
    return urlsplit(page.url).path, title


def test_a_story_that_is_published_is_fresh_in_every_worker_of_every_server(
    page: Page, project: Project, address: str, other_address: str
) -> None:
    servers = (address, other_address)
    edit, old = open_in_admin(page, project)
    for title in ("Een termijn die te kort was", old):
        for path in (STORY, LIST, OTHER):
            read_often(servers, path)
            assert {state for _html, state in read_often(servers, path)} == {"hit"}
        page.goto(edit)
        before = page.locator("#id_title").input_value()
        page.fill("#id_title", title)
        press(page, "[name=action-publish]")
        for path in (STORY, LIST):
            for html, _state in read_often(servers, path):
                assert title in html
                assert before not in html
        assert {state for _html, state in read_often(servers, OTHER)} == {"hit"}
