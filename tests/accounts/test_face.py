"""Nothing of allauth comes out in its stock look or words; everything stays private."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.account import app_settings
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client, RequestFactory
from django.utils import timezone
from django.utils.translation import override

from accounts import mails, notices
from accounts.adapters import AccountAdapter
from tests.accounts.people import account
from tests.accounts.test_second_step import confirmed
from tests.examples.admin import signed_in
from tests.site.routes import routes
from tests.site.world import make_world

ALLAUTH = Path(allauth.__file__).parent
ROOMS = ("account", "mfa", "socialaccount")
NAMES = {
    "activate_url": "https://x.example/a",
    "password_reset_url": "https://x.example/b",
    "signup_url": "https://x.example/c",
    "to_email": "nieuw@x.example",
    "from_email": "oud@x.example",
    "deleted_email": "weg@x.example",
    "ip": "192.0.2.1",
    "user_agent": "Firefox",
    "timestamp": timezone.now(),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_mail_has_words_and_one_link_at_most(db: None, language: str) -> None:
    request = RequestFactory().get("/")
    with override(language):
        for name in (*mails.ASKED, *mails.CHANGED):
            message: EmailMessage = AccountAdapter(request).render_mail(name, "an@x.example", NAMES)
            body = str(message.body)
            assert body.count("https://") + body.count("http://") == 1, body
            assert "%(" not in body + str(message.subject)
            assert message.alternatives  # type: ignore[attr-defined]
            assert ("Hallo" in body) == (language == "nl")


def test_allauth_sends_no_mail_and_says_nothing_that_has_no_words() -> None:
    folder = ALLAUTH / "templates"
    off = {"login_code", "password_reset_code"}  # ways of signing in that this site does not have
    for room in ROOMS:
        for subject in (folder / room / "email").glob("*_subject.txt"):
            name = subject.name.removesuffix("_subject.txt")
            known = {*mails.ASKED, *mails.CHANGED}
            assert f"{room}/email/{name}" in known or name in off, name
        for message in (folder / room / "messages").glob("*.txt"):
            off_here = ("phone", "login_code")
            known_here = f"{room}/messages/{message.name}" in notices.NOTICES
            assert known_here or message.name.startswith(off_here), message.name
    assert not app_settings.LOGIN_BY_CODE_ENABLED
    assert not app_settings.PASSWORD_RESET_BY_CODE_ENABLED


@pytest.mark.slow
def test_pages_are_private_of_this_site_and_without_script_of_their_own(tree: None) -> None:
    world = make_world()
    seen = set()
    for client in (Client(), confirmed(signed_in(world.people["coordinator A"]))):
        for route in routes():
            if not route.name.startswith(("account_", "mfa_", "socialaccount_", "accounts:")):
                continue
            answer: Any = client.get(route.path({"slug": "leeuwarden", "uidb36": "1"}))
            if answer.status_code in {200, 401}:
                seen.add(route.name)
                assert "no-store" in answer["Cache-Control"], route
                assert "noindex" in answer["X-Robots-Tag"], route
                check_page(answer)
    assert len(seen) > 30, seen


def check_page(answer: Any) -> None:
    """Nothing on the page is allauth's, or against the content policy."""
    for template in answer.templates:
        assert ALLAUTH not in Path(template.origin.name).parents, template.name
    html = answer.content.decode()
    for part in html.split("<script")[1:]:
        opening = part.split(">", 1)[0]
        assert "src=" in opening or "application/json" in opening, opening
    assert " style=" not in html
    assert " onclick" not in html


def test_a_mail_server_that_is_away_loses_nothing(tree: None, client: Client, settings: Any) -> None:
    account("an@leeuwarden.example")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    answers = [
        client.post("/nl/wachtwoord-vergeten/", {"email": f"{name}@leeuwarden.example"}, follow=True)
        for name in ("an", "bo")
    ]
    for answer in answers:
        assert "We konden de e-mail niet versturen" in answer.content.decode()
    assert not mail.outbox
