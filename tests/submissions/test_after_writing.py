"""The last steps and what comes after: privacy check, sending, conversation, withdrawal, proposal."""

from __future__ import annotations

import re
import uuid

import pytest
from django.test import Client

from accounts.models import User
from examples.models import ExamplePage
from submissions.models import Message, Submission
from submissions.services import deciding, drafting
from submissions.states import Status
from submissions.steps import STEPS
from tests.accounts.people import person
from tests.submissions.drafts import make_draft, page_of, send
from tests.submissions.test_pages import OVERVIEW, address, html_of, signed_in
from tests.submissions.test_states import check_both


@pytest.fixture
def client(user: User) -> Client:
    return signed_in(user)


@pytest.fixture
def draft(user: User) -> Submission:
    return make_draft(user)


def test_sending_asks_for_what_is_missing(client: Client, user: User) -> None:
    draft = make_draft(user, solution="", life_domains=[])
    url = address(draft, "step", "insturen")
    page = html_of(client.get(url))
    assert "Dit ontbreekt nog" in page
    assert "/stap/oplossing/#antwoord-solution" in page
    client.post(url, {"version": "0", "stated_role": "Coach", "agreed": "ja"})
    draft.refresh_from_db()
    assert draft.status == Status.CONCEPT


def test_sending_wants_the_statement(client: Client, draft: Submission) -> None:
    url = address(draft, "step", "insturen")
    page = html_of(client.post(url, {"version": "0", "stated_role": "Coach", "contact": ""}))
    assert "Zonder deze verklaring" in page
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    answer = client.post(url, {"version": version[1], "stated_role": "Coach", "contact": "", "agreed": "ja"})
    assert answer["Location"] == address(draft)
    draft.refresh_from_db()
    assert draft.status == Status.SENT
    assert draft.consent_role == "Coach"
    assert draft.consent_at
    assert "herkenbaar" in draft.consent


def test_every_form_of_every_step_can_be_sent(client: Client, user: User) -> None:
    draft = make_draft(user, situation="Mevrouw Jansen (BSN 111222333) belde ons. Zij is 43 jaar.")
    for step in STEPS:
        page = client.get(address(draft, "step", step.slug)).content.decode()
        forms = re.findall(r'<form[^>]*method="post".*?</form>', page, re.DOTALL)
        assert forms or step.slug == "bekijken", step.slug
        assert all("csrfmiddlewaretoken" in form for form in forms), step.slug


def test_warnings_are_replaced_by_a_click_or_stay_with_a_reason(client: Client, user: User) -> None:
    draft = make_draft(user, situation="Mevrouw Jansen (BSN 111222333) belde ons. Zij is 43 jaar.")
    url = address(draft, "step", "privacy")
    send_url = address(draft, "step", "insturen")
    agree = {"version": "0", "stated_role": "Coach", "contact": "", "agreed": "ja"}
    client.post(send_url, agree)
    draft.refresh_from_db()
    assert draft.status == Status.CONCEPT
    for _each in range(10):
        key = re.search(r'name="vervang" value="(\w+)"', client.get(url).content.decode())
        if key is None:
            break
        client.post(url, {"vervang": key[1]})
    draft.refresh_from_db()
    for word in ("Jansen", "111222333", "43"):
        assert word not in draft.answer("situation")
    assert client.post(url, {"vervang": "bestaat-niet"}).status_code == 302


def test_words_may_stay_with_a_reason_that_the_editors_read(client: Client, user: User) -> None:
    draft = make_draft(user, situation="Mevrouw Jansen belde ons.")
    url = address(draft, "step", "privacy")
    key = re.search(r'name="laat" value="(\w+)"', client.get(url).content.decode())
    assert key
    client.post(url, {"laat": key[1], "waarom": ""})
    draft.refresh_from_db()
    assert draft.kept == []
    client.post(url, {"laat": key[1], "waarom": "Zij is de wethouder."})
    draft.refresh_from_db()
    assert draft.kept[0]["why"] == "Zij is de wethouder."
    assert "Jansen" not in str(draft.kept)
    send(draft, user)
    assert "Zij is de wethouder." in Message.objects.get(submission=draft).text


def test_the_preview_is_the_page_of_the_story(client: Client, draft: Submission) -> None:
    page = html_of(client.get(address(draft, "step", "bekijken")))
    for words in (
        "De situatie",
        "De corporatie ruilde twee woningen.",
        "€ 1.500",
        "Urgentiecriteria",
        "Leeuwarden",
    ):
        assert words in page


def test_a_conversation_and_an_answer(client: Client, draft: Submission, user: User) -> None:
    submission = send(draft, user)
    deciding.ask(submission, person("Moderator"), "Welk jaar?", field="year")
    page = html_of(client.get(address(draft)))
    assert "Welk jaar?" in page
    assert "/stap/situatie/#antwoord-year" in page
    token = str(uuid.uuid4())
    for _click in range(2):
        client.post(address(draft, "write"), {"token": token, "text": "In 2024.", "antwoord": "1"})
    draft.refresh_from_db()
    assert draft.status == Status.SENT
    assert [message.text for message in draft.messages.all()] == ["Welk jaar?", "In 2024."]
    empty = html_of(client.post(address(draft, "write"), {"token": token, "text": " "}))
    assert "Kijk deze antwoorden na" in empty or "aria-invalid" in empty


def test_an_answer_with_a_changed_text_asks_to_send_it(client: Client, draft: Submission, user: User) -> None:
    submission = send(draft, user)
    deciding.ask(submission, person("Moderator"), "Welk jaar?")
    submission.refresh_from_db()
    drafting.save(submission, {"year": "2023"}, submission.version)
    answer = client.post(
        address(draft, "write"), {"token": str(uuid.uuid4()), "text": "2023.", "antwoord": "1"}
    )
    assert answer["Location"] == address(draft, "step", "insturen")
    draft.refresh_from_db()
    assert draft.status == Status.QUESTION


def test_withdrawing_is_asked_first(client: Client, draft: Submission, user: User) -> None:
    send(draft, user)
    url = address(draft, "withdraw")
    assert "Deze inzending intrekken?" in html_of(client.get(url))
    draft.refresh_from_db()
    assert draft.status == Status.SENT
    client.post(url, {"reden": "Het gezin wil het niet."})
    draft.refresh_from_db()
    assert draft.status == Status.WITHDRAWN
    assert not ExamplePage.objects.exists()
    client.post(address(draft, "reopen"))
    draft.refresh_from_db()
    assert draft.status == Status.CONCEPT


def test_a_change_of_a_published_story_is_proposed(client: Client, draft: Submission, user: User) -> None:
    submission = send(draft, user)
    check_both(page_of(submission))
    page = html_of(client.get(address(draft)))
    assert "Stel een wijziging voor" in page
    token = str(uuid.uuid4())
    first = client.post(address(draft, "propose"), {"token": token})
    second = client.post(address(draft, "propose"), {"token": str(uuid.uuid4())})
    assert first["Location"] == second["Location"]
    assert Submission.objects.filter(updates=draft).count() == 1
    assert "Wijzigingsvoorstel" in html_of(client.get(OVERVIEW))
