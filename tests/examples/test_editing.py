"""Editors find stories, tag many at once, see what waits and what needs work."""

from __future__ import annotations

import csv
from datetime import timedelta
from html import unescape
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now
from openpyxl import load_workbook
from wagtail.models import Locale, TaskState, WorkflowState
from wagtail.users.models import UserProfile
from wagtail_localize.operations import translate_object

from examples.models import ExampleLifeDomain, ExamplePage, ExampleRule, LifeDomain, Partner, TargetGroup
from tests.accounts.people import person
from tests.examples.admin import edit, form_of, signed_in
from tests.examples.stories import make_story, term

pytestmark = pytest.mark.slow


def stored(story: ExamplePage) -> ExamplePage:
    return ExamplePage.objects.get(pk=story.pk)


def titles(client: Any, **filters: Any) -> set[str]:
    pages = client.get(reverse("stories:index"), filters).context["object_list"]
    return {page.title for page in pages}


def test_the_list_of_stories_is_filtered(tree: None) -> None:
    client = signed_in(person("Redacteur"))
    domain = term(LifeDomain, "werk")
    today = localdate()
    one = make_story("een", outcome="gerealiseerd", reviewed_on=today)
    two = make_story("twee", live=False, municipality=None, reviewed_on=today - timedelta(days=30))
    ExampleLifeDomain.objects.filter(page=two).update(term=domain)
    translate_object(one, [Locale.objects.get(language_code="en")])
    first, second = {one.title}, {two.title}
    assert titles(client) == first | second
    assert titles(client, life_domain=domain.pk) == second
    rule = one.story_rules.all()[0].term
    assert titles(client, rule=rule.pk) == first | second
    assert titles(client, target_group=term(TargetGroup, "zorgmijders").pk) == set()
    assert titles(client, outcome="gerealiseerd") == first
    assert titles(client, municipality=one.municipality_id) == first
    assert titles(client, live="true") == first
    assert titles(client, live="false") == first | second  # the English page of the first is a draft
    assert titles(client, locale="nl", live="false") == second
    assert titles(client, locale="en") == first
    assert titles(client, reviewed_on_from=(today - timedelta(days=3)).isoformat()) == first
    assert titles(client, reviewed_on_to=(today - timedelta(days=3)).isoformat()) == second


def tag(client: Any, stories: list[ExamplePage], confirmed: str = "on", **choice: Any) -> Any:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "tag_stories"])
    query = "&".join(f"id={story.pk}" for story in stories)
    return client.post(f"{url}?{query}&next=/admin/stories/", {"confirmed": confirmed, **choice}, follow=True)


def newest(story: ExamplePage) -> ExamplePage:
    return stored(story).get_latest_revision_as_object()


def slugs(page: ExamplePage, relation: str) -> list[str]:
    return [row.term.slug for row in getattr(page, relation).all()]


def undo_url(answer: Any) -> str:
    html = answer.content.decode()
    start = html.index("/admin/stories/undo-tags/")
    return html[start : html.index('"', start)]


def test_an_editor_tags_many_stories_after_confirming_and_undoes_it(tree: None) -> None:
    client = signed_in(person("Redacteur"))
    stories = [make_story("een"), make_story("twee", live=False)]
    choice = {
        "what": "add",
        "target_group": term(TargetGroup, "zorgmijders").pk,
        "partner": term(Partner, "wijkteam").pk,
    }
    asked = tag(client, stories, confirmed="", **choice)
    assert "tag_stories_confirm.html" in asked.template_name
    assert all(not slugs(newest(story), "story_partners") for story in stories)
    done = tag(client, stories, **choice)
    for story in stories:
        assert slugs(newest(story), "story_partners") == ["wijkteam"]
        assert slugs(newest(story), "story_target_groups") == ["zorgmijders"]
    # What readers see waits for the checks.
    assert slugs(stored(stories[0]), "story_partners") == []
    back = undo_url(done)
    assert client.get(back).status_code == 200
    client.post(back)
    assert all(slugs(newest(story), "story_partners") == [] for story in stories)
    assert client.post(back, follow=True).status_code == 404


def test_taking_a_rule_off_is_undone_with_its_texts(tree: None) -> None:
    client = signed_in(person("Beheerder"))
    story = make_story("een", caveat="De bron noemt geen regel.")
    row = story.story_rules.all()[0]
    ExampleRule.objects.filter(pk=row.pk).update(how_blocked="Zo zat het.")
    stored(story).save_revision().publish()
    done = tag(client, [story], what="remove", rule=row.term.pk)
    assert slugs(stored(story), "story_rules") == [], "an administrator publishes it at once"
    client.post(undo_url(done))
    restored = stored(story).story_rules.get()
    assert (restored.how_blocked, restored.translation_key) == ("Zo zat het.", row.translation_key)


def test_an_undo_leaves_a_story_that_was_changed_since(tree: None) -> None:
    client = signed_in(person("Redacteur"))
    story = make_story("een")
    done = tag(client, [story], what="add", partner=term(Partner, "wijkteam").pk)
    edit(client, story.pk, title="Later veranderd")
    client.post(undo_url(done))
    assert slugs(newest(story), "story_partners") == ["wijkteam"]
    assert newest(story).title == "Later veranderd"


def test_all_in_the_listing_means_all_that_the_filters_show(tree: None) -> None:
    client = signed_in(person("Beheerder"))
    one, two = make_story("een", outcome="lopend"), make_story("twee", outcome="mislukt")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "tag_stories"])
    listing = "/admin/stories/%3Foutcome%3Dlopend"
    choice = {"confirmed": "on", "what": "add", "partner": term(Partner, "wijkteam").pk}
    client.post(f"{url}?id=all&next={listing}", choice)
    assert slugs(stored(one), "story_partners") == ["wijkteam"]
    assert slugs(stored(two), "story_partners") == []


def test_an_administrator_does_not_publish_an_incomplete_case_by_the_bulk_action(tree: None) -> None:
    story = make_story("een", live=False)
    story.story_life_domains.all()[0].delete()
    stored(story).save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = signed_in(person("Beheerder")).post(f"{url}?id={story.pk}&next=/admin/stories/", {}, follow=True)
    assert not stored(story).live
    assert "Verhaal een" in answer.content.decode()


@pytest.mark.parametrize("action", ["action_submit", "action_publish"])
def test_a_case_is_sent_in_with_a_life_domain_and_a_rule_and_kept_as_a_draft_without(
    tree: None, action: str
) -> None:
    client = signed_in(person("Beheerder"))
    story = make_story("een", live=False)
    off = {"story_life_domains-0-DELETE": "1", "story_rules-0-DELETE": "1"}
    answer = edit(client, story.pk, **off, **{action: "1"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Kies ten minste één leefgebied" in html
    assert "Kies ten minste één regel" in html
    assert not stored(story).live
    assert not WorkflowState.objects.exists()
    assert edit(client, story.pk, **off).status_code == 302
    assert slugs(newest(story), "story_rules") == []
    domain = {
        "story_life_domains-TOTAL_FORMS": "1",
        "story_life_domains-0-term": term(LifeDomain, "geld").pk,
        "story_life_domains-0-ORDER": "1",
        "story_life_domains-0-id": "",
        "story_life_domains-0-DELETE": "",
    }
    without = edit(client, story.pk, **domain, caveat="De bron noemt geen regel.", **{action: "1"})
    assert without.status_code == 302, "a source that names no rule is no reason to leave the case out"


def test_a_way_of_working_needs_neither(tree: None) -> None:
    story = make_story("een", live=False, kind=ExamplePage.Kind.WAY_OF_WORKING)
    off = {"story_life_domains-0-DELETE": "1", "story_rules-0-DELETE": "1"}
    edit(signed_in(person("Beheerder")), story.pk, **off, action_publish="1")
    assert stored(story).live


def test_the_dashboard_shows_what_waits_and_for_how_long(tree: None) -> None:
    writer, checker = signed_in(person("Redacteur")), signed_in(person("Moderator"))
    home = reverse("wagtailadmin_home")
    assert "Er wacht niets op een controle" in checker.get(home).content.decode()
    old, new = make_story("oud", live=False), make_story("nieuw", live=False)
    for story in (old, new):
        edit(writer, story.pk, action_submit="1")
    waiting = TaskState.objects.filter(workflow_state__object_id=str(old.pk))
    waiting.update(started_at=now() - timedelta(days=9))
    html = checker.get(home).content.decode()
    assert html.index("Verhaal oud") < html.index("Verhaal nieuw")
    for words in ("9 dagen", "Sinds vandaag", "Inhoud controleren", "redacteur@mooimaatwerk.example"):
        assert words in html
    assert reverse("wagtailadmin_reports:workflow") in html


def test_the_report_shows_what_needs_work_and_exports_it(tree: None) -> None:
    client = signed_in(person("Redacteur"))
    today = localdate()
    whole = {"legitimacy": "Mag.", "reviewed_on": today}
    make_story("goed", **whole)
    make_story("zonder-argument", reviewed_on=today)
    make_story("oud", legitimacy="Mag.", reviewed_on=today - timedelta(days=366))
    make_story("nooit", legitimacy="Mag.")
    for relation in ("story_rules", "story_life_domains"):
        story = make_story(relation, **whole)
        getattr(story, relation).all()[0].delete()
    url = reverse("stories_that_need_work")

    def shown(**filters: str) -> set[str]:
        pages = client.get(url, filters).context["object_list"]
        return {page.slug for page in pages}

    assert shown() == {"zonder-argument", "oud", "nooit", "story_rules", "story_life_domains"}
    assert shown(lacks="argument") == {"zonder-argument"}
    assert shown(lacks="old_review") == {"oud"}
    assert shown(lacks="review") == {"nooit"}
    assert shown(lacks="rule") == {"story_rules"}
    assert shown(lacks="life_domain") == {"story_life_domains"}
    assert shown(lacks="rule", live="false") == set()

    spreadsheet: Any = client.get(url, {"export": "csv"})
    exported = b"".join(spreadsheet.streaming_content).decode()
    rows = list(csv.DictReader(StringIO(exported)))
    assert {row["Titel"] for row in rows} == {page.title for page in ExamplePage.objects.exclude(slug="goed")}
    book = load_workbook(BytesIO(client.get(url, {"export": "xlsx"}).getvalue()))
    assert book.active.max_row == len(rows) + 1


def test_the_preview_equals_the_page(site: None, client: Any) -> None:
    story = ExamplePage.objects.get(slug="utrecht-rolstoelwoningen", locale__language_code="nl")
    editor = signed_in(person("Redacteur"))
    data = form_of(editor, reverse("wagtailadmin_pages:edit", args=[story.pk]))
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk])
    assert editor.post(url, data).json()["is_valid"]
    preview = editor.get(url).content.decode()
    page = client.get(story.get_url()).content.decode()
    start, end = "<main", "</main>"
    assert preview[preview.index(start) : preview.index(end)] == page[page.index(start) : page.index(end)]


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "Wacht op een controle"), ("en", "Waiting for a check")]
)
def test_the_admin_speaks_both_languages(tree: None, language: str, word: str) -> None:
    user = person("Redacteur")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    client = signed_in(user)
    assert word in client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("stories:index", "stories_that_need_work"):
        assert client.get(reverse(name)).status_code == 200


def test_menu_and_choosers_speak_the_language_of_who_reads_them(tree: None) -> None:
    """Both are made once a process, for whoever comes first."""
    user = person("Beheerder")
    profile = UserProfile.get_for_user(user)
    client = signed_in(user)
    words = {
        "nl": (
            "Meldingen",
            "Privacywaarschuwingen",
            "Voorbeelden die werk nodig hebben",
            "Kies een voorbeeld",
        ),
        "en": ("Reported stories", "Privacy warnings", "Stories that need work", "Choose a story"),
    }
    for language in ("nl", "en", "nl"):
        profile.preferred_language = language
        profile.save()
        html = unescape(client.get(reverse("wagtailsnippets_search_steeredresult:add")).content.decode())
        other = "en" if language == "nl" else "nl"
        assert [text for text in words[language] if text not in html] == []
        assert [text for text in words[other] if text in html] == []
