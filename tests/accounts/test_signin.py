"""Signing in and out, making an account, a forgotten password: as a visitor does it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.accounts.people import PASSWORD, account, person, unhurried

STRONG = "een heel lang wachtwoord"


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: Any) -> Any:
    return client.post("/nl/inloggen/", {"login": email, "password": password}, **more)


def link_in(message: Any) -> str:
    """Path of the one link in an e-mail."""
    links = re.findall(r"https?://[^/\s]+(/\S+)", message.body)
    assert len(links) == 1, message.body
    return str(links[0])


@pytest.mark.parametrize("path", ["/nl/inloggen/", "/en/sign-in/", "/nl/account-maken/", "/en/sign-up/"])
def test_pages_of_the_entrance_are_private_and_in_the_face_of_the_site(
    tree: None, client: Client, path: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    html = answer.content.decode()
    assert "utrecht-page-header" in html
    assert '<meta name="robots" content="noindex">' in html


def test_the_header_leads_to_signing_in_and_then_to_the_account(tree: None, client: Client) -> None:
    assert 'href="/nl/inloggen/"' in client.get("/nl/").content.decode()
    account("an@leeuwarden.example")
    assert sign_in(client, "an@leeuwarden.example")["Location"] == "/nl/account/"
    html = client.get("/nl/").content.decode()
    assert 'href="/nl/account/"' in html
    assert 'href="/nl/inloggen/"' not in html


def test_editors_come_to_the_admin_by_the_same_door(tree: None, client: Client) -> None:
    editor = person("Redacteur")
    answer = client.get("/admin/")
    assert answer["Location"] == "/nl/inloggen/?next=/admin/"
    assert sign_in(client, editor.email, next="/admin/")["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
    assert client.post("/admin/logout/")["Location"] == "/nl/inloggen/"
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/admin/login/", "/nl/inloggen/?next=/admin/"),
        ("/admin/login/?next=/admin/pages/", "/nl/inloggen/?next=/admin/pages/"),
        ("/nl/_util/login/?next=/nl/besloten/", "/nl/inloggen/?next=/nl/besloten/"),
        ("/admin/password_reset/", "/nl/wachtwoord-vergeten/"),
        ("/admin/password_reset/confirm/MQ/abc/", "/nl/wachtwoord-vergeten/"),
        ("/admin/logout/", "/nl/uitloggen/"),
    ],
)
def test_wagtail_has_no_door_of_its_own(tree: None, client: Client, path: str, target: str) -> None:
    assert client.get(path)["Location"] == target


def test_an_account_is_made_and_confirmed(tree: None, client: Client) -> None:
    answer = client.post(
        "/nl/account-maken/", {"email": "An@Leeuwarden.example", "password1": STRONG, **unhurried()}
    )
    assert answer["Location"] == "/nl/e-mail-bevestigen/"
    assert sign_in(client, "an@leeuwarden.example", STRONG)["Location"] == "/nl/e-mail-bevestigen/"
    path = link_in(mail.outbox[0])
    assert "Is an@leeuwarden.example jouw e-mailadres?" in client.get(path).content.decode()
    assert not EmailAddress.objects.get().verified, "only reading the page confirms nothing"
    client.post(path)
    assert EmailAddress.objects.get().verified
    assert sign_in(client, "an@leeuwarden.example", STRONG)["Location"] == "/nl/account/"


def test_a_forgotten_password_is_replaced_by_the_link_in_the_mail(tree: None, client: Client) -> None:
    user = account("an@leeuwarden.example")
    assert client.post("/nl/wachtwoord-vergeten/", {"email": user.email})["Location"].endswith("/verstuurd/")
    form = client.get(link_in(mail.outbox[0]))["Location"]
    assert client.get(form).status_code == 200
    assert client.post(form, {"password1": STRONG, "password2": STRONG})["Location"] == (
        "/nl/nieuw-wachtwoord/klaar/"
    )
    assert User.objects.get().check_password(STRONG)
    assert "werkt niet meer" in client.get(link_in(mail.outbox[0])).content.decode()
