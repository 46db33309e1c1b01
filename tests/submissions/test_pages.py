"""The pages of submissions: who sees what, and that nothing that somebody typed is lost."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from accounts.models import Membership, User
from examples.models import Municipality
from submissions.limits import DRAFTS_A_DAY
from submissions.models import Submission
from submissions.states import Status
from submissions.steps import STEPS
from tests.submissions.drafts import make_draft, owner_of, send, submitter
from tests.submissions.test_quick_start import docx

OVERVIEW = "/nl/inzendingen/"
ODD = "\0\U0001f600<script>\u202e{{x}}%s'\"\\" * 700


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(submission: Submission, name: str = "status", *more: str) -> str:
    with override("nl"):
        return reverse(f"submissions:{name}", args=[submission.public_id, *more])


def html_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def client(user: User) -> Client:
    return signed_in(user)


@pytest.fixture
def draft(user: User) -> Submission:
    return make_draft(user)


def test_who_is_not_signed_in_is_sent_to_sign_in(draft: Submission) -> None:
    for url in (OVERVIEW, f"{OVERVIEW}nieuw/", address(draft), address(draft, "step", "situatie")):
        answer = Client().get(url)
        assert answer.status_code == 302, url
        assert "next=" in answer["Location"]


def test_no_page_is_kept_or_found(client: Client, draft: Submission) -> None:
    for url in (OVERVIEW, address(draft), *(address(draft, "step", step.slug) for step in STEPS)):
        answer = client.get(url)
        assert answer.status_code == 200, url
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert "{{" not in answer.content.decode()


def test_municipalities_do_not_see_each_other(client: Client, draft: Submission) -> None:
    other = submitter("ander", place="utrecht")
    coordinator = submitter("baas", place="utrecht", role=Membership.Role.COORDINATOR)
    for stranger in (other, coordinator, submitter("collega")):
        theirs = signed_in(stranger)
        assert str(draft) not in theirs.get(OVERVIEW).content.decode()
        names = ("status", "alike", "write", "withdraw", "reopen", "propose")
        urls = [address(draft, name) for name in names]
        urls += [address(draft, "step", step.slug) for step in STEPS]
        for url in urls:
            assert theirs.get(url).status_code in {404, 405}, url
            answer = theirs.post(url, {"version": "0", "situation": "Weg"})
            assert answer.status_code in {404, 405}, url
    draft.refresh_from_db()
    assert draft.status == Status.CONCEPT
    assert draft.version == 0


def test_a_coordinator_sees_all_of_the_municipality_and_writes_none_of_it(draft: Submission) -> None:
    coordinator = signed_in(submitter("baas", role=Membership.Role.COORDINATOR))
    assert str(draft) in coordinator.get(OVERVIEW).content.decode()
    assert coordinator.get(address(draft)).status_code == 200
    assert coordinator.get(address(draft, "step", "situatie")).status_code == 404
    owner_of(draft).memberships.all().delete()
    assert coordinator.get(address(draft, "step", "situatie")).status_code == 200


def test_who_leaves_the_municipality_leaves_its_submissions(client: Client, draft: Submission) -> None:
    owner_of(draft).memberships.all().delete()
    assert client.get(address(draft)).status_code == 404
    assert "Je hoort nog niet bij een gemeente" in html_of(client.get(f"{OVERVIEW}nieuw/"))


def begin(client: Client, **answers: Any) -> Any:
    place = Municipality.objects.get(slug="leeuwarden").pk
    data = {"token": str(uuid.uuid4()), "municipality": place, "language": "nl", "text": "", **answers}
    return client.post(f"{OVERVIEW}nieuw/", data)


def test_a_pasted_text_and_a_document_are_divided_over_the_questions(client: Client) -> None:
    upload = SimpleUploadedFile("tekst.docx", docx("Oplossing", "Een ruil.").getvalue())
    answer = begin(client, text="Situatie\nVier hoog.", document=upload)
    assert answer.status_code == 302
    submission = Submission.objects.get()
    assert submission.data == {"situation": "Vier hoog.", "solution": "Een ruil."}
    assert "Vier hoog." in client.get(answer["Location"]).content.decode()


def test_a_double_click_on_begin_makes_one_draft(client: Client) -> None:
    token = str(uuid.uuid4())
    first, second = begin(client, token=token), begin(client, token=token)
    assert first["Location"] == second["Location"]
    assert Submission.objects.count() == 1


def test_what_cannot_begin_says_why_and_keeps_the_text(client: Client, user: User) -> None:
    bad = SimpleUploadedFile("tekst.docx", b"geen zip")
    page = html_of(begin(client, text="Mijn tekst", document=bad))
    assert "Dit is geen Word" in page
    assert "Mijn tekst" in page
    elsewhere = Municipality.objects.get(slug="utrecht").pk
    assert begin(client, municipality=elsewhere).status_code == 200
    assert not Submission.objects.exists()
    for _number in range(DRAFTS_A_DAY):
        make_draft(user)
    assert "Je begon vandaag al veel inzendingen" in html_of(begin(client, text="Nog een"))
    assert Submission.objects.count() == DRAFTS_A_DAY


def test_a_step_saves_what_is_wrong_and_says_so(client: Client, draft: Submission) -> None:
    url = address(draft, "step", "geld")
    answer = client.post(url, {"version": "0", "cost": "duizend", "who_pays": "De gemeente"})
    page = html_of(answer)
    assert answer.status_code == 200
    assert "Schrijf een heel getal in cijfers" in page
    assert "Wat je typte is bewaard" in page
    draft.refresh_from_db()
    assert (draft.answer("cost"), draft.answer("who_pays")) == ("duizend", "De gemeente")
    assert 'value="duizend"' in html_of(client.get(url))


def test_next_stop_and_another_step_all_save(client: Client, draft: Submission) -> None:
    url = address(draft, "step", "situatie")
    sent = {"title": "Titel", "situation": "Een.", "municipality_display": "gemeente"}
    assert client.post(url, {**sent, "version": "0"})["Location"] == address(draft, "step", "knelpunt")
    stop = client.post(url, {**sent, "version": "9", "situation": "Twee.", "stop": "1"})
    assert stop["Location"] == address(draft)
    jump = client.post(url, {**sent, "version": "9", "situation": "Drie.", "naar": "geld"})
    assert jump["Location"] == address(draft, "step", "geld")
    draft.refresh_from_db()
    assert draft.answer("situation") == "Drie."


def test_two_tabs_are_shown_side_by_side(client: Client, draft: Submission) -> None:
    url = address(draft, "step", "situatie")
    sent = {"title": "Titel", "municipality_display": "gemeente", "version": "0"}
    client.post(url, {**sent, "situation": "Tab een."})
    answer = client.post(url, {**sent, "situation": "Tab twee."})
    page = html_of(answer)
    assert answer.status_code == 409
    assert "Tab een." in page
    assert "Tab twee." in page
    draft.refresh_from_db()
    assert draft.answer("situation") == "Tab een."
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    client.post(url, {"version": version[1], "situation": "Tab twee."})
    draft.refresh_from_db()
    assert draft.answer("situation") == "Tab twee."


def test_the_script_saves_and_hears_of_conflicts(client: Client, draft: Submission) -> None:
    url = address(draft, "step", "situatie")

    def save(text: str, version: int) -> Any:
        sent = {"version": str(version), "situation": text}
        return client.post(url, sent, headers={"accept": "application/json"})

    assert save("Een.", 0).json() == {"version": 1, "too_long": []}
    assert save("Twee.", 0).status_code == 409
    assert save("Twee.", 1).json()["version"] == 2
    assert save("x" * 60_000, 2).status_code == 413
    assert Client().post(url, {}, headers={"accept": "application/json"}).status_code == 401


def test_an_expired_session_loses_nothing_without_script(draft: Submission, user: User) -> None:
    url = address(draft, "step", "situatie")
    client = Client()
    answer = client.post(url, {"version": "0", "title": "Titel", "situation": "Nieuw getypt."})
    assert answer.status_code == 302
    assert "next=" in answer["Location"]
    client.force_login(user)
    page = html_of(client.get(url))
    assert "Nieuw getypt." in page
    assert "Nog niet bewaard" in page
    assert "Nieuw getypt." not in client.get(url).content.decode()


def test_an_old_token_loses_nothing_either(draft: Submission, user: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    url = address(draft, "step", "situatie")
    answer = client.post(url, {"version": "0", "title": "Titel", "situation": "Nieuw getypt."})
    assert answer.status_code == 200
    assert "Nieuw getypt." in html_of(answer)
    draft.refresh_from_db()
    assert draft.version == 0
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(url).content.decode())
    assert token
    sent = {"version": "0", "situation": "Nieuw getypt.", "csrfmiddlewaretoken": token[1]}
    client.post(url, sent)
    draft.refresh_from_db()
    assert draft.answer("situation") == "Nieuw getypt."


@pytest.mark.parametrize("slug", [step.slug for step in STEPS])
def test_odd_input_gets_a_page(client: Client, draft: Submission, slug: str) -> None:
    names = ("title", "situation", "rules", "cost", "year", "outcome", "life_domains", "contact", "agreed")
    odd = dict.fromkeys((*names, "vervang", "laat", "waarom", "urgentiecriteria.how_blocked"), ODD)
    for version in ("", "x", "٣", "9" * 40):
        answer = client.post(address(draft, "step", slug), {**odd, "version": version})
        assert answer.status_code in {200, 302, 409}
    for each in STEPS:
        assert client.get(address(draft, "step", each.slug)).status_code == 200
    assert client.get(address(draft)).status_code == 200
    assert client.get(OVERVIEW).status_code == 200


def test_what_is_with_the_editors_is_shown_to_be_copied(
    client: Client, draft: Submission, user: User
) -> None:
    send(draft, user)
    url = address(draft, "step", "situatie")
    answer = client.post(url, {"version": "0", "situation": "Nog even dit."})
    assert answer.status_code == 409
    assert "Nog even dit." in html_of(answer)
    assert client.get(url)["Location"] == address(draft)


def test_both_languages_have_the_pages(client: Client, draft: Submission) -> None:
    with override("en"):
        url = reverse("submissions:step", args=[draft.public_id, "situatie"])
    assert url.startswith("/en/submissions/")
    page = html_of(client.get(url))
    assert "What was going on?" in page
    assert f'href="{address(draft, "step", "situatie")}"' in page
