"""Every change by which a story may look otherwise in the index ends up in the outbox.

The receivers run inside the transaction of the change, so a rollback takes its rows along. What changes rows
without signals (`QuerySet.update`, SQL) is found by `manage.py search check`.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from examples.models import (
    BlockingRule,
    ExampleLifeDomain,
    ExamplePage,
    ExamplePartner,
    ExampleRule,
    ExampleTargetGroup,
    Law,
    LifeDomain,
    Municipality,
    Partner,
    Province,
    RuleLaw,
    TargetGroup,
)
from search.models import enqueue

TAGS = (ExampleLifeDomain, ExamplePartner, ExampleRule, ExampleTargetGroup)
# Which stories a row of a vocabulary touches, by the way to it.
TOUCHED: dict[Any, str] = {
    LifeDomain: "story_life_domains__term",
    TargetGroup: "story_target_groups__term",
    Partner: "story_partners__term",
    BlockingRule: "story_rules__term",
    Law: "story_rules__term__rule_laws__law",
    RuleLaw: "story_rules__term__rule_laws",
    Municipality: "municipality",
    Province: "municipality__province",
}


def connect() -> None:
    """Listen to all of them."""
    for signal in (post_save, post_delete):
        signal.connect(on_story, sender=ExamplePage)
        for tag in TAGS:
            signal.connect(on_tag, sender=tag)
        signal.connect(on_restriction, sender=PageViewRestriction)
        signal.connect(on_site, sender=Site)
    post_save.connect(on_bare_page, sender=Page)
    for model in TOUCHED:
        for signal in (post_save, pre_delete):
            signal.connect(on_term, sender=model)
    m2m_changed.connect(on_successors, sender=Municipality.successors.through)
    pre_save.connect(on_page)
    post_page_move.connect(on_move)


def _enqueue(stories: QuerySet[Any]) -> None:
    enqueue(stories.order_by("pk").values_list("pk", flat=True).distinct())


def on_story(sender: Any, instance: ExamplePage, raw: bool = False, **kwargs: Any) -> None:
    """A story was saved or deleted."""
    enqueue([instance.pk])


def on_bare_page(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A story may be saved as no more than a page: the schedule does so with one that expires."""
    _enqueue(ExamplePage.objects.filter(pk=instance.pk))


def on_tag(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A tag of a story was saved or deleted."""
    enqueue([instance.page_id])


def on_term(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A row of a vocabulary was saved, or is about to be deleted."""
    _enqueue(ExamplePage.objects.filter(**{TOUCHED[sender]: instance}))


def on_successors(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A municipality went up in another one: stories of all that went up in it may roll up anew."""
    _enqueue(ExamplePage.objects.filter(municipality__in=instance.with_predecessors()))


def on_restriction(sender: Any, instance: PageViewRestriction, **kwargs: Any) -> None:
    """A branch of pages became private or public."""
    _enqueue_branch(instance.page)


def on_site(sender: Any, **kwargs: Any) -> None:
    """Addresses may all be others."""
    _enqueue(ExamplePage.objects.all())


def on_page(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """A page above stories is about to get another slug; Wagtail's own signal comes after the commit."""
    if not isinstance(instance, Page) or isinstance(instance, ExamplePage) or not instance.pk or raw:
        return
    if not Page.objects.filter(pk=instance.pk, slug=instance.slug).exists():
        _enqueue_branch(instance)


def on_move(sender: Any, instance: Page, **kwargs: Any) -> None:
    """A page with all below it went elsewhere."""
    _enqueue_branch(instance)


def _enqueue_branch(page: Page) -> None:
    _enqueue(ExamplePage.objects.descendant_of(page, inclusive=True))
