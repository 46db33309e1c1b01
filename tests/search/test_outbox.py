"""Whatever changes what a story is in the index leaves a row in the outbox, in the same transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from examples.models import (
    BlockingRule,
    ExampleIndexPage,
    ExamplePage,
    ExampleRule,
    Law,
    LifeDomain,
    Municipality,
    Partner,
    Province,
    TargetGroup,
)
from search.models import IndexChange

pytestmark = pytest.mark.usefixtures("site")

SLUG = "utrecht-rolstoelwoningen"


def story() -> ExamplePage:
    return ExamplePage.objects.get(slug=SLUG, locale__language_code="nl")


def touched(change: Callable[[], object]) -> set[int]:
    IndexChange.objects.all().delete()
    change()
    return set(IndexChange.objects.values_list("story", flat=True))


def stories_with(**lookup: object) -> set[int]:
    return set(ExamplePage.objects.filter(**lookup).values_list("pk", flat=True))


def test_a_story_that_is_saved_published_or_unpublished() -> None:
    page = story()
    assert touched(page.save) == {page.pk}
    assert touched(lambda: page.save_revision().publish()) == {page.pk}
    both = {page.pk, *page.get_translations().values_list("pk", flat=True)}
    assert touched(page.unpublish) == both, "the other language is withdrawn along with it"


def test_a_story_that_expires() -> None:
    page = story()
    page.expire_at = timezone.now() + timedelta(milliseconds=1)
    page.save_revision().publish()
    assert page.pk in touched(lambda: call_command("publish_scheduled", verbosity=0))
    assert not story().live


def test_a_draft_that_is_kept_changes_nothing_that_can_be_found() -> None:
    page = story()
    page.title = "Een titel die nog niemand mag zien"
    touched(page.save_revision)
    assert story().title != page.title


def test_a_story_that_is_deleted_also_below_its_parent() -> None:
    page = story()
    number = page.pk
    assert number in touched(page.delete)
    rest = stories_with(locale__language_code="nl")
    parent = ExampleIndexPage.objects.get(locale__language_code="nl")
    assert rest <= touched(parent.delete)


@pytest.mark.parametrize(
    ("model", "slug", "way"),
    [
        (LifeDomain, "wonen", "story_life_domains__term"),
        (TargetGroup, "mensen-met-lichamelijke-beperking", "story_target_groups__term"),
        (Partner, "woningcorporatie", "story_partners__term"),
        (BlockingRule, "urgentiecriteria", "story_rules__term"),
        (Law, "huisvestingswet-2014", "story_rules__term__rule_laws__law"),
    ],
)
def test_a_term_that_is_renamed(model: type[LifeDomain], slug: str, way: str) -> None:
    term = model.objects.get(slug=slug, locale__language_code="nl")
    term.name = "Een andere naam"
    expected = stories_with(**{way: term})
    assert expected
    assert touched(term.save) == expected


def test_an_article_that_a_rule_gains_or_loses() -> None:
    rule = BlockingRule.objects.get(slug="urgentiecriteria", locale__language_code="nl")
    expected = stories_with(story_rules__term=rule)
    row = rule.rule_laws.first()
    assert row is not None
    assert touched(row.delete) == expected
    row.pk = None
    assert touched(row.save) == expected


def test_a_tag_that_is_added_or_removed_by_itself() -> None:
    tag = ExampleRule.objects.filter(page=story()).first()
    assert tag is not None
    assert touched(tag.save) == {story().pk}
    assert touched(tag.delete) == {story().pk}


def test_places_their_names_and_what_they_went_up_in() -> None:
    utrecht = story().municipality
    assert utrecht is not None
    assert touched(utrecht.save) == stories_with(municipality=utrecht)
    province = Province.objects.get(pk=utrecht.province_id)
    assert touched(province.save) == stories_with(municipality__province=province)
    merged = Municipality.objects.get(name="Ten Boer")
    elsewhere = Municipality.objects.get(name="Leeuwarden")
    expected = stories_with(municipality__in=merged.with_predecessors())
    assert touched(lambda: merged.successors.add(elsewhere)) >= expected


def test_a_branch_that_becomes_private_and_public_again() -> None:
    parent = ExampleIndexPage.objects.get(locale__language_code="nl")
    below = {page.pk for page in parent.get_children()}
    restriction = PageViewRestriction(page=parent, restriction_type=PageViewRestriction.LOGIN)
    assert touched(restriction.save) == below
    restriction.groups.set(Group.objects.all())
    assert touched(restriction.delete) == below


def test_a_branch_or_a_site_that_gets_another_address() -> None:
    parent = ExampleIndexPage.objects.get(locale__language_code="nl")
    below = {page.pk for page in parent.get_children()}
    parent.slug = "verhalen"
    assert below <= touched(lambda: parent.save_revision().publish())
    home = parent.get_parent()
    assert below <= touched(lambda: parent.move(home, pos="first-child"))
    assert stories_with() == touched(Site.objects.get().save)


def test_a_rollback_leaves_no_row() -> None:
    IndexChange.objects.all().delete()
    with pytest.raises(RuntimeError), transaction.atomic():
        story().save()
        assert IndexChange.objects.exists()
        raise RuntimeError
    assert not IndexChange.objects.exists()
