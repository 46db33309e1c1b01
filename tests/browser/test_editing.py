"""The way of a case in a browser: written, checked by two people, read, corrected, translated, withdrawn."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.dev.project import Project

NOT_FOUND, GONE = 404, 410
TITLE = "Een sleutel voor de buurvrouw"
ROLES = ("editor", "moderator", "administrator")
SLUG = "een-sleutel-voor-de-buurvrouw"
ADDRESS = f"/nl/voorbeelden/{SLUG}/"
TEXTS = {
    "summary": "Een buurvrouw mocht de sleutel niet hebben. De gemeente vond een afspraak die kon.",
    "situation": "Iemand woont alleen en heeft soms snel hulp nodig.",
    "what_blocked": "De regels van de verhuurder lieten geen tweede sleutel toe.",
    "solution": "De gemeente en de verhuurder spraken af wie de sleutel bewaart.",
}
AGE = "34 jaar"
NAME = "Hofstede"
CORRECTED = f"Voor iemand van {AGE} vonden de gemeente en de verhuurder een afspraak over de sleutel."
SAVE, SEND_IN = ".action-save", "[name=action-submit]"
# In the editor of a story, and in the one of a translation.
APPROVE = (
    "[data-workflow-action-name=approve]:not([data-workflow-action-modal-url]),"
    " form[action*='/workflow/action/'] button:not([formaction])"
)
ENGLISH_TITLE = "A key for the neighbour"
ENGLISH_ADDRESS = "/en/examples/a-key-for-the-neighbour/"
ENGLISH = {
    TITLE: ENGLISH_TITLE,
    CORRECTED: "The municipality and the landlord found an arrangement for the key.",
    TEXTS["situation"]: "Somebody lives alone and sometimes needs help fast.",
    TEXTS["what_blocked"]: "The rules of the landlord left no room for a second key.",
    TEXTS["solution"]: "The municipality and the landlord agreed who keeps the key.",
}


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
    demo = [person for person in demo if person["role"] in ROLES]
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


def test_a_story_goes_from_an_empty_form_to_the_site_and_off_it(people: dict[str, Page], page: Page) -> None:
    story = write(people["editor"])
    assert page.request.get(ADDRESS).status == NOT_FOUND
    check_twice(people, story)
    read(page, ADDRESS, TITLE, TEXTS["summary"])

    correct(people["editor"], story)
    read(page, ADDRESS, TITLE, TEXTS["summary"])
    check_twice(people, story, warned=True)
    read(page, ADDRESS, TITLE, CORRECTED)

    translation = translate(people["editor"], story)
    assert page.request.get(ENGLISH_ADDRESS).status == NOT_FOUND
    check_twice(people, translation)
    read(page, ENGLISH_ADDRESS, ENGLISH_TITLE, ENGLISH[CORRECTED])
    read(page, ADDRESS, TITLE, CORRECTED)

    withdraw(people["moderator"], story)
    for gone in (ADDRESS, ENGLISH_ADDRESS):
        assert page.request.get(gone).status == GONE


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


def press(page: Page, button: str) -> None:
    """Press a button of the menu below the form, opening that menu where needed, and wait for the answer."""
    found = page.locator(button).first
    if not found.is_visible():
        page.locator("footer .w-dropdown__toggle").first.click()
    with page.expect_navigation():
        found.click()


def write(editor: Page) -> str:
    """Write a case and send it in; without tags it is kept back, with what to do. Gives its address here."""
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
    story = urlsplit(editor.url).path
    press(editor, SEND_IN)
    expect(editor.get_by_text("Kies ten minste één leefgebied").first).to_be_visible()
    choose(editor, "story_life_domains", "Wonen")
    choose_rule(editor, "Geen briefadres")
    press(editor, SEND_IN)
    return story


def check_twice(people: dict[str, Page], story: str, *, warned: bool = False) -> None:
    """Approve the content as one person and the privacy as another; the first may not do both."""
    moderator, administrator = people["moderator"], people["administrator"]
    moderator.goto("/admin/")
    with moderator.expect_navigation(url=f"**{story}"):
        moderator.locator(f"a[href='{story}']").first.click()
    press(moderator, APPROVE)
    moderator.goto(story)
    expect(moderator.locator("body")).to_contain_text("Privacy controleren")
    expect(moderator.locator(APPROVE)).to_have_count(0)
    administrator.goto(story)
    if warned:
        decide(administrator, story)
    press(administrator, APPROVE)


def decide(checker: Page, story: str) -> None:
    """A privacy warning is open: no approval before somebody decided about it."""
    expect(checker.locator(APPROVE)).to_have_count(0)
    checker.get_by_role("link", name="Besluit nemen").first.click()
    expect(checker.locator("mark")).to_have_text([AGE])
    checker.get_by_role("textbox", name="Waarom dit mag blijven").fill("Velen zijn zo oud.")
    with checker.expect_navigation():
        checker.get_by_role("button", name="Dit mag blijven").click()
    expect(checker.locator("mark")).to_have_count(0)
    checker.goto(story)


def correct(editor: Page, story: str) -> None:
    """Change the summary of a live story, take the neutral words beside it by a click, and send it in."""
    editor.goto(story)
    editor.fill("#id_summary", CORRECTED.replace("iemand", f"mevrouw {NAME}"))
    press(editor, SAVE)
    editor.goto(story)
    editor.get_by_role("button", name=NAME).click()
    expect(editor.locator("#id_summary")).not_to_have_value(re.compile(NAME))
    expect(editor.get_by_text("Vervangen. Bewaar het concept")).to_be_visible()
    editor.fill("#id_summary", CORRECTED)
    press(editor, SEND_IN)


def translate(editor: Page, story: str) -> str:
    """Translate a live story, text by text, and send the translation in. Gives its address here."""
    editor.goto(story)
    editor.locator("header").get_by_role("button", name="Acties").first.click()
    editor.locator("a[href*='/localize/submit/page/']").first.click()
    editor.get_by_label("English").check()
    with editor.expect_navigation(url="**/edit/"):
        editor.locator("main form [type=submit]").click()
    for dutch, english in ENGLISH.items():
        translate_text(editor, dutch, english)
    editor.get_by_role("tab", name="Eigenschappen").click()
    translate_text(editor, SLUG, ENGLISH_ADDRESS.split("/")[-2])
    translation = urlsplit(editor.url).path
    press(editor, "form[action*='/send-in/'] button")
    return translation


def translate_text(editor: Page, dutch: str, english: str) -> None:
    """Translate one text and keep it."""
    text = editor.locator(".js-translation-editor li li").filter(has_text=dutch)
    text.get_by_role("button", name="Vertaal").click()
    text.get_by_role("textbox").fill(english)
    text.get_by_role("button", name="Opslaan").click()
    expect(text.get_by_text("Handmatig vertaald")).to_be_visible()


def withdraw(moderator: Page, story: str) -> None:
    """Take a live story off the site."""
    moderator.goto(story)
    press(moderator, "footer [href*='/unpublish/']")
    with moderator.expect_navigation():
        moderator.locator("main form [type=submit]").click()


def read(visitor: Page, address: str, title: str, text: str) -> None:
    """What a visitor finds at an address."""
    visitor.goto(address)
    expect(visitor.get_by_role("heading", level=1)).to_contain_text(title)
    expect(visitor.get_by_text(text).first).to_be_visible()
