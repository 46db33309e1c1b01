"""What somebody typed survives the end of a session and a second click, in each form of a submission."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from accounts.models import User
from submissions.models import Submission
from submissions.states import Status
from tests.submissions.drafts import make_draft
from tests.submissions.test_pages import address, html_of, signed_in


@pytest.fixture
def draft(user: User) -> Submission:
    return make_draft(user, situation="Mevrouw Jansen belde ons.")


def warning_in(client: Client, draft: Submission) -> str:
    page = client.get(address(draft, "step", "privacy")).content.decode()
    key = re.search(r'name="laat" value="(\w+)"', page)
    assert key
    return key[1]


def test_a_second_click_on_sending_shows_that_it_was_sent(user: User) -> None:
    draft, client = make_draft(user), signed_in(user)
    url = address(draft, "step", "insturen")
    first = {"version": "0", "stated_role": "Coach", "contact": "", "agreed": "ja"}
    page = html_of(client.post(url, {**first, "agreed": ""}))
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    sent = {**first, "version": version[1]}
    assert [client.post(url, sent)["Location"] for _click in range(2)] == [address(draft)] * 2
    draft.refresh_from_db()
    assert draft.status == Status.SENT
    assert draft.events.filter(to_status=Status.SENT).count() == 1


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("step/bestanden", {"alternative_text": "Een trap op vier hoog"}),
        ("step/insturen", {"stated_role": "Maatwerkcoach X"}),
        ("withdraw", {"reden": "Het gezin wil het toch niet"}),
        ("write", {"text": "Is dit zo goed?"}),
    ],
)
def test_a_form_of_somebody_who_was_signed_out_is_there_again(
    draft: Submission, user: User, name: str, form: dict[str, str]
) -> None:
    client, url = Client(), address(draft, *name.split("/"))
    assert "next=" in client.post(url, form)["Location"]
    client.force_login(user)
    page = html_of(client.get(url))
    assert all(typed in page for typed in form.values())
    draft.refresh_from_db()
    assert (draft.status, draft.messages.count()) == (Status.CONCEPT, 0), "typed, and not sent"


def test_so_is_the_reason_why_words_may_stay(draft: Submission, user: User) -> None:
    client = Client()
    form = {"laat": warning_in(signed_in(user), draft), "waarom": "De burgemeester mag zo heten"}
    url = address(draft, "step", "privacy")
    client.post(url, form)
    client.force_login(user)
    assert "De burgemeester mag zo heten" in html_of(client.get(url))
    draft.refresh_from_db()
    assert draft.kept == []


def test_a_token_from_before_signing_in_again_keeps_reasons_too(draft: Submission, user: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    reason = {"laat": warning_in(client, draft), "waarom": "Een openbare functie"}
    assert "Een openbare functie" in html_of(client.post(address(draft, "step", "privacy"), reason))
    assert "Toch liever niet" in html_of(
        client.post(address(draft, "withdraw"), {"reden": "Toch liever niet"})
    )
    draft.refresh_from_db()
    assert (draft.status, draft.kept) == (Status.CONCEPT, [])


def test_what_was_typed_after_sending_elsewhere_is_shown(user: User) -> None:
    draft, client = make_draft(user), signed_in(user)
    Submission.objects.filter(pk=draft.pk).update(status=Status.SENT)
    answer = client.post(address(draft, "step", "situatie"), {"version": "0", "situation": "Nog een zin."})
    assert (answer.status_code, "Nog een zin." in html_of(answer)) == (409, True)
