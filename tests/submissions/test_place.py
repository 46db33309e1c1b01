"""Readers see as little of the place as is advised, unless the submitter chooses."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from examples.models import Municipality
from submissions.models import Submission
from submissions.place import advised, display_of
from tests.submissions.drafts import make_draft, page_of, send
from tests.submissions.test_pages import address, html_of, signed_in

Size = Municipality.PopulationClass
RARE = "Hij heeft de ziekte van Huntington."


@pytest.fixture
def client(user: User) -> Client:
    return signed_in(user)


def small(size: str = Size.UNDER_20) -> None:
    Municipality.objects.filter(slug="leeuwarden").update(population_class=size)


@pytest.mark.parametrize(
    ("size", "answers", "shown"),
    [
        (Size.UNDER_250, {}, "gemeente"),
        (Size.UNDER_20, {}, "provincie"),
        (Size.UNDER_20, {"result": RARE}, "grootteklasse"),
        (Size.UNDER_50, {}, "gemeente"),
        (Size.UNDER_50, {"urgentiecriteria.room_used": RARE}, "provincie"),
        (Size.UNDER_50, {"target_groups": ["a", "b", "c"]}, "provincie"),
    ],
)
def test_residents_rare_traits_and_groups_decide(
    user: User, size: str, answers: dict[str, Any], shown: str
) -> None:
    small(size)
    draft = make_draft(user, municipality_display="", **answers)
    assert advised(draft) == display_of(draft) == shown


def test_the_story_shows_what_is_advised_and_the_submitter_reads_it(user: User, client: Client) -> None:
    small()
    draft = make_draft(user, municipality_display="")
    assert "Zoals wij adviseren: alleen de provincie" in html_of(
        client.get(address(draft, "step", "situatie"))
    )
    assert "Van de plaats zien lezers: Fryslân" in html_of(client.get(address(draft, "step", "privacy")))
    page = page_of(send(draft, user)).get_latest_revision_as_object()
    assert page.municipality_display == "provincie"


def test_who_shows_more_than_is_advised_is_told(user: User, client: Client) -> None:
    small()
    draft = make_draft(user, municipality_display="gemeente")
    url = address(draft, "step", "privacy")
    assert "adviseren wij: alleen de provincie" in html_of(client.get(url))
    Submission.objects.filter(pk=draft.pk).update(
        data={**draft.data, "municipality_display": "grootteklasse"}
    )
    assert "adviseren wij" not in html_of(client.get(url))
    draft.refresh_from_db()
    assert display_of(draft) == "grootteklasse"
