"""No way of publishing goes past an open privacy warning."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Revision
from wagtail_localize.models import StringTranslation, TranslationSource

from accounts.models import User
from examples.anonymity import keep, open_warnings
from examples.models import BlockingRule, ExampleIndexPage, ExamplePage
from examples.publication import PublicationRefused, vouched
from examples.tagging import tag_stories
from tests.accounts.people import person
from tests.examples.admin import edit, signed_in
from tests.examples.stories import make_story, term
from tests.examples.test_workflow import bulk, stored, translation_of

PLANTED = "Mevrouw Hofstede belde met 06-38291745."
NUMBER = "Call 06-38291745."


@pytest.fixture
def boss(tree: None) -> User:
    """Somebody who may publish without the workflow."""
    return person("Beheerder")


@pytest.fixture
def draft(tree: None) -> ExamplePage:
    return make_story("geplant", situation=PLANTED, live=False)


def decide(story: ExamplePage, user: User) -> None:
    for warning in open_warnings(story):
        keep(story, warning, user, "verzonnen")


def test_in_code_it_is_refused_until_somebody_decided(draft: ExamplePage, boss: User) -> None:
    with pytest.raises(PublicationRefused):
        draft.get_latest_revision().publish(user=boss)
    assert not stored(draft).live
    decide(draft, boss)
    draft.get_latest_revision().publish(user=boss)
    assert stored(draft).live


def test_an_operator_vouches_for_a_file(draft: ExamplePage) -> None:
    with vouched():
        draft.get_latest_revision().publish()
    assert stored(draft).live


def test_scheduling_leads_to_the_decisions_and_keeps_the_draft(draft: ExamplePage, boss: User) -> None:
    moment = timezone.localtime() + timedelta(days=1)
    answer = edit(signed_in(boss), draft.pk, go_live_at=moment.strftime("%Y-%m-%d %H:%M"), action_publish="1")
    assert answer["Location"] == reverse("story_anonymity", args=[draft.pk])
    assert not Revision.objects.exclude(approved_go_live_at=None).exists()
    assert stored(draft).latest_revision.content["go_live_at"]


def test_at_its_time_one_that_may_not_is_left_and_the_others_go_on(draft: ExamplePage) -> None:
    other = make_story("onschuldig", live=False)
    for number, story in enumerate((draft, other)):
        revision = story.get_latest_revision()
        revision.approved_go_live_at = timezone.now() - timedelta(minutes=2 - number)
        revision.save()
    call_command("publish_scheduled", verbosity=0)
    assert not stored(draft).live
    assert stored(other).live
    assert not Revision.objects.exclude(approved_go_live_at=None).exists()


@pytest.mark.parametrize("above", [False, True])
def test_many_at_once_none_when_one_has_a_warning(draft: ExamplePage, boss: User, above: bool) -> None:
    other = make_story("onschuldig", live=False)
    chosen = [ExampleIndexPage.objects.get(locale=draft.locale).pk] if above else [other.pk, draft.pk]
    bulk(boss, "publish", chosen, include_descendants="on" if above else "")
    assert not stored(draft).live
    assert not stored(other).live
    decide(draft, boss)
    bulk(boss, "publish", chosen, include_descendants="on" if above else "")
    assert stored(draft).live
    assert stored(other).live


def test_tags_on_many_leave_one_with_a_warning_a_draft(tree: None, boss: User) -> None:
    story = make_story("geplant", situation=PLANTED)
    rule = term(BlockingRule, "kostendelersnorm")
    (change,) = tag_stories([story], {"story_rules": rule}, True, boss)
    assert not change.published
    decide(story, boss)
    other = BlockingRule.objects.filter(locale=story.locale).exclude(pk=rule.pk).last()
    story.refresh_from_db()
    story.get_latest_revision().publish(user=boss)
    (change,) = tag_stories([stored(story)], {"story_rules": other}, True, boss)
    assert change.published


def translate(page: ExamplePage, text: str) -> None:
    """Give the summary of an English page a text."""
    source = TranslationSource.objects.get(object_id=page.translation_key)
    segment = source.stringsegment_set.get(context__path="summary")
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=Locale.objects.get(language_code="en"),
        context=segment.context,
        defaults={"data": text, "translation_type": "manual"},
    )


@pytest.fixture
def english(tree: None) -> ExamplePage:
    page = translation_of(make_story("verhaal"))
    translate(page, NUMBER)
    return page


def test_the_editor_of_translations(
    english: ExamplePage, boss: User, django_capture_on_commit_callbacks: Any
) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[english.pk])
    for live in (False, True):
        with django_capture_on_commit_callbacks(execute=True):
            answer = signed_in(boss).post(url, {"action": "publish"})
        assert stored(english).live == live
        assert (answer["Location"] == reverse("story_anonymity", args=[english.pk])) != live
        decide(stored(english).get_latest_revision_as_object(), boss)


def test_updating_translations(
    english: ExamplePage, boss: User, django_capture_on_commit_callbacks: Any
) -> None:
    source = TranslationSource.objects.get(object_id=english.translation_key)
    url = reverse("wagtail_localize:update_translations", args=[source.pk])
    for live in (False, True):
        with django_capture_on_commit_callbacks(execute=True):
            answer = signed_in(boss).post(url, {"publish_translations": "on"})
        assert answer.status_code == 302
        assert stored(english).live == live
        assert stored(english).get_latest_revision_as_object().summary == NUMBER
        decide(stored(english).get_latest_revision_as_object(), boss)
