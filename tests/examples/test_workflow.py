"""A story goes live by two checks of two people, and by no other way."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime
from wagtail.models import Locale, Revision, Site, WorkflowState
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from accounts.models import User
from examples.models import ExampleIndexPage, ExamplePage, PrivacyCheckTask
from tests.accounts.people import person
from tests.examples.admin import edit, form_of, send_form, signed_in
from tests.examples.stories import make_story

pytestmark = pytest.mark.slow
PUBLISHES = {"Redacteur": False, "Moderator": False, "Beheerder": True}


def stored(story: ExamplePage) -> ExamplePage:
    return ExamplePage.objects.get(pk=story.pk)


def submitted(story: ExamplePage, writer: User) -> WorkflowState:
    edit(signed_in(writer), story.pk, title="Nieuwe titel", action_submit="1")
    return WorkflowState.objects.get(object_id=str(story.pk), status="in_progress")


def act(user: User, story: ExamplePage, action: str = "approve", comment: str = "") -> bool:
    """Approve or reject as the buttons of the admin do; whether that was let through."""
    state = stored(story).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, action, state.pk])
    assert signed_in(user).post(url, {"comment": comment}).status_code == 302
    state.refresh_from_db()
    return bool(state.status != state.STATUS_IN_PROGRESS)


def test_two_people_check_and_the_second_check_publishes(tree: None) -> None:
    writer, first, second = person("Redacteur"), person("Moderator"), person("Moderator", "tweede")
    story = make_story("verhaal", live=False)
    state = submitted(story, writer)
    assert state.current_task_state.task.name == "Inhoud controleren"
    assert not act(writer, story)
    assert act(first, story)
    task = stored(story).current_workflow_task
    assert isinstance(task.specific, PrivacyCheckTask)
    assert not act(first, story)
    assert not stored(story).live
    assert act(second, story)
    assert stored(story).live
    assert stored(story).title == "Nieuwe titel"


def test_mail_leads_to_where_the_site_runs(
    tree: None, settings: Any, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    settings.BASE_URL = settings.WAGTAILADMIN_BASE_URL = "https://maatwerk.gemeente.example:8443"
    writer, first, second = person("Redacteur"), person("Moderator"), person("Moderator", "tweede")
    story = make_story("verhaal", live=False)
    with django_capture_on_commit_callbacks(execute=True):
        submitted(story, writer)
        act(first, story)
        act(second, story)
    addresses = {address for mail in mailoutbox for address in re.findall(r"https?://[^/\s]+", mail.body)}
    assert addresses == {settings.BASE_URL}
    assert any(f"{settings.BASE_URL}{stored(story).url}" in mail.body for mail in mailoutbox)


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("https://maatwerk.gemeente.example", "maatwerk.gemeente.example", 443),
        ("http://[::1]:8123", "::1", 8123),
    ],
)
def test_the_record_of_the_site_follows_the_address(
    tree: None, settings: Any, address: str, host: str, port: int
) -> None:
    settings.BASE_URL = address
    call_command("load_pages", verbosity=0)
    site = Site.objects.get()
    assert (site.hostname, site.port) == (host, port)
    assert site.root_page.slug == "home"


def test_who_wrote_the_version_does_not_check_its_privacy(tree: None) -> None:
    writer, checker = person("Moderator"), person("Moderator", "tweede")
    story = make_story("verhaal", live=False)
    edit(signed_in(writer), story.pk, title="Van mij")
    edit(signed_in(checker), story.pk, action_submit="1", title="Van mij")
    story = stored(story)
    story.latest_revision.user = writer
    story.latest_revision.save()
    assert act(person("Beheerder"), story)
    assert not act(writer, story)
    assert not act(checker, story)  # sent it in
    assert act(person("Moderator", "derde"), story)
    assert stored(story).live


def test_a_change_during_the_checks_is_checked_anew(tree: None) -> None:
    writer, first, second = person("Redacteur"), person("Moderator"), person("Moderator", "tweede")
    story = make_story("verhaal", live=False)
    submitted(story, writer)
    act(first, story)
    edit(signed_in(second), story.pk, title="Door de tweede veranderd")
    assert not act(second, story), "who wrote the new version does not check its privacy"
    assert act(first, story)
    assert not stored(story).live, "the content of the new version is not checked yet"
    assert act(second, story)
    assert not stored(story).live
    assert act(first, story)
    assert stored(story).live
    assert stored(story).title == "Door de tweede veranderd"


def test_a_rejected_story_goes_back_with_a_reason_and_is_sent_in_again(tree: None) -> None:
    writer, first = person("Redacteur"), person("Moderator")
    story = make_story("verhaal", live=False)
    state = submitted(story, writer)
    assert act(first, story, "reject", comment="De bron ontbreekt.")
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert state.current_task_state.comment == "De bron ontbreekt."
    edit(signed_in(writer), story.pk, title="Met bron", action_submit="1")
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert not stored(story).live


@pytest.mark.parametrize(("role", "publishes"), PUBLISHES.items())
class TestNoWayRound:
    """Each way to publish that Wagtail and wagtail-localize have: open to an administrator alone."""

    def test_editing(self, tree: None, role: str, publishes: bool) -> None:
        story, client = make_story("verhaal", live=False), signed_in(person(role))
        html = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
        assert ('name="action-publish"' in html) == publishes
        edit(client, story.pk, title="Stiekem", action_publish="1")
        assert stored(story).live == publishes
        assert stored(story).latest_revision.content["title"] == "Stiekem"

    def test_creating(self, tree: None, role: str, publishes: bool) -> None:
        index = ExampleIndexPage.objects.get(locale__language_code="nl")
        url = reverse("wagtailadmin_pages:add", args=["examples", "examplepage", index.pk])
        texts = dict.fromkeys(("summary", "situation", "what_blocked", "solution"), "Tekst.")
        kind = ExamplePage.Kind.WAY_OF_WORKING
        fields = {"title": "Nieuw", "slug": "nieuw", "kind": kind, **texts, "action-publish": "1"}
        send_form(signed_in(person(role)), url, fields)
        assert ExamplePage.objects.get(slug="nieuw").live == publishes

    def test_the_bulk_action(self, tree: None, role: str, publishes: bool) -> None:
        story = make_story("verhaal", live=False)
        assert bulk(person(role), "publish", [story.pk]).status_code == 302
        assert stored(story).live == publishes

    def test_the_bulk_action_on_the_parent(self, tree: None, role: str, publishes: bool) -> None:
        story = make_story("verhaal", live=False)
        bulk(person(role), "publish", [story.get_parent().pk], include_descendants="on")
        assert stored(story).live == publishes

    def test_scheduling(self, tree: None, role: str, publishes: bool) -> None:
        story, client = make_story("verhaal", live=False), signed_in(person(role))
        later = (localtime() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
        edit(client, story.pk, go_live_at=later, action_publish="1")
        assert bool(stored(story).scheduled_revision) == publishes
        past = localtime() - timedelta(minutes=1)
        for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
            revision.content["go_live_at"] = past.isoformat()
            revision.approved_go_live_at = past
            revision.save()
        call_command("publish_scheduled")
        assert stored(story).live == publishes

    def test_copying(self, tree: None, role: str, publishes: bool) -> None:
        story, client = make_story("verhaal"), signed_in(person(role))
        copy(client, story, new_slug="kopie", publish_copies="on")
        assert ExamplePage.objects.get(slug="kopie").live == publishes

    def test_copying_as_an_alias_of_a_live_story(self, tree: None, role: str, publishes: bool) -> None:
        story, client = make_story("verhaal"), signed_in(person(role))
        copy(client, story, new_slug="alias", publish_copies="on", alias="on")
        assert ExamplePage.objects.filter(slug="alias", live=True).exists() == publishes

    def test_going_back_to_an_older_version(self, tree: None, role: str, publishes: bool) -> None:
        story, client = make_story("verhaal"), signed_in(person(role))
        first = stored(story).latest_revision
        edit(client, story.pk, title="Later")
        assert stored(story).latest_revision != first
        url = reverse("wagtailadmin_pages:revisions_revert", args=[story.pk, first.pk])
        data = form_of(client, url)
        data["action-publish"], data["summary"] = "1", "Terug."
        client.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), data)
        assert (stored(story).summary == "Terug.") == publishes

    def test_starting_a_translation_of_a_live_story(self, tree: None, role: str, publishes: bool) -> None:
        story, client = make_story("verhaal"), signed_in(person(role))
        english = Locale.objects.get(language_code="en")
        url = reverse("wagtail_localize:submit_page_translation", args=[story.pk])
        assert client.post(url, {"locales": [english.pk], "publish_translations": "on"}).status_code == 302
        assert not story.get_translation(english).live

    def test_the_editor_of_translations(
        self, tree: None, role: str, publishes: bool, django_capture_on_commit_callbacks: Any
    ) -> None:
        story, client = make_story("verhaal"), signed_in(person(role))
        page = translation_of(story)
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        with django_capture_on_commit_callbacks(execute=True):
            client.post(url, {"action": "publish"})
        assert stored(page).live == publishes

    def test_updating_translations(
        self, tree: None, role: str, publishes: bool, django_capture_on_commit_callbacks: Any
    ) -> None:
        story, client = make_story("verhaal"), signed_in(person(role))
        page = translation_of(story)
        source = TranslationSource.objects.get_for_instance(story)
        url = reverse("wagtail_localize:update_translations", args=[source.pk])
        assert ('name="publish_translations"' in client.get(url).content.decode()) == publishes
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post(url, {"publish_translations": "on"}).status_code == 302
        assert stored(page).live == publishes

    def test_moving_a_live_story(self, tree: None, role: str, publishes: bool) -> None:
        """A live story stays where it is; a draft that is moved stays a draft."""
        draft = make_story("concept", live=False)
        assert not make_story("verhaal").permissions_for_user(person(role)).can_move() or publishes
        elsewhere = ExampleIndexPage.objects.get(locale__language_code="en")
        url = reverse("wagtailadmin_pages:move_confirm", args=[draft.pk, elsewhere.pk])
        signed_in(User.objects.get(groups__name=role)).post(url, {})
        assert not stored(draft).live


def bulk(user: User, action: str, pks: list[int], **data: Any) -> Any:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return signed_in(user).post(f"{url}?" + "&".join(f"id={pk}" for pk in pks), data)


def copy(client: Client, story: ExamplePage, **data: Any) -> None:
    fields = {"new_title": "Kopie", "new_parent_page": story.get_parent().pk, **data}
    assert client.post(reverse("wagtailadmin_pages:copy", args=[story.pk]), fields).status_code == 302


def translation_of(story: ExamplePage) -> ExamplePage:
    english = Locale.objects.get(language_code="en")
    translate_object(story, [english])
    return story.get_translation(english)


def test_a_translation_is_checked_by_two_people_too(tree: None) -> None:
    writer, first, second = person("Redacteur"), person("Moderator"), person("Moderator", "tweede")
    story = make_story("verhaal")
    page = translation_of(story)
    source = TranslationSource.objects.get_for_instance(story)
    translation = source.translations.get()
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    send_in = reverse("send_in_translation", args=[translation.pk])
    client = signed_in(writer)
    assert send_in in client.get(edit_url).content.decode()
    assert client.post(send_in).status_code == 302
    assert send_in not in client.get(edit_url).content.decode()
    assert not act(writer, page)
    state = stored(page).current_workflow_task_state
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    assert approve in signed_in(first).get(edit_url).content.decode()
    assert act(first, page)
    assert not act(first, page)
    assert act(second, page)
    assert stored(page).live


def unpublish(story: ExamplePage) -> None:
    url = reverse("wagtailadmin_pages:unpublish", args=[story.pk])
    assert signed_in(person("Moderator")).post(url, {}).status_code == 302


def test_withdrawing_a_story_withdraws_its_translation(tree: None) -> None:
    story = make_story("verhaal")
    page = translation_of(story)
    page.save_revision().publish()
    unpublish(story)
    assert not stored(story).live
    assert not stored(page).live


def test_withdrawing_a_translation_leaves_the_story(tree: None) -> None:
    story = make_story("verhaal")
    page = translation_of(story)
    page.save_revision().publish()
    unpublish(page)
    assert stored(story).live
    assert not stored(page).live


def test_many_stories_are_withdrawn_at_once_by_a_moderator_not_by_an_editor(tree: None) -> None:
    stories = [make_story(f"verhaal-{number}") for number in range(3)]
    chosen = [story.pk for story in stories[:2]]
    bulk(person("Redacteur"), "unpublish", chosen)
    assert ExamplePage.objects.live().count() == 3
    bulk(person("Moderator"), "unpublish", chosen)
    assert list(ExamplePage.objects.live()) == [stories[2]]
