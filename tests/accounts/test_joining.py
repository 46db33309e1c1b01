"""How somebody comes to belong to a municipality, and what a coordinator may do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from accounts import joining
from accounts.models import Invitation, Membership, MembershipRequest, MunicipalityDomain, User
from core.models import AuditEntry
from examples.models import Municipality
from tests.accounts.people import account, member, person, unhurried
from tests.accounts.test_memberships import LEEUWARDEN, UTRECHT, place
from tests.accounts.test_signin import STRONG, link_in
from tests.examples.admin import signed_in

MEMBERS = "/nl/account/gemeente/leeuwarden/"


@pytest.fixture
def leeuwarden(tree: None) -> Municipality:
    return place(LEEUWARDEN)


def invite(client: Client, email: str, role: str = "submitter") -> Any:
    return client.post(MEMBERS, {"email": email, "role": role})


def test_a_confirmed_address_at_a_registered_domain_makes_a_member(
    leeuwarden: Municipality, client: Client
) -> None:
    MunicipalityDomain.objects.create(domain="leeuwarden.example", municipality=leeuwarden)
    client.post("/nl/account-maken/", {"email": "An@Leeuwarden.example", "password1": STRONG, **unhurried()})
    path = link_in(mail.outbox[0])
    client.get(path)
    assert not Membership.objects.exists(), "anybody can type an address"
    client.post(path)
    assert Membership.objects.get().municipality == leeuwarden


def test_whom_a_coordinator_removed_is_not_back_by_the_link_of_once(
    leeuwarden: Municipality, client: Client
) -> None:
    MunicipalityDomain.objects.create(domain="leeuwarden.example", municipality=leeuwarden)
    data = {"email": "an@leeuwarden.example", "password1": STRONG, **unhurried()}
    client.post("/nl/account-maken/", data)
    client.post(link_in(mail.outbox[0]))
    joining.remove(Membership.objects.get(), by=User.objects.get())
    client.post(link_in(mail.outbox[0]))
    EmailAddress.objects.get().save()
    assert not Membership.objects.exists()


@pytest.mark.parametrize(
    "email", ["an@leeuwarden.example.nl", "an@sub.leeuwarden.example", "an@eeuwarden.example"]
)
def test_a_domain_that_only_looks_like_it_makes_nobody_a_member(leeuwarden: Municipality, email: str) -> None:
    MunicipalityDomain.objects.create(domain="leeuwarden.example", municipality=leeuwarden)
    account(email)
    assert not Membership.objects.exists()


def test_a_domain_that_is_registered_later_makes_members_of_who_is_here(leeuwarden: Municipality) -> None:
    account("an@leeuwarden.example")
    account("bo@elders.example")
    MunicipalityDomain.objects.create(domain="leeuwarden.example", municipality=leeuwarden)
    assert [each.user.email for each in Membership.objects.all()] == ["an@leeuwarden.example"]


def test_whom_a_coordinator_removed_is_not_back_when_the_main_address_changes(
    leeuwarden: Municipality,
) -> None:
    MunicipalityDomain.objects.create(domain="leeuwarden.example", municipality=leeuwarden)
    user = account("an@leeuwarden.example")
    joining.remove(Membership.objects.get(), by=user)
    EmailAddress.objects.get().set_as_primary()
    assert not Membership.objects.exists()


def test_an_invitation_goes_from_a_coordinator_to_a_new_member(
    leeuwarden: Municipality, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    coordinator = member(LEEUWARDEN, role="coordinator")
    with django_capture_on_commit_callbacks(execute=True):
        assert invite(signed_in(coordinator), "Nieuw@Leeuwarden.example")["Location"] == MEMBERS
    message = mail.outbox[0]
    assert message.to == ["nieuw@leeuwarden.example"]
    path = link_in(message)
    assert "Je bent uitgenodigd" in client.get(path).content.decode()
    # Whoever has the link reads that mailbox: the account needs no second e-mail.
    data = {"email": "nieuw@leeuwarden.example", "password1": STRONG, "next": path, **unhurried()}
    answer = client.post("/nl/account-maken/", data)
    assert answer["Location"] == path
    assert len(mail.outbox) == 1
    assert client.post(path)["Location"] == "/nl/account/"
    joined = Membership.objects.exclude(user=coordinator).get()
    assert (joined.user.email, joined.role) == ("nieuw@leeuwarden.example", "submitter")
    assert client.get(path).status_code == 404, "an invitation works once"
    actions = AuditEntry.objects.values_list("action", flat=True)
    assert {"membership.invite", "membership.join"} <= set(actions)


def test_an_invitation_is_for_its_address_alone(leeuwarden: Municipality) -> None:
    coordinator = member(LEEUWARDEN, role="coordinator")
    invitation = joining.invite(leeuwarden, "an@leeuwarden.example", "submitter", by=coordinator)
    key = "een-sleutel"
    Invitation.objects.update(key_digest=joining.digest_of(key))
    other = signed_in(account("ander@elders.example"))
    path = f"/nl/uitnodiging/{key}/"
    assert "met een ander adres ingelogd" in other.get(path).content.decode()
    other.post(path)
    assert Membership.objects.count() == 1
    assert Invitation.objects.get(pk=invitation.pk).is_open


@pytest.mark.parametrize(
    "change", [{"withdrawn_at": timezone.now()}, {"sent_at": timezone.now() - timedelta(15)}]
)
def test_an_invitation_that_is_withdrawn_or_old_does_not_work(
    leeuwarden: Municipality, client: Client, change: dict[str, Any]
) -> None:
    Invitation.objects.create(
        municipality=leeuwarden, email="an@leeuwarden.example", key_digest=joining.digest_of("x"), **change
    )
    assert client.get("/nl/uitnodiging/x/").status_code == 404


def test_a_second_invitation_replaces_the_first(leeuwarden: Municipality) -> None:
    coordinator = member(LEEUWARDEN, role="coordinator")
    for role in ("submitter", "coordinator"):
        joining.invite(leeuwarden, "an@leeuwarden.example", role, by=coordinator)
    assert Invitation.objects.open().get().role == "coordinator"


def test_a_coordinator_withdraws_an_invitation_after_a_question(leeuwarden: Municipality) -> None:
    client = signed_in(member(LEEUWARDEN, role="coordinator"))
    invite(client, "an@leeuwarden.example")
    path = f"{MEMBERS}uitnodiging/{Invitation.objects.get().pk}/intrekken/"
    assert "an@leeuwarden.example" in client.get(path).content.decode()
    assert Invitation.objects.get().is_open
    assert client.post(path)["Location"] == MEMBERS
    assert not Invitation.objects.get().is_open
    assert client.post(path).status_code == 404


def test_a_coordinator_removes_a_member_after_a_question(leeuwarden: Municipality) -> None:
    client = signed_in(member(LEEUWARDEN, role="coordinator"))
    colleague = member(LEEUWARDEN, "an")
    path = f"{MEMBERS}lid/{colleague.memberships.get().pk}/weghalen/"
    assert "an@mooimaatwerk.example" in client.get(path).content.decode()
    assert colleague.memberships.exists()
    client.post(path)
    assert not colleague.memberships.exists()


def test_a_coordinator_reaches_nobody_of_another_municipality(leeuwarden: Municipality) -> None:
    client = signed_in(member(LEEUWARDEN, role="coordinator"))
    neighbour = member(UTRECHT).memberships.get()
    assert client.get("/nl/account/gemeente/utrecht/").status_code == 404
    for place_of in ("leeuwarden", "utrecht"):
        path = f"/nl/account/gemeente/{place_of}/lid/{neighbour.pk}/weghalen/"
        assert client.post(path).status_code == 404
    assert Membership.objects.filter(pk=neighbour.pk).exists()


def test_a_submitter_manages_nobody_and_can_leave(leeuwarden: Municipality) -> None:
    user = member(LEEUWARDEN)
    member(LEEUWARDEN, role="coordinator")
    client = signed_in(user)
    assert client.get(MEMBERS).status_code == 404
    assert invite(client, "an@leeuwarden.example").status_code == 404
    assert client.get(f"{MEMBERS}weggaan/").status_code == 200
    assert client.post(f"{MEMBERS}weggaan/")["Location"] == "/nl/account/"
    assert not user.memberships.exists()


def test_a_member_is_not_invited_again_but_can_become_coordinator(leeuwarden: Municipality) -> None:
    client = signed_in(member(LEEUWARDEN, role="coordinator"))
    colleague = member(LEEUWARDEN, "an")
    assert "is al lid" in invite(client, colleague.email).content.decode()
    invite(client, colleague.email, "coordinator")
    joining.accept(Invitation.objects.get(), colleague)
    assert colleague.memberships.get().role == "coordinator"


def test_an_administrator_approves_a_request(leeuwarden: Municipality) -> None:
    administrator, user = person("Beheerder"), account("an@elders.example")
    data = {"municipality": leeuwarden.pk, "reason": "Ik ben maatwerkcoach."}
    assert signed_in(user).post("/nl/account/gemeente-erbij/", data)["Location"] == "/nl/account/"
    call_command("run_tasks", until_empty=True, verbosity=0)
    assert mail.outbox[0].to == [administrator.email]
    request = MembershipRequest.objects.get()
    edit = link_in(mail.outbox[0]) + f"edit/{request.pk}/"
    assert signed_in(administrator).post(edit, {"status": "approved"}).status_code == 302
    request.refresh_from_db()
    assert (request.status, request.decided_by) == ("approved", administrator)
    assert user.memberships.get().municipality == leeuwarden
    call_command("run_tasks", until_empty=True, verbosity=0)
    assert mail.outbox[1].to == [user.email]


def test_a_request_is_answered_once(leeuwarden: Municipality) -> None:
    administrator, user = person("Beheerder"), account("an@elders.example")
    request = joining.ask(user, leeuwarden, "Werk")
    assert joining.ask(user, leeuwarden, "Nog eens") == request
    joining.decide(request, approved=False, by=administrator)
    joining.decide(request, approved=True, by=administrator)
    assert not user.memberships.exists()


def test_letters_follow_the_language(
    leeuwarden: Municipality, django_capture_on_commit_callbacks: Any
) -> None:
    coordinator = member(LEEUWARDEN, role="coordinator")
    for language, word in (("nl", "Uitnodiging van"), ("en", "Invitation from")):
        with override(language), django_capture_on_commit_callbacks(execute=True):
            joining.invite(leeuwarden, f"an-{language}@leeuwarden.example", "submitter", by=coordinator)
        message = mail.outbox[-1]
        assert message.subject.startswith(word)
        html = str(message.alternatives[0][0])  # type: ignore[union-attr]
        assert f'<html lang="{language}">' in html
        assert link_in(message) in html
