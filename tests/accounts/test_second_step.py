"""The extra step: an app with codes, recovery codes, and that nobody works in the admin without."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings as django_settings
from django.core.cache import caches
from django.test import Client

from tests.accounts.people import PASSWORD, member, person
from tests.accounts.test_signin import sign_in
from tests.examples.admin import signed_in

APP = "/nl/account/extra-stap/app/"
STEP = "/nl/inloggen/tweede-stap/"


def code_of(secret: str) -> str:
    """What the app shows now."""
    counter = next(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counter)))


def confirmed(client: Client) -> Client:
    """The password once more, as the account asks before something that matters."""
    client.post("/nl/account/ben-jij-het/", {"password": PASSWORD})
    return client


def add_app(client: Client) -> str:
    """Add an app as a person does; its secret."""
    html = confirmed(client).get(APP).content.decode()
    secret = re.search(r"<code[^>]*>\s*([A-Z2-7]+)\s*</code>", html)
    assert secret, html
    answer = client.post(APP, {"code": code_of(secret[1])})
    assert answer.status_code == 302, answer.content.decode()
    return secret[1]


@pytest.fixture
def editor(tree: None) -> Any:
    return person("Redacteur")


def test_adding_an_app_asks_for_the_password_once_more(editor: Any) -> None:
    client = Client()
    sign_in(client, editor.email)
    assert client.get(APP)["Location"].startswith("/nl/account/ben-jij-het/?next=")
    assert confirmed(client).get(APP).status_code == 200


def test_with_an_app_a_password_alone_lets_nobody_in(editor: Any, client: Client) -> None:
    owner = Client()
    sign_in(owner, editor.email)
    secret = add_app(owner)
    assert sign_in(client, editor.email)["Location"] == STEP
    assert client.get("/admin/").status_code == 302
    assert "klopt niet" in client.post(STEP, {"code": "000000"}).content.decode()
    caches["counters"].clear()  # the code was used to add the app, and works once
    client.post(STEP, {"code": code_of(secret)})
    assert client.get("/admin/").status_code == 200


def test_a_recovery_code_works_once(editor: Any) -> None:
    owner = Client()
    sign_in(owner, editor.email)
    add_app(owner)
    page = owner.get("/nl/account/extra-stap/herstelcodes/").content.decode()
    codes = re.findall(r"<code[^>]*>\s*(\d+)\s*</code>", page)
    assert len(codes) == 10
    for expected in (302, 200):
        client = Client()
        sign_in(client, editor.email)
        assert client.post(STEP, {"code": codes[0]}).status_code == expected


def test_codes_are_guessed_five_times_at_most(editor: Any) -> None:
    owner = Client()
    sign_in(owner, editor.email)
    add_app(owner)
    for number in range(8):
        client = Client(REMOTE_ADDR=f"192.0.2.{number}")
        sign_in(client, editor.email)
        html = client.post(STEP, {"code": "000000"}).content.decode()
    assert "te veel verkeerde pogingen" in html


def test_secrets_lie_encrypted_in_the_database(editor: Any) -> None:
    owner = Client()
    sign_in(owner, editor.email)
    secret = add_app(owner)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert Authenticator.objects.get(type="totp").wrap().validate_code is not None


@pytest.mark.parametrize("role", ["Redacteur", "Moderator", "Beheerder"])
def test_the_admin_wants_an_extra_step(tree: None, settings: Any, role: str) -> None:
    settings.MFA_REQUIRED = True
    client = signed_in(person(role))
    for path in ("/admin/", "/admin/pages/", "/admin/account/"):
        assert client.get(path)["Location"] == "/nl/account/extra-stap/"
        assert client.post(path)["Location"] == "/nl/account/extra-stap/"
    html = client.get("/nl/account/extra-stap/").content.decode()
    assert "Om in het beheer te werken heb je een extra stap nodig" in html
    assert client.post("/admin/logout/")["Location"] == "/nl/inloggen/"


def test_whoever_has_an_extra_step_enters_the_admin(editor: Any, settings: Any) -> None:
    settings.MFA_REQUIRED = True
    client = Client()
    sign_in(client, editor.email)
    add_app(client)
    assert client.get("/admin/").status_code == 200


def test_who_may_not_work_in_the_admin_is_told_so_and_can_sign_out(tree: None, client: Client) -> None:
    client.force_login(member("GM0080"))
    for path in ("/admin/", "/admin/submissions/"):
        answer = client.get(path)
        assert answer.status_code == 403
        html = answer.content.decode()
        assert "Je hebt geen toegang tot deze pagina" in html
        assert 'href="/nl/account/"' in html
    assert client.post("/admin/logout/").status_code == 302


def test_recovery_codes_alone_are_no_extra_step(editor: Any, settings: Any) -> None:
    settings.MFA_REQUIRED = True
    Authenticator.objects.create(user=editor, type="recovery_codes", data={"seed": "x", "used_mask": 0})
    assert signed_in(editor).get("/admin/").status_code == 302


def test_the_demonstration_does_without() -> None:
    assert django_settings.ENVIRONMENT == "development"
    assert django_settings.MFA_REQUIRED is False
