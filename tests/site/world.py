"""Two municipalities with their people, and what the first has: whom the matrix of access is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.test import Client

from accounts.joining import digest_of
from accounts.models import Invitation, User
from examples.models import BlockingRule, Law, LifeDomain, Municipality, Partner, Province, TargetGroup
from tests.accounts.people import member, person
from tests.accounts.test_memberships import LEEUWARDEN, UTRECHT, place
from tests.examples.stories import make_story
from tests.site.access import ADMINISTRATOR, COORDINATOR, EDITOR, MODERATOR, NEIGHBOUR, SUBMITTER
from tests.submissions.drafts import make_draft

KEY = "sleutel"


@dataclass(frozen=True)
class World:
    """Who there is, and values for the parts of addresses.

    Attributes:
        people: Users by role.
        values: By the name that the table of access uses.
    """

    people: dict[str, User]
    values: dict[str, Any]


def make_world() -> World:
    """Fill a site that has its vocabularies and pages."""
    people = {
        SUBMITTER: member(LEEUWARDEN, "submitter-a"),
        NEIGHBOUR: member(UTRECHT, "submitter-b"),
        COORDINATOR: member(LEEUWARDEN, "coordinator-a", role="coordinator"),
        EDITOR: person("Redacteur"),
        MODERATOR: person("Moderator"),
        ADMINISTRATOR: person("Beheerder"),
    }
    return World(people, {**_words(), **_of_municipality(people)})


def _words() -> dict[str, Any]:
    models = {
        "rule": BlockingRule,
        "law": Law,
        "life_domain": LifeDomain,
        "target_group": TargetGroup,
        "partner": Partner,
    }
    found = {
        name: model.objects.filter(locale__language_code="nl").first().slug for name, model in models.items()
    }
    return {**found, "province": Province.objects.first().slug}  # type: ignore[union-attr]


def _of_municipality(people: dict[str, User]) -> dict[str, Any]:
    municipality: Municipality = place(LEEUWARDEN)
    invitation = Invitation.objects.create(
        municipality=municipality, email="nieuw@leeuwarden.example", key_digest=digest_of(KEY)
    )
    return {
        "story": make_story("van-a").pk,
        "municipality": municipality.slug,
        "membership": people[SUBMITTER].memberships.get().pk,
        "invitation": invitation.pk,
        "invitation_key": KEY,
        "submission": make_draft(people[SUBMITTER]).public_id,
    }


def cookies(people: dict[str, User]) -> dict[str, str]:
    """The session of each role, in which they are signed in."""
    found = {}
    for role, user in people.items():
        client = Client()
        client.force_login(user)
        found[role] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return found
