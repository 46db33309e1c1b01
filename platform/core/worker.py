"""Tasks of a worker that was killed are done again: it left them as running."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# No task takes as long as this. Tasks may be done twice at once, so a slow one is no harm.
LONGEST = timedelta(minutes=15)
KEPT_DAYS = 7


def requeue_of(worker: str) -> int:
    """Have the tasks done again that a worker of this name had begun; for the worker that takes its place.

    Returns:
        How many.
    """
    running = DBTaskResult.objects.running().only("pk", "worker_ids")
    return _requeue([one.pk for one in running if one.worker_ids[-1:] == [worker]])


def requeue_abandoned() -> int:
    """Have the tasks done again whose worker is gone and never came back.

    Returns:
        How many.
    """
    since = timezone.now() - LONGEST
    return _requeue([one.pk for one in DBTaskResult.objects.running().filter(started_at__lt=since)])


def forget_finished() -> None:
    """Remove the results of tasks that are done."""
    options = ["--backend=worker", "--queue-name=*", f"--min-age-days={KEPT_DAYS}"]
    call_command("prune_db_task_results", *options, verbosity=0)


def _requeue(tasks: list[uuid.UUID]) -> int:
    running = DBTaskResult.objects.running().filter(pk__in=tasks)
    return running.update(status=TaskResultStatus.READY)
