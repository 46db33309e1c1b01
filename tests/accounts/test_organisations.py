"""Signing in at a municipality's identity provider: a real one, in a process on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from accounts.models import Membership, MunicipalityDomain, User
from config.settings import organisations
from tests.accounts.people import account, person
from tests.accounts.provider import Provider, run_provider
from tests.accounts.test_memberships import LEEUWARDEN, UTRECHT, place
from tests.accounts.test_second_step import STEP, add_app
from tests.accounts.test_signin import sign_in

pytestmark = pytest.mark.slow
START = "/oidc/leeuwarden/login/"
ENVIRONMENT = {
    "OIDC_LEEUWARDEN_NAME": "Gemeente Leeuwarden",
    "OIDC_LEEUWARDEN_URL": "https://inloggen.leeuwarden.example",
    "OIDC_LEEUWARDEN_CLIENT_ID": "mooi-maatwerk",
    "OIDC_LEEUWARDEN_CLIENT_SECRET": "geheim",
    "OIDC_LEEUWARDEN_DOMAINS": "leeuwarden.example, Ljouwert.example",
}


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    with run_provider() as provider:
        yield provider


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.fixture
def provider(running: Provider, tree: None, settings: Any, environment: pytest.MonkeyPatch) -> Provider:
    environment.setenv("OIDC_LEEUWARDEN_URL", running.url)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [organisations._app("leeuwarden")]}}
    return running


def come_in(client: Client, provider: Provider, subject: str, **data: str) -> Any:
    """From the button on the sign-in page to the provider and back."""
    there = client.post(START, data)["Location"]
    assert there.startswith(provider.url), there
    back = urlsplit(provider.sign_in(there, subject))
    return client.get(f"{back.path}?{back.query}")


def test_somebody_of_the_municipality_comes_in_and_is_a_member(provider: Provider, client: Client) -> None:
    MunicipalityDomain.objects.create(domain="leeuwarden.example", municipality=place(LEEUWARDEN))
    assert "Gemeente Leeuwarden" in client.get("/nl/inloggen/").content.decode()
    provider.knows("an", email="An@leeuwarden.example", given_name="An", family_name="de Vries")
    assert come_in(client, provider, "an")["Location"] == "/nl/account/"
    user = User.objects.get()
    assert (user.email, str(user), user.has_usable_password()) == (
        "an@leeuwarden.example",
        "An de Vries",
        False,
    )
    assert Membership.objects.get().municipality == place(LEEUWARDEN)
    assert "Gemeente Leeuwarden" in client.get("/nl/account/").content.decode()
    assert client.get("/nl/account/mijn-gegevens/").status_code == 200, "there is no password to ask for"
    assert come_in(Client(), provider, "an")["Location"] == "/nl/account/"
    assert User.objects.count() == 1


def test_an_account_with_the_same_address_is_the_same_person(provider: Provider, client: Client) -> None:
    user = account("bo@leeuwarden.example")
    provider.knows("bo", email="bo@leeuwarden.example")
    assert come_in(client, provider, "bo")["Location"] == "/nl/account/"
    assert SocialAccount.objects.get().user == user
    user.refresh_from_db()
    assert user.has_usable_password()


@pytest.mark.parametrize("claimed", [True, False])
def test_a_provider_says_nothing_about_addresses_of_others(
    provider: Provider, client: Client, claimed: bool
) -> None:
    MunicipalityDomain.objects.create(domain="utrecht.example", municipality=place(UTRECHT))
    victim = person("Beheerder", "victim")
    EmailAddress.objects.create(user=victim, email="cas@utrecht.example", verified=True)
    provider.knows(f"cas{claimed}", email="cas@utrecht.example", email_verified=claimed)
    answer = come_in(client, provider, f"cas{claimed}")
    assert client.get("/nl/account/").status_code == 302, answer
    assert not SocialAccount.objects.filter(user=victim).exists()
    provider.knows(f"dirk{claimed}", email="dirk@utrecht.example", email_verified=claimed)
    assert come_in(Client(), provider, f"dirk{claimed}")["Location"] == "/nl/e-mail-bevestigen/"
    assert mail.outbox[-1].to == ["dirk@utrecht.example"]
    assert not Membership.objects.filter(user__email="dirk@utrecht.example").exists()


def test_the_extra_step_is_asked_here_too(provider: Provider, client: Client) -> None:
    editor = account("eva@leeuwarden.example")
    owner = Client()
    sign_in(owner, editor.email)
    add_app(owner)
    provider.knows("eva", email="eva@leeuwarden.example")
    assert come_in(client, provider, "eva")["Location"] == STEP


def test_whoever_stops_there_or_comes_back_with_something_odd_gets_a_page(
    provider: Provider, client: Client
) -> None:
    there = client.post(START)["Location"]
    back = urlsplit(provider.sign_in(there, "an", action="deny"))
    # The standard wants the state back with a refusal too; this provider leaves it out.
    state = parse_qs(urlsplit(there).query)["state"][0]
    answer = client.get(f"{back.path}?{back.query}&state={state}", follow=True)
    assert "Je bent gestopt met inloggen" in answer.content.decode()
    odd = client.get("/oidc/leeuwarden/login/callback/?code=x&state=y")
    assert "Inloggen lukte niet" in odd.content.decode()
    assert client.get("/oidc/elders/login/", follow=True).status_code == 404


def test_a_provider_that_is_away_gets_a_page(provider: Provider, client: Client, settings: Any) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"]["server_url"] = "http://127.0.0.1:9"
    assert "Inloggen lukte niet" in client.post(START).content.decode()


def test_providers_come_from_the_environment(environment: pytest.MonkeyPatch) -> None:
    app = organisations._app("leeuwarden")
    assert app["settings"]["verified_email"] == ["leeuwarden.example", "ljouwert.example"]
    environment.delenv("OIDC_LEEUWARDEN_URL")
    with pytest.raises(ImproperlyConfigured, match="OIDC_LEEUWARDEN_URL is not set"):
        organisations._app("leeuwarden")
    environment.setenv("OIDC_LEEUWARDEN_URL", "http://inloggen.leeuwarden.example")
    environment.setattr(organisations, "PRODUCTION", True)
    with pytest.raises(ImproperlyConfigured, match="https"):
        organisations._app("leeuwarden")
    with pytest.raises(ImproperlyConfigured, match="small letters"):
        organisations._app("Leeuwarden!")
