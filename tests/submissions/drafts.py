"""Makes submissions for tests."""

from __future__ import annotations

import uuid
from typing import Any

from accounts.models import Membership, User
from examples.models import ExamplePage, Municipality
from submissions.actors import Actor
from submissions.models import Submission
from submissions.services import drafting, sending
from submissions.services.sending import Statement
from submissions.states import Role

ANSWERS: dict[str, Any] = {
    "title": "Een woning op de begane grond",
    "summary": "Een gezin kon niet verhuizen. De gemeente regelde een woning via een ruil.",
    "situation": "Een gezin woonde op vier hoog zonder lift.\r\n\r\nDe moeder kon de trap niet op.",
    "what_blocked": "Het gezin kreeg geen urgentie.",
    "rules": ["urgentiecriteria"],
    "urgentiecriteria.how_blocked": "Wie al een woning heeft, krijgt geen urgentie.",
    "urgentiecriteria.room_used": "De hardheidsclausule.",
    "solution": "De corporatie ruilde twee woningen.",
    "outcome": "gerealiseerd",
    "legitimacy": "De verordening kent een hardheidsclausule.",
    "societal_return": "Geen verhuizing naar een verpleeghuis.",
    "involvement": "Het gezin zocht zelf de ruil.",
    "cost": "1.500",
    "avoided_cost_min": "10.000",
    "avoided_cost_max": "20000",
    "avoided_cost_basis": "Een schatting van de corporatie.",
    "life_domains": ["wonen"],
    "target_groups": [],
    "partners": ["woningcorporatie"],
    "year": "2024",
    "municipality_display": "gemeente",
}


def submitter(
    name: str = "inzender", place: str = "leeuwarden", role: str = Membership.Role.SUBMITTER
) -> User:
    """Somebody of a municipality."""
    user = User.objects.create_user(f"{name}@{place}.example", "een-goed-wachtwoord")
    Membership.objects.create(user=user, municipality=Municipality.objects.get(slug=place), role=role)
    return user


def make_draft(user: User, place: str = "leeuwarden", **answers: Any) -> Submission:
    """A draft with all answers, but for those that are given."""
    municipality = Municipality.objects.get(slug=place)
    return drafting.begin(user, municipality.pk, "nl", uuid.uuid4(), {**ANSWERS, **answers})


def send(submission: Submission, user: User) -> Submission:
    """The submission, sent in."""
    submission.refresh_from_db()
    return sending.send(
        submission,
        Actor(user, Role.SUBMITTER),
        Statement("Niemand is herkenbaar.", "Maatwerkcoach"),
        base=submission.version,
    )


def page_of(submission: Submission) -> ExamplePage:
    """The page of a submission that was sent in."""
    assert submission.page is not None
    return submission.page


def owner_of(submission: Submission) -> User:
    """Whose it is."""
    assert submission.owner is not None
    return submission.owner
