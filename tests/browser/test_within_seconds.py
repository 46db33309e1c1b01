"""What an editor changes is found, or gone, within five seconds: real processes, SQLite, embedded index.

A server, an indexer and a schedule run as `dev.py run` starts them; the editor is a process of its own.
"""

from __future__ import annotations

import re
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator

import pytest

from scripts.demo_site import demo_site
from scripts.dev.project import Project
from tests.browser.conftest import copy_of
from tests.browser.editor import SOON

LONGEST = 5.0  # seconds: the promise itself, not a measurement
TITLE = re.compile(r'mm-result__title">(.*?)</h3>', re.DOTALL)


class Site:
    """The running site as an editor changes it and a visitor asks it."""

    def __init__(self, address: str, editor: subprocess.Popen[str]) -> None:
        self.address, self._editor = address, editor

    def change(self, name: str, word: str) -> None:
        """Have something changed; returns when it is committed."""
        assert self._editor.stdin
        assert self._editor.stdout
        self._editor.stdin.write(f"{name} {word}\n")
        self._editor.stdin.flush()
        assert self._editor.stdout.readline().strip() == word, "the editor failed"

    def text(self, path: str) -> str:
        """The HTML at a path."""
        with urllib.request.urlopen(f"{self.address}{path}", timeout=20) as answer:  # noqa: S310 - our own
            html: str = answer.read().decode()
            return html

    def titles(self, query: str, path: str = "/nl/zoeken/") -> list[str]:
        """Titles of the results."""
        found = TITLE.findall(self.text(f"{path}?q={query}"))
        return [" ".join(re.sub(r"<[^>]+>", "", title).split()) for title in found]

    def has(self, word: str) -> bool:
        """Whether the story of the word is found."""
        return f"Verhaal {word}" in self.titles(word)


def within_seconds(condition: Callable[[], bool], more: float = 0.0) -> None:
    """Ask again and again until it is so."""
    deadline = time.monotonic() + LONGEST + more
    while not condition():
        assert time.monotonic() < deadline, "it took longer"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def site(project: Project, address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    copy = copy_of(project, tmp_path_factory.mktemp("whole") / "data")
    command = [str(copy.python), "-m", "tests.browser.editor"]
    with demo_site(copy, whole=True) as running:
        editor = subprocess.Popen(
            command,
            env=copy.environment(BASE_URL=running),
            cwd=copy.root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        found = Site(running, editor)
        # The indexer has started when it has done its first turn.
        found.change("publish", "eerstekanarie")
        deadline = time.monotonic() + 60
        while not found.has("eerstekanarie"):
            assert time.monotonic() < deadline, "the indexer does not start"
            time.sleep(0.2)
        yield found
        editor.kill()
        editor.communicate()


@pytest.fixture
def published(site: Site, request: pytest.FixtureRequest) -> str:
    """The word of a story of the test's own, which is found."""
    word = "kanarie" + re.sub(r"[^a-z]", "", request.node.name)[-12:]
    site.change("publish", word)
    within_seconds(lambda: site.has(word))
    return word


@pytest.mark.parametrize("change", ["unpublish", "delete", "restrict"])
def test_what_is_withdrawn_is_gone(site: Site, published: str, change: str) -> None:
    site.change(change, published)
    within_seconds(lambda: not site.has(published))
    assert published not in site.text(f"/nl/zoeken/suggesties/?q={published[:9]}")


def test_what_is_public_again_is_found_again(site: Site, published: str) -> None:
    site.change("restrict", published)
    within_seconds(lambda: not site.has(published))
    site.change("open_up", published)
    within_seconds(lambda: site.has(published))


def test_a_new_name_of_a_life_domain_finds_its_stories_and_stands_on_the_page(
    site: Site, published: str
) -> None:
    site.change("rename_domain", "geldkanarie")
    within_seconds(lambda: f"Verhaal {published}" in site.titles("geldkanarie"))
    within_seconds(lambda: "Domein geldkanarie" in site.text("/nl/zoeken/"))


def test_a_story_that_moved_has_its_new_address(site: Site, published: str) -> None:
    site.change("move", published)
    address = f"/nl/archief-{published}/{published}/"
    within_seconds(lambda: f'href="{address}"' in site.text(f"/nl/zoeken/?q={published}"))
    assert f"Verhaal {published}" in site.text(address)
    site.change("move_back", published)
    within_seconds(lambda: address not in site.text(f"/nl/zoeken/?q={published}"))


def test_a_translation_is_found_in_its_language(site: Site, published: str) -> None:
    site.change("translate", published)
    within_seconds(lambda: f"Story {published}" in site.titles(published, "/en/search/"))
    assert f"Story {published}" not in site.titles(published)


def test_what_is_due_is_published_and_what_expires_is_gone(site: Site, published: str) -> None:
    site.change("expire_soon", published)
    within_seconds(lambda: not site.has(published), SOON.total_seconds())
    site.change("publish_soon", f"{published}later")
    assert not site.has(f"{published}later")
    within_seconds(lambda: site.has(f"{published}later"), SOON.total_seconds())
