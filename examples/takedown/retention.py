"""What grows too old: versions of published stories, files that only those showed, and reports."""

from __future__ import annotations

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, PageLogEntry, Revision, TaskState
from wagtail_localize.models import String

from core.retention import Rule, register
from examples.models import ExamplePage, StoryReport
from examples.takedown.files import FIELDS, erase_file, is_used


def connect() -> None:
    """Register the rules; that of files looks at the versions, so it comes before these go."""
    register(Rule("old versions of published stories", "published", purge_versions))
    register(Rule("former titles of published stories in the log", "published", purge_titles))
    register(Rule("sentences of old versions in translations", "published", purge_sentences))
    register(Rule("reports that were dealt with", "reports", purge_reports))


def old_versions(before: datetime) -> QuerySet[Revision]:
    """Versions of live stories that nothing needs: not shown, not newest, not planned, not in a check."""
    kind = ContentType.objects.get_for_model(Page)
    key = Cast("pk", CharField())
    live = ExamplePage.objects.live().annotate(key=key).filter(key=OuterRef("object_id"))
    needed = live.filter(Q(live_revision=OuterRef("pk")) | Q(latest_revision=OuterRef("pk")))
    checked = TaskState.objects.filter(revision=OuterRef("pk"), workflow_state__status="in_progress")
    versions = Revision.objects.filter(
        base_content_type=kind, created_at__lt=before, approved_go_live_at=None
    )
    return versions.filter(Exists(live)).exclude(Exists(needed)).exclude(Exists(checked))


def purge_versions(before: datetime, dry_run: bool) -> int:
    """Remove old versions, and the files that nothing else shows."""
    versions = list(old_versions(before))
    if dry_run or not versions:
        return len(versions)
    shown = {
        (model, pk)
        for version in versions
        for model, field in FIELDS.items()
        if (pk := version.content.get(field))
    }
    Revision.objects.filter(pk__in=[version.pk for version in versions]).delete()
    for model, pk in shown:
        file = model._default_manager.filter(pk=pk).first()
        if file is not None and not is_used(file):
            erase_file(file)
    return len(versions)


def purge_titles(before: datetime, dry_run: bool) -> int:
    """Write the title of today where Wagtail's log has one that a published story had earlier."""
    title = ExamplePage.objects.live().filter(pk=OuterRef("page_id")).values("title")[:1]
    entries = PageLogEntry.objects.filter(timestamp__lt=before).annotate(now=title)
    entries = entries.exclude(now=None).exclude(Q(label=F("now")) & Q(data={}))
    numbers = list(entries.values_list("pk", "now"))
    if not dry_run:
        for pk, now in numbers:
            PageLogEntry.objects.filter(pk=pk).update(label=now, data={})
    return len(numbers)


def purge_sentences(before: datetime, dry_run: bool) -> int:
    """Remove sentences that no version of today has; wagtail-localize notes no day for them."""
    orphans = String.objects.filter(segments=None).exclude(translations__updated_at__gte=before)
    return orphans.count() if dry_run else len(orphans) and _delete(orphans)


def _delete(orphans: QuerySet[String]) -> int:
    return orphans.delete()[1].get(String._meta.label, 0)


def purge_reports(before: datetime, dry_run: bool) -> int:
    """Remove reports that were dealt with."""
    old = StoryReport.objects.filter(handled_at__lt=before)
    return old.count() if dry_run else old.delete()[0]
