"""Guessing: five times an account, whatever the address; known and unknown people get the same answers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core import mail
from django.test import Client

from tests.accounts.people import PASSWORD, account, unhurried
from tests.accounts.test_signin import STRONG, link_in, sign_in

EMAIL = "an@leeuwarden.example"
TOO_MANY = "te veel verkeerde pogingen"
WRONG = "fout"
ROOT = Path(__file__).parents[2]
ALL_AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection

call_command("createcachetable")

def take(_number):
    try:
        return caches["default"].add("allauth:test", True, timeout=10)
    finally:
        connection.close()

with ThreadPoolExecutor(8) as pool:
    print(sum(pool.map(take, range(40))))
"""


def guess(client: Client, address: str, email: str = EMAIL, password: str = WRONG) -> str:
    html: str = sign_in(client, email, password, REMOTE_ADDR=address).content.decode()
    return html


def test_at_most_five_guesses_are_checked_however_the_addresses_vary(tree: None, client: Client) -> None:
    account(EMAIL)
    with mock.patch("accounts.models.User.check_password", return_value=False) as checked:
        for number in range(20):
            html = guess(client, f"192.0.2.{number}")
    assert checked.call_count == 5
    assert TOO_MANY in html
    assert TOO_MANY in guess(client, "192.0.2.99", password=PASSWORD), "the right one is not checked either"


def test_the_addresses_of_an_account_share_its_five_guesses(tree: None, client: Client) -> None:
    user = account(EMAIL)
    EmailAddress.objects.create(user=user, email="an@elders.example", verified=True)
    with mock.patch("accounts.models.User.check_password", return_value=False) as checked:
        for number in range(12):
            email = (EMAIL, "AN@leeuwarden.example", "an@elders.example")[number % 3]
            guess(client, f"192.0.2.{number}", email)
    assert checked.call_count == 5


def test_hosts_share_the_guesses_too(tree: None, client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["een.example", "twee.example"]
    account(EMAIL)
    with mock.patch("accounts.models.User.check_password", return_value=False) as checked:
        for number in range(12):
            host = settings.ALLOWED_HOSTS[number % 2]
            sign_in(client, EMAIL, "fout", REMOTE_ADDR=f"192.0.2.{number}", headers={"host": host})
    assert checked.call_count == 5


def test_the_owner_gets_in_after_five_minutes_or_with_a_new_password(tree: None, client: Client) -> None:
    account(EMAIL)
    for number in range(6):
        guess(client, f"192.0.2.{number}")
    with mock.patch("allauth.core.internal.ratelimit.time.time", return_value=later(5)):
        assert sign_in(Client(), EMAIL).status_code == 302
    client.post("/nl/wachtwoord-vergeten/", {"email": EMAIL})
    form = client.get(link_in(mail.outbox[0]))["Location"]
    client.post(form, {"password1": STRONG, "password2": STRONG})
    assert sign_in(client, EMAIL, STRONG).status_code == 302


def later(minutes: int) -> float:
    import time  # noqa: PLC0415 (patched elsewhere)

    return time.time() + minutes * 60 + 1


def test_an_address_that_tries_many_accounts_is_stopped(tree: None, client: Client) -> None:
    for number in range(20):
        assert TOO_MANY not in guess(client, "192.0.2.1", f"nummer{number}@leeuwarden.example")
    assert TOO_MANY in guess(client, "192.0.2.1", "nog-een@leeuwarden.example")
    assert TOO_MANY not in guess(client, "192.0.2.2", "nog-een@leeuwarden.example")


def test_too_many_new_accounts_from_one_address_get_a_page_of_the_site(tree: None, client: Client) -> None:
    for _number in range(20):
        client.post("/nl/account-maken/", {})
    answer = client.post("/nl/account-maken/", {})
    assert answer.status_code == 429
    assert "Dit gaat te snel" in answer.content.decode()


def without_secrets(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if "csrf" not in line and "made_at" not in line)


def hashed(action: Any) -> tuple[Any, int]:
    """The answer, and how many times a password was hashed: that is what takes time."""
    with mock.patch.object(
        PBKDF2PasswordHasher, "encode", autospec=True, side_effect=PBKDF2PasswordHasher.encode
    ) as encode:
        answer = action()
    return answer, encode.call_count


@pytest.fixture
def real_hashing(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]


def test_wrong_guesses_do_not_tell_who_has_an_account(tree: None, real_hashing: None) -> None:
    account("an@leeuwarden.example")
    known, work = hashed(
        lambda: Client().post("/nl/inloggen/", {"login": "an@leeuwarden.example", "password": "f"})
    )
    other, work_of_other = hashed(
        lambda: Client().post("/nl/inloggen/", {"login": "bo@leeuwarden.example", "password": "f"})
    )
    assert work == work_of_other == 1
    same = known.content.decode().replace("an@leeuwarden", "bo@leeuwarden")
    assert without_secrets(same) == without_secrets(other.content.decode())


def test_asking_for_a_password_does_not_tell_who_has_an_account(tree: None) -> None:
    account("an@leeuwarden.example")
    answers = [
        Client().post("/nl/wachtwoord-vergeten/", {"email": f"{name}@leeuwarden.example"})
        for name in ("an", "bo")
    ]
    assert {(each.status_code, each["Location"]) for each in answers} == {
        (302, "/nl/wachtwoord-vergeten/verstuurd/")
    }
    assert len(mail.outbox) == 2, "both are sent a mail, which takes as long"


def test_making_an_account_does_not_tell_who_has_one(tree: None, real_hashing: None) -> None:
    account("an@leeuwarden.example")

    def make(name: str) -> Any:
        data = {"email": f"{name}@leeuwarden.example", "password1": STRONG, **unhurried()}
        return Client().post("/nl/account-maken/", data)

    known, work = hashed(lambda: make("an"))
    other, work_of_other = hashed(lambda: make("bo"))
    assert (known.status_code, known["Location"]) == (other.status_code, other["Location"])
    assert work == work_of_other == 1
    assert [message.to for message in mail.outbox] == [["an@leeuwarden.example"], ["bo@leeuwarden.example"]]


@pytest.mark.parametrize(
    ("data", "text"),
    [({"website": "x"}, "leeg"), ({"made_at": ""}, "heel snel"), ({"made_at": "1:x"}, "heel snel")],
)
def test_robots_make_no_account_and_people_who_were_too_quick_try_again(
    tree: None, client: Client, data: dict[str, str], text: str
) -> None:
    sent = {"email": "an@leeuwarden.example", "password1": STRONG, **unhurried(), **data}
    html = client.post("/nl/account-maken/", sent).content.decode()
    assert text in html
    assert 'value="an@leeuwarden.example"' in html
    assert not EmailAddress.objects.exists()


def test_counts_are_exact_when_all_guess_at_once(tmp_path: Path) -> None:
    # In a file, as a site keeps them: SQLite in memory, which tests use, does not let writers wait.
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'counters.sqlite3'}"}
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", ALL_AT_ONCE]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "1"
