"""Who belongs to which municipality, and what that means."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import Membership, MunicipalityDomain, User
from accounts.selectors import (
    coordinated_by,
    coordinators_of,
    is_coordinator,
    is_member,
    members_of,
    memberships_of,
    municipalities_of,
)
from examples.models import Municipality
from tests.accounts.people import member

LEEUWARDEN, UTRECHT = "GM0080", "GM0344"


def place(code: str) -> Municipality:
    return Municipality.objects.get(code=code)


def test_a_member_belongs_to_their_own_municipality_alone(tree: None) -> None:
    user = member(LEEUWARDEN)
    member(LEEUWARDEN, role="coordinator")
    assert list(municipalities_of(user)) == [place(LEEUWARDEN)]
    assert is_member(user, place(LEEUWARDEN))
    assert not is_member(user, place(UTRECHT))
    assert not is_coordinator(user, place(LEEUWARDEN))
    assert list(coordinated_by(user)) == []


def test_somebody_coordinates_one_municipality_and_submits_for_another(tree: None) -> None:
    user = member(LEEUWARDEN, role="coordinator")
    Membership.objects.create(user=user, municipality=place(UTRECHT))
    assert list(municipalities_of(user)) == [place(LEEUWARDEN), place(UTRECHT)]
    assert list(coordinated_by(user)) == [place(LEEUWARDEN)]
    assert is_coordinator(user, place(LEEUWARDEN))
    assert not is_coordinator(user, place(UTRECHT))
    assert list(coordinators_of(place(LEEUWARDEN))) == [user]
    assert [each.role for each in memberships_of(user)] == ["coordinator", "submitter"]


def test_who_is_not_signed_in_or_switched_off_belongs_nowhere(tree: None) -> None:
    assert list(municipalities_of(AnonymousUser())) == []
    assert list(memberships_of(AnonymousUser())) == []
    assert not is_member(AnonymousUser(), place(LEEUWARDEN))
    user = member(LEEUWARDEN, role="coordinator")
    user.is_active = False
    user.save()
    assert not is_member(user, place(LEEUWARDEN))
    assert list(members_of(place(LEEUWARDEN))) == []
    assert list(coordinators_of(place(LEEUWARDEN))) == []
    assert not is_member(user, None)


def test_coordinators_stand_first_among_the_members(tree: None) -> None:
    submitter, coordinator = member(LEEUWARDEN, "an"), member(LEEUWARDEN, "bo", role="coordinator")
    assert [each.user for each in members_of(place(LEEUWARDEN))] == [coordinator, submitter]


def test_somebody_is_a_member_once(tree: None) -> None:
    user = member(LEEUWARDEN)
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=user, municipality=place(LEEUWARDEN), role="coordinator")


@pytest.mark.parametrize(
    "domain", ["utrecht", "an@utrecht.nl", "https://utrecht.nl", "utrecht.nl/x", "-a.nl"]
)
def test_what_is_no_domain_is_refused(tree: None, domain: str) -> None:
    with pytest.raises(ValidationError, match="achter de @"):
        MunicipalityDomain(domain=domain, municipality=place(UTRECHT)).full_clean()


def test_a_domain_is_kept_in_lower_case_without_its_sign(tree: None) -> None:
    domain = MunicipalityDomain(domain=" @Utrecht.NL", municipality=place(UTRECHT))
    domain.full_clean()
    assert domain.domain == "utrecht.nl"


def test_a_user_who_goes_takes_their_memberships_along(tree: None) -> None:
    user = member(LEEUWARDEN)
    user.delete()
    assert not User.objects.exists()
    assert not Membership.objects.exists()
