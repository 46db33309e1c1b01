"""An editor writes a case in a real browser and sends it in; visitors do not see it before the checks."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.dev.project import Project

TITLE = "Een sleutel voor de buurvrouw"
ROLES = ("editor", "moderator", "administrator")


def sign_in(page: Page, email: str, password: str) -> None:
    """Sign in to the admin: the one place that knows how."""
    page.goto("/admin/")
    page.fill("[name=username], [name=login]", email)
    page.fill("[name=password]", password)
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/admin/")


@pytest.fixture
def people(browser: Browser, address: str, project: Project) -> Iterator[dict[str, Page]]:
    """A tab for each of the demonstration's people, signed in as `dev.py run` says."""
    demo = json.loads((project.data_dir / "demo-sign-ins.json").read_text(encoding="utf-8"))
    assert {person["role"] for person in demo} == set(ROLES)
    contexts, pages = [], {}
    for person in demo:
        context = browser.new_context(
            base_url=address, locale="nl-NL", viewport={"width": 1280, "height": 1000}
        )
        context.set_default_timeout(60_000)
        contexts.append(context)
        pages[person["role"]] = context.new_page()
        sign_in(pages[person["role"]], person["email"], person["password"])
    yield pages
    for context in contexts:
        context.close()


def choose(page: Page, relation: str, word: str) -> None:
    """Choose a term in the window that the button opens."""
    page.click(f"#id_{relation}-OPEN_MODAL")
    modal = page.locator(".modal")
    modal.get_by_role("row").filter(has_text=word).get_by_role("checkbox").check()
    modal.locator("[data-multiple-choice-submit]").click()
    expect(modal).to_be_hidden()


def choose_rule(page: Page, word: str) -> None:
    """Add a rule and choose it."""
    page.click("#id_story_rules-ADD")
    page.locator("#id_story_rules-0-term-chooser .unchosen button").first.click()
    modal = page.locator(".modal")
    modal.get_by_role("link", name=word).first.click()
    expect(modal).to_be_hidden()


def press(page: Page, name: str) -> None:
    """Press a button of the menu below the form, opening that menu where needed, and wait for the answer."""
    button = page.locator(f"[name={name}]")
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle], footer .w-dropdown__toggle").first.click()
    with page.expect_navigation():
        button.click()


SLUG = "een-sleutel-voor-de-buurvrouw"
DUTCH_ADDRESS = f"/nl/voorbeelden/{SLUG}/"
TEXTS = {
    "summary": "Een buurvrouw mocht de sleutel niet hebben. De gemeente vond een afspraak die kon.",
    "situation": "Iemand woont alleen en heeft soms snel hulp nodig.",
    "what_blocked": "De regels van de verhuurder lieten geen tweede sleutel toe.",
    "solution": "De gemeente en de verhuurder spraken af wie de sleutel bewaart.",
}


def test_an_editor_writes_a_case_and_it_waits_for_the_first_check(
    people: dict[str, Page], page: Page
) -> None:
    write(people["editor"])
    assert page.request.get(DUTCH_ADDRESS).status == 404
    moderator = people["moderator"]
    moderator.goto("/admin/")
    moderator.get_by_role("link", name=TITLE).first.click()
    expect(moderator.locator("#id_title")).to_have_value(TITLE)
    expect(moderator.locator("[data-workflow-action-name=approve]").first).to_be_attached()


def write(editor: Page) -> None:
    """Write a case and send it in; without tags it is kept back, with what to do."""
    editor.goto("/admin/stories/")
    editor.locator("a[href*='/stories/choose_parent/']").first.click()
    editor.wait_for_load_state("networkidle")
    # Typed letter by letter: the address follows the title.
    editor.locator("#id_title").press_sequentially(TITLE)
    for name, text in TEXTS.items():
        editor.fill(f"#id_{name}", text)
    expect(editor.locator("#id_slug")).to_have_value(SLUG)
    with editor.expect_navigation(url="**/edit/"):
        editor.locator("footer button.action-save").click()
    press(editor, "action-submit")
    expect(editor.get_by_text("Kies ten minste één leefgebied").first).to_be_visible()
    choose(editor, "story_life_domains", "Wonen")
    choose_rule(editor, "Geen briefadres")
    press(editor, "action-submit")
