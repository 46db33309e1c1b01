"""A story that is taken off the site goes in all languages: a translation says the same of a resident."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision
from wagtail.signals import page_unpublished

from accounts.models import User
from core import audit
from examples.models import ExamplePage, StoryReport, Withdrawal
from examples.publication import vouched

audit.name_actions(
    {
        "story.withdraw": _("Story taken off the site"),
        "story.put-back": _("Story put back on the site"),
    }
)


def withdraw_translations(sender: type[Any], instance: ExamplePage, **kwargs: Any) -> None:
    """Take the translations off too; taking a translation off leaves its original alone."""
    if instance.locale.language_code != "nl":
        return
    for translation in instance.get_translations().live():
        translation.unpublish(log_action=True)


def languages_of(key: UUID) -> list[ExamplePage]:
    """The story in all its languages, whichever of them readers see."""
    return list(ExamplePage.objects.filter(translation_key=key).select_related("locale").order_by("pk"))


def withdrawal_of(key: UUID) -> Withdrawal | None:
    """Why the story must stay off the site; None when it need not."""
    return Withdrawal.objects.filter(translation_key=key).select_related("by").first()


@transaction.atomic
def take_offline(story: ExamplePage, user: User, why: str) -> None:
    """Take a story off the site in all languages and keep it off; open reports about it are dealt with.

    Pages, lists, feeds and pictures follow from `live`, kept pages and the index from the page's signals.

    Args:
        story: In whichever language.
        user: Who does it.
        why: For the editors; erased with the story.
    """
    pages = languages_of(story.translation_key)
    versions = {str(page.pk): page.live_revision_id for page in pages if page.live}
    Withdrawal.objects.get_or_create(
        translation_key=story.translation_key, defaults={"by": user, "why": why, "versions": versions}
    )
    for page in pages:
        # Read anew: with the original its translations went.
        page.refresh_from_db()
        if page.live:
            page.unpublish(user=user, log_action=True)
        page.revisions.update(approved_go_live_at=None)
        if page.current_workflow_state:
            page.current_workflow_state.cancel(user=user)
    close_reports(story, user, StoryReport.Outcome.OFFLINE)
    audit.record("story.withdraw", actor=user, subject=f"story:{story.translation_key}")


@transaction.atomic
def put_back(withdrawal: Withdrawal, user: User) -> list[ExamplePage]:
    """Show again the versions that readers saw, in the languages in which they did.

    Args:
        withdrawal: What is taken back.
        user: Who does it.

    Returns:
        The pages that are on the site again; one whose version is gone stays a draft.
    """
    versions = {int(pk): number for pk, number in withdrawal.versions.items()}
    key = withdrawal.translation_key
    withdrawal.delete()
    audit.record("story.put-back", actor=user, subject=f"story:{key}")
    shown = []
    for page in languages_of(key):
        revision = Revision.page_revisions.filter(pk=versions.get(page.pk) or 0).first()
        if revision is not None:
            # Readers saw this very version; whoever puts it back answers for it.
            with vouched():
                revision.publish(user=user, skip_permission_checks=True)
            shown.append(page)
    return shown


def close_reports(story: ExamplePage, user: User, outcome: StoryReport.Outcome) -> int:
    """Deal with all open reports about the story in all languages; how many there were."""
    waiting = StoryReport.objects.filter(story__translation_key=story.translation_key, outcome="")
    return waiting.update(outcome=outcome, handled_by=user, handled_at=timezone.now())


def connect() -> None:
    """Follow stories that are taken off the site."""
    page_unpublished.connect(withdraw_translations, sender=ExamplePage, dispatch_uid="withdraw translations")
