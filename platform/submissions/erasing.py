"""What goes of submissions: with a story that is erased, and what grows too old."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from core import erasure
from core.retention import Rule, register
from examples.models import ExamplePage
from examples.takedown.erase import erase_story
from examples.takedown.files import erase_file, is_used
from submissions.models import Submission
from submissions.states import Status

# All that is left of the answers once the page has them.
TITLE = "title"


def connect() -> None:
    """Register both."""
    erasure.register("story", forget_submissions)
    register(Rule("submissions that were not accepted", "rejected", purge_rejected))
    register(Rule("answers of submissions that were published", "published", purge_answers))


def forget_submissions(key: str) -> None:
    """Remove the submissions of a story, and those that propose a change of it: answers and conversation.

    Args:
        key: The story's translation key.
    """
    pages = list(ExamplePage.objects.filter(translation_key=UUID(key)).values_list("pk", flat=True))
    _remove(Submission.objects.filter(Q(page__in=pages) | Q(updates__page__in=pages)), pages)


def purge_rejected(before: datetime, dry_run: bool) -> int:
    """Remove submissions that were not accepted so long ago, with the drafts that nobody ever read."""
    rejected = Submission.objects.filter(status=Status.REJECTED)
    decided = rejected.annotate(decided=Max("events__at", filter=Q(events__to_status=Status.REJECTED)))
    old = Submission.objects.filter(pk__in=decided.filter(decided__lt=before).values("pk"))
    number = old.count()
    if number and not dry_run:
        drafts = ExamplePage.objects.filter(submissions__in=old, first_published_at=None)
        keys = {str(page.translation_key) for page in drafts}
        _remove(old, [page.pk for page in drafts])
        for key in keys:
            erase_story(key)
    return number


def purge_answers(before: datetime, dry_run: bool) -> int:
    """Empty the answers of what was published: the page has them, as checked. The title stays for lists."""
    published = Submission.objects.filter(status=Status.PUBLISHED, changed_at__lt=before)
    full = [each for each in published if set(each.data) - {TITLE}]
    if not dry_run:
        for each in full:
            title = each.page.title if each.page else ""
            # Not by `save`: this is no change that anybody made.
            Submission.objects.filter(pk=each.pk).update(data={TITLE: title}, changed={}, kept=[])
    return len(full)


def _remove(submissions: QuerySet[Submission], pages: list[int]) -> None:
    """Remove submissions and the files that nothing shows but these pages, which go next."""
    found = list(submissions.select_related("picture", "document"))
    files = {file for each in found for file in (each.picture, each.document) if file is not None}
    Submission.objects.filter(pk__in=[each.pk for each in found]).delete()
    for file in files:
        if not is_used(file, pages):
            erase_file(file)
