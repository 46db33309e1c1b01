"""Sending in a story without a mouse, without script, and as axe-core reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.dev.project import Project
from tests.browser.conftest import AXE
from tests.browser.test_accessible import OVERFLOW, STRUCTURE, WIDTHS, axe
from tests.browser.test_submitting import ARGUMENT, NAME, PASTED, SUMMARY, press_button, sign_in_as_member

STEPS = (
    "situatie",
    "knelpunt",
    "oplossing",
    "onderbouwing",
    "geld",
    "labels",
    "bestanden",
    "privacy",
    "bekijken",
    "insturen",
)
MOST_TABS = 120
ONWARDS = "main .mm-actions .nl-button--primary"


@pytest.fixture
def submitter(project: Project) -> tuple[str, str]:
    """Address and password of the demonstration's submitter."""
    people = json.loads((project.data_dir / "demo-sign-ins.json").read_text(encoding="utf-8"))
    return next((each["email"], each["password"]) for each in people if each["role"] == "submitter")


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    made = browser.new_context(
        base_url=address, locale="nl-NL", reduced_motion="reduce", viewport={"width": 320, "height": 800}
    )
    made.set_default_timeout(30_000)
    yield made
    made.close()


def complaints(page: Page) -> list[str]:
    """What is wrong with the page that is open, at each width."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    path = urlsplit(page.url).path
    found = [f"{path}: {each}" for each in page.evaluate(STRUCTURE)]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{path} {width} px: {each}" for each in [*axe(page), *page.evaluate(OVERFLOW)]]
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    return found


def begin(page: Page) -> str:
    """A draft with a planted name; the path of its steps."""
    page.goto("/nl/inzendingen/nieuw/")
    page.get_by_label("Heb je al een tekst?").fill(PASTED)
    press_button(page, "Begin")
    return urlsplit(page.url).path.removesuffix("situatie/")


@pytest.mark.reading
def test_every_step_is_accessible_empty_wrong_and_full(
    context: BrowserContext, submitter: tuple[str, str]
) -> None:
    page = context.new_page()
    sign_in_as_member(page, *submitter)
    page.goto("/nl/inzendingen/nieuw/")
    found = complaints(page)
    steps = begin(page)
    for step in STEPS:
        page.goto(f"{steps}{step}/")
        found += complaints(page)
    page.goto(f"{steps}oplossing/")
    press_button(page, "Bewaren en verder")
    found += complaints(page)
    page.goto(f"{steps}insturen/")
    press_button(page, "Insturen")
    found += complaints(page)
    found += two_tabs(context, page, f"{steps}situatie/")
    for english in (f"{steps}labels/", f"{steps}onderbouwing/", f"{steps}privacy/"):
        page.goto(page.request.get(english).url)
        page.goto(page.locator("[hreflang=en]").first.get_attribute("href") or "")
        found += complaints(page)
    status = steps.removesuffix("stap/")
    for path in (status, f"{status}intrekken/", "/nl/inzendingen/"):
        page.goto(path)
        found += complaints(page)
    assert not found, "\n".join(found)


def two_tabs(context: BrowserContext, page: Page, path: str) -> list[str]:
    """The page on which two texts stand side by side."""
    other = context.new_page()
    other.goto(path)
    page.goto(path)
    page.get_by_label("Titel").fill("De ene titel")
    press_button(page, "Bewaren en verder")
    other.get_by_label("Titel").fill("De andere titel")
    press_button(other, "Bewaren en verder")
    expect(other.get_by_role("heading", level=1)).to_contain_text("twee teksten")
    found = complaints(other)
    other.close()
    return found


def tab_to(page: Page, css: str) -> None:
    """Press Tab until something has the focus, as somebody without a mouse does."""
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.locator(f"{css}:focus").count():
            return
    pytest.fail(f"{css} is not reached with Tab at {page.url}")


def type_into(page: Page, name: str, text: str) -> None:
    tab_to(page, f"[name={name}]")
    page.keyboard.type(text)


def press_enter(page: Page, css: str) -> None:
    tab_to(page, css)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_story_is_sent_in_by_keyboard_and_without_script(
    browser: Browser, address: str, submitter: tuple[str, str]
) -> None:
    context = browser.new_context(base_url=address, locale="nl-NL", java_script_enabled=False)
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto("/nl/inloggen/")
    type_into(page, "login", submitter[0])
    type_into(page, "password", submitter[1])
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "inloggen" not in url)
    page.goto("/nl/inzendingen/")
    press_enter(page, "main [href$='/nieuw/']")
    type_into(page, "text", PASTED)
    press_enter(page, ONWARDS)
    write_it(page)
    check_and_send(page)
    press_enter(page, "main [href$='/intrekken/']")
    press_enter(page, "main form .nl-button--primary")
    expect(page.get_by_role("main")).to_contain_text("Ingetrokken")
    context.close()


def write_it(page: Page) -> None:
    """The steps up to the privacy check, by keyboard."""
    type_into(page, "title", "Een ruil van woningen")
    press_enter(page, ONWARDS)
    tab_to(page, "[name=rules][value=urgentiecriteria]")
    page.keyboard.press("Space")
    press_enter(page, ONWARDS)
    type_into(page, "summary", SUMMARY)
    press_enter(page, ONWARDS)
    for name, text in ARGUMENT.items():
        type_into(page, name, text)
    press_enter(page, ONWARDS)
    press_enter(page, ONWARDS)
    tab_to(page, "[name=life_domains][value=wonen]")
    page.keyboard.press("Space")
    press_enter(page, ONWARDS)
    press_enter(page, ONWARDS)


def check_and_send(page: Page) -> None:
    """From the privacy check on, by keyboard."""
    expect(page.locator("mark").first).to_have_text(NAME)
    while page.locator("mark").count():
        press_enter(page, "[name=vervang]")
    press_enter(page, ONWARDS)
    expect(page.get_by_role("article")).to_contain_text(SUMMARY)
    press_enter(page, "main .mm-preview-bar .nl-button--primary")
    type_into(page, "stated_role", "Maatwerkcoach")
    tab_to(page, "[name=agreed]")
    page.keyboard.press("Space")
    press_enter(page, ONWARDS)
    expect(page.get_by_role("main")).to_contain_text("Ingestuurd")


def test_what_is_typed_after_the_end_of_a_session_waits_on_the_device(
    context: BrowserContext, submitter: tuple[str, str]
) -> None:
    page = context.new_page()
    sign_in_as_member(page, *submitter)
    steps = begin(page)
    context.clear_cookies()
    page.get_by_label("Titel").fill("Getypt na het uitloggen")
    expect(page.locator("[data-hook=draft-state]")).to_contain_text("Je bent uitgelogd")
    page.get_by_role("link", name="Log opnieuw in").click()
    page.fill("[name=login]", submitter[0])
    page.fill("[name=password]", submitter[1])
    press_button(page, "Inloggen")
    assert urlsplit(page.url).path == f"{steps}situatie/"
    page.get_by_role("button", name="Zet terug").click()
    expect(page.get_by_label("Titel")).to_have_value("Getypt na het uitloggen")
    expect(page.locator("[data-hook=draft-state]")).to_have_text("Bewaard")
    page.reload()
    expect(page.get_by_label("Titel")).to_have_value("Getypt na het uitloggen")
    expect(page.get_by_role("button", name="Zet terug")).to_be_hidden()
