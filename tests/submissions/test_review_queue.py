"""The queue of submissions: what stands in it, in which order, narrowed by what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from submissions.models import Submission
from submissions.review import claiming
from submissions.services import deciding
from tests.accounts.people import person
from tests.examples.admin import signed_in
from tests.submissions.drafts import make_draft, send, submitter


@pytest.fixture
def three(tree: None) -> list[Submission]:
    """Three that were sent in, the first of them long ago."""
    found = []
    for days, place in ((9, "leeuwarden"), (3, "utrecht"), (0, "utrecht")):
        user = submitter(f"inzender{days}", place)
        submission = send(make_draft(user, place, title=f"Verhaal {days}"), user)
        Submission.objects.filter(pk=submission.pk).update(sent_at=timezone.now() - timedelta(days=days))
        found.append(submission)
    make_draft(submitter("vierde"), title="Verhaal concept")
    return found


@pytest.fixture
def moderator(tree: None) -> User:
    return person("Moderator")


def titles(user: User, **query: str | int) -> list[str]:
    answer = signed_in(user).get(reverse("review_queue"), query)
    assert answer.status_code == 200
    return [str(one.page.draft_title) for one in answer.context["object_list"]]


def test_what_waits_longest_stands_first_with_its_age(three: list[Submission], moderator: User) -> None:
    assert titles(moderator) == ["Verhaal 9", "Verhaal 3", "Verhaal 0"]
    html = signed_in(moderator).get(reverse("review_queue")).content.decode()
    assert "9 dagen" in html
    assert "vandaag" in html
    assert "Verhaal concept" not in html


def test_it_is_narrowed_by_municipality_and_by_who_has_it(three: list[Submission], moderator: User) -> None:
    claiming.claim(three[1], moderator)
    claiming.claim(three[2], person("Redacteur"))
    assert titles(moderator, municipality=three[1].municipality_id) == ["Verhaal 3", "Verhaal 0"]
    assert titles(moderator, claimed="me") == ["Verhaal 3"]
    assert titles(moderator, claimed="nobody") == ["Verhaal 9"]
    assert titles(moderator, claimed="others") == ["Verhaal 0"]
    assert titles(moderator, status="in-behandeling") == ["Verhaal 3", "Verhaal 0"]
    assert titles(moderator, kind="update") == []
    assert len(titles(moderator, kind="new", language="nl")) == 3
    assert titles(moderator, language="en") == []


def test_what_is_decided_is_there_on_demand(three: list[Submission], moderator: User) -> None:
    deciding.reject(three[0], moderator, "Nee.")
    assert titles(moderator) == ["Verhaal 3", "Verhaal 0"]
    html = signed_in(moderator).get(reverse("review_queue"), {"status": "afgewezen"}).content.decode()
    assert f"Inzending {three[0].public_id.hex[:8]}" in html


@pytest.mark.parametrize("role", ["Redacteur", "Moderator", "Beheerder"])
def test_each_role_finds_it_in_the_menu(tree: None, role: str) -> None:
    html = signed_in(person(role)).get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("review_queue") in html


def test_an_empty_queue_says_so(tree: None, moderator: User) -> None:
    html = signed_in(moderator).get(reverse("review_queue")).content.decode()
    assert "Er wacht geen inzending." in html
