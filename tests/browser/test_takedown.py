"""On a running site: a story is reported, taken off, put back, erased; nothing of it or of visitors stays.

All processes of the site run, as `dev.py run` starts them: server, schedule, indexer. What they leave in the
data folder is read as bytes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.dev.ports import hold_port, port_of
from scripts.dev.project import Project
from tests.browser.test_editing import sign_in

WORD = "kanariewoord"
ADDRESS = f"/nl/voorbeelden/{WORD}-in-de-titel/"
TITLE = f"Een {WORD} in de titel"
STORY = f"""
- slug: {WORD}-in-de-titel
  titel: {TITLE}
  samenvatting: De samenvatting met een {WORD}.
  situatie: De situatie met een {WORD}.
  knelpunt: Het knelpunt.
  oplossing: De oplossing.
  leefgebieden: [wonen]
  regels: [urgentiecriteria]
"""
REPORTER, MAIL, QUESTION = "Kanarietje Zeldzaamsma", "kanarietje@voorbeeld.example", "kanarievraag"
GONE = 410
# On a machine with much to do; alone it takes a second.
PATIENCE = 60.0


@dataclass(frozen=True)
class Running:
    """A site: its address, without a slash at the end, and its data folder."""

    address: str
    folder: Path

    def fetch(self, path: str) -> tuple[int, str]:
        """Status code and text, in small letters, of a page."""
        connection = HTTPConnection(self.address.removeprefix("http://"), timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode().lower()
        connection.close()
        return answer.status, text

    def files_with(self, word: str) -> list[str]:
        """Files of the data folder whose name or bytes have a word; logs have the addresses of pages."""
        return [
            str(path.relative_to(self.folder))
            for path in self.folder.rglob("*")
            if path.is_file()
            and path.parent.name not in ("logs", "static")
            and word in f"{path.name}{path.read_bytes().decode('latin-1')}".lower()
        ]


@pytest.fixture(scope="module")
def running(project: Project, address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A copy of the demo site with one story more, and with all its processes."""
    folder: Path = tmp_path_factory.mktemp("takedown") / "data"
    shutil.copytree(project.data_dir, folder, ignore=shutil.ignore_patterns("*.lock", "site.sqlite3*"))
    with (
        sqlite3.connect(project.data_dir / "site.sqlite3") as source,
        sqlite3.connect(folder / "site.sqlite3") as copy,
    ):
        source.backup(copy)
    own = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")}
    environment = {**own, "DATA_DIR": str(folder)}
    (folder / "story.yaml").write_text(STORY)
    importing = project.manage("import_examples", str(folder / "story.yaml"), "--publish")
    subprocess.run(importing, cwd=project.root, env=environment, check=True, capture_output=True)
    (folder / "story.yaml").unlink()
    with hold_port(None) as held:
        port = port_of(held)
    command = [sys.executable, "dev.py", "run", "--port", str(port)]
    with subprocess.Popen(command, cwd=project.root, env=environment, stdout=subprocess.DEVNULL) as process:
        site = Running(f"http://127.0.0.1:{port}", folder)
        try:
            _wait_until(lambda: _answers(site), 300)
            yield site
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _answers(site: Running) -> bool:
    try:
        return site.fetch("/healthz")[0] == 200
    except OSError:
        return False


def _wait_until(true: object, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < deadline, f"not within {seconds} seconds"
        time.sleep(0.1)


def signed_in(browser: Browser, site: Running, role: str) -> tuple[BrowserContext, Page]:
    demo = json.loads((site.folder / "demo-sign-ins.json").read_text(encoding="utf-8"))
    person = next(one for one in demo if one["role"] == role)
    context = browser.new_context(base_url=site.address, locale="nl-NL")
    context.set_default_timeout(60_000)
    page = context.new_page()
    sign_in(page, person["email"], person["password"])
    return context, page


def test_from_a_report_to_nothing_left(browser: Browser, running: Running) -> None:
    report_without_script(browser, running)
    search = f"/nl/zoeken/?q={WORD}"
    assert WORD in running.fetch("/sitemap.xml")[1]
    _wait_until(lambda: ADDRESS in running.fetch(search)[1], PATIENCE)
    assert running.files_with(WORD), "or else this test could not see what is left"

    context, page = signed_in(browser, running, "moderator")
    take_off(page)
    _wait_until(lambda: ADDRESS not in running.fetch(search)[1], PATIENCE)
    assert running.fetch(ADDRESS)[0] == GONE
    assert WORD not in running.fetch("/sitemap.xml")[1]
    assert WORD not in running.fetch("/nl/voorbeelden/")[1]
    page.get_by_role("button", name="Zet het terug zoals lezers het zagen").click()
    assert running.fetch(ADDRESS)[0] == 200
    context.close()

    context, page = signed_in(browser, running, "administrator")
    erase(page)
    context.close()
    assert running.fetch(ADDRESS)[0] == GONE
    # The index is built anew beside the old one.
    _wait_until(lambda: not running.files_with(WORD), PATIENCE)
    assert ADDRESS not in running.fetch(search)[1]


def report_without_script(browser: Browser, running: Running) -> None:
    """A visitor reports the story, without JavaScript and by keyboard alone."""
    context = browser.new_context(base_url=running.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(ADDRESS)
    page.get_by_role("link", name="Meld dit voorbeeld").focus()
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="Er is iemand te herkennen").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type(f"{REPORTER} herkent dit.")
    page.keyboard.press("Tab")
    page.keyboard.type(MAIL)
    time.sleep(4)  # sooner than anybody can type is refused
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je melding is verstuurd")
    context.close()


def take_off(page: Page) -> None:
    """A moderator follows the menu to the report, and takes the story off the site."""
    page.goto("/admin/")
    page.get_by_role("link", name="Meldingen", exact=True).click()
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_text(f"{REPORTER} herkent dit.")).to_be_visible()
    page.get_by_role("link", name="Haal het van de site, of wis het").click()
    page.get_by_label("Waarom?").fill("een buurvrouw herkent iemand")
    page.get_by_role("button", name="Haal het van de site").click()
    expect(page.get_by_text("Het voorbeeld is van de site, in alle talen.")).to_be_visible()


def erase(page: Page) -> None:
    """An administrator goes from the list of stories to the story, and types its title."""
    page.goto(f"/admin/stories/?q={WORD}")
    page.get_by_role("link", name=TITLE).first.click()
    number = re.search(r"/pages/(\d+)/", page.url)
    assert number
    page.goto(f"/admin/stories/{number[1]}/off-the-site/")
    page.get_by_role("link", name="Wissen…").click()
    page.get_by_label("Typ ter bevestiging de titel").fill("iets anders")
    page.get_by_role("button", name="Wis het voorgoed").click()
    expect(page.get_by_text("Dit is niet de titel. Er is niets gewist.")).to_be_visible()
    page.get_by_label("Typ ter bevestiging de titel").fill(TITLE)
    page.get_by_role("button", name="Wis het voorgoed").click()
    expect(page.get_by_text("Het voorbeeld is gewist.")).to_be_visible()


def test_the_logs_have_nothing_that_somebody_typed(browser: Browser, running: Running) -> None:
    context = browser.new_context(base_url=running.address)
    page = context.new_page()
    for path in ("/nl/zoeken/", "/nl/zoeken/suggesties/", "/nl/bestaat-niet/"):
        page.goto(f"{path}?q={QUESTION}+{REPORTER}")
    page.goto("/admin/")
    page.fill("[name=username], [name=login]", MAIL)
    page.fill("[name=password]", f"{QUESTION}-{REPORTER}")
    page.locator("form button[type=submit]").first.click()
    page.goto("/nl/voorbeelden/")
    page.locator("main a[href^='/nl/voorbeelden/']").first.click()
    page.get_by_role("link", name="Meld dit voorbeeld").click()
    page.get_by_label("Uitleg").fill(f"{QUESTION} {REPORTER}")
    page.get_by_role("button", name="Verstuur de melding").click()
    expect(page.get_by_label("Uitleg")).to_have_value(f"{QUESTION} {REPORTER}")
    context.close()
    logs = sorted((running.folder / "logs").glob("*.log"))
    text = "".join(path.read_text() for path in logs).lower()
    assert "/nl/zoeken/" in text, "or else these are not the logs of this walk"
    assert "er is een voorbeeld gemeld" in text, "in development mail is printed"
    assert [word for word in (QUESTION, "kanarietje", "zeldzaamsma") if word in text] == []
    lines = [line for line in text.splitlines() if "message-id" not in line]
    addresses = re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+", "\n".join(lines))
    assert {each for each in addresses if not each.endswith("mooimaatwerk.example")} == set()
