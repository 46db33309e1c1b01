"""What somebody sees and changes of themselves: name, sessions, their data, and going away."""

from __future__ import annotations

import json
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.models import Invitation, Membership, User
from accounts.signals import personal_data_asked
from examples.models import ExamplePage
from tests.accounts.people import PASSWORD, account, member
from tests.accounts.test_memberships import LEEUWARDEN
from tests.accounts.test_second_step import confirmed
from tests.accounts.test_signin import sign_in
from tests.examples.stories import make_story

DEVICES = "/nl/account/apparaten/"
EXPORT = "/nl/account/mijn-gegevens/"
DELETE = "/nl/account/verwijderen/"


@pytest.fixture
def user(tree: None) -> User:
    return member(LEEUWARDEN, "an")


def inside(user: User) -> Client:
    """A browser in which somebody has just signed in with their password."""
    client = Client()
    assert sign_in(client, user.email).status_code == 302
    return client


def test_a_name_is_changed(user: User) -> None:
    client = inside(user)
    client.post("/nl/account/naam/", {"first_name": "An", "last_name": "de Vries"})
    user.refresh_from_db()
    assert str(user) == "An de Vries"
    assert "An de Vries" in client.get("/nl/account/").content.decode()


def test_a_session_elsewhere_is_ended(user: User) -> None:
    here, there = inside(user), inside(user)
    assert UserSession.objects.count() == 2
    other = UserSession.objects.exclude(session_key=here.session.session_key).get()
    assert here.post(DEVICES, {"session": other.pk})["Location"] == DEVICES
    assert there.get("/nl/account/").status_code == 302
    assert here.get("/nl/account/").status_code == 200


def test_all_other_sessions_are_ended_at_once(user: User) -> None:
    here, others = inside(user), [inside(user), inside(user)]
    here.post(DEVICES)
    assert [client.get("/nl/account/").status_code for client in (here, *others)] == [200, 302, 302]


def test_ending_the_own_session_signs_out(user: User) -> None:
    client = inside(user)
    assert client.post(DEVICES, {"session": UserSession.objects.get().pk})["Location"] == "/nl/inloggen/"
    assert client.get("/nl/account/").status_code == 302


@pytest.mark.parametrize("number", ["9" * 30, "x", "-1"])
def test_a_session_that_is_not_there_ends_nothing_of_somebody_else(user: User, number: str) -> None:
    stranger = inside(account("bo@elders.example"))
    client = inside(user)
    client.post(DEVICES, {"session": UserSession.objects.exclude(user=user).get().pk})
    client.post(DEVICES, {"session": number})
    assert stranger.get("/nl/account/").status_code == 200


def test_all_data_is_exported_and_no_secret(user: User) -> None:
    def part(sender: Any, user: User, **kwargs: Any) -> dict[str, Any]:
        return {"extra": [user.email]}

    personal_data_asked.connect(part)
    answer = confirmed(inside(user)).get(EXPORT)
    personal_data_asked.disconnect(part)
    data = json.loads(answer.content)
    assert "attachment" in answer["Content-Disposition"]
    assert data["account"]["email"] == user.email
    assert data["memberships"][0]["municipality"] == "Leeuwarden"
    assert len(data["sessions"]) == 1
    assert data["extra"] == [user.email]
    assert "password" not in answer.content.decode()


def test_data_and_deletion_want_the_password_once_more(user: User) -> None:
    client = Client()
    client.force_login(user)
    for path in (EXPORT, DELETE):
        assert client.get(path)["Location"].startswith("/nl/account/ben-jij-het/")
        assert client.post(path).status_code == 302
    assert User.objects.filter(pk=user.pk).exists()


def test_an_account_goes_and_what_it_published_stays_without_the_name(user: User) -> None:
    story = make_story("blijft")
    story.owner = user
    story.save_revision(user=user).publish()
    colleague = member(LEEUWARDEN, role="coordinator")
    Invitation.objects.create(
        municipality=Membership.objects.first().municipality,  # type: ignore[union-attr]
        email="nieuw@leeuwarden.example",
        invited_by=user,
        key_digest="x",
    )
    client = confirmed(inside(user))
    html = client.get(DELETE).content.decode()
    assert "niet terugdraaien" in html
    assert client.post(DELETE)["Location"] == "/nl/account-verwijderd/"
    assert client.get("/nl/account/").status_code == 302
    assert list(User.objects.all()) == [colleague]
    assert not EmailAddress.objects.filter(email=user.email).exists()
    assert not Session.objects.filter(session_key=client.session.session_key).exists()
    kept = ExamplePage.objects.get(pk=story.pk)
    assert kept.live
    assert kept.owner is None
    assert kept.latest_revision.user is None
    assert Invitation.objects.get().invited_by is None
    assert sign_in(Client(), "an@mooimaatwerk.example", PASSWORD).status_code == 200
