"""Visitors report a story; editors are told and see it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.core.signing import Signer
from django.test import Client
from django.urls import reverse

from core import rate_limit
from core.forms import MINIMUM_SECONDS, SALT
from core.models import OutgoingMail
from examples.models import ExamplePage, StoryReport
from examples.takedown import report_views
from tests.accounts.people import person
from tests.examples.admin import signed_in
from tests.examples.stories import make_story

REASON, ADDRESS = "Ik herken mijn kanariebuurvrouw.", "kanarie@voorbeeld.example"


@pytest.fixture
def story(tree: None) -> ExamplePage:
    return make_story("kanarie", title="Kanarie in de kooi")


@pytest.fixture(autouse=True)
def no_limit_yet(settings: Any) -> None:
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {**settings.CACHES, "default": {"BACKEND": backend, "LOCATION": str(time.time())}}


def url_of(story: ExamplePage) -> str:
    return f"/nl/voorbeeld-melden/{story.pk}/"


def answers(**changes: Any) -> dict[str, Any]:
    """What a person sends, who took a minute for it."""
    made_at = Signer(salt=SALT).sign(str(time.time() - 60))
    return {
        "kind": "herkenbaar",
        "reason": REASON,
        "email": ADDRESS,
        "website": "",
        "made_at": made_at,
        **changes,
    }


def test_every_story_page_leads_to_the_form(story: ExamplePage) -> None:
    page = Client().get(story.get_url()).content.decode()
    assert url_of(story) in page
    answer = Client().get(url_of(story))
    assert "Kanarie in de kooi" in answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies


def test_a_report_is_kept_and_the_editors_are_told_without_a_word_of_it(story: ExamplePage) -> None:
    moderator, editor = person("Moderator"), person("Redacteur")
    answer = Client().post(url_of(story), answers())
    assert answer["Location"] == f"{url_of(story)}verzonden/"
    report = StoryReport.objects.get()
    kept = (report.story_id, report.kind, report.reason, report.email)
    assert kept == (story.pk, "herkenbaar", REASON, ADDRESS)
    mails = OutgoingMail.objects.all()
    told = {mail.recipient_id or mail.address for mail in mails}
    assert {moderator.pk, "redactie@mooimaatwerk.example"} <= told
    assert editor.pk not in told
    for mail in mails:
        assert reverse("story_report", args=[report.pk]) in mail.text
        assert "anarie" not in f"{mail.key}{mail.subject}{mail.text}"


def test_a_report_of_which_nobody_can_be_told_is_not_kept(
    story: ExamplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(report: StoryReport) -> None:
        raise RuntimeError("no queue")

    monkeypatch.setattr(report_views, "tell_editors", fail)
    with pytest.raises(RuntimeError):
        Client().post(url_of(story), answers())
    assert not StoryReport.objects.exists()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"kind": ""}, "Dit is een verplicht veld"),
        ({"reason": " "}, "Dit is een verplicht veld"),
        ({"reason": "a" * 2001}, "2000"),
        ({"email": "geen adres"}, "geldig e-mailadres"),
        ({"website": "https://spam.example"}, "dat leeg moet blijven"),
        ({"made_at": Signer(salt=SALT).sign(str(int(time.time()) + 3600))}, "heel snel"),
        ({"made_at": "verzonnen"}, "heel snel"),
        ({"made_at": ""}, "heel snel"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    story: ExamplePage, changes: dict[str, str], told: str
) -> None:
    sent = answers(**changes)
    page = Client().post(url_of(story), sent).content.decode()
    assert told in page
    assert not StoryReport.objects.exists()
    for name in ("reason", "email"):
        assert sent[name].strip()[:60] in page
    if "kind" not in changes:
        assert "checked" in page


def test_who_was_too_fast_only_has_to_send_again(story: ExamplePage, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    page = Client().get(url_of(story))
    sent = answers(made_at=page.context["form"]["made_at"].value())
    again = Client().post(url_of(story), sent)
    assert again.status_code == 200
    monkeypatch.setattr(time, "time", lambda: now + MINIMUM_SECONDS + 1)
    sent["made_at"] = again.context["form"]["made_at"].value()
    assert Client().post(url_of(story), sent).status_code == 302


def test_one_visitor_sends_five_an_hour_and_keeps_the_sixth(story: ExamplePage) -> None:
    for _number in range(5):
        assert Client().post(url_of(story), answers()).status_code == 302
    answer = Client().post(url_of(story), answers())
    assert answer.status_code == 429
    assert REASON in answer.content.decode()
    assert StoryReport.objects.count() == 5
    assert Client(REMOTE_ADDR="192.0.2.7").post(url_of(story), answers()).status_code == 302


def test_behind_a_web_server_its_own_word_about_the_visitor_counts(rf: Any, settings: Any) -> None:
    request = rf.get("/", headers={"X-Forwarded-For": "203.0.113.9, 192.0.2.7"})
    assert rate_limit.address_of(request) == "127.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert rate_limit.address_of(request) == "192.0.2.7"


@pytest.mark.parametrize("pk", [0, 999_999])
def test_there_is_no_form_for_what_is_not_public(story: ExamplePage, pk: int) -> None:
    draft = make_story("concept", live=False)
    for number in (pk, draft.pk):
        assert Client().get(f"/nl/voorbeeld-melden/{number}/").status_code == 404
        assert Client().post(f"/nl/voorbeeld-melden/{number}/", answers()).status_code == 404


@pytest.mark.parametrize("role", ["Redacteur", "Moderator", "Beheerder"])
def test_editors_see_reports_and_may_handle_them_by_role(story: ExamplePage, role: str) -> None:
    report = StoryReport.objects.create(story=story, kind="anders", reason=REASON)
    client = signed_in(person(role))
    assert "Kanarie in de kooi" in client.get(reverse("story_reports")).content.decode()
    page = reverse("story_report", args=[report.pk])
    assert REASON in client.get(page).content.decode()
    answer = client.post(page)
    report.refresh_from_db()
    assert report.outcome == ("" if role == "Redacteur" else "blijft")
    assert (answer["Location"] == reverse("story_reports")) == (role != "Redacteur")


def test_reports_that_wait_come_first_and_can_be_asked_for(story: ExamplePage) -> None:
    StoryReport.objects.create(story=story, kind="anders", reason="eerste", outcome="blijft")
    StoryReport.objects.create(story=story, kind="onjuist", reason="tweede")
    client = signed_in(person("Redacteur"))
    listed = client.get(reverse("story_reports")).context["object_list"]
    assert [report.kind for report in listed] == ["onjuist", "anders"]
    waiting = client.get(reverse("story_reports"), {"waits": "yes"}).context["object_list"]
    assert [report.kind for report in waiting] == ["onjuist"]


def test_a_visitor_sees_no_report(story: ExamplePage) -> None:
    report = StoryReport.objects.create(story=story, kind="anders", reason=REASON)
    for name, args in (("story_reports", []), ("story_report", [report.pk])):
        assert Client().get(reverse(name, args=args)).status_code == 302
