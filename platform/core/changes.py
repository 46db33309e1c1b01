"""Tells the page cache what a change of a page shows elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Locale, Page, PageViewRestriction, ReferenceIndex, Site
from wagtail.signals import post_page_move

from core.page_cache import purge, purge_everything
from core.pages import SitePage, is_menu_key, page_key

# What a draft, a lock or a schedule changes shows nowhere.
BOOKKEEPING = {
    "draft_title",
    "expire_at",
    "expired",
    "go_live_at",
    "has_unpublished_changes",
    "last_published_at",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "owner",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What visitors see of a page outside the page itself.

    Attributes:
        address: Its path in the tree, "" when it is not live.
        lists: What each list that shows it sorts and filters by, by the key of the list.
    """

    address: str
    lists: dict[str, Any]


NOWHERE = Shown("", {})


def shown(page: Page | None) -> Shown:
    """What visitors see of the page as it is in memory; nothing of a draft."""
    if not isinstance(page, SitePage) or not page.live:
        return NOWHERE
    return Shown(page.url_path, page.list_facts())


def in_database(page: Page) -> Page | None:
    """The page as visitors see it now."""
    found = Page.objects.filter(pk=page.pk).first() if page.pk else None
    return found.specific if found else None


def purge_difference(page: Page, before: Shown, after: Shown) -> None:
    """Make stale what shows the page before or after the change."""
    if not before.address and not after.address:
        return
    keys = {page_key(page.pk)}
    names = before.lists.keys() | after.lists.keys()
    keys |= {name for name in names if before.lists.get(name) != after.lists.get(name)}
    if before.address != after.address:
        keys.add(f"translations:{page.translation_key}")
        keys |= {page_key(int(pk)) for pk in _pages_that_link_to(page)}
        if before.address and after.address and page.numchild:
            purge_everything()
    purge(*keys)


def _pages_that_link_to(page: Page) -> list[str]:
    kind = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(page).filter(base_content_type=kind)
    return list(references.values_list("object_id", flat=True))


def remember(sender: type[Any], instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """Before a page is saved: keep what visitors see of it now."""
    if isinstance(instance, Page) and not _is_bookkeeping(update_fields):
        instance._shown_before = shown(in_database(instance))


def compare(sender: type[Any], instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """After a page is saved: make stale what has changed."""
    if isinstance(instance, Page) and not _is_bookkeeping(update_fields):
        after = instance if isinstance(instance, SitePage) else in_database(instance)
        purge_difference(instance, instance.__dict__.pop("_shown_before", NOWHERE), shown(after))


def forget(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    """Before a page is deleted: make stale what shows it."""
    if isinstance(instance, Page):
        purge_difference(instance, shown(in_database(instance)), NOWHERE)


def _is_bookkeeping(update_fields: Any) -> bool:
    return update_fields is not None and set(update_fields) <= BOOKKEEPING


def moved(sender: type[Any], instance: Page, **kwargs: Any) -> None:
    """After a page has moved: the menus, which follow the order of the tree."""
    purge(*filter(is_menu_key, shown(in_database(instance)).lists))


def everything(sender: type[Any], **kwargs: Any) -> None:
    """A change of hosts, languages or who may see a page."""
    purge_everything()


def connect() -> None:
    """Follow all changes of pages."""
    pre_save.connect(remember)
    post_save.connect(compare)
    pre_delete.connect(forget)
    post_page_move.connect(moved)
    for model in (Site, Locale, PageViewRestriction):
        post_save.connect(everything, sender=model)
        post_delete.connect(everything, sender=model)
