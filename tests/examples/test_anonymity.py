"""Warnings about a story: beside its fields, on its own page, before publication, on import."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from accounts.models import User
from examples import anonymity
from examples.admin.anonymity import decide_before_publication
from examples.models import AnonymityDecision, ExamplePage, PrivacyCheckTask
from tests.examples.stories import make_picture, make_story

PLANTED = "Mevrouw Hofstede (43) woont in Kollumerzwaag."
NEUTRAL = "Mevrouw (begin veertig) woont in een dorp of wijk in de regio."


@pytest.fixture
def admin(tree: None) -> User:
    return User.objects.create_superuser("admin@mooimaatwerk.example", "a-good-password")


@pytest.fixture
def signed_in(admin: User, client: Client) -> Client:
    client.force_login(admin)
    return client


@pytest.fixture
def story(tree: None) -> ExamplePage:
    return make_story("geplant", situation=PLANTED, live=False)


def page_of(story: ExamplePage) -> str:
    return reverse("story_anonymity", args=[story.pk])


def newest(story: ExamplePage) -> ExamplePage:
    return anonymity.latest(ExamplePage.objects.get(pk=story.pk))


def open_kinds(story: ExamplePage) -> list[str]:
    return [each.finding.kind for each in anonymity.open_warnings(newest(story))]


def test_a_story_is_checked_in_all_its_texts(story: ExamplePage) -> None:
    row = story.story_rules.first()
    row.room_used = "De brief ging naar 06-38291745."
    row.save()
    found = [(each.text.field, each.finding.kind) for each in anonymity.open_warnings(story)]
    assert found == [
        ("situation", "naam"),
        ("situation", "leeftijd"),
        ("situation", "plaats"),
        ("urgentiecriteria.room_used", "telefoon"),
    ]


def test_words_with_a_picture_are_checked_and_rewritten(story: ExamplePage, admin: User) -> None:
    picture = make_picture("zomaar")
    picture.description = "De voordeur van mevrouw Hofstede"
    picture.save()
    story.picture, story.situation = picture, "Niets"
    story.save_revision()
    (warning,) = anonymity.open_warnings(newest(story))
    assert (warning.text.field, warning.finding.kind) == ("picture.description", "naam")
    anonymity.use_neutral_words(newest(story), warning, admin)
    picture.refresh_from_db()
    assert picture.description == "De voordeur van mevrouw"
    assert open_kinds(story) == []


def test_the_words_of_another_language_are_left_alone_and_its_numbers_are_not() -> None:
    text = "Mrs Hofstede, 43, called 06-38291745."
    assert [each.kind for each in anonymity.findings_in(text, "en")] == ["telefoon"]


def test_one_click_takes_the_neutral_words(story: ExamplePage, signed_in: Client) -> None:
    for _ in range(3):
        warning = anonymity.open_warnings(newest(story))[0]
        signed_in.post(page_of(story), {"warning": warning.key, "do": "neutral"})
    assert newest(story).situation == NEUTRAL
    assert open_kinds(story) == []


def test_words_stay_when_somebody_says_why(story: ExamplePage, admin: User, signed_in: Client) -> None:
    warning = anonymity.open_warnings(story)[0]
    signed_in.post(page_of(story), {"warning": warning.key, "why": " "})
    assert len(open_kinds(story)) == 3
    signed_in.post(page_of(story), {"warning": warning.key, "why": "Zij staat zelf in de krant."})
    assert open_kinds(story) == ["leeftijd", "plaats"]
    decision = AnonymityDecision.objects.get()
    assert (decision.decided_by, decision.why, decision.kind) == (
        admin,
        "Zij staat zelf in de krant.",
        "naam",
    )
    entry = PageLogEntry.objects.get(action="examples.keep_words")
    assert entry.user == admin
    assert "Hofstede" not in json.dumps(entry.data)


def test_a_decision_is_about_these_words_alone(story: ExamplePage, admin: User) -> None:
    anonymity.keep(story, anonymity.open_warnings(story)[0], admin, "Mag.")
    story.situation = "Mevrouw Zandstra belde."
    assert [each.words for each in anonymity.open_warnings(story)] == ["Zandstra"]


def test_a_key_of_an_older_text_changes_nothing(story: ExamplePage, signed_in: Client) -> None:
    key = anonymity.open_warnings(story)[0].key
    story.situation = "Mevrouw Zandstra belde."
    story.save_revision()
    signed_in.post(page_of(story), {"warning": key, "do": "neutral"})
    assert newest(story).situation == "Mevrouw Zandstra belde."


def test_the_page_of_the_check_shows_warnings_hints_and_decisions(
    story: ExamplePage, admin: User, signed_in: Client
) -> None:
    story.solution = "bsn 123456789"
    story.save_revision()
    anonymity.keep(story, anonymity.open_warnings(story)[0], admin, "Mag.")
    html = signed_in.get(page_of(story)).content.decode()
    for words in ("<mark>43</mark>", "begin veertig", "<mark>123456789</mark>", "Mag."):
        assert words in html
    assert "<mark>Hofstede</mark>" not in html


def test_who_may_not_edit_may_not_see_or_decide(story: ExamplePage, client: Client) -> None:
    user = User.objects.create_user("lezer@mooimaatwerk.example", "a-good-password")
    client.force_login(user)
    assert client.get(page_of(story)).status_code == 403
    assert client.post(page_of(story), {"do": "neutral"}).status_code == 403
    assert open_kinds(story)


def test_the_form_shows_warnings_beside_the_field(story: ExamplePage, signed_in: Client) -> None:
    html = signed_in.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert page_of(story) in html
    assert "“Hofstede”" in html
    new = anonymity.open_warnings(story)[0].replacement
    button = f'data-field="id_situation" data-found="{PLANTED[new.start : new.end]}" data-start="{new.start}"'
    assert f'data-neutral="{new.words}" {button}' in html
    assert "dist/neutral" in html


def test_publication_waits_for_a_decision(
    story: ExamplePage, admin: User, signed_in: Client, rf: Any
) -> None:
    request = rf.post("/")
    request.user = admin
    request._messages = _Messages()
    answer = decide_before_publication(request, story)
    assert answer is not None
    assert answer.url == page_of(story)
    for warning in anonymity.open_warnings(story):
        anonymity.keep(story, warning, admin, "Mag.")
    assert decide_before_publication(request, story) is None


class _Messages(list[Any]):
    def add(self, *args: Any, **kwargs: Any) -> None:
        self.append(args)


def test_the_privacy_task_is_not_approved_over_an_open_warning(story: ExamplePage, admin: User) -> None:
    writer = User.objects.create_user("schrijver@mooimaatwerk.example", "a-good-password")
    checker = User.objects.create_user("controleur@mooimaatwerk.example", "a-good-password")
    checker.groups.add(Group.objects.get(name="Moderator"))
    state = story.get_workflow().start(story, writer)
    state.current_task_state.approve(user=admin)
    state.refresh_from_db()
    task_state = state.current_task_state
    task = task_state.task.specific
    assert isinstance(task, PrivacyCheckTask)
    story = ExamplePage.objects.get(pk=story.pk)
    assert "approve" not in [name for name, *_ in task.get_actions(story, checker)]
    with pytest.raises(PermissionDenied):
        task.on_action(task_state, checker, "approve")
    for warning in anonymity.open_warnings(story):
        anonymity.keep(story, warning, checker, "Mag.")
    assert "approve" in [name for name, *_ in task.get_actions(story, checker)]
    task.on_action(task_state, checker, "approve")
    assert ExamplePage.objects.get(pk=story.pk).live


def test_the_report_names_live_stories_with_open_warnings(signed_in: Client) -> None:
    make_story("live", situation=PLANTED)
    make_story("clean")
    make_story("draft", situation=PLANTED, live=False)
    html = signed_in.get(reverse("anonymity_report")).content.decode()
    assert "Verhaal live" in html
    assert "Verhaal draft" not in html
    assert "Verhaal clean" not in html
    assert "1 × naam" in html
    assert "van de voorbeelden 1 tot en met 2 van 2" in " ".join(html.split())


def test_decisions_are_shown_in_words(story: ExamplePage, admin: User, signed_in: Client) -> None:
    for warning in anonymity.open_warnings(story):
        anonymity.keep(story, warning, admin, "Het staat in de krant.")
    html = " ".join(signed_in.get(page_of(story)).content.decode().split())
    assert "Situatie, naam: Het staat in de krant. (admin@" in html
    assert "situation, naam" not in html


def test_a_strict_import_refuses_and_does_not_repeat_the_words(tree: None, tmp_path: Path) -> None:
    item = {
        "slug": "een", "titel": "Een", "samenvatting": "Kort.",
        "situatie": PLANTED, "knelpunt": "K.", "oplossing": "O.",
        "regels": [{"regel": "urgentiecriteria", "hoe": "Mevrouw Zandstra belde."}],
    }  # fmt: skip
    file = tmp_path / "stories.yaml"
    file.write_text(json.dumps({"voorbeelden": [item]}), encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        call_command("import_examples", str(file), strict=True, verbosity=0)
    assert "item 1 (een): situatie: naam at 8-16" in str(caught.value)
    assert "regels (urgentiecriteria): hoe: naam" in str(caught.value)
    assert "Hofstede" not in str(caught.value)
    assert not ExamplePage.objects.filter(slug="een").exists()
    call_command("import_examples", str(file), verbosity=0)
    assert ExamplePage.objects.filter(slug="een").exists()


@pytest.mark.slow
def test_the_stories_of_the_site_itself_have_no_open_warning(site: None) -> None:
    live = ExamplePage.objects.live()
    found = [(story.slug, each.words) for story in live for each in anonymity.open_warnings(story)]
    assert live.count() == 52
    assert found == []
