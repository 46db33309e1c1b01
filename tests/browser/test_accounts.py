"""Signing in with a real browser: a passkey on a virtual key, and every page of the account read by axe."""

from __future__ import annotations

import json
import os
import subprocess
import uuid
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.dev.project import Project
from tests.browser.test_accessible import WIDTHS, read_in_every_way

ENTRANCE = {
    "nl": ("inloggen", "account-maken", "wachtwoord-vergeten", "e-mail-bevestigen", "account-verwijderd"),
    "en": ("sign-in", "sign-up", "forgotten-password", "confirm-e-mail", "account-deleted"),
}
OWN = {
    "nl": (
        "account",
        "account/naam",
        "account/apparaten",
        "account/e-mail",
        "account/wachtwoord",
        "account/organisatie",
        "account/extra-stap",
        "account/extra-stap/app",
        "account/extra-stap/sleutels",
        "account/extra-stap/sleutels/toevoegen",
        "account/verwijderen",
        "account/gemeente-erbij",
        "account/gemeente/leeuwarden",
        "account/gemeente/leeuwarden/weggaan",
        "uitloggen",
    ),
    "en": ("account", "account/extra-step", "account/municipality/leeuwarden", "account/join"),
}

MAKE = """
from allauth.account.models import EmailAddress
from accounts.models import User
user = User.objects.create_user("{email}", "{password}")
EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
"""


def sign_in(page: Page, project: Project, role: str) -> str:
    """Sign in as one of the demonstration's people; their password."""
    demo = json.loads((project.data_dir / "demo-sign-ins.json").read_text(encoding="utf-8"))
    person = next(each for each in demo if each["role"] == role)
    enter(page, person["email"], person["password"])
    page.wait_for_url("**/nl/account/")
    return str(person["password"])


def enter(page: Page, email: str, password: str) -> None:
    """Give an address and a password."""
    page.goto("/nl/inloggen/")
    page.fill("[name=login]", email)
    page.fill("[name=password]", password)
    page.get_by_role("button", name="Inloggen", exact=True).click()


@pytest.fixture
def newcomer(project: Project) -> tuple[str, str]:
    """Address and password of somebody for this test alone: who gets a key needs it ever after."""
    email, password = f"{uuid.uuid4().hex}@mooimaatwerk.example", "een-lang-wachtwoord-26"
    command = project.manage("shell", "--no-imports", "-c", MAKE.format(email=email, password=password))
    environment = {**os.environ, "DATA_DIR": str(project.data_dir)}
    subprocess.run(command, env=environment, cwd=project.root, check=True)
    return email, password


def confirm(page: Page, password: str) -> None:
    """Show once more that it is them, where the page asks for it."""
    if "ben-jij-het" in page.url or "is-it-you" in page.url:
        page.fill("main [name=password]", password)
        page.locator("main form button[type=submit]").first.click()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pages_of_the_entrance_are_accessible(page: Page, language: str) -> None:
    assert_accessible(page, [f"/{language}/{path}/" for path in ENTRANCE[language]])


def test_pages_of_the_account_are_accessible(page: Page, project: Project) -> None:
    password = sign_in(page, project, "coordinator")
    page.goto("/nl/account/verwijderen/")
    confirm(page, password)
    paths = [f"/{language}/{path}/" for language, found in OWN.items() for path in found]
    assert_accessible(page, paths)


def assert_accessible(page: Page, paths: list[str]) -> None:
    found = []
    page.emulate_media(reduced_motion="reduce")
    for path in paths:
        page.set_viewport_size({"width": WIDTHS[0], "height": 800})
        page.goto(path)
        assert page.url.endswith(path), page.url
        found += [f"{path}: {each}" for each in read_in_every_way(page)]
    assert not found, "\n".join(found)


@pytest.fixture
def named_page(browser: Browser, address: str) -> Iterator[Page]:
    """A tab at the site's name: keys belong to a host name, and a number is none."""
    context = browser.new_context(base_url=address.replace("127.0.0.1", "localhost"), locale="nl-NL")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def test_a_passkey_is_added_and_opens_the_account_without_a_password(
    named_page: Page, newcomer: tuple[str, str]
) -> None:
    page = named_page
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    here = page.context
    email, password = newcomer
    enter(page, email, password)
    page.wait_for_url("**/nl/account/")
    page.goto("/nl/account/extra-stap/sleutels/toevoegen/")
    confirm(page, password)
    page.fill("[name=name]", "Werktelefoon")
    page.check("[name=passwordless]")
    page.get_by_role("button", name="Voeg deze sleutel toe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    page.goto("/nl/account/extra-stap/sleutels/")
    expect(page.locator("main")).to_contain_text("Werktelefoon")
    here.clear_cookies()
    page.goto("/nl/inloggen/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url("**/nl/account/")
    # The password alone does not do any more, and the key is the second step.
    here.clear_cookies()
    enter(page, email, password)
    page.wait_for_url("**/tweede-stap/")
    page.get_by_role("button", name="Gebruik je sleutel").click()
    page.wait_for_url("**/nl/account/")
    assert not [each for each in errors if "Content Security Policy" in each]
