"""A municipality sends in a story: from sign-up to publication and a change, on phone and desktop."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.dev.project import Project
from tests.browser.breakable import BreakableSite, breakable_site
from tests.browser.conftest import copy_of
from tests.browser.test_editing import sign_in

SIZES = {"phone": (360, 740), "desktop": (1280, 900)}
PASSWORD = "een-lang-wachtwoord-26"
NAME, BSN, AGE, SCHOOL = "Fatima de Vries", "111222333", "34 jaar", "basisschool De Regenboog"
PASTED = f"""Situatie
{NAME} (BSN {BSN}) is {AGE} en woont met haar kinderen op vier hoog. De kinderen gaan naar {SCHOOL}.

Knelpunt
Zij krijgt geen urgentie, want zij heeft al een woning.

Oplossing
De corporatie ruilde twee woningen met elkaar.
"""
SUMMARY = "Een gezin kon niet verhuizen. De gemeente regelde een ruil van twee woningen."
ARGUMENT = {
    "legitimacy": "De verordening kent een hardheidsclausule.",
    "societal_return": "Er was geen verhuizing naar een instelling nodig.",
    "involvement": "Het gezin zocht zelf mee naar een ruil.",
}
RESULT = "Het gezin woont nu gelijkvloers."
TOLD = {
    "We hebben je voorbeeld ontvangen",
    "Je voorbeeld is in behandeling",
    "Je voorbeeld staat op de site",
}
SAVED = "Bewaard"
UNHURRIED = 4000  # milliseconds: who is quicker is taken for a robot
NOT_FOUND = 404
REGISTER = """
from accounts.models import MunicipalityDomain
from examples.models import Municipality
place = Municipality.objects.get(slug="leeuwarden")
MunicipalityDomain.objects.get_or_create(domain="leeuwarden.example", defaults={"municipality": place})
"""


@pytest.fixture(scope="module")
def site(address: str, project: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BreakableSite]:
    """A site on a copy of what the shared one has set up, where one domain is registered."""
    copy = copy_of(project, tmp_path_factory.mktemp("submitting") / "data")
    with breakable_site(copy, tmp_path_factory.mktemp("mails")) as running:
        running.manage("shell", "-c", REGISTER)
        yield running


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """A server that starts anew on a busy machine takes its time."""
    expect.set_options(timeout=90_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture(scope="module")
def people(browser: Browser, site: BreakableSite, project: Project) -> Iterator[dict[str, Page]]:
    """The demonstration's checkers, and somebody of another municipality, each signed in."""
    listed = json.loads((project.data_dir / "demo-sign-ins.json").read_text(encoding="utf-8"))
    demo = {person["role"]: person for person in listed}
    contexts, pages = [], {}
    for role in ("moderator", "administrator", "neighbour"):
        context = new_context(browser, site, "desktop")
        contexts.append(context)
        pages[role] = context.new_page()
        enter = sign_in if role != "neighbour" else sign_in_as_member
        enter(pages[role], demo[role]["email"], demo[role]["password"])
    yield pages
    for context in contexts:
        context.close()


def new_context(browser: Browser, site: BreakableSite, size: str) -> BrowserContext:
    width, height = SIZES[size]
    context = browser.new_context(
        base_url=site.address, locale="nl-NL", viewport={"width": width, "height": height}
    )
    context.set_default_timeout(60_000)
    return context


def sign_in_as_member(page: Page, email: str, password: str) -> None:
    page.goto("/nl/inloggen/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", password)
    press_button(page, "Inloggen")


def press_button(page: Page, name: str) -> None:
    """Press a button or link of the content and wait for the next page."""
    main = page.get_by_role("main")
    found = main.get_by_role("button", name=name).or_(main.get_by_role("link", name=name))
    with page.expect_navigation():
        found.first.click()


def sign_up(page: Page, site: BreakableSite, email: str) -> None:
    """Make an account, and confirm the address by the link in the mail."""
    page.goto("/nl/account-maken/")
    page.fill("[name=email]", email)
    page.fill("[name=password1]", PASSWORD)
    page.wait_for_timeout(UNHURRIED)
    press_button(page, "Account maken")
    link = re.search(r"http://\S+", site.mails_to(email)[-1].get_body(("plain",)).get_content())
    assert link
    page.goto(urlsplit(link[0]).path)
    press_button(page, "Ja")
    if "inloggen" in page.url:
        sign_in_as_member(page, email, PASSWORD)


@pytest.mark.parametrize("size", SIZES)
def test_a_story_goes_from_sign_up_to_the_site_and_is_changed(
    size: str, browser: Browser, site: BreakableSite, people: dict[str, Page], page: Page
) -> None:
    title, email = f"Een ruil van woningen ({size})", f"{uuid.uuid4().hex[:8]}@leeuwarden.example"
    context = new_context(browser, site, size)
    writer = context.new_page()
    sign_up(writer, site, email)
    begin(writer)
    survive(writer, context, site, title)
    fill_in(writer)
    make_anonymous(writer)
    neighbour = people["neighbour"]
    assert neighbour.request.get(urlsplit(writer.url).path).status == NOT_FOUND
    submission = send_in(writer)
    assert neighbour.request.get(submission).status == NOT_FOUND
    neighbour.goto("/nl/inzendingen/")
    expect(neighbour.get_by_role("main")).not_to_contain_text(title)

    check_twice(people, title)
    assert subjects(site, email) >= TOLD
    writer.goto(submission)
    expect(writer.get_by_role("main")).to_contain_text("Gepubliceerd")
    press_button(writer, "Bekijk het voorbeeld op de site")
    story = urlsplit(writer.url).path
    read(page, site, story, title)

    propose(writer, submission)
    assert RESULT not in page.request.get(f"{site.address}{story}").text()
    check_twice(people, title)
    assert RESULT in page.request.get(f"{site.address}{story}").text()
    context.close()


def subjects(site: BreakableSite, email: str) -> set[str]:
    """What the mails to somebody are about, after the worker sent what waited."""
    site.work()
    return {str(mail["Subject"]) for mail in site.mails_to(email)}


def begin(writer: Page) -> None:
    """Begin with a text that is there already."""
    writer.goto("/nl/inzendingen/nieuw/")
    writer.get_by_label("Heb je al een tekst?").fill(PASTED)
    press_button(writer, "Begin")
    expect(writer.get_by_label("Wat was er aan de hand?")).to_have_value(re.compile(NAME))


def survive(writer: Page, context: BrowserContext, site: BreakableSite, title: str) -> None:
    """Nothing that is typed is lost: not by a server that is killed, a lost network or a second tab."""
    state = writer.locator("[data-hook=draft-state]")
    field = writer.get_by_label("Titel")
    field.fill("Een")
    expect(state).to_have_text(SAVED)
    site.kill()
    field.fill("Een ruil")
    site.start()
    expect(state).to_have_text(SAVED)

    context.set_offline(True)
    field.fill(title)
    expect(state).to_contain_text("Geen verbinding")
    context.set_offline(False)
    expect(state).to_have_text(SAVED)

    other = context.new_page()
    other.goto(writer.url)
    expect(other.get_by_label("Titel")).to_have_value(title)
    field.fill(f"{title}!")
    expect(state).to_have_text(SAVED)
    other.get_by_label("Titel").fill("Iets heel anders")
    expect(other.locator("[data-hook=draft-state]")).to_contain_text("ander tabblad")
    with other.expect_navigation():
        other.get_by_role("button", name="Bekijk beide teksten").click()
    expect(other.get_by_role("main")).to_contain_text(f"{title}!")
    expect(other.get_by_role("textbox", name="Titel")).to_have_value("Iets heel anders")
    other.close()

    field.fill(title)
    # No wait for the script: the button saves.
    press_button(writer, "Bewaren en verder")


def fill_in(writer: Page) -> None:
    """The steps up to the privacy check; Back shows what was saved."""
    expect(writer.get_by_role("heading", level=1)).to_have_text("Knelpunt")
    writer.get_by_label("Urgentiecriteria").check()
    press_button(writer, "Bewaren en verder")
    writer.go_back()
    expect(writer.get_by_label("Urgentiecriteria")).to_be_checked()
    press_button(writer, "Bewaren en verder")
    press_button(writer, "Bewaren en verder")
    expect(writer.get_by_role("main")).to_contain_text("Wat je typte is bewaard")
    writer.get_by_label("Samenvatting").fill(SUMMARY)
    press_button(writer, "Bewaren en verder")
    for name, text in ARGUMENT.items():
        writer.fill(f"[name={name}]", text)
    press_button(writer, "Bewaren en verder")
    press_button(writer, "Bewaren en verder")
    expect(writer.get_by_role("heading", level=1)).to_have_text("Labels")
    writer.get_by_label("Wonen", exact=True).check()
    press_button(writer, "Bewaren en verder")
    press_button(writer, "Bewaren en verder")


def make_anonymous(writer: Page) -> None:
    """What identifies somebody is marked, and rewritten by a click each."""
    expect(writer.get_by_role("heading", level=1)).to_have_text("Privacycontrole")
    marked = " ".join(writer.locator("mark").all_inner_texts())
    for word in (NAME, BSN, AGE, "De Regenboog"):
        assert word in marked, word
    for _each in range(writer.locator("mark").count()):
        with writer.expect_navigation():
            writer.locator("[name=vervang]").first.click()
    expect(writer.locator("mark")).to_have_count(0)
    press_button(writer, "Verder")
    preview = writer.get_by_role("article")
    expect(preview).to_contain_text("De corporatie ruilde twee woningen met elkaar.")
    for word in (NAME, BSN, AGE, "Regenboog"):
        expect(preview).not_to_contain_text(word)
    press_button(writer, "Verder")


def send_in(writer: Page) -> str:
    """State that nobody can be recognised, and send. Gives the address of the submission."""
    writer.get_by_label("Je functie").fill("Maatwerkcoach")
    writer.get_by_label("Geen inwoner is herkenbaar").check()
    press_button(writer, "Insturen")
    expect(writer.get_by_role("main")).to_contain_text("Ingestuurd")
    return urlsplit(writer.url).path


def check_twice(people: dict[str, Page], title: str) -> None:
    """One person takes it up and checks the content, another checks the privacy."""
    for checker in (people["moderator"], people["administrator"]):
        checker.goto("/admin/submissions/")
        press_button(checker, title)
        press_button(checker, "Oppakken")
        for box in checker.locator("[name=point]").all():
            box.check()
        press_button(checker, "Checklist bewaren")
        press_button(checker, "Goedkeuren")


def read(visitor: Page, site: BreakableSite, story: str, title: str) -> None:
    """What a visitor finds, without anything that identifies somebody."""
    visitor.goto(f"{site.address}{story}")
    expect(visitor.get_by_role("heading", level=1)).to_have_text(title)
    html = visitor.content()
    assert SUMMARY in html
    for word in (NAME, BSN, AGE, "Regenboog"):
        assert word not in html


def propose(writer: Page, submission: str) -> None:
    """Propose a change of the published story, and send it in."""
    writer.goto(submission)
    press_button(writer, "Stel een wijziging voor")
    press_button(writer, "Verder schrijven")
    steps = writer.locator(".mm-progress__folded")
    if not writer.get_by_role("button", name="Oplossing").is_visible():
        steps.locator("summary").click()
    with writer.expect_navigation():
        writer.get_by_role("button", name="Oplossing").click()
    writer.get_by_label("Wat is er nu beter").fill(RESULT)
    with writer.expect_navigation():
        writer.get_by_role("button", name="Bewaren en verder").last.click()
    writer.goto(re.sub(r"stap/.*", "stap/insturen/", urlsplit(writer.url).path))
    send_in(writer)
