"""Adds a tag to many stories, or takes it off, in such a way that it can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from modelcluster.models import get_serializable_data_for_fields, model_from_serializable_data

from examples.completeness import missing_of
from examples.models import ExamplePage
from examples.publication import reason_to_wait


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to one story.

    Attributes:
        page: Its number.
        revision: Number of the version that the change made; an undo wants it to be the last one still.
        relation: The kind of tag.
        added: Whether the tag was added; else it was taken off.
        row: The tag as plain values.
        published: Whether readers see the change.
    """

    page: int
    revision: int
    relation: str
    added: bool
    row: dict[str, Any]
    published: bool

    def plain(self) -> dict[str, Any]:
        """As plain values, for a session."""
        return asdict(self)


def tag_stories(stories: Iterable[ExamplePage], terms: dict[str, Any], add: bool, user: Any) -> list[Change]:
    """Add terms to stories or take them off; a story that is right already is left alone.

    Args:
        stories: Stories in any language; the term goes in as the row of the story's language.
        terms: One term for each relation that must change.
        add: Whether to add; else to take off.
        user: Who does it. Readers see it at once when they may publish and the story has no other
            unpublished changes; else it becomes a draft, for the workflow.
    """
    changes: list[Change] = []
    with transaction.atomic():
        for story in stories:
            page = story.get_latest_revision_as_object()
            rows = []
            for relation, term in terms.items():
                own = term.get_translation_or_none(page.locale) or term
                row = _add(page, relation, own) if add else _remove(page, relation, own)
                if row is not None:
                    rows.append((relation, row))
            if rows:
                revision, published = _keep(story, page, user)
                changes += [Change(page.pk, revision, name, add, row, published) for name, row in rows]
    return changes


def undo(changes: list[Change], user: Any) -> tuple[int, int]:
    """Take changes back; how many stories were restored, and how many were changed since and left alone."""
    restored = left = 0
    by_page: dict[int, list[Change]] = {}
    for change in changes:
        by_page.setdefault(change.page, []).append(change)
    with transaction.atomic():
        for number, own in by_page.items():
            story = ExamplePage.objects.filter(pk=number, latest_revision_id=own[0].revision).first()
            if story is None or not story.permissions_for_user(user).can_edit():
                left += 1
                continue
            page = story.get_latest_revision_as_object()
            for change in own:
                _take_back(page, change)
            _keep(story, page, user)
            restored += 1
    return restored, left


def _add(page: ExamplePage, relation: str, term: Any) -> dict[str, Any] | None:
    rows = getattr(page, relation)
    if any(row.term_id == term.pk for row in rows.all()):
        return None
    row = rows.model(term=term, locale=page.locale, sort_order=rows.count())
    rows.add(row)
    return dict(get_serializable_data_for_fields(row))


def _remove(page: ExamplePage, relation: str, term: Any) -> dict[str, Any] | None:
    rows = getattr(page, relation)
    row = next((row for row in rows.all() if row.term_id == term.pk), None)
    if row is None:
        return None
    rows.remove(row)
    return dict(get_serializable_data_for_fields(row))


def _take_back(page: ExamplePage, change: Change) -> None:
    rows = getattr(page, change.relation)
    if change.added:
        for row in [row for row in rows.all() if row.term_id == change.row["term"]]:
            rows.remove(row)
    else:
        # The row with its own number: its texts and their translations hang on it.
        rows.add(model_from_serializable_data(rows.model, change.row, check_fks=False))


def _keep(story: ExamplePage, page: ExamplePage, user: Any) -> tuple[int, bool]:
    """Keep the new version; its number, and whether it was published."""
    as_readers_see_it = story.live and not story.has_unpublished_changes
    revision = page.save_revision(user=user, log_action=True)
    complete = not missing_of(page) and not reason_to_wait(page)
    if as_readers_see_it and complete and story.permissions_for_user(user).can_publish():
        revision.publish(user=user)
        return revision.pk, True
    return revision.pk, False
